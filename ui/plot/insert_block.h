// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_insert.h"

#include <qcustomplot.h>

#include <memory>

namespace sluice {

/// The place of an insert in the figure's layout.
class InsertBlock : public QCPLayoutElement
{
    Q_OBJECT

public:
    InsertBlock(QCustomPlot& plot, const FigureStyle& style);

    void setInsert(std::shared_ptr<const FigureInsert> insert) { m_insert = std::move(insert); }
    void setMaximumHeight(int height) { m_maximumHeight = height; }

    [[nodiscard]] QSize minimumOuterSizeHint() const override;
    [[nodiscard]] QSize maximumOuterSizeHint() const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    const FigureStyle& m_style;
    std::shared_ptr<const FigureInsert> m_insert;
    int m_maximumHeight = QWIDGETSIZE_MAX;
};

} // namespace sluice
