// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

#include <QString>

#include <functional>

class QComboBox;
class QLabel;
class QToolButton;

namespace sluice {

class CodeEdit;
class PythonHighlighter;
class WrittenCodes;
struct Theme;

/// The selected variant as code for a framework, to be copied or saved.
class CodePanel : public Panel
{
    Q_OBJECT

public:
    explicit CodePanel(WrittenCodes& codes, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Writes what is shown to a file, whole or not at all, or says why not.
    bool saveTo(const QString& path);
    /// Writes the code with its draws, the expected numbers and the script that compares them into a folder,
    /// or says why not.
    bool saveWithCheckTo(const QString& folder);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* createChoices();
    void createTools();
    void refresh();
    void refreshChoices();
    void copy();
    void askForPath();
    void askForFolder();
    [[nodiscard]] QString folder() const;
    /// Does something with files, and says what is wrong where it can't.
    bool trying(const std::function<void()>& write);
    void say(const QString& message, bool isError = false);
    [[nodiscard]] QString stateText() const;

    WrittenCodes& m_codes;
    const Theme* m_theme;
    QComboBox* m_target = nullptr;
    QComboBox* m_form = nullptr;
    CodeEdit* m_code = nullptr;
    PythonHighlighter* m_highlighter = nullptr;
    QLabel* m_state = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_save = nullptr;
    QToolButton* m_check = nullptr;
    QString m_folder;
};

} // namespace sluice
