// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_actions.h"

#include "core/experiment/curves_file.h"
#include "core/experiment/experiment_file.h"
#include "ui/export/export_dialog.h"
#include "ui/export/figure_clipboard.h"
#include "ui/export/program_name.h"
#include "ui/plot/plot_view.h"
#include "ui/plot/shown_variants.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace sluice {

namespace {

/// The curves of the variants that are shown.
Curves shownCurves(const Curves& curves, const FigureContent& figure)
{
    Curves shown = curves;
    shown.variants.clear();
    for (std::size_t i = 0; i < curves.variants.size(); ++i) {
        if (i >= figure.variants.size() || figure.variants[i].visible) {
            shown.variants.push_back(curves.variants[i]);
        }
    }
    return shown;
}

} // namespace

ExportActions::ExportActions(const Workspace& workspace, const PlotView& plot, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_plot(plot), m_window(window)
{
    const auto create = [this](const QString& text, const QString& keys, const QString& toolTip) {
        auto* action = new QAction(text, this);
        action->setShortcut(QKeySequence(keys));
        action->setToolTip(
            QStringLiteral("%1 (%2)").arg(toolTip, action->shortcut().toString(QKeySequence::NativeText)));
        return action;
    };
    m_picture = create(tr("Export &picture…"), tr("Ctrl+E"), tr("Write the figure as PNG, SVG or PDF"));
    m_copyImage = create(tr("&Copy picture"), tr("Ctrl+Shift+C"),
                         tr("Copy the figure as an image, as it was last exported"));
    m_copySvg = create(tr("Copy picture as S&VG"), tr("Ctrl+Shift+G"),
                       tr("Copy the figure as a drawing, as it was last exported"));
    m_csv = create(tr("Export &data as CSV…"), tr("Ctrl+Shift+E"),
                   tr("Write the statistics of the shown variants as a table"));
    m_json = create(tr("Export data as &JSON…"), tr("Ctrl+Shift+J"),
                    tr("Write the statistics of the shown variants with their experiment"));
    connect(m_picture, &QAction::triggered, this, &ExportActions::exportPicture);
    connect(m_copyImage, &QAction::triggered, this,
            [this] { copy(copyAsImage, tr("The picture is on the clipboard.")); });
    connect(m_copySvg, &QAction::triggered, this,
            [this] { copy(copyAsSvg, tr("The drawing is on the clipboard.")); });
    connect(m_csv, &QAction::triggered, this, [this] { exportData(DataFormat::csv); });
    connect(m_json, &QAction::triggered, this, [this] { exportData(DataFormat::json); });
    connect(&m_workspace, &Workspace::outcomeChanged, this, &ExportActions::refresh);
    refresh();
}

void ExportActions::refresh()
{
    const auto& outcome = m_workspace.shownOutcome();
    for (QAction* action : {m_picture, m_copyImage, m_copySvg, m_csv, m_json}) {
        action->setEnabled(outcome && !outcome->isCoarse);
    }
}

FigureOptions ExportActions::options() const
{
    return m_options.value_or(FigureOptions{.dark = m_isDark});
}

FigureOrigin ExportActions::origin() const
{
    const auto& outcome = m_workspace.shownOutcome();
    return {.program = outcome->programs.own, .experiment = outcome->experiment};
}

QString ExportActions::experimentJson() const
{
    return QString::fromStdString(toJson(m_workspace.shownOutcome()->experiment, viewOf(m_plot.figure())));
}

void ExportActions::exportPicture()
{
    if (!m_workspace.shownOutcome()) {
        return;
    }
    ExportDialog dialog(m_plot.figure(), experimentJson(), options(), &m_window);
    dialog.setOrigin(origin());
    dialog.setFolder(m_folder);
    const bool isWritten = dialog.exec() == QDialog::Accepted;
    m_options = dialog.options();
    if (isWritten) {
        const QFileInfo file(dialog.writtenPath());
        m_folder = file.absolutePath();
        emit done(tr("%1 is written.").arg(file.fileName()));
    }
}

void ExportActions::copy(void (*copyAs)(const FigureContent&, const FigureOptions&, const QString&),
                         const QString& message)
{
    if (!m_workspace.shownOutcome()) {
        return;
    }
    try {
        FigureContent content = m_plot.figure();
        complete(content, origin(), options());
        copyAs(content, options(), experimentJson());
        emit done(message);
    } catch (const FileError& error) {
        report(error);
    }
}

void ExportActions::writeData(const QString& path, DataFormat format) const
{
    const auto& outcome = m_workspace.shownOutcome();
    if (!outcome) {
        return;
    }
    const Curves curves = shownCurves(*outcome->curves, m_plot.figure());
    writeWhole(path, QByteArray::fromStdString(
                         format == DataFormat::csv
                             ? curvesAsCsv(curves)
                             : curvesAsJson(curves, outcome->experiment, programName().toStdString())));
}

void ExportActions::exportData(DataFormat format)
{
    const bool isCsv = format == DataFormat::csv;
    const QString path = QFileDialog::getSaveFileName(
        &m_window, tr("Export data"), QDir(m_folder).filePath(isCsv ? "sluice.csv" : "sluice.json"),
        isCsv ? tr("Comma-separated values (*.csv)") : tr("JSON (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    try {
        writeData(path, format);
        const QFileInfo file(path);
        m_folder = file.absolutePath();
        emit done(tr("%1 is written.").arg(file.fileName()));
    } catch (const FileError& error) {
        report(error);
    }
}

void ExportActions::report(const FileError& error)
{
    QMessageBox::warning(&m_window, tr("Export"), QString::fromUtf8(error.what()));
}

} // namespace sluice
