// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sluice {

/// The text that a variant's gates are set on: its own, else the experiment's.
[[nodiscard]] const std::string& textOf(const Experiment& experiment, std::size_t variant);
[[nodiscard]] bool hasOwnTexts(const Experiment& experiment);

/// Texts that have been read already: what they mean.
using ReadTexts = std::map<std::string, std::shared_ptr<const Program>, std::less<>>;

/// What the texts of an experiment mean, each read once.
struct ExperimentPrograms
{
    std::shared_ptr<const Program> own;
    /// One a variant; the experiment's own where the variant has no other text.
    std::vector<std::shared_ptr<const Program>> variants;
};

/// The experiment's own, then those that variants have beside it, each once.
[[nodiscard]] std::vector<const Program*> differentPrograms(const ExperimentPrograms& programs);

/// Reads what has not been read. @throws ExperimentError that names the variant whose text has errors
[[nodiscard]] ExperimentPrograms programsOf(const std::shared_ptr<const Program>& own,
                                            const Experiment& experiment, ReadTexts known = {});

/// A variant by itself: what its text means, and the experiment with it alone, whose text is the variant's.
/// Over the same range as among the others; settings that belong to other texts are left out.
struct LoneVariant
{
    std::shared_ptr<const Program> program;
    Experiment experiment;
};
[[nodiscard]] LoneVariant loneVariant(const ExperimentPrograms& programs, const Experiment& experiment,
                                      std::size_t variant);
/// @throws ExperimentError where the variant's text has errors
[[nodiscard]] LoneVariant loneVariant(const Program& own, const Experiment& experiment, std::size_t variant);

/// The experiment's own text without any variant, nor settings that are meant for their texts.
[[nodiscard]] Experiment withoutVariants(Experiment experiment, const Program& own);

} // namespace sluice
