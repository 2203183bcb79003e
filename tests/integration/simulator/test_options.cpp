// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <QDateTime>
#include <QNetworkInterface>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

constexpr auto list = "/api/provisioning-tokens";

QDateTime instant(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

/// Which of the states an operator knows the row is in, by the rules of the API reference.
QString stateOf(const QJsonObject &row, const QDateTime &now)
{
    const bool single = row.value("single_use"_L1).toBool();
    const bool used = row.value("use_count"_L1).toInt() > 0;
    if (single && used)
        return u"used up"_s;
    if (!row.value("revoked_at"_L1).isNull())
        return used ? u"revoked after use"_s : u"revoked unused"_s;
    if (row.value("expires_at"_L1).isNull())
        return used ? u"never expires, in use"_s : u"never expires, unused"_s;
    const qint64 left = now.secsTo(instant(row.value("expires_at"_L1)));
    if (left <= 0)
        return used ? u"expired after use"_s : u"expired unused"_s;
    return (single              ? u"single, waiting"_s
            : left < 14 * 86400 ? u"expiring"_s
                                : u"active"_s) +
           (used ? u", used"_s : u""_s);
}

} // namespace

/// What the options change.
class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameTokens()
    {
        const QStringList options{u"--tokens"_s, u"200"_s, u"--start-time"_s, u"2026-03-01T08:00:00Z"_s, u"--seed"_s};
        const QJsonArray once = rowsWith(options + QStringList{u"5"_s});
        QCOMPARE(once.size(), 200);
        QCOMPARE(rowsWith(options + QStringList{u"5"_s}), once);
        QVERIFY(rowsWith(options + QStringList{u"6"_s}) != once);
    }
    void fortyTokensShowEveryState()
    {
        const QJsonArray rows = rowsWith({u"--start-time"_s, u"2026-03-01T08:00:00Z"_s});
        QCOMPARE(rows.size(), 40);
        QSet<QString> states;
        for (const QJsonValue &row : rows)
            states.insert(stateOf(row.toObject(), instant(u"2026-03-01T08:00:00Z"_s)));
        for (const auto &state : {u"used up"_s, u"revoked after use"_s, u"revoked unused"_s, u"never expires, in use"_s,
                                  u"never expires, unused"_s, u"expired after use"_s, u"expired unused"_s,
                                  u"single, waiting"_s, u"expiring, used"_s, u"active, used"_s, u"active"_s})
            QVERIFY2(states.contains(state), qPrintable(state));
    }
    void historiesMakeSense()
    {
        const QDateTime now = instant(u"2026-03-01T08:00:00Z"_s);
        const QJsonArray rows =
            rowsWith({u"--tokens"_s, u"20000"_s, u"--start-time"_s, u"2026-03-01T08:00:00Z"_s, u"--seed"_s, u"9"_s});
        QCOMPARE(rows.size(), 20000);
        int usedAfterRevocation = 0;
        QSet<QString> ids;
        for (const QJsonValue &value : rows) {
            const QJsonObject row = value.toObject();
            const QByteArray shown = QJsonDocument(row).toJson(QJsonDocument::Compact);
            ids.insert(row.value("id"_L1).toString());
            const QDateTime created = instant(row.value("created_at"_L1)), used = instant(row.value("last_used_at"_L1)),
                            revoked = instant(row.value("revoked_at"_L1)),
                            expires = instant(row.value("expires_at"_L1));
            const int uses = row.value("use_count"_L1).toInt();
            QVERIFY2(created < now && !row.value("name"_L1).toString().isEmpty(), shown.constData());
            QVERIFY2(used.isValid() == (uses > 0), shown.constData());
            QVERIFY2(!used.isValid() || (used >= created && used <= now), shown.constData());
            QVERIFY2(!used.isValid() || !expires.isValid() || used < expires, shown.constData());
            QVERIFY2(!revoked.isValid() || (revoked > created && revoked <= now), shown.constData());
            usedAfterRevocation += used.isValid() && revoked.isValid() && used > revoked;
            if (row.value("single_use"_L1).toBool())
                QVERIFY2(uses <= 1 && (uses == 0 || used == revoked), shown.constData());
        }
        QCOMPARE(ids.size(), 20000);
        QCOMPARE(usedAfterRevocation, 1); // the one that an audit has to find
    }
    void theSamplesAreWorthAnAudit()
    {
        const QDateTime now = instant(u"2026-03-01T08:00:00Z"_s);
        int stale = 0, forgotten = 0, endless = 0, longLived = 0;
        QHash<QString, int> liveNames;
        for (const QJsonValue &value : rowsWith({u"--start-time"_s, u"2026-03-01T08:00:00Z"_s})) {
            const QJsonObject row = value.toObject();
            const QDateTime created = instant(row.value("created_at"_L1)), used = instant(row.value("last_used_at"_L1)),
                            expires = instant(row.value("expires_at"_L1));
            if (!row.value("revoked_at"_L1).isNull() || (expires.isValid() && expires <= now))
                continue;
            ++liveNames[row.value("name"_L1).toString()];
            if (row.value("single_use"_L1).toBool())
                continue;
            endless += !expires.isValid();
            longLived += expires.isValid() && created.daysTo(expires) > 365;
            stale += used.isValid() && used.daysTo(now) > 90;
            forgotten += !used.isValid() && created.daysTo(now) > 30;
        }
        QVERIFY(stale > 0 && forgotten > 0 && endless > 0 && longLived > 0);
        QVERIFY(std::any_of(liveNames.begin(), liveNames.end(), [](int rows) { return rows > 1; }));
    }
    void aMillionTokensAreListed()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tokens"_s, u"1000000"_s}));
        const WireReply reply = Wire(simulator).ask("GET", list, {}, "Accept-Encoding: gzip\r\n"_ba, 60'000);
        const QByteArray body = gunzip(reply.body);
        QCOMPARE(body.count("{\"id\":\""), 1'000'000);
        QVERIFY(body.endsWith("\"meta\":null}"));
    }
    void noTokensAreAnEmptyList() { QCOMPARE(rowsWith({u"--tokens"_s, u"0"_s}).size(), 0); }

    void thePageSizeIsAMaximum()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tokens"_s, u"25"_s, u"--page-size"_s, u"10"_s}));
        Wire wire(simulator);
        const WireReply plain = wire.ask("GET", list);
        QCOMPARE(plain.rows().size(), 10);
        QCOMPARE(plain.json().value("meta"_L1).toObject(),
                 QJsonObject({{u"count"_s, 10}, {u"limit"_s, 10}, {u"offset"_s, 0}, {u"total"_s, 25}}));
        const WireReply last = wire.ask("GET", "/api/provisioning-tokens?limit=1000&offset=20");
        QCOMPARE(last.rows().size(), 5);
        QCOMPARE(last.json().value("meta"_L1)["count"_L1].toInt(), 5);
        QVERIFY(last.rows()[0] != plain.rows()[0]);
    }
    void anIgnoredOffsetGivesTheFirstPageAgain()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--tokens"_s, u"25"_s, u"--page-size"_s, u"10"_s, u"--ignore-offset"_s}));
        Wire wire(simulator);
        const QJsonArray first = wire.ask("GET", list).rows();
        QCOMPARE(wire.ask("GET", "/api/provisioning-tokens?limit=10&offset=10").rows(), first);
    }
    void theSetupCommandIsATemplate()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--setup-command"_s, u"rm -rf / ; echo {host} {token} \u202E"_s}));
        const QJsonObject made = Wire(simulator).ask("POST", list, R"({"name":"x"})"_ba).data();
        QCOMPARE(
            made.value("setup_command"_L1).toString(),
            u"rm -rf / ; echo 127.0.0.1:%1 %2 \u202E"_s.arg(simulator.port()).arg(made.value("token"_L1).toString()));
    }
    void theOrganizationIsCalledSo()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--organization"_s, u"Werk Gießen & Söhne"_s}));
        QCOMPARE(Wire(simulator).ask("GET", "/api/organization").data().value("name"_L1).toString(),
                 u"Werk Gießen & Söhne"_s);
    }
    void theClockIsShifted()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--clock-offset"_s, u"-7200"_s}));
        const QDateTime now = instant(simulator.control("GET", "")["now"_L1]);
        QVERIFY(qAbs(now.secsTo(QDateTime::currentDateTimeUtc()) - 7200) < 60);
    }
    void timeIsCompressed()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--time-scale"_s, u"86400"_s}));
        const QDateTime before = instant(simulator.control("GET", "")["now"_L1]);
        QTRY_VERIFY_WITH_TIMEOUT(before.daysTo(instant(simulator.control("GET", "")["now"_L1])) >= 1, 20'000);
    }
    void aLivingOrganizationMovesByItself()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--live"_s, u"--time-scale"_s, u"50"_s}));
        const auto uses = [&] {
            int sum = 0;
            for (const QJsonValue &row : simulator.tokens())
                sum += row["use_count"_L1].toInt();
            return sum;
        };
        const int before = uses();
        QTRY_VERIFY_WITH_TIMEOUT(uses() > before + 2, 30'000);
    }
    void withoutLiveNothingMoves()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--time-scale"_s, u"50"_s}));
        const QJsonArray before = simulator.tokens();
        QTest::qWait(600);
        QCOMPARE(simulator.tokens(), before);
    }
    void faultsAreGivenAsOptions()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--fault"_s, u"server-error:503@POST /provisioning-tokens"_s, u"--fault"_s,
                                 u"redirect:http://other.invalid:8080/api@/organization"_s, u"--fault"_s,
                                 u"not-found-404@DELETE"_s}));
        Wire wire(simulator);
        QCOMPARE(wire.ask("GET", list).status, 200);
        QCOMPARE(wire.ask("POST", list, R"({"name":"x"})"_ba).status, 503);
        QCOMPARE(wire.ask("POST", list, R"({"name":"x"})"_ba).status, 503);
        QCOMPARE(wire.ask("GET", "/api/organization").header("location"), "http://other.invalid:8080/api"_ba);
        QCOMPARE(wire.ask("DELETE", "/api/provisioning-tokens/x").status, 404);
    }
    void otherMachinesDoNotControl()
    {
        SimulatorProcess simulator;
        QVERIFY(simulator.start({u"--host"_s, u"0.0.0.0"_s, u"--bearer"_s, u"b"_s}));
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol)
                continue;
            // Through its own outward address this machine looks like another one.
            QTcpSocket socket;
            socket.connectToHost(address, simulator.port());
            QVERIFY(socket.waitForConnected(10'000));
            socket.write("DELETE /control/tokens HTTP/1.1\r\nConnection: close\r\n\r\n");
            QVERIFY(socket.waitForReadyRead(10'000));
            QVERIFY(socket.readAll().startsWith("HTTP/1.1 403"));
        }
        QTcpSocket inside;
        inside.connectToHost(QHostAddress::LocalHost, simulator.port());
        QVERIFY(inside.waitForConnected(10'000));
        inside.write("GET /control HTTP/1.1\r\nConnection: close\r\n\r\n");
        QVERIFY(inside.waitForReadyRead(10'000));
        QVERIFY(inside.readAll().contains("\"tokens\":40"));
    }

    void badOptionsAreExplained_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const QStringList &options, const QString &word) {
            QTest::newRow(name) << options << word;
        };
        row("too many", {u"--tokens"_s, u"1000001"_s}, u"--tokens"_s);
        row("no number", {u"--port"_s, u"http"_s}, u"--port"_s);
        row("no scale", {u"--time-scale"_s, u"0"_s}, u"--time-scale"_s);
        row("no address", {u"--host"_s, u"example.invalid"_s}, u"--host"_s);
        row("no instant", {u"--start-time"_s, u"2026-03-01T08:00:00"_s}, u"--start-time"_s);
        row("unknown fault", {u"--fault"_s, u"hnag"_s}, u"hnag"_s);
        row("incomplete fault", {u"--fault"_s, u"redirect"_s}, u"redirect"_s);
        row("unknown option", {u"--frobnicate"_s}, u"frobnicate"_s);
        row("an argument", {u"now"_s}, u"now"_s);
    }
    void badOptionsAreExplained()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, word);
        QProcess process;
        process.start(SimulatorProcess::program(), options);
        QVERIFY(process.waitForFinished());
        QVERIFY(process.exitCode() != 0);
        QCOMPARE(process.readAllStandardOutput(), ""_ba);
        QVERIFY(process.readAllStandardError().contains(word.toUtf8()));
    }

private:
    static QJsonArray rowsWith(const QStringList &options)
    {
        SimulatorProcess simulator;
        return simulator.start(options) ? Wire(simulator).ask("GET", list).rows() : QJsonArray{simulator.errorString()};
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "test_options.moc"
