// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace sluice {

/// A formula as mathematics writes it: a tree of what stands beside, above and inside of what. It knows no
/// font and no colour.
struct TypesetFormula
{
    enum class Kind
    {
        text,      ///< upright: numbers, names of functions, brackets
        name,      ///< a name of the user's: slanted
        sign,      ///< + − = between its neighbours; a line may break before it
        times,     ///< a product's dot, or a bare gap without text; a line may break before it
        row,       ///< its parts side by side
        fraction,  ///< part 0 over part 1
        root,      ///< the square root of part 0
        raised,    ///< part 0 to the power of part 1
        lowered,   ///< part 0 with the index part 1
        fenced,    ///< part 0 between `text`'s two characters, as tall as it is
        cases,     ///< a brace before part 0 where part 1 holds, and part 2 otherwise
        annotated, ///< part 0 with part 1 as a small note below
    };
    /// What the gradient meets here: told by colour and by a sign of its own.
    enum class Mark
    {
        none,
        noisy,     ///< reads noise
        noiseFree, ///< a clean gate put the noise-free value here
        stopped,   ///< struck out: nothing flows back
    };

    Kind kind = Kind::row;
    QString text;
    std::vector<TypesetFormula> parts;
    Mark mark = Mark::none;

    bool operator==(const TypesetFormula&) const = default;

    static TypesetFormula plain(const QString& text);
    /// A name; `v#3` becomes v with the index 3.
    static TypesetFormula named(const QString& name);
    static TypesetFormula sign(const QString& sign);
    static TypesetFormula times();
    /// As between 2 and x.
    static TypesetFormula bareTimes();
    static TypesetFormula row(std::vector<TypesetFormula> parts);
    static TypesetFormula fraction(TypesetFormula above, TypesetFormula below);
    static TypesetFormula root(TypesetFormula of);
    static TypesetFormula raised(TypesetFormula base, TypesetFormula exponent);
    static TypesetFormula fenced(const QString& fences, TypesetFormula inside);
    static TypesetFormula cases(TypesetFormula value, TypesetFormula condition, TypesetFormula otherwise);
    static TypesetFormula annotated(TypesetFormula of, TypesetFormula note);

    [[nodiscard]] TypesetFormula marked(Mark as) const;
    [[nodiscard]] bool isEmpty() const { return parts.empty() && text.isEmpty(); }
};

/// ∂of/∂by.
[[nodiscard]] TypesetFormula partialDerivative(const QString& of, const QString& by);
/// dof/dby.
[[nodiscard]] TypesetFormula totalDerivative(const QString& of, const QString& by);
/// The factors with dots between them; 1 where there are none.
[[nodiscard]] TypesetFormula product(std::vector<TypesetFormula> factors);

/// The formula in one line of text, for the clipboard and for screen readers: `∂z/∂yu = 1/(2*sqrt(yu))`, in
/// the language as far as it goes. What is marked is told in words.
[[nodiscard]] QString linearText(const TypesetFormula& formula);

} // namespace sluice
