// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_view.h"

#include "ui/plot/crosshair.h"
#include "ui/plot/figure.h"
#include "ui/plot/legend.h"
#include "ui/plot/pane.h"
#include "ui/plot/plot_canvas.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sluice {

/// Pales everything below it.
class PlotView::Veil : public QCPLayerable
{
public:
    Veil(QCustomPlot& plot, const QString& layer, const Figure& figure)
        : QCPLayerable(&plot, layer), m_figure(figure)
    {
        setVisible(false);
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
    void draw(QCPPainter* painter) override
    {
        painter->fillRect(mParentPlot->viewport(), withOpacity(m_figure.style().theme->panel, 0.6));
    }

private:
    const Figure& m_figure;
};

PlotView::PlotView(QWidget* parent) : QWidget(parent), m_plot(new PlotCanvas(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Plots"));
    setAccessibleDescription(
        tr("Forward value above gradient. Left and right move the crosshair, plus and minus zoom, "
           "Home shows everything, Alt and left goes back to the view before, Enter explains the crosshair's "
           "point. B, S, M, N and D switch bands, samples, means, the noise-free line and differences."));
    m_plot->setFocusProxy(this);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_figure = std::make_unique<Figure>(*m_plot, lightTheme(), DrawingQuality::screen,
                                        usualParts & ~FigureParts(FigurePart::caption));
    const QString reading = QStringLiteral("reading");
    m_plot->addLayer(reading);
    m_plot->layer(reading)->setMode(QCPLayer::lmBuffered);
    m_veil = new Veil(*m_plot, reading, *m_figure);
    m_crosshair = new Crosshair(*m_plot, reading, *m_figure);
    m_plot->installEventFilter(this);
    connectInteractions();
    connectClicks();
}

PlotView::~PlotView()
{
    // The canvas draws from the figure; no event may reach it once the figure is gone.
    m_plot->removeEventFilter(this);
    delete m_plot;
}

void PlotView::showFigure(FigureContent content)
{
    const FigureContent& shown = m_figure->content();
    const bool sameSweep = !shown.isEmpty() && !content.isEmpty() &&
                           shown.curves->input == content.curves->input &&
                           shown.curves->output == content.curves->output &&
                           rangeOfPoints(shown.curves->x) == rangeOfPoints(content.curves->x);
    content.view = m_view;
    {
        const QScopedValueRollback fitting(m_fitting, true);
        m_figure->setContent(std::move(content));
    }
    if (!sameSweep) {
        m_settled.stop();
        m_history.reset();
        emit historyChanged();
    }
    if (sameSweep && !m_zoomed && m_quick) {
        fitWhileQuick();
    } else if (!sameSweep || !m_zoomed) {
        fitCurves();
    }
    replotLater();
    emit viewChanged();
}

void PlotView::setView(const FigureView& view)
{
    if (view == m_view) {
        return;
    }
    const bool isOtherReading = view.reading != m_view.reading || view.target != m_view.target;
    m_view = view;
    showFigure(m_figure->content());
    if (isOtherReading && m_zoomed) {
        // The stretch of the sweep stays; the numbers are others.
        const QScopedValueRollback fitting(m_fitting, true);
        m_figure->fitGradients();
    }
}

void PlotView::noteRanges()
{
    if (!m_fitting) {
        m_zoomed = true;
        m_settled.start();
        emit historyChanged();
    }
}

void PlotView::remember()
{
    m_settled.stop();
    m_history.add(shownRanges());
    emit historyChanged();
}

ShownRanges PlotView::shownRanges() const
{
    const auto rangeOf = [](const Pane& pane, QCPAxis::AxisType side) {
        const QCPRange range = pane.axisRect().axis(side)->range();
        return ValueRange{range.lower, range.upper};
    };
    return {.x = rangeOf(m_figure->valuePane(), QCPAxis::atBottom),
            .value = rangeOf(m_figure->valuePane(), QCPAxis::atLeft),
            .gradient = rangeOf(m_figure->gradientPane(), QCPAxis::atLeft),
            .reading = m_view.reading,
            .isFitted = !m_zoomed};
}

void PlotView::goBack()
{
    if (m_settled.isActive()) {
        remember();
    }
    restore(m_history.back());
}

void PlotView::goForward()
{
    if (m_settled.isActive()) {
        remember();
    }
    restore(m_history.forward());
}

void PlotView::restore(const std::optional<ShownRanges>& ranges)
{
    if (ranges && ranges->isFitted) {
        fitCurves();
    } else if (ranges) {
        const QScopedValueRollback fitting(m_fitting, true);
        const auto show = [](const Pane& pane, QCPAxis::AxisType side, const ValueRange& range) {
            pane.axisRect().axis(side)->setRange(range.low, range.high);
        };
        show(m_figure->valuePane(), QCPAxis::atBottom, ranges->x);
        show(m_figure->valuePane(), QCPAxis::atLeft, ranges->value);
        if (ranges->reading == m_view.reading) {
            show(m_figure->gradientPane(), QCPAxis::atLeft, ranges->gradient);
        }
        m_zoomed = true;
        replotLater();
    }
    emit historyChanged();
}

const FigureContent& PlotView::figure() const
{
    return m_figure->content();
}

void PlotView::setTheme(const Theme& theme)
{
    m_figure->setTheme(theme);
    replotLater();
}

void PlotView::setQuick(bool quick)
{
    if (m_quick == quick) {
        return;
    }
    m_quick = quick;
    m_figure->setQuality(quick ? DrawingQuality::quick : DrawingQuality::screen);
    if (!quick && !m_zoomed) {
        fitCurves();
    }
    replotLater();
}

void PlotView::setTextEnlargement(int pixels)
{
    m_figure->setTextEnlargement(pixels);
    replotLater();
}

void PlotView::setDim(bool dim)
{
    if (m_veil->visible() != dim) {
        m_veil->setVisible(dim);
        replotLater();
    }
}

bool PlotView::isDim() const
{
    return m_veil->visible();
}

void PlotView::fit()
{
    if (m_settled.isActive()) {
        remember();
    }
    fitCurves();
    remember();
}

void PlotView::fitCurves()
{
    const QScopedValueRollback fitting(m_fitting, true);
    m_figure->fit();
    m_zoomed = false;
    replotLater();
}

void PlotView::fitWhileQuick()
{
    // Axes that twitch with every sample are hard to read: ranges only grow until the slider is let go,
    // unless the curves would fill less than half of them.
    const QScopedValueRollback fitting(m_fitting, true);
    const auto follow = [](const Pane& pane, ValueRange wanted) {
        QCPAxis* axis = pane.axisRect().axis(QCPAxis::atLeft);
        const QCPRange shown = axis->range();
        // Whole decades don't twitch.
        if (pane.content().isLogarithmic() || wanted.high - wanted.low < shown.size() / 2) {
            axis->setRange(wanted.low, wanted.high);
        } else {
            axis->setRange(std::min(shown.lower, wanted.low), std::max(shown.upper, wanted.high));
        }
    };
    follow(m_figure->valuePane(), m_figure->readableValues());
    follow(m_figure->gradientPane(), m_figure->readableGradients());
}

void PlotView::replotLater()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::setCursor(std::optional<double> x)
{
    const auto before = m_crosshair->position();
    m_crosshair->setPosition(x);
    const auto now = m_crosshair->position();
    if (now == before) {
        return;
    }
    m_plot->layer(QStringLiteral("reading"))->replot();
    if (now) {
        emit cursorMoved(*now);
    } else {
        emit cursorLeft();
    }
}

QStringList PlotView::readout() const
{
    return m_crosshair->readout(m_figure->valuePane()) + m_crosshair->readout(m_figure->gradientPane());
}

QCustomPlot& PlotView::canvas() const
{
    return *m_plot;
}

QRectF PlotView::legendEntry(int variant) const
{
    return m_figure->legend().entryRectangle(variant);
}

} // namespace sluice
