// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/figure.h"

#include "ui/plot/axis_style.h"
#include "ui/plot/histogram_row.h"
#include "ui/plot/insert_block.h"
#include "ui/plot/legend.h"
#include "ui/plot/pane.h"
#include "ui/plot/text_block.h"

#include <QCoreApplication>
#include <qcustomplot.h>

#include <algorithm>

namespace sluice {

namespace {

struct FigureLabels
{
    Q_DECLARE_TR_FUNCTIONS(sluice::FigureLabels)
};

/// The height of the histograms among the plots.
constexpr double histogramShare = 0.5;

/// Samples, seed and semantics, which a caption too long for the figure keeps.
constexpr int lastCaptionParts = 3;

void linkRanges(QCPAxis* from, QCPAxis* to)
{
    QObject::connect(from, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), to,
                     qOverload<const QCPRange&>(&QCPAxis::setRange));
}

QCPRange toAxis(ValueRange range)
{
    return {range.low, range.high};
}

} // namespace

Figure::Figure(QCustomPlot& plot, const Theme& theme, DrawingQuality quality, FigureParts parts)
    : m_plot(plot),
      m_parts(parts),
      m_style{.theme = &theme, .quality = quality},
      m_title(new TextBlock(plot, m_style, TextBlock::Role::title)),
      m_legend(new Legend(plot, m_style)),
      m_caption(new TextBlock(plot, m_style, TextBlock::Role::caption)),
      m_graph(new InsertBlock(plot, m_style)),
      m_derivation(new InsertBlock(plot, m_style)),
      m_sides(new QCPMarginGroup(&plot))
{
    m_plot.setLocale(QLocale::c());
    QCPLayoutGrid& layout = *m_plot.plotLayout();
    layout.clear();
    layout.setRowSpacing(6);
    layout.setMargins(QMargins(12, 10, 8, 10));
    place(*m_title, FigurePart::title);
    place(*m_legend, FigurePart::legend);
    place(*m_graph, FigurePart::graph);
    QCPAxisRect* values = addAxisRect(FigurePart::forward);
    QCPAxisRect* gradients = addAxisRect(FigurePart::gradient);
    if (m_parts.testFlag(FigurePart::histogram)) {
        m_histograms = std::make_unique<HistogramRow>(plot, m_style);
        m_histograms->alignSides(*m_sides);
        layout.addElement(layout.rowCount(), 0, &m_histograms->element());
    }
    place(*m_derivation, FigurePart::derivation);
    place(*m_caption, FigurePart::caption);

    m_valuePane = new Pane(*values, m_style);
    m_gradientPane = new Pane(*gradients, m_style);
    values->axis(QCPAxis::atBottom)->setTickLabels(!m_parts.testFlag(FigurePart::gradient));
    linkRanges(values->axis(QCPAxis::atBottom), gradients->axis(QCPAxis::atBottom));
    linkRanges(gradients->axis(QCPAxis::atBottom), values->axis(QCPAxis::atBottom));
    applyStyle();
}

Figure::~Figure() = default;

void Figure::place(QCPLayoutElement& element, FigurePart part)
{
    QCPLayoutGrid& layout = *m_plot.plotLayout();
    const bool isShown = m_parts.testFlag(part);
    element.setVisible(isShown);
    if (!isShown) {
        return;
    }
    layout.addElement(layout.rowCount(), 0, &element);
    // A graph may have all of the width; the rest stands in line with the plots.
    if (part != FigurePart::graph) {
        element.setMarginGroup(QCP::msLeft | QCP::msRight, m_sides);
    }
}

QCPAxisRect* Figure::addAxisRect(FigurePart part)
{
    auto* rect = new QCPAxisRect(&m_plot);
    prepareAxes(*rect);
    // Room for the variants' numbers, and for half of the last tick's label.
    rect->setMinimumMargins(QMargins(0, 4, 24, 0));
    place(*rect, part);
    return rect;
}

std::vector<Pane*> Figure::shownPanes() const
{
    std::vector<Pane*> panes;
    if (m_parts.testFlag(FigurePart::forward)) {
        panes.push_back(m_valuePane);
    }
    if (m_parts.testFlag(FigurePart::gradient)) {
        panes.push_back(m_gradientPane);
    }
    return panes;
}

void Figure::setTheme(const Theme& theme)
{
    m_style.theme = &theme;
    applyStyle();
    updateContent();
}

void Figure::setQuality(DrawingQuality quality)
{
    m_style.quality = quality;
}

