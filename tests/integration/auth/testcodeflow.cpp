// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/codeflow.h"
#include "support/oidc/scriptedprovider.h"

#include <QCryptographicHash>
#include <QNetworkInterface>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A raw connection to the loopback receiver.
struct Visitor
{
    explicit Visitor(quint16 port)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { got += socket.readAll(); });
    }
    bool say(const QByteArray &bytes)
    {
        const bool connected =
            QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; }, 10'000);
        socket.write(bytes);
        return connected;
    }
    bool isAnswered() const
    {
        const qsizetype end = got.indexOf("</html>");
        return end >= 0 || isClosed();
    }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    QByteArray ask(const QByteArray &request)
    {
        say(request);
        (void)QTest::qWaitFor([this] { return isAnswered(); }, 10'000);
        return got;
    }

    QTcpSocket socket;
    QByteArray got;
};

/// A sign-in that has sent the browser off, and what became of it.
struct Attempt
{
    explicit Attempt(ScriptedProvider &provider, CodeFlow::Options options = {.patience = 60s},
                     SignInConfig config = {})
        : client(config.issuer.isEmpty() ? provider.config() : config,
                 {.findRoute = {},
                  .clock = &clock,
                  .random = systemRandom,
                  .openBrowser =
                      [this](const QUrl &url) {
                          authorization = QUrlQuery(url);
                          opened << url;
                          return true;
                      }},
                 {.deadline = 5s, .maxBytes = 64 * 1024}),
          flow(client, options, [this](Result<Grant> grant) {
              result = std::move(grant);
              ++ends;
          })
    {
        flow.start();
        (void)QTest::qWaitFor([this] { return !opened.isEmpty() || result; }, 10'000);
    }
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(redirect().port()); }
    [[nodiscard]] QUrl redirect() const { return QUrl(value("redirect_uri")); }
    [[nodiscard]] QString value(const char *name) const
    {
        return authorization.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
    [[nodiscard]] QByteArray state() const { return value("state").toLatin1(); }
    [[nodiscard]] QByteArray get(const QByteArray &target, const QByteArray &method = "GET",
                                 const QByteArray &more = {}) const
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) + "\r\n" + more +
               "\r\n";
    }
    [[nodiscard]] QByteArray answer(const QByteArray &query) const { return get("/callback?" + query); }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, 20'000);
    }
    [[nodiscard]] ErrorKind kind() { return waitForEnd() && !*result ? result->error().kind : ErrorKind::Conflict; }

    SystemClock clock;
    QList<QUrl> opened;
    QUrlQuery authorization;
    std::optional<Result<Grant>> result;
    int ends = 0;
    OidcClient client;
    CodeFlow flow;
};

QByteArray quoted(const QByteArray &page)
{
    return page.left(page.indexOf("\r\n"));
}

} // namespace

/// The sign-in in the browser, with a provider and visitors that do what they should not.
class TestCodeFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedProvider> provider;
    QJsonObject changes; ///< to the claims of the ID token

    /// Gives tokens for the nonce of the attempt.
    void giveTokensTo(Attempt &attempt)
    {
        provider->endpoint = [this, &attempt](const QByteArray &, const QUrlQuery &) {
            QJsonObject claims = provider->claims();
            claims["nonce"_L1] = attempt.value("nonce");
            for (auto it = changes.begin(); it != changes.end(); ++it)
                claims[it.key()] = it.value();
            return ScriptedProvider::tokens("access", "refresh", 3600, ScriptedProvider::jwt(claims));
        };
    }

