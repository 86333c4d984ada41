// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
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
    }

    template <class Real>
    void add(std::span<Real> values)
    {
        m_parts.push_back(std::as_bytes(values));
        m_bytes += m_parts.back().size();
    }

    /// All that was added will be asked for in so many shares.
    void divideInto(std::size_t shares) { m_share = (m_bytes / line + shares) / shares * line; }

    /// Inline in any case: GCC 12 finds a function that only asks for memory to be without effect, and leaves
    /// out its calls.
    [[gnu::always_inline]] void askForShare()
    {
        for (std::size_t left = m_share; left > 0 && m_first < m_parts.size();) {
            std::span<const std::byte>& part = m_parts[m_first];
            const std::span asked = part.first(std::min(left, part.size()));
            for (std::size_t i = 0; i < asked.size(); i += line)
                __builtin_prefetch(asked.data() + i, 0, 2);
            left -= asked.size();
            part = part.subspan(asked.size());
            if (part.empty())
                ++m_first;
        }
    }

private:
    /// Of a cache, in bytes.
    static constexpr std::size_t line = 64;

    std::vector<std::span<const std::byte>> m_parts;
    std::size_t m_first = 0;
    std::size_t m_bytes = 0;
    std::size_t m_share = 0;
};

} // namespace sluice
