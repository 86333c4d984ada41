// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QFont>
#include <QPen>

namespace sluice {

/// How much care is taken: little while a slider is dragged, all of it for a file.
enum class DrawingQuality
{
    quick,
    screen,
    print
};

/// How a figure's elements look: one theme, one size of type, one set of pens.
struct FigureStyle
{
    const Theme* theme = &lightTheme();
    int fontPixels = 12;
    DrawingQuality quality = DrawingQuality::screen;

    /// In a figure as narrow as a column of a journal.
    static constexpr int smallestPrint = 10;
    static constexpr double outerBandOpacity = 0.14;
    static constexpr double innerBandOpacity = 0.26;
    static constexpr double meanWidth = 2.0;
    static constexpr double noiseFreeWidth = 1.5;

    [[nodiscard]] QFont font(bool bold = false) const { return fontOfSize(fontPixels, bold); }
    [[nodiscard]] QFont smallFont(bool bold = false) const { return fontOfSize(fontPixels - 1, bold); }
    [[nodiscard]] QFont titleFont() const { return fontOfSize(fontPixels + 2, true); }

    /// Lines as thick as on a screen would fill the plots of a column's width.
    [[nodiscard]] double lineScale() const
    {
        return quality == DrawingQuality::print && fontPixels <= smallestPrint ? 0.7 : 1.0;
    }

    /// That of the window's language on the screen; a point in files, which are the same in every language's
    /// window and on the command line.
    [[nodiscard]] QString decimalSign() const;

    /// For what belongs to no single variant.
    [[nodiscard]] QColor neutral() const { return theme->secondaryText; }
    [[nodiscard]] QPen meanPen(const QColor& color, Qt::PenStyle dash) const;
    [[nodiscard]] QPen noiseFreePen() const;
    /// For d/dx of the mean value.
    [[nodiscard]] QPen differencePen() const;
    [[nodiscard]] static QPen pathPen(const QColor& color);
    [[nodiscard]] static QPen outlinePen(const QColor& color);
    [[nodiscard]] QPen pointOfInterestPen() const;

private:
    /// In pixels and without hinting, so that a picture doesn't depend on the screen's settings.
    [[nodiscard]] static QFont fontOfSize(int pixels, bool bold);
};

[[nodiscard]] QColor withOpacity(QColor color, double opacity);

} // namespace sluice
