// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serverurl.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tokendesk {

namespace {

struct ServerUrl
{
    Q_DECLARE_TR_FUNCTIONS(ServerUrl)
};

/// One to three digits between points, each at most 255: QHostAddress is Qt Network's, and its short forms ("127.1")
/// would be accepted here but mean something else elsewhere.
bool isLoopbackIpv4(const QString &host)
{
    const QStringList parts = host.split(QLatin1Char('.'));
    if (parts.size() != 4 || parts.front() != QLatin1String("127"))
        return false;
    for (const QString &part : parts) {
        bool ok = false;
        const uint value = part.toUInt(&ok);
        if (!ok || part.size() > 3 || value > 255 || QString::number(value) != part)
            return false;
    }
    return true;
}

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

QUrl defaultServerUrl()
{
    return QUrl(QStringLiteral("https://acusight.io/api"));
}

tl::expected<QUrl, ServerUrlError> parseServerUrl(const QString &typed, ClearText clearText)
{
    const auto fail = [](ServerUrlError error) { return tl::unexpected(error); };
    QString text = typed.trimmed();
    if (text.isEmpty())
        return fail(ServerUrlError::Empty);
    static const QRegularExpression unusable(QStringLiteral("[\\s\\x00-\\x1f\\x7f\\\\]"));
    if (text.contains(unusable))
        return fail(ServerUrlError::Malformed);
    static const QRegularExpression scheme(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://"));
    const bool bare = !text.contains(scheme);
    if (bare) {
        // "mailto:x" or "javascript:…" is no host with a port.
        static const QRegularExpression otherScheme(
            QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:(?![0-9]{1,5}(/|$|\\?|#))"));
        if (text.contains(otherScheme) && !text.contains(QLatin1Char('@')))
            return fail(ServerUrlError::Scheme);
        text.prepend(QStringLiteral("https://"));
    }
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return fail(ServerUrlError::Malformed);
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return fail(ServerUrlError::Scheme);
    if (!url.userInfo().isEmpty() || text.contains(QLatin1Char('@')))
        return fail(ServerUrlError::Credentials);
    if (url.hasQuery() || url.hasFragment())
        return fail(ServerUrlError::QueryOrFragment);
    if (clearText == ClearText::Refused && isClearText(url))
        return fail(ServerUrlError::ClearText);
    if (url.port() == 0)
        return fail(ServerUrlError::Malformed);

    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (path.isEmpty() && bare)
        path = QStringLiteral("/api");
    url.setPath(path);
    return url;
}

QString serverUrlErrorText(ServerUrlError error)
{
    switch (error) {
    case ServerUrlError::Empty:
        return ServerUrl::tr("Enter the address of the server, for example https://acusight.io/api.");
    case ServerUrlError::Malformed:
        return ServerUrl::tr(
            "This is not an address. Enter a host name or a URL, for example https://acusight.io/api.");
    case ServerUrlError::Scheme:
        return ServerUrl::tr("The address must begin with https://.");
    case ServerUrlError::Credentials:
        return ServerUrl::tr("Leave out the user name and password before the @: addresses end up in logs. "
                             "Use the access token below.");
    case ServerUrlError::QueryOrFragment:
        return ServerUrl::tr("Leave out everything from the ? or # on.");
    case ServerUrlError::ClearText:
        return ServerUrl::tr("http:// would send the access token readable by anyone on the way. Use https:// if "
                             "the server has it.");
    }
    Q_UNREACHABLE();
}

bool isLoopbackHost(const QString &host)
{
    const QString name = host.toLower();
    return name == QLatin1String("localhost") || name == QLatin1String("::1") || name == QLatin1String("[::1]") ||
           isLoopbackIpv4(name);
}

bool isClearText(const QUrl &url)
{
    return url.scheme() == QLatin1String("http") && !isLoopbackHost(url.host());
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

} // namespace tokendesk
