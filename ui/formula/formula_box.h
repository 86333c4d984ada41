// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/typeset_formula.h"

#include <QFont>
#include <QLineF>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace sluice {

/// A formula with places and sizes: a box on a baseline that holds smaller boxes. A value; it knows no
/// colour.
struct FormulaBox
{
    TypesetFormula::Kind kind = TypesetFormula::Kind::row;
    TypesetFormula::Mark mark = TypesetFormula::Mark::none;
    /// Where its baseline begins, as its parent sees it: y grows downwards.
    QPointF origin;
    double width = 0.0;
    /// Above and below the baseline.
    double ascent = 0.0;
    double descent = 0.0;

    /// What is written here itself, beginning at the baseline's left end.
    QString text;
    QFont font;
    /// What is drawn: a fraction's bar, the sign of a root, fences, a brace.
    QPainterPath strokes;
    /// Through what is stopped, from edge to edge.
    QLineF strikeOut;
    double lineWidth = 1.0;

    std::vector<FormulaBox> parts;

    [[nodiscard]] double height() const { return ascent + descent; }
    /// As it itself sees it.
    [[nodiscard]] QRectF rectangle() const { return {0.0, -ascent, width, height()}; }
    /// As its parent sees it.
    [[nodiscard]] QRectF placed() const { return rectangle().translated(origin); }
};

/// Lays a formula out in one line.
[[nodiscard]] FormulaBox layOut(const TypesetFormula& formula, const QFont& font);

/// Lays a formula out in lines no wider than `width` where that can be: it is broken before signs, and
/// between factors. What can't be broken may be wider.
[[nodiscard]] FormulaBox layOut(const TypesetFormula& formula, const QFont& font, double width);

} // namespace sluice
