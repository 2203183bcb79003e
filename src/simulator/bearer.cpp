// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/bearer.h"

#include "simulator/organization.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

Bearer Bearer::generated(qint64 now, const QString &organization)
{
    constexpr qint64 lifetimeSeconds = 12 * 60 * 60;
    const auto part = [](const QJsonObject &json) {
        return QJsonDocument(json)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const QByteArray header = part({{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}, {u"kid"_s, u"simulator"_s}});
    const QByteArray claims = part({{u"iss"_s, u"https://tokendesk-simulator.invalid"_s},
                                    {u"sub"_s, u"operator"_s},
                                    {u"name"_s, u"Robin Operator"_s},
                                    {u"organization"_s, organization},
                                    {u"iat"_s, now / 1000},
                                    {u"exp"_s, now / 1000 + lifetimeSeconds}});
    const QByteArray signature =
        QByteArray::fromHex(randomHex()).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    Bearer bearer(header + '.' + claims + '.' + signature);
    bearer.m_ends = QDeadlineTimer(lifetimeSeconds * 1000);
    return bearer;
}

Bearer Bearer::any(std::chrono::milliseconds lifetime)
{
    Bearer bearer{QByteArray()};
    bearer.m_lifetimeOfAny = lifetime;
    return bearer;
}

void Bearer::expire()
{
    m_ends = QDeadlineTimer(0);
    for (QDeadlineTimer &ends : m_seen)
        ends = QDeadlineTimer(0);
}

Bearer::Check Bearer::check(const HttpRequest &request) const
{
    const QByteArray value = request.header("authorization"_ba);
    if (value.isEmpty())
        return Check::Absent;
    // RFC 9110 section 11.1: the scheme's name is not case-sensitive.
    const QByteArray token = value.mid(7).trimmed();
    if (value.left(7).toLower() != "bearer " || (m_lifetimeOfAny ? token.isEmpty() : token != m_token))
        return Check::Wrong;
    if (m_lifetimeOfAny) {
        auto ends = m_seen.find(token);
        if (ends == m_seen.end())
            ends = m_seen.insert(token, m_lifetimeOfAny->count() > 0 ? QDeadlineTimer(*m_lifetimeOfAny)
                                                                     : QDeadlineTimer(QDeadlineTimer::Forever));
        return ends->hasExpired() ? Check::Expired : Check::Valid;
    }
    return m_ends.hasExpired() ? Check::Expired : Check::Valid;
}

} // namespace tokendesk::simulator
