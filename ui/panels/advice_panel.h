// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

#include <QList>

class QAction;
class QCheckBox;
class QLabel;
class QProgressBar;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace sluice {

class AdviceModel;
class AdviceScatter;
class Advices;
class DepthCurve;
class PlacementPlot;
class Workspace;
struct Theme;

/// Where the gate should go: every placement as a table and as a scatter, one of which is tried as a new
/// variant, and what is to come after the output.
class AdvicePanel : public Panel
{
    Q_OBJECT

public:
    AdvicePanel(Workspace& workspace, Advices& advices, QWidget* parent = nullptr);
    ~AdvicePanel() override;

    void setTheme(const Theme& theme);
    /// Try a placement, append a loss: for the menu as well.
    [[nodiscard]] const QList<QAction*>& adviceActions() const { return m_actions; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createTable();
    void createActions();
    void createProgress();
    void connectParts();
    void createPages();
    /// Shows a page where its button is on, else the table.
    void choosePage(QToolButton* button, bool isOn);
    void refresh();
    /// Leaves out the least important columns of those that don't all fit.
    void fitColumns();
    void spreadColumns(int spare);
    void showNotes();
    void watchProgress();
    [[nodiscard]] QString stateText() const;
    /// The selected placement, by its place in the advisor's ranking; -1 without one.
    [[nodiscard]] int selectedPlacement() const;
    void selectPlacement(int placement);
    void tryPlacement(int placement);
    void appendLoss();

    Workspace& m_workspace;
    Advices& m_advices;
    AdviceModel* m_model = nullptr;
    QSortFilterProxyModel* m_sorted = nullptr;
    QTableView* m_table = nullptr;
    AdviceScatter* m_scatter = nullptr;
    DepthCurve* m_depth = nullptr;
    QStackedWidget* m_pages = nullptr;
    QToolButton* m_showScatter = nullptr;
    QToolButton* m_showDepth = nullptr;
    QCheckBox* m_keep = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_state = nullptr;
    QWidget* m_running = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_stop = nullptr;
    QToolButton* m_again = nullptr;
    QTimer* m_watch = nullptr;
    QList<QAction*> m_actions;
    QAction* m_try = nullptr;
};

} // namespace sluice
