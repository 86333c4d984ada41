// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace sluice {

class Panel;

/// The widgets that have a place in the window.
struct ArrangedPanels
{
    Panel* expression = nullptr;
    Panel* graph = nullptr;
    Panel* noise = nullptr;
    QWidget* plot = nullptr;
    QWidget* points = nullptr;
    QWidget* variants = nullptr;
    QWidget* analysis = nullptr;
};

/// The panels in three columns whose borders can be moved: what is asked, what is seen, what is said of it.
class PanelArrangement : public QSplitter
{
    Q_OBJECT

public:
    explicit PanelArrangement(const ArrangedPanels& panels, QWidget* parent = nullptr);
};

} // namespace sluice
