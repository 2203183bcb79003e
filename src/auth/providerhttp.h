// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/formfields.h"
#include "auth/signinconfig.h"
#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace tokendesk {

/// A whole answer of the provider, whatever its status but 3xx.
struct ProviderReply
{
    int status = 0;
    Secret body;
    qint64 sentAtMs = 0; ///< this machine's clock, as are all of these; milliseconds since the epoch, UTC
    qint64 receivedAtMs = 0;
    std::optional<qint64> serverDateMs{}; ///< the provider's clock: its Date header
    std::optional<qint64> retryAfterMs{}; ///< milliseconds from now, 0 to one day
};

/// Requests to an OpenID Connect provider: small, bounded in size and time, never redirected, without cookies, cache or
/// stored authentication, and each sent once. https, or http to this machine (the caller has checked).
///
/// Threads: one. `done` runs once from the event loop, unless `context` is gone: then the request is ended.
class ProviderHttp : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<ProviderReply>)>;

    struct Limits
    {
        std::chrono::milliseconds deadline{30'000}; ///< for the whole exchange
        qint64 maxBytes = 256 * 1024;
    };

    ProviderHttp(SignInWorld world, Limits limits, QObject *parent = nullptr);
    ~ProviderHttp() override;

    void get(const QUrl &url, QObject *context, Done done);
    void post(const QUrl &url, const FormFields &fields, QObject *context, Done done);

private:
    QNetworkAccessManager &network();
    void send(const QNetworkRequest &request, const std::shared_ptr<Secret> &body, QObject *context, Done done);
    void start(QNetworkRequest request, const std::shared_ptr<Secret> &body, const Route &route, QObject *context,
               Done done);

    const SignInWorld m_world;
    const Limits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace tokendesk
