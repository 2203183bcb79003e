// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit.h"

#include "core/radixsort.h"

#include <algorithm>
#include <functional>

namespace tokendesk {

namespace {

/// What became of a use that came too late.
struct LateUse
{
    qint64 seconds = -1; ///< since the end, or -1: there was none
    qint64 usedAt = noInstant;
    bool afterExpiry = false;
};

LateUse lateUseOf(const TokenRow &token)
{
    if (token.lastUsedAt == noInstant)
        return {};
    qint64 end = noInstant;
    bool afterExpiry = false;
    if (token.revokedAt != noInstant && token.lastUsedAt > token.revokedAt) {
        const bool retiredByThatUse = token.singleUse && token.lastUsedAt - token.revokedAt <= retiredByUseToleranceMs;
        if (!retiredByThatUse)
            end = token.revokedAt;
    }
    if (token.expiresAt != noInstant && token.lastUsedAt > token.expiresAt &&
        (end == noInstant || token.expiresAt < end)) {
        end = token.expiresAt;
        afterExpiry = true;
    }
    if (end == noInstant)
        return {};
    return {(token.lastUsedAt - end) / 1000, token.lastUsedAt, afterExpiry};
}

/// What only the history knows of a token.
struct Seen
{
    LateUse late; ///< the worst one that any look found
    bool used = false;
    qint64 usedBy = noInstant; ///< the last look that found a use for which the server told no instant
    qint64 usesLost = 0;
    qint64 usesLostAt = noInstant;
    qint64 revocationLostAt = noInstant;
};

Seen seenOf(const TokenHistory &history, quint32 token, quint32 lastLook)
{
    const FirstSight &first = history.first(token);
    if (first.look > lastLook)
        return {};
    Seen seen;
    SeenToken then(first);
    bool rose = first.token.useCount > 0;
    bool dated = first.token.lastUsedAt != noInstant;
    quint32 look = first.look;
    const auto judge = [&] {
        const LateUse late = lateUseOf(then.token);
        if (late.seconds > seen.late.seconds)
            seen.late = late;
        seen.used = seen.used || then.token.useCount > 0 || then.token.lastUsedAt != noInstant;
        if (rose && !dated)
            seen.usedBy = history.looks()[look].serverMs;
        rose = false;
        dated = false;
    };
    for (const TokenEvent &event : history.events(token)) {
        if (event.look > lastLook)
            break;
        if (event.look != look)
            judge(); // what one look found belongs together: a use and the later expiry that allowed it
        look = event.look;
        then.apply(event);
        const qint64 at = history.looks()[look].serverMs;
        if (event.kind == TokenEventKind::UseCount && event.after > event.before) {
            rose = true;
        } else if (event.kind == TokenEventKind::LastUsed) {
            dated = event.after != noInstant;
        } else if (event.kind == TokenEventKind::UseCount && event.after < event.before) {
            seen.usesLost = event.before - event.after;
            seen.usesLostAt = at;
        } else if (event.kind == TokenEventKind::Revocation && event.after == noInstant) {
            seen.revocationLostAt = at;
        }
    }
    judge();
    return seen;
}

/// How many live tokens have each row's name. Open addressing over the folded names: a map with a node a name takes
/// ten times as long on a million tokens.
class Namesakes
{
public:
    Namesakes(const TokenSnapshot &tokens, const std::vector<bool> &live) : m_tokens(tokens), m_slotOf(tokens.size())
    {
        size_t capacity = 16;
        while (capacity < 2 * tokens.size())
            capacity *= 2;
        m_slots.resize(capacity);
        for (quint32 row = 0; row < tokens.size(); ++row) {
            const std::string_view name = tokens.foldedName(row);
            if (!live[row] || name.empty())
                continue;
            const size_t hash = std::hash<std::string_view>()(name);
            size_t at = hash & (capacity - 1);
            while (m_slots[at].count > 0 && !holds(m_slots[at], hash, name))
                at = (at + 1) & (capacity - 1);
            Slot &slot = m_slots[at];
            if (slot.count++ == 0) {
                slot.hash = static_cast<quint32>(hash >> 32);
                slot.row = row;
            }
            m_slotOf[row] = static_cast<quint32>(at);
        }
    }
    /// `row` is live.
    [[nodiscard]] quint32 othersLike(quint32 row) const
    {
        return m_tokens.foldedName(row).empty() ? 0 : m_slots[m_slotOf[row]].count - 1;
    }

private:
    struct Slot
    {
        quint32 hash = 0;
        quint32 row = 0;
        quint32 count = 0;
    };
    [[nodiscard]] bool holds(const Slot &slot, size_t hash, std::string_view name) const
    {
        return slot.hash == static_cast<quint32>(hash >> 32) && m_tokens.foldedName(slot.row) == name;
    }
    const TokenSnapshot &m_tokens;
    std::vector<Slot> m_slots;
    std::vector<quint32> m_slotOf;
};

qint64 daysBegun(qint64 ms)
{
    return (ms + msPerDay - 1) / msPerDay;
}

/// Calls `found(Finding)` for every rule that holds, worst first.
template <class Found>
void findIn(const TokenRow &token, quint32 row, bool live, const Seen &seen, quint32 namesakes,
            const AuditThresholds &thresholds, qint64 now, Found found)
{
    using enum FindingRule;
    const LateUse shown = lateUseOf(token);
    const LateUse &late = shown.seconds > seen.late.seconds ? shown : seen.late;
    if (late.seconds >= 0)
        found({row, UsedAfterEnd, late.afterExpiry, late.seconds, late.usedAt});
    if (token.singleUse && token.useCount > 1)
        found({row, SingleUseUsedAgain, false, token.useCount, token.lastUsedAt});
    if (seen.usesLostAt != noInstant)
        found({row, UseCountFell, false, seen.usesLost, seen.usesLostAt});
    if (seen.revocationLostAt != noInstant)
        found({row, RevocationVanished, false, 0, seen.revocationLostAt});
    if (!live)
        return;

    const bool used = token.useCount > 0 || token.lastUsedAt != noInstant || seen.used;
    const qint64 lastUse = qMax(token.lastUsedAt, seen.usedBy); // noInstant is less than any instant
    const qint64 age = now - token.createdAt;
    const qint64 idle = now - qMax(token.createdAt, lastUse);
    if (!token.singleUse && token.expiresAt == noInstant)
        found({row, NeverExpires, false, qMax(age, qint64(0)) / msPerDay, token.createdAt});
    if (!token.singleUse && idle >= thresholds.staleDays * msPerDay)
        found({row, Stale, false, idle / msPerDay, lastUse});
    if (!used && age >= thresholds.neverUsedDays * msPerDay)
        found({row, NeverUsed, false, age / msPerDay, token.createdAt});
    const qint64 life = (token.expiresAt == noInstant ? now : token.expiresAt) - token.createdAt;
    if (life > thresholds.longLifeDays * msPerDay)
        found({row, LivesLong, false, daysBegun(life), token.expiresAt});
    if (token.expiresAt != noInstant && token.expiresAt - now <= thresholds.expiryHorizonDays * msPerDay)
        found({row, ExpiresSoon, false, daysBegun(token.expiresAt - now), token.expiresAt});
    if (namesakes > 0)
        found({row, SameName, false, namesakes, noInstant});
}

std::vector<bool> liveRows(const TokenSnapshot &tokens, qint64 now)
{
    std::vector<bool> live(tokens.size());
    for (quint32 row = 0; row < tokens.size(); ++row)
        live[row] = isLive(tokenState(tokens.row(row), now));
    return live;
}

} // namespace

FindingSeverity severityOf(FindingRule rule)
{
    switch (rule) {
    case FindingRule::UsedAfterEnd:
    case FindingRule::SingleUseUsedAgain:
    case FindingRule::UseCountFell:
    case FindingRule::RevocationVanished:
        return FindingSeverity::Critical;
    case FindingRule::NeverExpires:
    case FindingRule::Stale:
        return FindingSeverity::High;
    case FindingRule::NeverUsed:
    case FindingRule::LivesLong:
        return FindingSeverity::Medium;
    case FindingRule::ExpiresSoon:
    case FindingRule::SameName:
        return FindingSeverity::Low;
    }
    Q_UNREACHABLE();
}

bool isWorse(const Finding &a, const Finding &b)
{
    if (a.rule != b.rule)
        return a.rule < b.rule;
    if (a.number != b.number)
        return (a.number > b.number) != (a.rule == FindingRule::ExpiresSoon);
    return a.row < b.row;
}

AuditResult auditTokens(const TokenSnapshot &tokens, const TokenHistory &history, const AuditThresholds &thresholds,
                        qint64 now, quint32 lastLook, std::span<const AuditMarks> hidden)
{
    AuditResult result;
    result.marks.resize(tokens.size());
    const std::vector<bool> live = liveRows(tokens, now);
    const Namesakes namesakes(tokens, live);
    const std::vector<quint32> known = historyTokens(tokens, history);
    std::array<std::vector<Finding>, allFindingRules.size()> byRule;
    for (quint32 row = 0; row < tokens.size(); ++row) {
        const Seen seen = known[row] == notInHistory ? Seen{} : seenOf(history, known[row], lastLook);
        const AuditMarks unwanted = hidden.empty() ? 0 : hidden[row];
        AuditMarks &marks = result.marks[row];
        findIn(tokens.row(row), row, live[row], seen, live[row] ? namesakes.othersLike(row) : 0, thresholds, now,
               [&](const Finding &finding) {
                   if ((unwanted & markOf(finding.rule)) != 0) {
                       result.hidden.push_back(finding);
                       return;
                   }
                   if (marks == 0)
                       byRule[static_cast<size_t>(finding.rule)].push_back(finding);
                   marks |= markOf(finding.rule);
               });
    }
    for (std::vector<Finding> &findings : byRule) {
        // They come in the order of rows, which stays among equals.
        radixSort(std::span(findings), [](const Finding &finding) {
            const auto number = static_cast<quint64>(finding.number);
            return finding.rule == FindingRule::ExpiresSoon ? number : ~number;
        });
        result.findings.insert(result.findings.end(), findings.begin(), findings.end());
    }
    std::sort(result.hidden.begin(), result.hidden.end(), isWorse);
    return result;
}

std::vector<Finding> findingsOf(const TokenSnapshot &tokens, quint32 row, const TokenHistory &history,
                                const AuditThresholds &thresholds, qint64 now, quint32 lastLook)
{
    const TokenRow &token = tokens.row(row);
    const bool live = isLive(tokenState(token, now));
    quint32 namesakes = 0;
    const std::string_view name = tokens.foldedName(row);
    if (live && !name.empty()) {
        for (quint32 other = 0; other < tokens.size(); ++other) {
            if (other != row && tokens.foldedName(other) == name && isLive(tokenState(tokens.row(other), now)))
                ++namesakes;
        }
    }
    const auto known = history.tokenOf(token.id);
    const Seen seen = known ? seenOf(history, *known, lastLook) : Seen{};
    std::vector<Finding> findings;
    findIn(token, row, live, seen, namesakes, thresholds, now,
           [&](const Finding &finding) { findings.push_back(finding); });
    return findings;
}

} // namespace tokendesk
