// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/latest_task.h"
#include "ui/workspace/outcome.h"

#include <QObject>

#include <memory>

namespace sluice {

/// Computes the examples one after the other, off the GUI thread, with as few points and samples as a small
/// picture needs.
class ExampleCurves : public QObject
{
    Q_OBJECT

public:
    explicit ExampleCurves(QObject* parent = nullptr);

    /// Whoever wants the curves listens already.
    void start();

signals:
    /// The example at this position of exampleNames(). Emitted from the thread.
    void computed(int position, std::shared_ptr<const sluice::Outcome> outcome);

private:
    void computeAll(const std::stop_token& stop);

    LatestTask m_task;
};

} // namespace sluice
