// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table.h"

#include <algorithm>

namespace sluice {
namespace {

std::vector<std::size_t> widthsOf(const Row& header, const std::vector<Row>& rows)
{
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < header.size(); ++column) {
        widths.push_back(widthOf(header[column]));
        for (const auto& row : rows) {
            widths[column] = std::max(widths[column], widthOf(row[column]));
        }
    }
    return widths;
}

std::string alignedLine(const Row& row, const std::vector<std::size_t>& widths,
                        const std::vector<Alignment>& columns)
{
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const std::string padding(widths[column] - widthOf(row[column]), ' ');
        line += column == 0 ? "" : "  ";
        line += columns[column] == Alignment::left ? row[column] + padding : padding + row[column];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

std::string table(const Row& header, const std::vector<Row>& rows, const std::vector<Alignment>& columns,
                  const std::string& indent)
{
    const auto widths = widthsOf(header, rows);
    std::string text = indent + alignedLine(header, widths, columns);
    for (const auto& row : rows) {
        text += indent + alignedLine(row, widths, columns);
    }
    return text;
}

} // namespace

std::string aligned(const Row& header, const std::vector<Row>& rows, const std::vector<Alignment>& columns,
                    const std::string& indent)
{
    return table(header, rows, columns, indent);
}

std::string aligned(const Row& header, const std::vector<Row>& rows)
{
    return table(header, rows, std::vector(header.size(), Alignment::right), "");
}

std::string leftAligned(const Row& header, const std::vector<Row>& rows, const std::string& indent)
{
    return table(header, rows, std::vector(header.size(), Alignment::left), indent);
}

std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; }));
}

} // namespace sluice
