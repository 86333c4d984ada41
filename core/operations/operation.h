// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"
#include "core/mathematics/instruction_set.h"
#include "core/operations/kernels.h"
#include "core/operations/semantics.h"
#include "core/operations/term.h"
#include "core/wording/phrase.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace sluice {

/// What the engine has to know about an operation beyond its row's functions.
enum class Role
{
    constant,       ///< a number
    variable,       ///< an input or a parameter
    draw,           ///< a standard variate ε
    elementwise,    ///< an ordinary function of its operands
    noise,          ///< a shifted and scaled draw: operand 0 is the draw, the others are its parameters
    stopGradient,   ///< the operand's value; nothing flows back
    surrogate,      ///< operand 0's value; everything flows back to operand 1
    gradient,       ///< ∂(operand 0)/∂(operand 1), still symbolic
    customGradient, ///< operand 0's value; what flows back to it is operand 1 with operand 2 replaced
    upstream,       ///< stands for the upstream gradient in the rule of one custom gradient
};

/// What a derivative rule may use: this node's operands and value, the upstream gradient and the conventions.
struct LocalGradient
{
    std::array<Term, Node::maximumArity> operands;
    Term result;
    Term upstream;
    const Semantics& semantics;
    /// Whether operand 1 is a literal whole number: an integer in the frameworks' eyes.
    bool wholeNumberExponent = false;
};

/// The gradient that flows to one operand, as graph; none where the operand gets nothing (disconnected).
using GradientRule = std::optional<Term> (*)(const LocalGradient&);

/// An argument of the operation as it is called in text; without `fallback` it must be given.
struct Argument
{
    std::string_view name;
    /// Other keywords that frameworks use for it, separated by spaces.
    std::string_view otherNames = {};
    std::optional<double> fallback = {};
};

/// How random words become standard variates, in both precisions: `pairs` of words, the first of each and the
/// second of each, become as many pairs of variates, one after the other.
struct Variates
{
    template <class Real>
    using Transform = Versions<void (*)(const std::uint64_t* first, const std::uint64_t* second,
                                        Real* variates, std::size_t pairs)>;

    Transform<double> float64 = {};
    Transform<float> float32 = {};
};

/// From `low`, below `high`.
struct HalfOpenInterval
{
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();

    [[nodiscard]] constexpr bool contains(double value) const noexcept
    {
        return value >= low && value < high;
    }
};

/// How mathematics writes an operation; what has no notation of its own is written as a call.
enum class Notation
{
    call,
    negative,
    infix, ///< a comparison: its sign between its operands
    sum,
    difference,
    product,
    fraction,
    reciprocal,
    power,
    square,
    root,
    reciprocalRoot,
    absoluteValue,
    floor,
    ceiling,
    cases ///< operand 1 where operand 0 holds, else operand 2
};

/// A row of the table of operations: everything that is known of one operation, and the only place that knows
/// it.
struct Operation
{
    std::string_view name;
    /// Other names for the same, separated by spaces.
    std::string_view aliases = {};
    /// In words for people, marked as a phrase unless it is a formula.
    std::string_view description = {};
    Notation notation = Notation::call;
    /// For infix notation: the sign, in UTF-8.
    std::string_view sign = {};
    /// For a row that only a special call spells: that call, with $0, $1, … for the operands.
    std::string_view written = {};
    Role role = Role::elementwise;
    std::size_t arity = 0;
    /// One an operand; a noise source's draw is no argument of the call and has an empty name.
    std::array<Argument, Node::maximumArity> arguments = {};
    Kernels kernels = {};
    Arithmetic arithmetic = Arithmetic::none;
    /// In each operand while the others are held, so that its extremes over a box lie at the box's corners.
    bool isMonotonic = false;
    /// Wherever it is defined, as a real number: a computed one may have become 0.
    bool isPositive = false;
    /// For a noise source.
    Scaling scaling = Scaling::none;
    /// Another operation of one operand that costs little more together with this one, and both in one go:
    /// its value, then this one's, to the same bits as alone.
    std::string_view companion = {};
    PairKernels together = {};
    /// The number that, as this operand, makes the result exactly the first of the other operands.
    std::array<std::optional<double>, Node::maximumArity> neutral = {};
    /// For a row that text cannot call: an equal expression of rows that it can.
    Term (*asWritten)(std::span<const Term> operands) = nullptr;
    /// A rule for each operand; null where nothing flows back.
    std::array<GradientRule, Node::maximumArity> gradients = {};
    /// For a noise source: the row of the draw that it scales, and the expression of its operands that stands
    /// for it in the noise-free counterpart.
    std::string_view draw = {};
    Term (*nominal)(std::span<const Term> operands) = nullptr;
    /// For a draw.
    Variates variates = {};
    /// For a draw: where its values lie.
    HalfOpenInterval support = {};
};

} // namespace sluice
