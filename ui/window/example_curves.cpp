// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/example_curves.h"

#include "core/experiment/examples.h"

#include <exception>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// Null where the example can't be computed, or was stopped.
std::shared_ptr<const Outcome> smallOutcome(Experiment experiment, const std::stop_token& stop)
{
    constexpr std::size_t points = 101;
    constexpr std::size_t samples = 80;
    experiment.points = points;
    experiment.samples = samples;
    const auto reading = std::make_shared<const Reading>(read(experiment.text));
    if (!reading->program) {
        return nullptr;
    }
    const Computation computation(*reading->program, experiment);
    auto curves = computation.sweep({.withGradientOfMean = false, .threads = 1}, stop);
    if (!curves) {
        return nullptr;
    }
    Outcome outcome;
    outcome.programs.own = {reading, &*reading->program};
    outcome.curves = std::make_shared<const Curves>(std::move(*curves));
    outcome.experiment = std::move(experiment);
    return std::make_shared<const Outcome>(std::move(outcome));
}

} // namespace

ExampleCurves::ExampleCurves(QObject* parent) : QObject(parent)
{
    qRegisterMetaType<std::shared_ptr<const Outcome>>();
}

void ExampleCurves::start()
{
    m_task.start([this](const std::stop_token& stop) { computeAll(stop); });
}

void ExampleCurves::computeAll(const std::stop_token& stop)
{
    const std::vector<std::string> names = exampleNames();
    for (std::size_t i = 0; i < names.size() && !stop.stop_requested(); ++i) {
        try {
            if (auto outcome = smallOutcome(example(names[i]).value(), stop)) {
                emit computed(static_cast<int>(i), std::move(outcome));
            }
        } catch (const std::exception&) {
            // The entry keeps its blank picture; what is wrong is said when the example is opened.
            continue;
        }
    }
}

} // namespace sluice
