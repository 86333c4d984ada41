// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/histogram_row.h"

#include "ui/plot/axis_style.h"
#include "ui/plot/histogram_pane.h"

#include <algorithm>

namespace sluice {

namespace {

struct HistogramLabels
{
    Q_DECLARE_TR_FUNCTIONS(sluice::HistogramLabels)
};

std::vector<HistogramCurve> curvesOf(const FigureContent& content, const std::vector<Histogram>& histograms,
                                     const Theme& theme)
{
    std::vector<HistogramCurve> curves;
    bool areAlike = true;
    for (std::size_t i = 0; i < content.variants.size() && i < histograms.size(); ++i) {
        const FigureVariant& variant = content.variants[i];
        if (variant.visible) {
            areAlike = areAlike && (curves.empty() || curves.front().histogram == histograms[i]);
            curves.push_back({.histogram = histograms[i],
                              .color = theme.variantColor(variant.color),
                              .dash = Theme::variantDash(variant.color),
                              .filled = static_cast<int>(i) == content.selected});
        }
    }
    // Where the selected one is hidden, the first, as in the plots.
    if (!curves.empty() && std::ranges::none_of(curves, &HistogramCurve::filled)) {
        curves.front().filled = true;
    }
    // Gates leave the forward value alone: one histogram is then every variant's.
    if (areAlike && curves.size() > 1) {
        curves.resize(1);
        curves.front().color = theme.secondaryText;
        curves.front().dash = Qt::SolidLine;
        curves.front().filled = true;
    }
    return curves;
}

std::optional<double> valueAt(const std::vector<double>& values, std::size_t point)
{
    return point < values.size() ? std::optional(values[point]) : std::nullopt;
}

} // namespace

HistogramRow::HistogramRow(QCustomPlot& plot, const FigureStyle& style) : m_style(style)
{
    auto* row = new QCPLayoutGrid;
    row->setColumnSpacing(8);
    m_element = row;
    for (std::size_t column = 0; column < m_panes.size(); ++column) {
        auto* rect = new QCPAxisRect(&plot);
        row->addElement(0, static_cast<int>(column), rect);
        prepareAxes(*rect);
        rect->setMinimumMargins(QMargins(0, 4, 24, 0));
        rect->axis(QCPAxis::atLeft)->setTickLabels(false);
        rect->axis(QCPAxis::atLeft)->grid()->setVisible(false);
        m_panes[column] = new HistogramPane(*rect, style);
    }
}

void HistogramRow::alignSides(QCPMarginGroup& sides)
{
    m_panes.front()->axisRect().setMarginGroup(QCP::msLeft, &sides);
    m_panes.back()->axisRect().setMarginGroup(QCP::msRight, &sides);
}

void HistogramRow::setContent(const FigureContent& content)
{
    if (!content.histograms || content.isEmpty()) {
        return;
    }
    const PointHistograms& histograms = *content.histograms;
    const std::vector<double> none;
    const std::vector<double>& gradient =
        content.reference < content.curves->variants.size()
            ? content.curves->variants[content.reference].comparison.noiseFree
            : none;
    m_panes.front()->setContent(curvesOf(content, histograms.value, *m_style.theme),
                                valueAt(content.curves->noiseFreeValue, histograms.point));
    m_panes.back()->setContent(curvesOf(content, histograms.gradient, *m_style.theme),
                               valueAt(gradient, histograms.point));
    const QString input = QString::fromStdString(content.curves->input);
    const QString output = QString::fromStdString(content.curves->output);
    QString where = QString::number(histograms.at, 'g', 6);
    where.replace(u'-', QChar(0x2212)).replace(u'.', m_style.decimalSign());
    //: A histogram's axis: a quantity at one point of the sweep, "z at x = 1".
    const QString label = HistogramLabels::tr("%1 at %2 = %3");
    m_panes.front()->axisRect().axis(QCPAxis::atBottom)->setLabel(label.arg(output, input, where));
    m_panes.back()
        ->axisRect()
        .axis(QCPAxis::atBottom)
        ->setLabel(label.arg(QStringLiteral("d%1/d%2").arg(output, input), input, where));
    m_panes.front()->axisRect().axis(QCPAxis::atLeft)->setLabel(HistogramLabels::tr("share"));
}

void HistogramRow::applyStyle()
{
    for (const HistogramPane* pane : m_panes) {
        for (QCPAxis* axis : axesOf(pane->axisRect())) {
            styleAxis(*axis, m_style);
        }
        pane->axisRect().axis(QCPAxis::atLeft)->setTickPen(Qt::NoPen);
    }
}

void HistogramRow::arrange(int width)
{
    for (const HistogramPane* pane : m_panes) {
        pane->axisRect().axis(QCPAxis::atBottom)->ticker()->setTickCount(std::clamp(width / 200, 2, 6));
    }
}

} // namespace sluice
