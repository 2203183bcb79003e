// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/profile.h"
#include "session/tokenservice.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tokendesk {

/// What creating a token came to.
struct CreateOutcome
{
    /// A value, or why not. ErrorKind::OutcomeUnknown: the request was sent and no answer came.
    Result<CreatedToken> result;
    /// Only for OutcomeUnknown: whether the list could be loaded afterwards.
    bool listReloaded = false;
    /// Only for OutcomeUnknown: tokens that fit the request, were not in the list before, and were created since.
    std::vector<QUuid> candidates;
};

/// What revoking one token came to.
struct RevokeResult
{
    enum class Kind {
        Revoked,        ///< the server said so, or a reload after a lost reply shows it
        AlreadyRevoked, ///< it was revoked before; done
        NotFound,       ///< 404: the server has no such token
        Failed,         ///< `error` says why; the token is as it was
        Unknown,        ///< the reply was lost and the list could not be loaded to see
        NotAttempted,   ///< cancelled, or skipped after a failure that the next one would meet too (401)
    };
    QUuid id;
    Kind kind = Kind::NotAttempted;
    Error error; ///< for Failed and Unknown
};

/// One open connection: polls, compares, creates, revokes, announces. The only owner of live state.
///
/// Threads: gui thread only. Nothing here waits; network, inflating, parsing and comparing happen behind TokenService.
class Session : public QObject
{
    Q_OBJECT
public:
    /// What is known of the list on screen.
    enum class Phase {
        NotConnected, ///< no profile is open
        Loading,      ///< open, and no list has come yet
        Ready,        ///< there is a list; lastError() says whether it is as new as it should be
        Failed,       ///< open, no list has come, and lastError() says why
    };
    Q_ENUM(Phase)

    explicit Session(const Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// Opens a connection and loads the list and the organization's name. Whatever was open is closed first. Where the
    /// profile's server and organization stay the same (a new access token after a 401), use renew() instead.
    void open(const Profile &profile, std::unique_ptr<TokenService> service);
    /// The same profile with a new access token: the list on screen stays, polling starts again.
    /// `profile` differs in its name at most.
    void renew(const Profile &profile, std::unique_ptr<TokenService> service);
    void close();

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const std::optional<Profile> &profile() const { return m_profile; }
    [[nodiscard]] const std::optional<Organization> &organization() const { return m_organization; }
    /// Never null; empty while nothing has come.
    [[nodiscard]] TokenSnapshotPtr tokens() const { return m_tokens; }
    /// The server's clock, milliseconds since the epoch, UTC.
    [[nodiscard]] qint64 serverNow() const { return m_serverClock.nowMs(); }
    [[nodiscard]] const ServerClock &serverClock() const { return m_serverClock; }
    /// When the list on screen was loaded, this machine's clock; noInstant while there is none.
    [[nodiscard]] qint64 loadedAt() const { return m_loadedAt; }
    /// Why the last refresh failed; nothing after one that worked.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }
    /// The list on screen is old: the last refresh failed, or the sign-in has ended (endsSignIn).
    [[nodiscard]] bool isStale() const { return m_phase == Phase::Ready && m_lastError.has_value(); }
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    [[nodiscard]] bool isActing() const { return m_acting; }
    /// Milliseconds until requests are allowed again after a 429; 0 when they are.
    [[nodiscard]] qint64 waitMs() const;

    /// Zero turns polling off. Default 30 s. Counted from the end of a reply, not from its start.
    void setPollInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds pollInterval() const { return m_pollInterval; }
    /// No polling while the window is minimized; a poll that came due meanwhile happens on waking.
    void setPaused(bool paused);

    /// Loads the list. Does nothing while a refresh or an action is under way, without a connection, or while waitMs()
    /// says that the server has asked to be left alone.
    void refresh();
    void cancelRefresh();

    /// One POST, ever. `done` runs once (not at all once `context` is gone), as soon as the outcome is known; the list
    /// is loaded again after it. Polling pauses meanwhile. One action at a time: asking for a second one is a
    /// programming error (asserted), which a modal dialog rules out.
    void create(const CreateRequest &request, QObject *context, std::function<void(CreateOutcome)> done);

    /// One DELETE after the other. `result` runs once per id in the order given, except that ids whose outcome a reload
    /// must settle come last; `done` runs once at the end, after the list has been loaded again.
    void revoke(std::vector<QUuid> ids, QObject *context, std::function<void(RevokeResult)> result,
                std::function<void()> done);
    /// The request under way is finished and told, the others are NotAttempted.
    void cancelRevoke();

Q_SIGNALS:
    /// A new list has come; `diff` is against the one before. Not emitted when nothing changed.
    void tokensChanged(const tokendesk::TokenSnapshotPtr &tokens, const tokendesk::TokenDiff &diff);
    /// The server has been looked at: a list has come, new or as it was, whole and without an error.
    void looked(const tokendesk::TokenSnapshotPtr &tokens, const tokendesk::ReplyStamp &stamp);
    /// phase, lastError, isStale, isRefreshing, isActing, loadedAt or organization may have changed.
    void statusChanged();
    /// Pages of a long list, while they come. total 0: not known.
    void loadProgress(qint64 rows, qint64 total);
    /// A refresh() has ended, well or not.
    void refreshed();

private:
    struct PendingCreate;
    struct RevokeRun;

    void startListing(std::function<void(bool worked)> then);
    void listed(const Result<TokenListing> &reply);
    void askOrganization();
    void armPoll();
    void pollDue();
    void beginAction();
    void endAction();
    /// Forgets the service; answers on their way are dropped and actions under way end as far as is known.
    void abandonService();
    void noteActionError(const Error &error);
    void created(Result<CreatedToken> reply);
    void finishCreate(CreateOutcome outcome);
    void revokeNext();
    void revokeAnswered(const QUuid &id, const Result<Revocation> &reply);
    void settleRevokes(bool listReloaded);

    const Clock &m_clock;
    ServerClock m_serverClock;
    std::optional<Profile> m_profile;
    std::optional<Organization> m_organization;
    std::unique_ptr<TokenService> m_service;
    TokenSnapshotPtr m_tokens;
    Phase m_phase = Phase::NotConnected;
    qint64 m_loadedAt = noInstant;
    std::optional<Error> m_lastError;
    qint64 m_waitUntil = 0;
    bool m_refreshing = false;
    bool m_askingOrganization = false;
    bool m_acting = false;
    bool m_paused = false;
    bool m_pollMissed = false; ///< a poll came due while paused
    std::chrono::milliseconds m_pollInterval{std::chrono::seconds(30)};
    QTimer m_poll;
    std::unique_ptr<PendingCreate> m_create;
    std::unique_ptr<RevokeRun> m_revoke;
    quint64 m_serviceGeneration = 0; ///< answers of a service that was given up meanwhile are dropped
    quint64 m_listGeneration = 0;    ///< so are answers to a listing that an action has overtaken
};

} // namespace tokendesk
