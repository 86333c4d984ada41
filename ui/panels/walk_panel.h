// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"
#include "ui/workspace/explanations.h"

#include <memory>

class QLabel;
class QSpinBox;
class QTableWidget;

namespace sluice {

struct Theme;

/// One sample at one point, node by node: values forward, then local derivatives and what flows back, and
/// where it went wrong.
class WalkPanel : public Panel
{
    Q_OBJECT

public:
    explicit WalkPanel(Explanations& explanations, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

private:
    void take(const std::shared_ptr<const WalkedPoint>& walked);
    void fill();
    void addHeading(const QString& text);
    void addColumnNames(const QStringList& names);
    void addRow(const QStringList& cells, bool isTrouble);
    void addNodes();
    void addFactors();
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString sentences() const;
    void walkOn();

    Explanations& m_explanations;
    const Theme* m_theme;
    std::shared_ptr<const WalkedPoint> m_walked;
    QLabel* m_headline = nullptr;
    QLabel* m_sentences = nullptr;
    QSpinBox* m_sample = nullptr;
    QTableWidget* m_table = nullptr;
};

} // namespace sluice
