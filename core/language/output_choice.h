// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/messages.h"
#include "core/language/program.h"

#include <optional>
#include <span>
#include <vector>

namespace sluice {

/// A place in the text that asks for the gradient of `value`.
struct GradientRequest
{
    NodeId value{};
    /// By what; `z.backward()` alone does not say.
    std::optional<NodeId> by;
    /// The gradients as nodes: where something uses them, the request says nothing about the output.
    std::vector<NodeId> results;
    TextSpan span;
};

struct OutputChoice
{
    NodeId output{};
    std::optional<NodeId> by;
    /// The request that decided, if one did.
    const GradientRequest* request = nullptr;
};

/// Which node the text means as its output: named by `output(z)`, else what the last gradient is taken of,
/// else the last assigned name that nothing uses. Nothing where the text computes nothing.
[[nodiscard]] std::optional<OutputChoice> chooseOutput(const Graph& graph, std::optional<NodeId> named,
                                                       std::span<const GradientRequest> requests,
                                                       std::span<const NodeId> assigned);

/// The variable that a node is another name of, or the node itself.
[[nodiscard]] NodeId withoutIdentities(const Graph& graph, NodeId node);

} // namespace sluice
