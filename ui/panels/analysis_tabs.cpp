// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/analysis_tabs.h"

#include "ui/panels/advice_panel.h"
#include "ui/panels/code_panel.h"
#include "ui/panels/panel.h"
#include "ui/panels/walk_panel.h"
#include "ui/panels/why_panel.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QTabBar>

#include <algorithm>

namespace sluice {

AnalysisTabs::AnalysisTabs(Workspace& workspace, QWidget* parent)
    : QTabWidget(parent),
      m_workspace(workspace),
      m_explanations(workspace),
      m_attributions(m_explanations),
      m_advices(workspace),
      m_codes(workspace, m_explanations),
      m_why(new WhyPanel(m_explanations, m_attributions)),
      m_advice(new AdvicePanel(workspace, m_advices)),
      m_walk(new WalkPanel(m_explanations)),
      m_code(new CodePanel(m_codes))
{
    setDocumentMode(true);
    setAccessibleName(tr("On the selected variant"));
    tabBar()->setFont(smaller(font()));
    tabBar()->setAccessibleName(tr("Panels on the selected variant"));
    connect(m_why, &WhyPanel::stopWanted, &m_explanations, &Explanations::stop);
    connect(m_why, &WhyPanel::cureWanted, this, &AnalysisTabs::tryCure);
    addPanel(m_why);
    addPanel(m_advice);
    addPanel(m_walk);
    addPanel(m_code);
}

AnalysisTabs::~AnalysisTabs()
{
    // A tab that goes lets another appear, which then asks for what it shows: that must still be there.
    delete m_why;
    delete m_advice;
    delete m_walk;
    delete m_code;
}

void AnalysisTabs::addPanel(Panel* panel)
{
    panel->setTitleVisible(false);
    addTab(panel, panel->title());
    auto* action = new QAction(panel->title(), this);
    action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(m_tabActions.size() + 1)));
    action->setToolTip(tr("Show the panel “%1” (%2)")
                           .arg(panel->title(), action->shortcut().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, [this, panel] {
        setCurrentWidget(panel);
        panel->setFocus();
    });
    m_tabActions << action;
}

void AnalysisTabs::setTheme(const Theme& theme)
{
    m_why->setTheme(theme);
    m_advice->setTheme(theme);
    m_walk->setTheme(theme);
    m_code->setTheme(theme);
}

const QList<QAction*>& AnalysisTabs::adviceActions() const
{
    return m_advice->adviceActions();
}

void AnalysisTabs::tryCure(const QString& place)
{
    const auto& explained = m_explanations.shown();
    if (explained) {
        const Experiment cured = withGate(explained->experiment, 0, place.toStdString(), GateKind::clean);
        m_workspace.tryGates(cured.variants.front().gates);
    }
}

void AnalysisTabs::explainPoint(double x, const PointedAt& at)
{
    const auto& outcome = m_workspace.shownOutcome();
    if (!outcome) {
        return;
    }
    const std::vector<double>& points = outcome->curves->x;
    const auto found = std::ranges::find(points, x);
    if (found != points.end()) {
        setCurrentWidget(m_walk);
        m_explanations.walkNear(x, static_cast<std::size_t>(found - points.begin()), at);
    }
}

} // namespace sluice
