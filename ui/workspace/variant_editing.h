// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/gradient/gate.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// Changes of an experiment's variants, each a function from experiment to experiment. Positions beyond the
/// last change nothing.

/// The variant with this gate at the target, in place of the one there, or with none. A name that only told
/// the gates is made anew.
[[nodiscard]] Experiment withGate(Experiment experiment, std::size_t variant, const std::string& target,
                                  std::optional<GateKind> kind);
[[nodiscard]] Experiment withNewVariant(Experiment experiment);
/// With one more variant that has these gates, on a text of its own where one is given, and is named after
/// them.
[[nodiscard]] Experiment withVariant(Experiment experiment, const std::vector<std::string>& gates,
                                     const std::optional<std::string>& text = {});
/// With this text in place of the one that the variant shows: its own, else the experiment's.
[[nodiscard]] Experiment withText(Experiment experiment, std::size_t variant, std::string text);
/// With one more variant that has this text of its own, and gates on it.
[[nodiscard]] Experiment withTextVariant(Experiment experiment, std::string_view name, std::string text,
                                         const std::vector<std::string>& gates = {});
/// The variant's gates are on the experiment's text again.
[[nodiscard]] Experiment withoutOwnText(Experiment experiment, std::size_t variant);
/// With a copy right behind the variant.
[[nodiscard]] Experiment withDuplicate(Experiment experiment, std::size_t variant);
/// Two variants never bear the same name: a number is added to one that is taken. An empty name changes
/// nothing.
[[nodiscard]] Experiment withVariantName(Experiment experiment, std::size_t variant, std::string_view name);
/// With the variant at another place, which the others make room for.
[[nodiscard]] Experiment withMovedVariant(Experiment experiment, std::size_t variant, std::size_t place);
/// The variant with this colour of the palette, or with that of its place.
[[nodiscard]] Experiment withVariantColor(Experiment experiment, std::size_t variant,
                                          std::optional<std::size_t> color);
/// The last variant stays.
[[nodiscard]] Experiment withoutVariant(Experiment experiment, std::size_t variant);

} // namespace sluice
