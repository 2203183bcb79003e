// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUuid>

#include <string_view>

namespace tokendesk {

/// Numbers in as few bytes as they need: LEB128, signed ones zigzag-coded so that small negative ones are short too.
class ByteWriter
{
public:
    void number(quint64 value)
    {
        while (value >= 0x80) {
            m_bytes.append(static_cast<char>(value | 0x80));
            value >>= 7;
        }
        m_bytes.append(static_cast<char>(value));
    }
    void difference(qint64 to, qint64 from)
    {
        // Unsigned on the way, for a hostile server's instants may be further apart than a qint64 can tell.
        const auto signedValue = static_cast<qint64>(static_cast<quint64>(to) - static_cast<quint64>(from));
        number((static_cast<quint64>(signedValue) << 1) ^ static_cast<quint64>(signedValue >> 63));
    }
    void byte(quint8 value) { m_bytes.append(static_cast<char>(value)); }
    void text(std::string_view utf8)
    {
        number(utf8.size());
        m_bytes.append(utf8.data(), static_cast<qsizetype>(utf8.size()));
    }
    void uuid(const QUuid &id) { m_bytes.append(id.toRfc4122()); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote. After the first thing that cannot be read, everything is zero and ok() is false.
class ByteReader
{
public:
    explicit ByteReader(const QByteArray &bytes) : m_at(bytes.constData()), m_end(m_at + bytes.size()) {}

    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 next = byte();
            value |= static_cast<quint64>(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        fail();
        return 0;
    }
    qint64 difference(qint64 from)
    {
        const quint64 zigzag = number();
        const quint64 value = (zigzag >> 1) ^ (~(zigzag & 1) + 1);
        return static_cast<qint64>(static_cast<quint64>(from) + value);
    }
    quint8 byte()
    {
        if (m_at == m_end) {
            fail();
            return 0;
        }
        return static_cast<quint8>(*m_at++);
    }
    QByteArray text()
    {
        const quint64 size = number();
        if (size > left()) {
            fail();
            return {};
        }
        QByteArray utf8(m_at, static_cast<qsizetype>(size));
        m_at += size;
        return utf8;
    }
    QUuid uuid()
    {
        constexpr qsizetype size = 16;
        if (left() < size) {
            fail();
            return {};
        }
        const QUuid id = QUuid::fromRfc4122(QByteArrayView(m_at, size));
        m_at += size;
        return id;
    }
    [[nodiscard]] quint64 left() const { return static_cast<quint64>(m_end - m_at); }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    void fail()
    {
        m_ok = false;
        m_at = m_end;
    }

    const char *m_at;
    const char *m_end;
    bool m_ok = true;
};

} // namespace tokendesk
