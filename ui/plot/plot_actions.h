// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/figure_view.h"

#include <QList>
#include <QObject>
#include <QString>

#include <utility>

class QAction;
class QActionGroup;
class QMenu;

namespace sluice {

class PlotView;

/// What can be chosen about a plot view, as actions for menus and buttons: what is drawn, what is shown of
/// the gradient, and where to look.
class PlotActions : public QObject
{
    Q_OBJECT

public:
    explicit PlotActions(PlotView& view);

    /// Switches for bands, paths, means and lines.
    [[nodiscard]] QList<QAction*> layerActions() const;
    /// The gradient, its deviation, its bias; one of them is chosen.
    [[nodiscard]] QList<QAction*> readingActions() const;
    /// What bias is taken against; one of them is chosen.
    [[nodiscard]] QList<QAction*> targetActions() const;
    [[nodiscard]] QAction* back() const { return m_back; }
    [[nodiscard]] QAction* forward() const { return m_forward; }
    [[nodiscard]] QMenu* layerMenu() const { return m_layerMenu; }
    [[nodiscard]] QMenu* readingMenu() const { return m_readingMenu; }
    /// All of them, with a submenu for each kind: for a menu of the window.
    [[nodiscard]] QList<QAction*> menuActions() const;
    /// What the lower plot shows, in a word or two.
    [[nodiscard]] QString readingText() const;

private:
    QAction* add(const QString& text, const QString& toolTip, const QString& keys);
    void addLayer(FigureLayer layer, const QString& text, const QString& toolTip, const QString& keys);
    QMenu* createMenu(const QString& title, const QList<QAction*>& actions);
    void createLayers();
    void createReadings();
    void createTargets();
    void createHistory();
    void refresh();
    void refreshPaths();
    void refreshTargets();

    PlotView& m_view;
    QList<std::pair<FigureLayer, QAction*>> m_layers;
    QActionGroup* m_readings = nullptr;
    QActionGroup* m_targets = nullptr;
    QMenu* m_layerMenu = nullptr;
    QMenu* m_readingMenu = nullptr;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
};

} // namespace sluice
