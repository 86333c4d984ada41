// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/expression_editor.h"

#include "core/language/diagnostic.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/expression_highlighter.h"
#include "ui/phrase_text.h"
#include "ui/theme.h"
#include "ui/workspace/workspace.h"

#include <QEvent>
#include <QListWidget>

#include <algorithm>
#include <span>
#include <string_view>

namespace sluice {

namespace {

constexpr int highestMessageList = 110;
/// More than anyone reads; a file that is no text has thousands.
constexpr std::size_t mostMessages = 100;
constexpr int spaceAround = 2;
constexpr int positionRole = Qt::UserRole;

/// Where the byte of the UTF-8 text stands in the editor's UTF-16.
int editorPosition(std::string_view text, std::size_t byte)
{
    const auto before = text.substr(0, std::min(byte, text.size()));
    return static_cast<int>(QString::fromUtf8(before.data(), static_cast<qsizetype>(before.size())).size());
}

/// Messages that begin where the panel's title does.
class MessageList : public QListWidget
{
public:
    MessageList() { setViewportMargins(panelMargin - leftOfText, 0, 0, 0); }

    /// What an item's text has at its left and at its right.
    static constexpr int leftOfText = 6;
};

} // namespace

ExpressionEditor::ExpressionEditor(Workspace& workspace, QWidget* parent)
    : Panel(tr("Expression"), parent),
      m_workspace(workspace),
      m_theme(&lightTheme()),
      m_edit(new CodeEdit),
      m_highlighter(new ExpressionHighlighter(m_edit->document())),
      m_messages(new MessageList),
      m_typing(workspace)
{
    setContentFlush();
    m_edit->setAccessibleName(tr("Expression"));
    m_edit->setMinimumHeight(60);
    m_edit->completeNames();
    m_messages->setAccessibleName(tr("Messages about the expression"));
    m_messages->setFrameShape(QFrame::NoFrame);
    m_messages->setWordWrap(true);
    m_messages->setResizeMode(QListView::Adjust);
    m_messages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_messages->setTextElideMode(Qt::ElideNone);
    m_messages->setSpacing(spaceAround);
    m_messages->viewport()->installEventFilter(this);
    m_messages->hide();
    addContent(m_edit);
    addContent(m_messages, 0);

    const auto jump = [this](QListWidgetItem* item) { m_edit->goTo(item->data(positionRole).toInt()); };
    connect(m_messages, &QListWidget::itemClicked, this, jump);
    connect(m_messages, &QListWidget::itemActivated, this, jump);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ExpressionEditor::takeEdit);
    connect(&m_workspace, &Workspace::experimentChanged, this, &ExpressionEditor::showText);
    connect(&m_workspace, &Workspace::selectionChanged, this, [this] {
        // What is typed now belongs to another text.
        m_typing.end();
        showText();
    });
    connect(&m_workspace, &Workspace::readingChanged, this, &ExpressionEditor::showDiagnostics);
    showText();
    showDiagnostics();
}

void ExpressionEditor::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_isShowing = true;
    m_edit->setTheme(theme);
    m_highlighter->setTheme(theme);
    m_isShowing = false;
    showDiagnostics();
}

void ExpressionEditor::takeEdit()
{
    if (m_isShowing) {
        return;
    }
    m_workspace.setText(m_edit->toPlainText(), m_typing.next());
}

void ExpressionEditor::showText()
{
    // An editor's text compares equal to what it was given, but for characters that it can't hold.
    m_isShowing = true;
    m_edit->showText(QString::fromStdString(m_workspace.shownText()));
    m_isShowing = false;
    const std::string& variant = m_workspace.experiment().variants.empty()
                                     ? std::string()
                                     : m_workspace.experiment().variants[m_workspace.selectedVariant()].name;
    setDetail(m_workspace.isShowingOwnText() ? tr("of “%1”").arg(QString::fromStdString(variant))
                                             : QString());
    showDiagnostics();
}

void ExpressionEditor::showDiagnostics()
{
    const std::string& text = m_workspace.shownText();
    QList<CodeEdit::Mark> marks;
    m_messages->clear();
    const auto& diagnostics = m_workspace.diagnostics();
    for (const Diagnostic& diagnostic :
         std::span(diagnostics).first(std::min(mostMessages, diagnostics.size()))) {
        const bool isError = diagnostic.severity == Severity::error;
        const QColor color = isError ? m_theme->error : m_theme->secondaryText;
        const QString message = translated(diagnostic.message);
        const int begin = editorPosition(text, diagnostic.span.begin);
        marks << CodeEdit::Mark{begin, editorPosition(text, diagnostic.span.end), color, message};

        auto* item = new QListWidgetItem(tr("line %1: %2").arg(diagnostic.line).arg(message), m_messages);
        item->setForeground(color);
        item->setData(positionRole, begin);
        item->setToolTip(message);
    }
    if (diagnostics.size() > mostMessages) {
        m_messages->addItem(tr("and %1 more").arg(diagnostics.size() - mostMessages));
    }
    m_edit->setMarks(marks);
    m_messages->setVisible(m_messages->count() > 0);
    fitMessages();
}

void ExpressionEditor::fitMessages()
{
    // The list would ask for the sizes once, for the width that it has before it is shown.
    constexpr int narrowest = 60;
    const int width = std::max(narrowest, m_messages->viewport()->width() - 2 * spaceAround);
    const QRect area(0, 0, width - 2 * MessageList::leftOfText, highestMessageList);
    int height = 2 * spaceAround;
    for (int row = 0; row < m_messages->count(); ++row) {
        QListWidgetItem* item = m_messages->item(row);
        const QRect text = m_messages->fontMetrics().boundingRect(area, Qt::TextWordWrap, item->text());
        const QSize size(width, text.height() + 2);
        if (item->sizeHint() != size) {
            item->setSizeHint(size);
        }
        height += size.height() + 2 * spaceAround;
    }
    m_messages->setFixedHeight(std::min(height, highestMessageList));
}

bool ExpressionEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_messages->viewport() && event->type() == QEvent::Resize) {
        fitMessages();
    }
    return Panel::eventFilter(watched, event);
}

} // namespace sluice
