// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/export/export_actions.h"
#include "ui/graph/graph_view.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/derivation_actions.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/graph_panel.h"
#include "ui/panels/noise_panel.h"
#include "ui/panels/plot_panel.h"
#include "ui/panels/points_panel.h"
#include "ui/panels/sampling_panel.h"
#include "ui/panels/status_line.h"
#include "ui/panels/variants_panel.h"
#include "ui/plot/plot_view.h"
#include "ui/plot/shown_variants.h"
#include "ui/theme.h"
#include "ui/window/about_box.h"
#include "ui/window/action_finder.h"
#include "ui/window/animate_menu.h"
#include "ui/window/animation.h"
#include "ui/window/drop_target.h"
#include "ui/window/examples_gallery.h"
#include "ui/window/focus_ring.h"
#include "ui/window/panel_arrangement.h"
#include "ui/window/recovery_bar.h"
#include "ui/window/tool_bar.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_menus.h"
#include "ui/workspace/autosave.h"
#include "ui/workspace/variant_editing.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sluice {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");

/// How long the status bar says what has been done, in milliseconds.
constexpr int messageTime = 4000;
} // namespace

MainWindow::MainWindow(ExperimentFile file, const QString& title, const QString& path, QWidget* parent)
    : QMainWindow(parent),
      m_appearance(this),
      m_document(m_workspace, *this),
      m_focusRing(new FocusRing(this))
{
    m_graphUpdate.setSingleShot(true);
    m_graphUpdate.setInterval(0);
    createPanels();
    arrangePanels();
    createAnimation();
    createActions();
    connectPanels();
    connectActions();
    connectDocument();
    setTheme(m_appearance.theme());
    resize(1280, 800);
    m_document.show(std::move(file), title, path);
}

MainWindow::~MainWindow()
{
    // A control that loses the focus now may still change the experiment; what comes later finds nobody.
    hide();
    m_workspace.undoStack().blockSignals(true);
    m_workspace.blockSignals(true);
    m_graphUpdate.stop();
}

void MainWindow::createPanels()
{
    m_expression = new ExpressionEditor(m_workspace);
    m_graphPanel = new GraphPanel(m_workspace);
    m_graph = &m_graphPanel->view();
    m_noise = new NoisePanel(m_workspace);
    m_plots = new PlotPanel(m_workspace);
    m_plot = &m_plots->view();
    m_plot->setAccessibleName(tr("Plots of the value and of the gradient"));
    m_points = new PointsPanel(m_workspace);
    m_variants = new VariantsPanel(m_workspace);
    m_sampling = new SamplingPanel(m_workspace);
    m_analysis = new AnalysisTabs(m_workspace);
    m_analysis->addPanel(m_sampling);
    m_status = new StatusLine(m_workspace);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::arrangePanels()
{
    m_panels = new PanelArrangement({.expression = m_expression,
                                     .graph = m_graphPanel,
                                     .noise = m_noise,
                                     .plot = m_plots,
                                     .points = m_points,
                                     .variants = m_variants,
                                     .analysis = m_analysis});
    auto* center = new QWidget;
    auto* layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panels, 1);
    setCentralWidget(center);
}

void MainWindow::createAnimation()
{
    m_animation = new Animation(m_workspace, this);
    connect(m_animation, &Animation::runningChanged, m_plot, &PlotView::setQuick);
    constexpr double usualRate = 60.0;
    const double rate = screen() != nullptr ? screen()->refreshRate() : usualRate;
    m_animation->setFrameTime(static_cast<int>(1000.0 / std::clamp(rate, 1.0, usualRate)));
}

