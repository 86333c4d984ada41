// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/code_edit.h"

#include "ui/panels/name_completer.h"
#include "ui/panels/panel.h"
#include "ui/theme.h"

#include <QAction>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <memory>

namespace sluice {

namespace {

constexpr int spacesPerTab = 4;
constexpr int numberMargin = 8;
/// Between a line and the message beside it.
constexpr int messageGap = 16;
/// With less room a message says nothing.
constexpr int narrowestMessage = 48;

/// The strip left of the text. It only passes painting on.
class NumberArea : public QWidget
{
public:
    explicit NumberArea(CodeEdit* editor) : QWidget(editor), m_editor(editor) {}

    [[nodiscard]] QSize sizeHint() const override { return {m_editor->numberAreaWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_editor->paintNumbers(event); }

private:
    CodeEdit* m_editor;
};

bool isUndoOrRedo(QKeyEvent* event)
{
    return event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
}

} // namespace

CodeEdit::CodeEdit(QWidget* parent) : QPlainTextEdit(parent), m_numbers(new NumberArea(this))
{
    setFont(monospaceFont());
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setTabStopDistance(spacesPerTab * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::updateMargins);
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_numbers, qOverload<>(&QWidget::update));
    // The line with the cursor keeps its message back.
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int scrolled) {
        if (scrolled != 0) {
            m_numbers->scroll(0, scrolled);
        } else {
            m_numbers->update(0, area.y(), m_numbers->width(), area.height());
        }
    });
    updateMargins();
}

void CodeEdit::setTheme(const Theme& theme)
{
    m_numberColor = theme.secondaryText;
    m_currentNumberColor = theme.text;
    m_numbers->update();
}

void CodeEdit::showText(const QString& text)
{
    const QString present = toPlainText();
    if (present == text) {
        return;
    }
    const qsizetype shorter = std::min(present.size(), text.size());
    const auto prefix =
        std::mismatch(present.begin(), present.begin() + shorter, text.begin()).first - present.begin();
    qsizetype suffix = 0;
    while (suffix < shorter - prefix &&
           present[present.size() - 1 - suffix] == text[text.size() - 1 - suffix]) {
        ++suffix;
    }
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(prefix));
    cursor.setPosition(static_cast<int>(present.size() - suffix), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(prefix, text.size() - prefix - suffix));
    if (present.isEmpty()) {
        moveCursor(QTextCursor::Start);
    }
}

void CodeEdit::setMarks(const QList<Mark>& marks)
{
    m_marks = marks;
    QList<QTextEdit::ExtraSelection> selections;
    const int last = document()->characterCount() - 1;
    for (const Mark& mark : marks) {
        QTextEdit::ExtraSelection selection;
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(mark.color);
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::clamp(mark.begin, 0, last));
        selection.cursor.setPosition(std::clamp(mark.end, 0, last), QTextCursor::KeepAnchor);
        if (!selection.cursor.hasSelection()) {
            // At the end of a line there is nothing to underline but what stands before.
            selection.cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        }
        selections << selection;
    }
    setExtraSelections(selections);
    viewport()->update();
}

void CodeEdit::completeNames()
{
    if (m_completer == nullptr) {
        m_completer = new NameCompleter(*this);
    }
}

void CodeEdit::goTo(int position)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(position, 0, document()->characterCount() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

int CodeEdit::numberAreaWidth() const
{
    const auto digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    return static_cast<int>(digits) * fontMetrics().horizontalAdvance(QLatin1Char('9')) + 2 * numberMargin;
}

void CodeEdit::updateMargins()
{
    setViewportMargins(numberAreaWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numberAreaWidth(), area.height());
}

void CodeEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    updateMargins();
}

void CodeEdit::paintNumbers(QPaintEvent* event)
{
    QPainter painter(m_numbers);
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom()) {
            break;
        }
        painter.setPen(block.blockNumber() == current && hasFocus() ? m_currentNumberColor : m_numberColor);
        painter.drawText(QRectF(0.0, area.top(), m_numbers->width() - numberMargin, area.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
    }
}

