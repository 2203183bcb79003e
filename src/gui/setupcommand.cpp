// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setupcommand.h"

#include "core/safetext.h"

#include <QRegularExpression>
#include <QUrl>

#include <limits>

namespace tokendesk {

namespace {

constexpr qsizetype noLimit = std::numeric_limits<qsizetype>::max() / 4;

void wipeText(QString &text)
{
    if (text.isDetached())
        wipeMemory(text.data(), text.size() * qsizetype(sizeof(QChar)));
    text.clear();
}

QString aceHost(QString host)
{
    host = QString::fromLatin1(QUrl::toAce(host.toLower())).isEmpty() ? host.toLower()
                                                                     : QString::fromLatin1(QUrl::toAce(host.toLower()));
    while (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    return host;
}

bool belongsTogether(const QString &host, const QString &server)
{
    if (host == server)
        return true;
    static const QRegularExpression address(QStringLiteral("^[0-9.]+$|:"));
    if (host.contains(address) || server.contains(address))
        return false;
    // "io" is not the parent domain of anybody.
    const auto below = [](const QString &child, const QString &parent) {
        return parent.contains(QLatin1Char('.')) && child.endsWith(QLatin1Char('.') + parent);
    };
    return below(host, server) || below(server, host);
}

QString dots(int count) { return QString(count, QChar(0x2022)); }

/// The authority of every URL, and host names or addresses in front of a path or port where no scheme is written.
QStringList namedHosts(const QString &text)
{
    QStringList hosts;
    static const QRegularExpression url(QStringLiteral(R"(\b[a-z][a-z0-9+.-]*://([^/\s'"`|;<>()\\?#]+))"),
                                        QRegularExpression::CaseInsensitiveOption);
    for (auto found = url.globalMatch(text); found.hasNext();) {
        const QString authority = found.next().captured(1);
        const QUrl parsed(QStringLiteral("https://") + authority, QUrl::StrictMode);
        hosts << (parsed.host().isEmpty() ? authority : parsed.host());
    }
    static const QRegularExpression bare(
        QStringLiteral(R"((?<=[\s'"`=@]|^)((?:[a-z0-9_-]+\.)+(?:[a-z]{2,}|[0-9]{1,3}))(?=[:/]))"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto found = bare.globalMatch(text); found.hasNext();)
        hosts << found.next().captured(1);
    return hosts;
}

} // namespace

SetupCommandCheck checkSetupCommand(const Secret &command, const QString &serverHost)
{
    SetupCommandCheck check;
    QString text = command.toText();
    QString visible = visibleText(text, noLimit);
    check.hasHiddenCharacters = visible != text;
    wipeText(visible);
    const QString server = aceHost(serverHost);
    for (const QString &host : namedHosts(text)) {
        const QString shown = visibleText(host, 100);
        if (!belongsTogether(aceHost(host), server) && !check.foreignHosts.contains(shown))
            check.foreignHosts << shown;
    }
    wipeText(text);
    return check;
}

QString maskedToken(const Secret &token)
{
    constexpr int count = 32;
    return token.view().startsWith("apt_") ? QStringLiteral("apt_") + dots(count) : dots(count);
}

QString maskedCommand(const Secret &command, const Secret &token)
{
    const QByteArrayView bytes = command.view();
    QString masked;
    qsizetype from = 0;
    bool found = false;
    while (!token.isEmpty()) {
        const qsizetype at = bytes.indexOf(token.view(), from);
        if (at < 0)
            break;
        found = true;
        masked += QString::fromUtf8(bytes.sliced(from, at - from)) + maskedToken(token);
        from = at + token.size();
    }
    if (!found)
        return dots(32);
    masked += QString::fromUtf8(bytes.sliced(from));
    return visibleText(masked, noLimit);
}

QString shownCommand(const Secret &command) { return visibleText(command.toText(), noLimit); }

} // namespace tokendesk
