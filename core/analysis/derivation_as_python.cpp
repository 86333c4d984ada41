// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/derivation_as_python.h"

#include <cctype>
#include <set>
#include <vector>

namespace sluice {

namespace {

bool beginsPythonName(char c)
{
    // Letters beyond ASCII are part of names, and of nothing else.
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool continuesPythonName(char c)
{
    return beginsPythonName(c) || std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// Whether a place's name goes on here: `#3`, `.mul`.
bool continuesPlace(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size())
        return false;
    return text[at] == '#' || (text[at] == '.' && beginsPythonName(text[at + 1]));
}

/// Names of places as Python can have them; numbers and signs stay.
std::string inPython(std::string_view formula)
{
    std::string text;
    bool isInName = false;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const char c = formula[i];
        if (isInName && continuesPlace(formula, i)) {
            text += '_';
            continue;
        }
        const bool isBehindNumber = i > 0 && std::isdigit(static_cast<unsigned char>(formula[i - 1])) != 0;
        // The e of 1e-3 begins no name.
        isInName = isInName ? continuesPythonName(c) : beginsPythonName(c) && !isBehindNumber;
        text += c;
    }
    return text;
}

std::string joinedInPython(const std::vector<std::string>& texts, std::string_view between)
{
    std::string text;
    for (const std::string& part : texts)
        text += (&part == texts.data() ? "" : std::string(between)) + part;
    return text;
}

std::string pythonComment(const Factor& factor)
{
    std::vector<std::string> remarks;
    if (factor.passage == Passage::stopped)
        remarks.push_back("stopped by " + factor.gate.value_or("the text"));
    if (factor.passage == Passage::replaced)
        remarks.push_back("replaced by " + factor.gate.value_or("the text"));
    if (!factor.noise.empty())
        remarks.push_back("reads " + joinedInPython(factor.noise, ", "));
    return remarks.empty() ? "" : "  # " + joinedInPython(remarks, "; ");
}

/// A name for every factor: `dz_dyu`, and `dz_dyu_2` where both operands are the same place.
std::vector<std::string> pythonNamesOf(const Derivation& derivation)
{
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const Factor& factor : derivation.factors) {
        const std::string plain = "d" + inPython(factor.of) + "_d" + inPython(factor.by);
        std::string name = plain;
        for (int number = 2; !taken.insert(name).second; ++number)
            name = plain + "_" + std::to_string(number);
        names.push_back(std::move(name));
    }
    return names;
}

std::string pythonProduct(const Path& path, const std::vector<std::string>& names)
{
    std::vector<std::string> factors;
    for (const std::size_t number : path.factors)
        factors.push_back(names[number]);
    return factors.empty() ? "1" : joinedInPython(factors, " * ");
}

std::string pythonSum(const Derivation& derivation, const std::vector<std::string>& names,
                      const std::string& total)
{
    std::vector<std::string> products;
    std::string comments;
    for (const Path& path : derivation.paths) {
        if (path.isStopped)
            comments += "# stopped, counts for nothing: " + pythonProduct(path, names) + "\n";
        else
            products.push_back(pythonProduct(path, names));
    }
    const std::string continuation = "\n" + std::string(total.size() + 2, ' ') + "+ ";
    const std::string sum = products.empty() ? "0" : joinedInPython(products, continuation);
    const bool hasLines = products.size() > 1;
    return comments + total + " = " + (hasLines ? "(" : "") + sum + (hasLines ? ")" : "") + "\n";
}

} // namespace

std::string derivationAsPython(const Derivation& derivation, std::string_view variant,
                               std::string_view output, std::string_view input)
{
    std::string title(variant);
    for (char& c : title)
        c = c == '\n' || c == '\r' ? ' ' : c;
    const std::vector<std::string> names = pythonNamesOf(derivation);
    std::string text = "# " + title + "\n";
    for (std::size_t i = 0; i < derivation.factors.size(); ++i) {
        const Factor& factor = derivation.factors[i];
        text += names[i] + " = " + inPython(factor.text) + pythonComment(factor) + "\n";
    }
    std::string total = "d" + inPython(output) + "_d" + inPython(input);
    // A single step is what is asked for already, under the same name.
    for (const std::string& name : names)
        if (name == total)
            total = "total_" + total;
    if (derivation.pathCount > static_cast<double>(Derivation::maximumPaths))
        return text + "# " + total + " is the sum of the products along more than " +
               std::to_string(Derivation::maximumPaths) + " paths from " + std::string(output) + " to " +
               std::string(input) + ".\n";
    return text + pythonSum(derivation, names, total);
}

} // namespace sluice
