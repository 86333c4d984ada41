// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>

class QAction;
class QUndoStack;
class QWidget;

namespace sluice {

/// The actions of the window itself: what each is called, its shortcut and its tooltip. What they do is
/// connected where that is known; what a panel does, the panel offers. The window owns them.
struct WindowActions
{
    Q_DECLARE_TR_FUNCTIONS(sluice::WindowActions)

public:
    WindowActions(QWidget& window, const QUndoStack& undoStack);

    QAction* createNew;
    QAction* open;
    QAction* save;
    QAction* saveAs;
    QAction* quit;

    QAction* undo;
    QAction* redo;
    QAction* pasteAsNew;

    QAction* newDraws;
    QAction* explainPoint;

    QAction* fitPlots;
    QAction* fitGraph;

    QAction* gallery;
    QAction* find;
    QAction* about;
};

} // namespace sluice
