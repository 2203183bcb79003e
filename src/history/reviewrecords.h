// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/historyrecords.h"
#include "history/historyfile.h"

#include <QHash>

#include <utility>
#include <vector>

namespace tokendesk {

/// What a person has said of the list: reviews, and findings that are hidden. On disk and in memory.
///
/// What takes a file belongs into a transaction of it; false, and the file's failure(), where it did not work. Threads:
/// used on one thread.
class ReviewRecords
{
public:
    using FindingOf = std::pair<QUuid, FindingRule>; ///< of a token

    bool read(HistoryFile &file);
    bool writeReview(HistoryFile &file, const Review &review) const;
    bool writeHidden(HistoryFile &file, const FindingOf &finding, bool hidden) const;
    /// What could not be written before.
    bool writeUnsaved(HistoryFile &file) const;

    /// In memory. `saved`: it is on disk; what is not waits for writeUnsaved().
    void addReview(const Review &review) { m_reviews.push_back(review); }
    void setHidden(const FindingOf &finding, bool hidden, bool saved);
    void setSaved() { m_unsaved.clear(); }

    /// Oldest first.
    [[nodiscard]] const std::vector<Review> &reviews() const { return m_reviews; }
    [[nodiscard]] const HiddenFindings &hiddenFindings() const { return m_hidden; }

private:
    std::vector<Review> m_reviews;
    HiddenFindings m_hidden;
    QHash<FindingOf, bool> m_unsaved; ///< hidden or not, in memory only
};

} // namespace tokendesk
