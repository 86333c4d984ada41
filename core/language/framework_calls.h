// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/namespaces.h"
#include "core/wording/phrase.h"

#include <optional>
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
    gelu,        ///< one of two forms, as `approximate` says; `target` is the default, where it is "tanh"
    passOn,      ///< the first argument itself
    object,      ///< something that is no value: `target` says what, marked as a phrase
    tape,
    generator,
    emptyTensor, ///< to be filled with noise in place
    fetch,       ///< an object that has left the graph, but may bring a feed
    statement,   ///< without effect on values
    output,
    gradient,         ///< `grad(z, x)`, or `grad(f)`
    gradientList,     ///< `tf.gradients(z, x)`
    gradientOfTape,   ///< `tape.gradient(z, x)`
    customGradient,   ///< `custom_gradient(v, rule)`
    valueAndGradient, ///< `jax.value_and_grad(f)`
    transformation,   ///< `jax.vmap(f)`: the function itself
    backward,
    requireGradient,
    clearGradient,
    refused, ///< an error: `target` says what to write instead of the name at %1, marked as a phrase
};

/// What a framework's name means.
struct FrameworkCall
{
    /// Separated by spaces.
    std::string_view names;
    Origin origins;
    CallKind kind;
    std::string_view target = {};
    /// The arguments by position; see argumentsInOrder().
    std::string_view order = {};
};

/// An argument of a call, by position. What is no argument of the target's row is read and dropped; `*` is
/// the rest, and `counts` must be 1.
struct OrderedArgument
{
    std::string_view name;
    /// `alpha=0.01`: another default than the row's.
    std::optional<double> fallback;
    /// `1/rate`: the call takes the reciprocal of the row's argument.
    bool isReciprocal = false;
};
[[nodiscard]] std::vector<OrderedArgument> argumentsInOrder(std::string_view order);

/// The row for this name; null where the table of operations decides alone.
[[nodiscard]] const FrameworkCall* findFrameworkCall(std::string_view name, Origin origin);

/// Names of this table that a bare call may use, for "did you mean".
[[nodiscard]] const std::vector<std::string_view>& languageCallNames();

/// Whether an argument with this keyword changes no value: a shape, a type, a seed.
[[nodiscard]] bool isDroppedKeyword(std::string_view keyword);

} // namespace sluice
