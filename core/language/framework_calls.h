// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/namespaces.h"

#include <string_view>
#include <vector>

namespace sluice {

/// What becomes of a call.
enum class CallKind
{
    operation,   ///< the row `target`, with its arguments in another `order`
    noise,       ///< the row `target`, with its arguments in this `order`
    input,       ///< `input(low, high)`
    placeholder, ///< an input without range
    interval,    ///< `linspace(low, high, …)`
    variable,    ///< `tf.Variable(v)`: an input, held at v
    constant,    ///< `tf.constant(v)`: a parameter, or an input where it is a list
    filled,      ///< a tensor full of one number, `target`
    passOn,      ///< the first argument itself
    object,      ///< something that is no value: `target` says what
    tape,
    generator,
    emptyTensor, ///< to be filled with noise in place
    fetch,       ///< values that leave the graph: not a node, but may bring a feed
    statement,   ///< without effect on values
    output,
    gradient,         ///< `grad(z, x)`, or `grad(f)`
    gradientList,     ///< `tf.gradients(z, x)`
    gradientOfTape,   ///< `tape.gradient(z, x)`
    valueAndGradient, ///< `jax.value_and_grad(f)`
    transformation,   ///< `jax.vmap(f)`: the function itself
    backward,
    requireGradient,
    clearGradient,
    refused, ///< an error: `target` says what to write instead
};

/// What a framework's name means.
struct FrameworkCall
{
    /// Separated by spaces.
    std::string_view names;
    Origin origins;
    CallKind kind;
    std::string_view target = {};
    /// The arguments by position; what is no argument of the target's row is read and dropped, `*` is the
    /// rest.
    std::string_view order = {};
};

/// The row for this name; null where the table of operations decides alone.
[[nodiscard]] const FrameworkCall* findFrameworkCall(std::string_view name, Origin origin);

/// Names of this table that a bare call may use, for "did you mean".
[[nodiscard]] const std::vector<std::string_view>& languageCallNames();

/// Whether an argument with this keyword changes no value: a shape, a type, a seed.
[[nodiscard]] bool isDroppedKeyword(std::string_view keyword);

} // namespace sluice
