// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"

#include <string>

namespace sluice {

enum class Format
{
    table,
    json,
    csv
};

/// What --format says, as it was written.
struct FormatOption
{
    std::string text = "table";

    void addTo(CLI::App& commandLine)
    {
        commandLine.add_option("--format", text, "What is printed")
            ->type_name("FORMAT")
            ->check(CLI::IsMember({"table", "json", "csv"}))
            ->capture_default_str();
    }
    [[nodiscard]] Format format() const
    {
        return text == "json" ? Format::json : text == "csv" ? Format::csv : Format::table;
    }
};

} // namespace sluice