void CodeEdit::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    QFont font = this->font();
    font.setItalic(true);
    painter.setFont(font);
    int lastLine = -1;
    for (const Mark& mark : m_marks) {
        const int line = document()->findBlock(mark.begin).blockNumber();
        if (line != lastLine) {
            paintMessage(painter, mark);
        }
        lastLine = line;
    }
}

void CodeEdit::paintMessage(QPainter& painter, const Mark& mark) const
{
    const QTextBlock block = document()->findBlock(mark.begin);
    // On the line that is being written it would run before the cursor.
    if (!block.isValid() || !block.isVisible() || (hasFocus() && block == textCursor().block())) {
        return;
    }
    const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
    const double begin = line.left() + block.layout()->lineAt(0).naturalTextRect().right() + messageGap;
    const QRectF room(begin, line.top(), viewport()->width() - begin - numberMargin, line.height());
    if (room.width() < narrowestMessage || !room.intersects(viewport()->rect())) {
        return;
    }
    painter.setPen(mark.color);
    const QString message = mark.message.section(QLatin1Char('\n'), 0, 0);
    painter.drawText(
        room, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(message, Qt::ElideRight, static_cast<int>(room.width())));
}

bool CodeEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isUndoOrRedo(dynamic_cast<QKeyEvent*>(event))) {
        // Left to the actions of the window.
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = dynamic_cast<QHelpEvent*>(event);
        return showToolTip(help->globalPos(), viewport()->mapFrom(this, help->pos()));
    }
    return QPlainTextEdit::event(event);
}

bool CodeEdit::showToolTip(const QPoint& globalPosition, const QPoint& position)
{
    const int pointed = cursorForPosition(position).position();
    const auto isHere = [&](const Mark& mark) {
        return pointed >= mark.begin && pointed <= std::max(mark.end, mark.begin + 1);
    };
    const auto mark = std::ranges::find_if(m_marks, isHere);
    QToolTip::showText(globalPosition, mark != m_marks.end() ? mark->message : QString(), this);
    return true;
}

bool CodeEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

void CodeEdit::keyPressEvent(QKeyEvent* event)
{
    if (isUndoOrRedo(event) || (m_completer != nullptr && m_completer->takes(event->key()))) {
        event->ignore();
        return;
    }
    if (m_completer != nullptr && event->key() == Qt::Key_Space &&
        event->modifiers() == Qt::ControlModifier) {
        m_completer->offer();
        return;
    }
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier) {
        const int column = textCursor().positionInBlock();
        textCursor().insertText(QString(spacesPerTab - column % spacesPerTab, QLatin1Char(' ')));
        return;
    }
    const bool isForward = event->key() == Qt::Key_Tab && event->modifiers() == Qt::ControlModifier;
    if (isForward || event->key() == Qt::Key_Backtab) {
        // The way out for the keyboard, since Tab writes. Where it does, QPlainTextEdit keeps the focus.
        QWidget::focusNextPrevChild(isForward); // NOLINT(bugprone-parent-virtual-call)
        return;
    }
    const int revision = document()->revision();
    QPlainTextEdit::keyPressEvent(event);
    if (document()->revision() != revision) {
        emit typed();
    }
}

void CodeEdit::contextMenuEvent(QContextMenuEvent* event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    for (QAction* action : menu->actions()) {
        if (action->objectName() == QLatin1String("edit-undo") ||
            action->objectName() == QLatin1String("edit-redo")) {
            menu->removeAction(action);
        }
    }
    if (!menu->actions().isEmpty() && menu->actions().constFirst()->isSeparator()) {
        menu->removeAction(menu->actions().constFirst());
    }
    menu->exec(event->globalPos());
}

} // namespace sluice
