// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>
#include <QStringList>

namespace sluice {

/// One variant of a text, at five points.
inline Experiment gatedExperiment(const QString& text, const QStringList& gates = {})
{
    Experiment experiment;
    experiment.text = text.toStdString();
    Variant variant{.name = "variant", .gates = {}};
    for (const QString& gate : gates) {
        variant.gates.push_back(gate.toStdString());
    }
    experiment.variants = {variant};
    experiment.points = 5;
    experiment.samples = 4000;
    return experiment;
}

} // namespace sluice
