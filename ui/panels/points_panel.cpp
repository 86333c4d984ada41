// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/points_panel.h"

#include "ui/panels/points_model.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace sluice {

PointsPanel::PointsPanel(Workspace& workspace, QWidget* parent)
    : Panel(tr("Points"), parent),
      m_workspace(workspace),
      m_model(new PointsModel(this)),
      m_table(new QTableView)
{
    setContentFlush();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Values at the points of interest"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(60);

    auto* copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &PointsPanel::copySelection);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setText(tr("Copy"));
    button->setToolTip(tr("Copy the table with all digits"));
    button->setAccessibleName(tr("Copy the table"));
    connect(button, &QToolButton::clicked, this, &PointsPanel::copyAll);
    // In the order in which Tab goes.
    addTool(button);
    addContent(m_table);

    connect(&m_workspace, &Workspace::outcomeChanged, this, &PointsPanel::refresh);
    connect(&m_workspace, &Workspace::selectionChanged, this, &PointsPanel::refresh);
    connect(&m_workspace, &Workspace::hiddenChanged, this, &PointsPanel::refresh);
    m_table->viewport()->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_widths.clear(); });
    refresh();
}

void PointsPanel::setTheme(const Theme& theme)
{
    m_model->setTheme(theme);
    refresh();
}

void PointsPanel::refresh()
{
    std::vector<bool> hidden(m_workspace.experiment().variants.size());
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        hidden[i] = m_workspace.isHidden(i);
    }
    m_model->show(m_workspace.shownOutcome(), m_workspace.selectedVariant(), hidden);
    fitColumns();
}

bool PointsPanel::eventFilter(QObject* watched, QEvent* event)
{
    // The room changes with the panel, and where a scroll bar comes or goes.
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
    }
    return Panel::eventFilter(watched, event);
}

void PointsPanel::fitColumns()
{
    /// Between the texts of two columns at least; the rest of the room is shared.
    constexpr int gap = 10;
    const int columns = m_model->columnCount();
    if (columns == 0) {
        return;
    }
    m_widths.resize(columns);
    int needed = 0;
    for (int column = 0; column < columns; ++column) {
        const QString header = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = m_table->horizontalHeader()->fontMetrics().horizontalAdvance(header);
        for (int row = 0; row < std::min(m_model->rowCount(), 100); ++row) {
            const QString text = m_model->index(row, column).data().toString();
            width = std::max(width, QFontMetrics(monospaceFont()).horizontalAdvance(text));
        }
        m_widths[column] = std::max(m_widths[column], width + gap);
        needed += m_widths[column];
    }
    int spare = std::max(0, m_table->viewport()->width() - needed);
    for (int column = 0; column < columns; ++column) {
        const int share = spare / (columns - column);
        m_table->setColumnWidth(column, m_widths[column] + share);
        spare -= share;
    }
}

void PointsPanel::copySelection()
{
    const QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    if (cells.isEmpty()) {
        copyAll();
        return;
    }
    QGuiApplication::clipboard()->setText(m_model->asText(cells));
}

void PointsPanel::copyAll()
{
    QModelIndexList cells;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            cells << m_model->index(row, column);
        }
    }
    QGuiApplication::clipboard()->setText(m_model->asText(cells));
}

} // namespace sluice
