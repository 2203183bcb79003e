// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tokencells.h"

#include "core/isotime.h"
#include "core/relativetime.h"
#include "core/safetext.h"

#include <QCoreApplication>

namespace tokendesk {

namespace {

using Column = TokenTableModel::Column;

struct TokenCellText
{
    Q_DECLARE_TR_FUNCTIONS(TokenCellText)
};

std::optional<qint64> instantOf(const TokenRow &token, Column column)
{
    switch (column) {
    case Column::Created:
        return token.createdAt;
    case Column::Expires:
        return token.expiresAt;
    case Column::LastUsed:
        return token.lastUsedAt;
    case Column::Revoked:
        return token.revokedAt;
    case Column::State:
    case Column::Name:
    case Column::Kind:
    case Column::Uses:
    case Column::Id:
    case Column::ColumnCount:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString safeInSpreadsheet(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@").contains(text.front()) ? u'\'' + text : text;
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

QString kindWord(bool singleUse)
{
    return singleUse ? TokenCellText::tr("Single use") : TokenCellText::tr("Reusable");
}

QString TokenCell::text(Column column, const QLocale &locale) const
{
    const TokenRow &token = tokens.row(row);
    if (const auto instant = instantOf(token, column))
        return relativeTime(*instant, now);
    switch (column) {
    case Column::State:
        return stateWord(state);
    case Column::Name:
        return token.nameLength == 0 ? TokenCellText::tr("(no name)") : visibleText(tokens.name(row));
    case Column::Kind:
        return kindWord(token.singleUse);
    case Column::Uses:
        return locale.toString(token.useCount);
    case Column::Id:
        return idText(token.id);
    default:
        Q_UNREACHABLE();
    }
}

QString TokenCell::explanation(Column column, const QLocale &locale) const
{
    const TokenRow &token = tokens.row(row);
    if (const auto instant = instantOf(token, column))
        return exactTime(*instant, locale);
    switch (column) {
    case Column::State:
        return stateWord(state) + QStringLiteral(": ") + stateExplanation(state);
    case Column::Name:
        return token.nameLength == 0 ? TokenCellText::tr("The server sent this token without a name.")
                                     : visibleText(tokens.name(row), 1000);
    case Column::Kind:
        return token.singleUse ? TokenCellText::tr("The server revokes it after the first device.")
                               : TokenCellText::tr("Any number of devices can be provisioned with it.");
    case Column::Uses:
        return token.useCount == 0
                   ? TokenCellText::tr("No device has been provisioned with it.")
                   : TokenCellText::tr("%n device(s) have been provisioned with it.", nullptr, int(token.useCount));
    case Column::Id:
        return idText(token.id);
    default:
        Q_UNREACHABLE();
    }
}

QString TokenCell::spoken(Column column, const QLocale &locale) const
{
    const auto instant = instantOf(tokens.row(row), column);
    if (instant && *instant != noInstant)
        return text(column, locale) + QStringLiteral(", ") + exactTime(*instant, locale);
    return text(column, locale);
}

QString TokenCell::exported(Column column) const
{
    const TokenRow &token = tokens.row(row);
    if (const auto instant = instantOf(token, column))
        return *instant == noInstant ? QString() : formatIsoTime(*instant);
    switch (column) {
    case Column::Name:
        return safeInSpreadsheet(visibleText(tokens.name(row), 100'000));
    case Column::Uses:
        return QString::number(token.useCount);
    default:
        return text(column, QLocale::c());
    }
}

QStringList cellWords(Column column)
{
    QStringList words;
    if (column == Column::State) {
        for (const TokenState state : allTokenStates)
            words << stateWord(state);
    } else if (column == Column::Kind) {
        words << kindWord(true) << kindWord(false);
    }
    return words;
}

} // namespace tokendesk
