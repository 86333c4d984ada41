// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/value_range.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <span>
#include <vector>

namespace sluice {

/// Maps values to pixels inside a plot's frame and cuts curves at it. Cutting is done on the geometry because
/// the SVG writer of Qt knows no clipping; so every kind of output gets the same shapes.
class Frame
{
public:
    enum class Scale
    {
        linear,
        /// What is 0 or below lies on the lower edge.
        logarithmic
    };
    Frame(const QRectF& rectangle, ValueRange x, ValueRange y, Scale scale = Scale::linear);

    [[nodiscard]] const QRectF& rectangle() const { return m_rectangle; }
    [[nodiscard]] QPointF toPixel(double x, double y) const;
    [[nodiscard]] double toPixelX(double x) const;
    [[nodiscard]] double toPixelY(double y) const;
    [[nodiscard]] bool contains(const QPointF& pixel) const;

    /// The visible pieces of a curve. A value that isn't finite ends a piece; an isolated value is one of one
    /// point.
    [[nodiscard]] std::vector<QPolygonF> line(std::span<const double> x, std::span<const double> y) const;
    /// The visible pieces of the area between two curves.
    [[nodiscard]] std::vector<QPolygonF> band(std::span<const double> x, std::span<const double> low,
                                              std::span<const double> high) const;

private:
    QRectF m_rectangle;
    ValueRange m_x;
    ValueRange m_y;
    Scale m_scale;
};

} // namespace sluice
