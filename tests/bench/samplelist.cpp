// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplelist.h"

#include "core/tokenstatus.h"

#include <array>
#include <cstring>

namespace tokendesk::bench {

namespace {

constexpr std::array places{"Hamburg", "Rotterdam", "Zürich", "Łódź", "München", "Lyon",  "Göteborg", "Leeds",
                            "Köln",    "Bilbao",    "Wien",   "Brno", "Detroit", "Osaka", "Pune",     "Rüsselsheim"};
constexpr std::array rollouts{"Kiosk rollout", "Gateway swap",  "Warehouse gateways", "Retrofit",
                              "Cold chain",    "Pick-by-light", "Scanner refresh",    "Replacement unit"};

} // namespace

SampleList::SampleList(int count, qint64 now) : m_now(now)
{
    m_tokens.reserve(size_t(count));
    const qint64 step = 3 * 365 * msPerDay / count;
    for (int i = 0; i < count; ++i)
        m_tokens.push_back(randomToken(now - (i + 1) * step - m_random.bounded(qint64(1), step)));
}

SampleList::Token SampleList::randomToken(qint64 createdAt)
{
    Token token;
    quint32 words[4];
    m_random.fillRange(words);
    std::memcpy(&token.row.id, words, sizeof(QUuid));
    token.row.id.data3 = ushort((token.row.id.data3 & 0x0FFF) | 0x4000);
    token.row.id.data4[0] = uchar((token.row.id.data4[0] & 0x3F) | 0x80);

    const auto number = [&](int limit) { return std::to_string(m_random.bounded(1, limit)); };
    const std::string place = places[m_random.bounded(uint(places.size()))];
    switch (m_random.bounded(4)) {
    case 0:
        token.name = "Line " + number(9) + " - " + number(240) + " " + place;
        break;
    case 1:
        token.name = rollouts[m_random.bounded(uint(rollouts.size()))] + std::string(" ") + number(9999);
        break;
    case 2:
        token.name = place + " / hall " + number(7) + " / gw-" + number(99);
        break;
    default:
        token.name = "Linie " + number(6) + " – Prüfstand " + number(400);
    }
    TokenRow &row = token.row;
    row.createdAt = createdAt;
    row.singleUse = m_random.bounded(3) == 0;
    if (m_random.bounded(8) != 0)
        row.expiresAt = createdAt + m_random.bounded(1, 400) * msPerDay;
    if (m_random.bounded(4) != 0) {
        row.useCount = row.singleUse ? 1 : quint32(m_random.bounded(1, m_random.bounded(2) ? 12 : 400));
        row.lastUsedAt = createdAt + m_random.bounded(std::max<qint64>(1, m_now - createdAt));
    }
    if (row.singleUse && row.useCount > 0)
        row.revokedAt = row.lastUsedAt;
    else if (m_random.bounded(12) == 0)
        row.revokedAt = createdAt + m_random.bounded(std::max<qint64>(1, m_now - createdAt));
    return token;
}

TokenSnapshotPtr SampleList::snapshot() const
{
    TokenSnapshotBuilder builder;
    builder.reserve(qsizetype(m_tokens.size()), qsizetype(m_tokens.size()) * 24);
    for (const Token &token : m_tokens)
        builder.add(token.row, token.name);
    return builder.finish(nameCollator(QLocale(QLocale::English)));
}

void SampleList::advance(int changed, int added)
{
    for (int i = 0; i < changed; ++i) {
        TokenRow &row = m_tokens[m_random.bounded(quint32(m_tokens.size()))].row;
        ++row.useCount;
        row.lastUsedAt = m_now;
    }
    for (int i = 0; i < added; ++i)
        m_tokens.insert(m_tokens.begin(), randomToken(m_now));
}

} // namespace tokendesk::bench
