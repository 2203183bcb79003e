// SPDX-License-Identifier: GPL-3.0-or-later
#include "tsfile.h"

#include <QFile>
#include <QXmlStreamReader>

namespace tokendesk {

std::optional<std::vector<TsMessage>> readTsFile(const QString &language)
{
    QFile file(QStringLiteral(TOKENDESK_SOURCE_DIR "/translations/tokendesk_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<TsMessage> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto tag = xml.name();
        if (tag == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (tag == QLatin1String("message")) {
            messages.push_back({.context = context, .source = {}, .forms = {}});
            messages.back().isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (tag == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (tag == QLatin1String("translation")) {
            messages.back().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!messages.back().isPlural)
                messages.back().forms << xml.readElementText();
        } else if (tag == QLatin1String("numerusform")) {
            messages.back().forms << xml.readElementText();
        }
    }
    if (xml.hasError())
        return {};
    return messages;
}

const QStringList &wordsSameInGerman()
{
    static const QStringList words{
        QStringLiteral(" MB"),      QStringLiteral(" s"),       QStringLiteral("%1 (%2)"),
        QStringLiteral("%1 MB"),    QStringLiteral("%1 – %2"),  QStringLiteral("%1, %2"),
        QStringLiteral("%1: %2"),   QStringLiteral("&Details"), QStringLiteral("&Name:"),
        QStringLiteral("&Token"),   QStringLiteral("&Tokens"),  QStringLiteral("(%1)"),
        QStringLiteral("Browser"),  QStringLiteral("Code:"),    QStringLiteral("Demo"),
        QStringLiteral("Filter"),   QStringLiteral("HTTP"),     QStringLiteral("ID"),
        QStringLiteral("MMM yyyy"), QStringLiteral("Name"),     QStringLiteral("Orange"),
        QStringLiteral("P&ort:"),   QStringLiteral("Proxy"),    QStringLiteral("SOCKS5"),
        QStringLiteral("Sc&opes:"), QStringLiteral("Scopes"),   QStringLiteral("Server"),
        QStringLiteral("Token"),    QStringLiteral("Tokens"),   QStringLiteral("https://login.example.com/realm"),
    };
    return words;
}

} // namespace tokendesk
