// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fold.h"

#include <algorithm>

namespace tokendesk {

std::string foldText(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar c = decomposed[i];
        if (c.isHighSurrogate() && i + 1 < decomposed.size() && decomposed[i + 1].isLowSurrogate()) {
            const QChar low = decomposed[++i];
            if (QChar::category(QChar::surrogateToUcs4(c, low)) != QChar::Mark_NonSpacing)
                folded.append(c).append(low);
        } else if (c.category() != QChar::Mark_NonSpacing) {
            folded += c;
        }
    }
    const QByteArray utf8 = folded.toCaseFolded().toUtf8();
    return {utf8.constData(), static_cast<size_t>(utf8.size())};
}

void appendFolded(std::string_view utf8, std::vector<char> &out)
{
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (!ascii) {
        const std::string folded = foldText(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
        out.insert(out.end(), folded.begin(), folded.end());
        return;
    }
    std::transform(utf8.begin(), utf8.end(), std::back_inserter(out),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

} // namespace tokendesk
