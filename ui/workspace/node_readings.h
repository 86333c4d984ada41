// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/node_reading.h"
#include "ui/workspace/crosshair_question.h"

#include <QString>

#include <cstddef>
#include <memory>
#include <string>

namespace sluice {

/// What the samples of an outcome show of one node at one point of its sweep. Never changed.
struct ReadNode
{
    std::shared_ptr<const Outcome> outcome;
    std::string name;
    std::size_t variant = 0;
    NodeReading reading;
    QString error;
};

/// Reads the selected node at the crosshair off the GUI thread.
class NodeReadings : public CrosshairQuestion
{
    Q_OBJECT

public:
    explicit NodeReadings(const Workspace& workspace, QObject* parent = nullptr);

    /// The node that is to be read; empty for none.
    void select(const QString& name);
    /// The last answer about the selected node; null where there is none yet.
    [[nodiscard]] const std::shared_ptr<const ReadNode>& shown() const { return m_shown; }

private:
    [[nodiscard]] bool isWanted() const override { return !m_name.empty(); }
    [[nodiscard]] Ask questionAbout(std::shared_ptr<const Outcome> outcome, std::size_t variant,
                                    std::size_t point) override;

    std::string m_name;
    std::shared_ptr<const ReadNode> m_shown;
};

} // namespace sluice
