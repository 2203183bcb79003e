// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/historyrecords.h"
#include "core/reviewdigest.h"
#include "gui/auditpanel.h"

#include <vector>

class QGridLayout;
class QPushButton;

namespace tokendesk {

class AuditScene;

/// What happened since somebody went through the list, and the button that says that somebody has.
class ReviewPanel final : public AuditPanel
{
    Q_OBJECT
public:
    explicit ReviewPanel(AuditScene &scene, QWidget *parent = nullptr);

    void show(const ReviewDigest &digest, const std::vector<Review> &reviews, qint64 now);
    void setActive(bool active);
    /// "Line 3 was created" and so on, as lines; for a report.
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    void markRequested(const QString &note);
    /// Show only what changed, in the table and all pictures.
    void filterRequested();

private:
    void addLine(const QString &words, const std::vector<quint32> &rows);
    void askForNote();
    void showReviews();

    AuditScene &m_scene;
    QLabel *m_since;
    QGridLayout *m_lines;
    QPushButton *m_mark;
    QPushButton *m_filter;
    QPushButton *m_list;
    std::vector<Review> m_reviews;
    std::vector<QWidget *> m_shown;
    bool m_active = true;
};

} // namespace tokendesk
