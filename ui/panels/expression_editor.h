// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"
#include "ui/workspace/steady_gesture.h"

class QListWidget;

namespace sluice {

struct Diagnostic;
struct Theme;
class CodeEdit;
class ExpressionHighlighter;

/// The text of the experiment, to be edited, with what the reader says of it: underlined at its place and
/// listed below.
class ExpressionEditor : public Panel
{
    Q_OBJECT

public:
    explicit ExpressionEditor(Workspace& workspace, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] CodeEdit* editor() const { return m_edit; }

private:
    void takeEdit();
    void showText();
    void showDiagnostics();
    void fitMessages();
    bool eventFilter(QObject* watched, QEvent* event) override;

    Workspace& m_workspace;
    const Theme* m_theme;
    CodeEdit* m_edit = nullptr;
    ExpressionHighlighter* m_highlighter = nullptr;
    QListWidget* m_messages = nullptr;
    /// The text comes from the program, not from the user.
    bool m_isShowing = false;
    SteadyGesture m_typing;
};

} // namespace sluice
