// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>
#include <QVector>

namespace sluice {

/// Every colour of the program. Plots, graph, exports and stylesheet read them from here.
struct Theme
{
    QString name;
    bool isDark = false;

    QColor window;
    QColor panel;
    QColor text;
    QColor secondaryText;
    QColor line;
    QColor grid;
    /// Focus, selection, handles.
    QColor accent;
    /// Noise sources and what they reach.
    QColor noise;
    QColor noiseFree;
    QColor stopped;
    QColor error;
    QVector<QColor> variants;

    /// The colour of the variant at this position; they repeat after the last.
    [[nodiscard]] QColor variantColor(int position) const { return variants[position % variants.size()]; }
    /// The dash of the variant at this position, so that it is never told by colour alone.
    [[nodiscard]] static Qt::PenStyle variantDash(int position);
    /// How much of a colour the ground has on which text in that colour, or in any colour of text, is read.
    [[nodiscard]] double tintShare() const { return isDark ? 0.14 : 0.07; }
    /// That ground on a panel: behind a selected row, a noise source, a node under the mouse.
    [[nodiscard]] QColor tinted(const QColor& color) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();

/// Makes the program's own font the application's, so that it looks alike on every machine.
void installFonts();

} // namespace sluice
