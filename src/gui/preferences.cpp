// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/preferences.h"

#include <QSettings>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr QLatin1String intervalKey("refresh/intervalSeconds");
constexpr QLatin1String clipboardKey("clipboard/clearAfterSeconds");
constexpr QLatin1String historyKey("history/retentionDays");
constexpr QLatin1String maxListKey("network/maxListMegabytes");

} // namespace

Preferences Preferences::load(const QSettings &settings)
{
    Preferences preferences;
    bool isNumber = false;
    const std::chrono::seconds interval(settings.value(intervalKey).toInt(&isNumber));
    if (isNumber && std::ranges::find(refreshChoices, interval) != refreshChoices.end())
        preferences.refreshInterval = interval;
    const int clear = settings.value(clipboardKey).toInt(&isNumber);
    if (isNumber && (clear == 0 || (clear >= shortestClipboardSeconds && clear <= longestClipboardSeconds)))
        preferences.clearClipboardAfter = std::chrono::seconds(clear);
    const int maxList = settings.value(maxListKey).toInt(&isNumber);
    if (isNumber && maxList >= smallestListMegabytes && maxList <= largestListMegabytes)
        preferences.maxListMegabytes = maxList;
    const int days = settings.value(historyKey).toInt(&isNumber);
    if (isNumber && days >= fewestHistoryDays && days <= mostHistoryDays)
        preferences.historyDays = days;
    return preferences;
}

void Preferences::save(QSettings &settings) const
{
    settings.setValue(intervalKey, static_cast<int>(refreshInterval.count()));
    settings.setValue(clipboardKey, static_cast<int>(clearClipboardAfter.count()));
    settings.setValue(historyKey, historyDays);
    settings.setValue(maxListKey, maxListMegabytes);
}

} // namespace tokendesk
