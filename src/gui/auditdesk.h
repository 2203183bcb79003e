// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/auditscene.h"
#include "gui/timetravel.h"
#include "models/auditstate.h"
#include "models/findingsmodel.h"
#include "session/historykeeper.h"

#include <QObject>
#include <QUuid>

#include <optional>

class QSettings;

namespace tokendesk {

/// Everything of the audit that has no face: brings table, history, thresholds and the moment shown together. Pages and
/// panes look at it.
///
/// Threads: gui thread only.
class AuditDesk final : public QObject
{
    Q_OBJECT
public:
    /// All references outlive the desk.
    AuditDesk(TokenTableModel &model, TokenSelection &selection, HistoryKeeper &keeper, QSettings &settings,
              QObject *parent = nullptr);

    [[nodiscard]] AuditScene &scene() { return m_scene; }
    [[nodiscard]] TimeTravel &travel() { return m_travel; }
    [[nodiscard]] FindingsModel &findings() { return m_findings; }
    [[nodiscard]] HistoryKeeper &keeper() { return m_keeper; }
    [[nodiscard]] const AuditPtr &audit() const { return m_state.audit(); }
    /// What an audit of this moment is of, whether audit() has come so far or not.
    [[nodiscard]] const AuditSubject &subject() const { return m_state.subject(); }
    /// Whether anybody looks at audit() or filters by its marks; without, a long list costs nothing here.
    void setWatched(bool watched) { m_state.setWatched(watched); }
    [[nodiscard]] const AuditThresholds &thresholds() const { return m_state.thresholds(); }
    /// Kept for the profile.
    void setThresholds(const AuditThresholds &thresholds);

    /// Nothing: none is open.
    void setProfile(const std::optional<QUuid> &profile);
    /// The model's time has been set.
    void timePassed();

Q_SIGNALS:
    /// audit() is another one.
    void auditChanged();
    void thresholdsChanged();
    /// For TokenTableModel::setMarks().
    void marksFound(const std::vector<quint32> &marks);

private:
    void follow();
    void takeAudit();

    TokenTableModel &m_model;
    HistoryKeeper &m_keeper;
    QSettings &m_settings;
    AuditScene m_scene;
    AuditState m_state;
    FindingsModel m_findings;
    TimeTravel m_travel;
    TokenSnapshotPtr m_tokens;
    std::optional<QUuid> m_profile;
};

} // namespace tokendesk
