// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/organization.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

QByteArray randomHex()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

const Row *Organization::find(const QUuid &tokenId) const
{
    const auto found = m_index.constFind(tokenId);
    return found == m_index.constEnd() ? nullptr : &m_rows[*found];
}

NewToken Organization::create(const QByteArray &tokenName, qint64 expiresAt, bool singleUse)
{
    NewToken made;
    made.row.id = QUuid::createUuid();
    made.row.name = tokenName;
    made.row.createdAt = m_clock.now();
    made.row.expiresAt = expiresAt;
    made.row.singleUse = singleUse;
    made.secret = "apt_"_ba + randomHex();
    put(made.row, made.secret);
    return made;
}

Outcome<Row> Organization::revoke(const QUuid &tokenId)
{
    const auto found = m_index.constFind(tokenId);
    if (found == m_index.constEnd())
        return Refusal{404, "NOT_FOUND"_ba, u"Provisioning token not found"_s};
    Row &row = m_rows[*found];
    if (row.revokedAt != never)
        return Refusal{400, "VALIDATION_ERROR"_ba, u"Token is already revoked"_s};
    row.revokedAt = m_clock.now();
    ++m_revision;
    return row;
}

Outcome<Row> Organization::provisionWithSecret(const QByteArray &secret, const QByteArray &deviceId)
{
    const auto known = m_idBySecret.constFind(secret);
    if (known == m_idBySecret.constEnd())
        return Refusal{401, "INVALID_TOKEN"_ba, u"The provisioning token is not valid"_s};
    return provisionById(*known, deviceId);
}

Outcome<Row> Organization::provisionById(const QUuid &tokenId, const QByteArray &deviceId)
{
    const auto found = m_index.constFind(tokenId);
    if (found == m_index.constEnd())
        return Refusal{401, "INVALID_TOKEN"_ba, u"The provisioning token is not valid"_s};
    Row &row = m_rows[*found];
    const qint64 now = m_clock.now();
    if (row.revokedAt != never)
        return Refusal{401, "INVALID_TOKEN"_ba, u"The provisioning token has been revoked"_s};
    if (row.expiresAt != never && row.expiresAt <= now)
        return Refusal{401, "TOKEN_EXPIRED"_ba, u"The provisioning token has expired"_s};
    if (m_devices.contains(deviceId))
        return Refusal{409, "DEVICE_EXISTS"_ba, u"A device with this device_id is already registered"_s};
    m_devices.insert(deviceId);
    ++row.useCount;
    row.lastUsedAt = now;
    if (row.singleUse)
        row.revokedAt = now;
    ++m_revision;
    return row;
}

void Organization::replaceAll(std::vector<Row> rows)
{
    m_rows = std::move(rows);
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.createdAt < b.createdAt; });
    m_idBySecret.clear();
    m_secretById.clear();
    reindex();
}

void Organization::put(const Row &row, const QByteArray &secret)
{
    remember(row.id, secret);
    const auto found = m_index.constFind(row.id);
    if (found != m_index.constEnd() && m_rows[*found].createdAt == row.createdAt) {
        m_rows[*found] = row;
        ++m_revision;
        return;
    }
    if (found != m_index.constEnd())
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(*found));
    else if (m_rows.empty() || m_rows.back().createdAt <= row.createdAt) {
        m_rows.push_back(row);
        m_index.insert(row.id, m_rows.size() - 1);
        ++m_revision;
        return;
    }
    const auto place = std::upper_bound(m_rows.begin(), m_rows.end(), row.createdAt,
                                        [](qint64 at, const Row &other) { return at < other.createdAt; });
    m_rows.insert(place, row);
    reindex();
}

bool Organization::remove(const QUuid &tokenId)
{
    const auto found = m_index.constFind(tokenId);
    if (found == m_index.constEnd())
        return false;
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(*found));
    m_idBySecret.remove(m_secretById.take(tokenId));
    reindex();
    return true;
}

void Organization::reindex()
{
    m_index.clear();
    m_index.reserve(static_cast<qsizetype>(m_rows.size()));
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_index.insert(m_rows[i].id, i);
    ++m_revision;
}

void Organization::remember(const QUuid &tokenId, const QByteArray &secret)
{
    if (secret.isEmpty())
        return;
    m_idBySecret.remove(m_secretById.value(tokenId));
    m_idBySecret.insert(secret, tokenId);
    m_secretById.insert(tokenId, secret);
}

} // namespace tokendesk::simulator
