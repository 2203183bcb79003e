// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remotetokenservice.h"

namespace tokendesk {

RemoteTokenService::RemoteTokenService(NetworkThread &thread, ApiConfig config)
    : m_thread(thread), m_api(new AcusightApi(std::move(config)))
{
    m_thread.adopt(m_api);
}

RemoteTokenService::~RemoteTokenService()
{
    *m_wanted = false;
    m_api->deleteLater();
}

template <class T>
std::function<void(Result<T>)> RemoteTokenService::postedBack(std::function<void(Result<T>)> reply)
{
    return [thread = &m_thread, wanted = m_wanted, reply = std::move(reply)](Result<T> result) {
        // Shared, for a std::function must be copyable and a secret is not.
        thread->postBack(wanted,
                         [reply, held = std::make_shared<Result<T>>(std::move(result))] { reply(std::move(*held)); });
    };
}

void RemoteTokenService::list(TokenSnapshotPtr previous, ListProgress progress, ListReply reply)
{
    ListProgress progressBack;
    if (progress) {
        progressBack = [thread = &m_thread, wanted = m_wanted, progress = std::move(progress)](qint64 rows,
                                                                                               qint64 total) {
            thread->postBack(wanted, [progress, rows, total] { progress(rows, total); });
        };
    }
    QMetaObject::invokeMethod(
        m_api,
        [api = m_api, previous = std::move(previous), progressBack, back = postedBack<TokenListing>(std::move(reply))] {
            api->list(previous, progressBack, back);
        },
        Qt::QueuedConnection);
}

void RemoteTokenService::create(CreateRequest request, CreateReply reply)
{
    QMetaObject::invokeMethod(
        m_api,
        [api = m_api, request = std::move(request), back = postedBack<CreatedToken>(std::move(reply))] {
            api->create(request, back);
        },
        Qt::QueuedConnection);
}

void RemoteTokenService::revoke(QUuid id, RevokeReply reply)
{
    QMetaObject::invokeMethod(
        m_api, [api = m_api, id, back = postedBack<Revocation>(std::move(reply))] { api->revoke(id, back); },
        Qt::QueuedConnection);
}

void RemoteTokenService::organization(OrganizationReply reply)
{
    QMetaObject::invokeMethod(
        m_api, [api = m_api, back = postedBack<Organization>(std::move(reply))] { api->organization(back); },
        Qt::QueuedConnection);
}

void RemoteTokenService::cancelReads()
{
    QMetaObject::invokeMethod(
        m_api, [api = m_api] { api->cancelReads(); }, Qt::QueuedConnection);
}

} // namespace tokendesk
