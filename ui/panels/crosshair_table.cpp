// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/crosshair_table.h"

#include "core/statistics/confidence.h"
#include "ui/panels/panel.h"
#include "ui/plot/histogram_row.h"
#include "ui/plot/plot_canvas.h"
#include "ui/plot/readout.h"
#include "ui/plot/shown_variants.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sluice {

namespace {

/// What the tables and the histograms have of the width at first.
constexpr int usualTableWidth = 440;
constexpr int usualPlotWidth = 220;

QString plain(double value)
{
    return significantText(value, 0.0);
}

QString meanText(double mean, double error)
{
    return significantText(mean, error);
}

QString intervalText(double mean, double error)
{
    if (!std::isfinite(mean) || !(error > 0.0)) {
        return QStringLiteral("–");
    }
    return QStringLiteral("%1 … %2").arg(significantText(mean - reachOf95Percent * error, error),
                                         significantText(mean + reachOf95Percent * error, error));
}

/// The mean, or why there is none.
QString meanText(const Summary& of)
{
    if (std::isnan(of.mean)) {
        return of.infFraction > 0.0 ? QStringLiteral("±∞") : QStringLiteral("NaN");
    }
    return meanText(of.mean, of.meanError);
}

QString deviationText(const Summary& of)
{
    return std::isnan(of.stddev) ? QStringLiteral("–") : significantText(of.stddev, of.stddevError);
}

void setRow(QTableWidget& table, int row, const QStringList& cells, const QString& toolTip)
{
    for (int column = 0; column < cells.size(); ++column) {
        QTableWidgetItem* item = table.item(row, column);
        if (item == nullptr) {
            item = new QTableWidgetItem;
            item->setFont(smaller(monospaceFont()));
            const Qt::Alignment side = column == 0 ? Qt::AlignLeft : Qt::AlignRight;
            item->setTextAlignment(side | Qt::AlignVCenter);
            table.setItem(row, column, item);
        }
        item->setText(cells[column]);
        item->setToolTip(toolTip);
    }
}

} // namespace

