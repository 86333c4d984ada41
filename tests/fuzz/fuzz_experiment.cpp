// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"
#include "tests/fuzz/fuzz.h"

#include <string>

using namespace sluice;

/// Whatever a file contains, it is an experiment that a file can keep, or an error that says why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string contents(data, data + size);
    try {
        const Experiment experiment = experimentFromJson(contents);
        fuzz::require(experimentFromJson(toJson(experiment)) == experiment, "a file keeps an experiment");
    } catch (const ExperimentFileError& problem) {
        fuzz::require(!std::string(problem.what()).empty(), "an error says something");
    }
    static_cast<void>(looksLikeExperiment(contents));
    return 0;
}
