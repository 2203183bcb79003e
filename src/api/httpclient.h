// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/acusightapi.h"
#include "api/gunzip.h"
#include "api/httpexchange.h"
#include "transport/route.h"

namespace tokendesk {

/// The one request factory, and the owner of what is under way. Destroying it ends everything without a word.
///
/// Threads: made and used on the api's thread.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    /// `config` outlives this object.
    explicit HttpClient(const ApiConfig &config);
    ~HttpClient() override;

    /// `done` runs once, from the event loop.
    void send(const HttpRequest &request, HttpExchange::Done done);
    /// Ends what only reads with ErrorKind::Cancelled.
    void cancelReads();
    /// Memory of a body that has been read, for the next one. Kept up to the size of a page, so that a program at rest
    /// does not sit on a copy of its list.
    void giveBack(QByteArray &&body);

private:
    [[nodiscard]] std::optional<Error> whyNotSend(const QUrl &url, const Secret &bearer) const;
    [[nodiscard]] QNetworkAccessManager &network();
    [[nodiscard]] QNetworkRequest wireRequest(const HttpRequest &request, const QUrl &url, const Secret &bearer,
                                              const Route &route) const;

    const ApiConfig &m_config;
    Gunzip m_gunzip;
    QByteArray m_buffer;
    std::unique_ptr<QNetworkAccessManager> m_network;
    Router m_router;
};

} // namespace tokendesk
