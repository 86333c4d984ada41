// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table.h"

#include <algorithm>
#include <cstddef>

namespace sluice {
namespace {

/// The number of characters of a UTF-8 text.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; }));
}

std::vector<std::size_t> widthsOf(const Row& header, const std::vector<Row>& rows)
{
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < header.size(); ++column) {
        widths.push_back(width(header[column]));
        for (const auto& row : rows) {
            widths[column] = std::max(widths[column], width(row[column]));
        }
    }
    return widths;
}

std::string leftAlignedLine(const Row& row, const std::vector<std::size_t>& widths)
{
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
        line += row[column];
        if (column + 1 < row.size()) {
            line += std::string(widths[column] - width(row[column]) + 2, ' ');
        }
    }
    return line + '\n';
}

std::string alignedLine(const Row& row, const std::vector<std::size_t>& widths)
{
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
        line += std::string(widths[column] - width(row[column]) + (column == 0 ? 0 : 2), ' ') + row[column];
    }
    return line + '\n';
}

} // namespace

std::string aligned(const Row& header, const std::vector<Row>& rows)
{
    const auto widths = widthsOf(header, rows);
    std::string text = alignedLine(header, widths);
    for (const auto& row : rows) {
        text += alignedLine(row, widths);
    }
    return text;
}

std::string leftAligned(const Row& header, const std::vector<Row>& rows, const std::string& indent)
{
    const auto widths = widthsOf(header, rows);
    std::string text = indent + leftAlignedLine(header, widths);
    for (const auto& row : rows) {
        text += indent + leftAlignedLine(row, widths);
    }
    return text;
}

std::string commaSeparated(const Row& row)
{
    std::string line;
    for (const auto& value : row) {
        line += &value == row.data() ? "" : ",";
        if (value.find_first_of(",\"\r\n") == std::string::npos) {
            line += value;
            continue;
        }
        line += '"';
        for (const char character : value) {
            line += character == '"' ? "\"\"" : std::string(1, character);
        }
        line += '"';
    }
    return line + '\n';
}

} // namespace sluice
