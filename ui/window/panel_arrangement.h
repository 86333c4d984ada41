// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSplitter>

class QAction;

namespace sluice {

class AdaptiveColumn;
class Panel;

/// The widgets that have a place in the window.
struct ArrangedPanels
{
    Panel* expression = nullptr;
    Panel* graph = nullptr;
    Panel* noise = nullptr;
    QWidget* plot = nullptr;
    Panel* points = nullptr;
    Panel* variants = nullptr;
    QWidget* analysis = nullptr;
};

/// The panels in three columns whose borders can be moved: what is asked, what is seen, what is said of it.
/// All but the plots can be hidden. Borders and hidden panels are remembered from one start to the next.
class PanelArrangement : public QSplitter
{
    Q_OBJECT

public:
    explicit PanelArrangement(const ArrangedPanels& panels, QWidget* parent = nullptr);

    /// Shown or hidden, a checkable one for each panel, and one that puts all back.
    [[nodiscard]] QList<QAction*> panelActions() const;
    [[nodiscard]] QAction* usualAction() const { return m_usual; }
    /// Shows the panel where it is hidden.
    void reveal(const QWidget* panel);

    void restore();
    void save() const;

private:
    struct Place
    {
        /// What the settings call it.
        QString name;
        QWidget* panel = nullptr;
        QAction* action = nullptr;
    };

    void addPlace(const QString& name, const QString& title, QWidget* panel);
    void createUsualAction();
    void setShown(const Place& place, bool isShown);
    void useUsualSizes();
    void arrangeUsually();

    ArrangedPanels m_panels;
    AdaptiveColumn* m_left = nullptr;
    QSplitter* m_middle = nullptr;
    QSplitter* m_right = nullptr;
    QList<Place> m_places;
    QAction* m_usual = nullptr;
};

} // namespace sluice
