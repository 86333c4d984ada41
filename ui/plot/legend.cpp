// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/legend.h"

#include "ui/plot/marks.h"
#include "ui/plot/text_block.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice {

namespace {

double swatchWidth(Legend::Entry::Kind kind)
{
    using Kind = Legend::Entry::Kind;
    switch (kind) {
    case Kind::nan:
    case Kind::pointOfInterest:
        return 10.0;
    case Kind::infinite:
        return 20.0;
    case Kind::cut:
        return 0.0;
    default:
        return 26.0;
    }
}

constexpr double swatchGap = 6.0;
constexpr double longestText = 280.0;

double spaceBefore(Legend::Entry::Kind kind)
{
    const double swatch = swatchWidth(kind);
    return swatch > 0.0 ? swatch + swatchGap : 0.0;
}

} // namespace

Legend::Legend(QCustomPlot& plot, const FigureStyle& style) : QCPLayoutElement(&plot), m_style(style) {}

int Legend::rowHeight() const
{
    return static_cast<int>(std::ceil(QFontMetricsF(m_style.smallFont()).height())) + 3;
}

Legend::Placed Legend::measured(const Entry& entry, int width) const
{
    const QFontMetricsF metrics(m_style.smallFont());
    const double numberWidth =
        entry.number.isEmpty() ? 0.0
                               : QFontMetricsF(m_style.smallFont(true)).horizontalAdvance(entry.number) + 5.0;
    const double before = spaceBefore(entry.kind) + numberWidth;
    const double space = std::max(0.0, width - before);
    const QString text = metrics.elidedText(entry.text, Qt::ElideMiddle, std::min(space, longestText));
    return {&entry, text, QRectF(0, 0, before + std::ceil(metrics.horizontalAdvance(text)), rowHeight())};
}

bool Legend::isInside(const Placed& placed) const
{
    return placed.rectangle.bottom() <= m_maximumRows * rowHeight();
}

std::vector<Legend::Placed> Legend::placed(int width) const
{
    constexpr std::array spacings{Spacing{18.0, true}, Spacing{10.0, true}, Spacing{10.0, false}};
    std::vector<Placed> all;
    for (const Spacing& spacing : spacings) {
        all = placed(width, spacing);
        if (all.empty() || isInside(all.back())) {
            return all;
        }
    }
    cut(all, width, spacings.back().gap);
    return all;
}

void Legend::cut(std::vector<Placed>& all, int width, double gap) const
{
    static const Entry sign{.kind = Entry::Kind::cut, .text = QStringLiteral("…")};
    Placed last = measured(sign, width);
    std::erase_if(all, [&](const Placed& placed) { return !isInside(placed); });
    const auto isInTheWay = [&](const Placed& placed) {
        return placed.rectangle.right() + gap + last.rectangle.width() > width;
    };
    if (!all.empty() && isInTheWay(all.back())) {
        all.pop_back();
    }
    if (!all.empty()) {
        last.rectangle.moveTopLeft(all.back().rectangle.topRight() + QPointF(gap, 0.0));
    }
    all.push_back(last);
}

std::vector<Legend::Placed> Legend::placed(int width, const Spacing& spacing) const
{
    std::vector<Placed> all;
    double totalWidth = 0.0;
    for (const Entry& entry : m_entries) {
        all.push_back(measured(entry, width));
        totalWidth += all.back().rectangle.width() + spacing.gap;
    }
    const bool isGrouped = spacing.isGrouped && totalWidth - spacing.gap > width;
    QPointF position(0.0, 0.0);
    bool inVariants = true;
    for (Placed& placed : all) {
        const bool isVariant = placed.entry->kind == Entry::Kind::variant;
        const bool newGroup = inVariants && !isVariant;
        const bool tooWide = position.x() + placed.rectangle.width() > width;
        if (position.x() > 0.0 && (tooWide || (newGroup && isGrouped))) {
            position = {0.0, position.y() + rowHeight()};
        }
        inVariants = isVariant;
        placed.rectangle.moveTopLeft(position);
        position.rx() += placed.rectangle.width() + spacing.gap;
    }
    return all;
}

QSize Legend::minimumOuterSizeHint() const
{
    const auto all = placed(widthInFigure(*this));
    return {0, all.empty() ? 0 : static_cast<int>(std::ceil(all.back().rectangle.bottom()))};
}

QSize Legend::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, minimumOuterSizeHint().height()};
}

