// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/draws.h"

#include "core/mathematics/instruction_set.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <type_traits>
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

template <class Real>
const Variates::Transform<Real>& transform(const Operation& kind)
{
    if constexpr (std::is_same_v<Real, double>)
        return kind.variates.float64;
    else
        return kind.variates.float32;
}

/// Words that are made and used while they are in the nearest cache.
constexpr std::size_t wordPairs = 4 * philoxStride;

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

PhiloxSequence Draws::sequence(const DrawLeaf& leaf, std::size_t point) const
{
    const auto own = m_seeds.find(leaf.name);
    const std::uint64_t seed = own == m_seeds.end() ? m_seed : own->second;
    return {.key = {low(seed), high(seed)},
            .counter = {static_cast<std::uint32_t>(m_sharedAlongSweep ? 0 : point), low(leaf.key),
                        high(leaf.key)}};
}

template <class Real>
void Draws::fillAny(const DrawLeaf& leaf, std::size_t point, std::size_t first,
                    std::span<Real> variates) const
{
    assert(first % 2 == 0);
    if (const auto* hand = given(leaf)) {
        std::ranges::fill(variates, static_cast<Real>(hand->at(point)));
        return;
    }
    const InstructionSet set = bestInstructionSet();
    const PhiloxSequence blocks = sequence(leaf, point);
    // NOLINTBEGIN(*-member-init): they are written before they are read.
    alignas(64) std::array<std::uint64_t, wordPairs> firstWords;
    alignas(64) std::array<std::uint64_t, wordPairs> secondWords;
    // NOLINTEND(*-member-init)
    // One block of four 32-bit words serves two samples.
    for (std::size_t begin = 0; begin < variates.size(); begin += 2 * wordPairs) {
        const std::span part = variates.subspan(begin, std::min(2 * wordPairs, variates.size() - begin));
        const std::size_t pairs = part.size() / 2;
        philox[set](blocks, static_cast<std::uint32_t>((first + begin) / 2), firstWords.data(),
                    secondWords.data(), pairs + part.size() % 2);
        transform<Real>(*leaf.kind)[set](firstWords.data(), secondWords.data(), part.data(), pairs);
        if (part.size() % 2 != 0) {
            std::array<Real, 2> last{};
            transform<Real>(*leaf.kind)[set](&firstWords[pairs], &secondWords[pairs], last.data(), 1);
            part.back() = last.front();
        }
    }
}

void Draws::fill(const DrawLeaf& leaf, std::size_t point, std::size_t first, std::span<double> variates) const
{
    fillAny(leaf, point, first, variates);
}

void Draws::fill(const DrawLeaf& leaf, std::size_t point, std::size_t first, std::span<float> variates) const
{
    fillAny(leaf, point, first, variates);
}

} // namespace sluice
