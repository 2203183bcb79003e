// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/networkerrors.h"

#include <QMetaEnum>

namespace tokendesk {

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    case QNetworkReply::TimeoutError:
        return ErrorKind::Timeout;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::ProxyFailed;
    case QNetworkReply::ProxyNotFoundError:
        return ErrorKind::ProxyNotFound;
    case QNetworkReply::ProxyTimeoutError:
        return ErrorKind::ProxyTimeout;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorKind::ProxyAuthentication;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return ErrorKind::Protocol;
    default:
        return ErrorKind::Network;
    }
}

QString nameOf(QNetworkReply::NetworkError error)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return name ? QString::fromLatin1(name) : QString::number(int(error));
}

} // namespace tokendesk
