// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/loopbackreceiver.h"

#include "auth/callbackclient.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace tokendesk {

namespace {

constexpr char callbackPath[] = "/callback";

} // namespace

LoopbackReceiver::LoopbackReceiver(Judge judge, Limits limits, QObject *parent)
    : QObject(parent), m_judge(std::move(judge)), m_limits(limits)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(m_limits.clients);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReceiver::welcome);
}

LoopbackReceiver::~LoopbackReceiver() = default;

bool LoopbackReceiver::listen()
{
    const bool listening = m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    m_port = m_server.serverPort();
    return listening;
}

QByteArray LoopbackReceiver::ownHost() const
{
    return "127.0.0.1:" + QByteArray::number(m_port);
}

QString LoopbackReceiver::redirectUri() const
{
    return QLatin1String("http://") + QLatin1String(ownHost()) + QLatin1String(callbackPath);
}

void LoopbackReceiver::welcome()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_clients.size() >= m_limits.clients)
            delete m_clients.takeFirst();
        auto *client = new CallbackClient(
            socket, [this](const CallbackRequestReader &request) { return pageFor(request); }, m_limits.patience, this);
        m_clients.append(client);
        connect(client, &CallbackClient::gone, this, [this, client] {
            m_clients.removeOne(client);
            client->disconnect(this);
            client->deleteLater();
        });
    }
}

CallbackPage LoopbackReceiver::pageFor(const CallbackRequestReader &request)
{
    // Also a second answer, on a connection that was open already: the first one counts.
    if (m_answered || request.host() != ownHost())
        return CallbackPage::NotAnAnswer;
    if (request.path() != callbackPath)
        return CallbackPage::NotFound;
    // A HEAD comes from something that looks ahead (a link scanner), a POST from a provider's form_post, which was not
    // asked for.
    if (request.method() != "GET")
        return CallbackPage::WrongMethod;
    const Verdict verdict = m_judge(request.query());
    if (verdict.isOutcome) {
        m_answered = true;
        m_server.close();
    }
    return verdict.page;
}

} // namespace tokendesk
