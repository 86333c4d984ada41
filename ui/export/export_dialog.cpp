// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sluice {

namespace {

QSpinBox* sizeBox(const QString& name)
{
    auto* box = new QSpinBox;
    box->setRange(100, 20'000);
    box->setSingleStep(50);
    box->setSuffix(ExportDialog::tr(" px"));
    box->setAccessibleName(name);
    // The preview follows a number that is whole, not each of its digits.
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

ExportDialog::ExportDialog(FigureContent content, QString experimentJson, const FigureOptions& options,
                           QWidget* parent)
    : QDialog(parent), m_content(std::move(content)), m_experimentJson(std::move(experimentJson))
{
    setWindowTitle(tr("Export Picture"));
    buildControls();
    setOptions(options);
    connectControls();
    resize(860, 480);
    updatePreview();
}

void ExportDialog::buildControls()
{
    m_width = sizeBox(tr("Width"));
    m_height = sizeBox(tr("Height"));
    m_scale = new QDoubleSpinBox;
    m_scale->setRange(0.1, 100.0);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(2);
    m_scale->setPrefix(QStringLiteral("× "));
    m_scale->setKeyboardTracking(false);
    m_dpi = new QSpinBox;
    m_dpi->setRange(0, 9'999);
    m_dpi->setSpecialValueText(tr("automatic"));
    m_dpi->setKeyboardTracking(false);
    m_theme = new QComboBox;
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_transparent = new QCheckBox(tr("&Transparent background"));

    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("&Scale"), m_scale);
    form->addRow(tr("&Dots per inch"), m_dpi);
    form->addRow(tr("&Colours"), m_theme);
    form->addRow(m_transparent);
    m_summary = new QLabel;
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setWordWrap(true);
    form->addRow(m_summary);

    m_preview = new QLabel;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(320, 240);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_preview->setAccessibleName(tr("Preview"));
    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_message->setVisible(false);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    m_export->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(form);
    columns->addWidget(m_preview, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(12);
    rows->addLayout(columns, 1);
    rows->addWidget(m_message);
    rows->addWidget(buttons);
}

void ExportDialog::connectControls()
{
    for (QSpinBox* box : {m_width, m_height, m_dpi}) {
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::updatePreview);
    }
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ExportDialog::updatePreview);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &ExportDialog::updatePreview);
    connect(m_transparent, &QCheckBox::toggled, this, &ExportDialog::updatePreview);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::askForPath);
}

FigureOptions ExportDialog::options() const
{
    return {.width = m_width->value(),
            .height = m_height->value(),
            .scale = m_scale->value(),
            .dpi = m_dpi->value() > 0 ? std::optional<double>(m_dpi->value()) : std::nullopt,
            .dark = m_theme->currentIndex() == 1,
            .transparent = m_transparent->isChecked()};
}

void ExportDialog::setOptions(const FigureOptions& options)
{
    m_width->setValue(options.width);
    m_height->setValue(options.height);
    m_scale->setValue(options.scale);
    m_dpi->setValue(qRound(options.dpi.value_or(0.0)));
    m_theme->setCurrentIndex(options.dark ? 1 : 0);
    m_transparent->setChecked(options.transparent);
}

void ExportDialog::say(const QString& message)
{
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    QPalette colors = m_message->palette();
    colors.setColor(QPalette::WindowText, (isDark ? darkTheme() : lightTheme()).error);
    m_message->setPalette(colors);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void ExportDialog::updatePreview()
{
    try {
        checkFigureOptions(options());
    } catch (const ExportError& error) {
        say(QString::fromUtf8(error.what()));
        m_summary->clear();
        m_export->setEnabled(false);
        return;
    }
    say({});
    m_export->setEnabled(true);
    const QSize pixels = pixelSize(options());
    m_summary->setText(tr("A PNG of %1 × %2 pixels.").arg(pixels.width()).arg(pixels.height()));

    // The picture itself, only as fine as the preview can show it.
    FigureOptions shown = options();
    const qreal ratio = devicePixelRatioF();
    const QSizeF space = QSizeF(m_preview->size()) * ratio;
    shown.scale = std::clamp(std::min(space.width() / shown.width, space.height() / shown.height), 0.1, 2.0);
    QPixmap picture = QPixmap::fromImage(renderFigure(m_content, shown));
    const QSize fitting = picture.size().scaled(space.toSize(), Qt::KeepAspectRatio);
    if (picture.width() > fitting.width()) {
        picture = picture.scaled(fitting, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    picture.setDevicePixelRatio(ratio);
    m_preview->setPixmap(picture);
}

void ExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    layout()->activate();
    updatePreview();
}

void ExportDialog::askForPath()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export Picture"), QDir(m_folder).filePath(QStringLiteral("sluice.png")),
        tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    if (!path.isEmpty()) {
        exportTo(path);
    }
}

bool ExportDialog::exportTo(const QString& path)
{
    try {
        exportFigure(path, m_content, options(), m_experimentJson);
    } catch (const ExportError& error) {
        say(QString::fromUtf8(error.what()));
        return false;
    }
    m_writtenPath = path;
    accept();
    return true;
}

} // namespace sluice
