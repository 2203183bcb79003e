// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/callbackrequest.h"

#include "core/secret.h"

#include <algorithm>

namespace tokendesk {

namespace {

/// RFC 9110 section 5.6.2.
bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isVisibleAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool hasControls(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

} // namespace

CallbackRequestReader::~CallbackRequestReader()
{
    wipeMemory(m_head.data(), m_head.size());
}

CallbackRequestReader::State CallbackRequestReader::feed(QByteArrayView bytes)
{
    if (m_state != State::NeedsMore)
        return m_state;
    if (m_head.isEmpty())
        m_head.reserve(maxHead); // one allocation: growing would leave copies behind
    const qsizetype searchFrom = std::max<qsizetype>(0, m_head.size() - 3);
    m_head.append(bytes.first(std::min(bytes.size(), maxHead - m_head.size())));
    const qsizetype end = QByteArrayView(m_head).sliced(searchFrom).indexOf("\r\n\r\n");
    if (end >= 0)
        m_state = parse(QByteArrayView(m_head).first(searchFrom + end + 2));
    else if (m_head.size() == maxHead)
        m_state = State::TooLarge;
    return m_state;
}

/// `head`: whole lines, each with its line end.
CallbackRequestReader::State CallbackRequestReader::parse(QByteArrayView head)
{
    int lines = 0;
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf("\r\n");
        const QByteArrayView line = head.first(end);
        head = head.sliced(end + 2);
        if (++lines > maxLines)
            return State::TooLarge;
        if (!(lines == 1 ? parseRequestLine(line) : parseField(line)))
            return State::Malformed;
    }
    return m_hostSeen ? State::Complete : State::Malformed;
}

bool CallbackRequestReader::parseRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last)
        return false;
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    m_method = line.first(first);
    if (!isToken(m_method) || !target.startsWith('/') || !isVisibleAscii(target) || target.contains('#') ||
        (version != "HTTP/1.1" && version != "HTTP/1.0"))
        return false;
    const qsizetype mark = target.indexOf('?');
    m_path = mark < 0 ? target : target.first(mark);
    m_query = mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
    return true;
}

bool CallbackRequestReader::parseField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)) || hasControls(line))
        return false;
    if (line.first(colon).compare("host", Qt::CaseInsensitive) != 0)
        return true;
    if (m_hostSeen)
        return false;
    m_hostSeen = true;
    m_host = line.sliced(colon + 1).trimmed();
    return true;
}

} // namespace tokendesk
