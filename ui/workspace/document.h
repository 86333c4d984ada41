// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_file.h"
#include "ui/workspace/recent_files.h"

#include <QObject>
#include <QString>
#include <QWidget>

namespace sluice {

class Workspace;
struct UnsavedWork;

/// Where the experiment comes from and goes to: the file it is in, and the conversations about files.
class Document : public QObject
{
    Q_OBJECT

public:
    /// Dialogs appear over the window.
    Document(Workspace& workspace, QWidget& window);

    /// What the window is called: a file's name, an example's name.
    [[nodiscard]] const QString& title() const { return m_title; }
    /// The experiment file; empty where there is none yet.
    [[nodiscard]] const QString& path() const { return m_path; }
    /// Whether anything would be lost without being saved.
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] RecentFiles& recentFiles() { return m_recent; }

    /// Shows an experiment without asking about the one before; the path where it is in an experiment file.
    void show(ExperimentFile file, const QString& title, const QString& path = {});
    /// Shows what was not saved when the program ended. False where the user would rather stay.
    bool restore(const UnsavedWork& work);

    void createNew();
    void open();
    /// Opens a file whose name is known, after asking about unsaved changes.
    void openFile(const QString& path);
    void openExample(const QString& name);
    /// Asks for a file, and adds its text as a variant of the experiment that is open.
    void openVariant();
    void addVariant(const QString& path);
    /// Opens a snippet, an experiment or a picture that carries one: in no file yet, so it counts as unsaved.
    void openContents(const QByteArray& contents, const QString& title);
    void openClipboard();
    bool save();
    bool saveAs();
    /// Asks what is to become of unsaved changes; false where the user would rather stay.
    [[nodiscard]] bool mayLeave();

signals:
    void titleChanged();
    void modifiedChanged();

private:
    void showUnsaved(ExperimentFile file, const QString& title, const QString& path = {});
    /// Asks where there is such a file; the dialog asked only about the name as it was typed.
    bool mayReplace(const QString& path);
    bool saveTo(const QString& path);
    void report(const QString& message);
    [[nodiscard]] QString chosenFile(const QString& title);

    Workspace& m_workspace;
    QWidget& m_window;
    QString m_title;
    QString m_path;
    /// Where dialogs begin.
    QString m_folder;
    RecentFiles m_recent;
};

} // namespace sluice
