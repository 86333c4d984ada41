// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include <QAction>
#include <QKeySequence>
#include <QUndoStack>
#include <QWidget>

namespace sluice {

namespace {

/// Qt's own translation has it among the names of keys, but not in Russian.
[[maybe_unused]] constexpr const char* returnKey = QT_TRANSLATE_NOOP("QShortcut", "Return");

QAction* createAction(QWidget& window, const QString& text, const QKeySequence& shortcut,
                      const QString& toolTip)
{
    auto* action = new QAction(text, &window);
    action->setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? toolTip : QStringLiteral("%1 (%2)").arg(toolTip, keys));
    return action;
}

} // namespace

WindowActions::WindowActions(QWidget& window, const QUndoStack& undoStack)
    : createNew(createAction(window, tr("&New"), QKeySequence::New, tr("Begin with a small expression"))),
      open(createAction(window, tr("&Open…"), QKeySequence::Open,
                        tr("Open an expression, an experiment or an exported picture"))),
      save(createAction(window, tr("&Save"), QKeySequence::Save, tr("Save the experiment"))),
      saveAs(createAction(window, tr("Save &as…"), QKeySequence(tr("Ctrl+Shift+S")),
                          tr("Save the experiment in another file"))),
      quit(createAction(window, tr("&Quit"), QKeySequence(tr("Ctrl+Q")), tr("Close the window"))),
      undo(undoStack.createUndoAction(&window, tr("&Undo"))),
      redo(undoStack.createRedoAction(&window, tr("&Redo"))),
      pasteAsNew(createAction(window, tr("&Paste as new experiment"), QKeySequence(tr("Ctrl+Shift+V")),
                              tr("Open what is on the clipboard: a snippet, or a copied picture"))),
      newDraws(createAction(window, tr("New &draws"), QKeySequence(tr("Ctrl+R")),
                            tr("Draw the noise anew: the next seed"))),
      explainPoint(createAction(window, tr("&Explain point"), QKeySequence(tr("Ctrl+Return")),
                                tr("Walk through a sample at the crosshair, node by node"))),
      fitPlots(
          createAction(window, tr("&Fit plots"), QKeySequence(tr("Ctrl+0")), tr("Show all of the curves"))),
      fitGraph(
          createAction(window, tr("Fit &graph"), QKeySequence(tr("Ctrl+9")), tr("Show all of the graph"))),
      gallery(createAction(window, tr("Examples &gallery…"), QKeySequence(tr("Ctrl+Shift+O")),
                           tr("Choose an example by its picture"))),
      find(createAction(window, tr("&Find action…"), QKeySequence(tr("Ctrl+Shift+P")),
                        tr("Search everything that the program can do"))),
      about(createAction(window, tr("&About Sluice"), {}, tr("What this program is")))
{
    undo->setShortcut(QKeySequence(tr("Ctrl+Z")));
    redo->setShortcut(QKeySequence(tr("Ctrl+Shift+Z")));
}

} // namespace sluice
