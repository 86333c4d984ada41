// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/adaptive_column.h"

#include "ui/panels/panel.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <numeric>

namespace sluice {

AdaptiveColumn::AdaptiveColumn(const QList<Panel*>& panels, const QList<int>& shares, int comfortableHeight,
                               QWidget* parent)
    : QWidget(parent),
      m_panels(panels),
      m_shares(shares),
      m_comfortableHeight(comfortableHeight),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_tabs(new QTabWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_tabs->setDocumentMode(true);
    m_tabs->hide();
    for (Panel* panel : m_panels) {
        m_splitter->addWidget(panel);
    }
    m_splitter->addWidget(m_tabs);
    m_splitter->setSizes(m_shares);
}

void AdaptiveColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setFolded(event->size().height() < m_comfortableHeight);
}

void AdaptiveColumn::setFolded(bool folded)
{
    if (folded == m_isFolded) {
        return;
    }
    m_isFolded = folded;
    for (qsizetype i = 1; i < m_panels.size(); ++i) {
        Panel* panel = m_panels[i];
        panel->setTitleVisible(!folded);
        if (folded) {
            m_tabs->addTab(panel, panel->title());
        } else {
            m_splitter->insertWidget(static_cast<int>(i), panel);
            panel->show();
        }
    }
    m_tabs->setVisible(folded);
    if (folded) {
        const int rest = std::accumulate(m_shares.begin() + 1, m_shares.end(), 0) / 2;
        m_splitter->setSizes({m_shares.first(), rest});
    } else {
        m_splitter->setSizes(m_shares);
    }
}

} // namespace sluice
