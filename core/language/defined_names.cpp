// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/defined_names.h"

namespace sluice {

std::vector<std::string_view> definedNames(const TokenStream& tokens, std::size_t first, std::size_t last)
{
    std::vector<std::string_view> names;
    std::vector<std::string_view> candidates;
    std::size_t open = 0;
    bool definesNext = false;
    bool isAnnotation = false;
    for (std::size_t i = first; i < last; ++i) {
        const Token& token = tokens.at(i);
        const std::string_view word = tokens.text(token);
        if (token.kind == TokenKind::name && !isKeyword(word)) {
            if (definesNext)
                names.push_back(word);
            else if (open == 0 && !isAnnotation)
                candidates.push_back(word);
        }
        definesNext = word == "def" || word == "class" || word == "as" || word == "for" || word == "import";
        if (word == "(" || word == "[" || word == "{")
            ++open;
        else if ((word == ")" || word == "]" || word == "}") && open > 0)
            --open;
        else if (token.kind == TokenKind::symbol && open == 0 && word.ends_with('=') && word != "==" &&
                 word != "<=" && word != ">=" && word != "!=")
            names.insert(names.end(), candidates.begin(), candidates.end());
        else if (word == ":" && !isKeyword(tokens.text(tokens.at(first))))
            isAnnotation = true;
        else if (word == ";" || word == ":")
            candidates.clear();
    }
    return names;
}

} // namespace sluice
