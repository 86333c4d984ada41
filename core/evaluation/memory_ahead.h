// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

namespace sluice {

/// Memory that is needed soon and may come from far away. It is asked for a share at a time between the steps
/// of other work, so that this neither waits for it nor finds the processor's buffers full.
class MemoryAhead
{
public:
    void clear() noexcept
    {
        m_parts.clear();
        m_first = 0;
        m_bytes = 0;
        m_share = 0;
    }

    /// It need not exist: asking for memory reads nothing and cannot fail.
    void add(const void* begin, std::size_t bytes)
    {
        m_parts.push_back({.next = static_cast<const std::byte*>(begin), .left = bytes});
        m_bytes += bytes;
    }

    /// All that was added will be asked for in so many shares.
    void divideInto(std::size_t shares)
    {
        assert(shares > 0);
        m_share = (m_bytes / line + shares) / shares * line;
    }

    void askForShare()
    {
        for (std::size_t wanted = m_share; wanted > 0 && m_first < m_parts.size();) {
            Part& part = m_parts[m_first];
            const std::size_t bytes = std::min(wanted, part.left);
            for (std::size_t offset = 0; offset < bytes; offset += line)
                __builtin_prefetch(part.next + offset, 0, 2);
            part.next += bytes;
            part.left -= bytes;
            wanted -= bytes;
            if (part.left == 0)
                ++m_first;
        }
    }

private:
    struct Part
    {
        const std::byte* next = nullptr;
        std::size_t left = 0;
    };

    /// Of a cache, in bytes.
    static constexpr std::size_t line = 64;

    std::vector<Part> m_parts;
    std::size_t m_first = 0;
    std::size_t m_bytes = 0;
    std::size_t m_share = 0;
};

} // namespace sluice
