// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenfilter.h"

#include <QUuid>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace tokendesk {

class AuditCardRow;
class AuditDesk;
class AuditPicture;
class FindingsPanel;
class IdleView;
class PictureFrame;
class ReviewPanel;
class ThresholdsPopup;
class UsesView;

/// The audit view: cards, pictures, findings, what changed since the last review, and the moment shown.
class AuditPage final : public QWidget
{
    Q_OBJECT
public:
    /// The desk outlives the page.
    explicit AuditPage(AuditDesk &desk, QWidget *parent = nullptr);

    /// The filter that table and pictures are under.
    void setFilter(const TokenFilter &filter);
    /// For a report, in the order in which they stand.
    [[nodiscard]] std::vector<AuditPicture *> pictures() const;
    [[nodiscard]] QStringList reviewLines() const;

Q_SIGNALS:
    /// All and 0: everything.
    void filterChosen(tokendesk::StateChoice state, quint32 marks);
    void revokeRequested(const std::vector<QUuid> &tokens);
    void menuRequested(const QPoint &globalPosition, tokendesk::AuditPicture *picture);
    void reportRequested();
    void said(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PictureFrame *frame(AuditPicture *picture);
    QWidget *bottomBar();
    void reflow();
    void showAudit();
    void markReviewed(const QString &note);

    AuditDesk &m_desk;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    AuditCardRow *m_cards;
    PictureFrame *m_lifetimes;
    PictureFrame *m_uses;
    PictureFrame *m_idle;
    PictureFrame *m_expiry;
    IdleView *m_idleView;
    FindingsPanel *m_findings;
    ReviewPanel *m_review;
    ThresholdsPopup *m_thresholds;
    int m_columns = 0;
};

} // namespace tokendesk
