// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issuerurl.h"

#include "core/serverurl.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokendesk {

namespace {

struct IssuerUrl
{
    Q_DECLARE_TR_FUNCTIONS(IssuerUrl)
};

} // namespace

tl::expected<QUrl, IssuerError> checkIssuer(const QString &issuer)
{
    const auto fail = [](IssuerError error) { return tl::unexpected(error); };
    if (issuer.isEmpty())
        return fail(IssuerError::Empty);
    if (std::ranges::any_of(issuer, [](QChar letter) { return letter.isSpace(); }))
        return fail(IssuerError::Blanks);
    const QUrl url(issuer, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0)
        return fail(IssuerError::Malformed);
    if (url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return fail(IssuerError::Parts);
    const bool local = url.scheme() == QLatin1String("http") && isLoopbackHost(url.host());
    if (url.scheme() != QLatin1String("https") && !local)
        return fail(IssuerError::ClearText);
    return url;
}

QString issuerErrorText(IssuerError error)
{
    switch (error) {
    case IssuerError::Empty:
        return IssuerUrl::tr("Enter the issuer: the address by which the sign-in service calls itself.");
    case IssuerError::Blanks:
        return IssuerUrl::tr("There is a blank in it. The issuer is compared letter by letter; take the blank out.");
    case IssuerError::Malformed:
        return IssuerUrl::tr("This is not an address. An issuer looks like https://login.example.com/realm.");
    case IssuerError::Parts:
        return IssuerUrl::tr("An issuer has no user name, no ? and no #. Enter it as the sign-in service tells it.");
    case IssuerError::ClearText:
        return IssuerUrl::tr("The issuer must begin with https://; http:// is accepted for this computer only.");
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
