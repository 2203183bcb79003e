// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does about certificates and clear text.
#include "windowfixture.h"

#include <QAccessible>
#include <QLabel>
#include <QStatusBar>

using namespace tokendesk;

class TestWindowTrust : public QObject
{
    Q_OBJECT

    const QByteArray m_sha256 = QByteArray(32, '\x5a');

    [[nodiscard]] Error certificateError(ErrorKind kind) const
    {
        auto facts = std::make_shared<CertificateFacts>();
        facts->sha256 = m_sha256;
        facts->problems = {CertificateProblem::SelfSigned};
        Error error{.kind = kind};
        error.certificate = facts;
        return error;
    }
    static void keepToken(WindowFixture &f)
    {
        f.store.entries.insert(Connector::accessTokenKey(WindowFixture::profile()), "pasted-access-token");
    }
    [[nodiscard]] Profile trusting(Profile profile) const
    {
        profile.trust = Trust::pinned(m_sha256);
        return profile;
    }
    static void openClearText(WindowFixture &f, const char *url)
    {
        f.start();
        Profile profile = WindowFixture::profile();
        profile.serverUrl = QUrl(QLatin1String(url));
        profile.allowsClearText = true;
        f.session->open(profile, std::make_unique<FakeTokenService>(f.server));
        QTRY_COMPARE(f.session->phase(), Session::Phase::Ready);
    }

private Q_SLOTS:
    void aCertificateIsShownAndWhatIsPinnedIsSavedAndConnects_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("unknown") << ErrorKind::Tls;
        QTest::newRow("changed") << ErrorKind::PinChanged;
    }
    void aCertificateIsShownAndWhatIsPinnedIsSavedAndConnects()
    {
        QFETCH(ErrorKind, kind);
        WindowFixture f;
        std::vector<Profile> opened;
        f.makeService = [&](const Profile &of, const Connector::Sources &) {
            opened.push_back(of);
            return std::make_unique<FakeTokenService>(f.server);
        };
        f.start();
        f.profiles->save(WindowFixture::profile());
        keepToken(f);
        f.server.everyError = certificateError(kind);
        f.window->restoreConnection();
        QTRY_COMPARE(f.buttonText("pageButton"), QStringLiteral("Show Certificate…"));
        f.click("pageButton");
        QCOMPARE(f.certificateDialogs.size(), size_t(1));
        QVERIFY(f.certificateDialogs[0].profile == WindowFixture::profile());
        QVERIFY(f.certificateDialogs[0].error == certificateError(kind));
        QVERIFY(f.profiles->find(WindowFixture::profile().uuid)->trust == Trust());

        f.server.everyError.reset();
        f.certificateDialogs[0].trusted(trusting(WindowFixture::profile()));
        QTRY_VERIFY(f.isListShown());
        QVERIFY(f.profiles->find(WindowFixture::profile().uuid)->trust == Trust::pinned(m_sha256));
        QCOMPARE(opened.size(), size_t(2));
        QVERIFY(opened[1].trust == Trust::pinned(m_sha256));
        QVERIFY(f.connectDialogs.empty());
    }

    void aListOnScreenStaysWhileItsCertificateIsLookedAt()
    {
        WindowFixture f;
        f.startConnected();
        f.profiles->save(WindowFixture::profile());
        keepToken(f);
        f.server.everyError = certificateError(ErrorKind::PinChanged);
        f.refresh();
        QTRY_COMPARE(f.buttonText("bannerButton"), QStringLiteral("Show Certificate…"));
        f.click("bannerButton");
        QVERIFY(f.isListShown());
        f.server.everyError.reset();
        f.certificateDialogs.at(0).trusted(trusting(WindowFixture::profile()));
        QTRY_COMPARE(f.says("bannerHeadline"), QString());
        QVERIFY(f.isListShown());
    }

    void whereTheTokenIsNotKeptItIsAskedForWithTheNewTrust()
    {
        WindowFixture f;
        f.startConnected();
        Profile profile = WindowFixture::profile();
        profile.keepsSecrets = false;
        f.profiles->save(profile);
        f.server.everyError = certificateError(ErrorKind::Tls);
        f.refresh();
        QTRY_COMPARE(f.buttonText("bannerButton"), QStringLiteral("Show Certificate…"));
        f.click("bannerButton");
        f.certificateDialogs.at(0).trusted(trusting(profile));
        QCOMPARE(f.connectDialogs.size(), size_t(1));
        QCOMPARE(f.connectDialogs[0].reason, ConnectReason::NewAccessToken);
        QVERIFY(f.connectDialogs[0].profile == trusting(profile));
    }

    void whereTheKeychainFailsItIsSaidAndTheTokenIsAskedFor()
    {
        WindowFixture f;
        f.startConnected();
        f.profiles->save(WindowFixture::profile());
        f.store.readError = Error{.kind = ErrorKind::KeychainLocked};
        f.server.everyError = certificateError(ErrorKind::Tls);
        f.refresh();
        QTRY_COMPARE(f.buttonText("bannerButton"), QStringLiteral("Show Certificate…"));
        f.click("bannerButton");
        f.certificateDialogs.at(0).trusted(trusting(WindowFixture::profile()));
        QTRY_COMPARE(f.connectDialogs.size(), size_t(1));
        QCOMPARE(f.connectDialogs[0].reason, ConnectReason::NewAccessToken);
        QCOMPARE(f.says("statusMessage"), QStringLiteral("The keychain is locked."));
        QVERIFY(f.isListShown());
    }

    void aProfileWithAnotherNameIsSavedWithoutTouchingTheConnection()
    {
        WindowFixture f;
        f.startConnected();
        f.profiles->save(WindowFixture::profile());
        const auto sent = f.server.requests;
        f.trigger("actionConnection");
        Profile renamed = WindowFixture::profile();
        renamed.name = QStringLiteral("Pilot");
        f.connected(renamed);
        QCOMPARE(f.says("statusProfile"), QStringLiteral("Pilot"));
        QVERIFY(f.profiles->find(renamed.uuid) == renamed);
        QCOMPARE(f.server.requests, sent);
        QVERIFY(f.isListShown());
        f.trigger("actionConnection");
        QVERIFY(f.connectDialogs.back().profile == renamed);
    }

    void renamingAProfileThatCouldNotBeOpenedDoesNotHideWhy()
    {
        WindowFixture f;
        f.start();
        f.profiles->save(WindowFixture::profile());
        f.store.readError = Error{.kind = ErrorKind::KeychainLocked};
        f.window->restoreConnection();
        QTRY_COMPARE(f.says("pageHeadline"), QStringLiteral("The keychain is locked."));
        f.trigger("actionConnection");
        Profile renamed = WindowFixture::profile();
        renamed.name = QStringLiteral("Pilot");
        f.connected(renamed);
        QCOMPARE(f.says("pageHeadline"), QStringLiteral("The keychain is locked."));
        QVERIFY(f.profiles->find(renamed.uuid) == renamed);
    }

    void clearTextBeyondThisMachineHasAMarkThatStays_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("marked");
        QTest::newRow("clear text") << QByteArray("http://plant.example/api") << true;
        QTest::newRow("https") << QByteArray("https://plant.example/api") << false;
        QTest::newRow("this machine") << QByteArray("http://127.0.0.1:8080/api") << false;
    }
    void clearTextBeyondThisMachineHasAMarkThatStays()
    {
        QFETCH(QByteArray, url);
        QFETCH(bool, marked);
        WindowFixture f;
        openClearText(f, url.constData());
        QCOMPARE(f.says("statusClearText"), marked ? QStringLiteral("Not encrypted") : QString());
        if (!marked)
            return;
        auto *mark = f.find<QLabel>("statusClearText");
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(mark);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Not encrypted"));
        QVERIFY(accessible->text(QAccessible::Description).contains(QStringLiteral("can read the access token")));
        QVERIFY(mark->parentWidget()->toolTip().contains(QStringLiteral("can read the access token")));

        // Whatever else the bar has to say, and however narrow it is.
        f.server.organization = QString(200, QLatin1Char('W'));
        f.window->resize(f.window->minimumSizeHint().expandedTo(QSize(640, 480)));
        f.server.everyError = Error{.kind = ErrorKind::Server};
        f.refresh();
        QCOMPARE(f.says("statusClearText"), QStringLiteral("Not encrypted"));
        QVERIFY(mark->width() >= mark->sizeHint().width());
        const QRect there(mark->mapTo(f.window.get(), QPoint()), mark->size());
        QVERIFY(f.window->rect().contains(there));

        f.session->close();
        QCOMPARE(f.says("statusClearText"), QString());
    }
};

QTEST_MAIN(TestWindowTrust)
#include "test_window_trust.moc"
