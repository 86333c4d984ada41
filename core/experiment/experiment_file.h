// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <stdexcept>
#include <string>
#include <string_view>

namespace sluice {

/// An experiment file that can't be understood; what() says why, with line and column where it is about
/// syntax.
class ExperimentFileError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The experiment as versioned JSON, ASCII only.
[[nodiscard]] std::string toJson(const Experiment& experiment);

/// Whether these are the contents of an experiment file, whatever its name: no expression begins with a
/// brace.
[[nodiscard]] bool looksLikeExperiment(std::string_view contents);

/// @throws ExperimentFileError
[[nodiscard]] Experiment experimentFromJson(std::string_view json);

} // namespace sluice
