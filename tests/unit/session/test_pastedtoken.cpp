// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pastedtoken.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

using State = SignInStatus::State;

namespace {

constexpr qint64 now = 1'772'366'400'000;
constexpr qint64 minute = 60'000;

Secret jwt(const QJsonObject &claims)
{
    constexpr auto url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return Secret(QByteArray("{\"alg\":\"RS256\"}").toBase64(url) + '.' +
                  QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(url) + ".c2lnbmF0dXJl");
}

} // namespace

class TestPastedToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoComesFromTheClaimThatSaysMost_data()
    {
        QTest::addColumn<QJsonObject>("claims");
        QTest::addColumn<QString>("who");
        const QJsonObject sub{{u"sub"_s, u"4711"_s}};
        QJsonObject claims = sub;
        QTest::addRow("sub") << claims << u"4711"_s;
        claims.insert(u"name"_s, u"Ada Lovelace"_s);
        QTest::addRow("name") << claims << u"Ada Lovelace"_s;
        claims.insert(u"preferred_username"_s, u"ada"_s);
        QTest::addRow("preferred_username") << claims << u"ada"_s;
        claims.insert(u"email"_s, u"ada@example.com"_s);
        QTest::addRow("email") << claims << u"ada@example.com"_s;
        claims.insert(u"email"_s, 7);
        QTest::addRow("an email that is no text") << claims << u"ada"_s;
        QTest::addRow("nothing") << QJsonObject() << QString();
        QTest::addRow("endless") << QJsonObject{{u"sub"_s, QString(5000, u'x')}} << QString(200, u'x');
    }
    void whoComesFromTheClaimThatSaysMost()
    {
        QFETCH(const QJsonObject, claims);
        QTEST(readPastedToken(jwt(claims)).who, "who");
    }

    void anOpaqueTokenSaysNothing()
    {
        const PastedToken token = readPastedToken(Secret("opaque"));
        QCOMPARE(token.who, QString());
        QCOMPARE(token.expiresAtMs, noInstant);
        QVERIFY(statusOf(token, now, 0, nullptr) == SignInStatus{});
    }

    void theEndIsAnnouncedFiveMinutesBefore_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<State>("state");
        QTest::addRow("an hour") << 60 * minute << qint64(0) << State::SignedIn;
        QTest::addRow("a bit more than five") << 5 * minute + 1 << qint64(0) << State::SignedIn;
        QTest::addRow("five") << 5 * minute << qint64(0) << State::Expiring;
        QTest::addRow("past, which only the server may call the end") << -minute << qint64(0) << State::Expiring;
        QTest::addRow("the server's clock is ahead") << 60 * minute << 58 * minute << State::Expiring;
        QTest::addRow("the server's clock is behind") << 2 * minute << -60 * minute << State::SignedIn;
    }
    void theEndIsAnnouncedFiveMinutesBefore()
    {
        QFETCH(const qint64, left);
        QFETCH(const qint64, offset);
        const PastedToken token = readPastedToken(jwt({{u"exp"_s, double((now + left + 999) / 1000)}}));
        const PastedToken exact{.who = token.who, .expiresAtMs = now + left};
        const SignInStatus status = statusOf(exact, now, offset, nullptr);
        QTEST(status.state, "state");
        QCOMPARE(status.expiresAtMs, now + left - offset);
        QVERIFY(!status.renewsItself);
        QVERIFY(token.expiresAtMs - exact.expiresAtMs < 1000);
    }

    void onlyTheServerSaysThatANewOneIsNeeded()
    {
        const PastedToken token{.who = u"ada"_s, .expiresAtMs = now + 60 * minute};
        const Error refused{.kind = ErrorKind::Unauthorized};
        QCOMPARE(statusOf(token, now, 0, &refused).state, State::NeedsSignIn);
        QCOMPARE(statusOf(token, now, 0, &refused).problem->kind, ErrorKind::Unauthorized);
        QCOMPARE(statusOf({}, now, 0, &refused).state, State::NeedsSignIn);
        const Error away{.kind = ErrorKind::Network};
        QCOMPARE(statusOf(token, now, 0, &away).state, State::SignedIn);
    }
};

QTEST_GUILESS_MAIN(TestPastedToken)
#include "test_pastedtoken.moc"
