// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/numbers.h"

#include "core/experiment/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sluice {
namespace {

std::string_view withoutSpaces(std::string_view text)
{
    const auto begin = text.find_first_not_of(' ');
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

template <class Number>
std::optional<Number> parseWhole(std::string_view text)
{
    text = withoutSpaces(text);
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1);
    }
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

std::string numberText(double value)
{
    return exactText(value);
}

std::string shortNumberText(double value)
{
    if (!std::isfinite(value)) {
        return numberText(value);
    }
    constexpr int digits = 4;
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::general, digits);
    return {buffer.data(), end};
}

std::optional<double> parseNumber(std::string_view text)
{
    return parseWhole<double>(text);
}

std::optional<std::uint64_t> parseWholeNumber(std::string_view text)
{
    return parseWhole<std::uint64_t>(text);
}

std::optional<std::vector<double>> parseNumbers(std::string_view text)
{
    std::vector<double> numbers;
    for (;;) {
        const auto comma = text.find(',');
        const auto number = parseNumber(text.substr(0, comma));
        if (!number) {
            return std::nullopt;
        }
        numbers.push_back(*number);
        if (comma == std::string_view::npos) {
            return numbers;
        }
        text.remove_prefix(comma + 1);
    }
}

} // namespace sluice
