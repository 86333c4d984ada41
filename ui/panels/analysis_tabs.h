// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/advices.h"
#include "ui/workspace/attributions.h"
#include "ui/workspace/explanations.h"
#include "ui/workspace/written_codes.h"

#include <QList>
#include <QTabWidget>

class QAction;

namespace sluice {

class AdvicePanel;
class CodePanel;
class Panel;
class WalkPanel;
class WhyPanel;
class Workspace;
struct Theme;

/// What is said of the selected variant: why its gradient is as it is, where gates should go, what happens in
/// one sample, and how it is written as code.
class AnalysisTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit AnalysisTabs(Workspace& workspace, QWidget* parent = nullptr);
    ~AnalysisTabs() override;

    void setTheme(const Theme& theme);
    /// One more tab behind the others.
    void addPanel(Panel* panel);
    [[nodiscard]] const Explanations& explanations() const { return m_explanations; }
    /// Show a tab: for the menu.
    [[nodiscard]] const QList<QAction*>& tabActions() const { return m_tabActions; }
    [[nodiscard]] const QList<QAction*>& adviceActions() const;

    /// Walks through a sample at this point of the sweep, the one that was pointed at.
    void explainPoint(double x, const PointedAt& at);

private:
    void tryCure(const QString& place);

    Workspace& m_workspace;
    Explanations m_explanations;
    Attributions m_attributions;
    Advices m_advices;
    WrittenCodes m_codes;
    WhyPanel* m_why = nullptr;
    AdvicePanel* m_advice = nullptr;
    WalkPanel* m_walk = nullptr;
    CodePanel* m_code = nullptr;
    QList<QAction*> m_tabActions;
};

} // namespace sluice
