// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httprequest.h"

#include <algorithm>

namespace tokendesk::simulator {

using namespace Qt::StringLiterals;

namespace {

/// RFC 9110 section 5.6.2: what a method or a header's name is made of.
bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool hasControl(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t') || byte == 0x7f;
    });
}

} // namespace

QByteArray HttpRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

bool HttpRequest::hasHeader(const QByteArray &name) const
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &header) { return header.first == name; });
}

QByteArray HttpRequest::parameter(const QByteArray &name) const
{
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (QByteArray::fromPercentEncoding(pair.left(equals < 0 ? pair.size() : equals)) == name)
            return equals < 0 ? ""_ba : QByteArray::fromPercentEncoding(pair.mid(equals + 1));
    }
    return {};
}

HttpRequestParser::State HttpRequestParser::add(const QByteArray &bytes)
{
    m_buffer += bytes;
    return advance();
}

HttpRequestParser::State HttpRequestParser::next()
{
    m_request = {};
    m_headDone = false;
    m_bodyBytes = 0;
    m_searched = 0;
    return advance();
}

bool HttpRequestParser::takeContinueWish()
{
    return std::exchange(m_continueWish, false);
}

HttpRequestParser::State HttpRequestParser::advance()
{
    if (m_refusal != 0)
        return State::Refused;
    if (!m_headDone) {
        // RFC 9112 section 2.2: empty lines before a request line are to be ignored.
        while (m_searched == 0 && m_buffer.startsWith("\r\n"))
            m_buffer.remove(0, 2);
        const qsizetype end = m_buffer.indexOf("\r\n\r\n", m_searched);
        if (end < 0 ? m_buffer.size() > maxHeadBytes : end > maxHeadBytes)
            return refuse(431);
        if (end < 0) {
            m_searched = std::max<qsizetype>(0, m_buffer.size() - 3);
            return State::NeedsMore;
        }
        const QByteArray head = m_buffer.left(end);
        m_buffer.remove(0, end + 4);
        if (!parseHead(head))
            return State::Refused;
        m_headDone = true;
    }
    if (m_buffer.size() < m_bodyBytes)
        return State::NeedsMore;
    m_continueWish = false;
    m_request.body = m_buffer.left(m_bodyBytes);
    m_buffer.remove(0, m_bodyBytes);
    return State::Complete;
}

bool HttpRequestParser::parseHead(const QByteArray &head)
{
    qsizetype at = head.indexOf("\r\n");
    if (!parseRequestLine(head.left(at < 0 ? head.size() : at)))
        return false;
    while (at >= 0) {
        const qsizetype start = at + 2;
        at = head.indexOf("\r\n", start);
        const QByteArray line = head.mid(start, at < 0 ? -1 : at - start);
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0));
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (colon < 0 || !isToken(name) || hasControl(value)) {
            refuse(400);
            return false;
        }
        m_request.headers.append({name.toLower(), value});
        if (m_request.headers.size() > maxHeaders) {
            refuse(431);
            return false;
        }
    }
    return parseFraming();
}

bool HttpRequestParser::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/') || hasControl(parts[1]) ||
        !parts[2].startsWith("HTTP/")) {
        refuse(400);
        return false;
    }
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") {
        refuse(505);
        return false;
    }
    m_request.method = parts[0];
    const qsizetype question = parts[1].indexOf('?');
    m_request.path = parts[1].left(question < 0 ? parts[1].size() : question);
    m_request.query = question < 0 ? QByteArray() : parts[1].mid(question + 1);
    m_request.keepAlive = parts[2] == "HTTP/1.1";
    return true;
}

bool HttpRequestParser::parseFraming()
{
    if (m_request.hasHeader("transfer-encoding"_ba)) {
        refuse(501); // no client of ours sends chunks
        return false;
    }
    qsizetype lengths = 0;
    for (const auto &[name, value] : std::as_const(m_request.headers)) {
        if (name != "content-length")
            continue;
        const bool digits = !value.isEmpty() && value.size() < 16 &&
                            std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits || ++lengths > 1) {
            refuse(400);
            return false;
        }
        m_bodyBytes = value.toLongLong();
    }
    if (m_bodyBytes > maxBodyBytes) {
        refuse(413);
        return false;
    }
    const QByteArray connection = m_request.header("connection"_ba).toLower();
    if (connection.contains("close"))
        m_request.keepAlive = false;
    m_continueWish = m_bodyBytes > 0 && m_request.header("expect"_ba).toLower() == "100-continue";
    return true;
}

HttpRequestParser::State HttpRequestParser::refuse(int status)
{
    m_refusal = status;
    m_buffer.clear();
    return State::Refused;
}

} // namespace tokendesk::simulator
