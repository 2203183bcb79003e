// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit.h"
#include "models/background.h"

#include <QScrollArea>

#include <utility>
#include <vector>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace tokendesk {

class AuditDesk;
class ElidedLabel;
class LifeLine;
class UsesView;

/// The selected token: every field, its lifetime, its uses over time, its findings, its events. Several: what they have
/// in common, in numbers.
class TokenDetails final : public QScrollArea
{
    Q_OBJECT
public:
    /// The desk outlives the pane.
    explicit TokenDetails(AuditDesk &desk, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void copyIdRequested();
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void outdate();
    void update();
    void showOne(quint32 row);
    void showSeveral(const std::vector<quint32> &rows);
    void showFindings(quint32 row);
    void fillFindings(const std::vector<Finding> &findings, qint64 now);
    void addField(const QString &word, const QString &value, const QString &more = {});

    AuditDesk &m_desk;
    QLabel *m_name;
    QLabel *m_state;
    QWidget *m_about;
    QFormLayout *m_fields;
    std::vector<std::pair<QLabel *, QLabel *>> m_pool; ///< the first rows of m_fields: word and value
    size_t m_used = 0;
    ElidedLabel *m_id; ///< the last row
    QWidget *m_copyId;
    LifeLine *m_life;
    QLabel *m_lifeTitle;
    QLabel *m_usesTitle;
    UsesView *m_uses;
    QLabel *m_findingsTitle;
    QLabel *m_findings;
    QLabel *m_eventsTitle;
    QLabel *m_events;
    Latest m_latestFindings;
    bool m_outdated = true;
    bool m_queued = false;
};

} // namespace tokendesk
