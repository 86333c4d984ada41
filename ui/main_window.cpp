// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "core/experiment/examples.h"
#include "ui/export/export_actions.h"
#include "ui/graph/graph_view.h"
#include "ui/panels/adaptive_column.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/derivation_actions.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/noise_panel.h"
#include "ui/panels/points_panel.h"
#include "ui/panels/sampling_panel.h"
#include "ui/panels/status_line.h"
#include "ui/panels/variants_panel.h"
#include "ui/plot/figure_view.h"
#include "ui/plot/plot_view.h"
#include "ui/workspace/variant_editing.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <utility>

namespace sluice {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString themeKey = QStringLiteral("window/theme");

/// How long the status bar says what has been done, in milliseconds.
constexpr int messageTime = 4000;
/// Below it the graph and the noise share their place.
constexpr int comfortableColumnHeight = 600;

QSplitter* splitterOf(Qt::Orientation orientation, const QList<QWidget*>& widgets, const QList<int>& sizes)
{
    auto* splitter = new QSplitter(orientation);
    splitter->setChildrenCollapsible(false);
    for (QWidget* widget : widgets) {
        splitter->addWidget(widget);
    }
    splitter->setSizes(sizes);
    return splitter;
}

} // namespace

MainWindow::MainWindow(ExperimentFile file, const QString& title, QWidget* parent)
    : QMainWindow(parent), m_theme(&lightTheme()), m_document(m_workspace, *this)
{
    m_graphUpdate.setSingleShot(true);
    m_graphUpdate.setInterval(0);
    createPanels();
    setCentralWidget(arrangePanels());
    createActions();
    createMenus();
    createToolBar();
    connectPanels();
    setTheme(lightTheme());
    setAcceptDrops(true);
    resize(1280, 800);
    m_document.show(std::move(file), title);
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
    m_graph = new GraphView;
    m_graph->setAccessibleName(tr("Graph"));
    m_graph->setFrameShape(QFrame::NoFrame);
    m_noise = new NoisePanel(m_workspace);
    m_plot = new PlotView;
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

QWidget* MainWindow::arrangePanels()
{
    auto* graph = new Panel(tr("Graph"));
    graph->setContentFlush();
    m_flowLegend = new QLabel;
    m_flowLegend->setAccessibleName(tr("What the backward pass carries along an edge"));
    graph->addTool(m_flowLegend);
    graph->addContent(m_graph);
    m_graph->setToolTip({});
    auto* left = new AdaptiveColumn({m_expression, graph, m_noise}, {280, 230, 180}, comfortableColumnHeight);
    auto* middle = splitterOf(Qt::Vertical, {m_plot, m_points}, {520, 140});
    middle->setStretchFactor(0, 1);
    auto* right = splitterOf(Qt::Vertical, {m_variants, m_analysis}, {190, 460});
    right->setStretchFactor(1, 1);

    auto* columns = splitterOf(Qt::Horizontal, {left, middle, right}, {330, 620, 330});
    columns->setStretchFactor(0, 2);
    columns->setStretchFactor(1, 5);
    columns->setStretchFactor(2, 1);
    columns->setHandleWidth(6);
    left->setMinimumWidth(250);
    right->setMinimumWidth(236);
    return columns;
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
    connect(m_graph, &GraphView::gateChosen, this,
            [this](const QString& target, std::optional<GateKind> kind) {
                m_workspace.change(tr("Change gate"),
                                   withGate(m_workspace.experiment(), m_workspace.selectedVariant(),
                                            target.toStdString(), kind));
            });
    connect(m_plot, &PlotView::visibilityChanged, this, [this](int variant, bool visible) {
        m_workspace.setHidden(static_cast<std::size_t>(variant), !visible);
    });
    connect(m_noise, &NoisePanel::dragged, m_plot, &PlotView::setQuick);
    connect(&m_document, &Document::titleChanged, this, &MainWindow::showTitle);
    connect(&m_workspace.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
}

void MainWindow::createActions()
{
    const auto create = [this](const QString& text, const QKeySequence& shortcut, const QString& toolTip) {
        auto* action = new QAction(text, this);
        action->setShortcut(shortcut);
        const QString keys = shortcut.toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? toolTip : QStringLiteral("%1 (%2)").arg(toolTip, keys));
        return action;
    };
    m_new = create(tr("&New"), QKeySequence::New, tr("Begin with a small expression"));
    m_open = create(tr("&Open…"), QKeySequence::Open,
                    tr("Open an expression, an experiment or an exported picture"));
    m_save = create(tr("&Save"), QKeySequence::Save, tr("Save the experiment"));
    m_saveAs =
        create(tr("Save &As…"), QKeySequence(tr("Ctrl+Shift+S")), tr("Save the experiment in another file"));
    m_export = new ExportActions(m_workspace, *m_plot, *this);
    m_derivation = new DerivationActions(m_analysis->explanations(), this);
    m_quit = create(tr("&Quit"), QKeySequence(tr("Ctrl+Q")), tr("Close the window"));
    m_newDraws =
        create(tr("New &draws"), QKeySequence(tr("Ctrl+R")), tr("Draw the noise anew: the next seed"));
    m_fit = create(tr("&Fit plots"), QKeySequence(tr("Ctrl+0")), tr("Show all of the curves"));
    m_fitGraph = create(tr("Fit &graph"), QKeySequence(tr("Ctrl+9")), tr("Show all of the graph"));
    m_explainPoint = create(tr("&Explain point"), QKeySequence(tr("Ctrl+Return")),
                            tr("Walk through a sample at the crosshair, node by node"));
    m_light = create(tr("&Light"), {}, tr("Light colours"));
    m_dark = create(tr("&Dark"), {}, tr("Dark colours"));
    m_about = create(tr("&About Sluice"), {}, tr("What this program is"));
    m_undo = m_workspace.undoStack().createUndoAction(this, tr("&Undo"));
    m_undo->setShortcut(QKeySequence(tr("Ctrl+Z")));
    m_redo = m_workspace.undoStack().createRedoAction(this, tr("&Redo"));
    m_redo->setShortcut(QKeySequence(tr("Ctrl+Shift+Z")));

    m_themes = new QActionGroup(this);
    for (QAction* action : {m_light, m_dark}) {
        action->setCheckable(true);
        m_themes->addAction(action);
    }
    connect(m_new, &QAction::triggered, &m_document, &Document::createNew);
    connect(m_open, &QAction::triggered, &m_document, &Document::open);
    connect(m_save, &QAction::triggered, &m_document, &Document::save);
    connect(m_saveAs, &QAction::triggered, &m_document, &Document::saveAs);
    const auto say = [this](const QString& message) { statusBar()->showMessage(message, messageTime); };
    connect(m_export, &ExportActions::done, this, say);
    connect(m_derivation, &DerivationActions::copied, this, say);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_newDraws, &QAction::triggered, this, &MainWindow::drawAnew);
    connect(m_fit, &QAction::triggered, m_plot, &PlotView::fit);
    connect(m_fitGraph, &QAction::triggered, m_graph, &GraphView::fit);
    connect(m_explainPoint, &QAction::triggered, m_plot, &PlotView::chooseCursor);
    connect(m_light, &QAction::triggered, this, [this] { setTheme(lightTheme()); });
    connect(m_dark, &QAction::triggered, this, [this] { setTheme(darkTheme()); });
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::createMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_new, m_open});
    file->addSeparator();
    file->addActions({m_save, m_saveAs});
    file->addSeparator();
    file->addAction(m_quit);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo, m_redo});

    QMenu* experiment = menuBar()->addMenu(tr("E&xperiment"));
    experiment->addAction(m_newDraws);
    experiment->addSeparator();
    experiment->addActions(m_variants->variantActions());
    experiment->addSeparator();
    experiment->addActions(m_analysis->adviceActions());
    experiment->addAction(m_explainPoint);
    experiment->addSeparator();
    m_examples = createExamplesMenu();
    experiment->addMenu(m_examples);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_fit, m_fitGraph});
    view->addSeparator();
    view->addActions(m_analysis->tabActions());
    view->addSeparator();
    view->addActions({m_light, m_dark});

    m_exports = createExportMenu();
    menuBar()->addMenu(m_exports);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_about);
    for (QMenu* menu : {file, edit, experiment, view, m_exports, help}) {
        menu->setToolTipsVisible(true);
    }
}

