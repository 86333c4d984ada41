// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"
#include "ui/theme.h"

#include <QPainter>

namespace sluice {

/// Half the side of the square that a gate's symbol fills.
inline constexpr double gateSymbolRadius = 8.0;

/// Draws a gate around the origin, across a channel that runs along the x axis: two bars for stop, a ring for
/// clean; hollow and grey where the gate changes nothing.
void paintGateSymbol(QPainter& painter, const DrawnGate& gate, const Theme& theme, const QColor& ground);

} // namespace sluice
