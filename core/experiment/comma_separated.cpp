// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/comma_separated.h"

namespace sluice {

std::string commaSeparated(const std::vector<std::string>& row)
{
    std::string line;
    for (const auto& value : row) {
        line += &value == row.data() ? "" : ",";
        if (value.find_first_of(",\"\r\n") == std::string::npos) {
            line += value;
            continue;
        }
        line += '"';
        for (const char character : value)
            line += character == '"' ? "\"\"" : std::string(1, character);
        line += '"';
    }
    return line + '\n';
}

} // namespace sluice
