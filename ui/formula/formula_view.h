// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/formula_box.h"
#include "ui/formula/typeset_formula.h"
#include "ui/theme.h"

#include <QWidget>

#include <map>

namespace sluice {

/// Shows a formula, broken into lines where it is wider than there is room. It can be read aloud and copied
/// as text.
class FormulaView : public QWidget
{
    Q_OBJECT

public:
    explicit FormulaView(QWidget* parent = nullptr);

    void setFormula(TypesetFormula formula);
    [[nodiscard]] const TypesetFormula& formula() const { return m_formula; }
    /// The formula in one line of text.
    [[nodiscard]] QString text() const { return linearText(m_formula); }
    void setTheme(const Theme& theme);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

public slots:
    void copy() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    TypesetFormula m_formula;
    const Theme* m_theme;
    FormulaBox m_box;
    /// Widths that have been asked for, with their heights: a layout asks for the same again and again.
    mutable std::map<int, int> m_heights;
};

} // namespace sluice
