// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace sluice {

struct Theme;

/// Draws a variant as a line of its list: shown or not, colour and dash, number, name, gates, how noisy it
/// is, and what is to be said of its gates.
class VariantDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role
    {
        gatesRole = Qt::UserRole + 1,
        summaryRole,
        remarksRole,
        /// The place of its colour and its dash among the theme's.
        colorRole,
    };

    explicit VariantDelegate(QObject* parent = nullptr);
    void setTheme(const Theme& theme) { m_theme = &theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    const Theme* m_theme;
};

/// A piece of a variant's line, from left to right through the middle of the area, as thin as it must be for
/// every dash to be told from the others: from 12 pixels on.
void drawVariantLine(QPainter& painter, const QRectF& area, const QColor& color, Qt::PenStyle dash);

} // namespace sluice
