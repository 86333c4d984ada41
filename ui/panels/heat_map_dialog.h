// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/heat_maps.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QComboBox;
class QCPColorMap;
class QCPColorScale;
class QLabel;
class QProgressBar;
class QPushButton;

namespace sluice {

class PlotCanvas;
class Workspace;
struct Theme;

/// The selected variant's gradient, its deviation or its bias over any two inputs and parameters. Stays open
/// beside the window and follows the experiment.
class HeatMapDialog : public QDialog
{
    Q_OBJECT

public:
    HeatMapDialog(const Workspace& workspace, QWidget* parent = nullptr);
    ~HeatMapDialog() override;

    void setTheme(const Theme& theme);
    /// Where the swept name is held, if the map is over two others.
    void setSweptAt(std::optional<double> x);
    /// What is read at a place of the map.
    [[nodiscard]] QString readingAt(std::size_t across, std::size_t up) const;
    [[nodiscard]] const HeatMaps& maps() const { return m_maps; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    static QComboBox* createChoice(const QString& name, const QString& toolTip);
    void createControls();
    void createMap();
    void showNames();
    void ask();
    void sayInstead(const QString& text);
    void refresh();
    void showMap();
    void showProgress();
    void readAt(const QPointF& pixel);
    [[nodiscard]] QString quantityText() const;

    const Workspace& m_workspace;
    const Theme* m_theme;
    HeatMaps m_maps;
    std::optional<double> m_sweptAt;
    QTimer m_busy;
    QComboBox* m_quantity = nullptr;
    QComboBox* m_across = nullptr;
    QComboBox* m_up = nullptr;
    QLabel* m_instead = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_reading = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    PlotCanvas* m_plot = nullptr;
    QCPColorMap* m_map = nullptr;
    QCPColorScale* m_scale = nullptr;
};

} // namespace sluice
