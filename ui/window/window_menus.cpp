// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_menus.h"

#include "core/experiment/examples.h"
#include "ui/export/export_actions.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/derivation_actions.h"
#include "ui/panels/plot_panel.h"
#include "ui/panels/variants_panel.h"
#include "ui/window/animate_menu.h"
#include "ui/window/appearance.h"
#include "ui/window/example_sentences.h"
#include "ui/window/language_menu.h"
#include "ui/window/panel_arrangement.h"
#include "ui/window/recent_menu.h"
#include "ui/window/window_actions.h"

#include <QMenu>
#include <QMenuBar>

namespace sluice {

WindowMenus::WindowMenus(QMenuBar& bar, const MenuSources& sources, QObject* parent)
    : QObject(parent), m_bar(bar), m_sources(sources)
{
    for (QMenu* menu :
         {addFileMenu(), addEditMenu(), addExperimentMenu(), addViewMenu(), addExportMenu(), addHelpMenu()}) {
        menu->setToolTipsVisible(true);
    }
}

QMenu* WindowMenus::addFileMenu()
{
    const WindowActions& window = m_sources.window;
    QMenu* menu = m_bar.addMenu(tr("&File"));
    menu->addActions({window.createNew, window.open});
    auto* recent = new RecentMenu(m_sources.recentFiles, menu);
    connect(recent, &RecentMenu::fileChosen, this, &WindowMenus::fileChosen);
    menu->addMenu(recent);
    menu->addSeparator();
    menu->addActions({window.save, window.saveAs});
    menu->addSeparator();
    menu->addAction(window.quit);
    return menu;
}

QMenu* WindowMenus::addEditMenu()
{
    QMenu* menu = m_bar.addMenu(tr("&Edit"));
    menu->addActions({m_sources.window.undo, m_sources.window.redo});
    menu->addSeparator();
    menu->addAction(m_sources.window.pasteAsNew);
    return menu;
}

QMenu* WindowMenus::addExperimentMenu()
{
    const WindowActions& window = m_sources.window;
    QMenu* menu = m_bar.addMenu(tr("E&xperiment"));
    menu->addAction(window.newDraws);
    menu->addAction(m_sources.animate.play());
    menu->addMenu(&m_sources.animate);
    menu->addSeparator();
    menu->addActions(m_sources.variants.variantActions());
    menu->addSeparator();
    menu->addActions(m_sources.analysis.adviceActions());
    menu->addAction(window.explainPoint);
    menu->addSeparator();
    m_examples = menu->addMenu(tr("&Examples"));
    fillExamples();
    m_examples->addSeparator();
    m_examples->addAction(window.gallery);
    return menu;
}

QMenu* WindowMenus::addViewMenu()
{
    const WindowActions& window = m_sources.window;
    QMenu* menu = m_bar.addMenu(tr("&View"));
    menu->addActions({window.fitPlots, window.fitGraph});
    menu->addActions(m_sources.plots.menuActions());
    menu->addSeparator();
    menu->addActions(m_sources.analysis.tabActions());
    menu->addSeparator();
    QMenu* panels = menu->addMenu(tr("&Panels"));
    panels->addActions(m_sources.panels.panelActions());
    panels->addSeparator();
    panels->addAction(m_sources.panels.usualAction());
    panels->setToolTipsVisible(true);
    menu->addSeparator();
    menu->addActions(m_sources.appearance.textActions());
    QMenu* theme = menu->addMenu(tr("&Theme"));
    theme->addActions(m_sources.appearance.themeActions());
    theme->setToolTipsVisible(true);
    auto* language = new LanguageMenu(menu);
    connect(language, &LanguageMenu::chosen, this, &WindowMenus::languageChosen);
    menu->addMenu(language);
    return menu;
}

QMenu* WindowMenus::addExportMenu()
{
    const ExportActions& exports = m_sources.exports;
    m_exports = m_bar.addMenu(tr("Exp&ort"));
    m_exports->addAction(exports.picture());
    m_exports->addActions(exports.copyActions());
    m_exports->addSeparator();
    m_exports->addActions(exports.dataActions());
    m_exports->addSeparator();
    const QList<QAction*>& derivation = m_sources.derivation.actions();
    const QList<QKeySequence> keys{QKeySequence(tr("Ctrl+Shift+L")), QKeySequence(tr("Ctrl+Shift+T")),
                                   QKeySequence(tr("Ctrl+Shift+Y"))};
    for (qsizetype i = 0; i < keys.size(); ++i) {
        derivation[i]->setShortcut(keys[i]);
    }
    m_exports->addActions(derivation);
    return m_exports;
}

QMenu* WindowMenus::addHelpMenu()
{
    QMenu* menu = m_bar.addMenu(tr("&Help"));
    menu->addActions({m_sources.window.gallery, m_sources.window.find});
    menu->addSeparator();
    menu->addAction(m_sources.window.about);
    return menu;
}

void WindowMenus::fillExamples()
{
    m_examples->setToolTipsVisible(true);
    for (const std::string& each : exampleNames()) {
        const QString name = QString::fromStdString(each);
        QAction* action = m_examples->addAction(name);
        action->setToolTip(exampleSentence(name));
        connect(action, &QAction::triggered, this, [this, name] { emit exampleChosen(name); });
    }
}

} // namespace sluice
