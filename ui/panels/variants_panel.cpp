// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/variants_panel.h"

#include "ui/panels/variant_delegate.h"
#include "ui/panels/variant_summary.h"
#include "ui/plot/figure_content.h"
#include "ui/theme.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace sluice {

namespace {

/// A piece of the line that variants of this colour are drawn with, and above it a tick where it is the
/// chosen one: a menu with icons shows none of its own.
QIcon lineIcon(const Theme& theme, int color, bool isChosen)
{
    constexpr QSize size(16, 16);
    constexpr qreal scale = 2.0;
    QPixmap pixmap(size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawVariantLine(painter, QRectF(0.0, 9.5, 16.0, 5.0), theme.variantColor(color),
                    Theme::variantDash(color));
    if (isChosen) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.text, 1.6));
        painter.drawPolyline(QPolygonF({QPointF(4.0, 4.5), QPointF(7.0, 7.5), QPointF(12.0, 1.5)}));
    }
    return pixmap;
}

/// `z=clean` says the same as `z=clean`, in whatever order and with whatever spaces.
bool isNamedAsItsGates(const Variant& variant)
{
    QStringList named = QString::fromStdString(variant.name)
                            .split(QRegularExpression(QStringLiteral("[,\\s]+")), Qt::SkipEmptyParts);
    QStringList gates;
    for (const std::string& gate : variant.gates) {
        gates << QString::fromStdString(gate);
    }
    named.sort();
    gates.sort();
    return named == gates;
}

} // namespace

VariantsPanel::VariantsPanel(Workspace& workspace, QWidget* parent)
    : Panel(tr("Variants"), parent),
      m_workspace(workspace),
      m_list(new QListWidget),
      m_delegate(new VariantDelegate(m_list)),
      m_theme(&lightTheme())
{
    setContentFlush();
    m_list->setAccessibleName(tr("Variants"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(m_delegate);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    // In the order in which Tab goes: the buttons, then the list.
    createActions();
    addContent(m_list);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_isFilling && row >= 0) {
            m_workspace.selectVariant(static_cast<std::size_t>(row));
        }
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex&, int first, int, const QModelIndex&, int before) {
                takeMovedRow(first, before > first ? before - 1 : before);
            });
    connect(m_list, &QListWidget::itemChanged, this, &VariantsPanel::takeItem);
    // A name that was not taken is still in the list.
    connect(m_delegate, &QAbstractItemDelegate::closeEditor, this, &VariantsPanel::refresh,
            Qt::QueuedConnection);
    // Queued where the list itself may be what has changed the experiment: it can't be refilled meanwhile.
    for (const auto signal : {&Workspace::experimentChanged, &Workspace::selectionChanged,
                              &Workspace::hiddenChanged, &Workspace::outcomeChanged}) {
        connect(&m_workspace, signal, this, &VariantsPanel::refresh, Qt::QueuedConnection);
    }
    refresh();
}

VariantsPanel::~VariantsPanel()
{
    // The list goes after this panel, and an editor that is open in it then hands in what has been typed.
    m_list->disconnect(this);
}

void VariantsPanel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_delegate->setTheme(theme);
    showColors();
    m_list->viewport()->update();
}

