// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/figure_parts.h"
#include "ui/plot/figure_style.h"
#include "ui/plot/value_range.h"

#include <QSize>

#include <memory>

class QCPAxisRect;
class QCPLayoutElement;
class QCPMarginGroup;
class QCustomPlot;

namespace sluice {

class HistogramRow;
class InsertBlock;
class Legend;
class Pane;
class TextBlock;

/// The figure on a plot widget, for the screen and for files alike: title, legend, forward plot over gradient
/// plot with a shared x axis, caption, and what else is chosen. The widget owns what is drawn and must
/// outlive this.
class Figure
{
public:
    Figure(QCustomPlot& plot, const Theme& theme, DrawingQuality quality, FigureParts parts);
    ~Figure();
    Figure(const Figure&) = delete;
    Figure& operator=(const Figure&) = delete;

    void setTheme(const Theme& theme);
    void setQuality(DrawingQuality quality);
    void setContent(FigureContent content);
    [[nodiscard]] const FigureContent& content() const { return m_content; }
    [[nodiscard]] const FigureStyle& style() const { return m_style; }

    /// Chooses type size, number of ticks and lengths of names for a figure of this size.
    void arrange(const QSize& size);

    /// Larger type than the size of the figure asks for, in pixels; smaller where
    /// it is negative.
    void setTextEnlargement(int pixels);

    /// Shows all of the curves.
    void fit();
    /// Shows all of the gradient's curves, in the stretch of the sweep that is shown.
    void fitGradients();
    /// The value ranges that show all of the curves, forward and gradient.
    [[nodiscard]] ValueRange readableValues() const;
    [[nodiscard]] ValueRange readableGradients() const;

    [[nodiscard]] Pane& valuePane() const { return *m_valuePane; }
    [[nodiscard]] Pane& gradientPane() const { return *m_gradientPane; }
    [[nodiscard]] Legend& legend() const { return *m_legend; }

private:
    /// The element's place is kept where it isn't shown.
    void place(QCPLayoutElement& element, FigurePart part);
    QCPAxisRect* addAxisRect(FigurePart part);
    [[nodiscard]] std::vector<Pane*> shownPanes() const;
    void applyStyle();
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] int paneHeight() const;
    /// Histograms count by their share.
    [[nodiscard]] double paneCount() const;
    /// For the plots' frames and the derivation.
    [[nodiscard]] int roomForPanes() const;
    void shareRoom(int paneHeight);
    void nameAxes(int paneHeight);
    [[nodiscard]] QString gradientLabel(int paneHeight) const;
    void scaleGradients();
    void updateContent();

    QCustomPlot& m_plot;
    FigureParts m_parts;
    FigureStyle m_style;
    FigureContent m_content;
    QSize m_size;
    int m_textEnlargement = 0;
    TextBlock* m_title = nullptr;
    Legend* m_legend = nullptr;
    Pane* m_valuePane = nullptr;
    Pane* m_gradientPane = nullptr;
    TextBlock* m_caption = nullptr;
    InsertBlock* m_graph = nullptr;
    InsertBlock* m_derivation = nullptr;
    /// Null where there is none.
    std::unique_ptr<HistogramRow> m_histograms;
    /// Aligns the left and right sides of all parts.
    QCPMarginGroup* m_sides = nullptr;
};

} // namespace sluice
