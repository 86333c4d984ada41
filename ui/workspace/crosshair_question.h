// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/long_question.h"
#include "ui/workspace/outcome.h"

#include <QTimer>

#include <cstddef>
#include <memory>
#include <optional>

namespace sluice {

class Workspace;

/// Asks about the samples at the crosshair. The last point stays when the crosshair leaves, and follows what
/// is computed and which variant is selected.
class CrosshairQuestion : public LongQuestion
{
    Q_OBJECT

public:
    /// The point of the sweep that is asked about.
    void moveTo(double x);
    /// Where the crosshair was last.
    [[nodiscard]] std::optional<double> position() const { return m_x; }

protected:
    CrosshairQuestion(const Workspace& workspace, QObject* parent);

    void askSoon();
    /// Whether somebody wants to know.
    [[nodiscard]] virtual bool isWanted() const = 0;
    /// The question about a variant at a point of the outcome's sweep.
    [[nodiscard]] virtual Ask questionAbout(std::shared_ptr<const Outcome> outcome, std::size_t variant,
                                            std::size_t point) = 0;

private:
    void ask();

    const Workspace& m_workspace;
    std::optional<double> m_x;
    /// Many points in a short time are read as one: a later question ends the one before.
    QTimer m_pause;
};

} // namespace sluice
