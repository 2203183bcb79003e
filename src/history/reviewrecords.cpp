// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/reviewrecords.h"

#include <optional>

namespace tokendesk {

namespace {

/// On disk: never give one of these another meaning.
QString keyOf(FindingRule rule)
{
    switch (rule) {
    case FindingRule::UsedAfterEnd:
        return QStringLiteral("used-after-end");
    case FindingRule::SingleUseUsedAgain:
        return QStringLiteral("single-use-used-again");
    case FindingRule::UseCountFell:
        return QStringLiteral("use-count-fell");
    case FindingRule::RevocationVanished:
        return QStringLiteral("revocation-vanished");
    case FindingRule::NeverExpires:
        return QStringLiteral("never-expires");
    case FindingRule::Stale:
        return QStringLiteral("stale");
    case FindingRule::NeverUsed:
        return QStringLiteral("never-used");
    case FindingRule::LivesLong:
        return QStringLiteral("lives-long");
    case FindingRule::ExpiresSoon:
        return QStringLiteral("expires-soon");
    case FindingRule::SameName:
        return QStringLiteral("same-name");
    }
    Q_UNREACHABLE();
}

/// Nothing for the rule of a version that is to come.
std::optional<FindingRule> ruleOf(const QString &key)
{
    for (const FindingRule rule : allFindingRules) {
        if (keyOf(rule) == key)
            return rule;
    }
    return std::nullopt;
}

} // namespace

bool ReviewRecords::read(HistoryFile &file)
{
    std::optional<QSqlQuery> query =
        file.execute(QStringLiteral("SELECT server_ms, local_ms, note FROM reviews ORDER BY number"));
    if (!query)
        return false;
    std::vector<Review> reviews;
    while (query->next())
        reviews.push_back({query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toString()});
    if (!file.checkRead(*query))
        return false;
    query = file.execute(QStringLiteral("SELECT token, rule FROM hidden_findings"));
    if (!query)
        return false;
    HiddenFindings hidden;
    while (query->next()) {
        if (const std::optional<FindingRule> rule = ruleOf(query->value(1).toString()))
            hidden.insert({QUuid::fromRfc4122(query->value(0).toByteArray()), *rule});
    }
    if (!file.checkRead(*query))
        return false;
    m_reviews = std::move(reviews);
    m_hidden = std::move(hidden);
    for (auto unsaved = m_unsaved.cbegin(); unsaved != m_unsaved.cend(); ++unsaved) {
        if (unsaved.value())
            m_hidden.insert(unsaved.key());
        else
            m_hidden.remove(unsaved.key());
    }
    return true;
}

bool ReviewRecords::writeReview(HistoryFile &file, const Review &review) const
{
    // A null text would be NULL.
    const QString note = review.note.isNull() ? QLatin1String("") : review.note;
    return file
        .execute(QStringLiteral("INSERT INTO reviews (server_ms, local_ms, note) VALUES (?, ?, ?)"),
                 {review.serverMs, review.localMs, note})
        .has_value();
}

bool ReviewRecords::writeHidden(HistoryFile &file, const FindingOf &finding, bool hidden) const
{
    return file
        .execute(hidden ? QStringLiteral("INSERT OR IGNORE INTO hidden_findings (token, rule) VALUES (?, ?)")
                        : QStringLiteral("DELETE FROM hidden_findings WHERE token = ? AND rule = ?"),
                 {finding.first.toRfc4122(), keyOf(finding.second)})
        .has_value();
}

bool ReviewRecords::writeUnsaved(HistoryFile &file) const
{
    for (auto unsaved = m_unsaved.cbegin(); unsaved != m_unsaved.cend(); ++unsaved) {
        if (!writeHidden(file, unsaved.key(), unsaved.value()))
            return false;
    }
    return true;
}

void ReviewRecords::setHidden(const FindingOf &finding, bool hidden, bool saved)
{
    if (hidden)
        m_hidden.insert(finding);
    else
        m_hidden.remove(finding);
    if (saved)
        m_unsaved.remove(finding);
    else
        m_unsaved.insert(finding, hidden);
}

} // namespace tokendesk
