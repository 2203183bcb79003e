// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit.h"

#include <QFrame>
#include <QUuid>

#include <array>

class QSettings;
class QSpinBox;

namespace tokendesk {

/// The thresholds of a profile, as settings keep them under "audit/<profile-uuid>/". What makes no sense is the
/// default.
[[nodiscard]] AuditThresholds loadThresholds(const QSettings &settings, const QUuid &profile);
void saveThresholds(QSettings &settings, const QUuid &profile, const AuditThresholds &thresholds);

/// What is too old, too long, too idle: four numbers that can be moved, while everything follows.
class ThresholdsPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit ThresholdsPopup(QWidget *parent = nullptr);
    /// Without a signal.
    void setThresholds(const AuditThresholds &thresholds);
    [[nodiscard]] AuditThresholds thresholds() const;

Q_SIGNALS:
    void thresholdsMoved(const tokendesk::AuditThresholds &thresholds);

private:
    std::array<QSpinBox *, 4> m_boxes{};
};

} // namespace tokendesk
