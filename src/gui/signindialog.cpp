// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/signindialog.h"

#include "core/safetext.h"
#include "core/serverurl.h"
#include "gui/inlinemessage.h"

#include "ui_signindialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QPointer>

namespace tokendesk {

namespace {

constexpr qsizetype longestCode = 40; ///< a code that a person types is shorter (RFC 8628 section 6.1)
constexpr qsizetype longestAddress = 2000;

bool mayBeOpened(const QUrl &url)
{
    return url.isValid() && (url.scheme() == QLatin1String("https") ||
                             (url.scheme() == QLatin1String("http") && isLoopbackHost(url.host())));
}

QString clockText(qint64 ms)
{
    const qint64 seconds = (ms + 999) / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

SignInDialog::SignInDialog(SignInTools tools, const Profile &profile, Secret proxyPassword, QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::SignInDialog>()), m_tools(std::move(tools)), m_profile(profile),
      m_proxyPassword(std::move(proxyPassword))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->headingLabel);
    QFont code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    code.setPointSizeF(font().pointSizeF() * 2);
    m_ui->codeLabel->setFont(code);

    connect(m_ui->copyCodeButton, &QPushButton::clicked, this,
            [this] { copy(m_ui->codeLabel->text(), tr("Code copied.")); });
    connect(m_ui->copyLinkButton, &QPushButton::clicked, this,
            [this] { copy(QString::fromLatin1(m_link.toEncoded()), tr("Link copied.")); });
    connect(m_ui->openLinkButton, &QPushButton::clicked, this, &SignInDialog::openLink);
    connect(m_ui->certificateButton, &QPushButton::clicked, this, &SignInDialog::showCertificate);
    connect(m_ui->copyDetailsButton, &QPushButton::clicked, this, &SignInDialog::copyDetails);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_ui->againButton, &QPushButton::clicked, this, &SignInDialog::begin);
    connect(m_ui->storeAgainButton, &QPushButton::clicked, this, &SignInDialog::store);
    connect(m_ui->sessionOnlyButton, &QPushButton::clicked, this, &SignInDialog::reject);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &SignInDialog::countDown);
    begin();
    setTextColumns(76);
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::begin()
{
    m_signIn = m_tools.begin(m_profile, m_proxyPassword.clone());
    setStage(Stage::Preparing, tr("Signing in…"),
             tr("Asking the sign-in service of %1.").arg(isolatedText(m_profile.name)));
    connect(m_signIn.get(), &SignIn::browserAsked, this, &SignInDialog::showBrowserStage);
    connect(m_signIn.get(), &SignIn::codeReady, this, &SignInDialog::showCode);
    connect(m_signIn.get(), &SignIn::answerReceived, this, [this] {
        setStage(Stage::Fetching, tr("Signing in…"), tr("You are through. Fetching what Token Desk needs to go on."));
    });
    connect(m_signIn.get(), &SignIn::finished, this, &SignInDialog::showEnding);
    m_signIn->start();
}

void SignInDialog::setStage(Stage stage, const QString &heading, const QString &explanation)
{
    m_stage = stage;
    const bool waiting = stage == Stage::Waiting;
    const bool hasCode = waiting && m_profile.signIn == SignInMethod::DeviceCode;
    const bool ended = stage == Stage::Failed || stage == Stage::CodeExpired;
    const bool isIn = stage == Stage::Storing || stage == Stage::NotStored;
    m_ui->message->clear();
    m_ui->headingLabel->setText(heading);
    setHint(m_ui->explanationLabel, explanation);
    m_ui->codeArea->setVisible(hasCode);
    m_ui->addressRow->setVisible(waiting);
    m_ui->copyLinkButton->setVisible(waiting);
    m_ui->openLinkButton->setVisible(waiting);
    m_ui->busyBar->setVisible(stage == Stage::Preparing || stage == Stage::Fetching || stage == Stage::Storing);
    m_ui->certificateButton->setVisible(false);
    m_ui->copyDetailsButton->setVisible(stage == Stage::Failed);
    m_ui->cancelButton->setVisible(!ended && !isIn);
    m_ui->closeButton->setVisible(ended);
    m_ui->againButton->setVisible(ended);
    m_ui->againButton->setText(stage == Stage::CodeExpired ? tr("&Get a New Code") : tr("Try &Again"));
    m_ui->againButton->setAccessibleName(stage == Stage::CodeExpired ? tr("Get a New Code") : tr("Try Again"));
    m_ui->storeAgainButton->setVisible(stage == Stage::NotStored);
    m_ui->sessionOnlyButton->setVisible(stage == Stage::NotStored);
    if (hasCode)
        m_tick.start();
    else
        m_tick.stop();
    // Not the default: whoever began with Enter, and held it, would cancel what began.
    if (stage == Stage::Preparing || stage == Stage::Fetching)
        m_ui->cancelButton->setFocus();
}

