// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/document.h"

#include "core/experiment/examples.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/workspace.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <utility>

namespace sluice {

namespace {

constexpr auto newText = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x * u\n";

} // namespace

Document::Document(Workspace& workspace, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_window(window)
{
}

void Document::show(ExperimentFile file, const QString& title)
{
    m_path.clear();
    m_title = title;
    m_workspace.open(std::move(file.experiment), std::move(file.view));
    emit titleChanged();
}

void Document::createNew()
{
    if (mayLeave()) {
        Experiment experiment;
        experiment.text = newText;
        show(std::move(experiment), tr("new experiment"));
    }
}

void Document::open()
{
    if (!mayLeave()) {
        return;
    }
    const QString path =
        QFileDialog::getOpenFileName(&m_window, tr("Open"), m_folder,
                                     tr("Experiments, expressions and exported pictures (*.sluice *.py *.txt "
                                        "*.png *.svg *.pdf);;All files (*)"));
    if (!path.isEmpty()) {
        showFile(path);
    }
}

void Document::openFile(const QString& path)
{
    if (mayLeave()) {
        showFile(path);
    }
}

void Document::showFile(const QString& path)
{
    m_folder = QFileInfo(path).absolutePath();
    try {
        show(openExperiment(path), QFileInfo(path).fileName());
        if (hasExperimentSuffix(path)) {
            m_path = path;
        }
    } catch (const FileError& error) {
        report(QString::fromUtf8(error.what()));
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
    emit titleChanged();
    return true;
}

bool Document::mayLeave()
{
    if (m_workspace.undoStack().isClean()) {
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
