// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace tokendesk {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray systemRandom(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator *system = QRandomGenerator::system();
    for (char &byte : bytes)
        byte = static_cast<char>(system->generate());
    return bytes;
}

Secret randomToken(const RandomSource &random)
{
    QByteArray bytes = random(32);
    QByteArray text = bytes.toBase64(base64Url);
    wipeMemory(bytes.data(), bytes.size());
    return Secret::take(text);
}

QByteArray challengeS256(const Secret &verifier)
{
    const QByteArrayView view = verifier.view();
    return QCryptographicHash::hash(QByteArray::fromRawData(view.data(), view.size()), QCryptographicHash::Sha256)
        .toBase64(base64Url);
}

} // namespace tokendesk
