// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/figure_style.h"
#include "ui/workspace/point_readings.h"

#include <QWidget>

#include <memory>

class QLabel;
class QScrollArea;
class QTableWidget;

namespace sluice {

class HistogramRow;
class PlotCanvas;
class Workspace;
struct Theme;

/// What the samples show at the crosshair: the gradient by every input and parameter with the honest
/// derivative beside it, value and gradient of every variant, and how they are spread.
class CrosshairTable : public QWidget
{
    Q_OBJECT

public:
    CrosshairTable(const Workspace& workspace, const PointReadings& readings, QWidget* parent = nullptr);
    ~CrosshairTable() override;

    void setTheme(const Theme& theme);
    /// The histograms' axes in words, for screen readers.
    [[nodiscard]] QString histogramText() const;

private:
    QTableWidget* createTable(const QString& name, const QStringList& headers);
    QWidget* createTables();
    /// Each as large as what it holds; where there is no room for both, they scroll together.
    void fitTables();
    void refresh();
    void fillVariables(const ReadPoint& point);
    void fillVariants(const ReadPoint& point);
    void showHistograms(const ReadPoint& point);
    void resizeEvent(QResizeEvent* event) override;
    void arrangeHistograms();

    const Workspace& m_workspace;
    const PointReadings& m_readings;
    FigureStyle m_style;
    QLabel* m_headline = nullptr;
    QScrollArea* m_scroll = nullptr;
    QTableWidget* m_variables = nullptr;
    QTableWidget* m_variants = nullptr;
    PlotCanvas* m_plot = nullptr;
    std::unique_ptr<HistogramRow> m_histograms;
    FigureContent m_content;
};

} // namespace sluice
