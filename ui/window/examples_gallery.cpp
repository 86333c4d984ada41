// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/examples_gallery.h"

#include "core/experiment/examples.h"
#include "ui/export/figure_export.h"
#include "ui/plot/figure_content.h"
#include "ui/theme.h"
#include "ui/window/example_sentences.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice {

namespace {

constexpr QSize pictureSize(248, 164);
constexpr QSize cellSize(272, 250);

} // namespace

ExamplesGallery::ExamplesGallery(const Theme& theme, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_list(new QListWidget)
{
    setWindowTitle(tr("Examples"));
    resize(3 * cellSize.width() + 56, 2 * cellSize.height() + 90);
    m_list->setAccessibleName(tr("Examples"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWordWrap(true);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(pictureSize);
    m_list->setGridSize(cellSize);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setFrameShape(QFrame::NoFrame);
    fill();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Open)->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExamplesGallery::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &ExamplesGallery::choose);
    connect(&m_curves, &ExampleCurves::computed, this,
            [this](int position, const std::shared_ptr<const Outcome>& outcome) {
                showPicture(position, *outcome);
            });
    m_curves.start();
}

void ExamplesGallery::fill()
{
    QPixmap blank(pictureSize);
    blank.fill(m_theme.panel);
    for (const std::string& each : exampleNames()) {
        const QString name = QString::fromStdString(each);
        const QString sentence = exampleSentence(name);
        auto* item = new QListWidgetItem(QIcon(blank), name + QLatin1Char('\n') + sentence, m_list);
        item->setData(Qt::UserRole, name);
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
        item->setToolTip(sentence);
        // Else the view leaves room for three lines, whatever the cell has.
        item->setSizeHint(cellSize);
    }
    m_list->setCurrentRow(0);
}

void ExamplesGallery::showPicture(int position, const Outcome& outcome)
{
    FigureOptions options;
    options.width = pictureSize.width();
    options.height = pictureSize.height();
    options.scale = devicePixelRatioF();
    options.dark = m_theme.isDark;
    options.parts = FigureParts(FigurePart::forward) | FigurePart::gradient;
    const FigureContent content = figureContentOf(outcome.programs, outcome.experiment, outcome.curves);
    QPixmap picture = QPixmap::fromImage(renderFigure(content, options));
    picture.setDevicePixelRatio(devicePixelRatioF());
    QIcon icon(picture);
    // Selected, it stays as it is: a tint would change the curves' colours.
    icon.addPixmap(picture, QIcon::Selected);
    m_list->item(position)->setIcon(icon);
    ++m_pictures;
}

void ExamplesGallery::choose()
{
    if (const QListWidgetItem* item = m_list->currentItem()) {
        m_chosen = item->data(Qt::UserRole).toString();
        accept();
    }
}

} // namespace sluice
