// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_arrangement.h"

#include "ui/panels/adaptive_column.h"
#include "ui/panels/panel.h"

#include <QAction>
#include <QSettings>

#include <algorithm>

namespace sluice {

namespace {

const QString columnsKey = QStringLiteral("panels/columns");
const QString leftKey = QStringLiteral("panels/left");
const QString middleKey = QStringLiteral("panels/middle");
const QString rightKey = QStringLiteral("panels/right");
const QString hiddenKey = QStringLiteral("panels/hidden");

/// Below it the graph and the noise share their place.
constexpr int comfortableColumnHeight = 600;
const QList<int> leftSizes{280, 230, 180};

QSplitter* columnOf(QWidget* upper, QWidget* lower)
{
    auto* column = new QSplitter(Qt::Vertical);
    column->setChildrenCollapsible(false);
    column->addWidget(upper);
    column->addWidget(lower);
    return column;
}

} // namespace

PanelArrangement::PanelArrangement(const ArrangedPanels& panels, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      m_panels(panels),
      m_left(new AdaptiveColumn({panels.expression, panels.graph, panels.noise}, leftSizes,
                                comfortableColumnHeight)),
      m_middle(columnOf(panels.plot, panels.points)),
      m_right(columnOf(panels.variants, panels.analysis))
{
    m_left->setMinimumWidth(236);
    m_middle->setStretchFactor(0, 1);
    m_right->setStretchFactor(1, 1);
    m_right->setMinimumWidth(236);

    setChildrenCollapsible(false);
    setHandleWidth(6);
    addWidget(m_left);
    addWidget(m_middle);
    addWidget(m_right);
    setStretchFactor(0, 2);
    setStretchFactor(1, 5);
    setStretchFactor(2, 1);
    useUsualSizes();

    addPlace(QStringLiteral("expression"), panels.expression->title(), panels.expression);
    addPlace(QStringLiteral("graph"), panels.graph->title(), panels.graph);
    addPlace(QStringLiteral("noise"), panels.noise->title(), panels.noise);
    addPlace(QStringLiteral("points"), panels.points->title(), panels.points);
    addPlace(QStringLiteral("variants"), panels.variants->title(), panels.variants);
    addPlace(QStringLiteral("analysis"), tr("On the selected variant"), panels.analysis);
    createUsualAction();
}

void PanelArrangement::addPlace(const QString& name, const QString& title, QWidget* panel)
{
    auto* action = new QAction(title, this);
    action->setCheckable(true);
    action->setChecked(true);
    action->setShortcut(QKeySequence(tr("Ctrl+Alt+%1").arg(m_places.size() + 1)));
    action->setToolTip(tr("Show or hide the panel “%1” (%2)")
                           .arg(title, action->shortcut().toString(QKeySequence::NativeText)));
    const Place place{name, panel, action};
    connect(action, &QAction::toggled, this, [this, place](bool isShown) { setShown(place, isShown); });
    m_places.push_back(place);
}

void PanelArrangement::createUsualAction()
{
    m_usual = new QAction(tr("&All, as at first"), this);
    m_usual->setToolTip(tr("Show every panel, in the size it had at first"));
    connect(m_usual, &QAction::triggered, this, &PanelArrangement::arrangeUsually);
}

QList<QAction*> PanelArrangement::panelActions() const
{
    QList<QAction*> actions;
    for (const Place& each : m_places) {
        actions.push_back(each.action);
    }
    return actions;
}

void PanelArrangement::reveal(const QWidget* panel)
{
    const auto place = std::ranges::find(m_places, panel, &Place::panel);
    if (place != m_places.end()) {
        place->action->setChecked(true);
    }
}

void PanelArrangement::setShown(const Place& place, bool isShown)
{
    for (auto* panel : {m_panels.expression, m_panels.graph, m_panels.noise}) {
        if (panel == place.panel) {
            m_left->setShown(panel, isShown);
            return;
        }
    }
    place.panel->setVisible(isShown);
    m_right->setVisible(!m_panels.variants->isHidden() || !m_panels.analysis->isHidden());
}

void PanelArrangement::useUsualSizes()
{
    setSizes({330, 620, 330});
    m_middle->setSizes({520, 140});
    m_right->setSizes({190, 460});
}

void PanelArrangement::arrangeUsually()
{
    for (const Place& each : m_places) {
        each.action->setChecked(true);
    }
    useUsualSizes();
    m_left->setUsualHeights();
}

void PanelArrangement::restore()
{
    const QSettings settings;
    restoreState(settings.value(columnsKey).toByteArray());
    m_left->restoreState(settings.value(leftKey).toByteArray());
    m_middle->restoreState(settings.value(middleKey).toByteArray());
    m_right->restoreState(settings.value(rightKey).toByteArray());
    const QStringList hidden = settings.value(hiddenKey).toStringList();
    for (const Place& each : m_places) {
        each.action->setChecked(!hidden.contains(each.name));
    }
}

void PanelArrangement::save() const
{
    QStringList hidden;
    for (const Place& each : m_places) {
        if (!each.action->isChecked()) {
            hidden.push_back(each.name);
        }
    }
    QSettings settings;
    settings.setValue(columnsKey, saveState());
    settings.setValue(leftKey, m_left->saveState());
    settings.setValue(middleKey, m_middle->saveState());
    settings.setValue(rightKey, m_right->saveState());
    settings.setValue(hiddenKey, hidden);
}

} // namespace sluice
