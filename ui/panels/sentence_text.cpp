// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <string>

namespace sluice {

namespace {

/// What there is to say, for translators: texts stand at %1, %2, …, numbers at #1, #2, … (rough ones at ~1),
/// and at @ of how many further points it is true. Untranslated, they are the analysis' own sentences.
const char* patternOf(Statement statement)
{
    switch (statement) {
    case Statement::noNoiseReaches:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gradient is free of noise: no noise source reaches it.");
    case Statement::noiseCancels:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gradient is free of noise: by algebra it does not depend on %1.");
    case Statement::noiseCancelsExcept:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gradient is free of noise, except where %2 = 0: by algebra it "
                                 "does not depend on %1.");
    case Statement::noiseNotSeen:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "No noise is seen in #1 samples at each of #2 points, though the "
                                 "gradient is computed from %1: this is measured, not proved.");
    case Statement::noiseNotSeenAtOne:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "No noise is seen in #1 samples at one point, though the gradient is "
                                 "computed from %1: this is measured, not proved.");
    case Statement::noiseHidden:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "Whether the gradient is free of noise can't be told: it is computed from "
                                 "%1, and its samples differ, but by no more than the rounding of large "
                                 "terms in it that cancel.");
    case Statement::nothingFinite:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "Whether the gradient is free of noise can't be told: it is computed from "
                                 "%1, and no sample of it is finite.");
    case Statement::noisy:
        return QT_TRANSLATE_NOOP("sluice::SentenceText", "The gradient is noisy: it depends on %1.");
    case Statement::noiseEnters:
        return QT_TRANSLATE_NOOP("sluice::SentenceText", "The noise of %2 enters through the factor %1.");
    case Statement::noiseEntersAt:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The noise of %2 enters through %1, evaluated at the noisy %3.");
    case Statement::gateCures:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "Put the gate on %1: %1=clean makes the gradient free of noise.");
    case Statement::gateLeavesZero:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "%1=clean makes the gradient free of noise, but also 0 at every point of "
                                 "the sweep.");
    case Statement::gateLeavesNothing:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "%1=clean makes the gradient free of noise, but it is finite at no point "
                                 "of the sweep then.");
    case Statement::equalsNoiseFree:
        return QT_TRANSLATE_NOOP("sluice::SentenceText", "It is the gradient of the noise-free graph.");
    case Statement::equalsNoiseFreeExcept:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "It is the gradient of the noise-free graph, except where %1 = 0.");
    case Statement::equalsNoiseFreeSeen:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "It equals the gradient of the noise-free graph at each of #1 "
                                 "points: this is measured, not proved.");
    case Statement::equalsNoiseFreeSeenAtOne:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "It equals the gradient of the noise-free graph at one point: this is "
                                 "measured, not proved.");
    case Statement::equalityHidden:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "Whether it is the gradient of the noise-free graph can't be told: they "
                                 "differ, but by no more than the rounding of large terms that cancel.");
    case Statement::biasedAgainstNoiseFree:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "Its mean differs by ~1 from the gradient of the noise-free "
                                 "graph (root mean square over the sweep).");
    case Statement::biasedAgainstMean:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "Its mean differs by ~1 from the gradient of the mean, d/d%1 "
                                 "E[%2] (root mean square over the sweep).");
    case Statement::freeButBiasedAgainstNoiseFree:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "It is free of noise, but biased by ~1 against the gradient of "
                                 "the noise-free graph (root mean square over the sweep).");
    case Statement::freeButBiasedAgainstMean:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "It is free of noise, but biased by ~1 against the gradient of "
                                 "the mean, d/d%1 E[%2] (root mean square over the sweep).");
    case Statement::seenFreeButBiasedAgainstNoiseFree:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "No noise is seen in it, but its mean differs by ~1 from the gradient of "
                                 "the noise-free graph (root mean square over the sweep).");
    case Statement::seenFreeButBiasedAgainstMean:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "No noise is seen in it, but its mean differs by ~1 from the gradient of "
                                 "the mean, d/d%1 E[%2] (root mean square over the sweep).");
    case Statement::gateCutsNoPath:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gate %1 cuts no path and changes nothing: %2 does not depend on %3.");
    case Statement::stopCutsNoPath:
        return QT_TRANSLATE_NOOP(
            "sluice::SentenceText",
            "The stop_gradient at %1 cuts no path and changes nothing: %2 does not depend on %3.");
    case Statement::gateIsOutside:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gate %1 changes nothing: %3 does not depend on %2.");
    case Statement::gateCleansNothing:
        return QT_TRANSLATE_NOOP("sluice::SentenceText", "The gate %1 changes nothing: no noise reaches %2.");
    case Statement::gateChangesNothing:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gate %1 changes nothing: the gradient is the same without it.");
    case Statement::gateIsNotFound:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gate %1 is left out: the text has no such place.");
    case Statement::disconnected:
        return QT_TRANSLATE_NOOP(
            "sluice::SentenceText",
            "The gradient is disconnected (None, not 0): every path from %1 to %2 is cut, at %3.");
    case Statement::neverConnected:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "The gradient is disconnected (None, not 0): %1 does not depend on %2.");
    case Statement::zeroEverywhere:
        return QT_TRANSLATE_NOOP(
            "sluice::SentenceText",
            "The gradient is connected, but 0 at every point of the sweep: that is the derivative of what "
            "stands there.");
    case Statement::notFiniteForward:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "At %1 = #1 the gradient is %2: the forward value of %3 is %4 there@.");
    case Statement::notFiniteBackward:
        return QT_TRANSLATE_NOOP(
            "sluice::SentenceText",
            "At %1 = #1 the gradient is %2: the local derivative %4 of %3 is %5 there@.");
    case Statement::zeroTimesInfinity:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "At %1 = #1 the gradient is NaN, from 0 times infinity at %2: its local "
                                 "derivative %3 is infinite there, and the upstream gradient is 0@.");
    case Statement::infinityTimesZero:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "At %1 = #1 the gradient is NaN, from 0 times infinity: the "
                                 "local derivative %3 of %2 is infinite there, and %4 is 0@.");
    case Statement::branchNotTaken:
        return QT_TRANSLATE_NOOP(
            "sluice::SentenceText",
            "At %1 = #1 that is in the branch that %3 did not take: its gradient is 0 there, and "
            "0 times what is not finite is NaN. Wrap the input of %2 in a second where@.");
    case Statement::frameworksDisagree:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "At %1 = #1 the frameworks disagree: TensorFlow %2, PyTorch %3, JAX %4@.");
    case Statement::frameworksDisagreeOnConnection:
        return QT_TRANSLATE_NOOP(
            "sluice::SentenceText",
            "The frameworks disagree: in %1 the gradient is disconnected (None), in %2 it is not.");
    case Statement::recipeRounds:
        return QT_TRANSLATE_NOOP("sluice::SentenceText",
                                 "At %1 = #1 the value of %2 is off by ~3, by rounding: it is meant to be "
                                 "%3, to which %4, much larger there, is added and taken away again@.");
    case Statement::tooManyPaths:
        break;
    }
    return QT_TRANSLATE_NOOP("sluice::SentenceText",
                             "There are #1 paths, too many to read: here is the chain rule by edges.");
}

