// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// Whose function a call means. A set of them is a sum.
enum class Origin : unsigned
{
    none = 0,
    bare = 1, ///< a name without namespace: the language's own
    tensorflow = 2,
    keras = 4,
    torch = 8,
    jax = 16,
    numpy = 32,
    scipy = 64,
    math = 128,
    python = 256, ///< Python's module random
    method = 512, ///< called on a value: `v.sqrt()`
    plotting = 1024,
    unknown = 2048, ///< an imported module of which nothing is known
};

[[nodiscard]] constexpr Origin operator|(Origin a, Origin b)
{
    return static_cast<Origin>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool includes(Origin set, Origin origin)
{
    return (static_cast<unsigned>(set) & static_cast<unsigned>(origin)) != 0;
}

/// `tensorflow.random.uniform`: the namespaces from the root, and the name.
using Path = std::vector<std::string_view>;

/// What a namespace that needs no import stands for: `tf`, `np`, …
[[nodiscard]] std::optional<Path> wellKnownNamespace(std::string_view name);
/// The path that an import names, with the usual abbreviations of modules (`from tf import sqrt`) spelled
/// out.
[[nodiscard]] Path importedPath(const std::vector<std::string_view>& path);
[[nodiscard]] Origin originOf(const Path& path);
[[nodiscard]] std::string toString(const Path& path);

} // namespace sluice
