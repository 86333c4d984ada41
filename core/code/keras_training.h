// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sluice {

/// The part of a Keras file that is the same for every experiment, as Python: the seeds of the layers' noise,
/// the switch that turns it off for a pass, and the model that trains another one with the noisy loss and the
/// gradient of the noise-free one.
[[nodiscard]] std::string_view kerasTraining();

} // namespace sluice
