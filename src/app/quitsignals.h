// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tokendesk {

/// Turns SIGINT, SIGTERM and SIGHUP into an orderly quit, so that a session that is logged off still clears its secret
/// from the clipboard and saves its window. Does nothing on Windows, where Qt handles the end of a session. Make one at
/// most, on the gui thread, after the application object.
class QuitSignals : public QObject
{
    Q_OBJECT
public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void quitAsked();
};

} // namespace tokendesk
