// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/node_reading.h"
#include "ui/workspace/latest_task.h"
#include "ui/workspace/outcome.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace sluice {

class Workspace;

/// What the samples of an outcome show of one node at one point of its sweep. Never changed.
struct ReadNode
{
    std::shared_ptr<const Outcome> outcome;
    std::string name;
    std::size_t variant = 0;
    NodeReading reading;
    QString error;
};

/// Reads the selected node at the crosshair off the GUI thread. The last point stays when the crosshair
/// leaves, and follows what is computed and which variant is selected.
class NodeReadings : public QObject
{
    Q_OBJECT

public:
    explicit NodeReadings(const Workspace& workspace, QObject* parent = nullptr);
    ~NodeReadings() override;

    /// The node that is to be read; empty for none.
    void select(const QString& name);
    /// The point of the sweep that is to be read.
    void moveTo(double x);
    /// The last answer about the selected node; null where there is none yet.
    [[nodiscard]] const std::shared_ptr<const ReadNode>& shown() const { return m_shown; }

signals:
    void changed();
    /// From the thread.
    void read(std::shared_ptr<const sluice::ReadNode> node);

private:
    void askSoon();
    void ask();
    void accept(const std::shared_ptr<const ReadNode>& node);

    const Workspace& m_workspace;
    std::string m_name;
    std::optional<double> m_x;
    std::shared_ptr<const ReadNode> m_shown;
    /// Many points in a short time are read as one: a later question ends the one before.
    QTimer m_pause;
    /// Last, so that its thread has ended before what it uses goes.
    LatestTask m_task;
};

} // namespace sluice

Q_DECLARE_METATYPE(std::shared_ptr<const sluice::ReadNode>)
