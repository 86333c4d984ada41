// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/formula/formula_box.h"

#include <QFont>
#include <QFontMetricsF>

#include <algorithm>

namespace sluice {

/// The lengths that everything is placed by, from one font.
class Measures
{
public:
    explicit Measures(const QFont& font) : m_metrics(font), m_em(m_metrics.height() / 1.16) {}

    [[nodiscard]] double em() const { return m_em; }
    [[nodiscard]] double ascent() const { return m_metrics.ascent(); }
    [[nodiscard]] double descent() const { return m_metrics.descent(); }
    [[nodiscard]] double xHeight() const { return m_metrics.xHeight(); }
    /// The height of fraction bars, and of the middle of a minus.
    [[nodiscard]] double axis() const
    {
        return -m_metrics.tightBoundingRect(QStringLiteral("−")).center().y();
    }
    [[nodiscard]] double lineWidth() const { return std::max(1.0, m_em * 0.075); }
    [[nodiscard]] double gap() const { return m_em * 0.14; }

private:
    QFontMetricsF m_metrics;
    double m_em;
};

/// A box around what it holds, and room for what is marked.
void embrace(FormulaBox& box);

} // namespace sluice
