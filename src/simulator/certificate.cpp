// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/certificate.h"

#include <QHostAddress>
#include <QRandomGenerator>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tokendesk::simulator {

namespace {

template <auto release>
struct Release
{
    template <typename T>
    void operator()(T *thing) const
    {
        release(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Release<X509_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;

QByteArray text(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? QByteArray(data, size) : QByteArray();
}

QByteArray pem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_X509(bio.get(), certificate) == 1 ? text(bio.get()) : QByteArray();
}

QByteArray pem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 ? text(bio.get())
                                                                                                       : QByteArray();
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    if (!extension)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

struct Subject
{
    QByteArray name;
    QByteArray basicConstraints;
    QByteArray alternativeNames; ///< empty for an authority
    bool expired = false;
    bool notYetValid = false;
};

X509Pointer certificateOf(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return X509Pointer(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

Key keyOf(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return Key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

/// Signed by `issuer` with its key, or by itself without one.
X509Pointer issue(const Subject &subject, EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey)
{
    X509Pointer made(X509_new());
    if (!made)
        return nullptr;
    constexpr long day = 24 * 60 * 60;
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()), QRandomGenerator::system()->generate64() >> 1);
    const long from = subject.expired ? -60 * day : subject.notYetValid ? 30 * day : -day;
    X509_gmtime_adj(X509_getm_notBefore(made.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), from + (subject.notYetValid || subject.expired ? 30 : 31) * day);
    X509_set_pubkey(made.get(), key);
    X509_NAME *name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>("Token Desk simulator"), -1, -1, 0);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(subject.name.constData()), -1, -1, 0);
    X509_set_issuer_name(made.get(), issuer ? X509_get_subject_name(issuer) : name);
    X509 *const signer = issuer ? issuer : made.get();
    // By its key an authority is told from another one of the same name.
    const bool keyed = issuer ? addExtension(made.get(), signer, NID_authority_key_identifier, "keyid")
                              : addExtension(made.get(), signer, NID_subject_key_identifier, "hash");
    const bool extended = keyed && addExtension(made.get(), signer, NID_basic_constraints, subject.basicConstraints) &&
                          (subject.alternativeNames.isEmpty() ||
                           addExtension(made.get(), signer, NID_subject_alt_name, subject.alternativeNames));
    if (!extended || X509_sign(made.get(), issuerKey ? issuerKey : key, EVP_sha256()) == 0)
        return nullptr;
    return made;
}

QByteArray alternativeNames(const QString &host)
{
    if (host.isEmpty())
        return QByteArrayLiteral("DNS:localhost,IP:127.0.0.1,IP:::1");
    const bool address = !QHostAddress(host).isNull();
    return (address ? QByteArrayLiteral("IP:") : QByteArrayLiteral("DNS:")) + host.toUtf8();
}

} // namespace

std::optional<Certificate> makeCertificate(const CertificateWish &wish, const Certificate *sameAuthority)
{
    Certificate made;
    Key authorityKey;
    X509Pointer authority;
    if (wish.byAuthority) {
        if (sameAuthority && !sameAuthority->authority.isEmpty()) {
            authorityKey = keyOf(sameAuthority->authorityKey);
            authority = certificateOf(sameAuthority->authority);
        } else {
            authorityKey.reset(EVP_EC_gen("P-256"));
            if (!authorityKey)
                return std::nullopt;
            authority = issue({QByteArrayLiteral("Simulator authority"), QByteArrayLiteral("critical,CA:TRUE"), {}},
                              authorityKey.get(), nullptr, nullptr);
        }
        if (!authorityKey || !authority)
            return std::nullopt;
        made.authority = pem(authority.get());
        made.authorityKey = pem(authorityKey.get());
    }
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return std::nullopt;
    const QString host = wish.host.isEmpty() ? QStringLiteral("localhost") : wish.host;
    const QByteArray name = (wish.commonName.isEmpty() ? host : wish.commonName).toUtf8();
    const X509Pointer certificate = issue(
        {name, QByteArrayLiteral("critical,CA:FALSE"), alternativeNames(wish.host), wish.expired, wish.notYetValid},
        key.get(), authority.get(), authorityKey.get());
    if (!certificate)
        return std::nullopt;
    made.certificate = pem(certificate.get());
    made.key = pem(key.get());
    return made;
}

} // namespace tokendesk::simulator
