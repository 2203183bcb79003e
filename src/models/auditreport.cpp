// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditreport.h"

#include "core/relativetime.h"
#include "core/safetext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(AuditReport)
};

/// Text that may be hostile, for HTML.
QString html(const QString &text)
{
    return isolatedText(text, 1000).toHtmlEscaped();
}

/// Our own words; names in them are isolated already.
QString ownHtml(const QString &text)
{
    return text.toHtmlEscaped();
}

QString element(const char *tag, const QString &content)
{
    const QLatin1String name(tag);
    return u'<' + name + u'>' + content + QStringLiteral("</") + name + QStringLiteral(">\n");
}

// Attributes that HTML has long replaced by style sheets: QTextDocument knows these only.
QString tableBegin()
{
    return QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n");
}

QString headRow(const QStringList &titles)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &title : titles)
        row += QStringLiteral("<th align=\"left\" scope=\"col\">") + html(title) + QStringLiteral("</th>");
    return row + QStringLiteral("</tr>\n");
}

QString numberCell(const QString &text)
{
    return QStringLiteral("<td align=\"right\">") + html(text) + QStringLiteral("</td>");
}

QString textCell(const QString &escaped)
{
    return QStringLiteral("<td>") + escaped + QStringLiteral("</td>");
}

QString namedRow(const QString &name, const QString &escapedValue)
{
    return QStringLiteral("<tr><th align=\"left\" scope=\"row\">") + ownHtml(name) + QStringLiteral("</th>") +
           textCell(escapedValue) + QStringLiteral("</tr>\n");
}

QString titleOf(const AuditReport &report)
{
    //: %1 is the name of an organization
    return ReportWords::tr("Audit of the provisioning tokens of %1").arg(isolatedText(report.tokens.organization));
}

QString origin(const AuditReport &report)
{
    const TokenExport &tokens = report.tokens;
    const QLocale &locale = report.locale;
    QString table = tableBegin();
    table += namedRow(ReportWords::tr("Organization"), html(tokens.organization));
    table += namedRow(ReportWords::tr("Profile"), html(tokens.profile));
    table += namedRow(ReportWords::tr("Server"), html(tokens.server));
    table += namedRow(ReportWords::tr("Time of the server"), html(exactTime(report.audit->subject.now, locale)));
    table += namedRow(ReportWords::tr("Tokens"), html(locale.toString(report.audit->subject.tokens->size())));
    table += namedRow(ReportWords::tr("Tokens in the table"), html(locale.toString(qulonglong(tokens.rows.size()))));
    table += namedRow(ReportWords::tr("Filter of the table"),
                      tokens.filter.isEmpty() ? ownHtml(ReportWords::tr("None: all tokens")) : html(tokens.filter));
    // A paragraph of its own, so that the sum stays in one line; fixed-width fonts have no ligatures to spoil a copy.
    return table + QStringLiteral("</table>\n<p>") +
           ownHtml(ReportWords::tr("SHA-256 of the table as it is exported as CSV:")) + QStringLiteral("<br><code>") +
           sha256Text(tokensAsCsv(tokens)) + QStringLiteral("</code></p>\n");
}

QString cardName(AuditCard card)
{
    switch (card) {
    case AuditCard::Active:
        return stateWord(TokenState::Active);
    case AuditCard::Expiring:
        return stateWord(TokenState::Expiring);
    case AuditCard::NeverUsed:
        return findingRuleWord(FindingRule::NeverUsed);
    case AuditCard::Stale:
        return findingRuleWord(FindingRule::Stale);
    case AuditCard::ReusableForever:
        return findingRuleWord(FindingRule::NeverExpires);
    case AuditCard::Anomalies:
        //: Tokens with a critical finding
        return ReportWords::tr("Anomalies");
    }
    Q_UNREACHABLE();
}

QString counts(const AuditReport &report)
{
    QString table = tableBegin();
    table += headRow({ReportWords::tr("Tokens"), ReportWords::tr("Count")});
    for (const AuditCard card : allAuditCards) {
        table += QStringLiteral("<tr><th align=\"left\" scope=\"row\">") + ownHtml(cardName(card)) +
                 QStringLiteral("</th>") +
                 numberCell(report.locale.toString(report.audit->cards[static_cast<size_t>(card)].count)) +
                 QStringLiteral("</tr>\n");
    }
    return table + QStringLiteral("</table>\n");
}

QString thresholds(const AuditReport &report)
{
    const AuditThresholds &set = report.audit->subject.thresholds;
    const auto days = [](int n) { return ownHtml(ReportWords::tr("%Ln day(s)", nullptr, n)); };
    QString table = tableBegin();
    table += namedRow(ReportWords::tr("Stale when unused for"), days(set.staleDays));
    table += namedRow(ReportWords::tr("Never used when so old"), days(set.neverUsedDays));
    table += namedRow(ReportWords::tr("Lives long when longer than"), days(set.longLifeDays));
    table += namedRow(ReportWords::tr("Expires soon when within"), days(set.expiryHorizonDays));
    return table + QStringLiteral("</table>\n");
}

