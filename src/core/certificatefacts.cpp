// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificatefacts.h"

#include "core/safetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tokendesk {

namespace {

struct CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

QString dateText(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

/// A certificate may have thousands of names; a sentence has room for three.
QString namesText(const QStringList &names)
{
    constexpr qsizetype shown = 3;
    QStringList isolated;
    for (const QString &name : names.mid(0, shown))
        isolated << isolatedText(name);
    if (names.size() > shown)
        isolated << QStringLiteral("…");
    return isolated.join(QStringLiteral(", "));
}

} // namespace

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

QString certificateProblemText(CertificateProblem problem, const CertificateFacts &facts)
{
    switch (problem) {
    case CertificateProblem::OtherHost:
        return facts.names.isEmpty() ? CertificateText::tr("Its certificate does not name this address.")
                                     //: %1 is one or more host names
                                     : CertificateText::tr("Its certificate is for %1, not for this address.")
                                           .arg(namesText(facts.names));
    case CertificateProblem::Expired:
        //: %1 is a date and time
        return CertificateText::tr("Its certificate expired on %1.").arg(dateText(facts.validUntilMs));
    case CertificateProblem::NotYetValid:
        //: %1 is a date and time
        return CertificateText::tr("Its certificate is not valid before %1; perhaps this computer's clock is wrong.")
            .arg(dateText(facts.validFromMs));
    case CertificateProblem::SelfSigned:
        return CertificateText::tr("Nobody but the server itself vouches for its certificate (it is self-signed).");
    case CertificateProblem::UnknownIssuer:
        return facts.issuer.isEmpty()
                   ? CertificateText::tr("Its certificate was issued by somebody whom this computer does not trust.")
                   //: %1 is the name of a certificate authority
                   : CertificateText::tr("Its certificate was issued by %1, whom this computer does not trust.")
                         .arg(isolatedText(facts.issuer));
    case CertificateProblem::Other:
        return CertificateText::tr("Its certificate cannot be used.");
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
