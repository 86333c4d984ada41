// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace sluice {

struct Theme;
class Workspace;

/// The window's last line: what was computed and how fast, a sentence on the selected variant, and for a long
/// computation how far it is and a way to end it.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(Workspace& workspace, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    [[nodiscard]] QString counts() const;
    [[nodiscard]] QString sentence() const;

private:
    void refresh();
    /// Ends it by an ellipsis where the line is too short for it.
    void fitSentence();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void watchProgress();
    void showProgress(bool shown);

    Workspace& m_workspace;
    const Theme* m_theme;
    QLabel* m_counts = nullptr;
    QLabel* m_sentence = nullptr;
    QProgressBar* m_progress = nullptr;
    QToolButton* m_stop = nullptr;
    QTimer* m_watch = nullptr;
};

} // namespace sluice
