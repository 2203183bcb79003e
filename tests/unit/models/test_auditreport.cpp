// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditreport.h"
#include "support/tokens.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QXmlStreamReader>

using namespace tokendesk;

namespace {

constexpr qint64 now = 1772366400000; // 2026-03-01T12:00:00Z
constexpr qint64 day = msPerDay;

QByteArray png()
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

AuditReport reportOf(const std::vector<TestToken> &tokens, const HiddenFindings &hidden = {})
{
    AuditReport report;
    report.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    report.tokens.organization = QStringLiteral("Acme <Industries>");
    report.tokens.profile = QStringLiteral("Production");
    report.tokens.server = QStringLiteral("https://acme.example/api");
    report.tokens.now = now;
    report.tokens.tokens = snapshotOf(tokens);
    report.tokens.rows = allRows(*report.tokens.tokens);
    AuditSubject subject;
    subject.tokens = report.tokens.tokens;
    subject.now = now;
    subject.hidden = hidden;
    subject.thresholds.staleDays = 77;
    report.audit = auditOf(std::move(subject));
    return report;
}

AuditReport ordinary()
{
    return reportOf(tokensOfEveryState(now));
}

ReportPicture pictured()
{
    return {QStringLiteral("Use over time"),
            QStringLiteral("Devices \"per\" week"),
            png(),
            "image/png",
            640,
            320,
            {{QStringLiteral("Week"), QStringLiteral("Devices")},
             {{QStringLiteral("23 February"), QStringLiteral("1,234")},
              {QStringLiteral("<i>2 March</i>"), QStringLiteral("5")}}}};
}

QString plain(const AuditReport &report)
{
    QTextDocument document;
    document.setHtml(reportForPrint(report));
    return document.toPlainText();
}

} // namespace

class TestAuditReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothDocumentsSayWhereItIsFromAndWhatWasFound()
    {
        AuditReport report = ordinary();
        report.tokens.filter = QStringLiteral("line");
        report.pictures.push_back(pictured());
        const QString page = QString::fromUtf8(reportAsHtml(report));
        const QString printed = plain(report);
        for (const QString &wanted :
             {QStringLiteral("Production"), QStringLiteral("https://acme.example/api"),
              QStringLiteral("2026-03-01T12:00:00Z"), QStringLiteral("line"), sha256Text(tokensAsCsv(report.tokens)),
              QStringLiteral("77 day"), QStringLiteral("Forever fleet"), QStringLiteral("never expires"),
              QStringLiteral("High"), testTokenId(7).toString(QUuid::WithoutBraces), QStringLiteral("1,234"),
              QStringLiteral("Use over time")}) {
            QVERIFY2(page.contains(wanted), qPrintable(wanted));
            QVERIFY2(printed.contains(wanted), qPrintable(wanted));
        }
    }

    void theSumIsThatOfTheExportedCsv()
    {
        AuditReport report = ordinary();
        const QString one = sha256Text(tokensAsCsv(report.tokens));
        QVERIFY(reportAsHtml(report).contains(one.toLatin1()));
        report.tokens.rows = {1, 2};
        QVERIFY(!reportAsHtml(report).contains(one.toLatin1()));
        QVERIFY(reportAsHtml(report).contains(sha256Text(tokensAsCsv(report.tokens)).toLatin1()));
    }

    void thePageFetchesNothing()
    {
        AuditReport report = ordinary();
        report.pictures.push_back(pictured());
        const QString page = QString::fromUtf8(reportAsHtml(report));
        QVERIFY(page.startsWith(QStringLiteral("<!DOCTYPE html>")));
        QVERIFY(page.contains(QStringLiteral("default-src 'none'")));
        static const QRegularExpression source(QStringLiteral("(src|href|url)\\s*[=(]\\s*[\"']?+(?!data:)"));
        QVERIFY(!source.match(page).hasMatch());
        QVERIFY(page.contains(QStringLiteral("src=\"data:image/png;base64,") + QString::fromLatin1(png().toBase64())));
        QVERIFY(!page.contains(QStringLiteral("<script")));
    }

    void everyPictureHasItsDescriptionAndItsNumbers()
    {
        AuditReport report = ordinary();
        report.pictures = {pictured(), pictured()};
        const QString page = QString::fromUtf8(reportAsHtml(report));
        QCOMPARE(page.count(QStringLiteral("alt=\"\u2068Devices &quot;per&quot; week\u2069\"")), 2);
        QCOMPARE(page.count(QStringLiteral("1,234")), 2);
    }

    void hostileTextsAreHarmlessEverywhere()
    {
        const QString hostile = QStringLiteral("\"><script>alert(1)</script><img src=x>\u202E\n&amp;");
        TestToken token{1, hostile, now - 300 * day, noInstant, noInstant, noInstant, 0, false};
        AuditReport report = reportOf({token});
        report.tokens.organization = report.tokens.profile = report.tokens.server = report.tokens.filter = hostile;
        report.pictures.push_back(pictured());
        report.pictures[0].title = report.pictures[0].description = hostile;
        report.pictures[0].numbers.columns[0] = report.pictures[0].numbers.rows[0][0] = hostile;
        report.pictures[0].numbers.rows[0][1] = hostile;
        for (const QString &text : {QString::fromUtf8(reportAsHtml(report)), reportForPrint(report)}) {
            QVERIFY(!text.contains(QStringLiteral("<script")));
            QVERIFY(!text.contains(QStringLiteral("<img src=x")));
            QVERIFY(!text.contains(QChar(0x202E)));
            QVERIFY(text.count(QStringLiteral("&lt;script&gt;")) >= 9);
            QVERIFY(text.contains(QStringLiteral("&amp;amp;")));
            QVERIFY(!text.contains(QStringLiteral("<i>")));
        }
        QVERIFY(plain(report).contains(QStringLiteral("<script>alert(1)</script>")));
    }

    void theBodyIsWellFormed()
    {
        AuditReport report = reportOf(tokensOfEveryState(now), {{testTokenId(7), FindingRule::NeverExpires}});
        report.pictures.push_back(pictured());
        QString text = reportForPrint(report);
        text.replace(QStringLiteral("<br>"), QStringLiteral("<br/>"));
        static const QRegularExpression image(QStringLiteral("(<img [^>]*)>"));
        text.replace(image, QStringLiteral("\\1/>"));
        QXmlStreamReader reader(text);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void aPrinterGetsThePicture()
    {
        AuditReport report = ordinary();
        report.pictures.push_back(pictured());
        QTextDocument document;
        document.setHtml(reportForPrint(report));
        bool found = false;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (!format.isImageFormat())
                    continue;
                const QVariant image =
                    document.resource(QTextDocument::ImageResource, QUrl(format.toImageFormat().name()));
                found = image.value<QImage>().width() == 40 || image.toByteArray() == png();
                QCOMPARE(format.toImageFormat().width(), 640.0);
                QCOMPARE(format.toImageFormat().height(), 320.0);
            }
        }
        QVERIFY(found);
    }

    void manyFindingsAreSummedUp()
    {
        std::vector<TestToken> tokens;
        tokens.reserve(mostFindingsInReport + 3);
        for (int i = 0; i < mostFindingsInReport + 3; ++i)
            tokens.push_back({i, QStringLiteral("Token %1").arg(i), now - day, noInstant, now, noInstant, 1, false});
        const QString text = reportForPrint(reportOf(tokens));
        QCOMPARE(text.count(QStringLiteral("High")), mostFindingsInReport);
        QVERIFY(text.contains(QStringLiteral("And 3 more finding")));
    }

    void nothingFoundAndWhatIsHiddenIsSaid()
    {
        QVERIFY(reportForPrint(reportOf({})).contains(QStringLiteral("Nothing was found.")));
        const AuditReport report = reportOf(tokensOfEveryState(now), {{testTokenId(7), FindingRule::NeverExpires}});
        QVERIFY(reportForPrint(report).contains(QStringLiteral("1 finding(s) have been hidden")));
    }

    void whatChangedSinceTheReviewIsSaid()
    {
        AuditReport report = ordinary();
        QVERIFY(!reportForPrint(report).contains(QStringLiteral("Since the ")));
        AuditSubject subject = report.audit->subject;
        subject.reviewedAt = now - 15 * day;
        report.audit = auditOf(subject);
        const QString text = reportForPrint(report);
        QVERIFY(text.contains(QStringLiteral("Since the last review")));
        QVERIFY(text.contains(QStringLiteral("2026-02-14T12:00:00Z")));
    }

    void aRightToLeftReaderGetsItSo()
    {
        AuditReport report = ordinary();
        report.locale = QLocale(QLocale::Arabic);
        QVERIFY(reportAsHtml(report).contains("dir=\"rtl\""));
        QVERIFY(reportAsHtml(ordinary()).contains("lang=\"en-GB\" dir=\"ltr\""));
    }
};

QTEST_MAIN(TestAuditReport)
#include "test_auditreport.moc"
