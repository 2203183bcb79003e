// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/acusightapi.h"

#include "api/httpclient.h"
#include "api/listpaging.h"
#include "api/replydecoder.h"
#include "api/replyerror.h"
#include "api/tokendecoder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr qint64 defaultMaxListBytes = qint64(1) << 30;

const QString tokensPath = QStringLiteral("/provisioning-tokens");

/// An error of a decoder, with what only the transport knows.
Error located(Error error, int status, const QString &requestId)
{
    error.httpStatus = status;
    error.requestId = requestId;
    return error;
}

} // namespace

/// A list on its way, page by page.
struct AcusightApi::ListCall
{
    TokenSnapshotPtr previous;
    std::function<void(qint64, qint64)> progress;
    std::function<void(Result<TokenListing>)> reply;
    TokenSnapshotBuilder builder;
    ListPaging paging;
    std::optional<ReplyStamp> stamp; ///< of the first page: what it says was true then
    qint64 maxBytes = 0;
    qint64 bytesLeft = 0;
    int status = 0;
    QString requestId;
};

AcusightApi::AcusightApi(ApiConfig config, QObject *parent)
    : QObject(parent), m_config(std::move(config)), m_decoder(std::make_unique<TokenListDecoder>())
{}

AcusightApi::~AcusightApi() = default;

/// Made on first use, so that it belongs to the thread that the api was moved to.
HttpClient &AcusightApi::http()
{
    if (!m_http)
        m_http = std::make_unique<HttpClient>(m_config);
    return *m_http;
}

void AcusightApi::list(TokenSnapshotPtr previous, std::function<void(qint64, qint64)> progress,
                       std::function<void(Result<TokenListing>)> reply)
{
    const auto call = std::make_shared<ListCall>();
    call->previous = std::move(previous);
    call->progress = std::move(progress);
    call->reply = std::move(reply);
    call->maxBytes = m_config.maxListBytes ? m_config.maxListBytes() : defaultMaxListBytes;
    call->bytesLeft = call->maxBytes;
    askPage(call);
}

void AcusightApi::askPage(const std::shared_ptr<ListCall> &call)
{
    HttpRequest request{
        .path = tokensPath, .query = {}, .body = {}, .deadline = m_config.listDeadline, .maxBytes = call->bytesLeft};
    if (call->paging.rows() > 0)
        request.query = QStringLiteral("limit=%1&offset=%2").arg(call->paging.limit()).arg(call->paging.rows());
    http().send(request, [this, call](Result<HttpReply> answer) {
        if (!answer) {
            if (answer.error().kind == ErrorKind::TooLarge)
                answer.error().limitBytes = call->maxBytes;
            call->reply(failure(std::move(answer.error())));
            return;
        }
        if (!call->stamp)
            call->stamp = answer->stamp;
        call->status = answer->status;
        call->requestId = answer->requestId;
        pageCame(call, answer->body);
    });
}

void AcusightApi::pageCame(const std::shared_ptr<ListCall> &call, QByteArray &body)
{
    const auto fail = [&call](Error error) {
        call->reply(failure(located(std::move(error), call->status, call->requestId)));
    };
    call->bytesLeft -= body.size();
    const Result<ListPage> page = m_decoder->decode(body, call->paging.rows(), call->builder);
    http().giveBack(std::move(body));
    if (!page) {
        fail(page.error());
        return;
    }
    const Result<ListPaging::Next> next = call->paging.pageCame(*page);
    if (!next) {
        fail(next.error());
        return;
    }
    if (*next == ListPaging::Next::StartAgain) {
        call->builder = {};
        call->stamp.reset();
        call->bytesLeft = call->maxBytes;
        askPage(call);
        return;
    }
    const QPointer<AcusightApi> self(this);
    if (call->progress)
        call->progress(call->paging.rows(), call->paging.total());
    if (!self)
        return;
    if (*next == ListPaging::Next::More) {
        askPage(call);
        return;
    }
    TokenListing listing;
    listing.tokens = call->builder.finish(nameCollator(m_config.locale));
    listing.diff = diffTokens(call->previous ? *call->previous : TokenSnapshot(), *listing.tokens);
    listing.stamp = *call->stamp;
    call->reply(std::move(listing));
}

void AcusightApi::create(const CreateRequest &request, std::function<void(Result<CreatedToken>)> reply)
{
    const QJsonObject asked{
        {QStringLiteral("name"), request.name},
        {QStringLiteral("expires_in_days"),
         request.expiresInDays ? QJsonValue(*request.expiresInDays) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("single_use"), request.singleUse},
    };
    HttpRequest post{.method = HttpRequest::Method::Post,
                     .path = tokensPath,
                     .query = {},
                     .body = QJsonDocument(asked).toJson(QJsonDocument::Compact),
                     .deadline = m_config.deadline,
                     .maxBytes = m_config.maxReplyBytes};
    http().send(post, [reply = std::move(reply)](Result<HttpReply> answer) {
        if (!answer) {
            reply(failure(std::move(answer.error())));
            return;
        }
        Result<CreatedToken> made = decodeCreated(answer->body);
        if (!made)
            made = failure(asOutcome(located(std::move(made.error()), answer->status, answer->requestId)));
        reply(std::move(made));
    });
}

void AcusightApi::revoke(const QUuid &id, std::function<void(Result<Revocation>)> reply)
{
    HttpRequest request{.method = HttpRequest::Method::Delete,
                        .path = tokensPath + QLatin1Char('/') + id.toString(QUuid::WithoutBraces),
                        .query = {},
                        .body = {},
                        .deadline = m_config.deadline,
                        .maxBytes = m_config.maxReplyBytes};
    http().send(request, [id, reply = std::move(reply)](Result<HttpReply> answer) {
        if (!answer) {
            reply(failure(std::move(answer.error())));
            return;
        }
        Result<Revocation> revoked = decodeRevocation(answer->body, id);
        if (!revoked)
            revoked = failure(asOutcome(located(std::move(revoked.error()), answer->status, answer->requestId)));
        reply(std::move(revoked));
    });
}

void AcusightApi::organization(std::function<void(Result<Organization>)> reply)
{
    HttpRequest request{.path = QStringLiteral("/organization"),
                        .query = {},
                        .body = {},
                        .deadline = m_config.deadline,
                        .maxBytes = m_config.maxReplyBytes};
    http().send(request, [reply = std::move(reply)](Result<HttpReply> answer) {
        if (!answer) {
            reply(failure(std::move(answer.error())));
            return;
        }
        Result<Organization> organization = decodeOrganization(answer->body);
        if (!organization)
            organization = failure(located(std::move(organization.error()), answer->status, answer->requestId));
        reply(std::move(organization));
    });
}

void AcusightApi::cancelReads()
{
    if (m_http)
        m_http->cancelReads();
}

} // namespace tokendesk
