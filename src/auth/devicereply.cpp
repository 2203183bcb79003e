// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/devicereply.h"

#include "core/serverurl.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tokendesk {

namespace {

constexpr qsizetype longestUserCode = 64;

/// What is shown and opened: https, or this machine's for an issuer on this machine.
QUrl shownAddress(const QJsonValue &value, bool loopbackCounts)
{
    QUrl url(value.toString(), QUrl::StrictMode);
    const bool isClear = url.scheme() == QLatin1String("http") && loopbackCounts && isLoopbackHost(url.host());
    if (url.host().isEmpty() || !url.userInfo().isEmpty() || (url.scheme() != QLatin1String("https") && !isClear))
        return {};
    return url;
}

qint64 milliseconds(const QJsonValue &seconds, double fallback, double most)
{
    const double value = seconds.toDouble(fallback);
    return static_cast<qint64>((value > 0 ? std::min(value, most) : fallback) * 1000.0);
}

} // namespace

Result<DeviceAuthorization> parseDeviceAuthorization(const ProviderReply &reply, const FormFields &sent,
                                                     const QString &issuer)
{
    if (reply.status != 200)
        return failure(oauthError(reply, sent));
    const QByteArrayView body = reply.body.view();
    const QJsonObject said = QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size())).object();
    const auto value = [&said](const char *name) { return said.value(QLatin1String(name)); };
    const bool loopback = isLoopbackHost(QUrl(issuer).host());
    DeviceAuthorization device;
    device.deviceCode = Secret(value("device_code").toString().toUtf8());
    device.userCode = value("user_code").toString();
    device.verificationUri = shownAddress(value("verification_uri"), loopback);
    device.verificationUriComplete = shownAddress(value("verification_uri_complete"), loopback);
    // RFC 8628: expires_in is required; an hour is more than a person needs. Without "interval" it is 5 seconds.
    device.expiresAtMs = reply.sentAtMs + milliseconds(value("expires_in"), 600, 3600);
    device.interval = std::chrono::milliseconds(milliseconds(value("interval"), 5, 300));
    if (device.deviceCode.isEmpty() || device.userCode.isEmpty() || device.userCode.size() > longestUserCode)
        return failure({.httpStatus = reply.status, .detail = QStringLiteral("the provider gave no code to enter")});
    if (device.verificationUri.isEmpty()) {
        return failure(
            {.httpStatus = reply.status, .detail = QStringLiteral("the provider gave no usable address to go to")});
    }
    return device;
}

} // namespace tokendesk
