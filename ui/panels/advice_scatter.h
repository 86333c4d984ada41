// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"
#include "ui/workspace/advices.h"

#include <QWidget>

#include <cstddef>
#include <memory>
#include <optional>

class QCustomPlot;

namespace sluice {

/// The placements by bias and spread: what cures lies at the origin. The table beside it shows the same to
/// the keyboard and to screen readers.
class AdviceScatter : public QWidget
{
    Q_OBJECT

public:
    explicit AdviceScatter(QWidget* parent = nullptr);
    ~AdviceScatter() override;

    void take(std::shared_ptr<const AdvisedExperiment> advised);
    void select(std::optional<int> placement);
    void setTheme(const Theme& theme);

    [[nodiscard]] QSize sizeHint() const override { return {240, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 110}; }
    /// Where a placement is drawn, in this widget's pixels; nothing where it has no numbers.
    [[nodiscard]] std::optional<QPointF> positionOf(int placement) const;

signals:
    void chosen(int placement);
    /// By a double click.
    void tried(int placement);

private:
    class Canvas;

    [[nodiscard]] std::optional<int> placementAt(const QPointF& pixel) const;
    void redraw();
    void styleAxes();

    Canvas* m_plot = nullptr;
    const Theme* m_theme;
    std::shared_ptr<const AdvisedExperiment> m_advised;
    std::optional<int> m_selected;
};

} // namespace sluice
