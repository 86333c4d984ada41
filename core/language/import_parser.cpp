// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/import_parser.h"

#include <string_view>
#include <utility>
#include <vector>

namespace sluice {

using namespace syntax;

namespace {

std::string_view expectName(TokenStream& tokens)
{
    return tokens.text(tokens.expectIdentifier(Phrase::of("a name to import")));
}

std::vector<std::string_view> parsePath(TokenStream& tokens)
{
    std::vector<std::string_view> path;
    do
        path.push_back(tokens.text(tokens.expectIdentifier(Phrase::of("the name of a module"))));
    while (tokens.accept("."));
    return path;
}

} // namespace

Import parseImport(TokenStream& tokens)
{
    Import import;
    if (tokens.accept("import")) {
        do {
            std::vector<std::string_view> path = parsePath(tokens);
            if (tokens.accept("as"))
                import.bindings.push_back({std::move(path), expectName(tokens)});
            else
                import.bindings.push_back({{path.front()}, path.front()});
        } while (tokens.accept(","));
        return import;
    }
    tokens.advance();
    while (tokens.accept(".") || tokens.accept("..."))
        continue;
    std::vector<std::string_view> module;
    if (!tokens.is("import"))
        module = parsePath(tokens);
    tokens.expect("import");
    if (tokens.accept("*"))
        return import;
    const bool hasBracket = tokens.accept("(");
    do {
        if (hasBracket && tokens.is(")"))
            break;
        std::vector<std::string_view> path = module;
        path.push_back(expectName(tokens));
        const std::string_view name = tokens.accept("as") ? expectName(tokens) : path.back();
        import.bindings.push_back({std::move(path), name});
    } while (tokens.accept(","));
    if (hasBracket)
        tokens.expect(")", Phrase::of("`,` or `)`"));
    return import;
}

} // namespace sluice
