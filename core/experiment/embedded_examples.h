// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace sluice {

/// An experiment file of resources/examples, built into the program.
struct EmbeddedExample
{
    std::string_view name;
    std::string_view json;
};

/// In the order in which the build lists them.
[[nodiscard]] std::span<const EmbeddedExample> embeddedExamples();

} // namespace sluice
