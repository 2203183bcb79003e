// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/signedintokenservice.h"

#include <QTimer>

#include <optional>

namespace tokendesk {

SignedInTokenService::SignedInTokenService(std::unique_ptr<TokenService> inner, TokenRenewal renewal,
                                           std::chrono::milliseconds patience)
    : m_inner(std::move(inner)), m_renewal(std::move(renewal)), m_patience(patience)
{}

SignedInTokenService::~SignedInTokenService() = default;

template <class T>
void SignedInTokenService::read(std::function<void(Reply<T>)> ask, Reply<T> reply, int renewals)
{
    const auto sentWith = std::make_shared<Secret>(m_renewal.current());
    ask([this, ask, reply, sentWith, renewals](Result<T> answer) {
        if (answer || answer.error().kind != ErrorKind::Unauthorized)
            return reply(std::move(answer));
        // Another request has met the same and has been faster; that renewal is not ours.
        const bool isOvertaken = !m_renewal.current().equals(sentWith->view());
        const int left = isOvertaken ? renewals : renewals - 1;
        if (left < 0) {
            answer.error().kind = ErrorKind::SignInNotAccepted;
            return reply(std::move(answer));
        }
        const quint64 number = m_nextRead++;
        m_waitingReads.emplace(number, [reply] { reply(failure({.kind = ErrorKind::Cancelled})); });
        m_renewal.renew(*sentWith, this, [this, number, ask, reply, left](const Result<void> &renewed) {
            if (m_waitingReads.erase(number) == 0)
                return; // cancelled meanwhile
            if (renewed)
                read<T>(ask, reply, left);
            else
                reply(failure(renewed.error()));
        });
    });
}

template <class T>
SignedInTokenService::Reply<T> SignedInTokenService::afterChange(Reply<T> reply)
{
    return
        [this, reply = std::move(reply), sentWith = std::make_shared<Secret>(m_renewal.current())](Result<T> answer) {
            if (answer || answer.error().kind != ErrorKind::Unauthorized)
                return reply(std::move(answer));
            // Whichever comes first: the renewal, or the end of the patience.
            auto *waiting = new QTimer(this);
            waiting->setSingleShot(true);
            const auto isAnswered = std::make_shared<bool>(false);
            const auto finish = [waiting, isAnswered, reply, refusal = answer.error()](Error error) {
                if (std::exchange(*isAnswered, true))
                    return;
                waiting->deleteLater();
                // What was asked, for the details.
                error.requestId = refusal.requestId;
                error.httpStatus = refusal.httpStatus;
                reply(failure(std::move(error)));
            };
            connect(waiting, &QTimer::timeout, this, [finish] {
                finish({.kind = ErrorKind::Timeout, .detail = QStringLiteral("the sign-in was not renewed in time")});
            });
            waiting->start(m_patience);
            m_renewal.renew(*sentWith, waiting, [finish](const Result<void> &renewed) {
                finish(renewed ? Error{.kind = ErrorKind::SignInRenewed} : renewed.error());
            });
        };
}

void SignedInTokenService::list(TokenSnapshotPtr previous, ListProgress progress, ListReply reply)
{
    read<TokenListing>([this, previous = std::move(previous), progress = std::move(progress)](
                           ListReply to) { m_inner->list(previous, progress, std::move(to)); },
                       std::move(reply), 1);
}

void SignedInTokenService::organization(OrganizationReply reply)
{
    read<Organization>([this](OrganizationReply to) { m_inner->organization(std::move(to)); }, std::move(reply), 1);
}

void SignedInTokenService::create(CreateRequest request, CreateReply reply)
{
    m_inner->create(std::move(request), afterChange<CreatedToken>(std::move(reply)));
}

void SignedInTokenService::revoke(QUuid id, RevokeReply reply)
{
    m_inner->revoke(id, afterChange<Revocation>(std::move(reply)));
}

void SignedInTokenService::cancelReads()
{
    m_inner->cancelReads();
    for (auto &[number, cancel] : std::exchange(m_waitingReads, {}))
        QMetaObject::invokeMethod(this, cancel, Qt::QueuedConnection);
}

} // namespace tokendesk
