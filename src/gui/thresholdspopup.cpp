// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thresholdspopup.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>

namespace tokendesk {

namespace {

constexpr int fewestDays = 1;
constexpr int mostDays = 3650;

struct Threshold
{
    const char *key;
    int AuditThresholds::*days;
};
constexpr std::array thresholdKeys{Threshold{"staleDays", &AuditThresholds::staleDays},
                                   Threshold{"neverUsedDays", &AuditThresholds::neverUsedDays},
                                   Threshold{"longLifeDays", &AuditThresholds::longLifeDays},
                                   Threshold{"expiryHorizonDays", &AuditThresholds::expiryHorizonDays}};

QString daysSuffix(int days)
{
    //: behind a number, as in "Stale when unused for 90 days"
    return QLatin1Char(' ') + ThresholdsPopup::tr("day(s)", nullptr, days);
}

QString keyOf(const QUuid &profile, const char *name)
{
    return QStringLiteral("profiles/%1/audit/%2")
        .arg(profile.toString(QUuid::WithoutBraces), QString::fromLatin1(name));
}

/// Where earlier versions kept it.
QString formerKeyOf(const QUuid &profile, const char *name)
{
    return QStringLiteral("audit/%1/%2").arg(profile.toString(QUuid::WithoutBraces), QString::fromLatin1(name));
}

} // namespace

AuditThresholds loadThresholds(const QSettings &settings, const QUuid &profile)
{
    AuditThresholds thresholds;
    for (const Threshold &threshold : thresholdKeys) {
        bool isNumber = false;
        const int days =
            settings.value(keyOf(profile, threshold.key), settings.value(formerKeyOf(profile, threshold.key)))
                .toInt(&isNumber);
        if (isNumber && days >= fewestDays && days <= mostDays)
            thresholds.*threshold.days = days;
    }
    return thresholds;
}

void saveThresholds(QSettings &settings, const QUuid &profile, const AuditThresholds &thresholds)
{
    const AuditThresholds usual;
    for (const Threshold &threshold : thresholdKeys) {
        const QString key = keyOf(profile, threshold.key);
        settings.remove(formerKeyOf(profile, threshold.key));
        if (thresholds.*threshold.days == usual.*threshold.days)
            settings.remove(key);
        else
            settings.setValue(key, thresholds.*threshold.days);
    }
}

ThresholdsPopup::ThresholdsPopup(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("thresholdsPopup"));
    setAccessibleName(tr("Thresholds"));
    setFrameShape(QFrame::StyledPanel);
    const std::array<QString, 4> words{tr("&Stale when unused for"), tr("&Never used for"), tr("&Lives long after"),
                                       tr("&Expiring within")};
    auto *form = new QFormLayout(this);
    for (size_t index = 0; index < thresholdKeys.size(); ++index) {
        auto *box = new QSpinBox(this);
        box->setObjectName(QString::fromLatin1(thresholdKeys[index].key));
        box->setRange(fewestDays, mostDays);
        box->setAccelerated(true);
        auto *label = new QLabel(words[index], this);
        label->setBuddy(box);
        QString name = words[index];
        box->setAccessibleName(name.remove(QLatin1Char('&')));
        form->addRow(label, box);
        m_boxes[index] = box;
        connect(box, &QSpinBox::valueChanged, this, [this, box](int days) {
            box->setSuffix(daysSuffix(days));
            Q_EMIT thresholdsMoved(thresholds());
        });
    }
    auto *reset = new QPushButton(tr("&Reset"), this);
    reset->setObjectName(QStringLiteral("resetThresholds"));
    reset->setAccessibleName(tr("Reset the thresholds"));
    connect(reset, &QPushButton::clicked, this, [this] {
        setThresholds({});
        Q_EMIT thresholdsMoved(thresholds());
    });
    form->addRow(reset);
    setThresholds({});
}

void ThresholdsPopup::setThresholds(const AuditThresholds &thresholds)
{
    for (size_t index = 0; index < thresholdKeys.size(); ++index) {
        const QSignalBlocker quiet(m_boxes[index]);
        const int days = thresholds.*thresholdKeys[index].days;
        m_boxes[index]->setValue(days);
        m_boxes[index]->setSuffix(daysSuffix(days));
    }
}

AuditThresholds ThresholdsPopup::thresholds() const
{
    AuditThresholds thresholds;
    for (size_t index = 0; index < thresholdKeys.size(); ++index)
        thresholds.*thresholdKeys[index].days = m_boxes[index]->value();
    return thresholds;
}

} // namespace tokendesk
