// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/isotime.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace tokendesk;

namespace {

constexpr qint64 noon = 1705314600000; // 2024-01-15T10:30:00Z

QString errorName(IsoTimeError error)
{
    switch (error) {
    case IsoTimeError::Malformed:
        return QStringLiteral("malformed");
    case IsoTimeError::NoZone:
        return QStringLiteral("no zone");
    case IsoTimeError::OutOfRange:
        return QStringLiteral("out of range");
    }
    return {};
}

} // namespace

class TestIsoTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormedTextsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("expected");
        const auto row = [](const char *text, qint64 expected) { QTest::newRow(text) << QByteArray(text) << expected; };
        row("2024-01-15T10:30:00Z", noon);
        row("2024-01-15t10:30:00z", noon);
        row("2024-01-15 10:30:00Z", noon);
        row("2024-01-15T10:30:00+00:00", noon);
        row("2024-01-15T10:30:00-00:00", noon);
        row("2024-01-15T11:30:00+01:00", noon);
        row("2024-01-15T05:00:00-05:30", noon);
        row("2024-01-16T10:29:00+23:59", noon);
        row("2024-01-15T10:30:00.1Z", noon + 100);
        row("2024-01-15T10:30:00.12Z", noon + 120);
        row("2024-01-15T10:30:00.123Z", noon + 123);
        row("2024-01-15T10:30:00.1239999999999999999999Z", noon + 123);
        row("2024-01-15T10:30:00.000001+00:00", noon);
        row("2024-02-29T00:00:00Z", 1709164800000);
        row("2000-02-29T00:00:00Z", 951782400000);
        row("1970-01-01T00:00:00Z", 0);
        row("1969-12-31T23:59:59.999Z", -1);
        row("2016-12-31T23:59:60Z", 1483228800000);
        row("0000-01-01T00:00:00Z", -62167219200000);
        row("9999-12-31T23:59:59.999Z", 253402300799999);
    }
    void wellFormedTextsAreRead()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseIsoTime(text.toStdString());
        QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(errorName(parsed.error())));
        QTEST(*parsed, "expected");
    }

    void otherTextsAreRefusedWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, IsoTimeError error) {
            QTest::newRow(*text ? text : "(empty)") << QByteArray(text) << errorName(error);
        };
        using enum IsoTimeError;
        row("", Malformed);
        row("2024", Malformed);
        row("2024-01-15", Malformed);
        row("2024-01-15T10:30", Malformed);
        row("2024-01-15T10:30Z", Malformed);
        row("2024-1-15T10:30:00Z", Malformed);
        row("24-01-15T10:30:00Z", Malformed);
        row("+2024-01-15T10:30:00Z", Malformed);
        row(" 2024-01-15T10:30:00Z", Malformed);
        row("2024-01-15T10:30:00Z ", Malformed);
        row("2024-01-15T10:30:00ZZ", Malformed);
        row("2024-01-15_10:30:00Z", Malformed);
        row("2024/01/15T10:30:00Z", Malformed);
        row("2024-01-15T10.30.00Z", Malformed);
        row("2024-01-15T10:30:00.Z", Malformed);
        row("2024-01-15T10:30:00.", Malformed);
        row("2024-01-15T10:30:00,5Z", Malformed);
        row("2024-01-15T10:30:00+01", Malformed);
        row("2024-01-15T10:30:00+0100", Malformed);
        row("2024-01-15T10:30:00+1:00", Malformed);
        row("2024-01-15T-1:30:00Z", Malformed);
        row("2024-01-15T10:30:00 Europe/Berlin", Malformed);
        row("\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa4-01-15T10:30:00Z", Malformed);
        row("2024-01-15T10:30:00", NoZone);
        row("2024-01-15T10:30:00.123", NoZone);
        row("2024-00-15T10:30:00Z", OutOfRange);
        row("2024-13-15T10:30:00Z", OutOfRange);
        row("2024-01-00T10:30:00Z", OutOfRange);
        row("2024-01-32T10:30:00Z", OutOfRange);
        row("2024-04-31T10:30:00Z", OutOfRange);
        row("2024-02-30T10:30:00Z", OutOfRange);
        row("2023-02-29T10:30:00Z", OutOfRange);
        row("1900-02-29T10:30:00Z", OutOfRange);
        row("2024-01-15T24:00:00Z", OutOfRange);
        row("2024-01-15T10:60:00Z", OutOfRange);
        row("2024-01-15T10:30:61Z", OutOfRange);
        row("2024-01-15T10:30:00+24:00", OutOfRange);
        row("2024-01-15T10:30:00+01:60", OutOfRange);
    }
    void otherTextsAreRefusedWithTheReason()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseIsoTime(text.toStdString());
        QVERIFY2(!parsed.has_value(), "was accepted");
        QTEST(errorName(parsed.error()), "expected");
    }

    void agreesWithQDateTimeOnRandomInstants()
    {
        QRandomGenerator random(20240115);
        for (int i = 0; i < 20000; ++i) {
            // Years 1 to 9999: QDate has no year 0.
            const qint64 ms = random.bounded(qint64(-62135596800000), qint64(253402300799999));
            const int offset = random.bounded(-14 * 60, 14 * 60 + 1);
            const QDateTime there = QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, offset * 60);
            if (there.date().year() < 1 || there.date().year() > 9999)
                continue;
            const QString text = there.toString(Qt::ISODateWithMs);
            const auto parsed = parseIsoTime(text.toStdString());
            QVERIFY2(parsed.has_value(), qPrintable(text));
            QCOMPARE(*parsed, ms);
        }
    }

    void refusesWhatQDateTimeRefusesInRandomlyDamagedTexts()
    {
        QRandomGenerator random(7);
        const QByteArray alphabet = "0123456789-:TtZz+. ";
        int accepted = 0;
        for (int i = 0; i < 200000; ++i) {
            QByteArray text = i % 2 ? "2024-02-28T23:59:58.250+05:45" : "2023-12-31T00:00:00Z";
            for (int damage = random.bounded(1, 4); damage > 0; --damage)
                text[random.bounded(int(text.size()))] = alphabet[random.bounded(int(alphabet.size()))];
            const auto parsed = parseIsoTime(text.toStdString());
            if (!parsed)
                continue;
            ++accepted;
            // QDateTime reads neither a leap second nor lower case, and rounds fractions of more than three digits.
            QByteArray plain = text.toUpper();
            const bool leap = plain.mid(17, 2) == "60";
            if (leap)
                plain.replace(17, 2, "59");
            plain[10] = 'T';
            if (plain.startsWith("0000"))
                continue;
            const QDateTime other = QDateTime::fromString(QString::fromLatin1(plain), Qt::ISODateWithMs);
            // Offsets beyond 14 hours are no time zone, but RFC 3339 allows them; Qt 6.4 does not.
            if (!other.isValid())
                continue;
            QVERIFY2(qAbs(*parsed - (other.toMSecsSinceEpoch() + (leap ? 1000 : 0))) <= 1, text.constData());
        }
        QVERIFY(accepted > 1000);
    }

    void anyBytesAreReadWithoutHarm()
    {
        QRandomGenerator random(99);
        for (int i = 0; i < 100000; ++i) {
            std::string text(size_t(random.bounded(40)), '\0');
            for (char &c : text)
                c = char(random.bounded(256));
            QVERIFY(!parseIsoTime(text).has_value());
        }
    }

    void neverDependsOnTheTimeZoneOfThisMachine()
    {
        const QByteArray before = qgetenv("TZ");
        for (const char *zone : {"UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"}) {
            qputenv("TZ", zone);
            QCOMPARE(parseIsoTime("2024-03-31T02:30:00+01:00").value(), 1711848600000);
            QCOMPARE(formatIsoTime(noon), QStringLiteral("2024-01-15T10:30:00Z"));
        }
        if (before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", before);
    }

    void millisecondsAreWrittenOnlyWhereThereAreSome()
    {
        QCOMPARE(formatIsoTime(noon), QStringLiteral("2024-01-15T10:30:00Z"));
        QCOMPARE(formatIsoTime(noon + 7), QStringLiteral("2024-01-15T10:30:00.007Z"));
        QCOMPARE(formatIsoTime(-1), QStringLiteral("1969-12-31T23:59:59.999Z"));
        QCOMPARE(formatIsoTime(0), QStringLiteral("1970-01-01T00:00:00Z"));
    }

    void whatIsWrittenCanBeReadForEveryYearThatIsAccepted()
    {
        for (const char *text :
             {"0000-01-01T00:00:00Z", "0000-02-29T12:00:00.001Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"})
            QCOMPARE(formatIsoTime(parseIsoTime(text).value()), QLatin1String(text));
        QRandomGenerator random(3);
        for (int i = 0; i < 20000; ++i) {
            const qint64 ms = random.bounded(qint64(-62167219200000), qint64(253402300799999));
            QCOMPARE(parseIsoTime(formatIsoTime(ms).toStdString()).value(), ms);
        }
    }
};

QTEST_APPLESS_MAIN(TestIsoTime)
#include "testisotime.moc"
