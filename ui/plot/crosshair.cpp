// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/crosshair.h"

#include "ui/local_number.h"
#include "ui/plot/gradient_reading.h"
#include "ui/plot/pane.h"
#include "ui/plot/readout.h"

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

double at(std::span<const double> values, std::size_t point)
{
    return point < values.size() ? values[point] : std::numeric_limits<double>::quiet_NaN();
}

/// Between the points of a pane's sweep; 0 where there is one alone.
double spacing(const Pane& pane)
{
    const std::span<const double> x = pane.content().x;
    return x.size() > 1 ? std::abs(x[1] - x[0]) : 0.0;
}

QString percentText(double fraction)
{
    return localNumber(QString::number(100.0 * fraction, 'g', 3));
}

/// `0.9996 ± 0.0289`, and which share of the samples is no number.
QString statisticsText(const Statistics& of, std::size_t point)
{
    QString text = significantText(at(of.mean, point), at(of.meanError, point));
    const double stddev = at(of.stddev, point);
    if (std::isfinite(stddev) && std::isfinite(at(of.mean, point))) {
        text += QStringLiteral(" ± ") + significantText(stddev, at(of.stddevError, point));
    }
    if (const double share = at(of.nanFraction, point); share > 0.0 && share < 1.0) {
        text += Crosshair::tr(", NaN %1 %").arg(percentText(share));
    }
    if (const double share = at(of.infFraction, point); share > 0.0) {
        text += Crosshair::tr(", infinite %1 %").arg(percentText(share));
    }
    return text;
}

} // namespace

Crosshair::Crosshair(QCustomPlot& plot, const QString& layer, const Figure& figure)
    : QCPLayerable(&plot, layer), m_figure(figure)
{
}

void Crosshair::setPosition(std::optional<double> x)
{
    m_x = x;
}

std::optional<std::size_t> Crosshair::point() const
{
    const std::span<const double> x = m_figure.valuePane().content().x;
    if (!m_x || x.empty()) {
        return std::nullopt;
    }
    const auto nearest =
        std::ranges::min_element(x, {}, [&](double candidate) { return std::abs(candidate - *m_x); });
    return static_cast<std::size_t>(nearest - x.begin());
}

std::optional<double> Crosshair::position() const
{
    const auto nearest = point();
    return nearest ? std::optional(m_figure.valuePane().content().x[*nearest]) : std::nullopt;
}

std::vector<Crosshair::Line> Crosshair::linesOf(const Pane& pane, std::size_t point) const
{
    const Theme& theme = *m_figure.style().theme;
    std::vector<Line> lines;
    const GradientReading reading = pane.content().reading;
    for (const PaneCurve& curve : pane.content().curves) {
        QString text;
        if (curve.disconnected) {
            text = tr("disconnected: 0");
        } else if (reading != GradientReading::gradient) {
            text = readingText(readingAt(m_figure.content(), curve.variant, point), reading);
        } else {
            text = statisticsText(*curve.statistics, point);
        }
        lines.push_back({curve.number, text, curve.color, at(curve.statistics->mean, point)});
    }
    if (pane.content().layers.testFlag(FigureLayer::noiseFree)) {
        const double noiseFree = at(pane.content().noiseFree, point);
        const QString text = significantText(noiseFree, 0.0);
        lines.push_back({QString(), tr("noise-free %1").arg(text), theme.text, noiseFree});
    }
    if (!pane.content().difference.empty()) {
        const FigureContent& content = m_figure.content();
        const GradientComparison& comparison = content.curves->variants[content.reference].comparison;
        const double difference = at(pane.content().difference, point);
        const QString text = significantText(difference, at(comparison.gradientOfMeanError, point));
        lines.push_back({QString(), tr("by differences %1").arg(text), theme.text, difference});
    }
    return lines;
}