CrosshairTable::CrosshairTable(const Workspace& workspace, const PointReadings& readings, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_readings(readings),
      m_headline(new QLabel),
      m_scroll(new QScrollArea),
      m_variables(createTable(tr("Gradient by every input and parameter at the crosshair"),
                              {tr("by"), tr("at"), tr("gradient"), tr("by differences"), tr("sd"),
                               tr("95 % of the mean"), tr("sample 0"), tr("its difference")})),
      m_variants(createTable(
          tr("Values and gradients of the variants at the crosshair"),
          {tr("variant"), tr("value"), tr("sd"), tr("gradient"), tr("sd"), tr("95 % of the mean")})),
      m_plot(new PlotCanvas(nullptr))
{
    m_style.theme = &lightTheme();
    m_style.fontPixels = 11;
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setAccessibleName(tr("The point at the crosshair"));
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_variables->horizontalHeaderItem(3)->setToolTip(
        tr("The mean over all samples of the difference of the forward value, each on its own draws: the "
           "honest derivative, which no gate and no surrogate bends"));
    m_variables->horizontalHeaderItem(7)->setToolTip(
        tr("The difference of the forward value of sample 0, on the same draws"));

    m_plot->plotLayout()->clear();
    m_plot->plotLayout()->setMargins(QMargins(8, 4, 4, 4));
    m_histograms = std::make_unique<HistogramRow>(*m_plot, m_style);
    m_plot->plotLayout()->addElement(0, 0, &m_histograms->element());
    m_plot->setAccessibleName(tr("Histograms of value and gradient at the crosshair"));
    m_plot->setMinimumHeight(80);

    auto* sides = new QSplitter(Qt::Horizontal);
    sides->setChildrenCollapsible(false);
    sides->addWidget(createTables());
    sides->addWidget(m_plot);
    sides->setStretchFactor(0, 1);
    sides->setSizes({usualTableWidth, usualPlotWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(panelMargin, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_headline);
    layout->addWidget(sides, 1);
    connect(&m_readings, &PointReadings::answered, this, &CrosshairTable::refresh);
    connect(&m_workspace, &Workspace::hiddenChanged, this, &CrosshairTable::refresh);
    setTheme(lightTheme());
}

CrosshairTable::~CrosshairTable()
{
    // The canvas draws from the style and the content.
    delete m_plot;
}

QTableWidget* CrosshairTable::createTable(const QString& name, const QStringList& headers)
{
    auto* table = new QTableWidget(0, static_cast<int>(headers.size()));
    table->setHorizontalHeaderLabels(headers);
    table->setAccessibleName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 4);
    table->horizontalHeader()->setFont(smaller(table->font()));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(24);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(table, &QTableWidget::currentItemChanged, this, [this, table](const QTableWidgetItem* item) {
        if (item != nullptr) {
            const QRect cell = table->visualItemRect(item);
            const QPoint middle = table->viewport()->mapTo(m_scroll->widget(), cell.center());
            m_scroll->ensureVisible(middle.x(), middle.y(), cell.width() / 2, cell.height() / 2);
        }
    });
    return table;
}

QWidget* CrosshairTable::createTables()
{
    auto* tables = new QWidget;
    auto* column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_variables);
    column->addWidget(m_variants);
    column->addStretch();
    m_scroll->setWidget(tables);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumHeight(40);
    tables->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    return m_scroll;
}

void CrosshairTable::fitTables()
{
    for (QTableWidget* table : {m_variables, m_variants}) {
        const QHeaderView& columns = *table->horizontalHeader();
        table->setFixedHeight(columns.sizeHint().height() + table->verticalHeader()->length());
        table->setMinimumWidth(columns.length());
    }
}

void CrosshairTable::setTheme(const Theme& theme)
{
    m_style.theme = &theme;
    m_plot->setBackground(theme.panel);
    m_histograms->applyStyle();
    refresh();
}

void CrosshairTable::refresh()
{
    const auto& point = m_readings.shown();
    if (!point || !point->error.isEmpty()) {
        m_headline->setText(point ? point->error : tr("Move the crosshair in the plots to read a point."));
        m_variables->setRowCount(0);
        m_variants->setRowCount(0);
        fitTables();
        return;
    }
    const Curves& curves = *point->outcome->curves;
    const double spacing = curves.x.size() > 1 ? std::abs(curves.x[1] - curves.x[0]) : 0.0;
    m_headline->setText(
        tr("%1 = %2 · %3 samples · gradient of “%4”")
            .arg(QString::fromStdString(curves.input), positionText(point->reading.at, spacing),
                 QString::number(point->reading.samples),
                 QString::fromStdString(
                     point->reading.variants[std::min(point->selected, point->reading.variants.size() - 1)]
                         .name)));
    fillVariables(*point);
    fillVariants(*point);
    fitTables();
    showHistograms(*point);
}

void CrosshairTable::fillVariables(const ReadPoint& point)
{
    m_variables->setRowCount(static_cast<int>(point.reading.variables.size()));
    int row = 0;
    for (const VariableReading& each : point.reading.variables) {
        const QString name = QString::fromStdString(each.name);
        const bool isCut = each.isDisconnected;
        const QStringList cells{name,
                                plain(each.at),
                                isCut ? tr("disconnected: 0") : meanText(each.gradient),
                                meanText(each.difference.value, each.difference.error),
                                isCut ? QStringLiteral("–") : deviationText(each.gradient),
                                isCut ? QStringLiteral("–")
                                      : intervalText(each.gradient.mean, each.gradient.meanError),
                                plain(each.sampleGradient),
                                plain(each.sampleDifference)};
        setRow(*m_variables, row++, cells,
               tr("By %1: gradient %2; by differences of ±%3 %4")
                   .arg(name, plain(each.gradient.mean), plain(each.step), plain(each.difference.value)));
    }
}

void CrosshairTable::fillVariants(const ReadPoint& point)
{
    m_variants->setRowCount(static_cast<int>(point.reading.variants.size()));
    const std::vector<Variant>& variants = m_workspace.experiment().variants;
    int row = 0;
    for (const VariantReading& each : point.reading.variants) {
        const QString name = QStringLiteral("%1 %2").arg(row + 1).arg(QString::fromStdString(each.name));
        setRow(*m_variants, row,
               {name, meanText(each.value), deviationText(each.value),
                each.isDisconnected ? tr("disconnected: 0") : meanText(each.gradient),
                deviationText(each.gradient), intervalText(each.gradient.mean, each.gradient.meanError)},
               name);
        m_variants->item(row, 0)->setForeground(
            m_style.theme->variantColor(colorOf(variants, static_cast<std::size_t>(row))));
        m_variants->setRowHidden(row, m_workspace.isHidden(static_cast<std::size_t>(row)));
        ++row;
    }
}

void CrosshairTable::showHistograms(const ReadPoint& point)
{
    m_content = figureContentOf(point.outcome->programs, point.outcome->experiment, point.outcome->curves);
    applyView(m_content, {.selected = point.selected, .hidden = m_workspace.view().hidden});
    m_content.histograms = PointHistograms{.point = point.reading.point,
                                           .at = point.reading.at,
                                           .value = point.reading.value,
                                           .gradient = point.reading.gradient};
    m_histograms->setContent(m_content);
    m_plot->setAccessibleDescription(histogramText());
    arrangeHistograms();
}

QString CrosshairTable::histogramText() const
{
    QStringList parts;
    if (const auto& point = m_readings.shown(); point && point->error.isEmpty()) {
        for (const VariantReading& each : point->reading.variants) {
            parts << tr("“%1”: half of the gradients between %2 and %3")
                         .arg(QString::fromStdString(each.name), plain(each.gradient.quantiles[1]),
                              plain(each.gradient.quantiles[3]));
        }
    }
    return parts.join(QStringLiteral("; "));
}

void CrosshairTable::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeHistograms();
}

void CrosshairTable::arrangeHistograms()
{
    m_histograms->arrange(m_plot->width());
    // Labels of small panes run into each other sooner than those of a figure.
    constexpr int roomOfLabel = 90;
    constexpr int roomOfSide = 40;
    const QList<QCPAxisRect*> panes = m_plot->axisRects();
    for (const QCPAxisRect* pane : panes) {
        const auto room = static_cast<int>(m_plot->width() / panes.size()) - roomOfSide;
        pane->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::clamp(room / roomOfLabel, 1, 6));
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace sluice
