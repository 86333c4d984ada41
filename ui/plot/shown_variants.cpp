// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/shown_variants.h"

#include "ui/plot/figure_content.h"

#include <algorithm>
#include <cstddef>

namespace sluice {

void applyView(FigureContent& content, const ExperimentView& view)
{
    content.view = figureViewOf(view.plots);
    const std::size_t count = content.variants.size();
    for (std::size_t i = 0; i < count; ++i) {
        content.variants[i].visible = !view.hidden.contains(i);
    }
    content.selected = count == 0 ? 0 : static_cast<int>(std::min(view.selected, count - 1));
}

ExperimentView viewOf(const FigureContent& content)
{
    ExperimentView view{.selected = static_cast<std::size_t>(std::max(content.selected, 0))};
    for (std::size_t i = 0; i < content.variants.size(); ++i) {
        if (!content.variants[i].visible) {
            view.hidden.insert(i);
        }
    }
    view.plots = choicesOf(content.view);
    return view;
}

} // namespace sluice
