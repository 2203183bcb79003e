// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/replydecoder.h"

#include "api/replyerror.h"
#include "api/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tokendesk {

using namespace strictjson;
using simdjson::error_code;

namespace {

tl::unexpected<Error> protocolError(const QString &detail)
{
    return failure({.kind = ErrorKind::Protocol, .detail = detail});
}

tl::unexpected<Error> fieldError(const QString &field, const Words &words)
{
    return protocolError(QStringLiteral("field %1: %2").arg(field, words));
}

/// The object `data` of a reply that says success=true.
Result<QJsonObject> dataOf(const QByteArray &body)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return protocolError(QStringLiteral("not valid JSON"));
    if (!document.isObject())
        return protocolError(QStringLiteral("the answer is not an object"));
    const QJsonObject envelope = document.object();
    const QJsonValue success = envelope.value(QLatin1String("success"));
    if (!success.isBool())
        return fieldError(QStringLiteral("success"), success.isUndefined() ? QStringLiteral("it is missing")
                                                                           : QStringLiteral("neither true nor false"));
    if (!success.toBool()) {
        Error error{.kind = ErrorKind::Server};
        readErrorEnvelope(body, {}, error);
        return failure(std::move(error));
    }
    const QJsonValue data = envelope.value(QLatin1String("data"));
    if (!data.isObject())
        return fieldError(QStringLiteral("data"),
                          data.isUndefined() ? QStringLiteral("it is missing") : QStringLiteral("not an object"));
    return data.toObject();
}

Result<QString> textField(const QJsonObject &data, const QString &field)
{
    const QJsonValue value = data.value(field);
    if (!value.isString())
        return fieldError(field, value.isUndefined() ? QStringLiteral("it is missing") : QStringLiteral("not text"));
    return value.toString();
}

/// Copies a secret out of the parser's memory and overwrites it there.
Secret takeSecret(std::string_view text)
{
    Secret secret(QByteArrayView(text.data(), qsizetype(text.size())));
    wipeMemory(const_cast<char *>(text.data()), qsizetype(text.size()));
    return secret;
}

struct CreatedReader
{
    static constexpr std::array<std::string_view, 7> keys{"id",         "name",       "token",        "single_use",
                                                          "created_at", "expires_at", "setup_command"};
    CreatedToken made;
    unsigned seen = 0;

    Words readField(int key, ondemand::value value)
    {
        std::string_view text;
        Words words;
        switch (key) {
        case 0:
            return readUuid(value, made.id);
        case 1:
            words = readText(value, text);
            made.name = QString::fromUtf8(text.data(), qsizetype(text.size()));
            return words;
        case 2:
            // The contract has a pattern for it, but a token that does not fit has been made all the same.
            words = readText(value, text);
            made.token = takeSecret(text);
            return words;
        case 3:
            return readBool(value, made.singleUse);
        case 4:
            return readInstant(value, made.createdAt);
        case 5:
            return readInstantOrNull(value, made.expiresAt);
        default:
            words = readText(value, text);
            made.setupCommand = takeSecret(text);
            return words;
        }
    }

    QString read(ondemand::object data)
    {
        size_t hint = 0;
        for (auto each : data) {
            ondemand::field field;
            if (const error_code error = std::move(each).get(field))
                return wordsOf(error);
            error_code error = simdjson::SUCCESS;
            const int key = keyOf(field, keys, hint, error);
            if (!error && key < 0)
                error = walk(field.value());
            if (error)
                return wordsOf(error);
            if (key < 0)
                continue;
            seen |= 1U << key;
            if (const Words words = readField(key, field.value()); !words.isEmpty())
                return fieldWords(size_t(key), words);
        }
        for (size_t i = 0; i < keys.size(); ++i) {
            if (keys[i] != "expires_at" && (seen & (1U << i)) == 0)
                return fieldWords(i, QStringLiteral("it is missing"));
        }
        return made.token.isEmpty() ? fieldWords(2, QStringLiteral("it is empty")) : QString();
    }

