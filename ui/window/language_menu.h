// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/language.h"

#include <QMenu>

namespace sluice {

/// The language that the user wants, remembered from one start to the next.
[[nodiscard]] Language rememberedLanguage();

/// The languages of the window, and that of the desktop. A choice holds from the next start on, since what is
/// shown already would stay half in the other language.
class LanguageMenu : public QMenu
{
    Q_OBJECT

public:
    explicit LanguageMenu(QWidget* parent);

signals:
    /// Another language has been chosen; what is to be said of it.
    void chosen(const QString& message);

private:
    void choose(const QString& code);
};

} // namespace sluice