QString findings(const AuditReport &report)
{
    const AuditSubject &subject = report.audit->subject;
    const std::vector<Finding> &found = report.audit->result.findings;
    QString text;
    if (found.empty()) {
        text += element("p", ownHtml(ReportWords::tr("Nothing was found.")));
    } else {
        text += tableBegin();
        text += headRow({ReportWords::tr("Severity"), ReportWords::tr("Token"), ReportWords::tr("Reason")});
        for (size_t i = 0; i < found.size() && i < size_t(mostFindingsInReport); ++i) {
            const Finding &finding = found[i];
            const QString name = subject.tokens->name(finding.row);
            text += QStringLiteral("<tr>") + textCell(ownHtml(severityWord(severityOf(finding.rule)))) +
                    textCell((name.isEmpty() ? ownHtml(ReportWords::tr("(no name)")) : html(name)) +
                             QStringLiteral("<br><code>") +
                             subject.tokens->row(finding.row).id.toString(QUuid::WithoutBraces) +
                             QStringLiteral("</code>")) +
                    textCell(ownHtml(findingReason(finding, subject.now))) + QStringLiteral("</tr>\n");
        }
        text += QStringLiteral("</table>\n");
    }
    const int more = int(found.size()) - mostFindingsInReport;
    if (more > 0)
        text += element("p", ownHtml(ReportWords::tr("And %Ln more finding(s).", nullptr, more)));
    const int hidden = int(report.audit->result.hidden.size());
    if (hidden > 0)
        text += element("p", ownHtml(ReportWords::tr("%Ln finding(s) have been hidden.", nullptr, hidden)));
    return text;
}

QString changes(const AuditReport &report)
{
    const ReviewDigest &digest = report.audit->digest;
    if (digest.sinceMs == noInstant)
        return {};
    QString text =
        element("h2", ownHtml(report.audit->subject.reviewedAt ? ReportWords::tr("Since the last review")
                                                               : ReportWords::tr("Since the history began")));
    text += element("p", ownHtml(exactTime(digest.sinceMs, report.locale)));
    text += tableBegin() + headRow({ReportWords::tr("Change"), ReportWords::tr("Tokens")});
    const auto row = [&](const QString &name, quint64 count) {
        text += QStringLiteral("<tr><th align=\"left\" scope=\"row\">") + ownHtml(name) + QStringLiteral("</th>") +
                numberCell(report.locale.toString(qulonglong(count))) + QStringLiteral("</tr>\n");
    };
    for (const ReviewChange change : allReviewChanges)
        row(reviewChangeWord(change), digest.rowsOf(change).size());
    //: Tokens that the server does not list any more
    row(ReportWords::tr("Vanished"), digest.vanished.size());
    text += QStringLiteral("</table>\n");
    return text + element("p", ownHtml(ReportWords::tr("%Ln device(s) joined.", nullptr,
                                                       int(qMin<quint64>(digest.uses, 2'147'483'647)))));
}

QString picture(const ReportPicture &shown)
{
    // On a page of its own: a printer would leave the title alone at the foot of the page before.
    QString text =
        QStringLiteral("<h2 style=\"page-break-before: always\">") + html(shown.title) + QStringLiteral("</h2>\n");
    text += QStringLiteral("<p><img src=\"data:") + QString::fromLatin1(shown.mimeType) + QStringLiteral(";base64,") +
            QString::fromLatin1(shown.bytes.toBase64()) + QStringLiteral("\" width=\"") + QString::number(shown.width) +
            QStringLiteral("\" height=\"") + QString::number(shown.height) + QStringLiteral("\" alt=\"") +
            html(shown.description) + QStringLiteral("\"></p>\n");
    if (shown.numbers.columns.isEmpty())
        return text;
    text += tableBegin() + headRow(shown.numbers.columns);
    for (const QStringList &cells : shown.numbers.rows) {
        text += QStringLiteral("<tr>");
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += i == 0 ? textCell(html(cells[i])) : numberCell(cells[i]);
        text += QStringLiteral("</tr>\n");
    }
    return text + QStringLiteral("</table>\n");
}

QString body(const AuditReport &report)
{
    QString text = element("h1", ownHtml(titleOf(report)));
    text += origin(report);
    text += element("h2", ownHtml(ReportWords::tr("Counts"))) + counts(report);
    text += element("h2", ownHtml(ReportWords::tr("Findings"))) + findings(report);
    text += changes(report);
    for (const ReportPicture &shown : report.pictures)
        text += picture(shown);
    text += element("h2", ownHtml(ReportWords::tr("Thresholds"))) + thresholds(report);
    return text;
}

} // namespace

QByteArray reportAsHtml(const AuditReport &report)
{
    const bool rightToLeft = report.locale.textDirection() == Qt::RightToLeft;
    QString text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n")
                       .arg(report.locale.bcp47Name(), rightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"));
    text += QStringLiteral(
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<style>\n"
        "body { font: 15px/1.45 system-ui, sans-serif; color: #1b1b1f; background: #fff; max-width: 60em; "
        "margin: 2em auto; padding: 0 1em; }\n"
        "h2 { margin-top: 2em; }\n"
        "table { border-collapse: collapse; font-variant-numeric: tabular-nums; }\n"
        "th, td { border: 1px solid #d4d4d8; padding: 4px 10px; vertical-align: top; overflow-wrap: anywhere; }\n"
        "th { font-weight: 600; }\n"
        "img { max-width: 100%; height: auto; }\n"
        "code { color: #52525b; font-size: 90%; }\n"
        "tr, img { break-inside: avoid; }\n"
        "</style>\n");
    text += element("title", ownHtml(titleOf(report)));
    text += QStringLiteral("</head>\n<body>\n") + body(report) + QStringLiteral("</body>\n</html>\n");
    return text.toUtf8();
}

QString reportForPrint(const AuditReport &report)
{
    return QStringLiteral("<html><body>\n") + body(report) + QStringLiteral("</body></html>\n");
}

} // namespace tokendesk
