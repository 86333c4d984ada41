// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace sluice {

struct NamedArray
{
    std::string name;
    std::vector<double> values;
};

/// NumPy's archive of arrays (`numpy.load` reads it): a ZIP file, nothing in it compressed, of one `.npy`
/// file for each array, of doubles. The same arrays give the same bytes. Format: numpy.lib.format, version
/// 1.0. @throws CodeError where there is no memory for it
[[nodiscard]] std::string npzOf(std::span<const NamedArray> arrays);

} // namespace sluice
