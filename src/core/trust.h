// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tokendesk {

/// Whose certificates one connection takes. Nothing is trusted beyond it: an AcusightApi has a network manager of its
/// own, and a change of trust means a new AcusightApi.
struct Trust
{
    enum class Kind {
        System,       ///< the authorities of the system
        OwnAuthority, ///< those, and the certificates in `authorityFile`
        Pinned, ///< exactly the certificate whose fingerprint is `pinnedSha256`, whatever is unusual about it; any
                ///< other one is refused, also one that the system would take
    };
    Kind kind = Kind::System;
    QString authorityFile{};   ///< for OwnAuthority: path of a PEM file, read when the connection is first used
    QByteArray pinnedSha256{}; ///< for Pinned: SHA-256 of the server certificate's DER, 32 bytes

    static Trust ownAuthority(const QString &pemFile) { return {Kind::OwnAuthority, pemFile, {}}; }
    static Trust pinned(const QByteArray &sha256) { return {Kind::Pinned, {}, sha256}; }

    friend bool operator==(const Trust &, const Trust &) = default;
};

} // namespace tokendesk
