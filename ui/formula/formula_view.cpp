// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_view.h"

#include "ui/formula/formula_painter.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>
#include <utility>

namespace sluice {

namespace {

constexpr int margin = 4;

QSize roomOf(const FormulaBox& box)
{
    return {static_cast<int>(std::ceil(box.width)) + 2 * margin,
            static_cast<int>(std::ceil(box.height())) + 2 * margin};
}

} // namespace

FormulaView::FormulaView(QWidget* parent) : QWidget(parent), m_theme(&lightTheme())
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    auto* copyAction = new QAction(tr("Copy formula"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &FormulaView::copy);
    addAction(copyAction);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void FormulaView::setFormula(TypesetFormula formula)
{
    if (formula == m_formula) {
        return;
    }
    m_formula = std::move(formula);
    m_heights.clear();
    setAccessibleName(tr("Formula: %1").arg(text()));
    arrange();
    updateGeometry();
}

void FormulaView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

void FormulaView::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

QSize FormulaView::sizeHint() const
{
    return roomOf(layOut(m_formula, font()));
}

QSize FormulaView::minimumSizeHint() const
{
    // Broken wherever it can be: the widest piece is left.
    return {roomOf(layOut(m_formula, font(), 0.0)).width(), 2 * margin + fontMetrics().height()};
}

int FormulaView::heightForWidth(int width) const
{
    const auto [known, isNew] = m_heights.try_emplace(width, 0);
    if (isNew) {
        known->second = roomOf(layOut(m_formula, font(), width - 2 * margin)).height();
    }
    return known->second;
}

void FormulaView::arrange()
{
    m_box = layOut(m_formula, font(), width() - 2 * margin);
    update();
}

void FormulaView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        m_heights.clear();
        arrange();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void FormulaView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FormulaView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paint(painter, m_box, {margin, margin + m_box.ascent}, *m_theme);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme->accent, 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0);
    }
}

} // namespace sluice
