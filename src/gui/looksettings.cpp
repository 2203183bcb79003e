// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/looksettings.h"

#include "session/profilestore.h"

#include <QSettings>

namespace tokendesk {

QString LookSettings::ownKey(const QString &key) const
{
    return QStringLiteral("profiles/%1/%2").arg(m_profile->toString(QUuid::WithoutBraces), key);
}

QVariant LookSettings::value(const QString &key, const QVariant &otherwise) const
{
    const QVariant common = m_settings.value(key, otherwise);
    return m_profile ? m_settings.value(ownKey(key), common) : common;
}

bool LookSettings::hasOwn(const QString &key) const
{
    return m_profile && m_settings.contains(ownKey(key));
}

void LookSettings::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
    if (m_profile && m_profiles.find(*m_profile))
        m_settings.setValue(ownKey(key), value);
}

} // namespace tokendesk