    static QString fieldWords(size_t key, const Words &words)
    {
        return QStringLiteral("field %1: %2").arg(QLatin1String(keys[key].data(), qsizetype(keys[key].size())), words);
    }
};

/// On-Demand reads forward only, so what the envelope says is gathered and judged at its end.
Result<CreatedToken> readCreated(ondemand::document &document)
{
    static constexpr std::array<std::string_view, 3> keys{"success", "data", "error"};
    ondemand::object envelope;
    if (document.get_object().get(envelope))
        return protocolError(QStringLiteral("the answer is not an object"));
    CreatedReader reader;
    std::optional<bool> success;
    QString dataWords = QStringLiteral("field data: it is missing");
    Error refusal{.kind = ErrorKind::Server};
    size_t hint = 0;
    for (auto each : envelope) {
        ondemand::field field;
        error_code error = std::move(each).get(field);
        if (error)
            return protocolError(wordsOf(error));
        const int key = keyOf(field, keys, hint, error);
        if (error)
            return protocolError(wordsOf(error));
        ondemand::object object;
        if (key == 0) {
            bool flag = false;
            if (const Words words = readBool(field.value(), flag); !words.isEmpty())
                return fieldError(QStringLiteral("success"), words);
            success = flag;
        } else if (key >= 1 && !field.value().get_object().get(object)) {
            if (key == 1) {
                reader = {};
                dataWords = reader.read(object);
                if (!dataWords.isEmpty())
                    return protocolError(dataWords);
            } else {
                std::string_view json;
                if (object.raw_json().get(json))
                    return protocolError(QStringLiteral("not valid JSON"));
                readErrorEnvelope("{\"error\":" + QByteArray(json.data(), qsizetype(json.size())) + '}', {}, refusal);
            }
        } else {
            if (key == 1)
                dataWords = QStringLiteral("field data: not an object");
            error = walk(field.value());
            if (error)
                return protocolError(wordsOf(error));
        }
    }
    if (!success)
        return fieldError(QStringLiteral("success"), QStringLiteral("it is missing"));
    if (!*success)
        return failure(std::move(refusal));
    if (!dataWords.isEmpty())
        return protocolError(dataWords);
    if (!isAtEnd(document))
        return protocolError(QStringLiteral("something follows the end of the answer"));
    return std::move(reader.made);
}

} // namespace

Result<CreatedToken> decodeCreated(QByteArray &body)
{
    Result<CreatedToken> result = protocolError({});
    {
        ondemand::parser parser;
        ondemand::document document;
        const error_code error = parser.iterate(padded(body)).get(document);
        result = error ? Result<CreatedToken>(protocolError(wordsOf(error))) : readCreated(document);
    }
    wipeMemory(body.data(), body.size());
    return result;
}

Result<Revocation> decodeRevocation(const QByteArray &body, const QUuid &asked)
{
    const Result<QJsonObject> data = dataOf(body);
    if (!data)
        return failure(data.error());
    const Result<QString> id = textField(*data, QStringLiteral("id"));
    if (!id)
        return failure(id.error());
    if (uuidOf(id->toStdString()) != asked)
        return fieldError(QStringLiteral("id"), QStringLiteral("not the token that was asked for"));
    const Result<QString> time = textField(*data, QStringLiteral("revoked_at"));
    if (!time)
        return failure(time.error());
    Revocation revocation{.id = asked};
    if (const Words words = instantWords(time->toStdString(), revocation.revokedAt); !words.isEmpty())
        return fieldError(QStringLiteral("revoked_at"), words);
    return revocation;
}

Result<Organization> decodeOrganization(const QByteArray &body)
{
    const Result<QJsonObject> data = dataOf(body);
    if (!data)
        return failure(data.error());
    Result<QString> id = textField(*data, QStringLiteral("id"));
    if (!id)
        return failure(std::move(id.error()));
    Result<QString> name = textField(*data, QStringLiteral("name"));
    if (!name)
        return failure(std::move(name.error()));
    return Organization{*id, *name, data->value(QLatin1String("slug")).toString()};
}

} // namespace tokendesk
