// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace tokendesk {

class InlineMessage;
class RequestLog;

/// The requests of this program, one line each, to read and to send (Help, Log). Follows while it is open. Not modal:
/// one can look at both. Deletes itself.
class LogDialog : public QDialog
{
    Q_OBJECT
public:
    /// `log` outlives the dialog.
    LogDialog(const RequestLog &log, QWidget *parent);

private:
    void follow();
    void copyAll();
    void askWhereToSave();
    [[nodiscard]] QString allText() const;

    const RequestLog &m_log;
    quint64 m_seen = 0;
    QPlainTextEdit *m_text;
    InlineMessage *m_message;
};

} // namespace tokendesk
