// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_export.h"

#include <QList>
#include <QWidget>

#include <utility>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace sluice {

/// A picture's size, scale, looks and parts, to be chosen.
class FigureOptionsForm : public QWidget
{
    Q_OBJECT

public:
    explicit FigureOptionsForm(QWidget* parent = nullptr);

    [[nodiscard]] FigureOptions options() const;
    void setOptions(const FigureOptions& options);
    /// The ends of the sweep, between which histograms can be asked for, and where they are otherwise;
    /// without, there are no parts beyond the curves to be chosen.
    void setSweep(double from, double to, double usualPoint);

signals:
    void changed();

private:
    /// Lengths are shown in pixels, or as on paper; then the dots per inch say how fine the picture is.
    enum class Unit
    {
        pixels,
        millimetres,
        inches
    };

    void addSize(QFormLayout& form);
    void addLooks(QFormLayout& form);
    void addParts(QFormLayout& form);
    void connectControls();
    [[nodiscard]] Unit unit() const;
    [[nodiscard]] double pixelsPerUnit() const;
    /// Shows the same size in the unit that has been chosen.
    void changeUnit();
    void showLengths(double width, double height);
    void followUnit();
    [[nodiscard]] FigureParts parts() const;

    Unit m_shownUnit = Unit::pixels;
    QComboBox* m_unit = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_scale = nullptr;
    QSpinBox* m_dpi = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_transparent = nullptr;
    QList<std::pair<FigurePart, QCheckBox*>> m_parts;
    QDoubleSpinBox* m_histogramAt = nullptr;
    bool m_hasSweep = false;
    /// The point has been chosen, not only shown.
    bool m_isHistogramPointChosen = false;
};

} // namespace sluice
