// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reportfile.h"

#include "gui/auditpicture.h"
#include "gui/auditscene.h"
#include "gui/filewriter.h"
#include "models/auditreport.h"
#include "models/tokenexport.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPointer>
#include <QTextDocument>

namespace tokendesk {

namespace {

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

enum class Format { Html, Pdf, Csv, Json };

Format formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("pdf"))
        return Format::Pdf;
    if (suffix == QLatin1String("csv"))
        return Format::Csv;
    if (suffix == QLatin1String("json"))
        return Format::Json;
    return Format::Html;
}

/// Numbers beyond this make a report that nobody reads; the table as CSV has all of them.
constexpr int mostNumbers = 60;
constexpr QSize pictureSize(720, 380);
/// In the report: what the width of an A4 page has room for.
constexpr int shownWidth = 640;

QPalette paper()
{
    QPalette palette(Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, QColor(0x22, 0x22, 0x22));
    palette.setColor(QPalette::Highlight, QColor(0x1A, 0x6F, 0xE0));
    return palette;
}

QByteArray png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

ReportPicture pictureFor(AuditPicture &picture)
{
    ReportPicture page;
    page.title = picture.title();
    page.description = picture.subtitle();
    page.bytes = png(picture.image(pictureSize, 2, paper()));
    page.mimeType = QByteArrayLiteral("image/png");
    page.width = shownWidth;
    page.height = pictureSize.height() * shownWidth / pictureSize.width();
    const PictureNumbers numbers = picture.numbers();
    if (numbers.rows > mostNumbers)
        return page;
    page.numbers.columns = numbers.columns;
    for (int row = 0; row < numbers.rows; ++row) {
        QStringList cells;
        for (int column = 0; column < numbers.columns.size(); ++column)
            cells << numbers.cell(row, column);
        page.numbers.rows.push_back(cells);
    }
    return page;
}

QByteArray pdfOf(const AuditReport &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    // QTextDocument adds margins of two centimetres, and page numbers in them.
    writer.setPageMargins(QMarginsF());
    writer.setTitle(ReportWords::tr("Token audit"));
    writer.setCreator(QStringLiteral("Token Desk"));
    QTextDocument document;
    document.setHtml(reportForPrint(report));
    document.print(&writer);
    return bytes;
}

std::function<QByteArray()> maker(const ReportSource &source, Format format)
{
    TokenExport tokens;
    tokens.organization = source.organization;
    tokens.profile = source.profile;
    tokens.server = source.server;
    tokens.filter = source.filter;
    tokens.now = source.scene->now();
    tokens.horizonMs = source.scene->horizonMs();
    tokens.tokens = source.scene->tokens();
    tokens.rows = source.scene->shown();
    switch (format) {
    case Format::Csv:
        return [tokens] { return tokensAsCsv(tokens); };
    case Format::Json:
        return [tokens] { return tokensAsJson(tokens); };
    case Format::Html:
    case Format::Pdf:
        break;
    }
    AuditReport report;
    report.tokens = std::move(tokens);
    for (AuditPicture *picture : source.pictures)
        report.pictures.push_back(pictureFor(*picture));
    return [report, subject = source.subject, format]() mutable {
        report.audit = auditOf(std::move(subject));
        return format == Format::Html ? reportAsHtml(report) : pdfOf(report);
    };
}

void sayFailure(QWidget *window, const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Warning, ReportWords::tr("Report"), {}, QMessageBox::Close, window);
    box->setObjectName(QStringLiteral("reportFailed"));
    box->setTextFormat(Qt::PlainText);
    box->setText(sentence);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

void askForReport(QWidget *window, ReportSource source, std::function<void(const QString &sentence)> said)
{
    auto *dialog = new QFileDialog(window, ReportWords::tr("Save Report"));
    dialog->setObjectName(QStringLiteral("reportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters{
        ReportWords::tr("Report with pictures, HTML (*.html)"), ReportWords::tr("Report with pictures, PDF (*.pdf)"),
        ReportWords::tr("The table as filtered, CSV (*.csv)"), ReportWords::tr("The table as filtered, JSON (*.json)")};
    static const QStringList suffixes{QStringLiteral("html"), QStringLiteral("pdf"), QStringLiteral("csv"),
                                      QStringLiteral("json")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixes.first());
    dialog->selectFile(ReportWords::tr("Token audit %1").arg(QDate::currentDate().toString(Qt::ISODate)));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        const qsizetype index = filters.indexOf(filter);
        if (index >= 0)
            dialog->setDefaultSuffix(suffixes[index]);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, window,
                     [window, source = std::move(source), said = std::move(said)](const QString &path) {
                         writeFile(path, maker(source, formatOf(path)), window,
                                   [window, said](const QString &sentence, bool written) {
                                       said(sentence);
                                       if (!written)
                                           sayFailure(window, sentence);
                                   });
                     });
    dialog->open();
}

} // namespace tokendesk
