// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/acusightapi.h"
#include "support/fakeclock.h"

#include <QTest>

namespace tokendesk {

/// Calls of an AcusightApi that wait for their answer, and check that it comes once and not from inside the call.
class ApiCalls
{
public:
    explicit ApiCalls(ApiConfig config) : m_api(std::make_unique<AcusightApi>(std::move(config))) {}

    Result<TokenListing> list(TokenSnapshotPtr previous = {}, std::function<void(qint64, qint64)> progress = {})
    {
        return await<TokenListing>([&](auto reply) { m_api->list(previous, progress, std::move(reply)); });
    }
    Result<CreatedToken> create(const CreateRequest &request)
    {
        return await<CreatedToken>([&](auto reply) { m_api->create(request, std::move(reply)); });
    }
    Result<Revocation> revoke(const QUuid &id)
    {
        return await<Revocation>([&](auto reply) { m_api->revoke(id, std::move(reply)); });
    }
    Result<Organization> organization()
    {
        return await<Organization>([&](auto reply) { m_api->organization(std::move(reply)); });
    }
    AcusightApi &operator*() { return *m_api; }
    AcusightApi *operator->() { return m_api.get(); }
    void destroy() { m_api.reset(); }

private:
    template <class T, class Call>
    Result<T> await(Call call)
    {
        struct State
        {
            std::optional<Result<T>> result;
            int answers = 0;
        };
        const auto state = std::make_shared<State>();
        call([state](Result<T> result) {
            state->result = std::move(result);
            ++state->answers;
        });
        const auto broken = [](const char *what) { return failure({.detail = QString::fromLatin1(what)}); };
        if (state->answers > 0)
            return broken("TEST: answered from inside the call");
        if (!QTest::qWaitFor([state] { return state->answers > 0; }, 30'000))
            return broken("TEST: no answer");
        QTest::qWait(5); // for a second answer
        if (state->answers > 1)
            return broken("TEST: answered twice");
        return std::move(*state->result);
    }

    std::unique_ptr<AcusightApi> m_api;
};

/// What a failed comparison should show.
template <class T>
QString wordsOf(const Result<T> &result)
{
    if (result)
        return QStringLiteral("no error");
    const Error &e = result.error();
    return QStringLiteral("kind %1, cause %2, status %3, %4 %5, %6")
        .arg(int(e.kind))
        .arg(int(e.cause))
        .arg(e.httpStatus)
        .arg(e.serverCode, e.serverMessage, e.detail);
}

/// Fails the test unless `result` is an error of that kind.
#define COMPARE_KIND(result, expected)                                                                                 \
    do {                                                                                                               \
        const auto &comparedResult = (result);                                                                         \
        QVERIFY2(!comparedResult.has_value() && comparedResult.error().kind == (expected),                             \
                 qPrintable(wordsOf(comparedResult)));                                                                 \
    } while (false)

} // namespace tokendesk
