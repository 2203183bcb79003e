// SPDX-License-Identifier: GPL-3.0-or-later
// From a certificate that nobody vouches for to an open session: the real dialogs, the network thread, a server over
// TLS.
#include "core/requestlog.h"
#include "gui/certificatedialog.h"
#include "gui/connectdialog.h"
#include "gui/dialogs/dialogtest.h"
#include "gui/fingerprintview.h"
#include "gui/tokendialogs.h"
#include "session/remotetokenservice.h"
#include "support/simulator/simulatorprocess.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QSslCertificate>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace tokendesk;

namespace {

struct Rig
{
    FakeClock clock;
    RequestLog log;
    SimulatorProcess server;
    NetworkThread network;
    FakeCredentialStore store;
    Session session{clock};
    Connector connector{store, session, [this](const Profile &of, const Connector::Sources &from) {
                            ApiConfig config;
                            config.baseUrl = of.serverUrl;
                            config.bearer = [source = from.accessToken] { return source->current(); };
                            config.trust = of.trust;
                            config.proxy = of.proxy;
                            config.allowClearText = of.allowsClearText;
                            config.clock = &clock;
                            return std::make_unique<RemoteTokenService>(network, std::move(config));
                        }};
    SecretClipboard clipboard;
    WindowDialogs dialogs = makeWindowDialogs(session, connector, clipboard, clock, log);
    QWidget window;
    std::optional<Profile> connected;

