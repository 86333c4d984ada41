// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/derivation_insert.h"

#include "ui/formula/formula_box.h"
#include "ui/formula/formula_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <utility>

namespace sluice {

namespace {

constexpr double gapAbove = 5.0;
constexpr double indent = 12.0;

} // namespace

struct DerivationInsert::Line
{
    /// Null for a formula.
    const VariantDerivation* heading = nullptr;
    FormulaBox formula;
    double height = 0.0;
};

DerivationInsert::DerivationInsert(std::vector<VariantDerivation> derivations)
    : m_derivations(std::move(derivations))
{
}

DerivationInsert::~DerivationInsert() = default;

const std::vector<DerivationInsert::Line>& DerivationInsert::laidOut(double width,
                                                                     const FigureStyle& style) const
{
    if (width != m_width || style.fontPixels != m_fontPixels) {
        m_lines = linesFor(width, style);
        m_width = width;
        m_fontPixels = style.fontPixels;
    }
    return m_lines;
}

std::vector<DerivationInsert::Line> DerivationInsert::linesFor(double width, const FigureStyle& style) const
{
    std::vector<Line> lines;
    const bool hasHeadings = m_derivations.size() > 1;
    for (const VariantDerivation& derivation : m_derivations) {
        if (hasHeadings) {
            lines.push_back({.heading = &derivation,
                             .formula = {},
                             .height = QFontMetricsF(style.smallFont(true)).height() + gapAbove});
        }
        for (const TypesetFormula& formula : derivation.formulas) {
            FormulaBox box = layOut(formula, style.font(), width - (hasHeadings ? indent : 0.0));
            const double height = box.height() + gapAbove;
            lines.push_back({.heading = nullptr, .formula = std::move(box), .height = height});
        }
    }
    return lines;
}

double DerivationInsert::heightFor(double width, const FigureStyle& style) const
{
    double height = 0.0;
    for (const Line& line : laidOut(width, style)) {
        height += line.height;
    }
    return height;
}

void DerivationInsert::paint(QPainter& painter, const QRectF& room, const FigureStyle& style) const
{
    const double left = room.left() + (m_derivations.size() > 1 ? indent : 0.0);
    double top = room.top();
    const std::vector<Line>& lines = laidOut(room.width(), style);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        // A heading alone says nothing.
        const bool isFollowed = line.heading != nullptr && i + 1 < lines.size();
        const double needed = line.height + (isFollowed ? lines[i + 1].height : 0.0);
        // The layout counts in whole pixels, and its rectangles end one before.
        if (top + needed > room.bottom() + 1.5) {
            painter.setFont(style.font());
            painter.setPen(style.neutral());
            painter.drawText(QPointF(left, top + QFontMetricsF(style.font()).ascent()), QStringLiteral("…"));
            return;
        }
        if (line.heading != nullptr) {
            const QFont bold = style.smallFont(true);
            const QFontMetricsF metrics(bold);
            painter.setFont(bold);
            painter.setPen(style.theme->variantColor(line.heading->color));
            const QString text =
                QStringLiteral("%1  %2").arg(line.heading->position + 1).arg(line.heading->name);
            painter.drawText(QPointF(room.left(), top + gapAbove + metrics.ascent()),
                             metrics.elidedText(text, Qt::ElideMiddle, room.width()));
        } else {
            sluice::paint(painter, line.formula, {left, top + gapAbove + line.formula.ascent}, *style.theme);
        }
        top += line.height;
    }
}

} // namespace sluice
