// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_file.h"
#include "ui/theme.h"
#include "ui/workspace/document.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>
#include <QTimer>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;

namespace sluice {

class AnalysisTabs;
class DerivationActions;
class ExportActions;
class ExpressionEditor;
class GraphView;
class NoisePanel;
class PlotView;
class PointsPanel;
class SamplingPanel;
class StatusLine;
class VariantsPanel;

/// Puts the parts together: each shows the workspace and changes it, and knows nothing of the others.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(ExperimentFile file, const QString& title, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Workspace& workspace() { return m_workspace; }
    void setTheme(const Theme& theme);
    /// The size and the theme of the last time.
    void restoreSettings();

protected:
    void closeEvent(QCloseEvent* event) override;
    /// A file that is dropped on the window is opened.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void createPanels();
    QWidget* arrangePanels();
    void connectPanels();
    void createActions();
    void createMenus();
    QMenu* createExamplesMenu();
    QMenu* createExportMenu();
    void createToolBar();
    void saveSettings() const;

    void showFigure();
    void showWhetherOutdated();
    void showGraph();
    void showFlows();
    void showTitle();
    void drawAnew();
    void showAbout();

    const Theme* m_theme;
    Workspace m_workspace;
    Document m_document;
    /// The graph is drawn once after a burst of changes.
    QTimer m_graphUpdate;

    ExpressionEditor* m_expression = nullptr;
    GraphView* m_graph = nullptr;
    QLabel* m_flowLegend = nullptr;
    NoisePanel* m_noise = nullptr;
    PlotView* m_plot = nullptr;
    PointsPanel* m_points = nullptr;
    VariantsPanel* m_variants = nullptr;
    AnalysisTabs* m_analysis = nullptr;
    SamplingPanel* m_sampling = nullptr;
    StatusLine* m_status = nullptr;

    ExportActions* m_export = nullptr;
    DerivationActions* m_derivation = nullptr;

    QMenu* m_examples = nullptr;
    QMenu* m_exports = nullptr;
    QAction* m_new = nullptr;
    QAction* m_open = nullptr;
    QAction* m_save = nullptr;
    QAction* m_saveAs = nullptr;
    QAction* m_quit = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_newDraws = nullptr;
    QAction* m_fit = nullptr;
    QAction* m_fitGraph = nullptr;
    QAction* m_explainPoint = nullptr;
    QActionGroup* m_themes = nullptr;
    QAction* m_light = nullptr;
    QAction* m_dark = nullptr;
    QAction* m_about = nullptr;
};

} // namespace sluice