QMenu* MainWindow::createExamplesMenu()
{
    auto* menu = new QMenu(tr("&Examples"), this);
    for (const std::string& each : exampleNames()) {
        const QString name = QString::fromStdString(each);
        connect(menu->addAction(name), &QAction::triggered, &m_document,
                [this, name] { m_document.openExample(name); });
    }
    return menu;
}

QMenu* MainWindow::createExportMenu()
{
    auto* menu = new QMenu(tr("Exp&ort"), this);
    menu->addAction(m_export->picture());
    menu->addActions(m_export->copyActions());
    menu->addSeparator();
    menu->addActions(m_export->dataActions());
    menu->addSeparator();
    const QList<QKeySequence> keys{QKeySequence(tr("Ctrl+Shift+L")), QKeySequence(tr("Ctrl+Shift+T")),
                                   QKeySequence(tr("Ctrl+Shift+Y"))};
    for (qsizetype i = 0; i < keys.size(); ++i) {
        m_derivation->actions()[i]->setShortcut(keys[i]);
    }
    menu->addActions(m_derivation->actions());
    return menu;
}

void MainWindow::createToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    auto* examples = new QToolButton;
    examples->setText(tr("Examples"));
    examples->setToolTip(tr("Open an example"));
    examples->setMenu(m_examples);
    examples->setPopupMode(QToolButton::InstantPopup);
    bar->addWidget(examples);
    bar->addSeparator();
    for (auto [action, text] : {std::pair(m_undo, tr("↶")), std::pair(m_redo, tr("↷"))}) {
        // The menu's text names what is undone; here it would make the bar dance.
        auto* button = new QToolButton;
        button->setText(text);
        button->setAutoRaise(true);
        const auto follow = [button, action = action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->text().remove(QLatin1Char('&')));
            button->setAccessibleName(button->toolTip());
        };
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, follow);
        follow();
        bar->addWidget(button);
    }
    bar->addSeparator();
    bar->addAction(m_newDraws);
    auto* exports = new QToolButton;
    exports->setText(tr("Export"));
    exports->setToolTip(tr("Write or copy the figure, its numbers or the derivation"));
    exports->setMenu(m_exports);
    exports->setPopupMode(QToolButton::InstantPopup);
    bar->addWidget(exports);
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    auto* theme = new QToolButton;
    theme->setText(QStringLiteral("☾"));
    theme->setAutoRaise(true);
    theme->setToolTip(tr("Light or dark colours"));
    theme->setAccessibleName(theme->toolTip());
    connect(theme, &QToolButton::clicked, this,
            [this] { setTheme(m_theme->isDark ? lightTheme() : darkTheme()); });
    bar->addWidget(theme);
}

