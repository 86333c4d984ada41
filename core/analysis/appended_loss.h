// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"
#include "core/wording/phrased_error.h"

#include <string>
#include <string_view>

namespace sluice {

/// Why no loss can be appended, in words for the user.
class LossError : public PhrasedError
{
    using PhrasedError::PhrasedError;
};

/// A text that goes on after its former output.
struct AppendedLoss
{
    std::string text;
    /// The name of the new output.
    std::string name;
};

/// `(z - 0.5)**2` for an output z. @throws LossError where the output has no name that a new line could use
[[nodiscard]] std::string squaredError(const Program& program, double target);

/// The text with one more assignment, of any expression of its names, which becomes the output: to be
/// differentiated by the same variable as before. The name is `loss`, or `loss_2`, … where the text has it.
/// @throws LossError where the expression can't be read there
[[nodiscard]] AppendedLoss appendLoss(std::string_view text, const Program& program,
                                      std::string_view expression);

} // namespace sluice
