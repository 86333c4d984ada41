// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace sluice {

namespace {

/// Far outside of any frame, yet safe to calculate with.
constexpr double farAway = 1e7;

/// The part of a segment inside a rectangle (Liang and Barsky).
std::optional<std::pair<QPointF, QPointF>> insidePart(const QPointF& a, const QPointF& b, const QRectF& r)
{
    double enter = 0.0;
    double leave = 1.0;
    const QPointF d = b - a;
    const std::array<std::pair<double, double>, 4> sides{{{-d.x(), a.x() - r.left()},
                                                          {d.x(), r.right() - a.x()},
                                                          {-d.y(), a.y() - r.top()},
                                                          {d.y(), r.bottom() - a.y()}}};
    for (const auto& [direction, distance] : sides) {
        if (direction == 0.0) {
            if (distance < 0.0) {
                return std::nullopt;
            }
        } else if (direction < 0.0) {
            enter = std::max(enter, distance / direction);
        } else {
            leave = std::min(leave, distance / direction);
        }
    }
    if (enter > leave) {
        return std::nullopt;
    }
    return std::pair{enter > 0.0 ? a + enter * d : a, leave < 1.0 ? a + leave * d : b};
}

/// Cuts a polygon at one side of a rectangle (Sutherland and Hodgman).
template <class Inside, class Crossing>
QPolygonF cut(const QPolygonF& polygon, Inside inside, Crossing crossing)
{
    QPolygonF result;
    result.reserve(polygon.size() + 4);
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& from = polygon[i == 0 ? polygon.size() - 1 : i - 1];
        const QPointF& to = polygon[i];
        if (inside(from) != inside(to)) {
            result += crossing(from, to);
        }
        if (inside(to)) {
            result += to;
        }
    }
    return result;
}

QPointF atX(const QPointF& a, const QPointF& b, double x)
{
    return {x, a.y() + (b.y() - a.y()) * ((x - a.x()) / (b.x() - a.x()))};
}

QPointF atY(const QPointF& a, const QPointF& b, double y)
{
    return {a.x() + (b.x() - a.x()) * ((y - a.y()) / (b.y() - a.y())), y};
}

QPolygonF cutAt(const QRectF& r, QPolygonF polygon)
{
    const auto isInside = [&](const QPointF& p) {
        return p.x() >= r.left() && p.x() <= r.right() && p.y() >= r.top() && p.y() <= r.bottom();
    };
    if (std::ranges::all_of(polygon, isInside)) {
        return polygon;
    }
    polygon = cut(
        polygon, [&](const QPointF& p) { return p.x() >= r.left(); },
        [&](const QPointF& a, const QPointF& b) { return atX(a, b, r.left()); });
    polygon = cut(
        polygon, [&](const QPointF& p) { return p.x() <= r.right(); },
        [&](const QPointF& a, const QPointF& b) { return atX(a, b, r.right()); });
    polygon = cut(
        polygon, [&](const QPointF& p) { return p.y() >= r.top(); },
        [&](const QPointF& a, const QPointF& b) { return atY(a, b, r.top()); });
    return cut(
        polygon, [&](const QPointF& p) { return p.y() <= r.bottom(); },
        [&](const QPointF& a, const QPointF& b) { return atY(a, b, r.bottom()); });
}

/// Appends the visible part of one run of finite points.
void appendVisible(const QPolygonF& run, const QRectF& frame, std::vector<QPolygonF>& pieces)
{
    if (run.size() == 1) {
        if (insidePart(run.first(), run.first(), frame)) {
            pieces.push_back(run);
        }
        return;
    }
    QPolygonF piece;
    for (qsizetype i = 1; i < run.size(); ++i) {
        const auto part = insidePart(run[i - 1], run[i], frame);
        if (!part) {
            continue;
        }
        if (!piece.isEmpty() && piece.last() != part->first) {
            pieces.push_back(std::exchange(piece, {}));
        }
        if (piece.isEmpty()) {
            piece += part->first;
        }
        piece += part->second;
    }
    if (!piece.isEmpty()) {
        pieces.push_back(piece);
    }
}

} // namespace

Frame::Frame(const QRectF& rectangle, ValueRange x, ValueRange y, Scale scale)
    : m_rectangle(rectangle), m_x(x), m_y(y), m_scale(scale)
{
}

double Frame::toPixelX(double x) const
{
    const double pixel = m_rectangle.left() + (x - m_x.low) / (m_x.high - m_x.low) * m_rectangle.width();
    return std::clamp(pixel, -farAway, farAway);
}

double Frame::toPixelY(double y) const
{
    if (m_scale == Scale::logarithmic) {
        const double share =
            y > 0.0 ? (std::log(y) - std::log(m_y.low)) / (std::log(m_y.high) - std::log(m_y.low)) : 0.0;
        return std::clamp(m_rectangle.bottom() - share * m_rectangle.height(), -farAway, farAway);
    }
    const double pixel = m_rectangle.bottom() - (y - m_y.low) / (m_y.high - m_y.low) * m_rectangle.height();
    return std::clamp(pixel, -farAway, farAway);
}

QPointF Frame::toPixel(double x, double y) const
{
    return {toPixelX(x), toPixelY(y)};
}

bool Frame::contains(const QPointF& pixel) const
{
    return pixel.x() >= m_rectangle.left() && pixel.x() <= m_rectangle.right() &&
           pixel.y() >= m_rectangle.top() && pixel.y() <= m_rectangle.bottom();
}

std::vector<QPolygonF> Frame::line(std::span<const double> x, std::span<const double> y) const
{
    std::vector<QPolygonF> pieces;
    QPolygonF run;
    const std::size_t count = std::min(x.size(), y.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isfinite(y[i])) {
            run += toPixel(x[i], y[i]);
        } else if (!run.isEmpty()) {
            appendVisible(std::exchange(run, {}), m_rectangle, pieces);
        }
    }
    if (!run.isEmpty()) {
        appendVisible(run, m_rectangle, pieces);
    }
    return pieces;
}

std::vector<QPolygonF> Frame::band(std::span<const double> x, std::span<const double> low,
                                   std::span<const double> high) const
{
    std::vector<QPolygonF> pieces;
    QPolygonF upper;
    QPolygonF lower;
    const auto finishRun = [&] {
        if (upper.size() == 1) {
            // An isolated point has no width of its own; give it that of its line's dot.
            constexpr QPointF halfDot(1.5, 0.0);
            upper = QPolygonF{upper.first() - halfDot, upper.first() + halfDot};
            lower = QPolygonF{lower.first() - halfDot, lower.first() + halfDot};
        }
        if (!upper.isEmpty()) {
            std::ranges::reverse(lower);
            QPolygonF piece = cutAt(m_rectangle, upper + lower);
            if (piece.size() > 2) {
                pieces.push_back(std::move(piece));
            }
        }
        upper.clear();
        lower.clear();
    };
    const std::size_t count = std::min({x.size(), low.size(), high.size()});
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isfinite(low[i]) && std::isfinite(high[i])) {
            upper += toPixel(x[i], high[i]);
            lower += toPixel(x[i], low[i]);
        } else {
            finishRun();
        }
    }
    finishRun();
    return pieces;
}

} // namespace sluice
