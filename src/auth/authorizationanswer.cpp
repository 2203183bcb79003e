// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/authorizationanswer.h"

#include "auth/tokenreply.h"

#include <QStringDecoder>

namespace tokendesk {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<Secret> formDecoded(QByteArrayView text)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return Secret::take(decoded);
}

std::optional<QString> utf8Text(const Secret &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes.view());
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

std::optional<AuthorizationAnswer> parseAuthorizationAnswer(QByteArrayView query)
{
    Secret code, state, issuer, error, description;
    struct
    {
        QByteArrayView name;
        Secret &value;
        bool seen = false;
    } known[] = {
        {"code", code}, {"state", state}, {"iss", issuer}, {"error", error}, {"error_description", description}};
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        std::optional<Secret> name = formDecoded(equals < 0 ? pair : pair.first(equals));
        std::optional<Secret> value = formDecoded(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1));
        if (!name || !value)
            return std::nullopt;
        for (auto &parameter : known) {
            if (name->view() != parameter.name)
                continue;
            if (std::exchange(parameter.seen, true))
                return std::nullopt;
            parameter.value = *std::move(value);
            break;
        }
    }
    const std::optional<QString> issuerText = utf8Text(issuer);
    const std::optional<QString> errorText = utf8Text(error);
    const std::optional<QString> descriptionText = utf8Text(description);
    if (!issuerText || !errorText || !descriptionText)
        return std::nullopt;
    return AuthorizationAnswer{std::move(code), std::move(state), *issuerText, *errorText, *descriptionText};
}

Result<Secret> takeCode(AuthorizationAnswer answer, const AnswerRules &rules)
{
    const auto mismatch = [](const char *detail) {
        return failure({.kind = ErrorKind::SignInMismatch, .detail = QString::fromLatin1(detail)});
    };
    if (rules.state.isEmpty() || !answer.state.equals(rules.state))
        return mismatch("the state is not the one that was sent");
    if (answer.issuer.isEmpty() ? rules.issuerRequired : answer.issuer != rules.issuer)
        return mismatch("the answer comes from another issuer");
    if (!answer.error.isEmpty()) {
        const bool echoed = answer.errorDescription.toUtf8().contains(rules.state);
        return failure(oauthError(answer.error, echoed ? QString() : answer.errorDescription));
    }
    if (answer.code.isEmpty())
        return failure({.detail = QStringLiteral("the answer holds neither a code nor an error")});
    return std::move(answer.code);
}

} // namespace tokendesk
