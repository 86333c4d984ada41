// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/code/code_graph.h"
#include "core/code/python_names.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// What the nodes of a graph are called in Python: the text's own names first, so that none of them has to
/// give way to another.
class NodeIdentifiers
{
public:
    explicit NodeIdentifiers(const CodeGraph& code);

    /// The node's name, given as soon as it is asked for; `step_1` where the text has none.
    const std::string& of(NodeId id);
    /// For what is no node.
    [[nodiscard]] std::string give(std::string_view wanted) { return m_names.give(wanted); }

private:
    std::string wantedName(NodeId id);

    const CodeGraph& m_code;
    PythonNames m_names;
    std::vector<std::string> m_given;
    std::size_t m_steps = 0;
};

} // namespace sluice
