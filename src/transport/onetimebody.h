// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace tokendesk {

/// The body of a POST as a stream that cannot be rewound. QNetworkAccessManager (6.4) sends a POST again by itself when
/// the peer closes before it answers, on fresh and on kept-alive connections; from a sequential device it cannot.
/// It also tells whether a single byte was asked for, that is, whether the request can have left this machine.
class OneTimeBody : public QIODevice
{
public:
    explicit OneTimeBody(Secret bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; } // without QIODevice's warning
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }
    [[nodiscard]] bool wasRead() const { return m_at > 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min<qint64>(maxSize, m_bytes.size() - m_at);
        if (count <= 0)
            return maxSize > 0 ? -1 : 0;
        std::memcpy(data, m_bytes.view().data() + m_at, static_cast<size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const Secret m_bytes;
    qint64 m_at = 0;
};

} // namespace tokendesk
