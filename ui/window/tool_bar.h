// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace sluice {

class AnimateMenu;
class WindowMenus;
struct WindowActions;

/// What is at hand without a menu.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    ToolBar(const WindowActions& actions, const WindowMenus& menus, AnimateMenu& animate,
            QWidget* parent = nullptr);

signals:
    /// Light in place of dark, or dark in place of light.
    void otherThemeWanted();

private:
    void addMenu(const QString& text, const QString& toolTip, QMenu* menu);
    void addAnimate(AnimateMenu& animate);
    void addSteps(const WindowActions& actions);
    void addThemeButton();
};

} // namespace sluice
