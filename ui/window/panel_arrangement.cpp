// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_arrangement.h"

#include "ui/panels/adaptive_column.h"
#include "ui/panels/panel.h"

namespace sluice {

namespace {

/// Below it the graph and the noise share their place.
constexpr int comfortableColumnHeight = 600;

QSplitter* columnOf(QWidget* upper, QWidget* lower, const QList<int>& sizes)
{
    auto* column = new QSplitter(Qt::Vertical);
    column->setChildrenCollapsible(false);
    column->addWidget(upper);
    column->addWidget(lower);
    column->setSizes(sizes);
    return column;
}

} // namespace

PanelArrangement::PanelArrangement(const ArrangedPanels& panels, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent)
{
    auto* left = new AdaptiveColumn({panels.expression, panels.graph, panels.noise}, {280, 230, 180},
                                    comfortableColumnHeight);
    left->setMinimumWidth(250);
    auto* middle = columnOf(panels.plot, panels.points, {520, 140});
    middle->setStretchFactor(0, 1);
    auto* right = columnOf(panels.variants, panels.analysis, {190, 460});
    right->setStretchFactor(1, 1);
    right->setMinimumWidth(236);

    setChildrenCollapsible(false);
    setHandleWidth(6);
    for (QWidget* column :
         {static_cast<QWidget*>(left), static_cast<QWidget*>(middle), static_cast<QWidget*>(right)}) {
        addWidget(column);
    }
    setSizes({330, 620, 330});
    setStretchFactor(0, 2);
    setStretchFactor(1, 5);
    setStretchFactor(2, 1);
}

} // namespace sluice
