// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "ui/export/figure_clipboard.h"
#include "ui/export/figure_options_form.h"
#include "ui/local_number.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QEventLoop>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sluice {

ExportDialog::ExportDialog(FigureContent content, QString experimentJson, const FigureOptions& options,
                           QWidget* parent)
    : QDialog(parent), m_content(std::move(content)), m_experimentJson(std::move(experimentJson))
{
    setWindowTitle(tr("Export picture"));
    buildControls();
    setOptions(options);
    connect(m_form, &FigureOptionsForm::changed, this, &ExportDialog::updatePreview);
    // With room for the window's own frame, where the screen is small.
    resize(QSize(940, 560).boundedTo(screen()->availableSize() - QSize(32, 64)));
    updatePreview();
}

void ExportDialog::buildControls()
{
    m_form = new FigureOptionsForm;
    m_summary = new QLabel;
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setWordWrap(true);
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
    m_copyImage = buttons->addButton(tr("&Copy picture"), QDialogButtonBox::ActionRole);
    m_copySvg = buttons->addButton(tr("Copy as S&VG"), QDialogButtonBox::ActionRole);
    m_export = buttons->addButton(tr("E&xport…"), QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::askForPath);
    connect(m_copyImage, &QPushButton::clicked, this, &ExportDialog::copyImage);
    connect(m_copySvg, &QPushButton::clicked, this, &ExportDialog::copySvg);

    auto* choices = new QVBoxLayout;
    choices->addWidget(m_form);
    choices->addWidget(m_summary);
    choices->addStretch();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(choices);
    columns->addWidget(m_preview, 1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(12);
    rows->addLayout(columns, 1);
    rows->addWidget(m_message);
    rows->addWidget(buttons);
}

void ExportDialog::setOrigin(FigureOrigin origin)
{
    m_origin = std::move(origin);
    if (!m_content.isEmpty()) {
        m_form->setSweep(m_content.curves->x.front(), m_content.curves->x.back(),
                         usualHistogramPoint(m_content));
    }
    updatePreview();
}

FigureOptions ExportDialog::options() const
{
    return m_form->options();
}

void ExportDialog::setOptions(const FigureOptions& options)
{
    m_form->setOptions(options);
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

template <class Action>
bool ExportDialog::attempt(const Action& action)
{
    try {
        action();
    } catch (const FileError& error) {
        say(QString::fromUtf8(error.what()));
        return false;
    }
    say({});
    return true;
}

QString ExportDialog::summary() const
{
    constexpr double millimetresPerInch = 25.4;
    const FigureOptions chosen = options();
    const QSize pixels = pixelSize(chosen);
    const QSizeF paper = QSizeF(pixels) / declaredDpi(chosen) * millimetresPerInch;
    return tr("A PNG of %1 × %2 pixels; on paper %3 × %4 mm.")
        .arg(pixels.width())
        .arg(pixels.height())
        .arg(localNumber(QString::number(paper.width(), 'f', 1)),
             localNumber(QString::number(paper.height(), 'f', 1)));
}

void ExportDialog::updatePreview()
{
    const bool isPossible = attempt([this] {
        checkFigureOptions(options());
        if (m_origin) {
            complete(m_content, *m_origin, options());
        }
    });
    for (QPushButton* button : {m_export, m_copyImage, m_copySvg}) {
        button->setEnabled(isPossible);
    }
    m_summary->setText(isPossible ? summary() : QString());
    if (!isPossible) {
        return;
    }
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
        this, tr("Export picture"), QDir(m_folder).filePath(QStringLiteral("sluice.png")),
        tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    if (!path.isEmpty()) {
        exportTo(path);
    }
}

bool ExportDialog::writeTo(const QString& path)
{
    constexpr int patience = 500;
    QProgressDialog progress(tr("Writing the picture …"), tr("Cancel"), 0, 0, this);
    progress.setWindowTitle(tr("Export picture"));
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(patience);
    // Qt counts from the first value on; without one the dialog comes after four seconds.
    progress.setValue(0);
    return exportFigure(path, m_content, options(), m_experimentJson, [&progress] {
        // Until it is seen, nothing else in the window may be used either.
        QCoreApplication::processEvents(progress.isVisible() ? QEventLoop::AllEvents
                                                             : QEventLoop::ExcludeUserInputEvents);
        return !progress.wasCanceled();
    });
}

bool ExportDialog::exportTo(const QString& path)
{
    bool isWritten = false;
    attempt([&] { isWritten = writeTo(path); });
    if (isWritten) {
        m_writtenPath = path;
        accept();
    }
    return isWritten;
}

void ExportDialog::copyImage()
{
    attempt([this] { copyAsImage(m_content, options(), m_experimentJson); });
}

void ExportDialog::copySvg()
{
    attempt([this] { copyAsSvg(m_content, options(), m_experimentJson); });
}

} // namespace sluice
