// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/codeflow.h"

#include "auth/authorizationanswer.h"
#include "auth/pkce.h"

namespace tokendesk {

namespace {

CallbackPage pageFor(ErrorKind kind)
{
    return kind == ErrorKind::SignInMismatch || kind == ErrorKind::Protocol ? CallbackPage::NotTrusted
                                                                            : CallbackPage::Declined;
}

bool asksFor(const QString &scopes, QLatin1StringView scope)
{
    return scopes.split(QLatin1Char(' ')).contains(scope);
}

} // namespace

CodeFlow::CodeFlow(OidcClient &client, Options options, Done done, QObject *parent)
    : QObject(parent), m_client(client), m_options(options), m_done(std::move(done))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(failure({.kind = ErrorKind::SignInTimeout})); });
}

CodeFlow::~CodeFlow() = default;

void CodeFlow::start()
{
    m_patience.start(m_options.patience);
    m_client.discover(this, [this](Result<ProviderMetadata> metadata) {
        if (m_ended)
            return;
        if (!metadata)
            return end(failure(metadata.error()));
        if (metadata->authorizationEndpoint.isEmpty()) {
            return end(failure({.kind = ErrorKind::SignInRefused,
                                .detail = QStringLiteral("the provider does not offer sign-in in a browser")}));
        }
        openBrowser(*metadata);
    });
}

void CodeFlow::openBrowser(const ProviderMetadata &metadata)
{
    m_receiver =
        std::make_unique<LoopbackReceiver>([this](QByteArrayView query) { return judge(query); }, m_options.receiver);
    if (!m_receiver->listen()) {
        return end(failure(
            {.kind = ErrorKind::Network, .detail = QStringLiteral("no port of 127.0.0.1 could be listened on")}));
    }
    const SignInConfig &config = m_client.config();
    const RandomSource &random = m_client.world().random;
    m_verifier = randomToken(random);
    m_state = randomToken(random);
    m_nonce = randomToken(random);
    m_issuerRequired = metadata.promisesIssuer;
    FormFields fields;
    fields.add("response_type", QStringLiteral("code"))
        .add("client_id", config.clientId)
        .add("redirect_uri", m_receiver->redirectUri())
        .add("scope", config.scopes)
        .add("state", m_state)
        .add("nonce", m_nonce)
        .add("code_challenge", QString::fromLatin1(challengeS256(m_verifier)))
        .add("code_challenge_method", QStringLiteral("S256"))
        .add("audience", config.audience);
    // Without it a provider has to ignore offline_access (OpenID Connect Core 1.0 section 11).
    if (asksFor(config.scopes, QLatin1StringView("offline_access")))
        fields.add("prompt", QStringLiteral("consent"));
    m_authorizationUrl = fields.behind(metadata.authorizationEndpoint);
    const bool opened = m_client.world().openBrowser && m_client.world().openBrowser(m_authorizationUrl);
    Q_EMIT browserAsked(opened);
}

LoopbackReceiver::Verdict CodeFlow::judge(QByteArrayView query)
{
    if (m_ended)
        return {};
    std::optional<AuthorizationAnswer> answer = parseAuthorizationAnswer(query);
    if (answer && answer->isEmpty())
        return {};
    Result<Secret> code =
        answer ? takeCode(*std::move(answer), {m_state.view(), m_client.config().issuer, m_issuerRequired})
               : failure({.kind = ErrorKind::SignInMismatch, .detail = QStringLiteral("the answer is malformed")});
    if (!code) {
        const ErrorKind kind = code.error().kind;
        end(failure(code.error()));
        return {pageFor(kind), true};
    }
    exchange(*std::move(code));
    return {CallbackPage::Received, true};
}

void CodeFlow::exchange(Secret code)
{
    m_patience.stop(); // from here on the request has a deadline of its own
    auto fields = std::make_shared<FormFields>();
    fields->add("grant_type", QStringLiteral("authorization_code"))
        .add("code", code)
        .add("redirect_uri", m_receiver->redirectUri())
        .add("code_verifier", m_verifier);
    m_client.requestGrant(fields,
                          {.isRequired = asksFor(m_client.config().scopes, QLatin1StringView("openid")),
                           .nonce = m_nonce.view().toByteArray()},
                          this, [this](Result<Grant> grant) { end(std::move(grant)); });
    QMetaObject::invokeMethod(this, &CodeFlow::codeReceived, Qt::QueuedConnection);
}

void CodeFlow::cancel()
{
    end(failure({.kind = ErrorKind::Cancelled}));
}

void CodeFlow::end(Result<Grant> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_patience.stop();
    auto kept = std::make_shared<Result<Grant>>(std::move(result));
    QMetaObject::invokeMethod(
        this,
        [this, kept] {
            const Done done = std::move(m_done);
            // Nobody is listened to any more; pages that were written are in the browser's hands.
            m_receiver.reset();
            done(std::move(*kept)); // may destroy this object
        },
        Qt::QueuedConnection);
}

} // namespace tokendesk
