// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"
#include "ui/workspace/point_readings.h"
#include "ui/workspace/steady_gesture.h"

#include <QList>

class QAction;
class QComboBox;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace sluice {

class CrosshairTable;
class HeatMapDialog;
class PlotActions;
class PlotView;
class Workspace;
struct Theme;

/// The plots with what is chosen about them in reach: which curves are drawn, what the lower plot shows,
/// along which name the sweep goes and where the other inputs are held, and the numbers at the crosshair.
class PlotPanel : public Panel
{
    Q_OBJECT

public:
    explicit PlotPanel(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] PlotView& view() const { return *m_view; }
    void setTheme(const Theme& theme);
    /// What can be chosen, for a menu of the window.
    [[nodiscard]] QList<QAction*> menuActions() const;

private:
    QToolButton* addButton(QAction* action, const QString& text);
    QToolButton* addMenuButton(QMenu* menu, const QString& text, const QString& toolTip);
    void createHeader();
    void createSweepChooser();
    void createCrosshairTable();
    void createHeatMap();
    void showView();
    void showSweep();
    void showHeldInputs();
    void takeSwept(int position);

    Workspace& m_workspace;
    PlotView* m_view = nullptr;
    PlotActions* m_actions = nullptr;
    PointReadings m_readings;
    SteadyGesture m_steps;
    CrosshairTable* m_table = nullptr;
    QAction* m_showTable = nullptr;
    QAction* m_showMap = nullptr;
    HeatMapDialog* m_map = nullptr;
    QToolButton* m_reading = nullptr;
    QComboBox* m_swept = nullptr;
    QWidget* m_held = nullptr;
    QHBoxLayout* m_heldRow = nullptr;
    QStringList m_heldNames;
};

} // namespace sluice