void MainWindow::setTheme(const Theme& theme)
{
    m_theme = &theme;
    QApplication::setPalette(theme.palette());
    if (qApp->styleSheet() != theme.styleSheet()) {
        qApp->setStyleSheet(theme.styleSheet());
    }
    m_expression->setTheme(theme);
    m_graph->setTheme(theme);
    m_flowLegend->setText(
        QStringLiteral("<small><span style='color:%1'>◀ %2</span>&nbsp; <span style='color:%3'>◁ %4</span>"
                       "&nbsp; <span style='color:%5'>┈ %6</span></small>")
            .arg(theme.noise.name(), tr("noisy"), theme.noiseFree.name(), tr("noise-free"),
                 theme.secondaryText.name(), tr("no gradient")));
    m_noise->setTheme(theme);
    m_plot->setTheme(theme);
    m_points->setTheme(theme);
    m_variants->setTheme(theme);
    m_analysis->setTheme(theme);
    m_status->setTheme(theme);
    m_export->setDark(theme.isDark);
    (theme.isDark ? m_dark : m_light)->setChecked(true);
}

void MainWindow::restoreSettings()
{
    const QSettings settings;
    restoreGeometry(settings.value(geometryKey).toByteArray());
    setTheme(settings.value(themeKey).toString() == darkTheme().name ? darkTheme() : lightTheme());
}

void MainWindow::saveSettings() const
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(themeKey, m_theme->name);
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

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // Later, since there may be questions, and whoever drags waits for the end of this.
    QMetaObject::invokeMethod(
        &m_document, [this, path] { m_document.openFile(path); }, Qt::QueuedConnection);
}

void MainWindow::showFigure()
{
    const auto& outcome = m_workspace.shownOutcome();
    if (!outcome) {
        m_plot->showFigure({});
        return;
    }
    FigureContent content = figureContentOf(*outcome->program, outcome->experiment, outcome->curves);
    sluice::show(content, m_workspace.view());
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
    setWindowModified(!m_workspace.undoStack().isClean());
}

void MainWindow::drawAnew()
{
    Experiment next = m_workspace.experiment();
    ++next.seed;
    m_workspace.change(tr("New draws"), std::move(next));
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Sluice"),
        tr("<h3>Sluice %1</h3><p>What gradient does a graph really have when its forward and its "
           "backward expression differ, and why?</p><p>© The Sluice authors. Free software under the "
           "GNU General Public License, version 3 or later.</p>")
            .arg(QApplication::applicationVersion()));
}

} // namespace sluice
