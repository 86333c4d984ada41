// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/completions.h"

#include "core/operations/table.h"
#include "ui/phrase_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace sluice {

namespace {

struct CompletionTexts
{
    Q_DECLARE_TR_FUNCTIONS(sluice::CompletionTexts)
};

bool isOfName(QChar character)
{
    return character.isLetterOrNumber() || character == QLatin1Char('_');
}

qsizetype beginOfLine(const QString& text, qsizetype position)
{
    return position == 0 ? 0 : text.lastIndexOf(QLatin1Char('\n'), position - 1) + 1;
}

bool isInCommentOrQuotes(const QString& text, qsizetype position)
{
    QChar quote;
    for (qsizetype i = beginOfLine(text, position); i < position; ++i) {
        const QChar character = text[i];
        if (!quote.isNull()) {
            quote = character == quote ? QChar() : quote;
        } else if (character == QLatin1Char('#')) {
            return true;
        } else if (character == QLatin1Char('"') || character == QLatin1Char('\'')) {
            quote = character;
        }
    }
    return !quote.isNull();
}

/// What the lines of a text define, in order, with the first line that does.
QList<Completion> definedIn(const QString& text)
{
    static const QRegularExpression definition(
        QStringLiteral(
            R"(^[ \t]*(?:(\w+(?:[ \t]*,[ \t]*\w+)*)[ \t]*[-+*/]?=(?!=)|def[ \t]+(\w+)|for[ \t]+(\w+)))"),
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression comma(QStringLiteral("[ \\t]*,[ \\t]*"));
    QList<Completion> defined;
    QSet<QString> seen;
    for (auto matches = definition.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QStringList names =
            (match.captured(1) + match.captured(2) + match.captured(3)).split(comma, Qt::SkipEmptyParts);
        const qsizetype begin = match.capturedStart();
        const qsizetype end = text.indexOf(QLatin1Char('\n'), begin);
        const QString line = text.mid(begin, end < 0 ? -1 : end - begin).simplified();
        for (const QString& name : names) {
            if (!name.front().isDigit() && !seen.contains(name)) {
                seen.insert(name);
                defined << Completion{name, line};
            }
        }
    }
    return defined;
}

QString callOf(const Operation& operation, const QString& name)
{
    QStringList arguments;
    for (std::size_t operand = 0; operand < operation.arity; ++operand) {
        const Argument& argument = operation.arguments[operand];
        if (argument.name.empty()) {
            continue;
        }
        const QString written =
            QString::fromUtf8(argument.name.data(), static_cast<qsizetype>(argument.name.size()));
        arguments << (argument.fallback ? written + QLatin1Char('=') + QString::number(*argument.fallback)
                                        : written);
    }
    return QStringLiteral("%1(%2)").arg(name, arguments.join(QLatin1String(", ")));
}

Completion completionFor(std::string_view callable)
{
    const QString name = QString::fromUtf8(callable.data(), static_cast<qsizetype>(callable.size()));
    const Operation* operation = findOperation(callable);
    if (operation == nullptr) {
        return {name, {}};
    }
    const QString description = translated(Phrase::of(operation->description));
    return {name, QStringLiteral("%1: %2").arg(callOf(*operation, name), description)};
}

QList<Completion> wordsOfTheLanguage()
{
    return {{QStringLiteral("input"),
             CompletionTexts::tr("input(low, high): a variable to sweep, between two numbers")},
            {QStringLiteral("output"),
             CompletionTexts::tr("output(z): what is differentiated, where it isn't the last line")},
            {QStringLiteral("def"), CompletionTexts::tr("def name(v): a function")},
            {QStringLiteral("for"), CompletionTexts::tr("for i in range(n): repeats the lines below")},
            {QStringLiteral("range"), CompletionTexts::tr("range(n): how often a loop repeats")},
            {QStringLiteral("return"), CompletionTexts::tr("return v: what a function gives")},
            {QStringLiteral("lambda"), CompletionTexts::tr("lambda g: 2*g: a function in one expression")},
            {QStringLiteral("import"),
             CompletionTexts::tr("import tensorflow as tf: names as a framework spells them")}};
}

QList<Completion> vocabulary()
{
    QList<Completion> all = wordsOfTheLanguage();
    for (const std::string_view name : callableNames()) {
        all << completionFor(name);
    }
    std::ranges::sort(all, {}, &Completion::name);
    return all;
}

} // namespace

std::optional<QString> beginningOfName(const QString& text, qsizetype position)
{
    qsizetype begin = std::clamp<qsizetype>(position, 0, text.size());
    const qsizetype end = begin;
    while (begin > 0 && isOfName(text[begin - 1])) {
        --begin;
    }
    const bool isAttribute = begin > 0 && text[begin - 1] == QLatin1Char('.');
    const bool isNumber = begin < end && text[begin].isDigit();
    if (isNumber || isAttribute || isInCommentOrQuotes(text, begin)) {
        return std::nullopt;
    }
    return text.mid(begin, end - begin);
}

QList<Completion> completionsAt(const QString& text, qsizetype position)
{
    const qsizetype end = std::clamp<qsizetype>(position, 0, text.size());
    const QString written = beginningOfName(text, end).value_or(QString());
    QString others = text;
    others.remove(end - written.size(), written.size());
    QList<Completion> completions = definedIn(others);
    QSet<QString> own;
    for (const Completion& completion : completions) {
        own.insert(completion.name);
    }
    for (const Completion& completion : vocabulary()) {
        if (!own.contains(completion.name)) {
            completions << completion;
        }
    }
    return completions;
}

} // namespace sluice
