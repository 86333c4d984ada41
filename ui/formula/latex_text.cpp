// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_markup.h"

#include <QHash>

#include <array>

namespace sluice {

namespace {

using Kind = TypesetFormula::Kind;
using Mark = TypesetFormula::Mark;

/// Words and signs that LaTeX has a command for.
const QHash<QString, QString>& latexCommands()
{
    static const QHash<QString, QString> commands = [] {
        QHash<QString, QString> all{{QStringLiteral("−"), QStringLiteral("-")},
                                    {QStringLiteral("·"), QStringLiteral(R"(\cdot )")},
                                    {QStringLiteral("∂"), QStringLiteral(R"(\partial )")},
                                    {QStringLiteral("d"), QStringLiteral(R"(\mathrm{d})")},
                                    {QStringLiteral("≤"), QStringLiteral(R"(\le )")},
                                    {QStringLiteral("≥"), QStringLiteral(R"(\ge )")},
                                    {QStringLiteral("≠"), QStringLiteral(R"(\ne )")},
                                    {QStringLiteral("=="), QStringLiteral("=")},
                                    {QStringLiteral("∞"), QStringLiteral(R"(\infty )")}};
        constexpr std::array known{"sin",  "cos",    "tan",    "exp",    "log", "sinh", "cosh",
                                   "tanh", "arcsin", "arccos", "arctan", "max", "min"};
        for (const char* name : known) {
            all.insert(QLatin1String(name), QLatin1Char('\\') + QLatin1String(name));
        }
        return all;
    }();
    return commands;
}

/// The letters that LaTeX knows by name only.
QString greekLetter(QChar letter)
{
    static const QString letters = QStringLiteral("αβγδεζηθικλμνξπρστυφχψω");
    constexpr std::array names{"alpha", "beta",  "gamma",   "delta",  "varepsilon", "zeta", "eta",  "theta",
                               "iota",  "kappa", "lambda",  "mu",     "nu",         "xi",   "pi",   "rho",
                               "sigma", "tau",   "upsilon", "varphi", "chi",        "psi",  "omega"};
    const qsizetype position = letters.indexOf(letter);
    return position < 0 ? QString()
                        : QLatin1Char('\\') + QLatin1String(names[static_cast<std::size_t>(position)]);
}

/// Characters that mean something to LaTeX, made to stand for themselves.
QString latexEscaped(const QString& text)
{
    static const QHash<QChar, QString> commands{{QLatin1Char('\\'), QStringLiteral(R"(\textbackslash{})")},
                                                {QLatin1Char('~'), QStringLiteral(R"(\textasciitilde{})")},
                                                {QLatin1Char('^'), QStringLiteral(R"(\textasciicircum{})")},
                                                {QChar(0x2016), QStringLiteral(R"(\(\parallel\))")},
                                                {QChar(0x25CB), QStringLiteral(R"(\(\circ\))")}};
    QString result;
    for (const QChar c : text) {
        if (const auto command = commands.find(c); command != commands.end()) {
            result += *command;
        } else if (QStringLiteral("_#$%&{}").contains(c)) {
            result += QLatin1Char('\\') + c;
        } else {
            result += c;
        }
    }
    return result;
}

QString latexName(const QString& name)
{
    if (name.size() == 1) {
        const QString greek = greekLetter(name.front());
        return greek.isEmpty() ? latexEscaped(name) : greek;
    }
    return QStringLiteral(R"(\mathit{%1})").arg(latexEscaped(name));
}

QString latexPlain(const QString& text)
{
    const QString word = text.trimmed();
    if (const auto command = latexCommands().find(word); command != latexCommands().end()) {
        return *command;
    }
    const bool isFunction = word.size() > 1 && word.front().isLetter();
    return isFunction ? QStringLiteral(R"(\operatorname{%1})").arg(latexEscaped(word)) : latexEscaped(text);
}

/// Beneath a brace: names and signs, upright.
QString latexNote(const TypesetFormula& note)
{
    constexpr QChar sourceSign(u'~');
    if (note.kind == Kind::text && note.text.startsWith(sourceSign)) {
        return QStringLiteral(R"({}\sim \text{%1})").arg(latexEscaped(note.text.mid(1).trimmed()));
    }
    return note.kind == Kind::text ? QStringLiteral(R"(\text{%1})").arg(latexEscaped(note.text))
                                   : latexText(note);
}

QString latexFenced(const TypesetFormula& formula)
{
    static const QHash<QChar, QString> fences{
        {QChar(u'⌊'), QStringLiteral(R"(\lfloor )")}, {QChar(u'⌋'), QStringLiteral(R"(\rfloor )")},
        {QChar(u'⌈'), QStringLiteral(R"(\lceil )")},  {QChar(u'⌉'), QStringLiteral(R"(\rceil )")},
        {QChar(u'{'), QStringLiteral(R"(\{)")},       {QChar(u'}'), QStringLiteral(R"(\})")}};
    const auto fence = [&](QChar sign) { return fences.value(sign, QString(sign)); };
    return QStringLiteral(R"(\left%1%2\right%3)")
        .arg(fence(formula.text.front()), latexText(formula.parts[0]), fence(formula.text.back()));
}

QString latexUnmarked(const TypesetFormula& formula)
{
    const auto part = [&](std::size_t number) { return latexText(formula.parts[number]); };
    switch (formula.kind) {
    case Kind::text:
        return latexPlain(formula.text);
    case Kind::name:
        return latexName(formula.text);
    case Kind::sign:
        return QLatin1Char(' ') + latexPlain(formula.text).trimmed() + QLatin1Char(' ');
    case Kind::times:
        return formula.text.isEmpty() ? QStringLiteral(R"(\,)") : QStringLiteral(R"( \cdot )");
    case Kind::row: {
        QString text;
        for (const TypesetFormula& each : formula.parts) {
            text += latexText(each);
        }
        return text;
    }
    case Kind::fraction:
        return QStringLiteral(R"(\frac{%1}{%2})").arg(part(0), part(1));
    case Kind::root:
        return QStringLiteral(R"(\sqrt{%1})").arg(part(0));
    case Kind::raised:
        return QStringLiteral("{%1}^{%2}").arg(part(0), part(1));
    case Kind::lowered:
        return QStringLiteral("{%1}_{%2}").arg(part(0), part(1));
    case Kind::fenced:
        return latexFenced(formula);
    case Kind::cases:
        return QStringLiteral(R"(\begin{cases} %1 & \text{if } %2 \\ %3 & \text{otherwise} \end{cases})")
            .arg(part(0), part(1), part(2));
    case Kind::annotated:
        return QStringLiteral(R"(\underbrace{%1}_{%2})").arg(part(0), latexNote(formula.parts[1]));
    }
    return {};
}

} // namespace

QString latexText(const TypesetFormula& formula)
{
    const QString text = latexUnmarked(formula);
    return formula.mark == Mark::stopped ? QStringLiteral(R"(\cancel{%1})").arg(text) : text;
}

} // namespace sluice
