// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/graph.h"
#include "core/language/diagnostic.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sluice {

/// A number written in the text, which a slider may rewrite. A sign before it belongs to its span.
struct Literal
{
    double value = 0.0;
    TextSpan span;
};

/// A named node, where a gate can be set: `yu`, or `z.mul#2` for an unnamed operation inside z's statement.
struct Place
{
    std::string name;
    NodeId node{};
    /// Made by an assignment outside of functions: listed among the values of `evaluate`.
    bool isAssigned = false;
    /// The expression as it stands in the text.
    TextSpan span;
    /// Other spellings under which a user may name this place.
    std::vector<std::string> otherNames;
};

/// A variable that can be swept and differentiated by.
struct Input
{
    std::string name;
    NodeId node{};
    double low = -2.0;
    double high = 2.0;
    /// Its value while another variable is swept.
    double held = 0.0;
};

/// `a = 0.5`: a variable with a slider.
struct Parameter
{
    std::string name;
    NodeId node{};
    Literal literal;
};

/// A call of a distribution.
struct NoiseSource
{
    struct Argument
    {
        std::string_view name;
        NodeId node{};
        /// Where the argument is a number in the text.
        std::optional<Literal> literal;
        /// The number that holds where the text says nothing.
        std::optional<double> implied;
    };

    std::string name;
    /// The scaled value; its operand 0 is the draw, the others are `arguments`.
    NodeId node{};
    std::vector<Argument> arguments;
    /// What replaces the source in the noise-free counterpart, where the text gives a `nominal=`.
    std::optional<NodeId> nominal;
    /// The whole call in the text.
    TextSpan call;
};

/// Values of the inputs at which the text asks for numbers, one per point.
struct PointsOfInterest
{
    std::string input;
    std::vector<double> values;
};

/// What a text means: its graph, with `grad` still symbolic, and everything in it that has a name.
struct Program
{
    Graph graph;
    std::vector<Place> places;
    std::vector<Input> inputs;
    std::vector<Parameter> parameters;
    std::vector<NoiseSource> sources;
    PointsOfInterest pointsOfInterest;
    NodeId output{};
    std::string outputName;
    /// The variable that the text differentiates by, else the first input.
    std::string withRespectTo;

    [[nodiscard]] const Place* findPlace(std::string_view name) const;
    [[nodiscard]] const Input* findInput(std::string_view name) const;
    [[nodiscard]] const Parameter* findParameter(std::string_view name) const;
    [[nodiscard]] const NoiseSource* findSource(std::string_view name) const;
    /// Of the inputs, then of the parameters.
    [[nodiscard]] std::vector<std::string> variableNames() const;
    /// The node of an input or parameter.
    [[nodiscard]] std::optional<NodeId> findVariable(std::string_view name) const;
    /// The name of a node's place; empty for constants and other nameless nodes.
    [[nodiscard]] std::string_view placeName(NodeId node) const;
    /// A node's place; null for constants and other nameless nodes.
    [[nodiscard]] const Place* placeOf(NodeId node) const;

    /// Which of the places is a node's; made from them by indexPlaces().
    std::unordered_map<NodeId, std::size_t> placeNumbers;
    void indexPlaces();
};

/// The outcome of reading a text: a program where there is no error, and all that is to be said, in text
/// order.
struct Reading
{
    std::optional<Program> program;
    std::vector<Diagnostic> diagnostics;
};

/// Reads a text in the expression language. Never throws for any text, and reports all its errors at once.
[[nodiscard]] Reading read(std::string_view text);

} // namespace sluice
