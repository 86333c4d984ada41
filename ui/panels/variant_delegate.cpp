// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/variant_delegate.h"

#include "ui/panels/panel.h"
#include "ui/theme.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice {

namespace {

constexpr int padding = 6;
constexpr int checkSize = 14;
/// Two repetitions of the longest dash, and the variant's number.
constexpr int lineWidth = 32;
constexpr int swatchWidth = lineWidth + 12;
constexpr int lineGap = 2;

/// Where the parts of a line stand.
struct Layout
{
    QRect check;
    QRect swatch;
    QRect name;
    QRect summary;
    /// Gates and remarks.
    QRect below;
};

QFont summaryFont()
{
    QFont font = monospaceFont();
    font.setBold(true);
    return font;
}

QFont smallFont(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() - 1.0);
    return small;
}

int leftOfText()
{
    return padding + checkSize + padding + swatchWidth + padding;
}

Layout layoutOf(const QRect& area, const QFont& font, const QString& summary)
{
    const int line = QFontMetrics(font).height();
    const int top = area.top() + padding;
    const int middle = top + line / 2;
    Layout layout;
    layout.check = QRect(area.left() + padding, middle - checkSize / 2, checkSize, checkSize);
    layout.swatch = QRect(layout.check.right() + 1 + padding, top, swatchWidth, line);
    const int summaryWidth = QFontMetrics(summaryFont()).horizontalAdvance(summary) + 2;
    layout.summary = QRect(area.right() - padding - summaryWidth, top, summaryWidth, line);
    const int left = area.left() + leftOfText();
    layout.name = QRect(left, top, std::max(0, layout.summary.left() - padding - left), line);
    const int belowTop = top + line + lineGap;
    layout.below =
        QRect(left, belowTop, std::max(0, area.right() - padding - left), area.bottom() - belowTop);
    return layout;
}

void drawCheck(QPainter& painter, const QRect& area, bool isChecked, const Theme& theme)
{
    painter.setPen(QPen(isChecked ? theme.accent : theme.secondaryText, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0);
    if (isChecked) {
        const QRectF box(area);
        painter.setPen(QPen(theme.accent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const std::array<QPointF, 3> tick{
            QPointF(box.left() + 3.5, box.center().y()),
            QPointF(box.left() + 6.0, box.bottom() - 4.0),
            QPointF(box.right() - 3.5, box.top() + 4.0),
        };
        painter.drawPolyline(tick.data(), static_cast<int>(tick.size()));
    }
}

} // namespace

void drawVariantLine(QPainter& painter, const QRectF& area, const QColor& color, Qt::PenStyle dash)
{
    // The longest dash repeats itself after twelve widths.
    constexpr double repetition = 12.0;
    const double width = std::min(2.0, std::max(1.0, std::floor(area.width() / repetition)));
    painter.setPen(QPen(color, width, dash, Qt::FlatCap));
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
}

VariantDelegate::VariantDelegate(QObject* parent) : QStyledItemDelegate(parent), m_theme(&lightTheme()) {}

void VariantDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isShown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QString summary = index.data(summaryRole).toString();
    const Layout layout = layoutOf(option.rect, option.font, summary);
    const int place = index.data(colorRole).toInt();
    const QColor color = m_theme->variantColor(place);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected) {
        painter->fillRect(option.rect, m_theme->tinted(m_theme->accent));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme->accent);
    }
    drawCheck(*painter, layout.check, isShown, *m_theme);

    const QRectF swatch(layout.swatch.left(), layout.swatch.top(), lineWidth, layout.swatch.height());
    drawVariantLine(*painter, swatch, isShown ? color : m_theme->secondaryText, Theme::variantDash(place));
    painter->setPen(isShown ? m_theme->text : m_theme->secondaryText);
    painter->setFont(smallFont(option.font));
    painter->drawText(layout.swatch, Qt::AlignRight | Qt::AlignVCenter, QString::number(index.row() + 1));

    painter->setFont(option.font);
    painter->setPen(isShown ? m_theme->text : m_theme->secondaryText);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->drawText(layout.name, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, layout.name.width()));
    painter->setFont(summaryFont());
    painter->setPen(summary == QLatin1String("0") ? m_theme->noiseFree : m_theme->secondaryText);
    painter->drawText(layout.summary, Qt::AlignRight | Qt::AlignVCenter, summary);

    painter->setFont(smallFont(monospaceFont()));
    painter->setPen(m_theme->secondaryText);
    QRect below;
    const QString gates = index.data(gatesRole).toString();
    painter->drawText(layout.below, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, gates, &below);
    painter->setFont(smallFont(option.font));
    painter->setPen(m_theme->noise);
    QRect remarks = layout.below;
    remarks.setTop(gates.isEmpty() ? remarks.top() : below.bottom() + 1 + lineGap);
    painter->drawText(remarks, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                      index.data(remarksRole).toString());
    painter->restore();
}

QSize VariantDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = std::max(60, option.rect.width() - leftOfText() - padding);
    const QRect space(0, 0, width, 10000);
    int height = 2 * padding + QFontMetrics(option.font).height();
    const auto addText = [&](const QFont& font, const QString& text) {
        if (!text.isEmpty()) {
            height += lineGap + QFontMetrics(font).boundingRect(space, Qt::TextWordWrap, text).height();
        }
    };
    addText(smallFont(monospaceFont()), index.data(gatesRole).toString());
    addText(smallFont(option.font), index.data(remarksRole).toString());
    return {option.rect.width(), height};
}

QWidget* VariantDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                       const QModelIndex& /*index*/) const
{
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Name of the variant"));
    return editor;
}

void VariantDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex& index) const
{
    const Layout layout = layoutOf(option.rect, option.font, index.data(summaryRole).toString());
    const int height = editor->sizeHint().height();
    editor->setGeometry(QRect(layout.name.left() - 3, layout.name.center().y() - height / 2,
                              option.rect.right() - padding - layout.name.left(), height));
}

bool VariantDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                  const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto isOnCheck = [&] {
        const Layout layout = layoutOf(option.rect, option.font, index.data(summaryRole).toString());
        const auto* mouse = dynamic_cast<QMouseEvent*>(event);
        return layout.check.adjusted(-padding, -padding, padding, padding)
            .contains(mouse->position().toPoint());
    };
    const bool isSpace =
        event->type() == QEvent::KeyPress && dynamic_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (event->type() == QEvent::MouseButtonDblClick && isOnCheck()) {
        return true;
    }
    if (isSpace || (event->type() == QEvent::MouseButtonRelease && isOnCheck())) {
        const bool isShown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isShown ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    return false;
}

} // namespace sluice
