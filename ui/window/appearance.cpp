// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/appearance.h"

#include "ui/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QSettings>

#include <algorithm>
#include <array>

namespace sluice {

namespace {

const QString themeKey = QStringLiteral("window/theme");
const QString textKey = QStringLiteral("plots/text");

/// In the order of the choices.
const std::array<QString, 3> choiceNames{QStringLiteral("desktop"), QStringLiteral("light"),
                                         QStringLiteral("dark")};

} // namespace

Appearance::Appearance(QObject* parent) : QObject(parent), m_themes(new QActionGroup(this))
{
    createThemeActions();
    createTextActions();
    connect(&m_desktop, &DesktopColors::changed, this, [this] {
        if (m_choice == ThemeChoice::desktop) {
            emit themeChanged();
        }
    });
}

void Appearance::createThemeActions()
{
    const auto create = [this](const QString& text, const QString& toolTip, ThemeChoice choice) {
        QAction* action = m_themes->addAction(text);
        action->setCheckable(true);
        action->setToolTip(toolTip);
        action->setChecked(choice == m_choice);
        connect(action, &QAction::triggered, this, [this, choice] { setThemeChoice(choice); });
    };
    create(tr("&Follow the desktop"), tr("Light or dark colours, as the desktop has them"),
           ThemeChoice::desktop);
    create(tr("&Light"), tr("Light colours"), ThemeChoice::light);
    create(tr("&Dark"), tr("Dark colours"), ThemeChoice::dark);
}

void Appearance::createTextActions()
{
    const auto create = [this](const QString& text, const QKeySequence& shortcut, const QString& toolTip) {
        auto* action = new QAction(text, this);
        action->setShortcut(shortcut);
        action->setToolTip(
            QStringLiteral("%1 (%2)").arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
        return action;
    };
    m_larger = create(tr("L&arger text"), QKeySequence(tr("Ctrl++")),
                      tr("Larger text in the plots, for who sits far away"));
    m_smaller = create(tr("S&maller text"), QKeySequence(tr("Ctrl+-")), tr("Smaller text in the plots"));
    m_usual = create(tr("&Usual text"), QKeySequence(tr("Ctrl+Alt+0")), tr("Text in the plots as it was"));
    // On many keyboards the plus needs Shift, and the key without it is what people press.
    m_larger->setShortcuts({m_larger->shortcut(), QKeySequence(tr("Ctrl+="))});
    connect(m_larger, &QAction::triggered, this, [this] { setTextEnlargement(m_textEnlargement + 1); });
    connect(m_smaller, &QAction::triggered, this, [this] { setTextEnlargement(m_textEnlargement - 1); });
    connect(m_usual, &QAction::triggered, this, [this] { setTextEnlargement(0); });
    m_usual->setEnabled(false);
}

QList<QAction*> Appearance::themeActions() const
{
    return m_themes->actions();
}

const Theme& Appearance::theme() const
{
    const bool isDark = m_choice == ThemeChoice::desktop ? m_desktop.isDark() : m_choice == ThemeChoice::dark;
    return isDark ? darkTheme() : lightTheme();
}

void Appearance::setThemeChoice(ThemeChoice choice)
{
    m_choice = choice;
    m_themes->actions()[static_cast<qsizetype>(choice)]->setChecked(true);
    emit themeChanged();
}

void Appearance::switchTheme()
{
    setThemeChoice(theme().isDark ? ThemeChoice::light : ThemeChoice::dark);
}

void Appearance::setTextEnlargement(int pixels)
{
    m_textEnlargement = std::clamp(pixels, smallestText, largestText);
    m_larger->setEnabled(m_textEnlargement < largestText);
    m_smaller->setEnabled(m_textEnlargement > smallestText);
    m_usual->setEnabled(m_textEnlargement != 0);
    emit textEnlargementChanged(m_textEnlargement);
}

void Appearance::restore()
{
    const QSettings settings;
    const auto* const named = std::ranges::find(choiceNames, settings.value(themeKey).toString());
    setThemeChoice(named != choiceNames.end() ? static_cast<ThemeChoice>(named - choiceNames.begin())
                                              : ThemeChoice::desktop);
    setTextEnlargement(settings.value(textKey).toInt());
}

void Appearance::save() const
{
    QSettings settings;
    settings.setValue(themeKey, choiceNames[static_cast<std::size_t>(m_choice)]);
    settings.setValue(textKey, m_textEnlargement);
}

} // namespace sluice
