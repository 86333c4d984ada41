// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"

#include <array>

class QCPAxis;
class QCPAxisRect;

namespace sluice {

/// Both axes of a plot in a fixed order. QCPAxisRect::axes() has another one in every run of the program, and
/// the order in which they come to their layers is that in which they are drawn.
[[nodiscard]] std::array<QCPAxis*, 2> axesOf(const QCPAxisRect& rect);

/// A plot with an axis at the bottom and one at the left, as all of the figure's plots have them.
void prepareAxes(QCPAxisRect& rect);

/// Tick labels with a true minus sign, and the decimal sign of the window's language.
void useLocalNumbers(QCPAxis& axis);

/// A linear or a logarithmic axis, with ticks that go with it.
void setScale(QCPAxis& axis, bool isLogarithmic);

/// The share of the axis that a tick's label covers. Labels of a linear axis don't overlap, and two of its
/// ticks are in its range, so that it has a scale, wherever both can be had.
void setLabelShare(QCPAxis& axis, double share);

void styleAxis(QCPAxis& axis, const FigureStyle& style);

} // namespace sluice