void VariantsPanel::createActions()
{
    const auto create = [this](const QString& text, const QString& sign, const QString& toolTip, auto slot) {
        auto* action = new QAction(text, this);
        action->setToolTip(toolTip);
        connect(action, &QAction::triggered, this, slot);
        m_actions << action;
        m_list->addAction(action);
        if (!sign.isEmpty()) {
            auto* button = new QToolButton;
            button->setAutoRaise(true);
            button->setText(sign);
            button->setAccessibleName(text);
            connect(button, &QToolButton::clicked, action, &QAction::trigger);
            const auto follow = [button, action, toolTip] {
                button->setEnabled(action->isEnabled());
                const QString keys = action->shortcut().toString(QKeySequence::NativeText);
                button->setToolTip(keys.isEmpty() ? toolTip : QStringLiteral("%1 (%2)").arg(toolTip, keys));
            };
            connect(action, &QAction::changed, button, follow);
            follow();
            addTool(button);
        }
        return action;
    };
    create(tr("&Add variant"), QStringLiteral("+"), tr("Add a variant without gates"), &VariantsPanel::add)
        ->setShortcut(QKeySequence(tr("Ctrl+Shift+A")));
    create(tr("&Duplicate variant"), QStringLiteral("❐"), tr("Duplicate the selected variant"),
           &VariantsPanel::duplicate)
        ->setShortcut(QKeySequence(tr("Ctrl+D")));
    create(tr("&Rename variant"), {}, tr("Rename the selected variant"), &VariantsPanel::rename)
        ->setShortcut(QKeySequence(tr("F2")));
    m_moveUp = create(tr("Move variant &up"), {}, tr("Move the selected variant one place up"), [this] {
        const std::size_t selected = m_workspace.selectedVariant();
        moveVariant(selected, selected - 1, tr("Move variant up"));
    });
    m_moveDown = create(tr("Move variant do&wn"), {}, tr("Move the selected variant one place down"), [this] {
        const std::size_t selected = m_workspace.selectedVariant();
        moveVariant(selected, selected + 1, tr("Move variant down"));
    });
    m_moveUp->setShortcut(QKeySequence(tr("Ctrl+Shift+Up")));
    m_moveDown->setShortcut(QKeySequence(tr("Ctrl+Shift+Down")));
    createColorMenu();
    m_remove = create(tr("De&lete variant"), QStringLiteral("−"), tr("Delete the selected variant"),
                      &VariantsPanel::remove);
    m_remove->setShortcut(QKeySequence(tr("Ctrl+Shift+Del")));
    create(
        tr("&New variant with its own text"), QStringLiteral("+≡"),
        tr("Add a variant with a text of its own: a copy of the one that is shown, to be edited by itself"),
        &VariantsPanel::addText);
    create(tr("&Open a text as variant…"), {}, tr("Add a variant whose text comes from a file"),
           &VariantsPanel::textFileWanted);
    m_dropText = create(tr("&Use the experiment's text"), {},
                        tr("Let the selected variant's gates be on the experiment's text again"),
                        &VariantsPanel::dropText);
}

void VariantsPanel::createColorMenu()
{
    const std::array names{tr("Colour of its &place"),       tr("&1 Blue, solid line"),
                           tr("&2 Orange, dashes"),          tr("&3 Green, dots"),
                           tr("&4 Purple, dashes and dots"), tr("&5 Yellow, dashes and two dots"),
                           tr("&6 Indigo, solid line")};
    static_assert(std::tuple_size_v<decltype(names)> == Variant::colorCount + 1);
    m_colors = new QMenu(tr("Variant's &colour"), this);
    m_colors->menuAction()->setToolTip(tr("The colour and the dash that the selected variant is drawn with"));
    m_colorChoices = new QActionGroup(this);
    for (const QString& name : names) {
        QAction* choice = m_colors->addAction(name);
        choice->setCheckable(true);
        m_colorChoices->addAction(choice);
    }
    connect(m_colorChoices, &QActionGroup::triggered, this, &VariantsPanel::recolor);
    m_actions << m_colors->menuAction();
    m_list->addAction(m_colors->menuAction());
    showColors();
}

/// The choices as the theme has them, and which one is the selected variant's.
void VariantsPanel::showColors()
{
    const QList<QAction*> choices = m_colorChoices->actions();
    const std::size_t selected = m_workspace.selectedVariant();
    const auto color = m_workspace.experiment().variants[selected].color;
    const int chosen = color ? static_cast<int>(*color) + 1 : 0;
    for (int i = 0; i < choices.size(); ++i) {
        choices[i]->setIcon(lineIcon(*m_theme, i == 0 ? static_cast<int>(selected) : i - 1, i == chosen));
    }
    choices[chosen]->setChecked(true);
}

void VariantsPanel::refresh()
{
    const auto editors = m_list->viewport()->findChildren<QLineEdit*>();
    if (std::ranges::any_of(editors, [](const QLineEdit* each) { return !each->isHidden(); })) {
        // A name is being typed; filling the list would put the old one back. An editor that has been closed
        // is hidden for a while before it goes.
        return;
    }
    m_isFilling = true;
    const auto count = static_cast<int>(m_workspace.experiment().variants.size());
    while (m_list->count() > count) {
        delete m_list->takeItem(m_list->count() - 1);
    }
    while (m_list->count() < count) {
        m_list->addItem(new QListWidgetItem);
    }
    for (int row = 0; row < count; ++row) {
        fill(m_list->item(row), static_cast<std::size_t>(row));
    }
    m_list->setCurrentRow(static_cast<int>(m_workspace.selectedVariant()));
    m_remove->setEnabled(count > 1);
    m_dropText->setEnabled(m_workspace.isShowingOwnText());
    m_moveUp->setEnabled(m_workspace.selectedVariant() > 0);
    m_moveDown->setEnabled(m_list->currentRow() + 1 < count);
    showColors();
    m_isFilling = false;
}

