// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_menus.h"

#include "core/experiment/examples.h"
#include "ui/export/export_actions.h"
#include "ui/panels/analysis_tabs.h"
#include "ui/panels/derivation_actions.h"
#include "ui/panels/variants_panel.h"
#include "ui/window/window_actions.h"

#include <QActionGroup>
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
    return menu;
}

QMenu* WindowMenus::addExperimentMenu()
{
    const WindowActions& window = m_sources.window;
    QMenu* menu = m_bar.addMenu(tr("E&xperiment"));
    menu->addAction(window.newDraws);
    menu->addSeparator();
    menu->addActions(m_sources.variants.variantActions());
    menu->addSeparator();
    menu->addActions(m_sources.analysis.adviceActions());
    menu->addAction(window.explainPoint);
    menu->addSeparator();
    m_examples = menu->addMenu(tr("&Examples"));
    fillExamples();
    return menu;
}

QMenu* WindowMenus::addViewMenu()
{
    const WindowActions& window = m_sources.window;
    QMenu* menu = m_bar.addMenu(tr("&View"));
    menu->addActions({window.fitPlots, window.fitGraph});
    menu->addSeparator();
    menu->addActions(m_sources.analysis.tabActions());
    menu->addSeparator();
    menu->addActions(window.themes->actions());
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
    menu->addAction(m_sources.window.about);
    return menu;
}

void WindowMenus::fillExamples()
{
    for (const std::string& each : exampleNames()) {
        const QString name = QString::fromStdString(each);
        connect(m_examples->addAction(name), &QAction::triggered, this,
                [this, name] { emit exampleChosen(name); });
    }
}

} // namespace sluice
