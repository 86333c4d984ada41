// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_content.h"
#include "ui/plot/figure_style.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace sluice {

/// What the lines, bands and marks mean, in rows of its own between title and plots, so that it never covers
/// a curve.
class Legend : public QCPLayoutElement
{
    Q_OBJECT

public:
    Legend(QCustomPlot& plot, const FigureStyle& style);

    struct Entry
    {
        enum class Kind
        {
            variant,
            mean,
            innerBand,
            outerBand,
            noiseFree,
            path,
            difference,
            nan,
            infinite,
            pointOfInterest,
            cut ///< the sign that entries are missing
        };

        Kind kind = Kind::variant;
        QString text = {};
        QColor color = {};
        Qt::PenStyle dash = Qt::SolidLine;
        QString number = {};
        int variant = -1;
        bool visible = true;
        bool filled = false;
    };
    void setEntries(std::vector<Entry> entries) { m_entries = std::move(entries); }
    void setMaximumRows(int rows) { m_maximumRows = rows; }

    /// The variant whose entry is at this pixel.
    [[nodiscard]] std::optional<int> variantAt(const QPointF& pixel) const;
    /// What is written beside the signs, shortened where it had to be.
    [[nodiscard]] QStringList writtenTexts() const;
    /// The entry's place on the figure, for tooltips and tests.
    [[nodiscard]] QRectF entryRectangle(int variant) const;

    [[nodiscard]] QSize minimumOuterSizeHint() const override;
    [[nodiscard]] QSize maximumOuterSizeHint() const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    struct Placed
    {
        const Entry* entry = nullptr;
        QString text;
        QRectF rectangle;
    };
    struct Spacing
    {
        double gap = 0.0;
        /// Variants have rows of their own where not all entries fit into one row.
        bool isGrouped = false;
    };
    /// As many entries as fit into the rows, in the widest spacing in which all of them do.
    [[nodiscard]] std::vector<Placed> placed(int width) const;
    [[nodiscard]] std::vector<Placed> placed(int width, const Spacing& spacing) const;
    void cut(std::vector<Placed>& all, int width, double gap) const;
    [[nodiscard]] bool isInside(const Placed& placed) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] Placed measured(const Entry& entry, int width) const;
    void drawEntry(QCPPainter& painter, const Placed& placed) const;
    void drawSwatch(QCPPainter& painter, const Entry& entry, const QRectF& swatch) const;

    const FigureStyle& m_style;
    std::vector<Entry> m_entries;
    int m_maximumRows = 4;
};

/// Entries for what these plots show. A hidden variant has one only where it can be shown again by a click.
[[nodiscard]] std::vector<Legend::Entry> legendEntries(const FigureContent& content,
                                                       const FigureStyle& style);

} // namespace sluice
