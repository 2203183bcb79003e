// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/oidc/standinbrowser.h"

#include <QRegularExpression>

namespace tokendesk {

namespace {

constexpr qsizetype longestWay = 40;

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(QStringLiteral("\\b%1\\s*=\\s*\"([^\"]*)\"").arg(name));
    return pattern.match(tag).captured(1);
}

} // namespace

void StandInBrowser::go(const QUrl &url, const std::optional<QByteArray> &form)
{
    isDone = false;
    if (visited.size() > longestWay || (intercept && intercept(url)))
        return;
    visited << url;
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    QNetworkReply *reply = form ? m_network.post(request, *form) : m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        arrived(*reply);
    });
}

void StandInBrowser::arrived(QNetworkReply &reply)
{
    const QUrl here = reply.url();
    const QUrl there = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!there.isEmpty())
        return go(here.resolved(there), std::nullopt);
    lastPage = reply.readAll();
    lastStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    lastHeaders = reply.rawHeaderPairs();
    const QString page = QString::fromUtf8(lastPage);
    static const QRegularExpression abortLink(QStringLiteral("href=\"([^\"]*/abort)\""));
    static const QRegularExpression formPattern(QStringLiteral("<form\\b[^>]*>"));
    static const QRegularExpression inputPattern(QStringLiteral("<input\\b[^>]*>"));
    const QRegularExpressionMatch abort = abortLink.match(page);
    if (declines && abort.hasMatch())
        return go(here.resolved(QUrl(abort.captured(1))), std::nullopt);
    const QRegularExpressionMatch form = formPattern.match(page);
    if (!form.hasMatch()) {
        isDone = true;
        return;
    }
    QByteArray fields;
    auto inputs = inputPattern.globalMatch(page);
    while (inputs.hasNext()) {
        const QString tag = inputs.next().captured();
        QString value = attribute(tag, QStringLiteral("value"));
        if (value.isEmpty())
            value = login;
        fields += (fields.isEmpty() ? "" : "&") + attribute(tag, QStringLiteral("name")).toUtf8() + '=' +
                  QUrl::toPercentEncoding(value);
    }
    if (declines && page.contains(QLatin1String("name=\"abort\"")))
        fields += "&abort=yes";
    go(here.resolved(QUrl(attribute(form.captured(), QStringLiteral("action")))), fields);
}

} // namespace tokendesk
