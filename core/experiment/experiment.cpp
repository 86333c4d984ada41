// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment.h"

namespace sluice {

std::string nameOfGates(const std::vector<std::string>& gates)
{
    std::string name;
    for (const std::string& gate : gates)
        name += (name.empty() ? "" : ", ") + gate;
    return name.empty() ? "no gates" : name;
}

} // namespace sluice
