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
    if (folded) {
        m_heights = m_splitter->saveState();
    }
    m_isFolded = folded;
    for (qsizetype i = 1; i < m_panels.size(); ++i) {
        Panel* panel = m_panels[i];
        panel->setTitleVisible(!folded);
        if (folded) {
            m_tabs->addTab(panel, panel->title());
        } else {
            m_splitter->insertWidget(static_cast<int>(i), panel);
        }
    }
    showPanels();
    if (folded) {
        const int rest = std::accumulate(m_shares.begin() + 1, m_shares.end(), 0) / 2;
        m_splitter->setSizes({m_shares.first(), rest});
    } else if (!m_splitter->restoreState(m_heights)) {
        m_splitter->setSizes(m_shares);
    }
}

void AdaptiveColumn::setShown(Panel* panel, bool isShown)
{
    m_hidden.removeAll(panel);
    if (!isShown) {
        m_hidden.push_back(panel);
    }
    showPanels();
}

void AdaptiveColumn::showPanels()
{
    bool hasTabs = false;
    for (Panel* panel : m_panels) {
        const bool isShown = !m_hidden.contains(panel);
        if (const int tab = m_tabs->indexOf(panel); tab >= 0) {
            m_tabs->setTabVisible(tab, isShown);
            hasTabs = hasTabs || isShown;
        } else {
            panel->setVisible(isShown);
        }
    }
    m_tabs->setVisible(hasTabs);
    setVisible(m_hidden.size() < m_panels.size());
}

QByteArray AdaptiveColumn::saveState() const
{
    return m_isFolded ? m_heights : m_splitter->saveState();
}

void AdaptiveColumn::setUsualHeights()
{
    m_heights.clear();
    if (!m_isFolded) {
        m_splitter->setSizes(m_shares);
    }
}

void AdaptiveColumn::restoreState(const QByteArray& state)
{
    m_heights = state;
    if (!m_isFolded) {
        m_splitter->restoreState(state);
    }
}

} // namespace sluice
