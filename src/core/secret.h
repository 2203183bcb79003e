// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace tokendesk {

/// Bytes that must not outlive their use: an access token, a new provisioning token, a setup command that holds one.
///
/// Move-only, so that nobody copies one by accident; the bytes are overwritten when it dies or is moved from. It has no
/// stream operator and no conversion to QVariant. What it cannot promise is written in docs/security.md: a QString made
/// for a widget or the clipboard is never wiped by Qt, so convert late and only in the gui.
///
/// Thread-safe like any value: use one from one thread at a time.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    /// Takes the bytes and wipes the source, if nobody else shares its buffer (otherwise only this reference goes).
    static Secret take(QByteArray &source);
    /// UTF-8 of a text. The text itself cannot be wiped.
    static Secret fromText(const QString &text);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// A deliberate copy, for handing one secret to two owners.
    [[nodiscard]] Secret clone() const;
    /// Valid as long as this object is neither moved from nor destroyed.
    [[nodiscard]] QByteArrayView view() const;
    /// For a widget or the clipboard; see above.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    void wipe();

    /// Compares in a time that depends on the lengths only.
    [[nodiscard]] bool equals(QByteArrayView other) const;

private:
    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
};

/// Overwrites memory in a way the compiler may not remove.
void wipeMemory(void *data, qsizetype size);

} // namespace tokendesk
