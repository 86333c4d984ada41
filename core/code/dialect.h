// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace sluice {

/// The columns of the tables of spellings and of helper functions; graph mode shares TensorFlow's.
enum class FrameworkColumn : std::size_t
{
    tensorflow,
    keras,
    pytorch,
    jax
};
inline constexpr std::size_t frameworkColumns = 4;

/// How a framework spells operations in Python. A spelling is text with places for the operands:
///   $0 $1 $2  an operand, in brackets where Python's precedence asks for them
///   $A0       an operand before a dot: in brackets unless it is a name or a call
///   $T0       an operand that must be a tensor: a number is wrapped (`constant`)
///   $F0       an operand that must have the shape of the input: a number or a parameter is spread
///   $B0       a condition: true or false
///   $x        the input, or whatever else has the shape and type that numbers take on
/// Where there are two spellings, divided by `|`, the first is for when all operands but the first are
/// numbers. A spelling that begins with the name of a helper needs that helper's definition in the file.
struct Dialect
{
    FrameworkColumn column = FrameworkColumn::tensorflow;
    /// A number as a tensor, and as one of the input's shape.
    std::string_view constant;
    std::string_view filled;
    /// A tensor of no dimensions in the input's shape.
    std::string_view spread;
    /// A condition as 1 or 0, and a number as a condition.
    std::string_view number;
    std::string_view condition;
    /// A parameter given as a number or a tensor, as a tensor.
    std::string_view parameter;
    std::string_view stopGradient;
    /// The two forms of what has the value of $0 and the gradient of $1.
    std::string_view exactSurrogate;
    std::string_view stopGradientSurrogate;
};

[[nodiscard]] const Dialect& tensorflow1Dialect();
[[nodiscard]] const Dialect& tensorflowDialect();
[[nodiscard]] const Dialect& kerasDialect();
[[nodiscard]] const Dialect& pytorchDialect();
[[nodiscard]] const Dialect& jaxDialect();

} // namespace sluice
