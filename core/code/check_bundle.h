// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code.h"

#include <string>
#include <vector>

namespace sluice {

struct BundledFile
{
    std::string name;
    std::string contents;
};

/// For whoever doubts: the code, the points of interest and the standard draws of sample 0 as NumPy arrays,
/// the values and gradients that Sluice computes from them, and a script that runs the one with the other and
/// compares.
/// @throws as codeOf()
[[nodiscard]] std::vector<BundledFile> checkBundle(const Program& program, const Experiment& experiment,
                                                   const CodeRequest& request);

} // namespace sluice