    void start(const QStringList &options)
    {
        session.setPollInterval(std::chrono::milliseconds(0));
        QVERIFY2(server.start(QStringList{QStringLiteral("--tls")} + options), qPrintable(server.errorString()));
        window.show();
    }
    /// The dialog with the server's address and access token typed.
    ConnectDialog *open(const std::optional<Profile> &profile = {})
    {
        dialogs.connectServer(&window, profile ? ConnectReason::NewAccessToken : ConnectReason::First, profile,
                              [this](const Profile &opened) { connected = opened; });
        auto *dialog = window.findChild<ConnectDialog *>();
        QTest::qVerify(QTest::qWaitForWindowExposed(dialog), "exposed", "", __FILE__, __LINE__);
        enter(dialog, "serverEdit", server.url().toString());
        enter(dialog, "tokenEdit", QString::fromLatin1(server.bearer()));
        return dialog;
    }
    [[nodiscard]] QByteArray sha256() const
    {
        return QSslCertificate(server.certificate()).digest(QCryptographicHash::Sha256);
    }
    [[nodiscard]] int requests() { return static_cast<int>(server.requests().size()); }
};

QWidget *certificateShownFrom(ConnectDialog *dialog)
{
    auto *offer = part<QWidget>(dialog, "certificateButton");
    if (!QTest::qWaitFor([offer] { return offer->isVisible(); }, 10'000))
        return nullptr;
    click(dialog, "certificateButton");
    auto *shown = dialog->findChild<CertificateDialog *>();
    return shown && QTest::qWaitForWindowExposed(shown) ? shown : nullptr;
}

void pinIn(QWidget *certificate)
{
    part<QCheckBox>(certificate, "comparedCheck")->click();
    click(certificate, "pinButton");
}

} // namespace

class CertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownCertificateIsShownPinnedAndThenConnects_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("word");
        QTest::newRow("self-signed") << QStringList() << QStringLiteral("self-signed");
        QTest::newRow("private authority")
            << QStringList{QStringLiteral("--tls-authority")} << QStringLiteral("whom this computer does not trust");
        QTest::newRow("expired") << QStringList{QStringLiteral("--tls-expired")} << QStringLiteral("expired on");
        QTest::newRow("for another host") << QStringList{QStringLiteral("--tls-host"), QStringLiteral("plant.example")}
                                          << QStringLiteral("is for plant.example");
    }
    void anUnknownCertificateIsShownPinnedAndThenConnects()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, word);
        Rig rig;
        rig.start(options);
        ConnectDialog *dialog = rig.open();
        click(dialog, "connectButton");
        QWidget *certificate = certificateShownFrom(dialog);
        QVERIFY(certificate);
        QString said = saidIn(certificate, "problems");
        said.remove(QChar(0x2068)).remove(QChar(0x2069));
        QVERIFY2(said.contains(word), qPrintable(said));
        QCOMPARE(part<FingerprintView>(certificate, "shownFingerprint")->fingerprint(), rig.sha256());
        QCOMPARE(rig.requests(), 0);
        QVERIFY(rig.store.entries.isEmpty());

        pinIn(certificate);
        QTRY_VERIFY_WITH_TIMEOUT(rig.connected, 10'000);
        QVERIFY(rig.connected->trust == Trust::pinned(rig.sha256()));
        QTRY_COMPARE_WITH_TIMEOUT(rig.session.phase(), Session::Phase::Ready, 10'000);
    }

    void lookingAtACertificateTrustsNothing()
    {
        Rig rig;
        rig.start({});
        ConnectDialog *dialog = rig.open();
        click(dialog, "testButton");
        QWidget *certificate = certificateShownFrom(dialog);
        QVERIFY(certificate);
        part<QCheckBox>(certificate, "comparedCheck")->click();
        click(certificate, "cancelButton");
        click(dialog, "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>(dialog, "certificateButton")->isVisible(), 10'000);
        QCOMPARE(rig.requests(), 0);
        QVERIFY(!rig.connected);
    }

    void aPinIsForItsOwnProfile()
    {
        Rig rig;
        rig.start({});
        ConnectDialog *dialog = rig.open();
        click(dialog, "connectButton");
        pinIn(certificateShownFrom(dialog));
        QTRY_VERIFY_WITH_TIMEOUT(rig.connected, 10'000);
        QTRY_VERIFY(!rig.window.findChild<ConnectDialog *>());
        QTRY_COMPARE_WITH_TIMEOUT(rig.session.phase(), Session::Phase::Ready, 10'000);
        const int before = rig.requests();
        ConnectDialog *another = rig.open();
        click(another, "testButton");
        QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>(another, "certificateButton")->isVisible(), 10'000);
        QCOMPARE(rig.requests(), before);
    }

    void aChangedCertificateIsAnAlarmAndNothingIsSent()
    {
        Rig rig;
        rig.start({QStringLiteral("--tls-authority")});
        Profile profile{QUuid::createUuid(), QStringLiteral("Plant"), rig.server.url()};
        const QByteArray pinned = rig.sha256();
        profile.trust = Trust::pinned(pinned);
        QVERIFY(rig.server.changeCertificate({{QStringLiteral("same_authority"), true}}));
        QVERIFY(rig.sha256() != pinned);

        ConnectDialog *dialog = rig.open(profile);
        click(dialog, "connectButton");
        QWidget *alarm = certificateShownFrom(dialog);
        QVERIFY(alarm);
        QVERIFY(saidIn(alarm, "problems").contains(QStringLiteral("pretending")));
        QCOMPARE(part<FingerprintView>(alarm, "pinnedFingerprint")->fingerprint(), pinned);
        QCOMPARE(part<FingerprintView>(alarm, "shownFingerprint")->fingerprint(), rig.sha256());
        QTest::keyClick(alarm, Qt::Key_Return);
        QTRY_VERIFY(!dialog->findChild<CertificateDialog *>());
        QVERIFY(!rig.connected);
        QCOMPARE(rig.requests(), 0);

        click(dialog, "connectButton");
        alarm = certificateShownFrom(dialog);
        QVERIFY(alarm);
        pinIn(alarm);
        QTRY_VERIFY_WITH_TIMEOUT(rig.connected, 10'000);
        QVERIFY(rig.connected->trust == Trust::pinned(rig.sha256()));
        QTRY_COMPARE_WITH_TIMEOUT(rig.session.phase(), Session::Phase::Ready, 10'000);
    }

    void anAuthoritysFileIsTakenInPlaceOfAPin()
    {
        Rig rig;
        rig.start({QStringLiteral("--tls-authority")});
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("authority.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        ConnectDialog *dialog = rig.open();
        auto *pages = part<QTabWidget>(dialog, "pages");
        pages->setCurrentWidget(part<QWidget>(dialog, "trustPage"));
        part<QRadioButton>(dialog, "authorityTrustRadio")->click();
        enter(dialog, "authorityFileEdit", file.fileName());
        pages->setCurrentIndex(0);
        click(dialog, "testButton"); // it is still empty
        QTRY_VERIFY_WITH_TIMEOUT(saidIn(dialog, "message").contains(QStringLiteral("cannot be used")), 10'000);
        QCOMPARE(pages->currentWidget(), part<QWidget>(dialog, "trustPage"));
        QVERIFY(part<QWidget>(dialog, "authorityFileEdit")->hasFocus());

        file.write(rig.server.authority());
        file.close();
        click(dialog, "connectButton");
        QTRY_VERIFY_WITH_TIMEOUT(rig.connected, 10'000);
        QVERIFY(rig.connected->trust == Trust::ownAuthority(file.fileName()));
        QTRY_COMPARE_WITH_TIMEOUT(rig.session.phase(), Session::Phase::Ready, 10'000);
    }
};

QTEST_MAIN(CertificatesTest)
#include "certificatestest.moc"
