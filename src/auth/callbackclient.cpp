// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/callbackclient.h"

#include "core/secret.h"

#include <QTcpSocket>

namespace tokendesk {

CallbackClient::CallbackClient(QTcpSocket *socket, std::function<CallbackPage(const CallbackRequestReader &)> answer,
                               std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_socket(socket), m_answer(std::move(answer))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(CallbackRequestReader::maxHead);
    m_patience.setSingleShot(true);
    m_patience.start(patience);
    // A total time, not one since the last byte: a trickle does not prolong it.
    connect(&m_patience, &QTimer::timeout, this, &CallbackClient::gone);
    connect(m_socket, &QTcpSocket::disconnected, this, &CallbackClient::gone);
    connect(m_socket, &QTcpSocket::readyRead, this, &CallbackClient::read);
    QMetaObject::invokeMethod(this, &CallbackClient::read, Qt::QueuedConnection); // what came before we listened
}

CallbackClient::~CallbackClient()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void CallbackClient::read()
{
    QByteArray bytes = m_socket->readAll();
    // After the answer whatever comes is thrown away, but read: to close with unread bytes would reset the connection,
    // and the browser might lose the page.
    if (m_answered)
        return;
    const CallbackRequestReader::State state = m_request.feed(bytes);
    wipeMemory(bytes.data(), bytes.size());
    switch (state) {
    case CallbackRequestReader::State::NeedsMore:
        return;
    case CallbackRequestReader::State::Complete:
        return say(m_answer(m_request));
    case CallbackRequestReader::State::Malformed:
        return say(CallbackPage::NotAnAnswer);
    case CallbackRequestReader::State::TooLarge:
        return say(CallbackPage::HeadTooLarge);
    }
}

void CallbackClient::say(CallbackPage page)
{
    m_answered = true;
    QByteArray response = callbackResponse(page);
    if (m_request.state() == CallbackRequestReader::State::Complete && m_request.method() == "HEAD")
        response.truncate(response.indexOf("\r\n\r\n") + 4);
    m_socket->write(response);
    // The browser closes, having read what Content-Length announced; if not, m_patience does.
    m_socket->flush();
}

} // namespace tokendesk
