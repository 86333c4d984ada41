// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace sluice {

struct Theme;

/// Between a panel's edge and what it holds, in pixels.
inline constexpr int panelMargin = 12;

/// A titled area of the window: the title as a small line of capitals, tools at its right, the content below.
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const;
    /// What the panel shows now, after the title and not in capitals: a person's names stay as they are.
    void setDetail(const QString& detail);
    [[nodiscard]] QString detail() const;
    /// Hidden where something else, as a tab, already names the panel.
    void setTitleVisible(bool visible);
    void addTool(QWidget* tool);
    void addContent(QWidget* content, int stretch = 1);
    /// Without a margin, for content that reaches to the edge.
    void setContentFlush();

private:
    QLabel* m_title = nullptr;
    QLabel* m_detail = nullptr;
    QHBoxLayout* m_header = nullptr;
    QVBoxLayout* m_content = nullptr;
};

/// A copy of the application's font for numbers and expressions: every digit as wide as the next.
[[nodiscard]] QFont monospaceFont();
/// A little smaller, for tables that share a narrow column.
[[nodiscard]] QFont smaller(QFont font);

} // namespace sluice
