// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QDateTime>
#include <QHash>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

const QDateTime startTime = QDateTime::fromString(u"2026-03-05T14:00:00Z"_s, Qt::ISODate);

QDateTime instant(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

QJsonArray pastOf(const QStringList &options)
{
    SimulatorProcess simulator;
    if (!simulator.start(options + QStringList{u"--start-time"_s, u"2026-03-05T14:00:00Z"_s}))
        return {};
    return simulator.control("GET", "/past")["looks"_L1].toArray();
}

} // namespace

/// What the simulator tells of the months before it started.
class TestPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itLeadsToTheListThatIsThere()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tokens"_s, u"200"_s, u"--start-time"_s, u"2026-03-05T14:00:00Z"_s}));
        QHash<QString, QJsonObject> known;
        QDateTime last;
        for (const QJsonValue &look : simulator.control("GET", "/past")["looks"_L1].toArray()) {
            last = instant(look["at"_L1]);
            for (const QJsonValue &row : look["rows"_L1].toArray())
                known.insert(row["id"_L1].toString(), row.toObject());
            for (const QJsonValue &id : look["gone"_L1].toArray())
                QVERIFY(known.remove(id.toString()));
        }
        QVERIFY(last < startTime && last.daysTo(startTime) < 4);
        int later = 0;
        for (const QJsonValue &value : simulator.tokens()) {
            QJsonObject now = value.toObject();
            now.remove(u"token"_s);
            const QString id = now.value("id"_L1).toString();
            const QByteArray shown = QJsonDocument(now).toJson();
            const QJsonObject then = known.take(id);
            if (then == now)
                continue;
            // What happened after the last look, and nothing else, is different.
            ++later;
            QVERIFY2(instant(now.value("created_at"_L1)) > last || instant(now.value("last_used_at"_L1)) > last ||
                         instant(now.value("revoked_at"_L1)) > last,
                     shown.constData());
            QVERIFY2(then.value("use_count"_L1).toInt() <= now.value("use_count"_L1).toInt(), shown.constData());
        }
        QVERIFY(known.isEmpty());
        QVERIFY(later < 20);
    }

    void itIsWhatAnOperatorWouldHaveSeen()
    {
        QDateTime before;
        QHash<QString, QJsonObject> known;
        int weekend = 0, looks = 0, fell = 0, unrevoked = 0, gone = 0, rises = 0, weekendUses = 0, uses = 0;
        qint64 longestGapDays = 0;
        for (const QJsonValue &look : pastOf({u"--tokens"_s, u"200"_s})) {
            const QDateTime at = instant(look["at"_L1]);
            QVERIFY(!before.isValid() || at > before);
            if (before.isValid())
                longestGapDays = std::max(longestGapDays, before.daysTo(at));
            before = at;
            ++looks;
            weekend += at.date().dayOfWeek() > 5;
            QVERIFY(at.time().hour() >= 6 && at.time().hour() < 19);
            for (const QJsonValue &value : look["rows"_L1].toArray()) {
                const QJsonObject row = value.toObject();
                const QByteArray shown = QJsonDocument(row).toJson();
                const QString id = row.value("id"_L1).toString();
                const QDateTime used = instant(row.value("last_used_at"_L1));
                QVERIFY2(instant(row.value("created_at"_L1)) <= at, shown.constData());
                QVERIFY2(!used.isValid() || used <= at, shown.constData());
                QVERIFY2(used.isValid() == (row.value("use_count"_L1).toInt() > 0), shown.constData());
                if (known.contains(id)) {
                    const int rise = row.value("use_count"_L1).toInt() - known[id].value("use_count"_L1).toInt();
                    fell += rise < 0;
                    rises += rise > 0;
                    uses += std::max(0, rise);
                    weekendUses += rise > 0 && used.date().dayOfWeek() > 5 ? rise : 0;
                    unrevoked += !known[id].value("revoked_at"_L1).isNull() && row.value("revoked_at"_L1).isNull();
                }
                known.insert(id, row);
            }
            gone += static_cast<int>(look["gone"_L1].toArray().size());
        }
        QVERIFY(looks > 600);
        QVERIFY(weekend > 0 && weekend < looks / 10);
        QVERIFY(longestGapDays >= 14);
        QVERIFY(rises > 500);
        QVERIFY(weekendUses < uses / 8);
        QCOMPARE(fell, 1);
        QCOMPARE(unrevoked, 1);
        QCOMPARE(gone, 1);
    }

    void itIsTheSameForTheSameSeed()
    {
        const QJsonArray once = pastOf({u"--tokens"_s, u"60"_s, u"--seed"_s, u"7"_s});
        QVERIFY(!once.isEmpty());
        QCOMPARE(pastOf({u"--tokens"_s, u"60"_s, u"--seed"_s, u"7"_s}), once);
        QVERIFY(pastOf({u"--tokens"_s, u"60"_s, u"--seed"_s, u"8"_s}) != once);
    }

    void veryLongListsHaveNone() { QCOMPARE(pastOf({u"--tokens"_s, u"2001"_s}), QJsonArray()); }
};

QTEST_GUILESS_MAIN(TestPast)
#include "test_past.moc"
