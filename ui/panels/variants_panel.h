// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

#include <cstddef>

class QAction;
class QActionGroup;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QModelIndex;

namespace sluice {

struct Theme;
class VariantDelegate;
class Workspace;

/// The variants of the experiment: which are shown, which one the graph's gates belong to, how they compare.
class VariantsPanel : public Panel
{
    Q_OBJECT

public:
    explicit VariantsPanel(Workspace& workspace, QWidget* parent = nullptr);
    ~VariantsPanel() override;

    void setTheme(const Theme& theme);
    /// Add, duplicate, rename, move, recolour, delete: for the menu as well.
    [[nodiscard]] const QList<QAction*>& variantActions() const { return m_actions; }

signals:
    /// A file is to be opened as one more variant.
    void textFileWanted();

private:
    void createActions();
    void createColorMenu();
    void showColors();
    void refresh();
    void fill(QListWidgetItem* item, std::size_t variant);
    void takeItem(QListWidgetItem* item);
    void add();
    void duplicate();
    void rename();
    void remove();
    void addText();
    void dropText();
    void moveVariant(std::size_t variant, std::size_t place, const QString& action);
    void takeMovedRow(int from, int to);
    void recolor(QAction* choice);

    Workspace& m_workspace;
    QListWidget* m_list = nullptr;
    VariantDelegate* m_delegate = nullptr;
    const Theme* m_theme = nullptr;
    QMenu* m_colors = nullptr;
    /// That of its place, then those of the palette.
    QActionGroup* m_colorChoices = nullptr;
    QList<QAction*> m_actions;
    QAction* m_moveUp = nullptr;
    QAction* m_moveDown = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_dropText = nullptr;
    /// The list is being filled, not edited.
    bool m_isFilling = false;
};

} // namespace sluice
