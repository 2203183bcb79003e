// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulator/simulatorprocess.h"

#include <QDeadlineTimer>
#include <QSslSocket>

#include <memory>

namespace tokendesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

QString SimulatorProcess::program()
{
    return QStringLiteral(TOKENDESK_SIMULATOR);
}

SimulatorProcess::~SimulatorProcess()
{
    stop();
}

bool SimulatorProcess::start(const QStringList &options)
{
    m_error.clear();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(), options);
    const QDeadlineTimer deadline(patienceMs);
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !deadline.hasExpired())
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    m_line = QJsonDocument::fromJson(m_process.readLine()).object();
    if (m_line.isEmpty())
        m_error = u"the simulator did not come up: "_s + m_process.errorString();
    return !m_line.isEmpty();
}

bool SimulatorProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return true;
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(patienceMs))
        return true;
    m_process.kill();
    m_process.waitForFinished();
    return false;
}

QByteArray SimulatorProcess::text(const char *key) const
{
    return m_line.value(QLatin1StringView(key)).toString().toUtf8();
}

QJsonDocument SimulatorProcess::control(const QByteArray &method, const QByteArray &path, const QJsonDocument &body)
{
    const bool tls = url().scheme() == "https"_L1;
    const auto socket = tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    if (auto *secure = qobject_cast<QSslSocket *>(socket.get())) {
        secure->setPeerVerifyMode(QSslSocket::VerifyNone);
        secure->connectToHostEncrypted(url().host(), port());
        secure->waitForEncrypted(patienceMs);
    } else {
        socket->connectToHost(url().host(), port());
        socket->waitForConnected(patienceMs);
    }
    const QByteArray content = body.isNull() ? QByteArray() : body.toJson(QJsonDocument::Compact);
    socket->write(method + " /control" + path + " HTTP/1.1\r\nHost: control\r\nConnection: close\r\nContent-Length: " +
                  QByteArray::number(content.size()) + "\r\n\r\n" + content);
    QByteArray reply;
    const QDeadlineTimer deadline(patienceMs);
    while (socket->state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        socket->waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        reply += socket->readAll();
    }
    reply += socket->readAll();
    const qsizetype head = reply.indexOf("\r\n\r\n");
    if (head < 0 || !reply.startsWith("HTTP/1.1 2")) {
        m_error =
            u"control %1 %2: %3"_s.arg(QString::fromUtf8(method), QString::fromUtf8(path),
                                       QString::fromUtf8(reply.isEmpty() ? socket->errorString().toUtf8() : reply));
        qWarning("%s", qPrintable(m_error));
        return {};
    }
    return QJsonDocument::fromJson(reply.mid(head + 4));
}

bool SimulatorProcess::changeCertificate(const QJsonObject &wish)
{
    const QJsonObject made = control("POST", "/certificate", QJsonDocument(wish)).object();
    for (const QString &key : {u"certificate"_s, u"authority"_s})
        m_line.insert(key, made.value(key));
    return !made.isEmpty();
}

bool SimulatorProcess::fault(const QString &name, const QJsonValue &arg, const QString &method, const QString &path,
                             int times)
{
    QJsonObject rule{{u"fault"_s, name}, {u"times"_s, times}, {u"method"_s, method}, {u"path"_s, path}};
    if (!arg.isUndefined())
        rule.insert(u"arg"_s, arg);
    return !control("POST", "/faults", QJsonDocument(rule)).isNull();
}

bool SimulatorProcess::clearFaults()
{
    return !control("DELETE", "/faults").isNull();
}

QJsonArray SimulatorProcess::requests()
{
    return control("GET", "/requests").object().value("requests"_L1).toArray();
}

int SimulatorProcess::count(const QString &method, const QString &path)
{
    int number = 0;
    for (const QJsonValue &request : requests()) {
        if (request["method"_L1] == method && request["path"_L1] == path)
            ++number;
    }
    return number;
}

QJsonArray SimulatorProcess::tokens()
{
    return control("GET", "/tokens").object().value("tokens"_L1).toArray();
}

} // namespace tokendesk
