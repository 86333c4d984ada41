// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/language_menu.h"

#include <QActionGroup>
#include <QLocale>
#include <QSettings>

namespace sluice {

namespace {

const QString languageKey = QStringLiteral("window/language");

QString rememberedCode()
{
    return QSettings().value(languageKey).toString();
}

} // namespace

Language rememberedLanguage()
{
    return languageFor(rememberedCode(), QLocale::system());
}

LanguageMenu::LanguageMenu(QWidget* parent) : QMenu(tr("Lan&guage"), parent)
{
    auto* group = new QActionGroup(this);
    const auto add = [this, group](const QString& text, const QString& code) {
        QAction* action = addAction(text);
        action->setCheckable(true);
        action->setChecked(code == rememberedCode());
        action->setToolTip(tr("From the next start on"));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { choose(code); });
    };
    setToolTipsVisible(true);
    add(tr("As the &desktop"), {});
    for (const Language& language : languages()) {
        add(language.name, language.code);
    }
}

void LanguageMenu::choose(const QString& code)
{
    QSettings().setValue(languageKey, code);
    emit chosen(tr("Sluice speaks %1 from the next start on").arg(rememberedLanguage().name));
}

} // namespace sluice