void SignInDialog::showBrowserStage(bool opened)
{
    const QString name = isolatedText(m_profile.name);
    showAddress(m_signIn->browserUrl());
    m_ui->openLinkButton->setText(tr("Open Browser &Again"));
    m_ui->openLinkButton->setAccessibleName(tr("Open Browser Again"));
    if (opened) {
        setStage(Stage::Waiting, tr("Waiting for your browser…"),
                 //: %1 is the name of a connection
                 tr("Sign in to %1 there; then this window goes on by itself. To sign in as somebody else, copy the "
                    "link into a private window of a browser on this computer.")
                     .arg(name));
        offer(m_ui->openLinkButton);
    } else {
        setStage(Stage::Waiting, tr("No browser could be opened"),
                 tr("Copy the link into a browser on this computer and sign in to %1 there; then this window goes on "
                    "by itself.")
                     .arg(name));
        offer(m_ui->copyLinkButton);
    }
}

void SignInDialog::showCode()
{
    const SignIn::DeviceCode code = m_signIn->deviceCode().value_or(SignIn::DeviceCode{});
    m_ui->codeLabel->setText(visibleText(code.userCode, longestCode));
    m_ui->openLinkButton->setText(tr("&Open Link"));
    m_ui->openLinkButton->setAccessibleName(tr("Open Link"));
    showAddress(code.verificationUri);
    const QUrl &scanned = code.verificationUriComplete.isEmpty() ? code.verificationUri : code.verificationUriComplete;
    m_ui->qrCode->setBytes(mayBeOpened(scanned) ? scanned.toEncoded() : QByteArray());
    m_ui->qrCode->setAccessibleDescription(visibleText(QString::fromLatin1(scanned.toEncoded()), longestAddress));
    const QString name = isolatedText(m_profile.name);
    const QString explanation =
        m_ui->qrCode->isVisibleTo(m_ui->codeArea)
            //: %1 is the name of a connection
            ? tr("Scan the square with a phone, or open the address in any browser, and sign in to %1 there. Enter "
                 "the code, or look whether it is the same.")
                  .arg(name)
            //: %1 is the name of a connection
            : tr("Open the address in any browser, sign in to %1 there and enter the code.").arg(name);
    setStage(Stage::Waiting, tr("Sign in on another device"), explanation);
    if (m_link.isEmpty())
        m_ui->message->say(Symbol::Warning, tr("The sign-in service gave an address that is not secure."),
                           tr("It is neither opened nor copied. Ask whoever runs the service."));
    countDown();
    if (m_stage == Stage::Waiting)
        offer(m_ui->copyCodeButton);
}

void SignInDialog::countDown()
{
    const auto code = m_signIn ? m_signIn->deviceCode() : std::nullopt;
    if (!code)
        return;
    const qint64 left = code->expiresAtMs - m_tools.clock->nowMs();
    if (left <= 0)
        return showExpired();
    //: %1 is minutes and seconds, such as 9:05
    m_ui->countdownLabel->setText(tr("Valid for another %1").arg(clockText(left)));
}

void SignInDialog::showExpired()
{
    setStage(Stage::CodeExpired, tr("The code has expired"),
             tr("Nobody entered it in time. Nothing was changed; with a new one you can go on."));
    offer(m_ui->againButton);
}

void SignInDialog::showEnding(const std::optional<Error> &error)
{
    // It is this object's signal that runs.
    m_signIn.release()->deleteLater();
    if (error && error->kind == ErrorKind::SignInTimeout && m_profile.signIn == SignInMethod::DeviceCode)
        return showExpired();
    if (error)
        return showFailure(*error);
    QApplication::alert(this);
    if (m_profile.keepsSecrets)
        return store();
    finish(false);
}

