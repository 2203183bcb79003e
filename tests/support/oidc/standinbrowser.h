// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

namespace tokendesk {

/// A person with a browser: follows redirects and fills in the forms of the provider's pages (signs in, agrees), or
/// declines. Asynchronous, on the thread of the test, as the code under test is.
class StandInBrowser : public QObject
{
public:
    bool declines = false;
    QString login = QStringLiteral("ada");
    /// Called instead of visiting an address, when it says true.
    std::function<bool(const QUrl &)> intercept;

    QList<QUrl> visited;
    QByteArray lastPage;
    int lastStatus = 0;
    QList<QNetworkReply::RawHeaderPair> lastHeaders;
    bool isDone = false; ///< at a page with nothing left to do

    void open(const QUrl &url) { go(url, std::nullopt); }

private:
    void go(const QUrl &url, const std::optional<QByteArray> &form);
    void arrived(QNetworkReply &reply);

    QNetworkAccessManager m_network;
};

} // namespace tokendesk
