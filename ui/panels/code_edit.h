// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QPainter;

namespace sluice {

class NameCompleter;

struct Theme;

/// A plain text editor for expressions: line numbers, spaces for tabs, and undo left to the program, whose
/// steps include those of the sliders.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Puts another text in place with the fewest changes, so that the cursor and the view stay.
    void showText(const QString& text);

    struct Mark
    {
        int begin = 0;
        int end = 0;
        QColor color;
        QString message;
    };
    /// Underlines these stretches. A line's first message stands beside it, as far as there is room; all are
    /// shown where the pointer rests.
    void setMarks(const QList<Mark>& marks);
    void goTo(int position);
    /// Offers names while one is typed, and whenever Ctrl+Space asks for them.
    void completeNames();

    [[nodiscard]] int numberAreaWidth() const;
    void paintNumbers(QPaintEvent* event);

signals:
    /// A key has changed the text.
    void typed();

protected:
    bool event(QEvent* event) override;
    /// Files are for the window, which opens them.
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    bool showToolTip(const QPoint& globalPosition, const QPoint& position);
    void updateMargins();
    void paintMessage(QPainter& painter, const Mark& mark) const;

    NameCompleter* m_completer = nullptr;
    QWidget* m_numbers = nullptr;
    QList<Mark> m_marks;
    QColor m_numberColor;
    QColor m_currentNumberColor;
};

} // namespace sluice
