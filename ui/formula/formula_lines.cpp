// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_box.h"
#include "ui/formula/formula_measures.h"

#include <utility>

namespace sluice {

namespace {

/// The parts of a formula between which a line may break.
void collectPieces(const TypesetFormula& formula, std::vector<TypesetFormula>& pieces)
{
    if (formula.kind == TypesetFormula::Kind::row && formula.mark == TypesetFormula::Mark::none) {
        for (const TypesetFormula& part : formula.parts) {
            collectPieces(part, pieces);
        }
    } else {
        pieces.push_back(formula);
    }
}

bool mayBreakBefore(const TypesetFormula& piece)
{
    return (piece.kind == TypesetFormula::Kind::sign || piece.kind == TypesetFormula::Kind::times) &&
           !piece.text.isEmpty();
}

/// What stays together in a line.
struct Chunk
{
    std::vector<FormulaBox> boxes;
    double width = 0.0;
};

std::vector<Chunk> chunksOf(const TypesetFormula& formula, const QFont& font)
{
    std::vector<TypesetFormula> pieces;
    collectPieces(formula, pieces);
    std::vector<Chunk> chunks(1);
    for (const TypesetFormula& piece : pieces) {
        if (mayBreakBefore(piece) && !chunks.back().boxes.empty()) {
            chunks.emplace_back();
        }
        chunks.back().boxes.push_back(layOut(piece, font));
        chunks.back().width += chunks.back().boxes.back().width;
    }
    return chunks;
}

} // namespace

FormulaBox layOut(const TypesetFormula& formula, const QFont& font, double width)
{
    FormulaBox whole = layOut(formula, font);
    if (whole.width <= width) {
        return whole;
    }
    const Measures measures(font);
    std::vector<FormulaBox> lines(1);
    const double indent = measures.em() * 1.2;
    for (Chunk& chunk : chunksOf(formula, font)) {
        if (!lines.back().parts.empty() && lines.back().width + chunk.width > width) {
            lines.emplace_back();
            lines.back().width = indent;
        }
        for (FormulaBox& box : chunk.boxes) {
            box.origin.setX(lines.back().width);
            lines.back().width += box.width;
            lines.back().parts.push_back(std::move(box));
        }
    }
    FormulaBox all;
    for (FormulaBox& line : lines) {
        embrace(line);
        if (!all.parts.empty()) {
            line.origin.setY(all.descent + measures.em() * 0.45 + line.ascent);
        }
        all.parts.push_back(line);
        embrace(all);
    }
    return all;
}

} // namespace sluice
