// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auditpictures.h"
#include "models/tokenexport.h"
#include "models/wholefile.h"
#include "support/tokens.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z

TokenExport exportOf(const std::vector<TestToken> &tokens)
{
    TokenExport what;
    what.organization = QStringLiteral("Acme");
    what.profile = QStringLiteral("Production");
    what.server = QStringLiteral("https://acme.example/api");
    what.now = now;
    what.tokens = snapshotOf(tokens);
    what.rows = allRows(*what.tokens);
    return what;
}

TokenExport exportNamed(const QString &name)
{
    return exportOf({{1, name, now, noInstant, noInstant, noInstant, 0, false}});
}

/// Reads as RFC 4180 says; every cell must be quoted.
std::vector<QStringList> parsedCsv(const QByteArray &csv)
{
    QString text = QString::fromUtf8(csv);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    std::vector<QStringList> rows{{}};
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] != u'"')
            return {};
        QString cell;
        for (++i; i < text.size(); ++i) {
            if (text[i] == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
                ++i;
            else if (text[i] == u'"')
                break;
            cell += text[i];
        }
        rows.back() << cell;
        ++i;
        if (i < text.size() && text[i] == u',') {
            ++i;
        } else if (text.mid(i, 2) == QStringLiteral("\r\n")) {
            i += 2;
            if (i < text.size())
                rows.emplace_back();
        } else {
            return {};
        }
    }
    return rows;
}

QJsonObject parsedJson(const TokenExport &what)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(tokensAsJson(what), &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

} // namespace

class TestTokenExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csvHasEveryColumnOfTheRowsShownInTheirOrder()
    {
        TokenExport what = exportOf(tokensOfEveryState(now));
        what.rows = {5, 0, 3};
        const auto rows = parsedCsv(tokensAsCsv(what));
        QCOMPARE(rows.size(), size_t(4));
        QCOMPARE(rows[0].join(u' '),
                 QStringLiteral("state name kind use_count created_at expires_at last_used_at revoked_at id"));
        QCOMPARE(rows[1][1], QStringLiteral("Contractor laptop"));
        QCOMPARE(rows[1][0], QStringLiteral("revoked"));
        QCOMPARE(rows[2],
                 QStringList({QStringLiteral("active"), QStringLiteral("Line 10 robots"), QStringLiteral("reusable"),
                              QStringLiteral("17"), QStringLiteral("2026-01-20T12:00:00Z"),
                              QStringLiteral("2026-04-30T12:00:00Z"), QStringLiteral("2026-02-27T12:00:00Z"), QString(),
                              testTokenId(1).toString(QUuid::WithoutBraces)}));
        QCOMPARE(rows[3][0], QStringLiteral("used-up"));
        QCOMPARE(rows[3][2], QStringLiteral("single-use"));
    }

    void anEmptyTableIsAHeadLine()
    {
        QCOMPARE(parsedCsv(tokensAsCsv(exportOf({}))).size(), size_t(1));
        QCOMPARE(parsedJson(exportOf({})).value(QStringLiteral("tokens")).toArray().size(), 0);
        QVERIFY(parsedJson(exportOf({})).contains(QStringLiteral("tokens")));
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char *title, const QString &name, const QString &cell) {
            QTest::newRow(title) << name << cell;
        };
        row("equals", QStringLiteral("=cmd|' /C calc'!A0"), QStringLiteral("'=cmd|' /C calc'!A0"));
        row("plus", QStringLiteral("+1"), QStringLiteral("'+1"));
        row("minus", QStringLiteral("-1"), QStringLiteral("'-1"));
        row("at", QStringLiteral("@SUM(A1)"), QStringLiteral("'@SUM(A1)"));
        row("full-width equals", QStringLiteral("\uFF1D1"), QStringLiteral("'\uFF1D1"));
        row("tab", QStringLiteral("\t=1"), QStringLiteral("\\t=1"));
        row("line feed", QStringLiteral("\n=1"), QStringLiteral("\\n=1"));
        row("quotes and commas", QStringLiteral("a\",\"=b"), QStringLiteral("a\",\"=b"));
        row("a formula inside", QStringLiteral("a=b"), QStringLiteral("a=b"));
        row("bidi override", QStringLiteral("a\u202Eb"), QStringLiteral("a\\u202Eb"));
        row("umlauts", QStringLiteral("Süd"), QStringLiteral("Süd"));
        row("nothing", QString(), QString());
    }
    void noCellIsAFormula()
    {
        QFETCH(QString, name);
        QFETCH(QString, cell);
        const auto rows = parsedCsv(tokensAsCsv(exportNamed(name)));
        QCOMPARE(rows.size(), size_t(2));
        QCOMPARE(rows[1].size(), 9);
        QCOMPARE(rows[1][1], cell);
    }

    void cellsThemselvesKeepTheRule()
    {
        for (const QChar c : QStringView(u"=+-@\t\r\n"))
            QCOMPARE(csvCell(QString(c)), QStringLiteral("\"'") + c + QStringLiteral("\""));
        QCOMPARE(csvCell(QStringLiteral("a\"b")), QStringLiteral("\"a\"\"b\""));
        QCOMPARE(csvCell({}), QStringLiteral("\"\""));
    }

    void jsonKeepsNamesExactlyAndHarmless()
    {
        const QString hostile =
            QStringLiteral("\"\\</script>\n\u0007\u202Eevil\u2028 Süd \U0001F600 \U000E0041") + QChar(0xD800);
        TokenExport what = exportNamed(hostile.chopped(1));
        what.organization = hostile; // a lone surrogate survives no UTF-8, but an escape
        const QByteArray json = tokensAsJson(what);
        const QString text = QString::fromUtf8(json);
        for (const char16_t c : {u'\u0007', u'\u202E', u'\u2028'})
            QVERIFY(!text.contains(QChar(c)));
        QVERIFY(text.contains(QStringLiteral("Süd \U0001F600")));
        QVERIFY(!text.contains(QStringLiteral("\U000E0041")));
        const QJsonObject object = parsedJson(what);
        QCOMPARE(
            object.value(QStringLiteral("tokens")).toArray()[0].toObject().value(QStringLiteral("name")).toString(),
            hostile.chopped(1));
        QVERIFY(json.contains("\\ud800\""));
    }

    void jsonSaysWhereItIsFromAndWhatTheTokensAre()
    {
        TokenExport what = exportOf(tokensOfEveryState(now));
        what.filter = QStringLiteral("line");
        what.rows = {1, 6};
        const QJsonObject object = parsedJson(what);
        QCOMPARE(object.value(QStringLiteral("organization")).toString(), QStringLiteral("Acme"));
        QCOMPARE(object.value(QStringLiteral("profile")).toString(), QStringLiteral("Production"));
        QCOMPARE(object.value(QStringLiteral("server")).toString(), QStringLiteral("https://acme.example/api"));
        QCOMPARE(object.value(QStringLiteral("filter")).toString(), QStringLiteral("line"));
        QCOMPARE(object.value(QStringLiteral("server_time")).toString(), QStringLiteral("2026-03-01T12:00:00Z"));
        const QJsonArray tokens = object.value(QStringLiteral("tokens")).toArray();
        QCOMPARE(tokens.size(), 2);
        const QJsonObject first = tokens[0].toObject();
        QCOMPARE(first.value(QStringLiteral("state")).toString(), QStringLiteral("expiring"));
        QCOMPARE(first.value(QStringLiteral("use_count")).toInt(), 3);
        QCOMPARE(first.value(QStringLiteral("single_use")).toBool(true), false);
        QCOMPARE(first.value(QStringLiteral("id")).toString(), testTokenId(2).toString(QUuid::WithoutBraces));
        const QJsonObject second = tokens[1].toObject();
        QVERIFY(second.value(QStringLiteral("expires_at")).isNull());
        QVERIFY(second.value(QStringLiteral("revoked_at")).isNull());
        QCOMPARE(second.value(QStringLiteral("last_used_at")).toString(), QStringLiteral("2026-02-28T12:00:00Z"));
    }

    void theHorizonDecidesWhatIsExpiring()
    {
        TokenExport what = exportOf(tokensOfEveryState(now));
        what.horizonMs = msPerDay;
        what.rows = {1};
        QCOMPARE(parsedCsv(tokensAsCsv(what))[1][0], QStringLiteral("active"));
    }

    void theSumIsThatOfTheBytes()
    {
        QCOMPARE(sha256Text("abc"), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void aFileIsWrittenWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tokens.csv"));
        QVERIFY(writeWhole(path, "one"));
        QVERIFY(writeWhole(path, "two\n"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("two\n"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aFailedWriteLeavesNothingAndHarmsNothing()
    {
        const QTemporaryDir folder;
        const Result<void> nowhere = writeWhole(folder.filePath(QStringLiteral("no/such/folder.csv")), "x");
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, ErrorKind::FileNotWritten);
        QVERIFY(nowhere.error().detail.contains(QStringLiteral("folder.csv: ")));
        QVERIFY(!writeWhole(folder.path(), "x")); // a folder
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

#ifdef Q_OS_UNIX
    void aDiskThatIsFullInTheMiddleLeavesWhatWasThere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tokens.csv"));
        QVERIFY(writeWhole(path, "before"));
        // No file may grow beyond 4 KiB: a write ends in the middle, as on a full disk.
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{4096, usual.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const Result<void> written = writeWhole(path, QByteArray(100'000, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::FileNotWritten);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
#endif
};

QTEST_GUILESS_MAIN(TestTokenExport)
#include "test_tokenexport.moc"
