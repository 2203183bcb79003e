// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historydatabase.h"
#include "support/fakeclock.h"
#include "support/tokens.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace tokendesk {

/// A folder for a history, and a clock; each look is a minute after the one before.
struct HistoryRig
{
    QTemporaryDir folder;
    FakeClock clock;

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("history/profile.sqlite")); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.filePath(QStringLiteral("history"))).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] Look nextLook()
    {
        clock.advance(60'000);
        return {clock.nowMs() + 5000, clock.nowMs()};
    }
    [[nodiscard]] std::unique_ptr<HistoryDatabase> opened()
    {
        auto database = std::make_unique<HistoryDatabase>(path(), clock);
        database->open();
        return database;
    }
};

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

/// Everything that a history says, for comparing two of them and for showing where they differ.
inline QStringList toldBy(const TokenHistory &history)
{
    QStringList told;
    for (const Look &look : history.looks())
        told << QStringLiteral("look %1 %2").arg(look.serverMs).arg(look.localMs);
    for (quint32 token = 0; token < history.tokenCount(); ++token) {
        const FirstSight &first = history.first(token);
        told << QStringLiteral("token %1 %2 at %3: %4 %5 %6 %7 %8 %9")
                    .arg(first.token.id.toString(QUuid::WithoutBraces), QString::fromUtf8(history.name(first.name)))
                    .arg(first.look)
                    .arg(first.token.createdAt)
                    .arg(first.token.expiresAt)
                    .arg(first.token.lastUsedAt)
                    .arg(first.token.revokedAt)
                    .arg(first.token.useCount)
                    .arg(first.token.singleUse);
        for (const TokenEvent &event : history.events(token)) {
            const auto value = [&](qint64 number) {
                return event.kind == TokenEventKind::Name
                           ? QString::fromUtf8(history.name(static_cast<quint32>(number)))
                           : QString::number(number);
            };
            told << QStringLiteral("  at %1 kind %2: %3 -> %4")
                        .arg(event.look)
                        .arg(static_cast<int>(event.kind))
                        .arg(value(event.before), value(event.after));
        }
    }
    return told;
}

} // namespace tokendesk
