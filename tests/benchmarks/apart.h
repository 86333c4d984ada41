// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace sluice::benchmarks {

/// How long the stages of some work took, and the memory that it needed at its peak beyond what was there
/// before.
struct Measured
{
    double items = 0.0;
    double bytes = 0.0;
    std::vector<std::pair<std::string, double>> stages;
    /// What went wrong; empty where nothing did.
    std::string error;

    void addStage(const std::string& stage, double seconds) { stages.emplace_back(stage, seconds); }
    [[nodiscard]] double seconds() const;
};

/// Does some work in a process of its own, so that the peak of memory is this work's. The process that calls
/// must have no other threads.
[[nodiscard]] Measured measureApart(const std::function<Measured()>& work);

} // namespace sluice::benchmarks
