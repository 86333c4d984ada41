// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/desktop_colors.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;

namespace sluice {

struct Theme;

/// How the window looks, as the user wants it: light, dark or as the desktop is, and how large the plots'
/// text is. Remembered from one start to the next.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class ThemeChoice
    {
        desktop,
        light,
        dark
    };
    Q_ENUM(ThemeChoice)

    /// How much smaller and larger than usual the plots' text can be, in pixels.
    static constexpr int smallestText = -3;
    static constexpr int largestText = 15;

    explicit Appearance(QObject* parent = nullptr);

    /// Follow the desktop, light, dark: one of them is checked.
    [[nodiscard]] QList<QAction*> themeActions() const;
    /// Larger, smaller, usual.
    [[nodiscard]] QList<QAction*> textActions() const { return {m_larger, m_smaller, m_usual}; }

    [[nodiscard]] const Theme& theme() const;
    [[nodiscard]] int textEnlargement() const { return m_textEnlargement; }
    [[nodiscard]] DesktopColors& desktop() { return m_desktop; }
    void setThemeChoice(ThemeChoice choice);
    /// Light in place of dark, or dark in place of light.
    void switchTheme();
    void setTextEnlargement(int pixels);

    void restore();
    void save() const;

signals:
    void themeChanged();
    void textEnlargementChanged(int pixels);

private:
    void createThemeActions();
    void createTextActions();

    DesktopColors m_desktop;
    ThemeChoice m_choice = ThemeChoice::desktop;
    int m_textEnlargement = 0;
    QActionGroup* m_themes = nullptr;
    QAction* m_larger = nullptr;
    QAction* m_smaller = nullptr;
    QAction* m_usual = nullptr;
};

} // namespace sluice
