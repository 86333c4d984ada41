// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/marks.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice {

namespace {

/// Half the side of a mark, and the distance below which marks of a row are thinned out, in pixels.
constexpr double markRadius = 3.5;
constexpr double markDistance = 3.0 * markRadius;

using Fraction = std::vector<double> Statistics::*;

bool isMarked(const PaneCurve& curve, Fraction fraction)
{
    return !curve.disconnected &&
           std::ranges::any_of(curve.statistics->*fraction, [](double f) { return f > 0.0; });
}

/// The points at which a row of marks is drawn: where the fraction is positive and the frame shows it, no
/// denser than marks can be told apart.
std::vector<std::size_t> markedPoints(const Frame& frame, std::span<const double> x,
                                      const std::vector<double>& fraction)
{
    std::vector<std::size_t> points;
    double previous = -std::numeric_limits<double>::infinity();
    const QRectF& r = frame.rectangle();
    for (std::size_t i = 0; i < std::min(x.size(), fraction.size()); ++i) {
        const double pixel = frame.toPixelX(x[i]);
        const bool shown = pixel >= r.left() && pixel <= r.right();
        if (fraction[i] > 0.0 && shown && std::abs(pixel - previous) >= markDistance) {
            points.push_back(i);
            previous = pixel;
        }
    }
    return points;
}

/// Marks of the same height.
struct MarkRow
{
    const Statistics* statistics = nullptr;
    std::vector<double> fraction;
    QColor color;
};

/// A row for each variant that has marks; one of a neutral colour for all where theirs are the same, or too
/// many.
std::vector<MarkRow> markRows(const PaneContent& pane, Fraction fraction, const FigureStyle& style)
{
    constexpr std::size_t mostRows = 3;
    std::vector<MarkRow> rows;
    MarkRow shared{.statistics = nullptr, .fraction = {}, .color = style.theme->text};
    bool allSame = true;
    for (const PaneCurve& curve : pane.curves) {
        if (curve.disconnected) {
            continue;
        }
        const std::vector<double>& own = curve.statistics->*fraction;
        if (shared.statistics == nullptr) {
            shared.statistics = curve.statistics;
            shared.fraction = own;
        }
        allSame = allSame && own == shared.fraction;
        for (std::size_t i = 0; i < std::min(own.size(), shared.fraction.size()); ++i) {
            shared.fraction[i] = std::max(shared.fraction[i], own[i]);
        }
        if (isMarked(curve, fraction)) {
            rows.push_back({curve.statistics, own, curve.color});
        }
    }
    return (allSame && rows.size() > 1) || rows.size() > mostRows ? std::vector{shared} : rows;
}

/// The sign of the infinity near a point, as far as curves can tell it: that of the noise-free curve there,
/// else that of the values beside it.
bool isUpward(const PaneContent& pane, const Statistics& statistics, std::size_t point)
{
    if (point < pane.noiseFree.size() && std::isinf(pane.noiseFree[point])) {
        return pane.noiseFree[point] > 0.0;
    }
    const std::vector<double>& mean = statistics.mean;
    for (const std::size_t beside : {point, point + 1, point - 1}) {
        if (beside < mean.size() && std::isfinite(mean[beside])) {
            return mean[beside] > 0.0;
        }
    }
    return true;
}

} // namespace

bool hasNaN(const PaneContent& pane)
{
    return std::ranges::any_of(
        pane.curves, [](const PaneCurve& curve) { return isMarked(curve, &Statistics::nanFraction); });
}

bool hasInfinite(const PaneContent& pane)
{
    return std::ranges::any_of(
        pane.curves, [](const PaneCurve& curve) { return isMarked(curve, &Statistics::infFraction); });
}

bool hasSpread(const PaneContent& pane)
{
    return std::ranges::any_of(pane.curves, [](const PaneCurve& curve) {
        return std::ranges::any_of(curve.statistics->stddev, [](double stddev) { return stddev > 0.0; });
    });
}

void drawCross(QCPPainter& painter, const QPointF& center, const QColor& color)
{
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap));
    constexpr double r = markRadius - 0.5;
    painter.drawLine(QLineF(center + QPointF(-r, -r), center + QPointF(r, r)));
    painter.drawLine(QLineF(center + QPointF(-r, r), center + QPointF(r, -r)));
}

void drawTriangle(QCPPainter& painter, const QPointF& tip, bool up, const QColor& color)
{
    const double down = up ? 1.0 : -1.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{tip, tip + QPointF(-markRadius - 0.5, 1.8 * markRadius * down),
                                  tip + QPointF(markRadius + 0.5, 1.8 * markRadius * down)});
    painter.setBrush(Qt::NoBrush);
}

std::vector<ExceptionalMark> exceptionalMarks(const Frame& frame, const PaneContent& pane,
                                              const FigureStyle& style)
{
    using enum ExceptionalMark::Shape;
    std::vector<ExceptionalMark> marks;
    const QRectF& r = frame.rectangle();
    double offset = 0.0;
    for (const MarkRow& row : markRows(pane, &Statistics::nanFraction, style)) {
        for (const std::size_t i : markedPoints(frame, pane.x, row.fraction)) {
            marks.push_back({cross, {frame.toPixelX(pane.x[i]), r.bottom() - offset}, row.color, i});
        }
        offset += 2.5 * markRadius;
    }
    offset = 1.0;
    for (const MarkRow& row : markRows(pane, &Statistics::infFraction, style)) {
        for (const std::size_t i : markedPoints(frame, pane.x, row.fraction)) {
            const bool isUp = isUpward(pane, *row.statistics, i);
            const double y = isUp ? r.top() + offset : r.bottom() - offset;
            marks.push_back({isUp ? up : down, {frame.toPixelX(pane.x[i]), y}, row.color, i});
        }
        offset += 2.5 * markRadius;
    }
    return marks;
}

void drawExceptionalMarks(QCPPainter& painter, std::span<const ExceptionalMark> marks)
{
    for (const ExceptionalMark& mark : marks) {
        if (mark.shape == ExceptionalMark::Shape::cross) {
            drawCross(painter, mark.position, mark.color);
        } else {
            drawTriangle(painter, mark.position, mark.shape == ExceptionalMark::Shape::up, mark.color);
        }
    }
}

const ExceptionalMark* markAt(const QPointF& pixel, std::span<const ExceptionalMark> marks)
{
    // Larger than a mark: a hand is not that steady.
    constexpr double reach = 2.0 * markRadius + 1.0;
    const ExceptionalMark* nearest = nullptr;
    double smallest = reach;
    for (const ExceptionalMark& mark : marks) {
        const double distance = QLineF(mark.position, pixel).length();
        if (distance < smallest) {
            smallest = distance;
            nearest = &mark;
        }
    }
    return nearest;
}

void drawPointsOfInterest(QCPPainter& painter, const Frame& frame, const PaneContent& pane,
                          const FigureStyle& style)
{
    painter.setPen(style.pointOfInterestPen());
    const QRectF& r = frame.rectangle();
    for (const double point : pane.pointsOfInterest) {
        const double x = frame.toPixelX(point);
        if (x >= r.left() && x <= r.right()) {
            painter.drawLine(QLineF(x, r.top(), x, r.bottom()));
        }
    }
}

} // namespace sluice