std::optional<int> Legend::variantAt(const QPointF& pixel) const
{
    for (const Placed& placed : placed(rect().width())) {
        if (placed.entry->variant >= 0 && placed.rectangle.translated(rect().topLeft()).contains(pixel)) {
            return placed.entry->variant;
        }
    }
    return std::nullopt;
}

QStringList Legend::writtenTexts() const
{
    QStringList texts;
    for (const Placed& placed : placed(rect().width())) {
        texts += placed.text;
    }
    return texts;
}

QRectF Legend::entryRectangle(int variant) const
{
    for (const Placed& placed : placed(rect().width())) {
        if (placed.entry->variant == variant) {
            return placed.rectangle.translated(rect().topLeft());
        }
    }
    return {};
}

void Legend::draw(QCPPainter* painter)
{
    painter->setAntialiasing(true);
    for (const Placed& placed : placed(rect().width())) {
        painter->save();
        painter->translate(rect().topLeft());
        if (!placed.entry->visible) {
            painter->setOpacity(0.4);
        }
        drawEntry(*painter, placed);
        painter->restore();
    }
}

void Legend::drawEntry(QCPPainter& painter, const Placed& placed) const
{
    const QRectF& r = placed.rectangle;
    const Entry& entry = *placed.entry;
    drawSwatch(painter, entry, QRectF(r.left(), r.top() + 2.0, swatchWidth(entry.kind), r.height() - 4.0));
    const QFontMetricsF metrics(m_style.smallFont());
    const double baseline = r.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    double x = r.left() + spaceBefore(entry.kind);
    if (!entry.number.isEmpty()) {
        const QFont bold = m_style.smallFont(true);
        painter.setFont(bold);
        painter.setPen(entry.color);
        painter.drawText(QPointF(x, baseline), entry.number);
        x += QFontMetricsF(bold).horizontalAdvance(entry.number) + 5.0;
    }
    painter.setFont(m_style.smallFont());
    painter.setPen(entry.kind == Entry::Kind::variant ? m_style.theme->text : m_style.theme->secondaryText);
    painter.drawText(QPointF(x, baseline), placed.text);
}

void Legend::drawSwatch(QCPPainter& painter, const Entry& entry, const QRectF& swatch) const
{
    const QPointF middle = swatch.center();
    const QLineF line(swatch.left(), middle.y(), swatch.right(), middle.y());
    const auto fillBand = [&](double opacity, double inset) {
        painter.fillRect(swatch.adjusted(0, inset, 0, -inset), withOpacity(entry.color, opacity));
    };
    switch (entry.kind) {
    case Entry::Kind::variant:
        if (entry.filled) {
            fillBand(FigureStyle::outerBandOpacity, 0.0);
            fillBand(FigureStyle::innerBandOpacity, swatch.height() / 4);
        }
        [[fallthrough]];
    case Entry::Kind::mean:
        painter.setPen(m_style.meanPen(entry.color, entry.dash));
        painter.drawLine(line);
        break;
    case Entry::Kind::innerBand:
        fillBand(FigureStyle::outerBandOpacity, swatch.height() / 5);
        fillBand(FigureStyle::innerBandOpacity, swatch.height() / 5);
        break;
    case Entry::Kind::outerBand:
        fillBand(FigureStyle::outerBandOpacity, swatch.height() / 5);
        break;
    case Entry::Kind::noiseFree:
        painter.setPen(m_style.noiseFreePen());
        painter.drawLine(line);
        break;
    case Entry::Kind::path:
        painter.setPen(FigureStyle::pathPen(entry.color));
        for (const double share : {0.2, 0.5, 0.8}) {
            const double rise = swatch.height() * (share - 0.5);
            painter.drawLine(QLineF(line.p1() + QPointF(0.0, rise), line.p2() - QPointF(0.0, rise / 2)));
        }
        break;
    case Entry::Kind::difference:
        painter.setPen(m_style.differencePen());
        painter.drawLine(line);
        break;
    case Entry::Kind::nan:
        drawCross(painter, middle, entry.color);
        break;
    case Entry::Kind::infinite:
        drawTriangle(painter, {swatch.left() + 4.5, middle.y() - 3.0}, true, entry.color);
        drawTriangle(painter, {swatch.right() - 4.5, middle.y() + 3.0}, false, entry.color);
        break;
    case Entry::Kind::pointOfInterest:
        painter.setPen(m_style.pointOfInterestPen());
        painter.drawLine(QLineF(middle.x(), swatch.top(), middle.x(), swatch.bottom()));
        break;
    case Entry::Kind::cut:
        break;
    }
}

} // namespace sluice
