// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/namespaces.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

namespace {

struct Root
{
    std::string_view name;
    std::array<std::string_view, 3> path;
};

constexpr std::array roots{
    Root{"tf", {"tensorflow"}},
    Root{"tensorflow", {"tensorflow"}},
    Root{"keras", {"keras"}},
    Root{"K", {"keras", "backend"}},
    Root{"ops", {"keras", "ops"}},
    Root{"torch", {"torch"}},
    Root{"F", {"torch", "nn", "functional"}},
    Root{"nn", {"torch", "nn"}},
    Root{"jax", {"jax"}},
    Root{"jnp", {"jax", "numpy"}},
    Root{"lax", {"jax", "lax"}},
    Root{"np", {"numpy"}},
    Root{"numpy", {"numpy"}},
    Root{"scipy", {"scipy"}},
    Root{"math", {"math"}},
    Root{"random", {"random"}},
};

constexpr std::array<std::pair<std::string_view, Origin>, 13> origins{{
    {"tensorflow", Origin::tensorflow},
    {"keras", Origin::keras},
    {"torch", Origin::torch},
    {"jax", Origin::jax},
    {"numpy", Origin::numpy},
    {"scipy", Origin::scipy},
    {"math", Origin::math},
    {"cmath", Origin::unknown},
    {"random", Origin::python},
    {"matplotlib", Origin::plotting},
    {"seaborn", Origin::plotting},
    {"plotly", Origin::plotting},
    {"pylab", Origin::plotting},
}};

} // namespace

std::optional<Path> wellKnownNamespace(std::string_view name)
{
    const auto* const root = std::ranges::find(roots, name, &Root::name);
    if (root == roots.end())
        return std::nullopt;
    Path path;
    std::ranges::copy_if(root->path, std::back_inserter(path),
                         [](std::string_view part) { return !part.empty(); });
    return path;
}

Path importedPath(const std::vector<std::string_view>& path)
{
    if (path.empty())
        return {};
    Path full = wellKnownNamespace(path.front()).value_or(Path{path.front()});
    full.insert(full.end(), path.begin() + 1, path.end());
    return full;
}

Origin originOf(const Path& path)
{
    if (path.size() == 1)
        return Origin::bare;
    if (path.front() == "tensorflow" && std::ranges::find(path, "keras") != path.end())
        return Origin::keras;
    if (path.front() == "tensorflow" && std::ranges::find(path, "numpy") != path.end())
        return Origin::numpy;
    const auto* const origin =
        std::ranges::find(origins, path.front(), &std::pair<std::string_view, Origin>::first);
    return origin == origins.end() ? Origin::unknown : origin->second;
}

std::string toString(const Path& path)
{
    std::string joined;
    for (const std::string_view part : path) {
        if (!joined.empty())
            joined += '.';
        joined += part;
    }
    return joined;
}

} // namespace sluice
