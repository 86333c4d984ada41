// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>

#include <array>
#include <cmath>

namespace sluice {

Qt::PenStyle Theme::variantDash(int position)
{
    constexpr std::array dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                Qt::DashDotDotLine};
    return dashes[static_cast<std::size_t>(position) % dashes.size()];
}

QColor Theme::tinted(const QColor& color) const
{
    const double share = tintShare();
    const auto mix = [share](int of, int ground) {
        return static_cast<int>(std::lround(of * share + ground * (1.0 - share)));
    };
    return {mix(color.red(), panel.red()), mix(color.green(), panel.green()),
            mix(color.blue(), panel.blue())};
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, panel);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, secondaryText);
    palette.setColor(QPalette::Button, panel);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, error);
    palette.setColor(QPalette::ToolTipBase, panel);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, isDark ? window : panel);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, isDark ? line : panel);
    palette.setColor(QPalette::Midlight, grid);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, isDark ? window.darker(130) : line.darker(115));
    palette.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : secondaryText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, secondaryText);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, secondaryText);
    return palette;
}

QString Theme::styleSheet() const
{
    QString sheet = QStringLiteral(R"(
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QMenuBar { background: @window; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: @line; border-radius: 4px; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 20px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @secondary; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolBar { background: @window; border: none; spacing: 8px; padding: 4px 8px; }
QStatusBar { background: @window; color: @secondary; }
QStatusBar::item { border: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QCheckBox::indicator:unchecked { width: 13px; height: 13px; border: 1px solid @secondary; border-radius: 3px; background: @panel; }
QCheckBox::indicator:checked { width: 13px; height: 13px; border: 1px solid @accent; border-radius: 3px; background: @accent; image: url(:/icons/tick-on-@name.png); }
QCheckBox::indicator:checked:disabled { border-color: @secondary; background: @secondary; }
QSplitter::handle { background: @window; }
QSplitter::handle:hover { background: @line; }
QTabBar::tab { padding: 6px 9px 4px 9px; border: none; border-bottom: 2px solid transparent; background: transparent; color: @secondary; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { border: 1px dotted @secondary; border-bottom: 2px solid @accent; padding: 5px 8px 4px 8px; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; border: none; border-bottom: 1px solid @line; padding: 2px 4px; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 8px; }
QScrollBar:horizontal { height: 8px; }
QScrollBar::handle { background: @line; border-radius: 4px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)");
    const std::array<std::pair<const char*, QColor>, 7> colors{{
        {"@panel", panel},
        {"@text", text},
        {"@line", line},
        {"@window", window},
        {"@accent", accent},
        {"@onAccent", isDark ? window : panel},
        {"@secondary", secondaryText},
    }};
    for (const auto& [role, color] : colors) {
        sheet.replace(QLatin1String(role), color.name());
    }
    sheet.replace(QLatin1String("@name"), name);
    return sheet;
}

const Theme& lightTheme()
{
    static const Theme theme{
        .name = QStringLiteral("light"),
        .isDark = false,
        .window = QColor(0xF6F7F9),
        .panel = QColor(0xFFFFFF),
        .text = QColor(0x1F2328),
        .secondaryText = QColor(0x57606A),
        .line = QColor(0xD5D9DE),
        .grid = QColor(0xECEEF1),
        .accent = QColor(0x0072B2),
        .noise = QColor(0xB45309),
        .noiseFree = QColor(0x00795A),
        .stopped = QColor(0x57606A),
        .error = QColor(0xB42318),
        .variants = {QColor(0x0072B2), QColor(0xC44E00), QColor(0x00795A), QColor(0xA8548A), QColor(0x8A6A00),
                     QColor(0x5B5FC7)},
    };
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme{
        .name = QStringLiteral("dark"),
        .isDark = true,
        .window = QColor(0x1B1D21),
        .panel = QColor(0x24272C),
        .text = QColor(0xE6E8EB),
        .secondaryText = QColor(0x9AA4AF),
        .line = QColor(0x3A3F46),
        .grid = QColor(0x2B2F35),
        .accent = QColor(0x5AB4E6),
        .noise = QColor(0xF59E0B),
        .noiseFree = QColor(0x3CC9A0),
        .stopped = QColor(0x9AA4AF),
        .error = QColor(0xF97066),
        .variants = {QColor(0x5AB4E6), QColor(0xF08A4B), QColor(0x3CC9A0), QColor(0xE39BC6), QColor(0xE6C34A),
                     QColor(0xA5A8F0)},
    };
    return theme;
}

void installFonts()
{
    // Loading a font twice would only cost memory, but tests and the program may both ask.
    static const bool loaded = [] {
        bool all = true;
        for (const char* file : {"DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono", "DejaVuSansMono-Bold"}) {
            all = QFontDatabase::addApplicationFont(
                      QStringLiteral(":/fonts/%1.ttf").arg(QLatin1String(file))) >= 0 &&
                  all;
        }
        return all;
    }();
    if (loaded) {
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPointSizeF(9.5);
        QGuiApplication::setFont(font);
    }
}

} // namespace sluice
