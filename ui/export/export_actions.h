// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/figure_completion.h"
#include "ui/export/figure_export.h"

#include <QList>
#include <QObject>

#include <optional>

class QAction;
class QWidget;

namespace sluice {

class PlotView;
class Workspace;

/// What the window's Export menu does with the figure and its numbers.
class ExportActions : public QObject
{
    Q_OBJECT

public:
    enum class DataFormat
    {
        csv,
        json
    };

    /// Dialogs appear over the window.
    ExportActions(const Workspace& workspace, const PlotView& plot, QWidget& window);

    [[nodiscard]] QAction* picture() const { return m_picture; }
    [[nodiscard]] QList<QAction*> copyActions() const { return {m_copyImage, m_copySvg}; }
    [[nodiscard]] QList<QAction*> dataActions() const { return {m_csv, m_json}; }

    /// Whether pictures are dark, as long as nothing else has been chosen.
    void setDark(bool isDark) { m_isDark = isDark; }
    /// Writes the numbers of what is shown, whole or not at all. @throws FileError
    void writeData(const QString& path, DataFormat format) const;

signals:
    /// What has been done.
    void done(const QString& message);

private:
    void refresh();
    [[nodiscard]] FigureOptions options() const;
    [[nodiscard]] FigureOrigin origin() const;
    [[nodiscard]] QString experimentJson() const;
    void exportPicture();
    void copy(void (*copyAs)(const FigureContent&, const FigureOptions&, const QString&),
              const QString& message);
    void exportData(DataFormat format);
    void report(const FileError& error);

    const Workspace& m_workspace;
    const PlotView& m_plot;
    QWidget& m_window;
    bool m_isDark = false;
    /// What was chosen last.
    std::optional<FigureOptions> m_options;
    QString m_folder;
    QAction* m_picture = nullptr;
    QAction* m_copyImage = nullptr;
    QAction* m_copySvg = nullptr;
    QAction* m_csv = nullptr;
    QAction* m_json = nullptr;
};

} // namespace sluice
