// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/number_literal.h"

#include "core/language/messages.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace sluice {

namespace {

bool isDecimalDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits without the underscores between them; nothing where an underscore stands elsewhere.
std::optional<std::string> withoutUnderscores(std::string_view written)
{
    std::string digits;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const bool isUnderscore = written[i] == '_';
        const bool isBetween = i > 0 && i + 1 < written.size() && written[i - 1] != '_' &&
                               written[i + 1] != '_' && written[i - 1] != '.' && written[i + 1] != '.';
        if (isUnderscore && !isBetween)
            return std::nullopt;
        if (!isUnderscore)
            digits += written[i];
    }
    return digits;
}

std::optional<double> withBase(std::string_view digits, int base)
{
    double value = 0.0;
    for (const char c : digits) {
        const int digit = isDecimalDigit(c)      ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : base;
        if (digit >= base)
            return std::nullopt;
        value = value * base + digit;
    }
    return digits.empty() ? std::nullopt : std::optional(value);
}

/// Beyond the range of a double: 0 or infinity, whichever is nearer.
double outOfRange(std::string_view digits)
{
    const std::size_t exponent = digits.find_first_of("eE");
    const std::string_view mantissa = digits.substr(0, exponent);
    const bool isSmall = exponent != std::string_view::npos && digits.substr(exponent + 1).starts_with('-');
    const std::size_t firstNonZero = mantissa.find_first_of("123456789");
    if (firstNonZero == std::string_view::npos)
        return 0.0;
    const bool isFraction = exponent == std::string_view::npos && firstNonZero > mantissa.find('.');
    return isSmall || isFraction ? 0.0 : std::numeric_limits<double>::infinity();
}

Phrase misread(std::string_view written)
{
    const std::size_t digits = std::min(written.find_first_not_of("0123456789."), written.size());
    const std::string_view rest = written.substr(digits);
    if (!rest.empty() && (rest.front() == 'j' || rest.front() == 'J') && rest.size() == 1)
        return Phrase::of("complex numbers are not in the language: every value is a real number");
    if (digits > 0 && !rest.empty() && rest.front() != '_' &&
        std::ranges::count(written.substr(0, digits), '.') <= 1)
        return Phrase::of(
            "%1 is no number: write a product with `*`, as in `%2*%3`",
            {quoted(written), written.substr(0, std::min<std::size_t>(digits, 20)), rest.substr(0, 20)});
    return Phrase::of("%1 is no number", {quoted(written)});
}

} // namespace

std::variant<syntax::Number, Phrase> readNumber(std::string_view written)
{
    const auto digits = withoutUnderscores(written);
    if (!digits)
        return Phrase::of("%1 is no number: an underscore stands between two digits", {quoted(written)});
    if (digits->size() > 1 && digits->front() == '0' && !isDecimalDigit((*digits)[1])) {
        const char prefix = (*digits)[1];
        const int base = prefix == 'x' || prefix == 'X'   ? 16
                         : prefix == 'o' || prefix == 'O' ? 8
                         : prefix == 'b' || prefix == 'B' ? 2
                                                          : 0;
        if (base != 0) {
            const auto value = withBase(std::string_view(*digits).substr(2), base);
            return value ? std::variant<syntax::Number, Phrase>(syntax::Number{*value, true})
                         : misread(written);
        }
    }
    double value = 0.0;
    const char* end = digits->data() + digits->size();
    const auto [stop, problem] = std::from_chars(digits->data(), end, value);
    if (stop != end)
        return misread(written);
    const bool isInteger = std::ranges::all_of(*digits, isDecimalDigit);
    if (isInteger && digits->front() == '0' && digits->find_first_not_of('0') != std::string::npos)
        return Phrase::of("%1 is no number: a whole number has no zeros in front", {quoted(written)});
    if (problem == std::errc::result_out_of_range)
        value = outOfRange(*digits);
    return syntax::Number{value, isInteger};
}

} // namespace sluice