private Q_SLOTS:
    void init()
    {
        provider = std::make_unique<ScriptedProvider>();
        changes = {};
    }

    void theRequestHoldsWhatTheStandardsAskForAndTheExchangeFits()
    {
        Attempt attempt(*provider);
        QCOMPARE(attempt.opened.size(), 1);
        QVERIFY(attempt.opened[0].toString().startsWith(provider->issuer() + u"/authorize?"_s));
        QCOMPARE(attempt.value("response_type"), u"code"_s);
        QCOMPARE(attempt.value("client_id"), u"tokendesk"_s);
        QCOMPARE(attempt.value("scope"), u"openid profile email offline_access"_s);
        QCOMPARE(attempt.value("code_challenge_method"), u"S256"_s);
        QCOMPARE(attempt.value("prompt"), u"consent"_s);
        QVERIFY(!attempt.authorization.hasQueryItem(u"audience"_s));
        QVERIFY(attempt.value("state").size() >= 43 && attempt.value("nonce").size() >= 43);
        QVERIFY(attempt.value("state") != attempt.value("nonce"));
        QCOMPARE(attempt.redirect().scheme() + attempt.redirect().host() + attempt.redirect().path(),
                 u"http127.0.0.1/callback"_s);
        giveTokensTo(attempt);
        Visitor browser(attempt.port());
        QVERIFY(browser.ask(attempt.answer("code=a%2Fb%2Bc&state=" + attempt.state())).startsWith("HTTP/1.1 200"));
        QVERIFY(attempt.waitForEnd());
        QVERIFY(attempt.result->has_value());
        QCOMPARE((*attempt.result)->identity->name, u"Ada"_s);
        QCOMPARE(provider->forms.size(), 1);
        const QUrlQuery form = provider->forms[0];
        QCOMPARE(form.queryItemValue(u"code"_s, QUrl::FullyDecoded), u"a/b+c"_s);
        QCOMPARE(form.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), attempt.value("redirect_uri"));
        const QByteArray verifier = form.queryItemValue(u"code_verifier"_s).toLatin1();
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)),
                 attempt.value("code_challenge"));
        QVERIFY(!provider->bytes.contains("Authorization"));
    }

    void theAudienceIsSentWhereThereIsOne()
    {
        SignInConfig config = provider->config();
        config.audience = u"https://api.example/ & more"_s;
        config.scopes = u"openid"_s;
        Attempt attempt(*provider, {.patience = 60s}, config);
        QCOMPARE(attempt.value("audience"), config.audience);
        QVERIFY(!attempt.authorization.hasQueryItem(u"prompt"_s));
    }

    void twoSignInsHaveNothingInCommon()
    {
        Attempt one(*provider);
        Attempt two(*provider);
        for (const char *name : {"state", "nonce", "code_challenge", "redirect_uri"})
            QVERIFY2(one.value(name) != two.value(name), name);
    }

    void anAnswerThatDoesNotBelongEndsTheSignInWithoutARequest_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("wrong state") << QByteArray("code=a&state=wrong");
        QTest::newRow("no state") << QByteArray("code=a");
        QTest::newRow("error with a wrong state") << QByteArray("error=access_denied&state=wrong");
        QTest::newRow("another issuer") << QByteArray("code=a&iss=https://evil.example&state=STATE");
        QTest::newRow("two codes") << QByteArray("code=a&code=b&state=STATE");
        QTest::newRow("malformed") << QByteArray("code=%&state=STATE");
    }
    void anAnswerThatDoesNotBelongEndsTheSignInWithoutARequest()
    {
        QFETCH(QByteArray, query);
        Attempt attempt(*provider);
        giveTokensTo(attempt);
        Visitor browser(attempt.port());
        const QByteArray page = browser.ask(attempt.answer(query.replace("STATE", attempt.state())));
        QVERIFY2(page.startsWith("HTTP/1.1 400"), quoted(page).constData());
        QCOMPARE(attempt.kind(), ErrorKind::SignInMismatch);
        QVERIFY(provider->paths.isEmpty());
    }

    void anIssuerThatIsPromisedHasToCome()
    {
        provider->metadata["authorization_response_iss_parameter_supported"_L1] = true;
        Attempt attempt(*provider);
        Visitor browser(attempt.port());
        browser.ask(attempt.answer("code=a&state=" + attempt.state()));
        QCOMPARE(attempt.kind(), ErrorKind::SignInMismatch);
        Attempt again(*provider);
        giveTokensTo(again);
        Visitor other(again.port());
        other.ask(
            again.answer("code=a&iss=" + QUrl::toPercentEncoding(provider->issuer()) + "&state=" + again.state()));
        QVERIFY(again.waitForEnd() && again.result->has_value());
    }

    void whoBringsNoAnswerChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char *name, const QByteArray &request, const QByteArray &status) {
            QTest::newRow(name) << request << status;
        };
        const QByteArray host = " HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n";
        row("favicon", "GET /favicon.ico" + host + "\r\n", "404");
        row("wrong path with an answer", "GET /other?code=a&state=STATE" + host + "\r\n", "404");
        row("path in other letters", "GET /Callback?code=a&state=STATE" + host + "\r\n", "404");
        row("no answer in it", "GET /callback" + host + "\r\n", "400");
        row("HEAD", "HEAD /callback?code=a&state=STATE" + host + "\r\n", "405");
        row("POST", "POST /callback?code=a&state=STATE" + host + "Content-Length: 3\r\n\r\na=b", "405");
        row("another Host", "GET /callback?code=a&state=STATE HTTP/1.1\r\nHost: evil.example\r\n\r\n", "400");
        row("a name for this machine", "GET /callback?code=a&state=STATE HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
            "400");
        row("no HTTP", "SSH-2.0-scanner\r\n\r\n", "400");
        row("TLS", QByteArray("\x16\x03\x01\r\n\r\n", 7), "400");
        row("a huge head", "GET /callback?code=a&state=STATE" + host + "X: " + QByteArray(100'000, 'x') + "\r\n\r\n",
            "431");
    }
    void whoBringsNoAnswerChangesNothing()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        Attempt attempt(*provider);
        giveTokensTo(attempt);
        request.replace("STATE", attempt.state()).replace("PORT", QByteArray::number(attempt.port()));
        Visitor scanner(attempt.port());
        scanner.say(request);
        QVERIFY(QTest::qWaitFor([&] { return scanner.got.contains("\r\n\r\n") || scanner.isClosed(); }, 10'000));
        QVERIFY2(scanner.got.startsWith("HTTP/1.1 " + status) || (status == "431" && scanner.got.isEmpty()),
                 quoted(scanner.got).constData());
        QVERIFY(!attempt.result);

        // And the one who is waited for still gets through.
        Visitor browser(attempt.port());
        QVERIFY(browser.ask(attempt.answer("code=a&state=" + attempt.state())).startsWith("HTTP/1.1 200"));
        QVERIFY(attempt.waitForEnd());
        QVERIFY(attempt.result->has_value());
        QCOMPARE(provider->asked("/token"), 1);
    }

    void slowAndSilentClientsDoNotKeepTheBrowserOut()
    {
        Attempt attempt(*provider);
        giveTokensTo(attempt);
        std::vector<std::unique_ptr<Visitor>> crowd;
        for (int i = 0; i < 40; ++i) {
            crowd.push_back(std::make_unique<Visitor>(attempt.port()));
            QVERIFY(crowd.back()->say(i % 2 ? "GET /callback?code=" : ""));
        }
        Visitor browser(attempt.port());
        QVERIFY(browser.ask(attempt.answer("code=a&state=" + attempt.state())).startsWith("HTTP/1.1 200"));
        QVERIFY(attempt.waitForEnd());
        QVERIFY(attempt.result->has_value());
        const auto closed = [&] {
            return std::all_of(crowd.begin(), crowd.end(), [](const auto &visitor) { return visitor->isClosed(); });
        };
        QVERIFY(QTest::qWaitFor(closed, 10'000));
    }

    void aTrickleIsCutOff()
    {
        Attempt attempt(*provider, {.patience = 60s, .receiver = {.patience = 300ms}});
        Visitor slow(attempt.port());
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&] { slow.socket.write("x"); });
        drip.start(20ms);
        QVERIFY(QTest::qWaitFor([&] { return slow.isClosed(); }, 10'000));
        QVERIFY(!attempt.result);
    }

    void aBrowserThatNeverReadsOnIsLetGo()
    {
        Attempt attempt(*provider, {.patience = 60s, .receiver = {.patience = 300ms}});
        Visitor visitor(attempt.port());
        QVERIFY(visitor.ask(attempt.get("/x", "GET", "Connection: keep-alive\r\n")).startsWith("HTTP/1.1 404"));
        QVERIFY(QTest::qWaitFor([&] { return visitor.isClosed(); }, 10'000));
    }

    void onlyTheFirstOfSeveralAnswersCounts()
    {
        Attempt attempt(*provider);
        giveTokensTo(attempt);
        const QByteArray answer = attempt.answer("code=first&state=" + attempt.state());
        const QByteArray second = attempt.answer("code=second&state=" + attempt.state());
        Visitor early(attempt.port());
        QVERIFY(early.say(second.left(20)));
        Visitor browser(attempt.port());
        // Pipelined behind the first one, too.
        QVERIFY(browser.ask(answer + second).startsWith("HTTP/1.1 200"));
        early.say(second.mid(20));
        QVERIFY(attempt.waitForEnd());
        QTest::qWait(50);
        QVERIFY(attempt.result->has_value());
        QCOMPARE(attempt.ends, 1);
        QCOMPARE(provider->asked("/token"), 1);
        QCOMPARE(provider->forms[0].queryItemValue(u"code"_s), u"first"_s);
        QCOMPARE(browser.got.count("HTTP/1.1"), 1);
        QVERIFY(!early.got.startsWith("HTTP/1.1 200"));
        Visitor late(attempt.port());
        QVERIFY(QTest::qWaitFor([&] { return late.isClosed(); }, 10'000));
    }

    void nobodyElseCanListenIn()
    {
        Attempt attempt(*provider);
        QTcpSocket outside;
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback())
                continue;
            outside.connectToHost(address, attempt.port());
            QVERIFY(!outside.waitForConnected(500));
            outside.abort();
        }
        QVERIFY(!attempt.result);
    }

    void deniedTimedOutAndCancelledAreToldApart()
    {
        Attempt denied(*provider);
        Visitor browser(denied.port());
        QVERIFY(browser.ask(denied.answer("error=access_denied&state=" + denied.state())).contains("not completed"));
        QCOMPARE(denied.kind(), ErrorKind::SignInDenied);

        Attempt closedBrowser(*provider, {.patience = 200ms});
        QCOMPARE(closedBrowser.kind(), ErrorKind::SignInTimeout);

        Attempt cancelled(*provider);
        const quint16 port = cancelled.port();
        cancelled.flow.cancel();
        cancelled.flow.cancel();
        QCOMPARE(cancelled.kind(), ErrorKind::Cancelled);
        QCOMPARE(cancelled.ends, 1);
        Visitor late(port);
        QVERIFY(QTest::qWaitFor([&] { return late.isClosed(); }, 10'000));
        QVERIFY(provider->paths.isEmpty());
    }

    void withoutABrowserTheAddressIsLeft()
    {
        SystemClock clock;
        OidcClient client(provider->config(),
                          {.findRoute = {}, .clock = &clock, .random = systemRandom, .openBrowser = [](const QUrl &) {
                               return false;
                           }});
        std::optional<bool> opened;
        CodeFlow flow(client, {.patience = 60s}, [](Result<Grant>) {});
        connect(&flow, &CodeFlow::browserAsked, this, [&](bool ok) { opened = ok; });
        flow.start();
        QVERIFY(QTest::qWaitFor([&] { return opened.has_value(); }, 10'000));
        QVERIFY(!*opened);
        QVERIFY(flow.authorizationUrl().toString().contains(u"/authorize?"_s));
    }

    void anIdTokenThatDoesNotFitIsNotTrusted_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("value");
        QTest::newRow("nonce") << u"nonce"_s << u"of another sign-in"_s;
        QTest::newRow("issuer") << u"iss"_s << u"https://evil.example"_s;
        QTest::newRow("audience") << u"aud"_s << u"another client"_s;
    }
    void anIdTokenThatDoesNotFitIsNotTrusted()
    {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        changes[claim] = value;
        Attempt attempt(*provider);
        giveTokensTo(attempt);
        Visitor browser(attempt.port());
        browser.ask(attempt.answer("code=a&state=" + attempt.state()));
        QCOMPARE(attempt.kind(), ErrorKind::SignInMismatch);
    }

    void theProvidersClockCountsForItsIdToken()
    {
        // An hour ahead of us, and it says so.
        const QDateTime there = QDateTime::currentDateTimeUtc().addSecs(3600);
        changes["iat"_L1] = there.toSecsSinceEpoch();
        changes["exp"_L1] = there.addSecs(60).toSecsSinceEpoch();
        Attempt attempt(*provider);
        provider->endpoint = [&](const QByteArray &, const QUrlQuery &) {
            QJsonObject claims = provider->claims();
            claims["nonce"_L1] = attempt.value("nonce");
            claims["iat"_L1] = changes["iat"_L1];
            claims["exp"_L1] = changes["exp"_L1];
            return ScriptedProvider::tokens(
                "a", "r", 60, ScriptedProvider::jwt(claims),
                "Date: " + QLocale::c().toString(there, u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " GMT\r\n");
        };
        Visitor browser(attempt.port());
        browser.ask(attempt.answer("code=a&state=" + attempt.state()));
        QVERIFY(attempt.waitForEnd());
        QVERIFY(attempt.result->has_value());
        // The lifetime is counted on our own clock.
        QVERIFY((*attempt.result)->expiresAtMs <= attempt.clock.nowMs() + 60'000);
    }
};

QTEST_GUILESS_MAIN(TestCodeFlow)
#include "testcodeflow.moc"
