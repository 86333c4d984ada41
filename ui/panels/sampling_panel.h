// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "ui/panels/panel.h"
#include "ui/workspace/steady_gesture.h"

#include <optional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace sluice {

/// How the experiment is sampled: the sweep, the draws, the conventions.
class SamplingPanel : public Panel
{
    Q_OBJECT

public:
    explicit SamplingPanel(Workspace& workspace, QWidget* parent = nullptr);

private:
    static QSpinBox* addCount(QFormLayout& form, const QString& label, const QString& toolTip, int highest);
    static QComboBox* addChoice(QFormLayout& form, const QString& label, const QString& toolTip,
                                const QStringList& choices);
    static QLineEdit* createBound(const QString& name);
    void buildSweep(QFormLayout& form);
    void buildDraws(QFormLayout& form);
    void buildConventions(QFormLayout& form);
    void refresh();
    void takeSeed();
    void takeBound(QLineEdit& edit, std::optional<double> Experiment::*bound);
    static void showBound(QLineEdit& edit, const std::optional<double>& bound,
                          const std::optional<double>& ofText);

    Workspace& m_workspace;
    SteadyGesture m_steps;
    QSpinBox* m_samples = nullptr;
    QLineEdit* m_seed = nullptr;
    QSpinBox* m_points = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QComboBox* m_noise = nullptr;
    QComboBox* m_semantics = nullptr;
    QComboBox* m_precision = nullptr;
    bool m_isShowing = false;
};

} // namespace sluice
