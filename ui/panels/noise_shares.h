// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/attribution.h"
#include "ui/theme.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace sluice {

/// Which source causes how much of the gradient's variance: a bar a source, dark for what it causes alone,
/// pale for what it causes together with others, and the numbers with their confidence intervals.
class NoiseShares : public QWidget
{
    Q_OBJECT

public:
    explicit NoiseShares(QWidget* parent = nullptr);

    void setAttribution(const Attribution& attribution);
    void setTheme(const Theme& theme);

    /// Source, share alone and share in total, as they are shown.
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row
    {
        QString source;
        Share alone;
        Share total;
    };
    struct Columns;

    [[nodiscard]] Columns columns() const;
    [[nodiscard]] int rowHeight() const;
    void paintHeader(QPainter& painter, const Columns& columns) const;
    void paintNumbers(QPainter& painter, const Columns& columns, const QString& alone, const QString& total,
                      double top) const;
    void paintRow(QPainter& painter, const Columns& columns, const Row& row, double top) const;
    void paintBar(QPainter& painter, const QRectF& area, const Row& row) const;

    const Theme* m_theme;
    std::vector<Row> m_rows;
    /// How many have no row of their own.
    std::size_t m_others = 0;
};

/// `62 ± 3 %`, with as many digits as the interval leaves.
[[nodiscard]] QString shareText(const Share& share);

} // namespace sluice
