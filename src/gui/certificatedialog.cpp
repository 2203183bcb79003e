// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificatedialog.h"

#include "core/safetext.h"
#include "gui/inlinemessage.h"

#include "ui_certificatedialog.h"

#include <QDateTime>

namespace tokendesk {

namespace {

constexpr qsizetype shaBytes = 32;
constexpr qsizetype namesShown = 12;

/// A run that has no place for a line break would make the dialog as wide as it is.
QString breakable(const QString &harmless)
{
    constexpr int longestRun = 40;
    QString text;
    int run = 0;
    for (const QChar letter : harmless) {
        run = letter.isSpace() ? 0 : run + 1;
        if (run > longestRun && !letter.isLowSurrogate() && !letter.isMark()) {
            text += QChar(0x200B); // ZERO WIDTH SPACE
            run = 1;
        }
        text += letter;
    }
    return text;
}

QString day(qint64 ms, const QLocale &locale)
{
    return locale.toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::LongFormat);
}

} // namespace

CertificateDialog::CertificateDialog(const Profile &profile, const Error &error, Offer offer, QWidget *parent)
    : FormDialog(parent), m_ui(std::make_unique<Ui::CertificateDialog>()), m_profile(profile), m_error(error)
{
    Q_ASSERT(error.certificate);
    m_ui->setupUi(this);
    makeHeading(m_ui->headingLabel);
    const bool changed = error.kind == ErrorKind::PinChanged;
    const bool offered = offer == Offer::Pin && error.certificate->sha256.size() == shaBytes;
    describe(offer == Offer::Pin ? profile.serverUrl.host() : QUrl(profile.provider.issuer).host(), changed);
    fillFacts();
    fillFingerprints(changed);
    offerPin(changed, offered);
    connect(m_ui->copyShownButton, &QPushButton::clicked, m_ui->shownFingerprint, &FingerprintView::copyAll);
    connect(m_ui->copyPinnedButton, &QPushButton::clicked, m_ui->pinnedFingerprint, &FingerprintView::copyAll);
    connect(m_ui->pinButton, &QPushButton::clicked, this, &CertificateDialog::pin);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &CertificateDialog::reject);
    setTextColumns(78);
    m_ui->cancelButton->setFocus();
}

CertificateDialog::~CertificateDialog() = default;

void CertificateDialog::describe(const QString &host, bool changed)
{
    const QString server = isolatedText(host);
    if (changed) {
        //: %1 is the host name of a server
        m_ui->headingLabel->setText(tr("%1 shows another certificate than the one you pinned").arg(server));
        m_ui->problems->say(
            Symbol::Failed, tr("Somebody may be pretending to be this server."),
            tr("Nothing was sent. Servers do get new certificates, but then whoever runs this one knows "
               "of it: ask, and compare the fingerprint, by another way than this connection."));
        return;
    }
    //: %1 is the host name of a server
    m_ui->headingLabel->setText(tr("The certificate of %1 is not trusted").arg(server));
    QStringList sentences;
    for (const CertificateProblem problem : m_error.certificate->problems) {
        sentences << certificateProblemText(problem, *m_error.certificate);
        if (problem == CertificateProblem::Other && !m_error.detail.isEmpty())
            sentences << QStringLiteral("(%1)").arg(isolatedText(m_error.detail, 200));
    }
    if (sentences.isEmpty())
        sentences << tr("It was not accepted.");
    m_ui->problems->say(Symbol::Warning, tr("Nothing was sent."), breakable(sentences.join(QLatin1Char(' '))));
}

void CertificateDialog::fillFacts()
{
    const CertificateFacts &facts = *m_error.certificate;
    const auto shown = [](const QString &text) {
        //: in place of something that a certificate does not say
        return text.isEmpty() ? tr("It does not say") : breakable(visibleText(text));
    };
    m_ui->subjectValue->setText(shown(facts.subject));
    m_ui->issuerValue->setText(facts.selfSigned ? tr("Itself") : shown(facts.issuer));
    QStringList names;
    for (const QString &name : facts.names.mid(0, namesShown))
        names << isolatedText(name, 100);
    QString list = names.join(QStringLiteral(", "));
    if (facts.names.size() > namesShown)
        list += QLatin1Char(' ') + tr("and %Ln more", nullptr, static_cast<int>(facts.names.size() - namesShown));
    m_ui->namesValue->setText(list.isEmpty() ? shown({}) : breakable(list));
    m_ui->validValue->setText(
        facts.validFromMs == 0 || facts.validUntilMs == 0
            ? shown({})
            //: both are dates
            : tr("%1 to %2").arg(day(facts.validFromMs, locale()), day(facts.validUntilMs, locale())));
}

void CertificateDialog::fillFingerprints(bool changed)
{
    const QByteArray &shown = m_error.certificate->sha256;
    const QByteArray pinned = changed ? m_error.pinnedSha256 : QByteArray();
    m_ui->shownFingerprint->setFingerprint(shown, pinned);
    m_ui->pinnedFingerprint->setFingerprint(pinned, shown);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_ui->pinnedLabel, m_ui->pinnedFingerprint, m_ui->copyPinnedButton})
        part->setVisible(changed);
    QString words;
    if (changed) {
        m_ui->shownLabel->setText(tr("Shown &now"));
        int different = 0;
        for (qsizetype at = 0; at < shown.size(); ++at)
            different += at >= pinned.size() || pinned[at] != shown[at] ? 1 : 0;
        words = tr("%Ln pair(s) of digits differ; they are underlined.", nullptr, different);
    }
    setHint(m_ui->differenceLabel, words);
}

void CertificateDialog::offerPin(bool changed, bool offered)
{
    QString meaning;
    if (offered)
        meaning =
            tr("If you pin it, this profile takes exactly this certificate and no other: not one that replaces it, "
               "and not one that this computer would trust. Whether it has expired or was withdrawn no longer "
               "counts. Other profiles are not affected.");
    else
        meaning = tr("It belongs to the sign-in service and cannot be pinned. If the service has an authority of its "
                     "own, choose that authority's file under Certificate in the profile.");
    m_ui->meaningLabel->setText(meaning);
    m_ui->comparedCheck->setVisible(offered);
    m_ui->pinButton->setVisible(offered);
    m_ui->pinButton->setEnabled(false);
    connect(m_ui->comparedCheck, &QCheckBox::toggled, m_ui->pinButton, &QWidget::setEnabled);
    if (!offered) {
        m_ui->cancelButton->setText(tr("Close"));
    } else if (changed) {
        m_ui->pinButton->setText(tr("&Replace the Pin"));
        m_ui->cancelButton->setText(tr("&Keep the Pin"));
    }
    for (QPushButton *button : {m_ui->pinButton, m_ui->cancelButton})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
}

void CertificateDialog::pin()
{
    if (!m_ui->comparedCheck->isChecked())
        return;
    m_profile.trust = Trust::pinned(m_error.certificate->sha256);
    Q_EMIT trusted(m_profile);
    accept();
}

} // namespace tokendesk
