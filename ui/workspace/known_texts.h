// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/language/program.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice {

/// What is known of the texts of an experiment, its own and those of variants: a text that has errors is
/// computed as it was when it last had none.
class KnownTexts
{
public:
    /// Who has a text: a variant, by its name, or the experiment itself.
    using Owner = std::optional<std::string>;
    struct Text
    {
        /// The last text without errors, and what it means.
        std::string text;
        std::shared_ptr<const Program> program;
        /// The last text that was read, and what was said of it.
        std::string tried;
        std::vector<Diagnostic> diagnostics;
    };

    void clear() { m_texts.clear(); }
    /// An empty one where nothing is known yet.
    [[nodiscard]] Text of(const Owner& owner) const;
    /// The text has been read.
    const Text& take(const Owner& owner, const std::string& text,
                     const std::shared_ptr<const Reading>& reading);
    /// Reads the text if it has to be.
    const Text& read(const Owner& owner, const std::string& text);
    /// A variant that is renamed keeps what is known of its text.
    void carryNames(const std::vector<Variant>& before, const std::vector<Variant>& after);

private:
    std::map<Owner, Text> m_texts;
};

} // namespace sluice