void VariantsPanel::fill(QListWidgetItem* item, std::size_t variant)
{
    const Variant& each = m_workspace.experiment().variants[variant];
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsUserCheckable |
                   Qt::ItemIsDragEnabled);
    item->setText(QString::fromStdString(each.name));
    item->setData(VariantDelegate::colorRole, colorOf(m_workspace.experiment().variants, variant));
    item->setCheckState(m_workspace.isHidden(variant) ? Qt::Unchecked : Qt::Checked);

    QStringList gates;
    for (const std::string& gate : each.gates) {
        gates << QString::fromStdString(gate);
    }
    if (isNamedAsItsGates(each)) {
        gates.clear();
    }
    if (each.text) {
        gates.prepend(tr("own text"));
    }
    item->setData(VariantDelegate::gatesRole, gates.join(QStringLiteral(", ")));
    const auto effects = m_workspace.effectsOf(variant);
    const QStringList remarks = remarksOn(effects);
    item->setData(VariantDelegate::remarksRole, remarks.join(QLatin1Char('\n')));

    QString summary;
    QString toolTip = item->text();
    if (const VariantCurves* curves = m_workspace.curvesOf(variant)) {
        const Precision precision = m_workspace.experiment().precision;
        summary = shortSummary(*curves, precision);
        toolTip += QLatin1Char('\n') + summarySentence(*curves, precision);
    }
    if (!remarks.isEmpty()) {
        toolTip += QLatin1Char('\n') + remarks.join(QLatin1Char('\n'));
    }
    item->setData(VariantDelegate::summaryRole, summary);
    item->setToolTip(toolTip);
}

void VariantsPanel::takeItem(QListWidgetItem* item)
{
    const auto variant = static_cast<std::size_t>(m_list->row(item));
    if (m_isFilling || variant >= m_workspace.experiment().variants.size()) {
        return;
    }
    m_workspace.setHidden(variant, item->checkState() == Qt::Unchecked);
    const std::string name = item->text().trimmed().toStdString();
    m_workspace.change(tr("Rename variant"), withVariantName(m_workspace.experiment(), variant, name));
}

void VariantsPanel::add()
{
    m_workspace.change(tr("Add variant"), withNewVariant(m_workspace.experiment()));
    m_workspace.selectVariant(m_workspace.experiment().variants.size() - 1);
}

void VariantsPanel::duplicate()
{
    const std::size_t selected = m_workspace.selectedVariant();
    m_workspace.change(tr("Duplicate variant"), withDuplicate(m_workspace.experiment(), selected));
    m_workspace.selectVariant(selected + 1);
}

void VariantsPanel::rename()
{
    // One that has been closed is hidden for a while before it goes.
    const auto editors = m_list->viewport()->findChildren<QLineEdit*>();
    const auto open = std::ranges::find_if(editors, [](const QLineEdit* each) { return !each->isHidden(); });
    if (open != editors.end()) {
        (*open)->setFocus();
        return;
    }
    m_list->setFocus();
    m_list->editItem(m_list->currentItem());
}

void VariantsPanel::addText()
{
    const Experiment& experiment = m_workspace.experiment();
    m_workspace.change(tr("Add a variant with its own text"),
                       withTextVariant(experiment, tr("own text").toStdString(), m_workspace.shownText(),
                                       experiment.variants[m_workspace.selectedVariant()].gates));
    m_workspace.selectVariant(m_workspace.experiment().variants.size() - 1);
}

void VariantsPanel::dropText()
{
    m_workspace.change(tr("Use the experiment's text"),
                       withoutOwnText(m_workspace.experiment(), m_workspace.selectedVariant()));
}

void VariantsPanel::remove()
{
    const std::size_t selected = m_workspace.selectedVariant();
    m_workspace.change(tr("Delete variant"), withoutVariant(m_workspace.experiment(), selected));
}

void VariantsPanel::moveVariant(std::size_t variant, std::size_t place, const QString& action)
{
    m_workspace.change(action, withMovedVariant(m_workspace.experiment(), variant, place));
}

void VariantsPanel::takeMovedRow(int from, int to)
{
    if (!m_isFilling) {
        moveVariant(static_cast<std::size_t>(from), static_cast<std::size_t>(to), tr("Move variant"));
    }
}

void VariantsPanel::recolor(QAction* choice)
{
    const auto position = m_colorChoices->actions().indexOf(choice);
    const auto color = position > 0 ? std::optional(static_cast<std::size_t>(position - 1)) : std::nullopt;
    m_workspace.change(tr("Recolour variant"),
                       withVariantColor(m_workspace.experiment(), m_workspace.selectedVariant(), color));
}

} // namespace sluice
