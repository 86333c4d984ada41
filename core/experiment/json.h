// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/number_text.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

namespace sluice {

/// Keys stay in the order in which they are written.
using Json = nlohmann::ordered_json;

/// JSON knows neither NaN nor infinities: they are written as words.
[[nodiscard]] inline Json toJson(double value)
{
    return std::isfinite(value) ? Json(value) : Json(exactText(value));
}

[[nodiscard]] inline Json toJson(std::span<const double> values)
{
    auto list = Json::array();
    for (const double value : values) {
        list.push_back(toJson(value));
    }
    return list;
}

/// The document as one line of UTF-8.
[[nodiscard]] inline std::string lineOf(const Json& document)
{
    return document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace sluice
