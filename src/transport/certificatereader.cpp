// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/certificatereader.h"

#include "core/safetext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslCertificate>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr qsizetype maxNames = 100;
constexpr qsizetype maxNameLength = 500;

/// RFC 4514 in short: without the backslashes a common name "x, O=Somebody else" would read as two attributes.
QString escapedValue(const QString &value)
{
    QString out;
    for (const QChar c : value) {
        if (QStringView(u"\\,+\"<>;=").contains(c))
            out += QLatin1Char('\\');
        out += c;
    }
    return out;
}

template <class Info>
QString distinguishedName(const QList<QByteArray> &attributes, Info info)
{
    // The common name first, for that is what a person looks for.
    QList<QByteArray> ordered = attributes;
    std::stable_partition(ordered.begin(), ordered.end(), [](const QByteArray &name) { return name == "CN"; });
    QStringList parts;
    for (const QByteArray &attribute : std::as_const(ordered)) {
        for (const QString &value : info(attribute))
            parts << QString::fromLatin1(attribute) + QLatin1Char('=') + escapedValue(value);
    }
    return boundedServerText(parts.join(QStringLiteral(", ")), maxNameLength);
}

QStringList alternativeNames(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    QStringList out;
    for (const QSsl::AlternativeNameEntryType type : {QSsl::DnsEntry, QSsl::IpAddressEntry}) {
        QStringList some = names.values(type);
        some.sort(); // a multi-hash has no order of its own
        for (const QString &name : std::as_const(some)) {
            if (out.size() < maxNames)
                out << boundedServerText(name, maxNameLength);
        }
    }
    return out;
}

CertificateProblem problemOf(const QSslError &error, const QSslCertificate &leaf)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return CertificateProblem::OtherHost;
    case QSslError::CertificateExpired:
    case QSslError::InvalidNotAfterField:
        // Of another certificate in the chain: the dates that are shown are not those that are meant.
        return error.certificate() == leaf ? CertificateProblem::Expired : CertificateProblem::Other;
    case QSslError::CertificateNotYetValid:
    case QSslError::InvalidNotBeforeField:
        return error.certificate() == leaf ? CertificateProblem::NotYetValid : CertificateProblem::Other;
    case QSslError::SelfSignedCertificate:
        return CertificateProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return leaf.isSelfSigned() ? CertificateProblem::SelfSigned : CertificateProblem::UnknownIssuer;
    default:
        return CertificateProblem::Other;
    }
}

qint64 instantOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

QByteArray fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256);
}

CertificateFactsPtr certificateFacts(const QSslCertificate &leaf, const QList<QSslError> &errors)
{
    if (leaf.isNull())
        return nullptr;
    CertificateFacts facts;
    facts.subject = distinguishedName(leaf.subjectInfoAttributes(),
                                      [&leaf](const QByteArray &attribute) { return leaf.subjectInfo(attribute); });
    facts.issuer = distinguishedName(leaf.issuerInfoAttributes(),
                                     [&leaf](const QByteArray &attribute) { return leaf.issuerInfo(attribute); });
    facts.names = alternativeNames(leaf);
    facts.validFromMs = instantOf(leaf.effectiveDate());
    facts.validUntilMs = instantOf(leaf.expiryDate());
    facts.sha256 = fingerprintOf(leaf);
    facts.selfSigned = leaf.isSelfSigned();
    for (const QSslError &error : errors)
        facts.problems.push_back(problemOf(error, leaf));
    std::sort(facts.problems.begin(), facts.problems.end());
    facts.problems.erase(std::unique(facts.problems.begin(), facts.problems.end()), facts.problems.end());
    return std::make_shared<const CertificateFacts>(std::move(facts));
}

} // namespace tokendesk