void MainWindow::connectPanels()
{
    connect(&m_workspace, &Workspace::outcomeChanged, this, &MainWindow::showFigure);
    connect(&m_workspace, &Workspace::selectionChanged, this, &MainWindow::showFigure);
    connect(&m_workspace, &Workspace::hiddenChanged, this, &MainWindow::showFigure);
    connect(&m_workspace, &Workspace::readingChanged, this, &MainWindow::showWhetherOutdated);
    for (const auto signal : {&Workspace::experimentChanged, &Workspace::readingChanged,
                              &Workspace::outcomeChanged, &Workspace::selectionChanged}) {
        connect(&m_workspace, signal, &m_graphUpdate, qOverload<>(&QTimer::start));
    }
    connect(&m_graphUpdate, &QTimer::timeout, this, &MainWindow::showGraph);
    connect(&m_analysis->explanations(), &Explanations::answered, this, &MainWindow::showFlows);
    connect(m_plot, &PlotView::valueClicked, m_analysis, [this](double x, double value) {
        m_analysis->explainPoint(x, {PointedAt::Quantity::value, value});
    });
    connect(m_plot, &PlotView::gradientClicked, m_analysis, [this](double x, double gradient) {
        m_analysis->explainPoint(x, {PointedAt::Quantity::gradient, gradient});
    });
    connect(m_plot, &PlotView::cursorChosen, m_analysis,
            [this](double x) { m_analysis->explainPoint(x, {}); });
    connect(m_plot, &PlotView::cursorMoved, m_graphPanel, &GraphPanel::readAt);
    const auto reveal = [this] { m_panels->reveal(m_analysis); };
    connect(m_plot, &PlotView::valueClicked, m_panels, reveal);
    connect(m_plot, &PlotView::gradientClicked, m_panels, reveal);
    connect(m_plot, &PlotView::cursorChosen, m_panels, reveal);
    for (const QAction* tab : m_analysis->tabActions()) {
        connect(tab, &QAction::triggered, m_panels, reveal);
    }
    connect(m_graph, &GraphView::gateChosen, this,
            [this](const QString& target, std::optional<GateKind> kind) {
                m_workspace.change(tr("Change gate"),
                                   withGate(m_workspace.experiment(), m_workspace.selectedVariant(),
                                            target.toStdString(), kind));
            });
    connect(m_plot, &PlotView::visibilityChanged, this, [this](int variant, bool visible) {
        m_workspace.setHidden(static_cast<std::size_t>(variant), !visible);
    });
    connect(m_variants, &VariantsPanel::textFileWanted, &m_document, &Document::openVariant);
    connect(m_noise, &NoisePanel::dragged, m_plot, &PlotView::setQuick);
}

void MainWindow::createActions()
{
    m_actions = std::make_unique<WindowActions>(*this, m_workspace.undoStack());
    m_export = new ExportActions(m_workspace, *m_plot, *this);
    m_derivation = new DerivationActions(m_analysis->explanations(), this);
    auto* animate = new AnimateMenu(m_workspace, *m_animation, this);
    const auto* menus = new WindowMenus(*menuBar(),
                                        {.window = *m_actions,
                                         .variants = *m_variants,
                                         .analysis = *m_analysis,
                                         .plots = *m_plots,
                                         .exports = *m_export,
                                         .derivation = *m_derivation,
                                         .appearance = m_appearance,
                                         .panels = *m_panels,
                                         .animate = *animate,
                                         .recentFiles = m_document.recentFiles()},
                                        this);
    connect(menus, &WindowMenus::exampleChosen, &m_document, &Document::openExample);
    connect(menus, &WindowMenus::fileChosen, &m_document, &Document::openFile);
    connect(menus, &WindowMenus::languageChosen, this,
            [this](const QString& message) { statusBar()->showMessage(message, messageTime); });
    auto* bar = new ToolBar(*m_actions, *menus, *animate, this);
    connect(bar, &ToolBar::otherThemeWanted, &m_appearance, &Appearance::switchTheme);
    addToolBar(bar);
}

void MainWindow::connectDocument()
{
    connect(&m_document, &Document::titleChanged, this, &MainWindow::showTitle);
    connect(&m_document, &Document::modifiedChanged, this, &MainWindow::showTitle);
    const auto* drops = new DropTarget(*this);
    connect(drops, &DropTarget::fileDropped, &m_document, &Document::openFile);
    connect(drops, &DropTarget::contentsDropped, &m_document, [this](const QByteArray& contents) {
        m_document.openContents(contents, tr("dropped experiment"));
    });
}

void MainWindow::keepWork(const QString& folder)
{
    auto left = RecoveryFile::abandonedIn(folder);
    try {
        m_autosave = new Autosave(m_workspace, m_document, RecoveryFile::create(folder), this);
    } catch (const FileError& error) {
        statusBar()->showMessage(tr("Unsaved work is not kept: %1").arg(QString::fromUtf8(error.what())));
        return;
    }
    connect(m_autosave, &Autosave::failed, this, [this](const QString& message) {
        statusBar()->showMessage(tr("Unsaved work is not kept: %1").arg(message));
    });
    if (!left.empty()) {
        auto* bar = new RecoveryBar(m_document, std::move(left), centralWidget());
        qobject_cast<QVBoxLayout*>(centralWidget()->layout())->insertWidget(0, bar);
        connect(bar, &RecoveryBar::restored, m_autosave, &Autosave::continueIn);
    }
}

