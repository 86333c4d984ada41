// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/experiment_view.h"
#include "core/wording/phrased_error.h"

#include <string>
#include <string_view>
#include <utility>

namespace sluice {

/// An experiment file that can't be understood; what() says why, with line and column where it is about
/// syntax.
class ExperimentFileError : public PhrasedError
{
    using PhrasedError::PhrasedError;
};

/// What an experiment file holds; an experiment alone is one, too, with the usual view.
struct ExperimentFile
{
    ExperimentFile() = default;
    ExperimentFile(Experiment ofFile, ExperimentView viewOfFile = {})
        : experiment(std::move(ofFile)), view(std::move(viewOfFile))
    {
    }

    Experiment experiment;
    ExperimentView view;

    bool operator==(const ExperimentFile&) const = default;
};

/// The experiment as versioned JSON, ASCII only, with what of the view is not the usual one.
[[nodiscard]] std::string toJson(const Experiment& experiment, const ExperimentView& view = {});

/// Whether these are the contents of an experiment file, whatever its name: no expression begins with a
/// brace.
[[nodiscard]] bool looksLikeExperiment(std::string_view contents);

/// @throws ExperimentFileError
[[nodiscard]] ExperimentFile experimentFileFromJson(std::string_view json);
/// The experiment alone. @throws ExperimentFileError
[[nodiscard]] Experiment experimentFromJson(std::string_view json);

} // namespace sluice
