// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/noise_rows.h"
#include "ui/panels/panel.h"

#include <vector>

class QLabel;
class QVBoxLayout;

namespace sluice {

struct Theme;
class LiteralRow;
class Workspace;

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
    void refresh();
    void rebuild();
    QWidget* rowWidget(const NoiseRow& row);
    QWidget* writtenRow(const NoiseRow& row);
    void alignNames();
    void writeOut(const Replacement& replacement);

    Workspace& m_workspace;
    const Theme* m_theme;
    std::vector<NoiseRow> m_rows;
    /// One a row; null where the row has no slider.
    std::vector<LiteralRow*> m_sliders;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_layout = nullptr;
    int m_gesture = -1;
};

} // namespace sluice
