// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the advisor takes for chains of noisy layers, each with a weight and a bias of its own, at 401
// points and 1,000 samples: within a second for 24 layers on 2 cores.
#include "core/analysis/advisor.h"

#include <chrono>
#include <cstdio>
#include <string>

namespace {

using namespace sluice;

std::string chainOf(std::size_t layers)
{
    return "x = input(-2, 2)\nv = x\nfor i in range(" + std::to_string(layers) +
           "):\n"
           "    w = 1.1 + 0.3*sin(1.7*i)\n"
           "    b = 0.2*cos(2.3*i)\n"
           "    v = tanh(w*v + b)*normal(1, 0.1)\n"
           "z = v\n";
}

} // namespace

int main()
{
    std::printf("%8s %12s %10s %10s   %s\n", "layers", "placements", "gradients", "seconds", "best");
    for (const std::size_t layers : {6U, 12U, 24U, 48U}) {
        Experiment experiment;
        experiment.text = chainOf(layers);
        const Reading reading = read(experiment.text);
        const auto start = std::chrono::steady_clock::now();
        const Advice advice = advise(*reading.program, experiment).value();
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        std::size_t placements = advice.placements.size();
        for (const Placement& placement : advice.placements)
            placements += placement.equivalents.size();
        std::printf("%8zu %12zu %10zu %10.3f   %s\n", layers, placements, advice.placements.size(),
                    seconds.count(), nameOfGates(advice.placements.front().gates).c_str());
    }
    return 0;
}
