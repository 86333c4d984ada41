// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "open_workspace.h"
#include "ui/workspace/explanations.h"

#include <QTest>
#include <QWidget>

namespace sluice {

/// What panels about the selected variant are built on. Tests derive from it, and add what answers and the
/// panel that shows it: they go in the order in which they must.
struct ExplainedWorkspace
{
    Workspace workspace;
    Explanations explanations{workspace};

    /// Shows the panel, and then the experiment in it.
    [[nodiscard]] bool show(QWidget& panel, QSize size, const Experiment& experiment)
    {
        panel.resize(size);
        panel.show();
        const bool isExposed = QTest::qWaitForWindowExposed(&panel);
        workspace.open(experiment);
        return isExposed;
    }
};

} // namespace sluice
