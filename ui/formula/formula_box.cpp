// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_box.h"

#include "ui/formula/formula_measures.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <utility>

namespace sluice {

namespace {

using Kind = TypesetFormula::Kind;

/// Small type, as in exponents and notes, and below which size no type gets smaller.
constexpr double smallScale = 0.74;
constexpr double smallestPoints = 5.5;

QFont resized(QFont font, double scale)
{
    if (font.pixelSize() > 0) {
        font.setPixelSize(std::max(static_cast<int>(font.pixelSize() * scale), 7));
    } else {
        font.setPointSizeF(std::max(font.pointSizeF() * scale, std::min(smallestPoints, font.pointSizeF())));
    }
    return font;
}

FormulaBox glyphs(const QString& text, const QFont& font)
{
    const QFontMetricsF metrics(font);
    FormulaBox box;
    box.text = text;
    box.font = font;
    box.width = metrics.horizontalAdvance(text);
    if (font.italic() && !text.isEmpty()) {
        // A slanted letter leans out of its own width.
        box.width = std::max(box.width, metrics.boundingRect(text).right());
    }
    box.ascent = metrics.ascent();
    box.descent = metrics.descent();
    return box;
}

class BoxBuilder
{
public:
    explicit BoxBuilder(const QFont& font) : m_font(font), m_measures(font) {}

