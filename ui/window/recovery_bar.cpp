// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recovery_bar.h"

#include "ui/workspace/document.h"
#include "ui/workspace/whole_file.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <utility>

namespace sluice {

RecoveryBar::RecoveryBar(Document& document, std::vector<std::shared_ptr<RecoveryFile>> files,
                         QWidget* parent)
    : QFrame(parent),
      m_document(document),
      m_files(std::move(files)),
      m_message(new QLabel),
      m_restore(new QPushButton(tr("Restore"))),
      m_discard(new QPushButton(tr("Discard"))),
      m_later(new QPushButton(tr("Later")))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Unsaved work"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_restore->setToolTip(tr("Go on where the program ended"));
    m_discard->setToolTip(tr("Delete this work; there is no way back"));
    m_later->setToolTip(tr("Leave it where it is and ask at the next start"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_message, 1);
    for (QPushButton* button : {m_restore, m_discard, m_later}) {
        layout->addWidget(button);
    }
    connect(m_restore, &QPushButton::clicked, this, &RecoveryBar::restore);
    connect(m_discard, &QPushButton::clicked, this, &RecoveryBar::discard);
    connect(m_later, &QPushButton::clicked, this, &RecoveryBar::leave);
    offerNext();
}

QString RecoveryBar::message() const
{
    return m_message->text();
}

void RecoveryBar::offerNext()
{
    setVisible(!m_files.empty());
    if (m_files.empty()) {
        return;
    }
    const QString time = QLocale().toString(offered().writtenAt(), QLocale::ShortFormat);
    try {
        m_work = unsavedWorkFrom(offered().read());
        m_restore->show();
        m_discard->show();
        m_later->setText(tr("Later"));
        m_message->setText(tr("Sluice ended without saving “%1”. The work of %2 is still there.")
                               .arg(m_work.title.isEmpty() ? tr("new experiment") : m_work.title, time));
    } catch (const FileError& error) {
        showDamaged(QString::fromUtf8(error.what()));
    }
}

void RecoveryBar::showDamaged(const QString& reason)
{
    const QString path = offered().setAside();
    m_restore->hide();
    m_discard->hide();
    m_later->setText(tr("Close"));
    m_message->setText(
        tr("Sluice ended without saving, and what it had kept can't be read: %1. It is now in %2.")
            .arg(reason, path));
}

void RecoveryBar::restore()
{
    if (m_document.restore(m_work)) {
        emit restored(m_files.front());
        leave();
    }
}

void RecoveryBar::discard()
{
    offered().retire();
    leave();
}

void RecoveryBar::leave()
{
    m_files.erase(m_files.begin());
    offerNext();
}

} // namespace sluice
