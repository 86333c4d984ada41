// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/figure_style.h"
#include "ui/plot/value_range.h"

#include <QSize>

class QCPAxis;
class QCPAxisRect;
class QCPMarginGroup;
class QCustomPlot;

namespace sluice {

class Legend;
class Pane;
class TextBlock;

/// The figure on a plot widget, for the screen and for files alike: title, legend, forward plot over gradient
/// plot with a shared x axis, caption. The widget owns what is drawn and must outlive this.
class Figure
{
public:
    enum class Caption
    {
        hidden,
        shown
    };

    Figure(QCustomPlot& plot, const Theme& theme, DrawingQuality quality, Caption caption);
    Figure(const Figure&) = delete;
    Figure& operator=(const Figure&) = delete;

    void setTheme(const Theme& theme);
    void setQuality(DrawingQuality quality);
    void setContent(FigureContent content);
    [[nodiscard]] const FigureContent& content() const { return m_content; }
    [[nodiscard]] const FigureStyle& style() const { return m_style; }

    /// Chooses type size, number of ticks and lengths of names for a figure of this size.
    void arrange(const QSize& size);

    /// Shows all of the curves.
    void fit();
    /// The value ranges that show all of the curves, forward and gradient.
    [[nodiscard]] ValueRange readableValues() const;
    [[nodiscard]] ValueRange readableGradients() const;

    [[nodiscard]] Pane& valuePane() const { return *m_valuePane; }
    [[nodiscard]] Pane& gradientPane() const { return *m_gradientPane; }
    [[nodiscard]] Legend& legend() const { return *m_legend; }

private:
    QCPAxisRect* addAxisRect(int row);
    void applyStyle();
    void styleAxis(QCPAxis& axis) const;
    void nameAxes(int paneHeight);
    void updateContent();

    QCustomPlot& m_plot;
    FigureStyle m_style;
    FigureContent m_content;
    QSize m_size;
    TextBlock* m_title = nullptr;
    Legend* m_legend = nullptr;
    Pane* m_valuePane = nullptr;
    Pane* m_gradientPane = nullptr;
    TextBlock* m_caption = nullptr;
    /// Aligns the left and right sides of all parts.
    QCPMarginGroup* m_sides = nullptr;
};

} // namespace sluice
