// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <cstring>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace tokendesk {

void wipeMemory(void *data, qsizetype size)
{
    if (!data || size <= 0)
        return;
#if defined(Q_OS_WIN)
    SecureZeroMemory(data, static_cast<SIZE_T>(size));
#elif defined(__GLIBC__)
    explicit_bzero(data, static_cast<size_t>(size));
#else
    auto *bytes = static_cast<volatile char *>(data);
    while (size-- > 0)
        *bytes++ = 0;
#endif
}

Secret::Secret(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    m_bytes = std::make_unique_for_overwrite<char[]>(static_cast<size_t>(bytes.size()));
    std::memcpy(m_bytes.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    m_size = bytes.size();
}

Secret Secret::take(QByteArray &source)
{
    Secret secret{QByteArrayView(source)};
    // data() of a shared array would copy it first and wipe the copy: useless, and one more buffer to forget.
    if (source.isDetached())
        wipeMemory(source.data(), source.size());
    source.clear();
    return secret;
}

Secret Secret::fromText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    return take(utf8);
}

Secret::~Secret()
{
    wipe();
}

Secret::Secret(Secret &&other) noexcept : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0)) {}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::clone() const
{
    return Secret(view());
}

QByteArrayView Secret::view() const
{
    return {m_bytes.get(), m_size};
}

QString Secret::toText() const
{
    return QString::fromUtf8(view());
}

void Secret::wipe()
{
    wipeMemory(m_bytes.get(), m_size);
    m_bytes.reset();
    m_size = 0;
}

bool Secret::equals(QByteArrayView other) const
{
    if (other.size() != m_size)
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < m_size; ++i)
        difference =
            static_cast<unsigned char>(difference | (static_cast<unsigned char>(m_bytes[static_cast<size_t>(i)]) ^
                                                     static_cast<unsigned char>(other[i])));
    return difference == 0;
}

} // namespace tokendesk
