// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_completion.h"
#include "ui/export/figure_export.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;

namespace sluice {

class FigureOptionsForm;

/// Asks for a picture's size, scale, looks and parts, shows how it will look, and writes or copies it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(FigureContent content, QString experimentJson, const FigureOptions& options,
                 QWidget* parent = nullptr);

    /// What the curves were computed from: graph, histograms and derivation can be chosen too.
    void setOrigin(FigureOrigin origin);
    [[nodiscard]] FigureOptions options() const;
    void setOptions(const FigureOptions& options);
    /// Writes the picture and closes the dialog; where that fails, says why and stays open.
    bool exportTo(const QString& path);
    /// Where the picture was written, once the dialog is accepted.
    [[nodiscard]] QString writtenPath() const { return m_writtenPath; }
    /// Where the file dialog starts.
    void setFolder(const QString& folder) { m_folder = folder; }

public slots:
    /// To the clipboard; the dialog stays open.
    void copyImage();
    void copySvg();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildControls();
    void askForPath();
    /// Whether it was not ended by the user.
    bool writeTo(const QString& path);
    void updatePreview();
    /// Calls what may throw a FileError, and says why where it does.
    template <class Action>
    bool attempt(const Action& action);
    void say(const QString& message);
    [[nodiscard]] QString summary() const;

    FigureContent m_content;
    QString m_experimentJson;
    std::optional<FigureOrigin> m_origin;
    QString m_folder;
    QString m_writtenPath;
    FigureOptionsForm* m_form = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_copyImage = nullptr;
    QPushButton* m_copySvg = nullptr;
};

} // namespace sluice
