// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/finite_samples.h"

#include "core/mathematics/instruction_set.h"

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

struct FindDifferences
{
    template <MultiplyAdd>
    static void run(const double* __restrict above, const double* __restrict below, std::size_t size,
                    double width, double* __restrict differences)
    {
        for (std::size_t i = 0; i < size; ++i)
            differences[i] = (above[i] - below[i]) / width;
    }
};

constexpr auto findDifferencesVersions =
    versionsOf<FindDifferences, const double*, const double*, std::size_t, double, double*>();

} // namespace

// Both loops that leave samples out write each of them and move on only where it is kept: nothing to
// mispredict.

NonFinite keepFinite(std::span<const double> samples, std::vector<double>& finite)
{
    finite.resize(samples.size());
    std::size_t kept = 0;
    for (const double sample : samples) {
        finite[kept] = sample;
        kept += std::isfinite(sample) ? 1 : 0;
    }
    finite.resize(kept);
    const auto nans = static_cast<std::size_t>(
        std::ranges::count_if(samples, [](double sample) { return std::isnan(sample); }));
    return {.nans = nans, .infinities = samples.size() - kept - nans};
}

void findDifferences(std::span<const double> above, std::span<const double> below, double width,
                     std::vector<double>& differences)
{
    differences.resize(above.size());
    findDifferencesVersions[bestInstructionSet()](above.data(), below.data(), above.size(), width,
                                                  differences.data());
}

void findFiniteDifferences(std::span<const double> above, std::span<const double> below, double width,
                           std::vector<double>& differences)
{
    differences.resize(above.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < above.size(); ++i) {
        differences[kept] = (above[i] - below[i]) / width;
        kept += std::isfinite(above[i]) && std::isfinite(below[i]) ? 1 : 0;
    }
    differences.resize(kept);
}

} // namespace sluice
