// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/plot_panel.h"

#include "ui/panels/crosshair_table.h"
#include "ui/panels/heat_map_dialog.h"
#include "ui/panels/number_box.h"
#include "ui/plot/plot_actions.h"
#include "ui/plot/plot_view.h"
#include "ui/workspace/sweep_choice.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace sluice {

PlotPanel::PlotPanel(Workspace& workspace, QWidget* parent)
    : Panel(tr("Plots"), parent),
      m_workspace(workspace),
      m_view(new PlotView),
      m_actions(new PlotActions(*m_view)),
      m_readings(workspace),
      m_steps(workspace),
      m_table(new CrosshairTable(workspace, m_readings)),
      m_showTable(new QAction(tr("&Numbers at the crosshair"), this)),
      m_showMap(new QAction(tr("&Heat map…"), this)),
      m_map(new HeatMapDialog(workspace, this)),
      m_swept(new QComboBox),
      m_held(new QWidget),
      m_heldRow(new QHBoxLayout(m_held))
{
    setContentFlush();
    createCrosshairTable();
    createHeatMap();
    createHeader();
    createSweepChooser();
    auto* rows = new QSplitter(Qt::Vertical);
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_view);
    rows->addWidget(m_table);
    rows->setStretchFactor(0, 1);
    rows->setSizes({360, 190});
    m_table->hide();
    addContent(m_held, 0);
    addContent(rows);

    connect(m_view, &PlotView::viewChanged, this, &PlotPanel::showView);
    connect(&m_workspace, &Workspace::plotsChanged, m_view,
            [this] { m_view->setView(figureViewOf(m_workspace.view().plots)); });
    connect(&m_workspace, &Workspace::experimentChanged, this, &PlotPanel::showSweep);
    connect(&m_workspace, &Workspace::readingChanged, this, &PlotPanel::showSweep);
    showView();
    showSweep();
}

void PlotPanel::createCrosshairTable()
{
    m_showTable->setCheckable(true);
    m_showTable->setShortcut(QKeySequence(tr("Ctrl+T")));
    m_showTable->setToolTip(tr("The gradient by every input and parameter, and histograms, at the crosshair "
                               "(%1)")
                                .arg(m_showTable->shortcut().toString(QKeySequence::NativeText)));
    connect(m_showTable, &QAction::toggled, this, [this](bool on) {
        m_table->setVisible(on);
        m_readings.setWanted(on);
    });
    connect(m_view, &PlotView::cursorMoved, &m_readings, &PointReadings::moveTo);
}

void PlotPanel::createHeatMap()
{
    m_showMap->setShortcut(QKeySequence(tr("Ctrl+M")));
    m_showMap->setToolTip(tr("The gradient, its deviation or its bias over two inputs or parameters (%1)")
                              .arg(m_showMap->shortcut().toString(QKeySequence::NativeText)));
    connect(m_showMap, &QAction::triggered, this, [this] {
        m_map->setSweptAt(m_readings.position());
        m_map->show();
        m_map->raise();
        m_map->activateWindow();
    });
}

QToolButton* PlotPanel::addButton(QAction* action, const QString& text)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setText(text);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    // A change of the action's state would bring its text along.
    connect(action, &QAction::changed, button, [button, text] { button->setText(text); });
    addTool(button);
    return button;
}

QToolButton* PlotPanel::addMenuButton(QMenu* menu, const QString& text, const QString& toolTip)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    addTool(button);
    return button;
}

void PlotPanel::createHeader()
{
    addButton(m_actions->back(), QStringLiteral("◀"));
    addButton(m_actions->forward(), QStringLiteral("▶"));
    addMenuButton(m_actions->layerMenu(), tr("Curves"), tr("Which curves are drawn"));
    m_reading = addMenuButton(m_actions->readingMenu(), {}, tr("What the lower plot shows"));
    addButton(m_showTable, tr("At x"));
    addButton(m_showMap, tr("Map"));
}

