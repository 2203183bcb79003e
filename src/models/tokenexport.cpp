// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokenexport.h"

#include "core/isotime.h"
#include "core/safetext.h"

#include <QCryptographicHash>

namespace tokendesk {

namespace {

constexpr qsizetype longestName = 100'000;

QString stateKey(TokenState state)
{
    switch (state) {
    case TokenState::Expiring:
        return QStringLiteral("expiring");
    case TokenState::Active:
        return QStringLiteral("active");
    case TokenState::UsedUp:
        return QStringLiteral("used-up");
    case TokenState::Expired:
        return QStringLiteral("expired");
    case TokenState::Revoked:
        return QStringLiteral("revoked");
    }
    Q_UNREACHABLE();
}

QString instantText(qint64 instant)
{
    return instant == noInstant ? QString() : formatIsoTime(instant);
}

bool needsEscape(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        const QChar::Category category = QChar::category(QChar::surrogateToUcs4(c, text[at + 1]));
        return category == QChar::Other_Format || category == QChar::Other_PrivateUse;
    }
    if (c.isLowSurrogate() && at > 0 && text[at - 1].isHighSurrogate())
        return needsEscape(text, at - 1);
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate: // without its other half
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c == u'"' || c == u'\\';
    }
}

QString jsonText(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (needsEscape(text, i))
            out += QStringLiteral("\\u%1").arg(uint(text[i].unicode()), 4, 16, QLatin1Char('0'));
        else
            out += text[i];
    }
    return out + u'"';
}

QString jsonInstant(qint64 instant)
{
    return instant == noInstant ? QStringLiteral("null") : jsonText(formatIsoTime(instant));
}

} // namespace

QString csvCell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && QStringView(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(cell.front()))
        cell.prepend(u'\'');
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QByteArray tokensAsCsv(const TokenExport &what)
{
    QByteArray csv = QByteArrayLiteral("\xEF\xBB\xBF\"state\",\"name\",\"kind\",\"use_count\",\"created_at\","
                                       "\"expires_at\",\"last_used_at\",\"revoked_at\",\"id\"\r\n");
    for (const quint32 row : what.rows) {
        const TokenRow &token = what.tokens->row(row);
        const QStringList cells{stateKey(tokenState(token, what.now, what.horizonMs)),
                                visibleText(what.tokens->name(row), longestName),
                                token.singleUse ? QStringLiteral("single-use") : QStringLiteral("reusable"),
                                QString::number(token.useCount),
                                instantText(token.createdAt),
                                instantText(token.expiresAt),
                                instantText(token.lastUsedAt),
                                instantText(token.revokedAt),
                                token.id.toString(QUuid::WithoutBraces)};
        for (const QString &cell : cells)
            csv += csvCell(cell).toUtf8() + ',';
        csv.chop(1);
        csv += QByteArrayLiteral("\r\n");
    }
    return csv;
}

QByteArray tokensAsJson(const TokenExport &what)
{
    QString json = QStringLiteral("{\n");
    const auto member = [&](const char *key, const QString &value) {
        json += QStringLiteral("  \"%1\": ").arg(QLatin1String(key)) + value + QStringLiteral(",\n");
    };
    member("organization", jsonText(what.organization));
    member("profile", jsonText(what.profile));
    member("server", jsonText(what.server));
    member("filter", jsonText(what.filter));
    member("server_time", jsonInstant(what.now));
    json += QStringLiteral("  \"tokens\": [");
    bool first = true;
    for (const quint32 row : what.rows) {
        const TokenRow &token = what.tokens->row(row);
        json += first ? QStringLiteral("\n    {") : QStringLiteral(",\n    {");
        first = false;
        json += QStringLiteral("\"id\": ") + jsonText(token.id.toString(QUuid::WithoutBraces));
        json += QStringLiteral(", \"name\": ") + jsonText(what.tokens->name(row));
        json += QStringLiteral(", \"state\": ") + jsonText(stateKey(tokenState(token, what.now, what.horizonMs)));
        json +=
            QStringLiteral(", \"single_use\": ") + (token.singleUse ? QStringLiteral("true") : QStringLiteral("false"));
        json += QStringLiteral(", \"use_count\": ") + QString::number(token.useCount);
        json += QStringLiteral(", \"created_at\": ") + jsonInstant(token.createdAt);
        json += QStringLiteral(", \"expires_at\": ") + jsonInstant(token.expiresAt);
        json += QStringLiteral(", \"last_used_at\": ") + jsonInstant(token.lastUsedAt);
        json += QStringLiteral(", \"revoked_at\": ") + jsonInstant(token.revokedAt);
        json += u'}';
    }
    json += first ? QStringLiteral("]\n}\n") : QStringLiteral("\n  ]\n}\n");
    return json.toUtf8();
}

QString sha256Text(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace tokendesk
