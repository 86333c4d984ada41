// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/table.h"

#include "core/operations/family.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace sluice {

namespace {

std::vector<const Operation*> collectRows()
{
    std::vector<const Operation*> rows;
    for (const Family family : {controlOperations(), arithmeticOperations(), powerOperations(),
                                trigonometricOperations(), errorFunctionOperations(), activationOperations(),
                                rectifierOperations(), stepOperations(), kinkOperations(), noiseOperations()})
        for (const Operation& row : family)
            rows.push_back(&row);
    return rows;
}

std::vector<std::string_view> namesOf(const Operation& row)
{
    std::vector<std::string_view> names{row.name};
    for (std::string_view rest = row.aliases; !rest.empty();) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        names.push_back(rest.substr(0, space));
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    return names;
}

std::unordered_map<std::string_view, const Operation*> indexByName()
{
    std::unordered_map<std::string_view, const Operation*> byName;
    for (const Operation* row : allOperations())
        for (const std::string_view name : namesOf(*row))
            byName.emplace(name, row);
    return byName;
}

/// What only the program itself uses has a name that no text can spell: with a space in it.
bool isCallable(const Operation& row)
{
    return row.name.find(' ') == std::string_view::npos && row.role != Role::constant &&
           row.role != Role::variable && row.name != "identity";
}

} // namespace

std::span<const Operation* const> allOperations()
{
    static const std::vector<const Operation*> rows = collectRows();
    return rows;
}

const Operation* findOperation(std::string_view name)
{
    static const std::unordered_map<std::string_view, const Operation*> byName = indexByName();
    const auto found = byName.find(name);
    return found == byName.end() ? nullptr : found->second;
}

const Operation& operationNamed(std::string_view name)
{
    if (const Operation* row = findOperation(name))
        return *row;
    throw std::logic_error("the table of operations has no row " + std::string(name));
}

std::span<const std::string_view> callableNames()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Operation* row : allOperations())
            if (isCallable(*row))
                std::ranges::copy(namesOf(*row), std::back_inserter(all));
        return all;
    }();
    return names;
}

} // namespace sluice
