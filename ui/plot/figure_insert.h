// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"

#include <QRectF>

class QPainter;

namespace sluice {

/// What a figure shows beside its plots, and knows nothing of: a graph, a derivation.
class FigureInsert
{
public:
    FigureInsert() = default;
    FigureInsert(const FigureInsert&) = delete;
    FigureInsert& operator=(const FigureInsert&) = delete;
    virtual ~FigureInsert() = default;

    /// The height at which all of it can be seen.
    [[nodiscard]] virtual double heightFor(double width, const FigureStyle& style) const = 0;
    /// Paints as much as there is room for.
    virtual void paint(QPainter& painter, const QRectF& room, const FigureStyle& style) const = 0;
};

} // namespace sluice
