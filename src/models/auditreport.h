// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditstate.h"
#include "models/tokenexport.h"

#include <QLocale>
#include <QStringList>

#include <vector>

namespace tokendesk {

/// Numbers beside a picture. Texts are plain; they are escaped where they are put into a document.
struct ReportTable
{
    QStringList columns;           ///< the first one names the row, the others are numbers
    std::vector<QStringList> rows; ///< as many cells as columns
};

struct ReportPicture
{
    QString title;
    QString description; ///< what it shows, for those who cannot see it
    QByteArray bytes;    ///< PNG or SVG
    QByteArray mimeType; ///< "image/png" or "image/svg+xml"
    int width = 0;       ///< in the document, in pixels of 1/96 inch, > 0; a printed page has room for 640
    int height = 0;      ///< the same; QTextDocument stretches a picture that tells only its width
    ReportTable numbers;
};

/// An audit to hand to somebody: where the tokens are from, what the audit found, the pictures with their numbers, and
/// the SHA-256 of the tokens as CSV.
struct AuditReport
{
    TokenExport tokens;                               ///< the table as filtered
    AuditPtr audit = std::make_shared<const Audit>(); ///< of all tokens; never null
    std::vector<ReportPicture> pictures;
    QLocale locale;
};

/// One HTML file that fetches nothing: pictures are data URIs, and a policy in it forbids all else. Any thread.
[[nodiscard]] QByteArray reportAsHtml(const AuditReport &report);

/// The same for QTextDocument::setHtml() and a printer; pictures should be PNG there. Any thread.
[[nodiscard]] QString reportForPrint(const AuditReport &report);

/// More findings than this are summed up in one line; the table has all of them.
inline constexpr int mostFindingsInReport = 500;

} // namespace tokendesk
