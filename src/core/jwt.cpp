// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jwt.h"

#include "core/secret.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tokendesk {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

std::optional<QByteArray> strictBase64Url(QByteArrayView part)
{
    const QByteArray text = QByteArray::fromRawData(part.data(), part.size());
    auto decoded = QByteArray::fromBase64Encoding(text, base64Url | QByteArray::AbortOnBase64DecodingErrors);
    // Qt takes padding and stray bits at the end; only one spelling survives the way back.
    if (!decoded || decoded.decoded.toBase64(base64Url) != text)
        return std::nullopt;
    return std::move(decoded.decoded);
}

std::optional<QJsonObject> jsonPart(QByteArrayView part)
{
    std::optional<QByteArray> bytes = strictBase64Url(part);
    if (!bytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    wipeMemory(bytes->data(), bytes->size());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

tl::expected<Jwt, JwtError> parseJwt(QByteArrayView token)
{
    if (token.size() > maxJwtBytes)
        return tl::unexpected(JwtError::TooLarge);
    const qsizetype points = std::count(token.begin(), token.end(), '.');
    if (points != 2)
        return tl::unexpected(points == 4 ? JwtError::Encrypted : JwtError::Malformed);
    const qsizetype first = token.indexOf('.');
    const qsizetype last = token.lastIndexOf('.');
    const QByteArrayView signature = token.sliced(last + 1);
    // A header is what tells a JWT from three words with points between them.
    std::optional<QJsonObject> header = jsonPart(token.first(first));
    std::optional<QJsonObject> claims = header ? jsonPart(token.sliced(first + 1, last - first - 1)) : std::nullopt;
    if (!claims || !strictBase64Url(signature))
        return tl::unexpected(JwtError::Malformed);
    const QString algorithm = header->value(QLatin1String("alg")).toString();
    const bool isSigned = !signature.isEmpty() && !algorithm.isEmpty() &&
                          algorithm.compare(QLatin1String("none"), Qt::CaseInsensitive) != 0;
    return Jwt{*std::move(header), *std::move(claims), isSigned};
}

qint64 numericDate(const QJsonValue &value)
{
    if (!value.isDouble())
        return noInstant;
    const double seconds = value.toDouble();
    if (!std::isfinite(seconds) || std::abs(seconds) > 253402300799.0) // the year 9999
        return noInstant;
    return static_cast<qint64>(seconds * 1000.0);
}

} // namespace tokendesk
