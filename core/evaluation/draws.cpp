// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/draws.h"

#include <Random123/philox.h>
#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace sluice {

namespace {

/// FNV-1a, 64 bits.
std::uint64_t hash(std::string_view name)
{
    std::uint64_t value = 0xcbf29ce484222325U;
    for (const char c : name)
        value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return value;
}

constexpr std::uint32_t low(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word);
}
constexpr std::uint32_t high(std::uint64_t word)
{
    return static_cast<std::uint32_t>(word >> 32);
}
constexpr std::uint64_t join(std::uint32_t low, std::uint32_t high)
{
    return std::uint64_t{high} << 32 | low;
}

template <class Real, class Words>
void fillThroughWords(void (*transform)(const std::uint64_t*, Real*, std::size_t), std::span<Real> variates,
                      const Words& wordsFrom)
{
    std::array<std::uint64_t, 256> block{};
    for (std::size_t begin = 0; begin < variates.size(); begin += block.size()) {
        const std::size_t count = std::min(block.size(), variates.size() - begin);
        wordsFrom(begin, std::span(block).first(count));
        transform(block.data(), variates.data() + begin, count);
    }
}

} // namespace

DrawLeaf drawLeaf(const Operation& kind, std::string name)
{
    const std::uint64_t key = hash(name);
    return {.kind = &kind, .name = std::move(name), .key = key};
}

Draws::Draws(std::uint64_t seed, bool sharedAlongSweep) : m_seed(seed), m_sharedAlongSweep(sharedAlongSweep)
{
}

void Draws::give(const std::string& source, std::vector<double> variates)
{
    m_given[source] = std::move(variates);
}

void Draws::reseed(const std::string& source, std::uint64_t seed)
{
    m_seeds[source] = seed;
}

const std::vector<double>* Draws::given(const DrawLeaf& leaf) const
{
    const auto found = m_given.find(leaf.name);
    return found == m_given.end() ? nullptr : &found->second;
}

void Draws::words(const DrawLeaf& leaf, std::size_t point, std::size_t first,
                  std::span<std::uint64_t> words) const
{
    assert(first % 2 == 0);
    // One block of four 32-bit words serves two samples.
    const auto own = m_seeds.find(leaf.name);
    const std::uint64_t seedWord = own == m_seeds.end() ? m_seed : own->second;
    const r123::Philox4x32::key_type seed{{low(seedWord), high(seedWord)}};
    for (std::size_t i = 0; i < words.size(); i += 2) {
        const r123::Philox4x32::ctr_type counter{{low((first + i) / 2),
                                                  static_cast<std::uint32_t>(m_sharedAlongSweep ? 0 : point),
                                                  low(leaf.key), high(leaf.key)}};
        const r123::Philox4x32::ctr_type block = r123::Philox4x32()(counter, seed);
        words[i] = join(block[0], block[1]);
        if (i + 1 < words.size())
            words[i + 1] = join(block[2], block[3]);
    }
}

void Draws::fill(const DrawLeaf& leaf, std::size_t point, std::size_t first, std::span<double> variates) const
{
    if (const auto* hand = given(leaf)) {
        std::ranges::fill(variates, hand->at(point));
        return;
    }
    fillThroughWords(leaf.kind->variates.float64, variates,
                     [&](std::size_t begin, auto block) { words(leaf, point, first + begin, block); });
}

void Draws::fill(const DrawLeaf& leaf, std::size_t point, std::size_t first, std::span<float> variates) const
{
    if (const auto* hand = given(leaf)) {
        std::ranges::fill(variates, static_cast<float>(hand->at(point)));
        return;
    }
    fillThroughWords(leaf.kind->variates.float32, variates,
                     [&](std::size_t begin, auto block) { words(leaf, point, first + begin, block); });
}

} // namespace sluice
