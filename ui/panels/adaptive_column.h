// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;
class QTabWidget;

namespace sluice {

class Panel;

/// Panels one above the other; where the height doesn't suffice for all, those below the first become tabs.
class AdaptiveColumn : public QWidget
{
    Q_OBJECT

public:
    /// The panels with their shares of the height, and the height from which on all are seen at once.
    AdaptiveColumn(const QList<Panel*>& panels, const QList<int>& shares, int comfortableHeight,
                   QWidget* parent = nullptr);

    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    /// Without any of its panels the column itself goes.
    void setShown(Panel* panel, bool isShown);
    /// The heights, as long as the column isn't folded: for
    /// QSplitter::restoreState().
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    /// The shares of the height that the panels had at first.
    void setUsualHeights();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setFolded(bool folded);
    void showPanels();

    QList<Panel*> m_panels;
    QList<int> m_shares;
    int m_comfortableHeight;
    QSplitter* m_splitter = nullptr;
    QTabWidget* m_tabs = nullptr;
    QList<Panel*> m_hidden;
    /// The heights that were last seen unfolded.
    QByteArray m_heights;
    bool m_isFolded = false;
};

} // namespace sluice
