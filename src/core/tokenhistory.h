// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/growinglist.h"
#include "core/tokensnapshot.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tokendesk {

/// One look at the server's list: that it happened, and when. Looks are numbered from 0 in the order in which they
/// happened. All instants are milliseconds since the epoch, UTC.
struct Look
{
    qint64 serverMs = 0; ///< the server's clock when it made the list: what every other instant is compared with
    qint64 localMs = 0;  ///< this machine's clock when the list had come
};

/// What one look found different from the look before.
enum class TokenEventKind : quint8 {
    UseCount,   ///< before, after: use_count
    LastUsed,   ///< before, after: last_used_at, or noInstant
    Revocation, ///< before, after: revoked_at, or noInstant; after == noInstant: the revocation vanished
    Expiry,     ///< before, after: expires_at, or noInstant
    Name,       ///< before, after: numbers for TokenHistory::name()
    Vanished,   ///< the server does not list it any more; before, after: 0
    Returned,   ///< listed again after it had vanished; before, after: 0
};

struct TokenEvent
{
    quint32 look = 0; ///< at which it was seen; it happened between the look before and this one
    TokenEventKind kind = TokenEventKind::UseCount;
    qint64 before = 0;
    qint64 after = 0;

    friend bool operator==(const TokenEvent &, const TokenEvent &) = default;
};

/// A token as the first look that listed it found it. Its uses until then are from before the history began.
struct FirstSight
{
    TokenRow token;   ///< nameOffset and nameLength mean nothing here
    quint32 name = 0; ///< number for TokenHistory::name()
    quint32 look = 0;
};

/// What was seen of an organization's tokens, and when. Immutable; built on a worker thread, then shared by any number
/// of threads through TokenHistoryPtr without locks. Holds no secret.
///
/// Tokens are numbered from 0 in the order in which they were first seen; a number stays a token's number in later
/// histories of the same profile until old looks are dropped (retention).
class TokenHistory
{
public:
    [[nodiscard]] const std::vector<Look> &looks() const { return m_looks; }
    [[nodiscard]] quint32 tokenCount() const { return static_cast<quint32>(m_firsts.size()); }
    [[nodiscard]] std::optional<quint32> tokenOf(const QUuid &id) const;
    /// All tokens, in the order of TokenSnapshot::rowsById().
    [[nodiscard]] const std::vector<quint32> &tokensById() const { return *m_byId; }
    [[nodiscard]] const FirstSight &first(quint32 token) const { return m_firsts[token]; }
    /// In the order in which they were seen.
    [[nodiscard]] std::span<const TokenEvent> events(quint32 token) const
    {
        return {m_events.data() + m_begins[token], m_begins[token + 1] - m_begins[token]};
    }
    /// UTF-8, as the server sent it; hostile until escaped (core/safetext.h). Lives as long as the history.
    [[nodiscard]] std::string_view name(quint32 number) const { return m_names[number]; }
    /// Of all tokens together.
    [[nodiscard]] size_t eventCount() const { return m_events.size(); }

private:
    friend class TokenHistoryBuilder;
    std::vector<Look> m_looks;
    SharedList<FirstSight> m_firsts;
    SharedList<std::string_view> m_names;
    std::vector<std::shared_ptr<char[]>> m_nameBytes; ///< what m_names looks at
    std::vector<TokenEvent> m_events;                 ///< grouped by token
    std::vector<quint32> m_begins{0};                 ///< of each token's events, and the end
    std::shared_ptr<const std::vector<quint32>> m_byId = std::make_shared<std::vector<quint32>>();
};

using TokenHistoryPtr = std::shared_ptr<const TokenHistory>;

/// Grows look by look. Not thread-safe; the histories it makes are, and share with it what does not change any more: at
/// a hundred thousand tokens a copy for each look would be dear.
class TokenHistoryBuilder
{
public:
    /// Its number. What is added from now on was seen at this look.
    quint32 addLook(const Look &look);
    /// The last added look found nothing new, and neither did this later one, which stands for both from now on.
    void moveLastLook(const Look &look);
    /// A token that no look before has listed, as the last added look found it. Its number.
    quint32 addToken(const TokenRow &token, std::string_view nameUtf8);
    /// A number for TokenHistory::name().
    quint32 addName(std::string_view nameUtf8);
    /// Seen at the last added look.
    void addEvent(quint32 token, TokenEventKind kind, qint64 before = 0, qint64 after = 0);

    // What has been added so far, as the history that build() makes tells it.
    [[nodiscard]] const std::vector<Look> &looks() const { return m_looks; }
    [[nodiscard]] quint32 tokenCount() const { return static_cast<quint32>(m_firsts.size()); }
    [[nodiscard]] const FirstSight &first(quint32 token) const { return m_firsts[token]; }
    [[nodiscard]] std::string_view name(quint32 number) const { return m_names[number]; }
    [[nodiscard]] const std::vector<quint32> &tokensById();

    [[nodiscard]] TokenHistoryPtr build();

private:
    struct Seen
    {
        TokenEvent event;
        quint32 token = 0;
    };
    void orderById();

    std::vector<Look> m_looks;
    GrowingList<FirstSight> m_firsts;
    GrowingList<std::string_view> m_names;
    std::vector<std::shared_ptr<char[]>> m_nameBytes;
    char *m_free = nullptr; ///< where the next name goes, in the last of them
    size_t m_room = 0;      ///< how many bytes are left there
    std::vector<Seen> m_seen;
    std::shared_ptr<const std::vector<quint32>> m_byId = std::make_shared<std::vector<quint32>>();
};

/// A token, or a look, that the history does not know.
inline constexpr quint32 notInHistory = ~0U;
/// For every row of the snapshot its token in the history, or notInHistory.
[[nodiscard]] std::vector<quint32> historyTokens(const TokenSnapshot &tokens, const TokenHistory &history);

/// A token as it is pieced together from its first sight and the events after it.
struct SeenToken
{
    TokenRow token;   ///< nameOffset and nameLength mean nothing here
    quint32 name = 0; ///< number for TokenHistory::name()
    bool listed = true;

    explicit SeenToken(const FirstSight &first) : token(first.token), name(first.name) {}
    void apply(const TokenEvent &event);
};

/// The list as `look` found it, newest token first: what the history knew then. `collator` orders the names.
[[nodiscard]] TokenSnapshotPtr tokensAt(const TokenHistory &history, quint32 look, const QCollator &collator);

} // namespace tokendesk
