// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/experiment/experiment.h"
#include "core/experiment/sample_paths.h"
#include "core/experiment/variant_texts.h"
#include "core/language/program.h"
#include "core/statistics/curves.h"

#include <QMetaType>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace sluice {

/// A request to compute. Later requests have larger numbers.
struct Job
{
    std::uint64_t number = 0;
    Experiment experiment;
    /// What its texts mean, as far as they have been read.
    ReadTexts programs;
    /// The variant whose text is to be read first, and what was found told.
    std::optional<std::size_t> unread;
    /// Also d/dx of the mean value, which takes three times as long.
    bool withGradientOfMean = false;
    /// Also some single samples along the sweep, where the draws are shared along it.
    bool withPaths = false;
};

/// What came of a job: a value that is never changed, with everything that is needed to show it.
struct Outcome
{
    std::uint64_t number = 0;
    Experiment experiment;
    ExperimentPrograms programs;
    /// Null where the experiment can't be computed; then there is a message.
    std::shared_ptr<const Curves> curves;
    /// Null where they are not wanted, or the draws are not shared along the sweep.
    std::shared_ptr<const SamplePaths> paths;
    QString error;
    /// One list a variant, in the order of its gates.
    std::vector<std::vector<GateEffect>> effects;
    PointValues points;
    /// Of fewer samples than asked for; the rest follows.
    bool isCoarse = false;
    double milliseconds = 0.0;
};

/// The outcome with the colours that the same variants have in this experiment.
[[nodiscard]] std::shared_ptr<const Outcome> recolored(std::shared_ptr<const Outcome> outcome,
                                                       const Experiment& experiment);

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::Outcome>)
Q_DECLARE_METATYPE(std::shared_ptr<const sluice::Reading>)
