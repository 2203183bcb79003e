// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QDeadlineTimer>
#include <QMimeData>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace tokendesk {

/// The one way a secret reaches the system clipboard: marked for clipboard managers as not to be kept, never the PRIMARY
/// selection, and taken away again after a while, when the program ends, and when this object dies - but only while
/// the clipboard still holds it. Hints: KDE's x-kde-passwordManagerHint; Windows "Cloud Clipboard and Clipboard History
/// Formats"; nspasteboard.org.
///
/// Threads: gui thread only, with a QGuiApplication.
class SecretClipboard : public QObject
{
    Q_OBJECT
public:
    explicit SecretClipboard(QObject *parent = nullptr);
    ~SecretClipboard() override;

    /// How long a secret stays; default 30 s. Nothing: until the program ends. Counts from the next copy on.
    void setClearAfter(std::optional<std::chrono::seconds> clearAfter);
    [[nodiscard]] std::optional<std::chrono::seconds> clearAfter() const { return m_clearAfter; }

    /// Replaces what the clipboard holds, with exactly the text of `secret`. The countdown starts anew.
    void copy(const Secret &secret) { copy(secret, m_clearAfter); }
    void copy(const Secret &secret, std::optional<std::chrono::seconds> clearAfter);
    /// Takes the secret away if it is still there; ends the countdown.
    void clearNow();
    /// Whole seconds until the secret is taken away, rounded up; nothing while no countdown runs.
    [[nodiscard]] std::optional<std::chrono::seconds> remaining() const;

Q_SIGNALS:
    /// About once a second while a countdown runs.
    void remainingChanged();
    /// The countdown has ended. `wasOurs`: the secret was still there and is gone now; otherwise the clipboard held
    /// something else, which was left alone.
    void cleared(bool wasOurs);

private:
    void tick();
    [[nodiscard]] bool isStillOurs() const;
    [[nodiscard]] QByteArray fingerprint(QByteArrayView text) const;

    std::optional<std::chrono::seconds> m_clearAfter{std::chrono::seconds(30)};
    QTimer m_tick;
    QDeadlineTimer m_deadline;
    QPointer<QMimeData> m_ours;
    QByteArray m_salt;
    QByteArray m_fingerprint; ///< salted SHA-256 of what was copied; empty: nothing of ours is out there
};

} // namespace tokendesk
