// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "session/tokenservice.h"
#include "support/tokens.h"

#include <QObject>

#include <deque>
#include <optional>

namespace tokendesk {

/// A server in memory: holds tokens, answers after the call has returned, fails on demand. Any number of
/// FakeTokenServices talk to one FakeServer, which outlives them.
class FakeServer
{
public:
    explicit FakeServer(const Clock &clock) : m_clock(clock) {}

    std::vector<TestToken> tokens; ///< newest first, as the contract says
    QString organization = QStringLiteral("Acme Manufacturing");
    qint64 clockOffsetMs = 0; ///< of the server's Date against the test's clock

    /// What the next request of a kind meets instead of an answer; each is used up by one request.
    std::deque<Error> listErrors, createErrors, revokeErrors, organizationErrors;
    /// Every request meets this until it is taken away (an expired token, a server that is gone).
    std::optional<Error> everyError;
    /// The create or revoke is carried out though an error from the queue is answered: the reply was lost.
    bool applyDespiteError = false;
    /// While true, requests pile up unanswered; release() answers them.
    bool hold = false;
    void release();

    /// What came, in order: "list", "create Name", "revoke <uuid>", "organization", "cancelReads".
    QStringList requests;
    [[nodiscard]] int count(const QString &request) const;
    /// The secret of the token created last ("apt_…") and its setup command.
    QByteArray lastSecret;
    /// Sent as setup_command, with %1 for the token.
    QString setupCommand = QStringLiteral("curl -fsSL https://acusight.io/install.sh | sudo sh -s -- --token %1");

private:
    friend class FakeTokenService;
    const Clock &m_clock;
    std::vector<std::function<void()>> m_held;
    int m_nextNumber = 1000;
};

class FakeTokenService final : public QObject, public TokenService
{
public:
    explicit FakeTokenService(FakeServer &server) : m_server(server) {}

    void list(TokenSnapshotPtr previous, ListProgress progress, ListReply reply) override;
    void create(CreateRequest request, CreateReply reply) override;
    void revoke(QUuid id, RevokeReply reply) override;
    void organization(OrganizationReply reply) override;
    void cancelReads() override;

private:
    void later(std::function<void()> answer);
    std::optional<Error> failure(std::deque<Error> &queue);

    FakeServer &m_server;
    quint64 m_readGeneration = 0;
};

} // namespace tokendesk
