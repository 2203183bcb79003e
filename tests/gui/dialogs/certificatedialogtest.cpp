// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificatedialog.h"

#include "gui/dialogs/dialogtest.h"
#include "gui/fingerprintview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>

using namespace tokendesk;

class CertificateDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    QPointer<CertificateDialog> m_dialog;
    std::optional<Profile> m_trusted;
    CertificateFacts m_facts;
    Profile m_profile;

    void whenShown(ErrorKind kind = ErrorKind::Tls, CertificateDialog::Offer offer = CertificateDialog::Offer::Pin,
                   const QByteArray &pinned = {})
    {
        Error error{.kind = kind};
        error.certificate = std::make_shared<CertificateFacts>(m_facts);
        error.pinnedSha256 = pinned;
        m_dialog = new CertificateDialog(m_profile, error, offer, m_window.get());
        connect(m_dialog, &CertificateDialog::trusted, this, [this](const Profile &of) { m_trusted = of; });
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_dialog->activateWindow();
    }
    /// Everything that can be read in it.
    [[nodiscard]] QString words() const
    {
        QStringList all{m_dialog->windowTitle()};
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible())
                all << QString(label->text()).remove(QChar(0x200B));
        }
        for (const auto *view : m_dialog->findChildren<FingerprintView *>()) {
            if (view->isVisible())
                all << view->toPlainText();
        }
        return all.join(QLatin1Char('\n'));
    }
    [[nodiscard]] int marked(const char *view) const
    {
        return static_cast<int>(part<FingerprintView>(m_dialog, view)->extraSelections().size());
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_trusted.reset();
        m_profile = {QUuid::createUuid(), QStringLiteral("Plant"), QUrl(QStringLiteral("https://plant.example/api"))};
        m_facts = {};
        m_facts.subject = QStringLiteral("CN=plant.local, O=Acme");
        m_facts.issuer = QStringLiteral("CN=Acme Authority");
        m_facts.names = {QStringLiteral("plant.local"), QStringLiteral("192.168.7.12")};
        m_facts.validFromMs = 1'700'000'000'000;
        m_facts.validUntilMs = 1'800'000'000'000;
        for (int i = 0; i < 32; ++i)
            m_facts.sha256 += static_cast<char>(i * 7);
        m_facts.problems = {CertificateProblem::OtherHost, CertificateProblem::UnknownIssuer};
    }
    void cleanup() { m_window.reset(); }

    void everythingThatIsKnownOfItIsSaid()
    {
        whenShown();
        const QString all = words();
        for (const char *word :
             {"plant.example", "CN=plant.local, O=Acme", "CN=Acme Authority", "192.168.7.12", "2023", "2027",
              "not for this address", "whom this computer does not trust", "exactly this certificate", "00:07:0E:15"})
            QVERIFY2(all.contains(QLatin1String(word)), word);
        QVERIFY(!part<QWidget>(m_dialog, "pinnedFingerprint")->isVisible());
        QCOMPARE(marked("shownFingerprint"), 0);
    }

    void oneThatVouchesForItselfAndSaysNothingIsShownToo()
    {
        m_facts = {};
        m_facts.sha256 = QByteArray(32, 'x');
        m_facts.selfSigned = true;
        whenShown();
        QCOMPARE(hint(m_dialog, "issuerValue"), QStringLiteral("Itself"));
        for (const char *value : {"subjectValue", "namesValue", "validValue"})
            QCOMPARE(hint(m_dialog, value), QStringLiteral("It does not say"));
    }

    void pinningTakesTwoDeliberateStepsAndTouchesNothingElse()
    {
        m_profile.color = ProfileColor::Red;
        m_profile.allowsClearText = true;
        whenShown();
        auto *pin = part<QPushButton>(m_dialog, "pinButton");
        auto *cancel = part<QPushButton>(m_dialog, "cancelButton");
        QVERIFY(!pin->isEnabled());
        QVERIFY(!pin->isDefault() && !pin->autoDefault());
        QVERIFY(cancel->isDefault());
        QVERIFY(cancel->hasFocus());
        auto *compared = part<QCheckBox>(m_dialog, "comparedCheck");
        QVERIFY(!compared->isChecked());
        compared->click();
        QVERIFY(pin->isEnabled());
        compared->click();
        QVERIFY(!pin->isEnabled());
        compared->click();
        click(m_dialog, "pinButton");
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_trusted);
        Profile expected = m_profile;
        expected.trust = Trust::pinned(m_facts.sha256);
        QVERIFY(*m_trusted == expected);
    }

    void returnAndEscapeLeaveWithoutTrust_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("Escape") << static_cast<int>(Qt::Key_Escape);
    }
    void returnAndEscapeLeaveWithoutTrust()
    {
        QFETCH(int, key);
        whenShown();
        part<QCheckBox>(m_dialog, "comparedCheck")->click(); // even then
        QTest::keyClick(m_dialog, static_cast<Qt::Key>(key));
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!m_trusted);
    }

    void aChangedPinIsAnAlarmWithBothFingerprints()
    {
        QByteArray pinned = m_facts.sha256;
        pinned[5] = '\x77';
        pinned[31] = '\x78';
        m_profile.trust = Trust::pinned(pinned);
        whenShown(ErrorKind::PinChanged, CertificateDialog::Offer::Pin, pinned);
        QVERIFY(words().contains(QStringLiteral("another certificate than the one you pinned")));
        QVERIFY(saidIn(m_dialog, "problems").contains(QStringLiteral("pretending")));
        auto *left = part<FingerprintView>(m_dialog, "pinnedFingerprint");
        auto *right = part<FingerprintView>(m_dialog, "shownFingerprint");
        QVERIFY(left->isVisible() && right->isVisible());
        QCOMPARE(left->y(), right->y());
        QCOMPARE(left->fingerprint(), pinned);
        QCOMPARE(right->fingerprint(), m_facts.sha256);
        QCOMPARE(marked("pinnedFingerprint"), 2);
        QCOMPARE(marked("shownFingerprint"), 2);
        QCOMPARE(left->extraSelections().front().cursor.selectedText(), QStringLiteral("77"));
        QCOMPARE(left->extraSelections().back().cursor.selectedText(), QStringLiteral("78"));
        QVERIFY(hint(m_dialog, "differenceLabel").contains(QStringLiteral("2")));

        auto *stay = part<QPushButton>(m_dialog, "cancelButton");
        QCOMPARE(stay->accessibleName(), QStringLiteral("Keep the Pin"));
        QVERIFY(stay->isDefault() && stay->hasFocus());
        auto *replace = part<QPushButton>(m_dialog, "pinButton");
        QCOMPARE(replace->accessibleName(), QStringLiteral("Replace the Pin"));
        QVERIFY(!replace->isEnabled());
        part<QCheckBox>(m_dialog, "comparedCheck")->click();
        click(m_dialog, "pinButton");
        QVERIFY(m_trusted);
        QVERIFY(m_trusted->trust == Trust::pinned(m_facts.sha256));
    }

    void whatIsNotTheServersIsOnlyShown()
    {
        m_profile.signIn = SignInMethod::Browser;
        m_profile.provider.issuer = QStringLiteral("https://login.example/realm");
        whenShown(ErrorKind::Tls, CertificateDialog::Offer::Nothing);
        QVERIFY(words().contains(QStringLiteral("login.example")));
        QVERIFY(!words().contains(QStringLiteral("plant.example")));
        QVERIFY(!part<QWidget>(m_dialog, "pinButton")->isVisible());
        QVERIFY(!part<QWidget>(m_dialog, "comparedCheck")->isVisible());
        QVERIFY(hint(m_dialog, "meaningLabel").contains(QStringLiteral("sign-in service")));
        QCOMPARE(part<QWidget>(m_dialog, "cancelButton")->accessibleName(), QStringLiteral("Close"));
    }

    void withoutAWholeFingerprintThereIsNothingToPin()
    {
        m_facts.sha256.chop(1);
        whenShown();
        QVERIFY(!part<QWidget>(m_dialog, "pinButton")->isVisible());
    }

    void hostileTextsAreHarmlessAndLeaveTheDialogOnTheScreen()
    {
        m_facts.subject = hostileName() + QString(5000, QLatin1Char('x'));
        m_facts.issuer = m_facts.subject;
        m_facts.names.clear();
        for (int i = 0; i < 5000; ++i)
            m_facts.names << hostileName();
        whenShown();
        QCOMPARE(hostileLabels(m_dialog), QStringList());
        QVERIFY(words().contains(QStringLiteral("<b>")));
        QVERIFY(words().contains(QStringLiteral("\\u202E")));
        QVERIFY(hint(m_dialog, "namesValue").contains(QStringLiteral("4,988")));
        const QRect screen = m_dialog->screen()->availableGeometry();
        QVERIFY(m_dialog->width() <= screen.width());
        QVERIFY(m_dialog->height() <= screen.height());
        QVERIFY(m_dialog->width() < 700);
        QVERIFY(part<QWidget>(m_dialog, "cancelButton")->isVisible());
    }

    void theFingerprintCanBeCopiedAsOneLine()
    {
        whenShown();
        click(m_dialog, "copyShownButton");
        QCOMPARE(QGuiApplication::clipboard()->text(), fingerprintText(m_facts.sha256));
        const auto *view = part<FingerprintView>(m_dialog, "shownFingerprint");
        QVERIFY(QFontInfo(view->document()->defaultFont()).fixedPitch());
        QCOMPARE(view->accessibleDescription(), fingerprintText(m_facts.sha256));
    }

    void everyControlHasAName()
    {
        whenShown(ErrorKind::PinChanged, CertificateDialog::Offer::Pin, QByteArray(32, 'p'));
        QCOMPARE(controlsWithoutName(m_dialog), QStringList());
        QCOMPARE(tabOrder(m_dialog, "pinnedFingerprint"),
                 (QStringList{QStringLiteral("pinnedFingerprint"), QStringLiteral("copyPinnedButton"),
                              QStringLiteral("shownFingerprint"), QStringLiteral("copyShownButton"),
                              QStringLiteral("comparedCheck"), QStringLiteral("cancelButton")}));
    }
};

QTEST_MAIN(CertificateDialogTest)
#include "certificatedialogtest.moc"
