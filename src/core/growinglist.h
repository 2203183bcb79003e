// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace tokendesk {

/// A list as it stood when it was copied from a GrowingList, with which it shares what both have in common. Immutable;
/// any thread may read it, also while the list it was copied from grows on another one.
template <class T>
class SharedList
{
public:
    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] const T &operator[](size_t index) const
    {
        Q_ASSERT(index < m_size);
        return m_chunks[index / chunk][index % chunk];
    }

protected:
    static constexpr size_t chunk = 1024;
    // Never moved and never copied: what one copy reads is behind what another one writes, or before it, but not there.
    std::vector<std::shared_ptr<T[]>> m_chunks;
    size_t m_size = 0;
};

/// Grows at its end. A copy, as a SharedList, costs a pointer for each thousand entries.
template <class T>
class GrowingList final : public SharedList<T>
{
public:
    GrowingList() = default;
    // Two that grow would write into the same chunk.
    GrowingList(const GrowingList &) = delete;
    GrowingList &operator=(const GrowingList &) = delete;
    GrowingList(GrowingList &&other) noexcept { swap(other); }
    GrowingList &operator=(GrowingList &&other) noexcept
    {
        GrowingList taken(std::move(other));
        swap(taken);
        return *this;
    }
    ~GrowingList() = default;

    void push_back(T entry)
    {
        if (this->m_size % this->chunk == 0)
            this->m_chunks.push_back(std::make_shared<T[]>(this->chunk));
        this->m_chunks.back()[this->m_size % this->chunk] = std::move(entry);
        ++this->m_size;
    }

private:
    void swap(GrowingList &other) noexcept
    {
        std::swap(this->m_chunks, other.m_chunks);
        std::swap(this->m_size, other.m_size);
    }
};

} // namespace tokendesk
