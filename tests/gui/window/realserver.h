// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/remotetokenservice.h"
#include "support/simulator/simulatorprocess.h"
#include "windowfixture.h"

#include <chrono>

namespace tokendesk {

/// The real window over a real server: network thread, decoder and simulator are those of every day.
struct RealServer
{
    SimulatorProcess server;
    NetworkThread network;
    qint64 maxListBytes = qint64(1) << 30; ///< not to be changed while a list is loading
    std::chrono::milliseconds deadline = std::chrono::minutes(2);
    WindowFixture f;

    /// Starts the server, shows the window, and begins to load the list.
    void start(const QStringList &options)
    {
        QVERIFY2(server.start(options), qPrintable(server.errorString()));
        f.makeService = [this](const Profile &of, const Connector::Sources &from) {
            ApiConfig config;
            config.baseUrl = of.serverUrl;
            config.bearer = [source = from.accessToken] { return source->current(); };
            config.clock = &f.clock;
            config.maxListBytes = [this] { return maxListBytes; };
            config.listDeadline = deadline;
            return std::make_unique<RemoteTokenService>(network, std::move(config));
        };
        f.start();
        f.session->setPollInterval(std::chrono::milliseconds(0));
        Profile profile = WindowFixture::profile();
        profile.serverUrl = server.url();
        f.connector->connectTo(profile, Secret(server.bearer()), f.window.get(), [](const Result<void> &) {});
    }
    [[nodiscard]] bool waitUntilLoaded()
    {
        return QTest::qWaitFor([this] { return f.session->phase() == Session::Phase::Ready; }, 120'000);
    }
    [[nodiscard]] bool waitUntilRefreshed()
    {
        return QTest::qWaitFor([this] { return !f.session->isRefreshing(); }, 180'000);
    }
    /// What lies in wait for the next list.
    [[nodiscard]] bool fault(const char *name, const QJsonValue &argument = QJsonValue::Undefined, int times = -1)
    {
        return server.fault(QString::fromLatin1(name), argument, QStringLiteral("GET"),
                            QStringLiteral("/provisioning-tokens"), times);
    }
};

} // namespace tokendesk
