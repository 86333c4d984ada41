// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace sluice::benchmarks {

/// A chain of layers, each ten nodes of the program: the constants count, too. With its gradient in the text.
[[nodiscard]] inline std::string plainLayers(std::size_t count)
{
    return "x = input(-2, 2)\nv = x\nfor i in range(" + std::to_string(count) +
           "):\n"
           "    h = 1.1*v + 0.3*sin(1.7*i)\n"
           "    v = tanh(h)\n"
           "z = v\n"
           "g = grad(z, x)\n";
}

/// The same with a noise source in each layer: ten nodes of the program a layer, its draw among them.
[[nodiscard]] inline std::string noisyLayers(std::size_t count)
{
    return "x = input(-2, 2)\nv = x\nfor i in range(" + std::to_string(count) +
           "):\n"
           "    n = normal(1, 0.1)\n"
           "    h = 1.1*v + 0.3\n"
           "    v = tanh(h)*n\n"
           "z = v\n"
           "g = grad(z, x)\n";
}

} // namespace sluice::benchmarks
