// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_names.h"

#include "core/code/helper_functions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sluice {

namespace {

/// Python's keywords, and what the files themselves use.
constexpr std::array<std::string_view, 64> reservedWords{"False",      "None",
                                                         "True",       "and",
                                                         "as",         "assert",
                                                         "async",      "await",
                                                         "break",      "class",
                                                         "continue",   "def",
                                                         "del",        "elif",
                                                         "else",       "except",
                                                         "finally",    "for",
                                                         "from",       "global",
                                                         "if",         "import",
                                                         "in",         "is",
                                                         "lambda",     "nonlocal",
                                                         "not",        "or",
                                                         "pass",       "raise",
                                                         "return",     "try",
                                                         "while",      "with",
                                                         "yield",      "float",
                                                         "print",      "zip",
                                                         "dict",       "super",
                                                         "np",         "tf",
                                                         "torch",      "F",
                                                         "jax",        "jnp",
                                                         "keras",      "ops",
                                                         "functools",  "draw",
                                                         "value",      "noise",
                                                         "parameters", "training",
                                                         "self",       "compute",
                                                         "points",     "DTYPE",
                                                         "POINTS",     "PARAMETERS",
                                                         "upstream",   "value_and_gradient",
                                                         "int",        "surrogate"};

bool isReserved(std::string_view name)
{
    return std::ranges::find(reservedWords, name) != reservedWords.end() || isHelperName(name);
}

bool mayStandInName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::string PythonNames::give(std::string_view wanted)
{
    std::string name(wanted);
    std::ranges::replace_if(
        name, [](char c) { return !mayStandInName(c); }, '_');
    if (name.empty() || (name.front() >= '0' && name.front() <= '9'))
        name.insert(0, "_");
    if (isReserved(name))
        name += '_';
    const std::string plain = name;
    for (std::size_t number = 2; !m_taken.insert(name).second; ++number)
        name = plain + '_' + std::to_string(number);
    return name;
}

std::string pythonString(std::string_view text)
{
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            literal += '\\';
        literal += c;
    }
    return literal + '"';
}

std::string pythonNumber(double value)
{
    if (std::isnan(value))
        return "float(\"nan\")";
    if (std::isinf(value))
        return value > 0.0 ? "float(\"inf\")" : "-float(\"inf\")";
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    std::string text(digits.data(), end);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

} // namespace sluice
