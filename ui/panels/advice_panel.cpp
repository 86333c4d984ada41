// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/advice_panel.h"

#include "ui/panels/advice_model.h"
#include "ui/panels/advice_scatter.h"
#include "ui/panels/depth_curve.h"
#include "ui/panels/loss_dialog.h"
#include "ui/panels/placement_text.h"
#include "ui/workspace/advices.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sluice {

namespace {

/// What takes no longer comes and goes without a progress bar.
constexpr int patience = 500;
constexpr int progressSteps = 1000;
constexpr int cellPadding = 4;
/// What is left of the names of gates while verdicts are words, and at the least.
constexpr int readableGates = 90;
constexpr int narrowestGates = 60;

QToolButton* createButton(const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

AdvicePanel::AdvicePanel(Workspace& workspace, Advices& advices, QWidget* parent)
    : Panel(tr("Advice"), parent),
      m_workspace(workspace),
      m_advices(advices),
      m_model(new AdviceModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(new QTableView),
      m_scatter(new AdviceScatter),
      m_depth(new DepthCurve),
      m_pages(new QStackedWidget),
      m_keep(new QCheckBox),
      m_note(new QLabel),
      m_state(new QLabel),
      m_watch(new QTimer(this))
{
    setContentFlush();
    createTable();
    createActions();
    createProgress();
    createPages();

    m_keep->setText(tr("beside the variant's gates"));
    m_keep->setToolTip(tr("Keep the selected variant's gates, and advise on further ones"));
    m_keep->setAccessibleName(m_keep->toolTip());
    m_state->setAccessibleName(tr("State of the advice"));
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAccessibleName(tr("Where the proof does not hold"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(panelMargin, 0, panelMargin, 4);
    column->setSpacing(4);
    column->addWidget(m_running);
    column->addWidget(m_note);
    column->addWidget(m_state);
    column->addWidget(m_keep);
    addContent(foot, 0);
    connectParts();
    refresh();
}

AdvicePanel::~AdvicePanel() = default;

void AdvicePanel::createTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(AdviceModel::sortRole);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Placements of gates, best first"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(AdviceModel::verdictColumn, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->horizontalHeader()->setMinimumSectionSize(24);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->setMinimumHeight(60);
}

void AdvicePanel::createPages()
{
    m_pages->setContentsMargins(panelMargin - cellPadding, 0, 0, 0);
    for (QWidget* page : std::initializer_list<QWidget*>{m_table, m_scatter, m_depth}) {
        m_pages->addWidget(page);
    }
    addContent(m_pages);
    m_table->viewport()->installEventFilter(this);
}

void AdvicePanel::choosePage(QToolButton* button, bool isOn)
{
    QToolButton* other = button == m_showScatter ? m_showDepth : m_showScatter;
    if (isOn) {
        const QSignalBlocker quiet(other);
        other->setChecked(false);
    }
    QWidget* page = button == m_showScatter ? static_cast<QWidget*>(m_scatter) : m_depth;
    m_pages->setCurrentWidget(isOn ? page : m_table);
}

bool AdvicePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
    }
    return Panel::eventFilter(watched, event);
}

void AdvicePanel::fitColumns()
{
    for (int column = 0; column < AdviceModel::columnTotal; ++column) {
        m_table->setColumnHidden(column, false);
    }
    m_model->setBrevity(AdviceModel::Brevity::none);
    m_table->resizeColumnsToContents();
    const QHeaderView& header = *m_table->horizontalHeader();
    const int room = m_table->viewport()->width();
    const auto isTooWide = [&] { return header.length() > room; };
    for (const int column : {AdviceModel::signalColumn, AdviceModel::nodesColumn, AdviceModel::errorColumn}) {
        if (isTooWide()) {
            m_table->setColumnHidden(column, true);
        }
    }
    // Long names are cut short before the verdict loses its word, and more of them after.
    for (const auto& [brevity, narrowest] : {std::pair(AdviceModel::Brevity::digits, readableGates),
                                             std::pair(AdviceModel::Brevity::symbols, narrowestGates)}) {
        if (isTooWide()) {
            m_model->setBrevity(brevity);
            m_table->resizeColumnsToContents();
            const int gates = m_table->columnWidth(AdviceModel::gatesColumn);
            const int width = std::max(narrowest, gates - std::max(0, header.length() - room));
            m_table->setColumnWidth(AdviceModel::gatesColumn, std::min(gates, width));
        }
    }
    spreadColumns(room - header.length());
}

void AdvicePanel::spreadColumns(int spare)
{
    int visible = AdviceModel::columnTotal - m_table->horizontalHeader()->hiddenSectionCount();
    for (int column = 0; column < AdviceModel::columnTotal && spare > 0; ++column) {
        if (!m_table->isColumnHidden(column)) {
            const int share = spare / visible--;
            m_table->setColumnWidth(column, m_table->columnWidth(column) + share);
            spare -= share;
        }
    }
}

void AdvicePanel::showNotes()
{
    const Placement* shown = m_model->placement(std::max(0, selectedPlacement()));
    const QString note = shown != nullptr ? exceptionText(*shown) : QString();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void AdvicePanel::createActions()
{
    m_try = new QAction(tr("&Try placement"), this);
    m_try->setToolTip(tr("Add the selected placement as a new variant"));
    auto* append = new QAction(tr("Append &loss…"), this);
    append->setToolTip(tr("Let a loss follow the output: what comes after decides where noise returns"));
    append->setShortcut(QKeySequence(tr("Ctrl+L")));
    m_actions = {m_try, append};
    m_table->addActions(m_actions);
    connect(m_try, &QAction::triggered, this, [this] { tryPlacement(selectedPlacement()); });
    connect(append, &QAction::triggered, this, &AdvicePanel::appendLoss);

    m_showScatter = createButton(tr("Scatter"), tr("Show bias against deviation instead of the table"));
    m_showDepth =
        createButton(tr("Depth"), tr("Show the deviation by the depth of a clean gate instead of the table"));
    for (QToolButton* button : {m_showScatter, m_showDepth}) {
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, this, [this, button](bool isOn) { choosePage(button, isOn); });
    }
    auto* tryButton = createButton(tr("Try"), m_try->toolTip());
    auto* lossButton = createButton(tr("Loss…"), append->toolTip());
    connect(tryButton, &QToolButton::clicked, m_try, &QAction::trigger);
    connect(lossButton, &QToolButton::clicked, append, &QAction::trigger);
    connect(m_try, &QAction::changed, tryButton,
            [this, tryButton] { tryButton->setEnabled(m_try->isEnabled()); });
    for (QToolButton* button : {tryButton, m_showScatter, m_showDepth, lossButton}) {
        addTool(button);
    }
}

void AdvicePanel::createProgress()
{
    m_running = new QWidget;
    m_progress = new QProgressBar;
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setAccessibleName(tr("Progress of the advisor"));
    m_stop = createButton(tr("Cancel"), tr("End the advisor's search; the last answer stays"));
    auto* row = new QHBoxLayout(m_running);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    m_again = createButton(tr("Search"), tr("Try all placements of gates"));
    addTool(m_again);
    m_running->hide();
}

void AdvicePanel::connectParts()
{
    connect(&m_advices, &Advices::changed, this, &AdvicePanel::refresh);
    connect(m_stop, &QToolButton::clicked, &m_advices, &Advices::stop);
    connect(m_again, &QToolButton::clicked, &m_advices, &Advices::ask);
    connect(m_keep, &QCheckBox::toggled, &m_advices, &Advices::setKeepingGates);
    connect(m_watch, &QTimer::timeout, this, &AdvicePanel::watchProgress);
    // By a click or by Enter: the arrow keys only look.
    connect(m_table, &QTableView::clicked, this, [this] { tryPlacement(selectedPlacement()); });
    connect(m_table, &QTableView::activated, this, [this] { tryPlacement(selectedPlacement()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const int placement = selectedPlacement();
        const auto chosen = placement >= 0 ? std::optional(placement) : std::nullopt;
        m_try->setEnabled(placement >= 0);
        m_scatter->select(chosen);
        m_depth->select(chosen);
        showNotes();
    });
    for (const PlacementPlot* plot :
         {static_cast<PlacementPlot*>(m_scatter), static_cast<PlacementPlot*>(m_depth)}) {
        connect(plot, &PlacementPlot::tried, this, &AdvicePanel::selectPlacement);
        connect(plot, &PlacementPlot::tried, this, &AdvicePanel::tryPlacement);
    }
}

void AdvicePanel::setTheme(const Theme& theme)
{
    m_model->setTheme(theme);
    m_scatter->setTheme(theme);
    m_depth->setTheme(theme);
}

void AdvicePanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_advices.setWanted(true);
}

void AdvicePanel::hideEvent(QHideEvent* event)
{
    m_advices.setWanted(false);
    Panel::hideEvent(event);
}

QString AdvicePanel::stateText() const
{
    const auto& shown = m_advices.shown();
    if (shown && !shown->error.isEmpty()) {
        return shown->error;
    }
    if (m_advices.isRunning()) {
        return shown ? tr("… looking at the placements; the table is of before")
                     : tr("… looking at the placements");
    }
    if (!shown) {
        return {};
    }
    if (!m_advices.isCurrent()) {
        return tr("The table is of an earlier expression");
    }
    if (!shown->advice || shown->advice->placements.empty()) {
        return {};
    }
    const Placement& best = shown->advice->placements.front();
    if (!best.isCure()) {
        return tr("No placement gives a noise-free gradient that is right");
    }
    if (best.isUsefulCure()) {
        return {};
    }
    return best.points == 0 ? tr("The noise-free gradient is finite at no point of the sweep")
                            : tr("The noise-free gradient is 0 at every point of the sweep");
}

void AdvicePanel::refresh()
{
    const auto& shown = m_advices.shown();
    const bool isNew = m_model->show(shown);
    m_scatter->take(shown);
    m_depth->take(shown);
    if (isNew) {
        fitColumns();
    }
    const bool hasDepths = shown && shown->advice && DepthCurve::has(*shown->advice);
    m_showDepth->setVisible(hasDepths);
    if (!hasDepths) {
        m_showDepth->setChecked(false);
    }
    showNotes();
    m_try->setEnabled(selectedPlacement() >= 0);
    m_again->setVisible(!m_advices.isRunning() && !m_advices.isCurrent());
    const QString state = stateText();
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    if (m_advices.isRunning()) {
        watchProgress();
    } else {
        m_watch->stop();
        m_running->hide();
    }
}

void AdvicePanel::watchProgress()
{
    m_running->setVisible(m_advices.isRunning() && m_advices.elapsed() >= patience);
    m_progress->setValue(static_cast<int>(m_advices.progress() * progressSteps));
    m_watch->start(100);
}

int AdvicePanel::selectedPlacement() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : m_sorted->mapToSource(rows.front()).row();
}

void AdvicePanel::selectPlacement(int placement)
{
    const QModelIndex row = m_sorted->mapFromSource(m_model->index(placement, 0));
    m_table->selectRow(row.row());
    m_table->scrollTo(row);
}

void AdvicePanel::tryPlacement(int placement)
{
    const Placement* chosen = m_model->placement(placement);
    if (chosen != nullptr) {
        m_workspace.tryGates(chosen->gates);
    }
}

void AdvicePanel::appendLoss()
{
    if (!m_workspace.isProgramCurrent()) {
        return;
    }
    LossDialog dialog(m_workspace, this);
    dialog.exec();
}

} // namespace sluice