struct SentenceText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::SentenceText)
};

/// ` (and at 4 other points)`.
QString otherPoints(int others)
{
    switch (others) {
    case 0:
        return {};
    case 1:
        return SentenceText::tr(" (and at 1 other point)");
    default:
        return SentenceText::tr(" (and at %1 other points)").arg(others);
    }
}

/// `a, b, … and z` as `a … z (26 in all)` where there are many, and in the user's language; whatever is no
/// list of names stays.
std::string shortened(const std::string& text)
{
    static const QRegularExpression names(QStringLiteral(R"(^[\w.#]+(, [\w.#]+)* and [\w.#]+$)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype most = 6;
    const QString list = QString::fromStdString(text);
    if (!names.match(list).hasMatch()) {
        return text == "infinite"
                   ? QCoreApplication::translate("sluice::SentenceText", "infinite").toStdString()
                   : text;
    }
    QStringList each = list.section(QStringLiteral(" and "), 0, 0).split(QStringLiteral(", "));
    const QString last = list.section(QStringLiteral(" and "), 1);
    if (each.size() >= most) {
        return QCoreApplication::translate("sluice::SentenceText", "%1 … %2 (%3 in all)")
            .arg(each.front(), last)
            .arg(each.size() + 1)
            .toStdString();
    }
    return QCoreApplication::translate("sluice::SentenceText", "%1 and %2")
        .arg(each.join(QStringLiteral(", ")), last)
        .toStdString();
}

} // namespace

QString sentenceText(const Sentence& sentence)
{
    Sentence brief = sentence;
    std::ranges::transform(brief.texts, brief.texts.begin(), shortened);
    const std::string others = otherPoints(furtherPointsOf(brief)).toStdString();
    return QString::fromStdString(
        filledIn(SentenceText::tr(patternOf(brief.statement)).toStdString(), brief, others));
}

} // namespace sluice
