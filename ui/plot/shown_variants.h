// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/variant_view.h"

namespace sluice {

struct FigureContent;

/// Shows and selects variants as the view says, as far as there are such.
void applyView(FigureContent& content, const VariantView& view);

[[nodiscard]] VariantView viewOf(const FigureContent& content);

} // namespace sluice
