// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/computation.h"
#include "core/language/program.h"
#include "ui/graph/graph_model.h"
#include "ui/plot/figure_insert.h"

#include <memory>
#include <string>
#include <vector>

namespace sluice {

class GraphView;

/// What is drawn of one variant's graph.
struct GraphDrawing
{
    std::shared_ptr<const Program> program;
    std::vector<std::string> gates;
    std::vector<GateEffect> effects;
    DrawnFlows flows;
};

/// The graph with its gates and with what the backward pass carries, drawn as the window draws it, and no
/// larger than that.
class GraphInsert : public FigureInsert
{
public:
    explicit GraphInsert(GraphDrawing drawing);
    ~GraphInsert() override;

    [[nodiscard]] double heightFor(double width, const FigureStyle& style) const override;
    void paint(QPainter& painter, const QRectF& room, const FigureStyle& style) const override;

private:
    [[nodiscard]] GraphView& viewFor(const FigureStyle& style) const;

    GraphDrawing m_drawing;
    /// Laid out once for each size of type: a figure asks for its parts' sizes again and again.
    mutable std::unique_ptr<GraphView> m_view;
    mutable int m_fontPixels = 0;
};

} // namespace sluice
