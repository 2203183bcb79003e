// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/providerhttp.h"
#include "session/connector.h"
#include "session/providerroutes.h"
#include "session/remotetokenservice.h"
#include "support/fakecredentialstore.h"
#include "support/oidc/oidcprovider.h"
#include "support/oidc/standinbrowser.h"
#include "support/simulator/simulatorprocess.h"

#include <QTest>

namespace tokendesk {

/// One window of a program: a session, a connector, a person with a browser. Server, provider and keychain are shared
/// with other windows, or live on after this one.
struct SignInDesk
{
    SignInDesk(CredentialStore &keychain, Profile of) : store(keychain), profile(std::move(of))
    {
        session.setPollInterval(std::chrono::milliseconds(0));
    }

    /// Runs the event loop until the sign-in has ended; nothing where it did not.
    std::optional<std::optional<Error>> signIn()
    {
        attempt = connector.signIn(profile);
        std::optional<std::optional<Error>> ended;
        QObject::connect(attempt.get(), &SignIn::finished, &context,
                         [&ended](const std::optional<Error> &error) { ended = error; });
        QObject::connect(attempt.get(), &SignIn::codeReady, &context,
                         [this] { browser->open(attempt->deviceCode()->verificationUriComplete); });
        attempt->start();
        (void)QTest::qWaitFor([&] { return ended.has_value(); }, 60'000);
        return ended;
    }
    [[nodiscard]] bool isSignedIn()
    {
        const auto ended = signIn();
        return ended && !*ended && comesToRest() && session.phase() == Session::Phase::Ready && !session.lastError();
    }
    std::optional<Result<void>> restore()
    {
        std::optional<Result<void>> got;
        connector.restore(profile, &context, [&got](Result<void> result) { got = std::move(result); });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 60'000);
        return got;
    }
    std::optional<Forgotten> forget()
    {
        std::optional<Forgotten> got;
        connector.forget(profile, &context, [&got](const Forgotten &report) { got = report; });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 60'000);
        return got;
    }
    [[nodiscard]] bool comesToRest()
    {
        return QTest::qWaitFor([this] { return !session.isRefreshing() && !session.isActing(); }, 60'000);
    }
    [[nodiscard]] bool refresh()
    {
        session.refresh();
        return comesToRest();
    }
    [[nodiscard]] SignInStatus::State state() const { return connector.signInStatus().state; }

    CredentialStore &store;
    Profile profile;
    SystemClock clock;
    NetworkThread network;
    QObject context;
    std::optional<StandInBrowser> browser{std::in_place};
    Session session{clock};
    std::shared_ptr<AccessTokenSource> accessToken; ///< what requests carry
    Connector connector{store, session,
                        [this](const Profile &of, const Connector::Sources &from) {
                            accessToken = from.accessToken;
                            ApiConfig config;
                            config.baseUrl = of.serverUrl;
                            config.bearer = [source = from.accessToken] { return source->current(); };
                            config.trust = of.trust;
                            config.proxy = of.proxy;
                            config.proxyPassword = [source = from.proxyPassword] { return source->current(); };
                            config.clock = &clock;
                            return std::make_unique<RemoteTokenService>(network, std::move(config));
                        },
                        [this](const Profile &of, const Connector::Sources &from) {
                            SignInWorld world;
                            world.findRoute = providerRoutes(network, of, from);
                            world.clock = &clock;
                            world.openBrowser = [this](const QUrl &url) {
                                browser->open(url);
                                return true;
                            };
                            return world;
                        }};
    std::unique_ptr<SignIn> attempt;
};

/// What desks work on.
struct SignInPlace
{
    OidcProvider provider;
    SimulatorProcess server;
    FakeCredentialStore keychain;
    Profile profile{QUuid::createUuid(), QStringLiteral("Test"), QUrl(), SignInMethod::Browser};

    /// Empty, or what went wrong.
    [[nodiscard]] QString start(OidcProvider::Options options = {},
                                const QStringList &serverOptions = {QStringLiteral("--any-bearer"),
                                                                    QStringLiteral("0")})
    {
        if (const QString problem = provider.start(options); !problem.isEmpty())
            return problem;
        if (!server.start(serverOptions))
            return server.errorString();
        profile.serverUrl = server.url();
        profile.provider.issuer = provider.issuer();
        profile.provider.clientId = QStringLiteral("tokendesk");
        return {};
    }
    [[nodiscard]] QString key(const char *kind) const
    {
        return QStringLiteral("tokendesk/%1/%2").arg(profile.uuid.toString(QUuid::WithoutBraces), QLatin1String(kind));
    }
    [[nodiscard]] int listed()
    {
        return server.count(QStringLiteral("GET"), QStringLiteral("/api/provisioning-tokens"));
    }
};

} // namespace tokendesk