void MainWindow::connectActions()
{
    const auto onTriggered = [](const QAction* action, auto* receiver, auto slot) {
        connect(action, &QAction::triggered, receiver, slot);
    };
    onTriggered(m_actions->createNew, &m_document, &Document::createNew);
    onTriggered(m_actions->open, &m_document, &Document::open);
    onTriggered(m_actions->save, &m_document, &Document::save);
    onTriggered(m_actions->saveAs, &m_document, &Document::saveAs);
    onTriggered(m_actions->quit, this, &QWidget::close);
    onTriggered(m_actions->newDraws, this, &MainWindow::drawAnew);
    onTriggered(m_actions->explainPoint, m_plot, &PlotView::chooseCursor);
    onTriggered(m_actions->fitPlots, m_plot, &PlotView::fit);
    onTriggered(m_actions->fitGraph, m_graph, &GraphView::fit);
    onTriggered(m_actions->pasteAsNew, &m_document, &Document::openClipboard);
    onTriggered(m_actions->gallery, this, &MainWindow::showGallery);
    onTriggered(m_actions->find, this, [this] { findAction(*menuBar(), *this); });
    onTriggered(m_actions->about, this, [this] { showAbout(*this); });
    connect(&m_appearance, &Appearance::themeChanged, this, [this] { setTheme(m_appearance.theme()); });
    connect(&m_appearance, &Appearance::textEnlargementChanged, m_plot, &PlotView::setTextEnlargement);
    const auto say = [this](const QString& message) { statusBar()->showMessage(message, messageTime); };
    connect(m_export, &ExportActions::done, this, say);
    connect(m_derivation, &DerivationActions::copied, this, say);
}

void MainWindow::setTheme(const Theme& theme)
{
    QApplication::setPalette(theme.palette());
    if (qApp->styleSheet() != theme.styleSheet()) {
        qApp->setStyleSheet(theme.styleSheet());
    }
    m_expression->setTheme(theme);
    m_graphPanel->setTheme(theme);
    m_noise->setTheme(theme);
    m_plots->setTheme(theme);
    m_points->setTheme(theme);
    m_variants->setTheme(theme);
    m_analysis->setTheme(theme);
    m_status->setTheme(theme);
    m_focusRing->setColor(theme.accent);
    m_export->setDark(theme.isDark);
}

void MainWindow::restoreSettings()
{
    restoreGeometry(QSettings().value(geometryKey).toByteArray());
    m_panels->restore();
    m_appearance.restore();
}

void MainWindow::saveSettings() const
{
    QSettings().setValue(geometryKey, saveGeometry());
    m_panels->save();
    m_appearance.save();
}

void MainWindow::showGallery()
{
    ExamplesGallery gallery(m_appearance.theme(), this);
    if (gallery.exec() == QDialog::Accepted) {
        m_document.openExample(gallery.chosen());
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_document.mayLeave()) {
        saveSettings();
        event->accept();
    } else {
        event->ignore();
    }
}

void MainWindow::showFigure()
{
    const auto& outcome = m_workspace.shownOutcome();
    if (!outcome) {
        m_plot->showFigure({});
        return;
    }
    FigureContent content = figureContentOf(outcome->programs, outcome->experiment, outcome->curves);
    applyView(content, m_workspace.view());
    content.paths = outcome->paths;
    m_plot->showFigure(std::move(content));
    showWhetherOutdated();
}

void MainWindow::showWhetherOutdated()
{
    m_plot->setDim(m_workspace.hasFailed() && m_workspace.shownOutcome());
}

void MainWindow::showGraph()
{
    const std::size_t selected = m_workspace.selectedVariant();
    m_graph->showGraph(m_workspace.program(), m_workspace.experiment().variants[selected].gates,
                       m_workspace.effectsOf(selected));
}

void MainWindow::showFlows()
{
    const auto& shown = m_analysis->explanations().shown();
    const bool isExplained = shown && shown->error.isEmpty();
    m_graph->showFlows(isExplained ? DrawnFlows(*shown->program, shown->explanation.derivation)
                                   : DrawnFlows());
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] — Sluice").arg(m_document.title()));
    setWindowModified(m_document.isModified());
}

void MainWindow::drawAnew()
{
    Experiment next = m_workspace.experiment();
    ++next.seed;
    m_workspace.change(tr("New draws"), std::move(next));
}

} // namespace sluice
