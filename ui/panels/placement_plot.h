// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"
#include "ui/workspace/advices.h"

#include <QPointF>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace sluice {

class PlotCanvas;

/// Placements of the advisor as marks in a plot, to be looked at and tried; where they stand is told
/// by what derives from it. The table beside it shows the same to the keyboard and to screen readers.
class PlacementPlot : public QWidget
{
    Q_OBJECT

public:
    ~PlacementPlot() override;

    void take(std::shared_ptr<const AdvisedExperiment> advised);
    void select(std::optional<int> placement);
    void setTheme(const Theme& theme);

    [[nodiscard]] QSize sizeHint() const override { return {240, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 110}; }
    /// Where a placement is drawn, in this widget's pixels; nothing where it is not.
    [[nodiscard]] std::optional<QPointF> positionOf(int placement) const;

signals:
    /// By a click.
    void tried(int placement);

protected:
    struct Mark
    {
        int placement = 0;
        double x = 0.0;
        double y = 0.0;
        QString toolTip;
    };

    PlacementPlot(const QString& name, const QString& xLabel, const QString& yLabel, QWidget* parent);

    /// Those that come last are drawn first.
    [[nodiscard]] virtual std::vector<Mark> marksOf(const Advice& advice) const = 0;
    /// What stands behind the marks, and which ranges they need.
    virtual void drawBehind(PlotCanvas& plot, const Advice& advice, const std::vector<Mark>& marks) = 0;
    [[nodiscard]] const Theme& theme() const { return *m_theme; }
    [[nodiscard]] PlotCanvas& canvas() const { return *m_plot; }

private:
    [[nodiscard]] const Advice* advice() const;
    [[nodiscard]] const Mark* markAt(const QPointF& pixel) const;
    [[nodiscard]] QPointF pixelOf(const Mark& mark) const;
    void connectMouse();
    void redraw();
    void drawMark(const Mark& mark, const Placement& placement);

    PlotCanvas* m_plot = nullptr;
    const Theme* m_theme;
    std::shared_ptr<const AdvisedExperiment> m_advised;
    std::vector<Mark> m_marks;
    std::optional<int> m_selected;
};

} // namespace sluice
