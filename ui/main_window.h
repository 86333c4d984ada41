// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_file.h"
#include "ui/theme.h"
#include "ui/window/appearance.h"
#include "ui/workspace/document.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

namespace sluice {

class AnalysisTabs;
class Animation;
class Autosave;
class DerivationActions;
class ExportActions;
class ExpressionEditor;
class FocusRing;
class GraphPanel;
class GraphView;
class NoisePanel;
class PanelArrangement;
class PlotPanel;
class PlotView;
class PointsPanel;
class SamplingPanel;
class StatusLine;
class VariantsPanel;
struct WindowActions;

/// Puts the parts together: each shows the workspace and changes it, and knows nothing of the others.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The path where the experiment is in an experiment file.
    MainWindow(ExperimentFile file, const QString& title, const QString& path = {},
               QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Workspace& workspace() { return m_workspace; }
    [[nodiscard]] Document& document() { return m_document; }
    /// Size, panels and colours of the last time.
    void restoreSettings();
    /// Keeps unsaved work in the folder from now on, and offers what other
    /// windows have left there.
    void keepWork(const QString& folder);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void createPanels();
    void arrangePanels();
    void createActions();
    void connectPanels();
    void connectActions();
    void connectDocument();
    void createAnimation();
    void saveSettings() const;
    void setTheme(const Theme& theme);
    void showGallery();

    void showFigure();
    void showWhetherOutdated();
    void showGraph();
    void showFlows();
    void showTitle();
    void drawAnew();

    /// First, since it remembers what the desktop looked like before the
    /// program's own colours.
    Appearance m_appearance;
    Workspace m_workspace;
    Document m_document;
    FocusRing* m_focusRing = nullptr;
    /// The graph is drawn once after a burst of changes.
    QTimer m_graphUpdate;

    ExpressionEditor* m_expression = nullptr;
    GraphPanel* m_graphPanel = nullptr;
    GraphView* m_graph = nullptr;
    NoisePanel* m_noise = nullptr;
    PlotPanel* m_plots = nullptr;
    PlotView* m_plot = nullptr;
    PointsPanel* m_points = nullptr;
    VariantsPanel* m_variants = nullptr;
    AnalysisTabs* m_analysis = nullptr;
    SamplingPanel* m_sampling = nullptr;
    StatusLine* m_status = nullptr;

    PanelArrangement* m_panels = nullptr;
    Animation* m_animation = nullptr;
    Autosave* m_autosave = nullptr;
    std::unique_ptr<const WindowActions> m_actions;
    ExportActions* m_export = nullptr;
    DerivationActions* m_derivation = nullptr;
};

} // namespace sluice
