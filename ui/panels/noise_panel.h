// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/noise_rows.h"
#include "ui/panels/panel.h"
#include "ui/workspace/steady_gesture.h"

#include <cstddef>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sluice {

struct Theme;
class LiteralRow;

/// Every number of the noise sources and parameters, to be moved: the number in the text moves along.
class NoisePanel : public Panel
{
    Q_OBJECT

public:
    explicit NoisePanel(Workspace& workspace, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

signals:
    /// A slider is being dragged, or has been let go.
    void dragged(bool isDragging);

private:
    /// What there is in a line: a slider, or a description and perhaps a button.
    struct Controls
    {
        LiteralRow* slider = nullptr;
        QLabel* description = nullptr;
        QPushButton* writeOut = nullptr;
    };

    void refresh();
    void rebuild();
    static void updateControls(const Controls& controls, const NoiseRow& row);
    QWidget* sliderRow(const NoiseRow& row, Controls& controls);
    QWidget* writtenRow(std::size_t index, Controls& controls);
    void alignNames();
    void writeOut(std::size_t index);

    Workspace& m_workspace;
    const Theme* m_theme;
    std::vector<NoiseRow> m_rows;
    /// One a row.
    std::vector<Controls> m_controls;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_layout = nullptr;
    int m_gesture = -1;
    SteadyGesture m_steps;
};

} // namespace sluice
