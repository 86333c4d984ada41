// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

class QTableView;

namespace sluice {

struct Theme;
class PointsModel;
class Workspace;

/// The values at the points of interest, to be read and copied.
class PointsPanel : public Panel
{
    Q_OBJECT

public:
    explicit PointsPanel(Workspace& workspace, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    /// As wide as the numbers need and never narrower again, so that columns don't dance while a slider
    /// moves.
    void fitColumns();
    void copySelection();
    void copyAll();

    Workspace& m_workspace;
    PointsModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    /// What each column needs; begun anew with another table.
    QList<int> m_widths;
};

} // namespace sluice