void Figure::applyStyle()
{
    // For a file, whoever paints decides about the background.
    m_plot.setBackground(m_style.quality == DrawingQuality::print ? QBrush(Qt::NoBrush)
                                                                  : QBrush(m_style.theme->panel));
    for (const Pane* pane : {m_valuePane, m_gradientPane}) {
        for (QCPAxis* axis : axesOf(pane->axisRect())) {
            styleAxis(*axis, m_style);
        }
    }
    if (m_histograms) {
        m_histograms->applyStyle();
    }
}

void Figure::setContent(FigureContent content)
{
    m_content = std::move(content);
    updateContent();
}

void Figure::updateContent()
{
    m_title->setText(m_content.title);
    m_caption->setText(m_content.caption);
    m_caption->keepLastParts(lastCaptionParts);
    m_valuePane->setContent(paneContentOf(m_content, Quantity::value, *m_style.theme));
    m_gradientPane->setContent(paneContentOf(m_content, Quantity::gradient, *m_style.theme));
    scaleGradients();
    m_legend->setEntries(legendEntries(m_content, m_style));
    m_graph->setInsert(m_content.graph);
    m_derivation->setInsert(m_content.derivation);
    if (m_histograms) {
        m_histograms->setContent(m_content);
    }
    arrange(m_size);
}

void Figure::scaleGradients()
{
    QCPAxis& axis = *m_gradientPane->axisRect().axis(QCPAxis::atLeft);
    const auto scale = m_gradientPane->content().isLogarithmic() ? QCPAxis::stLogarithmic : QCPAxis::stLinear;
    if (axis.scaleType() != scale) {
        setScale(axis, scale == QCPAxis::stLogarithmic);
    }
}

void Figure::arrange(const QSize& size)
{
    m_size = size;
    if (size.isEmpty()) {
        return;
    }
    const int extent = std::min(size.width(), size.height() * 3 / 2);
    m_style.fontPixels = std::clamp(9 + extent / 350, FigureStyle::smallestPrint, 15) + m_textEnlargement;
    applyStyle();
    const int lineHeight = m_style.fontPixels * 3 / 2;
    m_title->setMaximumLines(size.height() < 400 ? 1 : 2);
    m_legend->setMaximumRows(std::max(2, size.height() / 4 / lineHeight));
    m_caption->setMaximumLines(std::max(2, size.height() / 6 / lineHeight));

    m_graph->setMaximumHeight(size.height() / 3);
    // Plots need room more than the rest of a long derivation does.
    constexpr double legiblePane = 70.0;
    const int leftOver = roomForPanes() - static_cast<int>(legiblePane * paneCount());
    m_derivation->setMaximumHeight(std::clamp(leftOver, size.height() / 5, size.height() * 2 / 5));
    if (m_histograms) {
        m_histograms->arrange(size.width());
    }
    const int height = paneHeight();
    nameAxes(height);
    shareRoom(height);
    // Numbers have no descenders; a gap of two pixels keeps them apart. Ticks without numbers take some of a
    // pane.
    const double labelHeight = QFontMetricsF(m_style.smallFont()).ascent() + 2.0;
    constexpr double tickMargin = 6.0;
    for (const Pane* pane : {m_valuePane, m_gradientPane}) {
        QCPAxis& vertical = *pane->axisRect().axis(QCPAxis::atLeft);
        vertical.ticker()->setTickCount(std::clamp(height / 45, 2, 6));
        setLabelShare(vertical, labelHeight / (height - tickMargin));
        pane->axisRect()
            .axis(QCPAxis::atBottom)
            ->ticker()
            ->setTickCount(std::clamp(size.width() / 100, 3, 10));
    }
}

void Figure::setTextEnlargement(int pixels)
{
    m_textEnlargement = pixels;
    arrange(m_size);
    // The legend's entries are as large as the type was when they were made.
    updateContent();
}

int Figure::axisHeight() const
{
    // Ticks, their labels, the name, and what lies between.
    constexpr double gaps = 4.0 + 3.0 + 4.0;
    return static_cast<int>(QFontMetricsF(m_style.smallFont()).height() +
                            QFontMetricsF(m_style.font()).height() + gaps);
}

