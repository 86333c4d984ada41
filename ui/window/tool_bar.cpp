// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tool_bar.h"

#include "ui/window/animate_menu.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_menus.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sluice {

ToolBar::ToolBar(const WindowActions& actions, const WindowMenus& menus, AnimateMenu& animate,
                 QWidget* parent)
    : QToolBar(tr("Tools"), parent)
{
    setObjectName(QStringLiteral("tools"));
    setMovable(false);
    constexpr int signSize = 12;
    setIconSize({signSize, signSize});
    setContextMenuPolicy(Qt::PreventContextMenu);
    addMenu(tr("Examples"), tr("Open an example"), menus.examples());
    addSeparator();
    addSteps(actions);
    addSeparator();
    addAction(actions.newDraws);
    addAnimate(animate);
    addMenu(tr("Export"), tr("Write or copy the figure, its numbers or the derivation"), menus.exports());
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(gap);
    addThemeButton();
}

void ToolBar::addMenu(const QString& text, const QString& toolTip, QMenu* menu)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    addWidget(button);
}

void ToolBar::addAnimate(AnimateMenu& animate)
{
    auto* button = new QToolButton;
    button->setDefaultAction(animate.play());
    button->setMenu(&animate);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // Neither text may make what comes after it dance.
    const QFontMetrics metrics = button->fontMetrics();
    const int width =
        std::max(metrics.horizontalAdvance(tr("Animate")), metrics.horizontalAdvance(tr("Pause")));
    button->setMinimumWidth(iconSize().width() + width + 38);
    addWidget(button);
}

void ToolBar::addSteps(const WindowActions& actions)
{
    for (auto [action, text] : {std::pair(actions.undo, tr("↶")), std::pair(actions.redo, tr("↷"))}) {
        // The menu's text names what is undone; here it would make the bar dance.
        auto* button = new QToolButton;
        button->setText(text);
        button->setAutoRaise(true);
        const auto follow = [button, action = action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->text().remove(QLatin1Char('&')));
            button->setAccessibleName(button->toolTip());
        };
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, follow);
        follow();
        addWidget(button);
    }
}

void ToolBar::addThemeButton()
{
    auto* theme = new QToolButton;
    theme->setText(QStringLiteral("☾"));
    theme->setAutoRaise(true);
    theme->setToolTip(tr("Light or dark colours"));
    theme->setAccessibleName(theme->toolTip());
    connect(theme, &QToolButton::clicked, this, &ToolBar::otherThemeWanted);
    addWidget(theme);
}

} // namespace sluice