void PlotPanel::createSweepChooser()
{
    m_swept->setAccessibleName(tr("Swept variable"));
    m_swept->setToolTip(tr("The input or parameter along which the sweep goes, and by which the gradient is "
                           "taken"));
    // A long name is no reason for a wide window.
    m_swept->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_swept->setMinimumContentsLength(4);
    connect(m_swept, &QComboBox::activated, this, &PlotPanel::takeSwept);
    addTool(m_swept);
    m_heldRow->setContentsMargins(panelMargin, 0, panelMargin, 0);
    m_heldRow->setSpacing(6);
}

void PlotPanel::setTheme(const Theme& theme)
{
    m_view->setTheme(theme);
    m_table->setTheme(theme);
    m_map->setTheme(theme);
}

QList<QAction*> PlotPanel::menuActions() const
{
    return m_actions->menuActions() + QList{m_showTable, m_showMap};
}

void PlotPanel::showView()
{
    m_reading->setText(m_actions->readingText());
    m_workspace.setPlots(choicesOf(m_view->view()));
    m_workspace.setWithGradientOfMean(m_view->view().needsGradientOfMean());
    m_workspace.setWithPaths(m_view->view().layers.testFlag(FigureLayer::paths));
}

void PlotPanel::showSweep()
{
    const auto& program = m_workspace.program();
    const QSignalBlocker quiet(m_swept);
    m_swept->setEnabled(program != nullptr);
    QStringList names;
    if (program) {
        for (const std::string& name : program->variableNames()) {
            names << tr("along %1").arg(QString::fromStdString(name));
        }
    }
    QStringList shown;
    for (int i = 0; i < m_swept->count(); ++i) {
        shown << m_swept->itemText(i);
    }
    if (names != shown) {
        m_swept->clear();
        m_swept->addItems(names);
    }
    if (program) {
        const auto all = program->variableNames();
        const auto found = std::ranges::find(all, sweptName(*program, m_workspace.experiment()));
        m_swept->setCurrentIndex(found == all.end() ? -1 : static_cast<int>(found - all.begin()));
    }
    showHeldInputs();
}

void PlotPanel::showHeldInputs()
{
    const auto& program = m_workspace.program();
    QStringList names;
    if (program) {
        for (const std::string& name : heldInputs(*program, m_workspace.experiment())) {
            names << QString::fromStdString(name);
        }
    }
    if (names != m_heldNames) {
        m_heldNames = names;
        while (QLayoutItem* item = m_heldRow->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const QString& name : names) {
            auto* box = new NumberBox;
            box->setAccessibleName(tr("%1 is held at").arg(name));
            box->setToolTip(tr("Where %1 is held while another name is swept").arg(name));
            auto* label = new QLabel(tr("%1 =").arg(name));
            label->setBuddy(box);
            m_heldRow->addWidget(label);
            m_heldRow->addWidget(box);
            connect(box, &NumberBox::edited, this, [this, name](double value) {
                m_workspace.change(tr("Hold %1").arg(name),
                                   withHeldInput(m_workspace.experiment(), name.toStdString(), value),
                                   m_steps.next());
            });
        }
        m_heldRow->addStretch();
    }
    m_held->setVisible(!names.isEmpty());
    for (int i = 0; program && i < names.size(); ++i) {
        auto* box = qobject_cast<NumberBox*>(m_heldRow->itemAt(2 * i + 1)->widget());
        box->setValue(heldInput(*program, m_workspace.experiment(), names[i].toStdString()));
    }
}

void PlotPanel::takeSwept(int position)
{
    const auto& program = m_workspace.program();
    const auto names = program ? program->variableNames() : std::vector<std::string>();
    if (position < 0 || static_cast<std::size_t>(position) >= names.size()) {
        return;
    }
    const std::string& name = names[static_cast<std::size_t>(position)];
    m_workspace.change(tr("Sweep %1").arg(QString::fromStdString(name)),
                       withSwept(m_workspace.experiment(), *program, name, m_readings.position()));
}

} // namespace sluice
