// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"

#include <QTest>

using namespace tokendesk;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProviderIsElsewhereUnlessItIsTheServersOwnOrigin()
    {
        Profile profile;
        profile.serverUrl = QUrl(QStringLiteral("https://plant.example/api"));
        profile.provider.issuer = QStringLiteral("https://login.example");
        QVERIFY(!hasProviderElsewhere(profile)); // it is not used
        for (const SignInMethod method : {SignInMethod::Browser, SignInMethod::DeviceCode}) {
            profile.signIn = method;
            profile.provider.issuer = QStringLiteral("https://login.example");
            QVERIFY(hasProviderElsewhere(profile));
            profile.provider.issuer = QStringLiteral("https://plant.example:8443/oidc");
            QVERIFY(hasProviderElsewhere(profile));
            profile.provider.issuer = QStringLiteral("https://plant.example/oidc");
            QVERIFY(!hasProviderElsewhere(profile));
        }
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "testprofile.moc"
