// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// Names a number of the text in a way that survives edits of the text around it.
struct LiteralReference
{
    /// The name of a parameter or of a noise source.
    std::string name;
    /// Which argument of the noise source; none for a parameter.
    std::optional<std::size_t> argument;

    bool operator==(const LiteralReference&) const = default;
};

struct LiteralValue
{
    LiteralReference literal;
    double value = 0.0;
};

/// Where the literal stands in the text of the program; nothing where there is none.
[[nodiscard]] std::optional<Literal> findLiteral(const Program& program, const LiteralReference& reference);

/// A stretch of text and what to put in its place.
struct Replacement
{
    TextSpan span;
    std::string text;
};

/// The text with all replacements made. Of two that overlap, the later in the text is left out.
[[nodiscard]] std::string withReplacements(std::string_view text, std::vector<Replacement> replacements);

/// The fewest digits that read back to the same number, in the notation of the literal that they replace: a
/// number written with a decimal point keeps one.
[[nodiscard]] std::string literalText(double value, std::string_view replaced = {});

/// The text with these literals of the program changed; values that are not finite change nothing.
[[nodiscard]] std::string withLiterals(std::string_view text, const Program& program,
                                       std::span<const LiteralValue> values);

/// A step of a slider over this range that a person would choose: a power of ten, between 100 and 1000 to the
/// range.
[[nodiscard]] double stepForRange(double low, double high);
/// The multiple of the step (a power of ten) nearest to the value, with no stray digits.
[[nodiscard]] double roundedToStep(double value, double step);

/// The call of the source with every argument written as a number, as `uniform(0.0, 1.0)`; nothing where an
/// argument is an expression, or where nothing is implied.
[[nodiscard]] std::optional<std::string> writtenOut(const Program& program, const NoiseSource& source);

} // namespace sluice