    [[nodiscard]] FormulaBox build(const TypesetFormula& formula) const
    {
        FormulaBox box = unmarked(formula);
        box.kind = formula.kind;
        box.mark = formula.mark;
        if (formula.mark != TypesetFormula::Mark::none) {
            addRoomForMark(box);
        }
        return box;
    }

private:
    [[nodiscard]] FormulaBox unmarked(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox sign(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox row(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox fraction(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox root(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox raised(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox lowered(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox fenced(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox cases(const TypesetFormula& formula) const;
    [[nodiscard]] FormulaBox annotated(const TypesetFormula& formula) const;
    void addRoomForMark(FormulaBox& box) const;
    [[nodiscard]] FormulaBox smaller(const TypesetFormula& formula) const
    {
        return BoxBuilder(resized(m_font, smallScale)).build(formula);
    }
    [[nodiscard]] QPainterPath fence(QChar character, double ascent, double descent) const;

    QFont m_font;
    Measures m_measures;
};

FormulaBox BoxBuilder::unmarked(const TypesetFormula& formula) const
{
    switch (formula.kind) {
    case Kind::text:
        return glyphs(formula.text, m_font);
    case Kind::name: {
        QFont slanted = m_font;
        slanted.setItalic(true);
        return glyphs(formula.text, slanted);
    }
    case Kind::sign:
    case Kind::times:
        return sign(formula);
    case Kind::row:
        return row(formula);
    case Kind::fraction:
        return fraction(formula);
    case Kind::root:
        return root(formula);
    case Kind::raised:
        return raised(formula);
    case Kind::lowered:
        return lowered(formula);
    case Kind::fenced:
        return fenced(formula);
    case Kind::cases:
        return cases(formula);
    case Kind::annotated:
        return annotated(formula);
    }
    return {};
}

FormulaBox BoxBuilder::sign(const TypesetFormula& formula) const
{
    const double around = m_measures.em() * (formula.kind == Kind::sign ? 0.28 : 0.16);
    FormulaBox box;
    if (formula.text.isEmpty()) {
        box.width = around;
        return box;
    }
    box.parts.push_back(glyphs(formula.text, m_font));
    box.parts[0].origin.setX(around);
    embrace(box);
    box.width += around;
    return box;
}

FormulaBox BoxBuilder::row(const TypesetFormula& formula) const
{
    FormulaBox box;
    for (const TypesetFormula& part : formula.parts) {
        FormulaBox each = build(part);
        each.origin.setX(box.width);
        box.width += each.width;
        box.parts.push_back(std::move(each));
    }
    embrace(box);
    return box;
}

FormulaBox BoxBuilder::fraction(const TypesetFormula& formula) const
{
    FormulaBox above = build(formula.parts[0]);
    FormulaBox below = build(formula.parts[1]);
    const double side = m_measures.em() * 0.12;
    const double gap = m_measures.gap();
    FormulaBox box;
    box.lineWidth = m_measures.lineWidth();
    box.width = std::max(above.width, below.width) + 4.0 * side;
    const double bar = -m_measures.axis();
    above.origin = {(box.width - above.width) / 2.0, bar - gap - box.lineWidth / 2.0 - above.descent};
    below.origin = {(box.width - below.width) / 2.0, bar + gap + box.lineWidth / 2.0 + below.ascent};
    box.strokes.moveTo(side, bar);
    box.strokes.lineTo(box.width - side, bar);
    box.parts = {std::move(above), std::move(below)};
    embrace(box);
    return box;
}

FormulaBox BoxBuilder::root(const TypesetFormula& formula) const
{
    FormulaBox inside = build(formula.parts[0]);
    FormulaBox box;
    box.lineWidth = m_measures.lineWidth();
    const double hook = m_measures.em() * 0.62;
    const double top = -(inside.ascent + m_measures.gap() / 2.0);
    const double bottom = inside.descent - m_measures.gap() / 2.0;
    inside.origin.setX(hook + m_measures.em() * 0.08);
    box.width = inside.origin.x() + inside.width + m_measures.em() * 0.1;
    const double knee = bottom - std::min(inside.height() / 2.0, m_measures.em() * 0.55);
    box.strokes.moveTo(m_measures.em() * 0.06, knee + m_measures.em() * 0.1);
    box.strokes.lineTo(m_measures.em() * 0.2, knee);
    box.strokes.lineTo(m_measures.em() * 0.36, bottom);
    box.strokes.lineTo(hook, top);
    box.strokes.lineTo(box.width, top);
    box.ascent = -top + box.lineWidth;
    box.parts = {std::move(inside)};
    embrace(box);
    return box;
}

FormulaBox BoxBuilder::raised(const TypesetFormula& formula) const
{
    FormulaBox base = build(formula.parts[0]);
    FormulaBox exponent = smaller(formula.parts[1]);
    const double letter = m_measures.ascent();
    // Above the middle of small letters, and higher over what is tall.
    const double height =
        std::max(m_measures.xHeight() * 0.8, base.ascent - letter + m_measures.xHeight() * 0.8);
    exponent.origin = {base.width + m_measures.em() * 0.04, -std::max(height, exponent.descent)};
    FormulaBox box;
    box.parts = {std::move(base), std::move(exponent)};
    embrace(box);
    return box;
}

FormulaBox BoxBuilder::lowered(const TypesetFormula& formula) const
{
    FormulaBox base = build(formula.parts[0]);
    FormulaBox index = smaller(formula.parts[1]);
    index.origin = {base.width, m_measures.xHeight() * 0.35};
    FormulaBox box;
    box.parts = {std::move(base), std::move(index)};
    embrace(box);
    return box;
}

/// Inside of a square as wide as it is said, from the baseline's left end.
QPainterPath BoxBuilder::fence(QChar character, double ascent, double descent) const
{
    const double width = m_measures.em() * 0.34;
    const double left = width * 0.3;
    const double right = width * 0.85;
    const double middle = (descent - ascent) / 2.0;
    QPainterPath path;
    switch (character.unicode()) {
    case u'(':
        path.moveTo(right, -ascent);
        path.quadTo(left - width * 0.25, middle, right, descent);
        break;
    case u')':
        path.moveTo(width - right, -ascent);
        path.quadTo(width - left + width * 0.25, middle, width - right, descent);
        break;
    case u'|':
        path.moveTo(width / 2.0, -ascent);
        path.lineTo(width / 2.0, descent);
        break;
    case u'⌊':
    case u'⌈':
    case u'⌋':
    case u'⌉': {
        const bool opens = character == u'⌊' || character == u'⌈';
        const bool isFloor = character == u'⌊' || character == u'⌋';
        const double stem = opens ? left : width - left;
        const double foot = opens ? right : width - right;
        path.moveTo(isFloor ? stem : foot, -ascent);
        path.lineTo(stem, -ascent);
        path.lineTo(stem, descent);
        path.lineTo(isFloor ? foot : stem, descent);
        break;
    }
    case u'{':
        path.moveTo(right, -ascent);
        path.quadTo(width / 2.0, -ascent, width / 2.0, -ascent + width / 2.0);
        path.lineTo(width / 2.0, middle - width / 2.0);
        path.quadTo(width / 2.0, middle, 0.0, middle);
        path.quadTo(width / 2.0, middle, width / 2.0, middle + width / 2.0);
        path.lineTo(width / 2.0, descent - width / 2.0);
        path.quadTo(width / 2.0, descent, right, descent);
        break;
    default:
        break;
    }
    return path;
}

FormulaBox BoxBuilder::fenced(const TypesetFormula& formula) const
{
    FormulaBox inside = build(formula.parts[0]);
    const double width = m_measures.em() * 0.34;
    const double side = m_measures.em() * 0.38;
    const double ascent = std::max(inside.ascent, m_measures.ascent()) * 0.96;
    const double descent = std::max(inside.descent, m_measures.descent()) * 0.96;
    FormulaBox box;
    box.lineWidth = m_measures.lineWidth();
    inside.origin.setX(side);
    box.width = inside.width + 2.0 * side;
    box.strokes.addPath(fence(formula.text.front(), ascent, descent));
    box.strokes.addPath(fence(formula.text.back(), ascent, descent).translated(box.width - width, 0.0));
    box.parts = {std::move(inside)};
    embrace(box);
    return box;
}

FormulaBox BoxBuilder::cases(const TypesetFormula& formula) const
{
    const QString condition = QCoreApplication::translate("Formula", "if ");
    const QString otherwise = QCoreApplication::translate("Formula", "otherwise");
    FormulaBox first = build(formula.parts[0]);
    FormulaBox holds = build(TypesetFormula::row({TypesetFormula::plain(condition), formula.parts[1]}));
    FormulaBox second = build(formula.parts[2]);
    FormulaBox fails = build(TypesetFormula::plain(otherwise));
    const double side = m_measures.em() * 0.52;
    const double column = side + std::max(first.width, second.width) + m_measures.em();
    const double gap = m_measures.gap();
    const double axis = m_measures.axis();
    const double upper = -axis - gap - std::max(first.descent, holds.descent);
    const double lower = -axis + gap + std::max(second.ascent, fails.ascent);
    first.origin = {side, upper};
    holds.origin = {column, upper};
    second.origin = {side, lower};
    fails.origin = {column, lower};
    FormulaBox box;
    box.lineWidth = m_measures.lineWidth();
    box.parts = {std::move(first), std::move(holds), std::move(second), std::move(fails)};
    embrace(box);
    // The brace's tip stands at the axis, and so does the middle of what it holds.
    const double shift = (box.ascent - box.descent) / 2.0 - axis;
    for (FormulaBox& part : box.parts) {
        part.origin.ry() += shift;
    }
    box.ascent -= shift;
    box.descent += shift;
    box.strokes = fence(u'{', box.ascent, box.descent).translated(m_measures.em() * 0.1, 0.0);
    return box;
}

FormulaBox BoxBuilder::annotated(const TypesetFormula& formula) const
{
    FormulaBox base = build(formula.parts[0]);
    FormulaBox note = smaller(formula.parts[1]);
    FormulaBox box;
    box.width = std::max(base.width, note.width);
    base.origin.setX((box.width - base.width) / 2.0);
    note.origin = {(box.width - note.width) / 2.0, base.descent + m_measures.gap() / 2.0 + note.ascent};
    box.parts = {std::move(base), std::move(note)};
    embrace(box);
    return box;
}

void BoxBuilder::addRoomForMark(FormulaBox& box) const
{
    const double side = m_measures.em() * 0.18;
    const double above = m_measures.em() * 0.08;
    box.strokes.translate(side, 0.0);
    for (FormulaBox& part : box.parts) {
        part.origin.rx() += side;
    }
    if (!box.text.isEmpty()) {
        // Its own text begins at its own left end: it moves into a part.
        FormulaBox inner = glyphs(box.text, box.font);
        inner.kind = box.kind;
        inner.origin.setX(side);
        box.text.clear();
        box.parts.push_back(std::move(inner));
    }
    box.width += 2.0 * side;
    box.ascent += above;
    box.descent += above;
    if (box.mark == TypesetFormula::Mark::stopped) {
        box.lineWidth = m_measures.lineWidth();
        box.strikeOut = QLineF(0.0, box.descent, box.width, -box.ascent);
    }
}

} // namespace

FormulaBox layOut(const TypesetFormula& formula, const QFont& font)
{
    return BoxBuilder(font).build(formula);
}

} // namespace sluice
