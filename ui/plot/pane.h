// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_style.h"
#include "ui/plot/frame.h"
#include "ui/plot/pane_content.h"

#include <qcustomplot.h>

#include <optional>

namespace sluice {

/// Draws the curves of one plot inside the frame of an axis rectangle.
class Pane : public QCPLayerable
{
    Q_OBJECT

public:
    Pane(QCPAxisRect& axisRect, const FigureStyle& style);

    void setContent(PaneContent content) { m_content = std::move(content); }
    [[nodiscard]] const PaneContent& content() const { return m_content; }
    [[nodiscard]] QCPAxisRect& axisRect() const { return m_axisRect; }
    [[nodiscard]] Frame frame() const;
    /// Where in the sweep the NaN or infinite sample lies whose mark is there.
    [[nodiscard]] std::optional<double> exceptionalAt(const QPointF& pixel) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    QCPAxisRect& m_axisRect;
    const FigureStyle& m_style;
    PaneContent m_content;
};

} // namespace sluice
