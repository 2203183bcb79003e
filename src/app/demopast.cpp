// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demopast.h"

#include "core/isotime.h"
#include "history/historydatabase.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace tokendesk {

namespace {

struct PastToken
{
    TokenRow row;
    QByteArray name;
};

qint64 instantOf(const QJsonValue &value)
{
    const QByteArray text = value.toString().toLatin1();
    return parseIsoTime({text.constData(), static_cast<size_t>(text.size())}).value_or(noInstant);
}

PastToken tokenOf(const QJsonObject &json)
{
    PastToken token;
    token.row.id = QUuid::fromString(json.value(QLatin1String("id")).toString());
    token.row.createdAt = instantOf(json.value(QLatin1String("created_at")));
    token.row.expiresAt = instantOf(json.value(QLatin1String("expires_at")));
    token.row.lastUsedAt = instantOf(json.value(QLatin1String("last_used_at")));
    token.row.revokedAt = instantOf(json.value(QLatin1String("revoked_at")));
    token.row.useCount = static_cast<quint32>(json.value(QLatin1String("use_count")).toInteger());
    token.row.singleUse = json.value(QLatin1String("single_use")).toBool();
    token.name = json.value(QLatin1String("name")).toString().toUtf8();
    return token;
}

TokenSnapshotPtr snapshotOf(const QHash<QUuid, PastToken> &tokens, const QCollator &collator)
{
    std::vector<const PastToken *> newestFirst;
    newestFirst.reserve(static_cast<size_t>(tokens.size()));
    for (const PastToken &token : tokens)
        newestFirst.push_back(&token);
    std::sort(newestFirst.begin(), newestFirst.end(), [](const PastToken *a, const PastToken *b) {
        return std::pair(a->row.createdAt, a->row.id) > std::pair(b->row.createdAt, b->row.id);
    });
    TokenSnapshotBuilder builder;
    for (const PastToken *token : newestFirst)
        builder.add(token->row, {token->name.constData(), static_cast<size_t>(token->name.size())});
    return builder.finish(collator);
}

} // namespace

void recordDemoPast(const QByteArray &json, const QString &path, const Clock &clock)
{
    if (json.isEmpty())
        return;
    const QCollator collator(QLocale::c()); // nobody sorts these lists
    QHash<QUuid, PastToken> tokens;
    HistoryDatabase database(path, clock);
    database.open();
    const QJsonArray looks = QJsonDocument::fromJson(json)[QLatin1String("looks")].toArray();
    for (const QJsonValue look : looks) {
        const qint64 at = instantOf(look[QLatin1String("at")]);
        if (at == noInstant)
            continue;
        for (const QJsonValue value : look[QLatin1String("rows")].toArray()) {
            const PastToken token = tokenOf(value.toObject());
            tokens.insert(token.row.id, token);
        }
        for (const QJsonValue id : look[QLatin1String("gone")].toArray())
            tokens.remove(QUuid::fromString(id.toString()));
        database.record(*snapshotOf(tokens, collator), {at, at});
    }
}

} // namespace tokendesk
