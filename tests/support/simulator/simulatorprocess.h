// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace tokendesk {

/// `tokendesk-simulator` as a child of the test (docs/simulator.md), gone when this object is. Everything here blocks
/// without an event loop, so that nothing of the code under test runs meanwhile. On one thread.
class SimulatorProcess
{
public:
    SimulatorProcess() = default;
    ~SimulatorProcess();
    SimulatorProcess(const SimulatorProcess &) = delete;
    SimulatorProcess &operator=(const SimulatorProcess &) = delete;

    /// Starts it and waits for its first line. False with errorString() when it does not come up.
    bool start(const QStringList &options = {});
    /// Ends it the way a parent that goes away does, by closing its standard input; false when it had to be killed.
    bool stop();
    [[nodiscard]] QString errorString() const { return m_error; }

    /// "http://127.0.0.1:PORT/api", or https.
    [[nodiscard]] QUrl url() const { return QUrl(m_line.value(QLatin1StringView("url")).toString()); }
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(url().port()); }
    [[nodiscard]] QByteArray bearer() const { return text("bearer"); }
    /// PEM of the certificate it shows, and of the authority that issued it; empty without --tls, --tls-authority.
    [[nodiscard]] QByteArray certificate() const { return text("certificate"); }
    [[nodiscard]] QByteArray authority() const { return text("authority"); }
    /// Shows another certificate from now on (docs/simulator.md, Control); certificate() and authority() tell of it.
    bool changeCertificate(const QJsonObject &wish);
    [[nodiscard]] QProcess &process() { return m_process; }

    /// One request to /control<path>; an empty document and errorString() unless it is answered with 2xx.
    QJsonDocument control(const QByteArray &method, const QByteArray &path, const QJsonDocument &body = {});

    /// Lets a fault lie in wait; `times` -1 means always. `method` and `path` (below /api) narrow it.
    bool fault(const QString &name, const QJsonValue &arg = QJsonValue::Undefined, const QString &method = {},
               const QString &path = {}, int times = 1);
    bool clearFaults();
    /// All requests to the API so far, oldest first: method, path, query, host, headers, authorization, body, status,
    /// fault, connection.
    QJsonArray requests();
    /// How many of them have that method and that path (with /api).
    int count(const QString &method, const QString &path);
    /// The rows as the server keeps them, newest first, with "token" where it knows the secret.
    QJsonArray tokens();

    /// Path of the program, for a test that starts it by itself.
    static QString program();

private:
    [[nodiscard]] QByteArray text(const char *key) const;

    QProcess m_process;
    QJsonObject m_line;
    QString m_error;
};

} // namespace tokendesk
