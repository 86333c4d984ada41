// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/experiment_view.h"

#include <QByteArray>
#include <QString>

namespace sluice {

/// What would be lost if the program ended now.
struct UnsavedWork
{
    Experiment experiment;
    /// What the window is called.
    QString title;
    /// The experiment file that it belongs to; empty where there is none yet.
    QString path;
    /// Which of its variants are shown, and how.
    ExperimentView view = {};

    bool operator==(const UnsavedWork&) const = default;
};

[[nodiscard]] QByteArray toBytes(const UnsavedWork& work);
/// @throws FileError where these are not the bytes of such work, or not all of them
[[nodiscard]] UnsavedWork unsavedWorkFrom(const QByteArray& bytes);

} // namespace sluice
