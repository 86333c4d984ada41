// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace sluice {

/// Asks for a picture's size, scale and looks, shows how it will look, and writes it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(FigureContent content, QString experimentJson, const FigureOptions& options,
                 QWidget* parent = nullptr);

    [[nodiscard]] FigureOptions options() const;
    void setOptions(const FigureOptions& options);
    /// Writes the picture and closes the dialog; where that fails, says why and stays open.
    bool exportTo(const QString& path);
    /// Where the picture was written, once the dialog is accepted.
    [[nodiscard]] QString writtenPath() const { return m_writtenPath; }
    /// Where the file dialog starts.
    void setFolder(const QString& folder) { m_folder = folder; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildControls();
    void connectControls();
    void askForPath();
    void updatePreview();
    void say(const QString& message);

    FigureContent m_content;
    QString m_experimentJson;
    QString m_folder;
    QString m_writtenPath;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_scale = nullptr;
    QSpinBox* m_dpi = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_transparent = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace sluice
