// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/philox.h"
#include "core/operations/operation.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// A noise source as the draws know it: by its name, whatever else stands in the text.
struct DrawLeaf
{
    const Operation* kind = nullptr;
    std::string name;
    std::uint64_t key = 0;

    [[nodiscard]] friend bool operator==(const DrawLeaf&, const DrawLeaf&) = default;
};

[[nodiscard]] DrawLeaf drawLeaf(const Operation& kind, std::string name);

/// Standard variates as a function of seed, source, point and sample: draws have no order, so threads,
/// refinements and edits of other lines of the text leave them alone. The generator is Philox4x32-10 (Salmon
/// et al. 2011).
class Draws
{
public:
    /// With `sharedAlongSweep` every point sees the draws of point 0.
    Draws(std::uint64_t seed, bool sharedAlongSweep);

    /// Sets a source's variates by hand, one a point, the same for every sample.
    void give(const std::string& source, std::vector<double> variates);

    /// Draws a source with a seed of its own, so that its draws are anew while the others' stay.
    void reseed(const std::string& source, std::uint64_t seed);

    [[nodiscard]] bool areSharedAlongSweep() const noexcept { return m_sharedAlongSweep; }

    /// The variates of samples `first`, `first` + 1, … at a point. `first` is even.
    void fill(const DrawLeaf& leaf, std::size_t point, std::size_t first, std::span<double> variates) const;
    void fill(const DrawLeaf& leaf, std::size_t point, std::size_t first, std::span<float> variates) const;

    [[nodiscard]] friend bool operator==(const Draws&, const Draws&) = default;

private:
    [[nodiscard]] const std::vector<double>* given(const DrawLeaf& leaf) const;
    [[nodiscard]] PhiloxSequence sequence(const DrawLeaf& leaf, std::size_t point) const;
    template <class Real>
    void fillAny(const DrawLeaf& leaf, std::size_t point, std::size_t first, std::span<Real> variates) const;

    std::uint64_t m_seed;
    bool m_sharedAlongSweep;
    std::map<std::string, std::vector<double>> m_given;
    std::map<std::string, std::uint64_t> m_seeds;
};

} // namespace sluice
