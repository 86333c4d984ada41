// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/name_completer.h"

#include "ui/panels/code_edit.h"
#include "ui/panels/completions.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTreeView>

#include <algorithm>

namespace sluice {

namespace {

/// One letter fits too much to be of use.
constexpr qsizetype fewestLetters = 2;
constexpr int widestList = 560;
constexpr int mostNamesShown = 8;
constexpr int spaceBetweenColumns = 16;

} // namespace

NameCompleter::NameCompleter(CodeEdit& edit)
    : QCompleter(&edit), m_edit(edit), m_names(new QStandardItemModel(0, 2, this)), m_list(new QTreeView)
{
    m_list->setObjectName(QStringLiteral("completions"));
    m_list->setAccessibleName(tr("Names that may be meant"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    setModel(m_names);
    setPopup(m_list);
    setWidget(&m_edit);
    setCompletionMode(PopupCompletion);
    setCaseSensitivity(Qt::CaseSensitive);
    setMaxVisibleItems(mostNamesShown);
    m_list->header()->setStretchLastSection(true);
    connect(this, qOverload<const QString&>(&QCompleter::activated), this, &NameCompleter::insert);
    connect(&m_edit, &CodeEdit::typed, this, &NameCompleter::followTyping);
}

std::optional<QString> NameCompleter::beginning() const
{
    return beginningOfName(m_edit.toPlainText(), m_edit.textCursor().position());
}

void NameCompleter::offer()
{
    if (const std::optional<QString> written = beginning()) {
        showFor(*written);
    }
}

bool NameCompleter::takes(int key) const
{
    const auto keys = {Qt::Key_Enter, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Backtab};
    return m_list->isVisible() && std::ranges::find(keys, key) != keys.end();
}

void NameCompleter::followTyping()
{
    const std::optional<QString> written = beginning();
    if (!written || written->size() < fewestLetters) {
        m_list->hide();
    } else {
        showFor(*written);
    }
}

void NameCompleter::showFor(const QString& written)
{
    m_names->clear();
    bool isComplete = false;
    int widestDescription = 0;
    for (const Completion& completion : completionsAt(m_edit.toPlainText(), m_edit.textCursor().position())) {
        if (!completion.name.startsWith(written)) {
            continue;
        }
        isComplete = isComplete || completion.name == written;
        auto* description = new QStandardItem(completion.description);
        description->setForeground(m_edit.palette().placeholderText());
        auto* name = new QStandardItem(completion.name);
        name->setToolTip(completion.description);
        description->setToolTip(completion.description);
        m_names->appendRow({name, description});
        widestDescription =
            std::max(widestDescription, m_list->fontMetrics().horizontalAdvance(completion.description));
    }
    // A name that is there already needs no help: Enter begins a line.
    if (m_names->rowCount() == 0 || (isComplete && m_names->rowCount() == 1)) {
        m_list->hide();
        return;
    }
    setCompletionPrefix(written);
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, m_list->columnWidth(0) + spaceBetweenColumns);
    QRect place = m_edit.cursorRect();
    place.translate(m_edit.viewport()->pos());
    place.translate(-m_edit.fontMetrics().horizontalAdvance(written), 0);
    const int wanted = m_list->columnWidth(0) + widestDescription +
                       m_list->verticalScrollBar()->sizeHint().width() + spaceBetweenColumns;
    place.setWidth(std::min(wanted, widestList));
    complete(place);
    if (!isComplete) {
        m_list->setCurrentIndex(completionModel()->index(0, 0));
    }
}

void NameCompleter::insert(const QString& completion)
{
    QTextCursor cursor = m_edit.textCursor();
    const QString written = beginning().value_or(QString());
    // All of the name goes in anew: the rest of an old one behind the cursor stays what it was.
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor,
                        static_cast<int>(written.size()));
    cursor.insertText(completion);
    m_edit.setTextCursor(cursor);
}

} // namespace sluice
