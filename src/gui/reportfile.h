// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditstate.h"

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace tokendesk {

class AuditPicture;
class AuditScene;

/// What a report is made of. Pictures and scene are asked at once, when the person has chosen a file.
struct ReportSource
{
    QString organization;
    QString profile;
    QString server;
    QString filter; ///< in words
    AuditScene *scene = nullptr;
    AuditSubject subject;
    std::vector<AuditPicture *> pictures;
};

/// Asks for a file and a format: HTML or PDF with pictures, CSV or JSON of the table as filtered. Then writes it off
/// the gui thread. `said`: one sentence, how it ended. A failure is said in a box of its own too.
void askForReport(QWidget *window, ReportSource source, std::function<void(const QString &sentence)> said);

} // namespace tokendesk
