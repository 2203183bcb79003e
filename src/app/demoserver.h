// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace tokendesk {

/// The simulator as a child process, for --demo. It ends when this object does, or this process.
class DemoServer : public QObject
{
    Q_OBJECT
public:
    explicit DemoServer(QObject *parent = nullptr);
    ~DemoServer() override;

    /// Once. Ends in started() or failed().
    void start(int tokens);

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] const Secret &bearer() const { return m_bearer; }
    /// What there was to see before the start, as JSON (docs/simulator.md, /control/past); empty where it was not told.
    [[nodiscard]] const QByteArray &past() const { return m_past; }

Q_SIGNALS:
    void started();
    /// `reason`: one sentence, translated.
    void failed(const QString &reason);

private:
    void readStartLine();
    void askForThePast();
    void fail(const QString &reason);

    QProcess m_process;
    QTimer m_deadline;
    QByteArray m_output;
    QUrl m_url;
    Secret m_bearer;
    QNetworkAccessManager m_network;
    QByteArray m_past;
    bool m_decided = false;
};

} // namespace tokendesk
