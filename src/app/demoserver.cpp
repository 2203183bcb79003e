// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoserver.h"

#include "core/serverurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace tokendesk {

namespace {

/// A million made-up tokens take a few seconds.
constexpr int startDeadlineMs = 60'000;
constexpr int pastDeadlineMs = 5'000;

QString programPath()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("tokendesk-simulator.exe");
#else
    const QString name = QStringLiteral("tokendesk-simulator");
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

} // namespace

DemoServer::DemoServer(QObject *parent) : QObject(parent)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(tr("The demo server did not start in time.")); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoServer::readStartLine);
    connect(&m_process, &QProcess::errorOccurred, this, [this] {
        fail(tr("The demo server could not be started: %1. It is the program %2, which belongs beside Token Desk.")
                 .arg(m_process.errorString(), QDir::toNativeSeparators(programPath())));
    });
    connect(&m_process, &QProcess::finished, this, [this] { fail(tr("The demo server has stopped.")); });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

DemoServer::~DemoServer()
{
    m_decided = true;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // the simulator ends with its input
    if (!m_process.waitForFinished(1000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void DemoServer::start(int tokens)
{
    m_deadline.start(startDeadlineMs);
    m_process.start(programPath(), {QStringLiteral("--tokens"), QString::number(tokens), QStringLiteral("--live")});
}

void DemoServer::readStartLine()
{
    if (m_decided) {
        m_process.readAllStandardOutput();
        return;
    }
    m_output += m_process.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (end < 0)
        return;
    const QJsonObject line = QJsonDocument::fromJson(m_output.left(end)).object();
    m_url = QUrl(line.value(QStringLiteral("url")).toString());
    m_bearer = Secret::fromText(line.value(QStringLiteral("bearer")).toString());
    m_output.clear();
    if (!m_url.isValid() || !isLoopbackHost(m_url.host()) || m_bearer.isEmpty()) {
        fail(tr("The demo server did not say where it listens."));
        return;
    }
    m_decided = true;
    m_deadline.stop();
    askForThePast();
}

void DemoServer::askForThePast()
{
    QUrl url = m_url;
    url.setPath(QStringLiteral("/control/past"));
    QNetworkRequest request(url);
    request.setTransferTimeout(pastDeadlineMs);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        // The demo is as good without it, but for its history.
        if (reply->error() == QNetworkReply::NoError)
            m_past = reply->readAll();
        Q_EMIT started();
    });
}

void DemoServer::fail(const QString &reason)
{
    if (std::exchange(m_decided, true))
        return; // once it has started, what happens to it is seen as any server's failure is
    m_deadline.stop();
    Q_EMIT failed(reason);
}

} // namespace tokendesk
