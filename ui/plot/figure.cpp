// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/figure.h"

#include "ui/plot/legend.h"
#include "ui/plot/pane.h"
#include "ui/plot/text_block.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>

namespace sluice {

namespace {

/// Tick labels with a true minus sign.
class NumberTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        QString label = QCPAxisTicker::getTickLabel(tick, locale, format, precision);
        if (label.startsWith(QLatin1Char('-'))) {
            label[0] = QChar(0x2212);
        }
        return label;
    }
};

/// Both axes of a plot in a fixed order. QCPAxisRect::axes() has another one in every run of the program, and
/// the order in which they come to their layers is that in which they are drawn.
std::array<QCPAxis*, 2> axesOf(const QCPAxisRect& rect)
{
    return {rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft)};
}

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

Figure::Figure(QCustomPlot& plot, const Theme& theme, DrawingQuality quality, Caption caption)
    : m_plot(plot),
      m_style{.theme = &theme, .quality = quality},
      m_title(new TextBlock(plot, m_style, TextBlock::Role::title)),
      m_legend(new Legend(plot, m_style)),
      m_caption(new TextBlock(plot, m_style, TextBlock::Role::caption)),
      m_sides(new QCPMarginGroup(&plot))
{
    m_plot.setLocale(QLocale::c());
    QCPLayoutGrid& layout = *m_plot.plotLayout();
    layout.clear();
    layout.setRowSpacing(6);
    layout.setMargins(QMargins(12, 10, 8, 10));
    layout.addElement(0, 0, m_title);
    layout.addElement(1, 0, m_legend);
    QCPAxisRect* values = addAxisRect(2);
    QCPAxisRect* gradients = addAxisRect(3);
    m_caption->setVisible(caption == Caption::shown);
    if (caption == Caption::shown) {
        layout.addElement(4, 0, m_caption);
    }

    m_valuePane = new Pane(*values, m_style);
    m_gradientPane = new Pane(*gradients, m_style);
    values->axis(QCPAxis::atBottom)->setTickLabels(false);
    linkRanges(values->axis(QCPAxis::atBottom), gradients->axis(QCPAxis::atBottom));
    linkRanges(gradients->axis(QCPAxis::atBottom), values->axis(QCPAxis::atBottom));

    for (QCPLayoutElement* element :
         {static_cast<QCPLayoutElement*>(values), static_cast<QCPLayoutElement*>(gradients),
          static_cast<QCPLayoutElement*>(m_title), static_cast<QCPLayoutElement*>(m_legend),
          static_cast<QCPLayoutElement*>(m_caption)}) {
        element->setMarginGroup(QCP::msLeft | QCP::msRight, m_sides);
    }
    applyStyle();
}

QCPAxisRect* Figure::addAxisRect(int row)
{
    auto* rect = new QCPAxisRect(&m_plot);
    m_plot.plotLayout()->addElement(row, 0, rect);
    rect->removeAxis(rect->axis(QCPAxis::atTop));
    rect->removeAxis(rect->axis(QCPAxis::atRight));
    // Room for the variants' numbers, and for half of the last tick's label.
    rect->setMinimumMargins(QMargins(0, 4, 24, 0));
    rect->setMinimumSize(20, 20);
    for (QCPAxis* axis : axesOf(*rect)) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
        axis->setTicker(QSharedPointer<NumberTicker>::create());
        axis->setNumberFormat(QStringLiteral("gbc"));
        axis->setNumberPrecision(6);
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
        axis->setTickLabelPadding(3);
        axis->setLabelPadding(4);
    }
    return rect;
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
            styleAxis(*axis);
        }
    }
}

void Figure::styleAxis(QCPAxis& axis) const
{
    const Theme& theme = *m_style.theme;
    const QPen axisPen(withOpacity(theme.secondaryText, 0.7), 1.0);
    axis.setBasePen(axisPen);
    axis.setTickPen(axisPen);
    axis.setTickLabelColor(theme.secondaryText);
    axis.setTickLabelFont(m_style.smallFont());
    axis.setLabelColor(theme.text);
    axis.setLabelFont(m_style.font());
    axis.grid()->setPen(QPen(theme.grid, 1.0));
    axis.grid()->setZeroLinePen(QPen(theme.line, 1.0));
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
    m_valuePane->setContent(paneContentOf(m_content, Quantity::value, *m_style.theme));
    m_gradientPane->setContent(paneContentOf(m_content, Quantity::gradient, *m_style.theme));
    m_legend->setEntries(legendEntries(m_content, m_style));
    arrange(m_size);
}

void Figure::arrange(const QSize& size)
{
    m_size = size;
    if (size.isEmpty()) {
        return;
    }
    const int extent = std::min(size.width(), size.height() * 3 / 2);
    m_style.fontPixels = std::clamp(9 + extent / 350, 10, 15);
    applyStyle();
    const int lineHeight = m_style.fontPixels * 3 / 2;
    m_title->setMaximumLines(size.height() < 400 ? 1 : 2);
    m_legend->setMaximumRows(std::max(2, size.height() / 4 / lineHeight));
    m_caption->setMaximumLines(std::max(2, size.height() / 6 / lineHeight));

    const int textHeight = m_title->minimumOuterSizeHint().height() +
                           m_legend->minimumOuterSizeHint().height() +
                           (m_caption->visible() ? m_caption->minimumOuterSizeHint().height() : 0);
    const int paneHeight = std::max(20, (size.height() - textHeight - 4 * lineHeight - 30) / 2);
    nameAxes(paneHeight);
    for (const Pane* pane : {m_valuePane, m_gradientPane}) {
        pane->axisRect().axis(QCPAxis::atLeft)->ticker()->setTickCount(std::clamp(paneHeight / 45, 2, 6));
        pane->axisRect()
            .axis(QCPAxis::atBottom)
            ->ticker()
            ->setTickCount(std::clamp(size.width() / 100, 3, 10));
    }
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
    const double slash = metrics.horizontalAdvance(QStringLiteral("d/d"));
    const double half = (paneHeight - slash) / 2;
    const bool fits = metrics.horizontalAdvance(output + input) + slash <= paneHeight;
    m_valuePane->axisRect().axis(QCPAxis::atLeft)->setLabel(elided(output, paneHeight));
    m_gradientPane->axisRect()
        .axis(QCPAxis::atLeft)
        ->setLabel(QStringLiteral("d%1/d%2").arg(fits ? output : elided(output, half),
                                                 fits ? input : elided(input, half)));
    m_gradientPane->axisRect().axis(QCPAxis::atBottom)->setLabel(elided(input, m_size.width() / 2.0));
}

ValueRange Figure::readableValues() const
{
    return readableRange(m_valuePane->content());
}

ValueRange Figure::readableGradients() const
{
    return readableRange(m_gradientPane->content());
}

void Figure::fit()
{
    if (m_content.isEmpty()) {
        return;
    }
    m_valuePane->axisRect().axis(QCPAxis::atBottom)->setRange(toAxis(rangeOfPoints(m_content.curves->x)));
    m_valuePane->axisRect().axis(QCPAxis::atLeft)->setRange(toAxis(readableValues()));
    m_gradientPane->axisRect().axis(QCPAxis::atLeft)->setRange(toAxis(readableGradients()));
}

} // namespace sluice