QStringList Crosshair::readout(const Pane& pane) const
{
    QStringList texts;
    if (const auto nearest = point()) {
        for (const Line& line : linesOf(pane, *nearest)) {
            texts += line.number.isEmpty() ? line.text : line.number + QLatin1Char(' ') + line.text;
        }
    }
    return texts;
}

void Crosshair::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void Crosshair::draw(QCPPainter* painter)
{
    const auto nearest = point();
    if (!nearest) {
        return;
    }
    for (const Pane* pane : {&m_figure.valuePane(), &m_figure.gradientPane()}) {
        drawIn(*painter, *pane, *nearest);
    }
}

void Crosshair::drawIn(QCPPainter& painter, const Pane& pane, std::size_t point) const
{
    const Frame frame = pane.frame();
    const double value = pane.content().x[point];
    const double x = frame.toPixelX(value);
    const QRectF& r = frame.rectangle();
    if (x < r.left() || x > r.right()) {
        return;
    }
    const Theme& theme = *m_figure.style().theme;
    painter.setPen(QPen(theme.accent, 1.0));
    painter.drawLine(QLineF(x, r.top(), x, r.bottom()));
    std::vector<Line> lines = linesOf(pane, point);
    int above = 0;
    int below = 0;
    for (const Line& line : lines) {
        const QPointF dot = std::isfinite(line.value) ? frame.toPixel(value, line.value) : QPointF(-1, -1);
        if (frame.contains(dot)) {
            ++(dot.y() < r.center().y() ? above : below);
            painter.setPen(QPen(theme.panel, 1.0));
            painter.setBrush(line.color);
            painter.drawEllipse(dot, 3.5, 3.5);
        }
    }
    painter.setBrush(Qt::NoBrush);
    const QString input = QString::fromStdString(m_figure.content().curves->input);
    lines.insert(lines.begin(),
                 {QString(), QStringLiteral("%1 = %2").arg(input, positionText(value, spacing(pane))),
                  theme.secondaryText, 0.0});
    drawBox(painter, pane, lines, x, above > below);
}

void Crosshair::drawBox(QCPPainter& painter, const Pane& pane, const std::vector<Line>& lines, double x,
                        bool curvesAreHigh) const
{
    const FigureStyle& style = m_figure.style();
    const QFont font = style.smallFont();
    const QFont bold = style.smallFont(true);
    const QFontMetricsF metrics(font);
    const bool numbered = std::ranges::any_of(lines, [](const Line& line) { return !line.number.isEmpty(); });
    const double indent = numbered ? QFontMetricsF(bold).horizontalAdvance(QStringLiteral("0")) + 6.0 : 0.0;
    double width = 0.0;
    for (const Line& line : lines) {
        width = std::max(width, indent + metrics.horizontalAdvance(line.text));
    }
    const QRectF r(pane.axisRect().rect());
    const double height = metrics.height() * static_cast<double>(lines.size());
    QRectF box(0, 0, width + 16.0, height + 8.0);
    const bool rightOfLine = x < r.center().x();
    box.moveLeft(rightOfLine ? x + 10.0 : x - 10.0 - box.width());
    // In the half where the curves are not.
    box.moveTop(curvesAreHigh ? r.bottom() - 10.0 - box.height() : r.top() + 6.0);

    painter.setPen(QPen(style.theme->line, 1.0));
    painter.setBrush(withOpacity(style.theme->panel, 0.92));
    painter.drawRoundedRect(box, 4, 4);
    painter.setBrush(Qt::NoBrush);
    double baseline = box.top() + 4.0 + metrics.ascent();
    for (const Line& line : lines) {
        painter.setPen(line.color);
        painter.setFont(bold);
        painter.drawText(QPointF(box.left() + 8.0, baseline), line.number);
        painter.setPen(line.number.isEmpty() ? line.color : style.theme->text);
        painter.setFont(font);
        painter.drawText(QPointF(box.left() + 8.0 + indent, baseline), line.text);
        baseline += metrics.height();
    }
}

} // namespace sluice