void SignInDialog::showFailure(const Error &error)
{
    const ErrorText text = describeSignInError(error);
    if (error.kind == ErrorKind::Cancelled) {
        setStage(Stage::Failed, tr("Signing in was cancelled"), tr("Nothing was changed."));
    } else {
        setStage(Stage::Failed, tr("Signing in did not work"));
        m_ui->message->say(Symbol::Failed, text.headline, text.explanation);
    }
    m_details = text.details;
    m_failure = error;
    m_ui->certificateButton->setVisible(error.certificate != nullptr);
    m_ui->copyDetailsButton->setVisible(error.kind != ErrorKind::Cancelled && !m_details.isEmpty());
    offer(m_ui->againButton);
}

void SignInDialog::showCertificate()
{
    // A pin is for the server's own origin.
    std::function<void(const Profile &)> trusted;
    if (!hasProviderElsewhere(m_profile))
        trusted = [guard = QPointer<SignInDialog>(this)](const Profile &trusting) {
            if (!guard || guard->m_stage != Stage::Failed)
                return;
            guard->m_profile.trust = trusting.trust;
            guard->begin();
        };
    m_tools.showCertificate(this, m_profile, m_failure, std::move(trusted));
}

void SignInDialog::store()
{
    setStage(Stage::Storing, tr("You are signed in"), tr("Storing the sign-in in the keychain…"));
    m_tools.store(this, [this, attempt = ++m_storing](const Result<void> &stored) {
        if (attempt != m_storing)
            return;
        if (stored)
            return finish(true);
        notStored(stored.error());
    });
}

void SignInDialog::notStored(const Error &error)
{
    ++m_storing;
    setStage(Stage::NotStored, tr("You are signed in"));
    m_ui->message->say(Symbol::Warning, describeError(error, Credential::SignIn).headline,
                       tr("So your sign-in could not be stored. It holds until you quit Token Desk; after that you "
                          "will have to sign in again."));
    offer(m_ui->storeAgainButton);
}

void SignInDialog::finish(bool keptInKeychain)
{
    ++m_storing;
    m_profile.keepsSecrets = keptInKeychain;
    Q_EMIT signedIn(m_profile);
    accept();
}

void SignInDialog::reject()
{
    switch (m_stage) {
    case Stage::Storing:
        // The session is open already; only the keychain has not answered.
        return notStored({.kind = ErrorKind::KeychainTimeout});
    case Stage::NotStored:
        m_tools.keepInMemory();
        return finish(false);
    case Stage::Preparing:
    case Stage::Waiting:
    case Stage::Fetching:
    case Stage::CodeExpired:
    case Stage::Failed:
        m_signIn.reset(); // and nothing was changed
        QDialog::reject();
    }
}

void SignInDialog::offer(QPushButton *button)
{
    button->setDefault(true);
    button->setFocus();
}

void SignInDialog::showAddress(const QUrl &url)
{
    const bool usable = mayBeOpened(url);
    m_link = usable ? url : QUrl();
    // As it is sent: a host name in look-alike letters is seen for what it is.
    m_ui->addressEdit->setText(visibleText(QString::fromLatin1(url.toEncoded()), longestAddress));
    m_ui->addressEdit->setCursorPosition(0);
    m_ui->copyLinkButton->setEnabled(usable);
    m_ui->openLinkButton->setEnabled(usable);
}

void SignInDialog::openLink()
{
    if (m_tools.openLink(m_link))
        return m_ui->message->clear();
    m_ui->message->say(Symbol::Warning, tr("No browser could be opened."), tr("Copy the link into a browser instead."));
    offer(m_ui->copyLinkButton);
}

void SignInDialog::copy(const QString &text, const QString &said)
{
    QGuiApplication::clipboard()->setText(text);
    m_ui->message->say(Symbol::Done, said);
}

void SignInDialog::copyDetails()
{
    QGuiApplication::clipboard()->setText(m_ui->message->text() + QLatin1Char('\n') + m_details +
                                          QStringLiteral("\nToken Desk " TOKENDESK_VERSION));
}

} // namespace tokendesk
