// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/gzip.h"

#include <zlib.h>

#include <algorithm>

namespace tokendesk::simulator {

namespace {

class Packer
{
public:
    explicit Packer(int level)
    {
        constexpr int gzipWindow = 16 + MAX_WBITS;
        m_ready = deflateInit2(&m_stream, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Packer()
    {
        if (m_ready)
            deflateEnd(&m_stream);
    }
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;

    void add(const QByteArray &bytes)
    {
        constexpr qsizetype atOnce = 1 << 30; // avail_in has 32 bits
        for (qsizetype at = 0; at < bytes.size(); at += atOnce)
            run(bytes.constData() + at, std::min(atOnce, bytes.size() - at), Z_NO_FLUSH);
    }
    QByteArray finish()
    {
        run(nullptr, 0, Z_FINISH);
        return std::move(m_packed);
    }

private:
    void run(const char *bytes, qsizetype size, int flush)
    {
        if (!m_ready)
            return;
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes));
        m_stream.avail_in = static_cast<uInt>(size);
        do {
            m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer);
            m_stream.avail_out = sizeof m_buffer;
            deflate(&m_stream, flush);
            m_packed.append(m_buffer, static_cast<qsizetype>(sizeof m_buffer - m_stream.avail_out));
        } while (m_stream.avail_out == 0);
    }

    z_stream m_stream{};
    bool m_ready = false;
    char m_buffer[64 * 1024];
    QByteArray m_packed;
};

} // namespace

QByteArray gzip(const QByteArray &plain)
{
    constexpr qsizetype large = 4 << 20;
    Packer packer(plain.size() > large ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION);
    packer.add(plain);
    return packer.finish();
}

QByteArray gzipRepeated(const QByteArray &head, const QByteArray &piece, qint64 repeat, const QByteArray &tail)
{
    Packer packer(Z_DEFAULT_COMPRESSION);
    packer.add(head);
    for (qint64 i = 0; i < repeat; ++i)
        packer.add(piece);
    packer.add(tail);
    return packer.finish();
}

} // namespace tokendesk::simulator
