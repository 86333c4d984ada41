// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation_parts.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sluice {

/// The values of a kernel's variables, any of which may be changed by its name; the kernel outlives them.
class NamedValues
{
public:
    /// As the experiment holds them, and the swept one at `swept`.
    NamedValues(const Computation::Parts& parts, const Kernel& kernel, double swept)
        : m_names(kernel.variables())
    {
        VariableValues held = parts.variableValues(kernel);
        const std::span<const double> values = held.at(swept);
        m_values.assign(values.begin(), values.end());
    }

    /// Nothing where the kernel does not depend on it.
    void set(const std::string& name, double value)
    {
        if (const auto found = std::ranges::find(m_names, name); found != m_names.end())
            m_values[static_cast<std::size_t>(found - m_names.begin())] = value;
    }
    [[nodiscard]] std::span<const double> values() const { return m_values; }

private:
    std::span<const std::string> m_names;
    std::vector<double> m_values;
};

} // namespace sluice
