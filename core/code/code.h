// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"
#include "core/wording/phrased_error.h"

#include <array>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// The framework that the code is for.
enum class CodeTarget
{
    tensorflow1, ///< graph mode, under tf.compat.v1
    tensorflow,
    keras,
    pytorch,
    jax
};

/// How a node whose forward and backward differ is written.
enum class CodeForm
{
    exact,       ///< by the framework's own mechanism; the forward value is the intended one, bit for bit
    stopGradient ///< as a sum with stop_gradient, as people write it by hand
};

[[nodiscard]] std::string_view nameOf(CodeTarget target);
[[nodiscard]] std::optional<CodeTarget> codeTargetNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(CodeForm form);
[[nodiscard]] std::optional<CodeForm> codeFormNamed(std::string_view name);
/// The form that fits a target best: stopGradient for tensorflow1, as its users write it, else exact.
[[nodiscard]] CodeForm usualForm(CodeTarget target);

/// What can't be written as code, in words for the user.
class CodeError : public PhrasedError
{
    using PhrasedError::PhrasedError;
};

struct CodeRequest
{
    CodeTarget target = CodeTarget::tensorflow;
    CodeForm form = CodeForm::exact;
    /// Which of the experiment's variants.
    std::size_t variant = 0;
    /// Sentences about the variant that the head of the file repeats: what was found about its gradient.
    std::vector<std::string> remarks = {};
    /// The program and its version.
    std::string madeBy = "Sluice";
};

/// One of an experiment's variants as a Python file that runs as it is: `draw` draws the noise as named
/// arrays, `value` is a pure function of input and noise, `value_and_gradient` lets the framework
/// differentiate it, and `compute` takes and gives NumPy arrays. Named values bear the text's names.
/// Gradients inside the text (`grad`) are written out as formulas.
/// @throws CodeError, ExperimentError where the experiment names what the text doesn't have, GraphTooLarge
[[nodiscard]] std::string codeOf(const Program& program, const Experiment& experiment,
                                 const CodeRequest& request);
/// The same where it may be stopped: then there is no file.
[[nodiscard]] std::optional<std::string> codeOf(const Program& program, const Experiment& experiment,
                                                const CodeRequest& request, const std::stop_token& stop);

} // namespace sluice
