// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace sluice {

/// Something that gets a name when all of the text has been read: only then it is known whether v is `v` or
/// `v#1`.
enum class DefinitionId : std::size_t
{
};

/// An unnamed operation inside a statement.
struct Occurrence
{
    /// Of its operator or function name: from left to right they are counted.
    std::size_t position = 0;
    NodeId node{};
    std::string_view label;
    /// As the text spells it.
    std::string_view written;
    TextSpan span;
};

/// Collects what gets a name, and gives the names.
class Naming
{
public:
    /// The next assignment to `name`, at top level or in this call.
    DefinitionId define(std::optional<DefinitionId> call, std::string_view name);
    /// The next call of a function.
    DefinitionId call(std::string_view function);
    /// A statement that assigns nothing.
    DefinitionId statement(std::string_view name);

    /// `isAssigned`: listed among the values.
    void place(DefinitionId definition, NodeId node, TextSpan span, bool isAssigned);
    /// The statement's unnamed operations, apart from the one that bears its name.
    void placeOperations(DefinitionId definition, std::vector<Occurrence> occurrences,
                         std::optional<NodeId> outermost);
    [[nodiscard]] bool hasPlace(NodeId node) const { return m_draftOfNode.contains(node); }
    /// Whether the node is an unnamed operation, which an assignment may still give its name.
    [[nodiscard]] bool isUnnamed(NodeId node) const;
    /// From now on the unnamed operation bears the name of this assignment.
    void rename(NodeId node, DefinitionId definition, TextSpan span, bool isAssigned);

    [[nodiscard]] std::string nameOf(DefinitionId definition) const;
    [[nodiscard]] bool isTaken(const std::string& name) const;
    /// All places with their final names, in the order of the text.
    [[nodiscard]] std::vector<Place> places() const;
    /// Nodes of top-level assignments in the order in which they were made.
    [[nodiscard]] std::vector<NodeId> assignedNodes() const;

private:
    enum class Kind
    {
        assignment,
        call,
        statement
    };
    struct Definition
    {
        Kind kind = Kind::assignment;
        std::optional<DefinitionId> call;
        std::string_view name;
        std::size_t serial = 1;
    };
    struct Draft
    {
        DefinitionId definition{};
        NodeId node{};
        /// Empty for what bears the definition's name itself.
        std::string_view label;
        std::size_t ordinal = 1;
        std::string_view written;
        TextSpan span;
        bool isAssigned = false;
        /// The draft that gave way to this assignment.
        std::optional<std::size_t> former;
        bool hasGivenWay = false;
    };
    /// What is counted together: its kind, the number of the call (or none), the name.
    using Key = std::tuple<Kind, std::size_t, std::string_view>;

    [[nodiscard]] static Key keyOf(Kind kind, std::optional<DefinitionId> call, std::string_view name);

    DefinitionId add(Kind kind, std::optional<DefinitionId> call, std::string_view name);
    [[nodiscard]] const Definition& at(DefinitionId id) const
    {
        return m_definitions[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] std::size_t countOf(const Definition& definition) const;
    /// The name without its number, where it is the last of several.
    [[nodiscard]] std::optional<std::string> plainNameOf(DefinitionId id) const;
    [[nodiscard]] std::string baseNameOf(const Definition& definition) const;
    [[nodiscard]] std::vector<std::string> namesOf(const Draft& draft) const;

    std::vector<Definition> m_definitions;
    std::map<Key, std::size_t> m_counts;
    std::vector<Draft> m_drafts;
    std::unordered_map<NodeId, std::size_t> m_draftOfNode;
};

} // namespace sluice
