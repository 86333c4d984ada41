// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/literal_rewriting.h"

#include "core/operations/operation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace sluice {

namespace {

std::string shortest(double value, std::chars_format format)
{
    // The longest double in fixed notation has 1 + 309 digits before the point or 2 + 324 + 17 behind it.
    std::array<char, 400> digits{};
    auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format).ptr;
    return {digits.data(), end};
}

bool hasPointOrExponent(std::string_view number)
{
    return number.find_first_of(".eE") != std::string_view::npos;
}

} // namespace

std::optional<Literal> findLiteral(const Program& program, const LiteralReference& reference)
{
    if (!reference.argument) {
        const Parameter* parameter = program.findParameter(reference.name);
        return parameter != nullptr ? std::optional(parameter->literal) : std::nullopt;
    }
    const NoiseSource* source = program.findSource(reference.name);
    if (source == nullptr || *reference.argument >= source->arguments.size()) {
        return std::nullopt;
    }
    return source->arguments[*reference.argument].literal;
}

std::string withReplacements(std::string_view text, std::vector<Replacement> replacements)
{
    std::ranges::stable_sort(replacements, {}, [](const Replacement& each) { return each.span.begin; });
    std::string result;
    std::size_t copied = 0;
    for (const Replacement& replacement : replacements) {
        const auto [begin, end] = replacement.span;
        if (begin < copied || end < begin || end > text.size()) {
            continue;
        }
        result += text.substr(copied, begin - copied);
        result += replacement.text;
        copied = end;
    }
    result += text.substr(copied);
    return result;
}

std::string literalText(double value, std::string_view replaced)
{
    // A zero has no sign that a person would have typed.
    const double shown = value == 0.0 ? 0.0 : value;
    const double magnitude = std::abs(shown);
    const bool isOrdinary = magnitude == 0.0 || (magnitude >= 1e-4 && magnitude < 1e7);
    std::string text = shortest(shown, isOrdinary ? std::chars_format::fixed : std::chars_format::general);
    if (!hasPointOrExponent(text) && hasPointOrExponent(replaced)) {
        text += ".0";
    }
    return text;
}

std::string withLiterals(std::string_view text, const Program& program, std::span<const LiteralValue> values)
{
    std::vector<Replacement> replacements;
    for (const LiteralValue& each : values) {
        const auto literal = findLiteral(program, each.literal);
        if (!literal || !std::isfinite(each.value) || literal->span.end > text.size()) {
            continue;
        }
        const auto replaced = text.substr(literal->span.begin, literal->span.end - literal->span.begin);
        replacements.push_back({literal->span, literalText(each.value, replaced)});
    }
    return withReplacements(text, std::move(replacements));
}

double stepForRange(double low, double high)
{
    const double width = std::abs(high - low);
    if (!(width > 0.0) || !std::isfinite(width)) {
        return 0.01;
    }
    // Written and read back, since powers of ten below 1 are no doubles: 1e-2 is the double that 0.01 reads
    // as.
    const int exponent = static_cast<int>(std::floor(std::log10(width))) - 2;
    return std::strtod(("1e" + std::to_string(exponent)).c_str(), nullptr);
}

double roundedToStep(double value, double step)
{
    if (!(step > 0.0) || !std::isfinite(value)) {
        return value;
    }
    const double exponent = std::round(std::log10(step));
    if (exponent >= 0.0) {
        return std::round(value / step) * step;
    }
    const double stepsToOne = std::pow(10.0, -exponent);
    // A whole number over a power of ten is correctly rounded: the double of the short decimal.
    return std::round(value * stepsToOne) / stepsToOne;
}

std::optional<std::string> writtenOut(const Program& program, const NoiseSource& source)
{
    const auto isNumber = [](const NoiseSource::Argument& each) { return each.literal || each.implied; };
    const auto isImplied = [](const NoiseSource::Argument& each) { return !each.literal && each.implied; };
    if (source.nominal || !std::ranges::all_of(source.arguments, isNumber) ||
        std::ranges::none_of(source.arguments, isImplied)) {
        return std::nullopt;
    }
    std::string call(program.graph[source.node].operation->name);
    std::string_view separator = "(";
    for (const auto& argument : source.arguments) {
        const double value = argument.literal ? argument.literal->value : *argument.implied;
        call += separator;
        call += literalText(value, ".");
        separator = ", ";
    }
    return call + ")";
}

} // namespace sluice