void Figure::shareRoom(int paneHeight)
{
    // A row's share counts what stands below the plot's frame too, so that the frames are equally high.
    QCPLayoutGrid& layout = *m_plot.plotLayout();
    const auto share = [&](const QCPLayoutElement& element, double height) {
        for (int row = 0; row < layout.rowCount(); ++row) {
            if (layout.element(row, 0) == &element) {
                layout.setRowStretchFactor(row, height / paneHeight);
            }
        }
    };
    const std::vector<Pane*> panes = shownPanes();
    for (const Pane* pane : panes) {
        share(pane->axisRect(), paneHeight + (pane == panes.back() ? axisHeight() : 0));
    }
    if (m_histograms) {
        share(m_histograms->element(), paneHeight * histogramShare + axisHeight());
    }
}

int Figure::paneHeight() const
{
    const int derivation = m_derivation->visible() ? m_derivation->minimumOuterSizeHint().height() : 0;
    return std::max(20,
                    static_cast<int>((roomForPanes() - derivation) / std::max(paneCount(), histogramShare)));
}

double Figure::paneCount() const
{
    return static_cast<double>(shownPanes().size()) + (m_histograms ? histogramShare : 0.0);
}

int Figure::roomForPanes() const
{
    // The figure's own margins, and what lies between its rows.
    int others = 20 + 6 * (m_plot.plotLayout()->rowCount() - 1);
    for (const QCPLayoutElement* element :
         {static_cast<const QCPLayoutElement*>(m_title), static_cast<const QCPLayoutElement*>(m_legend),
          static_cast<const QCPLayoutElement*>(m_caption), static_cast<const QCPLayoutElement*>(m_graph)}) {
        others += element->visible() ? element->minimumOuterSizeHint().height() : 0;
    }
    others += axisHeight() * (m_histograms && !shownPanes().empty() ? 2 : 1);
    return m_size.height() - others;
}

void Figure::nameAxes(int paneHeight)
{
    if (m_content.isEmpty()) {
        return;
    }
    const QString input = QString::fromStdString(m_content.curves->input);
    const QString output = QString::fromStdString(m_content.curves->output);
    const QFontMetricsF metrics(m_style.font());
    const auto elided = [&](const QString& name, double space) {
        return metrics.elidedText(name, Qt::ElideMiddle, space);
    };
    m_valuePane->axisRect().axis(QCPAxis::atLeft)->setLabel(elided(output, paneHeight));
    m_gradientPane->axisRect().axis(QCPAxis::atLeft)->setLabel(gradientLabel(paneHeight));
    // The plots share their x axis: the lowest has its name.
    const std::vector<Pane*> panes = shownPanes();
    for (const Pane* pane : panes) {
        const bool isLowest = pane == panes.back();
        pane->axisRect()
            .axis(QCPAxis::atBottom)
            ->setLabel(isLowest ? elided(input, m_size.width() / 2.0) : QString());
    }
}

QString Figure::gradientLabel(int paneHeight) const
{
    //: The axis of a plot: a quantity of the gradient, "bias of dz/dx"
    QString pattern = QStringLiteral("%1");
    switch (m_gradientPane->content().reading) {
    case GradientReading::gradient:
        break;
    case GradientReading::deviation:
        pattern = FigureLabels::tr("sd of %1");
        break;
    case GradientReading::bias:
        pattern = FigureLabels::tr("bias of %1");
        break;
    case GradientReading::logBias:
        pattern = FigureLabels::tr("|bias| of %1");
        break;
    }
    const QString input = QString::fromStdString(m_content.curves->input);
    const QString output = QString::fromStdString(m_content.curves->output);
    const QFontMetricsF metrics(m_style.font());
    const double around = metrics.horizontalAdvance(pattern.arg(QStringLiteral("d/d")));
    const double half = (paneHeight - around) / 2;
    const auto elided = [&](const QString& name) { return metrics.elidedText(name, Qt::ElideMiddle, half); };
    const bool fits = metrics.horizontalAdvance(output + input) + around <= paneHeight;
    return pattern.arg(
        QStringLiteral("d%1/d%2").arg(fits ? output : elided(output), fits ? input : elided(input)));
}

ValueRange Figure::readableValues() const
{
    return readableRange(m_valuePane->content());
}

ValueRange Figure::readableGradients() const
{
    return readableRange(m_gradientPane->content());
}

void Figure::fitGradients()
{
    m_gradientPane->axisRect().axis(QCPAxis::atLeft)->setRange(toAxis(readableGradients()));
}

void Figure::fit()
{
    if (m_content.isEmpty()) {
        return;
    }
    m_valuePane->axisRect().axis(QCPAxis::atBottom)->setRange(toAxis(rangeOfPoints(m_content.curves->x)));
    m_valuePane->axisRect().axis(QCPAxis::atLeft)->setRange(toAxis(readableValues()));
    fitGradients();
}

} // namespace sluice
