// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/authorizationanswer.h"

#include <QTest>

using namespace tokendesk;

namespace {

const QString issuer = QStringLiteral("https://id.example");

Result<Secret> take(const QByteArray &query, bool issuerRequired = false)
{
    auto answer = parseAuthorizationAnswer(query);
    if (!answer)
        return failure({.kind = ErrorKind::TooLarge, .detail = QStringLiteral("malformed")});
    return takeCode(*std::move(answer), {"s3cr3t-state", issuer, issuerRequired});
}

} // namespace

class TestAuthorizationAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeWithTheRightStateIsTaken()
    {
        QVERIFY(take("code=a%2Bb%20c+d&state=s3cr3t-state")->equals("a+b c d"));
        QVERIFY(take("state=s3cr3t-state&session_state=x&code=y&iss=https%3A%2F%2Fid.example", true)->equals("y"));
    }

    void whatDoesNotBelongToThisSignInIsNotTrusted_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<bool>("issuerRequired");
        const auto row = [](const char *name, const char *query, bool required = false) {
            QTest::newRow(name) << QByteArray(query) << required;
        };
        row("no state", "code=a");
        row("empty state", "code=a&state=");
        row("wrong state", "code=a&state=s3cr3t-statE");
        row("half a state", "code=a&state=s3cr3t");
        row("more than the state", "code=a&state=s3cr3t-state2");
        row("an error with a wrong state", "error=access_denied&state=x");
        row("another issuer", "code=a&state=s3cr3t-state&iss=https://evil.example");
        row("almost the issuer", "code=a&state=s3cr3t-state&iss=https://id.example/");
        row("no issuer where one is promised", "code=a&state=s3cr3t-state", true);
        row("an error from another issuer", "error=access_denied&state=s3cr3t-state&iss=https://evil.example");
    }
    void whatDoesNotBelongToThisSignInIsNotTrusted()
    {
        QFETCH(QByteArray, query);
        QFETCH(bool, issuerRequired);
        const auto code = take(query, issuerRequired);
        QVERIFY(!code);
        QCOMPARE(code.error().kind, ErrorKind::SignInMismatch);
        QVERIFY(code.error().serverCode.isEmpty() && code.error().serverMessage.isEmpty());
        QVERIFY(!code.error().detail.contains(QStringLiteral("s3cr3t")));
    }

    void malformedQueriesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char *name, const char *query) { QTest::newRow(name) << QByteArray(query); };
        row("two codes", "code=a&code=b&state=s3cr3t-state");
        row("two states", "code=a&state=s3cr3t-state&state=s3cr3t-state");
        row("two codes, one of them in disguise", "code=a&c%6Fde=b&state=s3cr3t-state");
        row("percent at the end", "code=a%");
        row("half a percent", "code=a%2");
        row("no digits", "code=%zz");
        row("no UTF-8", "error=%ff&state=s3cr3t-state");
        row("UTF-8 that is cut", "error_description=%c3&state=s3cr3t-state");
    }
    void malformedQueriesAreRefused()
    {
        QFETCH(QByteArray, query);
        QVERIFY(!parseAuthorizationAnswer(query));
    }

    void errorsKeepTheirCodeAndTheirWords()
    {
        const auto denied = take("error=access_denied&error_description=not+today&state=s3cr3t-state");
        QCOMPARE(denied.error().kind, ErrorKind::SignInDenied);
        QCOMPARE(denied.error().serverCode, QStringLiteral("access_denied"));
        QCOMPARE(denied.error().serverMessage, QStringLiteral("not today"));
        const auto refused = take("error=invalid_scope&code=a&state=s3cr3t-state");
        QCOMPARE(refused.error().kind, ErrorKind::SignInRefused);
        const auto echoed = take("error=invalid_request&error_description=bad+s3cr3t-state&state=s3cr3t-state");
        QVERIFY(echoed.error().serverMessage.isEmpty());
        const auto noCode = take("error=%3Cscript%3E&state=s3cr3t-state");
        QVERIFY(noCode.error().serverCode.isEmpty());
    }

    void anAnswerWithoutAnythingInItIsNone()
    {
        QVERIFY(parseAuthorizationAnswer("")->isEmpty());
        QVERIFY(parseAuthorizationAnswer("utm_source=x")->isEmpty());
        QVERIFY(!parseAuthorizationAnswer("state=x")->isEmpty());
        QVERIFY(!take("state=s3cr3t-state"));
    }
};

QTEST_APPLESS_MAIN(TestAuthorizationAnswer)
#include "testauthorizationanswer.moc"
