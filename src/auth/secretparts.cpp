// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/secretparts.h"

#include <algorithm>

namespace tokendesk {

namespace {

constexpr QByteArrayView firstWord("tokendesk-parts ");
constexpr QByteArrayView otherWord("tokendesk-part ");
constexpr qsizetype longestLine = 64;

struct Line
{
    int number = 0;
    QByteArray tag;
    qsizetype length = 0; ///< with its line feed
};

/// Reads "<word><number> <tag>\n"; the number is 0 where that is not what stands there.
Line readLine(QByteArrayView entry, QByteArrayView word)
{
    if (!entry.startsWith(word))
        return {};
    const qsizetype end = entry.first(qMin(entry.size(), longestLine)).indexOf('\n');
    const qsizetype blank = end < 0 ? -1 : entry.first(end).indexOf(' ', word.size());
    if (blank < 0)
        return {};
    bool ok = false;
    Line line;
    line.number = entry.sliced(word.size(), blank - word.size()).toByteArray().toInt(&ok);
    line.tag = entry.sliced(blank + 1, end - blank - 1).toByteArray();
    line.length = end + 1;
    if (!ok || line.number < 1 || line.number > maxSecretParts || line.tag.isEmpty())
        return {};
    return line;
}

Secret concatenated(QByteArrayView a, QByteArrayView b)
{
    QByteArray bytes;
    bytes.reserve(a.size() + b.size());
    bytes.append(a).append(b);
    return Secret::take(bytes);
}

} // namespace

bool isKeychainText(QByteArrayView secret)
{
    return !secret.isEmpty() && secret.isValidUtf8() && !secret.contains('\0');
}

std::vector<Secret> splitSecret(const Secret &secret, const QByteArray &tag, qsizetype entryBytes)
{
    std::vector<Secret> entries;
    QByteArrayView rest = secret.view();
    if (rest.size() <= entryBytes && !rest.startsWith(firstWord)) {
        entries.push_back(secret.clone());
        return entries;
    }
    std::vector<QByteArrayView> chunks;
    // Both words are followed by at most two digits, a blank, the tag and a line feed.
    const qsizetype room = entryBytes - firstWord.size() - 2 - 1 - tag.size() - 1;
    while (!rest.isEmpty()) {
        qsizetype length = qMin(room, rest.size());
        // Not in the middle of a character: a text that is cut there does not come back (RFC 3629 section 3).
        while (length < rest.size() && length > 0 && (static_cast<unsigned char>(rest[length]) & 0xC0) == 0x80)
            --length;
        if (length <= 0 || int(chunks.size()) == maxSecretParts)
            return entries;
        chunks.push_back(rest.first(length));
        rest = rest.sliced(length);
    }
    for (size_t i = 0; i < chunks.size(); ++i) {
        const QByteArray line = (i == 0 ? firstWord : otherWord).toByteArray() +
                                QByteArray::number(i == 0 ? qsizetype(chunks.size()) : qsizetype(i + 1)) + ' ' + tag +
                                '\n';
        entries.push_back(concatenated(line, chunks[i]));
    }
    return entries;
}

bool SecretJoiner::add(const Secret &entry)
{
    const QByteArrayView bytes = entry.view();
    if (m_expected == 0) {
        if (!bytes.startsWith(firstWord)) {
            m_expected = 1;
            m_parts.push_back(entry.clone());
            return true;
        }
        const Line line = readLine(bytes, firstWord);
        if (line.number == 0)
            return false;
        m_expected = line.number;
        m_tag = line.tag;
        m_parts.emplace_back(bytes.sliced(line.length));
        return true;
    }
    const Line line = readLine(bytes, otherWord);
    if (isComplete() || line.number != nextNumber() || line.tag != m_tag)
        return false;
    m_parts.emplace_back(bytes.sliced(line.length));
    return true;
}

Secret SecretJoiner::joined() const
{
    QByteArray bytes;
    qsizetype size = 0;
    for (const Secret &part : m_parts)
        size += part.size();
    bytes.reserve(size); // once: growing would leave copies behind
    for (const Secret &part : m_parts)
        bytes.append(part.view());
    return Secret::take(bytes);
}

} // namespace tokendesk
