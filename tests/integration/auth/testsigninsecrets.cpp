// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/codeflow.h"
#include "auth/deviceflow.h"
#include "auth/tokenkeeper.h"
#include "core/errortext.h"
#include "support/fakecredentialstore.h"
#include "support/oidc/scriptedprovider.h"
#include "support/oidc/standinbrowser.h"

#include <QLoggingCategory>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace tokendesk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QString said; ///< everything that was logged, and the words of every error

void listen(QtMsgType, const QMessageLogContext &, const QString &message)
{
    said += message + u'\n';
}

void note(const Error &error)
{
    const ErrorText text = describeError(error);
    said += text.headline + text.explanation + text.details + error.detail + error.serverCode + error.serverMessage +
            error.requestId + u'\n';
}

/// In every secret there is, whatever encoding it goes through.
const QByteArray marker = "5ec2e7";

} // namespace

/// Marked secrets in every answer and parameter; none may turn up in a log, an error or a setting.
class TestSignInSecrets : public QObject
{
    Q_OBJECT

    SystemClock clock;
    QTemporaryDir settings;
    std::unique_ptr<ScriptedProvider> provider;
    std::unique_ptr<OidcClient> client;
    StandInBrowser browser;
    QStringList secrets; ///< made by us: state, nonce, verifier
    QString callbackMore;

    RandomSource markedRandom()
    {
        return [this](qsizetype count) {
            // Base64 keeps what is aligned to three bytes: "5ec2e7" reads as the same text each time.
            QByteArray bytes = QByteArray::fromBase64("5ec2e75ec2e7") + systemRandom(count);
            bytes.truncate(count);
            secrets << QString::fromLatin1(
                bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
            return bytes;
        };
    }
    void expectSilence(const char *when)
    {
        QVERIFY2(!said.contains(QString::fromLatin1(marker), Qt::CaseInsensitive),
                 qPrintable(QLatin1String(when) + said));
        for (const QString &secret : secrets)
            QVERIFY2(!said.contains(secret), qPrintable(QLatin1String(when) + said));
        QVERIFY2(!said.contains(u"code_challenge"_s) && !said.contains(u"Authorization"_s) && !said.contains(u"?"_s),
                 qPrintable(said));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
        QLoggingCategory::setFilterRules(u"*=true"_s);
    }
    void init()
    {
        said.clear();
        secrets.clear();
        provider = std::make_unique<ScriptedProvider>();
        provider->metadata["unknown"_L1] = QString::fromLatin1(marker);
        provider->metadataHeaders = "X-Secret: " + marker + "\r\nSet-Cookie: a=" + marker + "\r\n";
        client = std::make_unique<OidcClient>(
            provider->config(),
            SignInWorld{.findRoute = {},
                        .clock = &clock,
                        .random = markedRandom(),
                        .openBrowser =
                            [this](const QUrl &url) {
                                const QUrlQuery query(url);
                                browser.open(QUrl(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded) +
                                                  u"?state="_s + query.queryItemValue(u"state"_s) + callbackMore));
                                return true;
                            }},
            ProviderHttp::Limits{.deadline = 400ms, .maxBytes = 64 * 1024});
        qInstallMessageHandler(listen);
    }
    void cleanup()
    {
        qInstallMessageHandler(nullptr);
        client.reset();
    }

