// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/figure_style.h"

#include <array>

class QCPLayoutElement;
class QCPMarginGroup;
class QCustomPlot;

namespace sluice {

class HistogramPane;

/// The histograms of value and gradient at one point, side by side. The plot owns what is drawn.
class HistogramRow
{
public:
    HistogramRow(QCustomPlot& plot, const FigureStyle& style);

    /// To be put into the figure's layout.
    [[nodiscard]] QCPLayoutElement& element() const { return *m_element; }
    void alignSides(QCPMarginGroup& sides);
    void setContent(const FigureContent& content);
    void applyStyle();
    void arrange(int width);

private:
    const FigureStyle& m_style;
    QCPLayoutElement* m_element = nullptr;
    /// Of the value, and of the gradient.
    std::array<HistogramPane*, 2> m_panes{};
};

} // namespace sluice
