// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/examples.h"

#include "core/experiment/embedded_examples.h"
#include "core/experiment/experiment_file.h"

#include <algorithm>

namespace sluice {

std::vector<std::string> exampleNames()
{
    std::vector<std::string> names;
    for (const auto& example : embeddedExamples()) {
        names.emplace_back(example.name);
    }
    return names;
}

std::optional<Experiment> example(std::string_view name)
{
    const auto examples = embeddedExamples();
    const auto found = std::ranges::find(examples, name, &EmbeddedExample::name);
    return found == examples.end() ? std::nullopt : std::optional(experimentFromJson(found->json));
}

} // namespace sluice