    void theBrowsersWay_data()
    {
        QTest::addColumn<QString>("callback");
        QTest::addColumn<QByteArray>("response");
        const auto row = [](const char *name, const char *callback, const QByteArray &response) {
            QTest::newRow(name) << QString::fromLatin1(callback) << response;
        };
        const QByteArray tokens = ScriptedProvider::tokens("access-" + marker, "refresh-" + marker, 60);
        const QByteArray headers = "X-Secret: " + marker + "\r\nWWW-Authenticate: Bearer realm=\"" + marker + "\"\r\n";
        const char *good = "&code=5ec2e7";
        row("all is well but the ID token", good, tokens);
        row("an ID token with secrets in its claims", good,
            ScriptedProvider::tokens("access-" + marker, "refresh-" + marker, 60,
                                     ScriptedProvider::jwt({{u"iss"_s, QString::fromLatin1(marker)},
                                                            {u"sub"_s, QString::fromLatin1(marker)}})));
        row("an error that echoes the code", good,
            ScriptedProvider::oauthError("invalid_grant", "the code 5ec2e7 was used", "400 Bad Request", headers));
        row("an error code that is the code", good, ScriptedProvider::oauthError(marker));
        row("an error in other fields", good,
            ScriptedServer::reply(
                "{\"error\":\"invalid_request\",\"error_uri\":\"https://a/?5ec2e7\",\"x\":\"5ec2e7\"}",
                "400 Bad Request", headers));
        row("a body that is none", good, ScriptedServer::reply("<html>5ec2e7", "500 Oops", headers));
        row("a reason phrase", good, ScriptedServer::reply("{}", "500 " + marker, headers));
        row("a redirect with a ticket", good,
            ScriptedServer::reply("", "302 Found", "Location: https://id.example/5ec2e7?5ec2e7\r\n"));
        row("garbage", good, marker + "\r\n\r\n");
        row("silence", good, "");
        row("a callback with the wrong state", "&state=5ec2e7&code=5ec2e7", tokens);
        row("a callback with the wrong issuer", "&code=5ec2e7&iss=https://5ec2e7.example", tokens);
        row("a callback that is malformed", "&code=5ec2e7&5ec2e7=%zz", tokens);
        row("a callback with an error", "&error=access_denied&error_uri=https://a/5ec2e7&code=5ec2e7", tokens);
        row("a callback with an error code that is none", "&error=5ec2e7", tokens);
    }
    void theBrowsersWay()
    {
        QFETCH(QString, callback);
        QFETCH(QByteArray, response);
        callbackMore = callback;
        provider->endpoint = [&](const QByteArray &, const QUrlQuery &) { return response; };
        std::optional<Result<Grant>> got;
        CodeFlow flow(*client, {.patience = 10s}, [&](Result<Grant> grant) { got = std::move(grant); });
        flow.start();
        QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }, 20'000));
        QVERIFY(!*got);
        QVERIFY(!secrets.isEmpty());
        note(got->error());
        expectSilence("browser: ");
    }

    void renewalAndSignOut_data()
    {
        QTest::addColumn<QByteArray>("response");
        const QByteArray headers = "X-Secret: " + marker + "\r\n";
        QTest::newRow("all is well") << ScriptedProvider::tokens("access-" + marker, "refresh-" + marker, 60, {},
                                                                 headers);
        QTest::newRow("an echo") << ScriptedProvider::oauthError("invalid_grant", "unknown: refresh-5ec2e7");
        QTest::newRow("busy") << ScriptedServer::reply("5ec2e7", "503 5ec2e7", headers);
        QTest::newRow("silence") << QByteArray();
    }
    void renewalAndSignOut()
    {
        QFETCH(QByteArray, response);
        provider->endpoint = [&](const QByteArray &, const QUrlQuery &) { return response; };
        FakeCredentialStore store;
        store.writeError = Error{.kind = ErrorKind::KeychainFailed, .detail = u"full"_s};
        const auto source = std::make_shared<AccessTokenSource>();
        QObject context;
        TokenKeeper keeper(*client, store, source, {.vault = {.key = u"tokendesk/1/refresh-token"_s, .lockPath = {}}});
        std::optional<Result<void>> adopted, renewed;
        keeper.adopt({.accessToken = Secret("access-0-" + marker),
                      .refreshToken = Secret("refresh-" + marker),
                      .expiresAtMs = clock.nowMs() + 100'000},
                     &context, [&](Result<void> result) { adopted = std::move(result); });
        keeper.renew(keeper.currentAccessToken(), &context, [&](Result<void> result) { renewed = std::move(result); });
        QVERIFY(QTest::qWaitFor([&] { return adopted && renewed; }, 20'000));
        note(adopted->error());
        if (!*renewed)
            note(renewed->error());
        for (const auto &problem : {keeper.status().renewalProblem, keeper.status().storingProblem}) {
            if (problem)
                note(*problem);
        }
        std::optional<SignedOut> out;
        keeper.signOut(&context, [&](SignedOut report) { out = std::move(report); });
        QVERIFY(QTest::qWaitFor([&] { return out.has_value(); }, 20'000));
        if (out->revocationError)
            note(*out->revocationError);
        expectSilence("renewal: ");
    }

    void theDeviceCode()
    {
        for (const QByteArray &answer :
             {ScriptedProvider::oauthError("access_denied", "device 5ec2e7-code"), ScriptedServer::reply("5ec2e7")}) {
            provider->endpoint = [&](const QByteArray &path, const QUrlQuery &) {
                if (path != "/device")
                    return answer;
                return ScriptedServer::reply("{\"device_code\":\"5ec2e7-code\",\"user_code\":\"A\",\"interval\":0.01,"
                                             "\"verification_uri\":\"http://127.0.0.1/5ec2e7?5ec2e7\"}");
            };
            std::optional<Result<Grant>> got;
            DeviceFlow flow(*client, [&](Result<Grant> grant) { got = std::move(grant); });
            flow.start();
            QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }, 20'000));
            QVERIFY(!*got);
            note(got->error());
            expectSilence("device: ");
        }
    }

    void cleanupTestCase()
    {
        // Nothing here writes a setting or a file.
        QVERIFY(QDir(settings.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSignInSecrets)
#include "testsigninsecrets.moc"
