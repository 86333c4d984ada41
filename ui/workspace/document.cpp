// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/document.h"

#include "core/experiment/examples.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/experiment_transfer.h"
#include "ui/workspace/normalized_text.h"
#include "ui/workspace/unsaved_work.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include <utility>

namespace sluice {

namespace {

constexpr auto newText = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x * u\n";

} // namespace

Document::Document(Workspace& workspace, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_window(window)
{
    connect(&m_workspace.undoStack(), &QUndoStack::cleanChanged, this, &Document::modifiedChanged);
}

bool Document::isModified() const
{
    return !m_workspace.undoStack().isClean();
}

void Document::show(ExperimentFile file, const QString& title, const QString& path)
{
    m_path = path;
    m_title = title;
    m_workspace.open(std::move(file.experiment), std::move(file.view));
    emit titleChanged();
}

void Document::showUnsaved(ExperimentFile file, const QString& title, const QString& path)
{
    show(std::move(file), title, path);
    m_workspace.undoStack().resetClean();
}

bool Document::restore(const UnsavedWork& work)
{
    if (!mayLeave()) {
        return false;
    }
    showUnsaved({work.experiment, work.view}, work.title, work.path);
    return true;
}

void Document::createNew()
{
    if (mayLeave()) {
        Experiment experiment;
        experiment.text = newText;
        show(std::move(experiment), tr("new experiment"));
    }
}

QString Document::chosenFile(const QString& title)
{
    return QFileDialog::getOpenFileName(
        &m_window, title, m_folder,
        tr("Experiments, expressions and exported pictures (*.sluice *.py *.txt "
           "*.png *.svg *.pdf);;All files (*)"));
}

void Document::open()
{
    const QString path = chosenFile(tr("Open"));
    if (!path.isEmpty()) {
        openFile(path);
    }
}

void Document::openVariant()
{
    const QString path = chosenFile(tr("Open a text as variant"));
    if (!path.isEmpty()) {
        addVariant(path);
    }
}

void Document::addVariant(const QString& path)
{
    const QFileInfo file(path);
    try {
        const Experiment opened = openExperiment(path).experiment;
        m_workspace.change(tr("Open “%1” as variant").arg(file.fileName()),
                           withTextVariant(m_workspace.experiment(), file.completeBaseName().toStdString(),
                                           normalizedText(opened.text)));
        m_workspace.selectVariant(m_workspace.experiment().variants.size() - 1);
        m_folder = file.absolutePath();
    } catch (const FileError& error) {
        report(QString::fromUtf8(error.what()));
    }
}

void Document::openFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo::exists(path)) {
        m_recent.remove(path);
        report(tr("“%1” is not there any more, or was never there.").arg(path));
        return;
    }
    try {
        // What can't be read needs no decision about what is open.
        ExperimentFile file = openExperiment(path);
        if (mayLeave()) {
            show(std::move(file), name, hasExperimentSuffix(path) ? path : QString());
            m_folder = QFileInfo(path).absolutePath();
            m_recent.add(path);
        }
    } catch (const FileError& error) {
        report(QString::fromUtf8(error.what()));
    }
}

void Document::openContents(const QByteArray& contents, const QString& title)
{
    try {
        ExperimentFile file = experimentFrom(contents, title);
        if (mayLeave()) {
            showUnsaved(std::move(file), title);
        }
    } catch (const FileError& error) {
        report(QString::fromUtf8(error.what()));
    }
}

void Document::openClipboard()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data != nullptr && data->urls().size() == 1 && data->urls().constFirst().isLocalFile()) {
        openFile(data->urls().constFirst().toLocalFile());
        return;
    }
    const auto contents = data != nullptr ? transferredExperiment(*data) : std::nullopt;
    if (contents) {
        openContents(*contents, tr("pasted experiment"));
    } else {
        report(tr("There is no text on the clipboard, nor a picture that Sluice "
                  "has made. Copy a snippet first."));
    }
}

void Document::openExample(const QString& name)
{
    if (!mayLeave()) {
        return;
    }
    if (auto experiment = example(name.toStdString())) {
        show(std::move(*experiment), name);
    }
}

bool Document::save()
{
    return m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

bool Document::saveAs()
{
    QFileDialog dialog(&m_window, tr("Save experiment"), m_folder, tr("Experiments (*.sluice)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("sluice"));
    dialog.selectFile(m_path.isEmpty() ? QFileInfo(m_title).completeBaseName() + QStringLiteral(".sluice")
                                       : m_path);
    while (dialog.exec() == QDialog::Accepted) {
        const QString chosen = dialog.selectedFiles().constFirst();
        const QString path = withExperimentSuffix(chosen);
        if (path == chosen || mayReplace(path)) {
            return saveTo(path);
        }
    }
    return false;
}

bool Document::mayReplace(const QString& path)
{
    const QString question =
        tr("%1 is there already. Do you want to replace it?").arg(QFileInfo(path).fileName());
    return !QFileInfo::exists(path) ||
           QMessageBox::question(&m_window, tr("Save experiment"), question) == QMessageBox::Yes;
}

bool Document::saveTo(const QString& path)
{
    try {
        saveExperiment(path, m_workspace.experiment(), m_workspace.view());
    } catch (const FileError& error) {
        report(QString::fromUtf8(error.what()));
        return false;
    }
    m_path = path;
    m_folder = QFileInfo(path).absolutePath();
    m_title = QFileInfo(path).fileName();
    m_workspace.undoStack().setClean();
    m_recent.add(path);
    emit titleChanged();
    return true;
}

bool Document::mayLeave()
{
    if (!isModified()) {
        return true;
    }
    const auto answer = QMessageBox::question(
        &m_window, tr("Unsaved changes"), tr("Save the changes of “%1” first?").arg(m_title),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

void Document::report(const QString& message)
{
    QMessageBox::warning(&m_window, tr("Sluice"), message);
}

} // namespace sluice
