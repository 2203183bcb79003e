// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/auditstate.h"

#include "core/tokendiff.h"
#include "models/background.h"

namespace tokendesk {

namespace {

/// Below this an audit takes less than a frame has, and a thread would only delay it.
constexpr size_t smallEnough = 10'000;
/// Days are what is counted; once a minute is often enough for "unused for 90 days".
constexpr qint64 auditEveryMs = 60 * 1000;

std::vector<AuditMarks> hiddenByRow(const TokenSnapshot &tokens, const HiddenFindings &hidden)
{
    if (hidden.isEmpty())
        return {};
    std::vector<AuditMarks> byRow(tokens.size());
    for (const auto &[id, rule] : hidden) {
        if (const auto row = tokens.rowOf(id))
            byRow[*row] |= markOf(rule);
    }
    return byRow;
}

qint64 firstStateChange(const AuditSubject &subject)
{
    const qint64 horizon = subject.thresholds.expiryHorizonDays * msPerDay;
    qint64 first = noInstant;
    for (quint32 row = 0; row < subject.tokens->size(); ++row) {
        const qint64 change = nextStateChange(subject.tokens->row(row), subject.now, horizon);
        if (change != noInstant && (first == noInstant || change < first))
            first = change;
    }
    return first;
}

} // namespace

AuditCards Audit::cardsOf(std::span<const quint32> rows) const
{
    return auditCards(*subject.tokens, rows, result.marks, subject.thresholds, subject.now);
}

AuditPtr auditOf(AuditSubject subject, const TokenSnapshotPtr &previous)
{
    auto audit = std::make_shared<Audit>();
    audit->subject = std::move(subject);
    const AuditSubject &of = audit->subject;
    audit->result =
        auditTokens(*of.tokens, *of.history, of.thresholds, of.now, of.lastLook, hiddenByRow(*of.tokens, of.hidden));
    audit->marks = audit->result.marks;
    const std::vector<Look> &looks = of.history->looks();
    const std::optional<qint64> begin =
        of.reviewedAt || looks.empty() ? of.reviewedAt : std::optional(looks.front().serverMs);
    if (begin) {
        audit->digest = reviewDigest(*of.tokens, *of.history, *begin, of.now, of.lastLook);
        audit->digest.addMarks(audit->marks);
    }
    audit->cards = audit->cardsOf(allRows(*of.tokens));
    audit->nextStateChange = firstStateChange(of);
    if (previous && previous != of.tokens) {
        audit->previousTokens = previous;
        audit->newRowOf = diffTokens(*previous, *of.tokens).newRowOf;
    }
    return audit;
}

AuditState::AuditState(QObject *parent) : QObject(parent), m_audit(std::make_shared<Audit>()) {}

AuditState::~AuditState() = default;

void AuditState::setTokens(TokenSnapshotPtr tokens)
{
    if (tokens == m_subject.tokens)
        return;
    m_subject.tokens = std::move(tokens);
    want();
}

void AuditState::setHistory(TokenHistoryPtr history, quint32 lastLook)
{
    if (history == m_subject.history && lastLook == m_subject.lastLook)
        return;
    m_subject.history = std::move(history);
    m_subject.lastLook = lastLook;
    want();
}

void AuditState::setHidden(const HiddenFindings &hidden)
{
    if (hidden == m_subject.hidden)
        return;
    m_subject.hidden = hidden;
    want();
}

void AuditState::setReviewedAt(std::optional<qint64> reviewedAt)
{
    if (reviewedAt == m_subject.reviewedAt)
        return;
    m_subject.reviewedAt = reviewedAt;
    want();
}

void AuditState::setThresholds(const AuditThresholds &thresholds)
{
    if (thresholds == m_subject.thresholds)
        return;
    m_subject.thresholds = thresholds;
    want();
}

void AuditState::setNow(qint64 now)
{
    m_subject.now = now;
    const qint64 audited = m_audit->subject.now;
    const bool stateChanged = m_audit->nextStateChange != noInstant && now >= m_audit->nextStateChange;
    if (now < audited || now - audited >= auditEveryMs || stateChanged)
        want();
}

void AuditState::clear()
{
    ++m_generation;
    const AuditThresholds thresholds = m_subject.thresholds;
    const qint64 now = m_subject.now;
    m_subject = {};
    m_subject.thresholds = thresholds;
    m_subject.now = now;
    m_running = false;
    m_wanted = false;
    m_audit = auditOf(m_subject);
    Q_EMIT changed();
}

void AuditState::want()
{
    if (m_wanted)
        return;
    m_wanted = true;
    if (!m_running)
        QMetaObject::invokeMethod(this, &AuditState::run, Qt::QueuedConnection);
}

void AuditState::setWatched(bool watched)
{
    m_watched = watched;
    if (m_watched && m_wanted && !m_running)
        QMetaObject::invokeMethod(this, &AuditState::run, Qt::QueuedConnection);
}

void AuditState::run()
{
    if (!m_wanted || m_running || !m_watched)
        return;
    m_wanted = false;
    if (m_subject.tokens->size() + m_subject.history->eventCount() <= smallEnough) {
        finish(auditOf(m_subject, m_audit->subject.tokens), m_generation);
        return;
    }
    m_running = true;
    inBackground(
        this,
        [subject = m_subject, previous = m_audit->subject.tokens]() mutable {
            return auditOf(std::move(subject), previous);
        },
        [this, generation = m_generation](AuditPtr audit) { finish(std::move(audit), generation); });
}

void AuditState::finish(AuditPtr audit, quint64 generation)
{
    if (generation != m_generation)
        return;
    m_running = false;
    m_audit = std::move(audit);
    if (m_wanted)
        QMetaObject::invokeMethod(this, &AuditState::run, Qt::QueuedConnection);
    Q_EMIT changed();
}

} // namespace tokendesk
