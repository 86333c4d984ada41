// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/noise_rows.h"

#include <QWidget>

class QLabel;

namespace sluice {

struct Theme;
class NumberBox;
class RangeSlider;

/// One line with a slider: the name, the numbers typed at its ends, the slider between.
class LiteralRow : public QWidget
{
    Q_OBJECT

public:
    explicit LiteralRow(const NoiseRow& row, QWidget* parent = nullptr);

    /// Other numbers of the same row. The slider's limits stay unless the numbers are beyond them.
    void setRow(const NoiseRow& row);
    void setTheme(const Theme& theme);
    void setNameWidth(int width);
    [[nodiscard]] int nameWidth() const;

signals:
    void gestureStarted();
    void dragged(bool isDragging);
    void moved(std::vector<sluice::LiteralValue> values);
    /// A movement of its own: typed, or stepped by a key.
    void typed(std::vector<sluice::LiteralValue> values);

private:
    void buildPair();
    void buildSingle();
    void nameControls();
    [[nodiscard]] QString fullName() const;
    void keepWithinLimits();
    [[nodiscard]] std::vector<LiteralValue> valuesOf(double low, double high) const;
    void typeLow(double low);
    void typeHigh(double high);

    NoiseRow m_row;
    QLabel* m_name = nullptr;
    RangeSlider* m_slider = nullptr;
    /// Null where there is one number.
    NumberBox* m_low = nullptr;
    NumberBox* m_high = nullptr;
};

} // namespace sluice
