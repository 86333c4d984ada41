// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QMenuBar;

namespace sluice {

class AnalysisTabs;
class AnimateMenu;
class Appearance;
class DerivationActions;
class ExportActions;
class PanelArrangement;
class PlotPanel;
class RecentFiles;
class VariantsPanel;
struct WindowActions;

/// Whose actions are in the menus.
struct MenuSources
{
    const WindowActions& window;
    const VariantsPanel& variants;
    const AnalysisTabs& analysis;
    const PlotPanel& plots;
    const ExportActions& exports;
    const DerivationActions& derivation;
    const Appearance& appearance;
    const PanelArrangement& panels;
    AnimateMenu& animate;
    RecentFiles& recentFiles;
};

/// The menu bar: every action of the program has its place here.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    WindowMenus(QMenuBar& bar, const MenuSources& sources, QObject* parent);

    /// For a button that opens the same menu.
    [[nodiscard]] QMenu* examples() const { return m_examples; }
    [[nodiscard]] QMenu* exports() const { return m_exports; }

signals:
    void exampleChosen(const QString& name);
    void fileChosen(const QString& path);
    /// What is to be said of it.
    void languageChosen(const QString& message);

private:
    QMenu* addFileMenu();
    QMenu* addEditMenu();
    QMenu* addExperimentMenu();
    QMenu* addViewMenu();
    QMenu* addExportMenu();
    QMenu* addHelpMenu();
    void fillExamples();

    QMenuBar& m_bar;
    MenuSources m_sources;
    QMenu* m_examples = nullptr;
    QMenu* m_exports = nullptr;
};

} // namespace sluice
