// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"
#include "ui/workspace/node_readings.h"

class QLabel;

namespace sluice {

class GraphView;
class NodeLine;
class Workspace;
struct Theme;

/// The drawn graph, what the marks of its edges mean, and the selected node's formula, value and gradient at
/// the crosshair.
class GraphPanel : public Panel
{
    Q_OBJECT

public:
    explicit GraphPanel(const Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] GraphView& view() const { return *m_view; }
    void setTheme(const Theme& theme);

public slots:
    /// The crosshair is at this point of the sweep.
    void readAt(double x);

private:
    void showReading();

    GraphView* m_view = nullptr;
    QLabel* m_legend = nullptr;
    NodeLine* m_line = nullptr;
    NodeReadings m_readings;
};

} // namespace sluice
