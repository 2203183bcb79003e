// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reviewdigest.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokendesk {

namespace {

/// What is known of the server's clock while no reply comes is this much off at most (core/clock.h): a review in the
/// second of a look has seen it.
constexpr qint64 clockNoiseMs = 2000;

/// The last look before the review, or nothing.
std::optional<quint32> lookBefore(const std::vector<Look> &looks, qint64 reviewMs, quint32 lastLook)
{
    std::optional<quint32> found;
    for (quint32 look = 0; look < looks.size() && look <= lastLook; ++look) {
        if (looks[look].serverMs <= reviewMs + clockNoiseMs)
            found = look;
    }
    return found;
}

/// What the history saw happen to a token since then.
struct SeenSince
{
    quint64 uses = 0;
    bool revoked = false;
    bool renamed = false;
    bool expiryChanged = false;
};

SeenSince seenSince(const TokenHistory &history, quint32 token, const TokenRow &row, bool created, quint32 firstNewLook,
                    quint32 lastLook)
{
    SeenSince since;
    qint64 count = history.first(token).token.useCount;
    if (created)
        since.uses += quint64(count);
    for (const TokenEvent &event : history.events(token)) {
        if (event.look > lastLook)
            break;
        if (event.kind == TokenEventKind::UseCount)
            count = event.after;
        if (event.look < firstNewLook)
            continue;
        switch (event.kind) {
        case TokenEventKind::UseCount:
            since.uses += quint64(qMax(event.after - event.before, qint64(0)));
            break;
        case TokenEventKind::Revocation:
            since.revoked = since.revoked || event.after != noInstant;
            break;
        case TokenEventKind::Expiry:
            since.expiryChanged = true;
            break;
        case TokenEventKind::Name:
            since.renamed = true;
            break;
        case TokenEventKind::LastUsed:
        case TokenEventKind::Vanished:
        case TokenEventKind::Returned:
            break;
        }
    }
    // The list may be a moment ahead of what has been recorded.
    since.uses += quint64(qMax(qint64(row.useCount) - count, qint64(0)));
    return since;
}

} // namespace

QString reviewChangeWord(ReviewChange change)
{
    switch (change) {
    case ReviewChange::Created:
        //: Since the last review: tokens that were created
        return QCoreApplication::translate("ReviewChange", "Created");
    case ReviewChange::Used:
        //: Since the last review: tokens with which devices joined
        return QCoreApplication::translate("ReviewChange", "Used");
    case ReviewChange::Revoked:
        //: Since the last review: tokens that were revoked
        return QCoreApplication::translate("ReviewChange", "Revoked");
    case ReviewChange::Expired:
        //: Since the last review: tokens that expired
        return QCoreApplication::translate("ReviewChange", "Expired");
    case ReviewChange::Renamed:
        //: Since the last review: tokens that have another name now
        return QCoreApplication::translate("ReviewChange", "Renamed");
    case ReviewChange::ExpiryChanged:
        return QCoreApplication::translate("ReviewChange", "Expiry changed");
    }
    Q_UNREACHABLE();
}

bool ReviewDigest::isEmpty() const
{
    return vanished.empty() && std::all_of(rows.begin(), rows.end(), [](const auto &list) { return list.empty(); });
}

void ReviewDigest::addMarks(std::vector<AuditMarks> &marks) const
{
    for (const std::vector<quint32> &list : rows)
        for (const quint32 row : list)
            marks[row] |= changedSinceReviewMark;
}

ReviewDigest reviewDigest(const TokenSnapshot &tokens, const TokenHistory &history, qint64 reviewMs, qint64 now,
                          quint32 lastLook)
{
    ReviewDigest digest;
    const std::vector<Look> &looks = history.looks();
    const auto seenLook = lookBefore(looks, reviewMs, lastLook);
    const quint32 firstNewLook = seenLook ? *seenLook + 1 : 0;
    const qint64 since = seenLook ? looks[*seenLook].serverMs : reviewMs;
    digest.sinceMs = since;

    const auto add = [&](ReviewChange change, quint32 row) { digest.rows[static_cast<size_t>(change)].push_back(row); };
    const std::vector<quint32> known = historyTokens(tokens, history);
    std::vector<bool> listed(history.tokenCount(), false);
    for (quint32 row = 0; row < tokens.size(); ++row) {
        const TokenRow &token = tokens.row(row);
        const bool isKnown = known[row] != notInHistory;
        if (isKnown)
            listed[known[row]] = true;
        const bool created = token.createdAt > since;
        SeenSince seen;
        if (isKnown)
            seen = seenSince(history, known[row], token, created, firstNewLook, lastLook);
        else if (created)
            seen.uses = token.useCount;
        const bool usedSince = token.lastUsedAt != noInstant && token.lastUsedAt > since;
        if (usedSince)
            seen.uses = qMax(seen.uses, quint64(1));

        if (created)
            add(ReviewChange::Created, row);
        if (seen.uses > 0)
            add(ReviewChange::Used, row);
        digest.uses += seen.uses;
        const TokenState state = tokenState(token, now);
        if (state == TokenState::Revoked && (token.revokedAt > since || seen.revoked))
            add(ReviewChange::Revoked, row);
        // Nobody had to look for it: at the review it was expired, or it was not.
        if (state == TokenState::Expired && token.expiresAt > reviewMs)
            add(ReviewChange::Expired, row);
        if (seen.renamed)
            add(ReviewChange::Renamed, row);
        if (seen.expiryChanged)
            add(ReviewChange::ExpiryChanged, row);
    }

    for (quint32 token = 0; token < history.tokenCount(); ++token) {
        if (listed[token] || history.first(token).look > lastLook)
            continue;
        bool vanishedBefore = false;
        for (const TokenEvent &event : history.events(token)) {
            if (event.look >= firstNewLook || event.look > lastLook)
                break;
            if (event.kind == TokenEventKind::Vanished)
                vanishedBefore = true;
            else if (event.kind == TokenEventKind::Returned)
                vanishedBefore = false;
        }
        if (!vanishedBefore)
            digest.vanished.push_back(token);
    }
    return digest;
}

} // namespace tokendesk
