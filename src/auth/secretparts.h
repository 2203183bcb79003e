// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QByteArray>

#include <vector>

namespace tokendesk {

/// Windows keeps at most 5 * 512 bytes in one credential (wincred.h, CRED_MAX_CREDENTIAL_BLOB_SIZE; qtkeychain before
/// 0.15 stores no more), and a JWT with many claims is longer. A long secret is therefore kept in several entries, the
/// same way on every system.
inline constexpr qsizetype maxKeychainEntryBytes = 2560;
/// 64 entries, some 160 kB: far more than any header carries.
inline constexpr int maxSecretParts = 64;

/// Whether a keychain can keep it: text without a null byte. The backends pass null-terminated UTF-8 along.
[[nodiscard]] bool isKeychainText(QByteArrayView secret);

/// The entries for a secret, in order. One that fits into an entry is kept as it is. A longer one is cut between
/// characters, and each entry begins with a line of its own:
///
///     tokendesk-parts <how many> <tag>      the first entry
///     tokendesk-part <its number> <tag>     every other one
///
/// `tag` (hex digits) is new for every write, so that parts of two writes are never taken for one secret. A short
/// secret that happens to begin like such a line gets one too. Empty if it needs more than maxSecretParts entries.
[[nodiscard]] std::vector<Secret> splitSecret(const Secret &secret, const QByteArray &tag,
                                              qsizetype entryBytes = maxKeychainEntryBytes);

/// Puts a secret together again. Add the first entry, then entry 2, 3, … until isComplete().
class SecretJoiner
{
public:
    /// False if the entry does not belong here: its line is damaged, or it is from another write.
    [[nodiscard]] bool add(const Secret &entry);
    [[nodiscard]] bool isComplete() const { return m_expected > 0 && int(m_parts.size()) == m_expected; }
    /// The number of the entry to add next, from 1 on.
    [[nodiscard]] int nextNumber() const { return int(m_parts.size()) + 1; }
    /// How many there are; 0 before the first.
    [[nodiscard]] int expected() const { return m_expected; }
    /// The secret, once complete.
    [[nodiscard]] Secret joined() const;

private:
    std::vector<Secret> m_parts;
    QByteArray m_tag;
    int m_expected = 0;
};

} // namespace tokendesk
