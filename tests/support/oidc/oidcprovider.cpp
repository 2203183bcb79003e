// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/oidc/oidcprovider.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

namespace tokendesk {

namespace {

constexpr int patienceMs = 60'000;
const QString modules = QStringLiteral(TOKENDESK_OIDC_MODULES);

} // namespace

OidcProvider::~OidcProvider()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
}

QString OidcProvider::start(Options options)
{
    if (!QFile::exists(modules + QStringLiteral("/node_modules/oidc-provider")))
        return QStringLiteral("run scripts/install-oidc-provider first");
    const QJsonObject given{{QStringLiteral("accessTokenSeconds"), options.accessTokenSeconds},
                            {QStringLiteral("deviceSeconds"), options.deviceSeconds}};
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("node"),
                    {QStringLiteral(TOKENDESK_SOURCE_DIR "/tests/support/oidc/provider.mjs"), modules,
                     QString::fromUtf8(QJsonDocument(given).toJson(QJsonDocument::Compact))});
    const QDeadlineTimer deadline(patienceMs);
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !deadline.hasExpired())
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    m_issuer = QJsonDocument::fromJson(m_process.readLine()).object().value(QLatin1String("issuer")).toString();
    return m_issuer.isEmpty() ? QStringLiteral("the provider did not come up: ") + m_process.errorString() : QString();
}

QJsonArray OidcProvider::requests() const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(QUrl(m_issuer).port()));
    socket.waitForConnected(patienceMs);
    socket.write("GET /control/requests HTTP/1.0\r\nHost: control\r\n\r\n");
    const QDeadlineTimer deadline(patienceMs);
    while (socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired())
        socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    const QByteArray reply = socket.readAll();
    return QJsonDocument::fromJson(reply.mid(reply.indexOf("\r\n\r\n") + 4)).array();
}

int OidcProvider::granted(const QString &grantType) const
{
    const QJsonArray all = requests();
    return int(std::count_if(all.begin(), all.end(), [&grantType](const QJsonValue &request) {
        return request[QLatin1String("granted")] == grantType;
    }));
}

int OidcProvider::count(const QString &path) const
{
    const QJsonArray all = requests();
    return int(std::count_if(all.begin(), all.end(),
                             [&path](const QJsonValue &request) { return request[QLatin1String("path")] == path; }));
}

} // namespace tokendesk
