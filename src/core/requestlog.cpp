// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requestlog.h"

#include "core/safetext.h"

#include <QDateTime>

#include <algorithm>

namespace tokendesk {

namespace {

const char *wordOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
        return "network";
    case ErrorKind::Timeout:
        return "timeout";
    case ErrorKind::Tls:
        return "tls";
    case ErrorKind::PinChanged:
        return "pin-changed";
    case ErrorKind::AuthorityFile:
        return "authority-file";
    case ErrorKind::ProxyFailed:
        return "proxy-failed";
    case ErrorKind::ProxyNotFound:
        return "proxy-not-found";
    case ErrorKind::ProxyTimeout:
        return "proxy-timeout";
    case ErrorKind::ProxyAuthentication:
        return "proxy-authentication";
    case ErrorKind::Cancelled:
        return "cancelled";
    case ErrorKind::Redirected:
        return "redirected";
    case ErrorKind::Unauthorized:
        return "unauthorized";
    case ErrorKind::Forbidden:
        return "forbidden";
    case ErrorKind::NotFound:
        return "not-found";
    case ErrorKind::Conflict:
        return "conflict";
    case ErrorKind::Validation:
        return "validation";
    case ErrorKind::RateLimited:
        return "rate-limited";
    case ErrorKind::Server:
        return "server";
    case ErrorKind::Protocol:
        return "protocol";
    case ErrorKind::TooLarge:
        return "too-large";
    case ErrorKind::OutcomeUnknown:
        return "outcome-unknown";
    case ErrorKind::ClearTextRefused:
        return "clear-text-refused";
    case ErrorKind::KeychainUnavailable:
        return "keychain-unavailable";
    case ErrorKind::KeychainLocked:
        return "keychain-locked";
    case ErrorKind::KeychainTimeout:
        return "keychain-timeout";
    case ErrorKind::KeychainMissing:
        return "keychain-missing";
    case ErrorKind::KeychainFailed:
        return "keychain-failed";
    case ErrorKind::HistoryFailed:
        return "history-failed";
    case ErrorKind::FileNotWritten:
        return "file-not-written";
    case ErrorKind::SignInDenied:
        return "sign-in-denied";
    case ErrorKind::SignInTimeout:
        return "sign-in-timeout";
    case ErrorKind::SignInMismatch:
        return "sign-in-mismatch";
    case ErrorKind::SignInRefused:
        return "sign-in-refused";
    case ErrorKind::SignInNotAccepted:
        return "sign-in-not-accepted";
    case ErrorKind::SignInRenewed:
        return "sign-in-renewed";
    case ErrorKind::SignInRequired:
        return "sign-in-required";
    }
    Q_UNREACHABLE();
}

QString columns(const QString &time, const QString &method, const QString &status, const QString &milliseconds,
                const QString &bytes, const QString &outcome, const QString &path, const QString &id)
{
    // Not by arg(): a text with a placeholder in it would be filled in.
    return QStringList{time.leftJustified(24),
                       method.leftJustified(6),
                       status.rightJustified(6),
                       milliseconds.rightJustified(7),
                       bytes.rightJustified(10),
                       outcome.leftJustified(16),
                       path,
                       id}
        .join(QStringLiteral("  "));
}

} // namespace

QString outcomeWord(const Error *error)
{
    if (!error)
        return QStringLiteral("ok");
    QString word = QString::fromLatin1(wordOf(error->kind));
    if (error->kind == ErrorKind::OutcomeUnknown)
        word += QLatin1Char('/') + QString::fromLatin1(wordOf(error->cause));
    return word;
}

void RequestLog::add(RequestLogLine line)
{
    line.path = visibleText(QStringView(line.path).left(line.path.indexOf(QLatin1Char('?'))), 200);
    line.method = visibleText(line.method, 20);
    line.requestId = visibleText(line.requestId, 100);
    line.outcome = visibleText(line.outcome, 50);
    const QMutexLocker lock(&m_mutex);
    m_lines.push_back(std::move(line));
    ++m_added;
    if (m_lines.size() > m_capacity)
        m_lines.pop_front();
}

RequestLog::News RequestLog::since(quint64 seen) const
{
    const QMutexLocker lock(&m_mutex);
    const auto fresh = std::min<quint64>(m_added - std::min(seen, m_added), m_lines.size());
    return {{m_lines.end() - static_cast<std::ptrdiff_t>(fresh), m_lines.end()}, m_added};
}

QString RequestLog::heading()
{
    return columns(QStringLiteral("time (UTC)"), QStringLiteral("method"), QStringLiteral("status"),
                   QStringLiteral("ms"), QStringLiteral("bytes"), QStringLiteral("outcome"), QStringLiteral("path"),
                   QStringLiteral("request"));
}

QString RequestLog::text(const RequestLogLine &line)
{
    const auto orDash = [](const QString &value) { return value.isEmpty() ? QStringLiteral("-") : value; };
    return columns(QDateTime::fromMSecsSinceEpoch(line.startedAtMs, Qt::UTC).toString(Qt::ISODateWithMs), line.method,
                   line.status > 0 ? QString::number(line.status) : QStringLiteral("-"),
                   QString::number(line.milliseconds), QString::number(line.bytes), line.outcome, orDash(line.path),
                   orDash(line.requestId));
}

} // namespace tokendesk
