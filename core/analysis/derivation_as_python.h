// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivation.h"

#include <string>
#include <string_view>

namespace sluice {

/// The chain rule as statements of Python: a local derivative a line, with the noise it reads and its gate in
/// a comment, then the sum over the paths. Functions are called as in the language; the values that the
/// formulas read are to be there already. Names become Python's: `v#3` is `v_3`, `z.mul#2` is `z_mul_2`.
[[nodiscard]] std::string derivationAsPython(const Derivation& derivation, std::string_view variant,
                                             std::string_view output, std::string_view input);

} // namespace sluice
