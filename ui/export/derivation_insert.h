// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/typeset_formula.h"
#include "ui/plot/figure_insert.h"

#include <QString>

#include <vector>

namespace sluice {

struct FormulaBox;

/// The chain rule of one variant, to be written below the plots.
struct VariantDerivation
{
    QString name;
    int position = 0;
    int color = 0;
    std::vector<TypesetFormula> formulas;
};

/// Derivations below one another, each under its variant's number and name where there are several.
class DerivationInsert : public FigureInsert
{
public:
    explicit DerivationInsert(std::vector<VariantDerivation> derivations);
    ~DerivationInsert() override;

    [[nodiscard]] double heightFor(double width, const FigureStyle& style) const override;
    /// Ends with dots where the room does.
    void paint(QPainter& painter, const QRectF& room, const FigureStyle& style) const override;

private:
    /// One below the other: a heading, or a formula.
    struct Line;
    [[nodiscard]] std::vector<Line> linesFor(double width, const FigureStyle& style) const;
    [[nodiscard]] const std::vector<Line>& laidOut(double width, const FigureStyle& style) const;

    std::vector<VariantDerivation> m_derivations;
    /// Of the last width and size of type: a figure asks for its parts' sizes again and again.
    mutable std::vector<Line> m_lines;
    mutable double m_width = 0.0;
    mutable int m_fontPixels = 0;
};

} // namespace sluice
