// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/serverclock.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QUuid>

#include <limits>
#include <optional>
#include <variant>
#include <vector>

namespace tokendesk::simulator {

/// Stands for null in a point in time.
constexpr qint64 never = std::numeric_limits<qint64>::min();

/// One provisioning token as the server keeps it. Instants are milliseconds since the epoch, UTC, or `never`.
struct Row
{
    QUuid id;
    QByteArray name; ///< UTF-8
    qint64 createdAt = 0;
    qint64 expiresAt = never;
    qint64 lastUsedAt = never;
    qint64 revokedAt = never;
    qint64 useCount = 0;
    bool singleUse = false;
};

/// What the server refuses, with the code of the API reference.
struct Refusal
{
    int status;
    QByteArray code;
    QString message;
    QString details = {};
};

template <typename T>
using Outcome = std::variant<T, Refusal>;

struct NewToken
{
    Row row;
    QByteArray secret; ///< "apt_" and 64 hexadecimal digits
};

/// The rows and the rules about them. Knows neither HTTP nor JSON. Used on one thread.
class Organization
{
public:
    explicit Organization(const ServerClock &clock) : m_clock(clock) {}

    QUuid id;
    QString name;
    QString slug;

    /// Oldest first, so that the newest is appended; the API shows them the other way round.
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// Rises with every change of the rows.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] const Row *find(const QUuid &tokenId) const;
    /// The secret of a token that was created while the simulator ran; empty for the others, whose secret nobody has.
    [[nodiscard]] QByteArray secretOf(const QUuid &tokenId) const { return m_secretById.value(tokenId); }

    NewToken create(const QByteArray &tokenName, qint64 expiresAt, bool singleUse);
    Outcome<Row> revoke(const QUuid &tokenId);
    /// A device joins: counts the use and retires a single-use token at the same instant.
    Outcome<Row> provisionWithSecret(const QByteArray &secret, const QByteArray &deviceId);
    Outcome<Row> provisionById(const QUuid &tokenId, const QByteArray &deviceId);

    /// Takes the place of everything; any order.
    void replaceAll(std::vector<Row> rows);
    /// Adds a row where its creation time belongs, or takes the place of the one with the same id.
    void put(const Row &row, const QByteArray &secret = {});
    bool remove(const QUuid &tokenId);

private:
    void reindex();
    void remember(const QUuid &tokenId, const QByteArray &secret);

    const ServerClock &m_clock;
    std::vector<Row> m_rows;
    QHash<QUuid, size_t> m_index;
    QHash<QByteArray, QUuid> m_idBySecret;
    QHash<QUuid, QByteArray> m_secretById;
    QSet<QByteArray> m_devices;
    quint64 m_revision = 1;
};

/// 32 bytes of the system's random source as 64 hexadecimal digits.
[[nodiscard]] QByteArray randomHex();

} // namespace tokendesk::simulator
