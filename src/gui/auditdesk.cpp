// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/auditdesk.h"

#include "gui/thresholdspopup.h"

#include <QSettings>

namespace tokendesk {

AuditDesk::AuditDesk(TokenTableModel &model, TokenSelection &selection, HistoryKeeper &keeper, QSettings &settings,
                     QObject *parent)
    : QObject(parent), m_model(model), m_keeper(keeper), m_settings(settings), m_scene(model, selection)
{
    connect(&model, &TokenTableModel::viewChanged, this, [this] {
        if (m_tokens == m_model.tokens())
            return;
        m_tokens = m_model.tokens();
        m_state.setTokens(m_tokens);
        timePassed();
    });
    connect(&keeper, &HistoryKeeper::historyChanged, this, &AuditDesk::follow);
    connect(&m_travel, &TimeTravel::momentChanged, this, &AuditDesk::follow);
    connect(&m_state, &AuditState::changed, this, &AuditDesk::takeAudit);
    m_state.setWatched(false);
    m_tokens = model.tokens();
    m_state.setTokens(m_tokens);
    timePassed();
    follow();
}

void AuditDesk::follow()
{
    const TokenHistoryPtr history = m_keeper.history();
    if (m_travel.history() != history)
        m_travel.setHistory(history);
    const quint32 lastLook = m_travel.moment() ? m_travel.moment()->look : notInHistory;
    m_scene.setHistory(history, lastLook);
    m_state.setHistory(history, lastLook);
    m_state.setHidden(m_keeper.hiddenFindings());
    std::optional<qint64> reviewed;
    for (const Review &review : m_keeper.reviews()) {
        if (!m_travel.moment() || review.serverMs <= m_travel.moment()->serverMs)
            reviewed = review.serverMs;
    }
    m_state.setReviewedAt(reviewed);
}

void AuditDesk::timePassed()
{
    m_state.setNow(m_model.now());
}

void AuditDesk::setProfile(const std::optional<QUuid> &profile)
{
    if (m_profile == profile)
        return;
    m_profile = profile;
    m_state.clear();
    m_travel.returnToNow();
    m_state.setThresholds(profile ? loadThresholds(m_settings, *profile) : AuditThresholds());
    m_scene.setHorizonMs(thresholds().expiryHorizonDays * msPerDay);
    // clear() has forgotten what it was of.
    m_state.setTokens(m_model.tokens());
    timePassed();
    follow();
    Q_EMIT thresholdsChanged();
}

void AuditDesk::setThresholds(const AuditThresholds &thresholds)
{
    if (thresholds == m_state.thresholds())
        return;
    m_state.setThresholds(thresholds);
    m_scene.setHorizonMs(thresholds.expiryHorizonDays * msPerDay);
    if (m_profile)
        saveThresholds(m_settings, *m_profile, thresholds);
    Q_EMIT thresholdsChanged();
}

void AuditDesk::takeAudit()
{
    m_findings.setAudit(m_state.audit());
    if (m_state.audit()->subject.tokens == m_model.tokens())
        Q_EMIT marksFound(m_state.audit()->marks);
    Q_EMIT auditChanged();
}

} // namespace tokendesk
