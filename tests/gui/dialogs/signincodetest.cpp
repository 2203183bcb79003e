// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in with a code on another device: the code, its time, and the square.
#include "gui/dialogs/signinfixture.h"
#include "gui/qrcode.h"

#include <QProcess>
#include <QProgressBar>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace tokendesk;

namespace {

bool isBlackOnWhite(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y) | 0xFF000000;
            if (pixel != 0xFF000000 && pixel != 0xFFFFFFFF)
                return false;
        }
    }
    return true;
}

/// The darkness of a module of a code drawn in `image`, by the pixel in its middle.
bool isDarkAt(const QImage &image, int size, int row, int column)
{
    const int module = image.width() / (size + 8);
    const int margin = (image.width() - module * size) / 2;
    return qGray(image.pixel(margin + column * module + module / 2, margin + row * module + module / 2)) < 128;
}

} // namespace

class SignInCodeTest : public SignInDialogFixture
{
    Q_OBJECT

    /// As it is on screen, once the dialog has made room for it.
    [[nodiscard]] QImage squareOnScreen() const
    {
        auto *square = part<QrCode>(m_dialog, "qrCode");
        QTest::qVerify(QTest::qWaitFor([square] { return square->size() == square->sizeHint(); }), "size", "", __FILE__,
                       __LINE__);
        return square->grab().toImage();
    }
private Q_SLOTS:
    void theCodeIsLargeMonospacedSelectableAndCopied()
    {
        whenACodeIsThere(deviceCode());
        const auto *label = part<QLabel>(m_dialog, "codeLabel");
        QCOMPARE(label->text(), QStringLiteral("WDJB-MJHT"));
        QVERIFY(QFontInfo(label->font()).fixedPitch());
        QVERIFY(label->font().pointSizeF() >= 1.9 * m_dialog->font().pointSizeF());
        QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
        QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByKeyboard);
        QCOMPARE(defaultName(), QStringLiteral("copyCodeButton"));
        click(m_dialog, "copyCodeButton");
        QCOMPARE(clipboard(), QStringLiteral("WDJB-MJHT"));
        QCOMPARE(part<QLineEdit>(m_dialog, "addressEdit")->text(), QStringLiteral("https://login.example/device"));
        click(m_dialog, "copyLinkButton");
        QCOMPARE(clipboard(), QStringLiteral("https://login.example/device"));
        click(m_dialog, "openLinkButton");
        QCOMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://login.example/device"))});
    }

    void whatTheProviderSaysIsShownAsText()
    {
        Profile named = profile(SignInMethod::DeviceCode);
        named.name = hostileName();
        whenOpened(named);
        m_signIn->giveCode({hostileName().repeated(20),
                            QUrl(QStringLiteral("https://xn--pple-43d.example/\u202Egnp")),
                            {},
                            m_clock.nowMs() + 60'000});
        QCOMPARE(hostileLabels(m_dialog), QStringList());
        QVERIFY(part<QLabel>(m_dialog, "codeLabel")->text().size() <= 40);
        const QString address = part<QLineEdit>(m_dialog, "addressEdit")->text();
        QVERIFY2(address.startsWith(QStringLiteral("https://xn--")), qPrintable(address));
        QVERIFY(!address.contains(QChar(0x202E)));
        QVERIFY(m_dialog->width() <= 800);
        click(m_dialog, "copyCodeButton");
        QVERIFY(!clipboard().contains(QLatin1Char('\n')));
        m_signIn->end(Error{.kind = ErrorKind::SignInDenied, .serverMessage = hostileName()});
        QCOMPARE(hostileLabels(m_dialog), QStringList());
    }

    void theCodeCountsDownAndWhenItHasExpiredANewOneIsOneClickAway()
    {
        whenACodeIsThere(deviceCode());
        QCOMPARE(hint(m_dialog, "countdownLabel"), QStringLiteral("Valid for another 9:45"));
        m_clock.advance(540'500);
        QTRY_COMPARE(hint(m_dialog, "countdownLabel"), QStringLiteral("Valid for another 0:45"));
        m_clock.advance(44'500);
        QTRY_COMPARE(heading(), QStringLiteral("The code has expired"));
        QVERIFY(!sees("codeArea"));
        QVERIFY(!sees("addressRow"));
        QCOMPARE(defaultButton()->text(), QStringLiteral("&Get a New Code"));
        QCOMPARE(defaultButton()->accessibleName(), QStringLiteral("Get a New Code"));
        const QPointer<FakeSignIn> old = m_signIn;
        click(m_dialog, "againButton");
        QVERIFY(!old);
        QCOMPARE(m_attempts, 2);
        SignIn::DeviceCode next = deviceCode();
        next.userCode = QStringLiteral("NEXT-CODE");
        m_signIn->giveCode(next);
        QCOMPARE(hint(m_dialog, "codeLabel"), QStringLiteral("NEXT-CODE"));
    }

    void theProvidersWordThatACodeHasExpiredSaysTheSame()
    {
        whenACodeIsThere(deviceCode());
        m_signIn->end(Error{.kind = ErrorKind::SignInTimeout});
        QCOMPARE(heading(), QStringLiteral("The code has expired"));
        click(m_dialog, "closeButton");
        QTRY_VERIFY(!m_dialog);
    }

    void aCodeEnteredInTheLastSecondStillCounts()
    {
        whenACodeIsThere(deviceCode());
        m_clock.advance(600'000);
        QTRY_COMPARE(heading(), QStringLiteral("The code has expired"));
        m_signIn->end();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_signedIn);
    }

    void theSquareIsBlackOnWhiteOnDarkAndHoldsTheAddressWithTheCode()
    {
        const QPalette before = QApplication::palette();
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(dark);
        whenACodeIsThere(deviceCode());
        auto *square = part<QrCode>(m_dialog, "qrCode");
        const QImage image = squareOnScreen();
        QApplication::setPalette(before);
        QVERIFY(isBlackOnWhite(image));
        QCOMPARE(image.width(), image.height());
        const QrModules modules = qrModules(QByteArray("https://login.example/device?user_code=WDJB-MJHT"));
        QVERIFY(modules.size >= 21);
        for (int i = -4; i < modules.size + 4; ++i) { // the quiet zone
            QVERIFY(!isDarkAt(image, modules.size, -4, i));
            QVERIFY(!isDarkAt(image, modules.size, i, modules.size + 3));
        }
        for (int row = 0; row < modules.size; ++row) {
            for (int column = 0; column < modules.size; ++column)
                QCOMPARE(isDarkAt(image, modules.size, row, column), modules.isDark(row, column));
        }
        QCOMPARE(square->accessibleName(), QStringLiteral("QR code of the address"));
        QVERIFY(square->accessibleDescription().contains(QStringLiteral("user_code=WDJB-MJHT")));
    }

    void aReaderReadsTheSquare()
    {
        const QString reader = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
        QVERIFY2(!reader.isEmpty(), "zbar-tools is one of the packages the tests need (scripts/lib.sh)");
        SignIn::DeviceCode code = deviceCode();
        code.verificationUriComplete.clear();
        whenACodeIsThere(code);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("code.png"));
        QVERIFY(squareOnScreen().save(file));
        QProcess process;
        process.start(reader, {QStringLiteral("--quiet"), QStringLiteral("--raw"), file});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("https://login.example/device"));
    }

    void anAddressTooLongForASquareIsOnlyText()
    {
        SignIn::DeviceCode code = deviceCode();
        code.verificationUriComplete = QUrl(QStringLiteral("https://login.example/") + QString(4000, QLatin1Char('x')));
        whenACodeIsThere(code);
        QVERIFY(!sees("qrCode"));
        QVERIFY(sees("codeLabel"));
    }
};

QTEST_MAIN(SignInCodeTest)
#include "signincodetest.moc"
