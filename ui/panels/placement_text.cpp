// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/placement_text.h"

#include "ui/local_number.h"
#include "ui/panels/verdict_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace sluice {

namespace {

struct PlacementText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::PlacementText)
};

/// With its confidence interval.
QString biasSentence(const QString& sentence, const Bias& bias)
{
    const QString text = sentence.arg(biasText(bias));
    return bias.isTold() && bias.low < bias.high
               ? PlacementText::tr("%1 (95 %: %2 to %3)")
                     .arg(text, placementNumber(bias.low), placementNumber(bias.high))
               : text;
}

/// What each bias is against.
QStringList biasSentences(const Placement& placement)
{
    const auto sentence = [&](const char* pattern, GradientTarget target) {
        return biasSentence(PlacementText::tr(pattern), placement.biasAgainst(target));
    };
    return {sentence(QT_TRANSLATE_NOOP("sluice::PlacementText", "bias against the noise-free gradient: %1"),
                     GradientTarget::noiseFree),
            sentence(
                QT_TRANSLATE_NOOP("sluice::PlacementText", "bias against the gradient of the mean value: %1"),
                GradientTarget::gradientOfMean),
            sentence(QT_TRANSLATE_NOOP("sluice::PlacementText",
                                       "bias against the mean gradient without gates: %1"),
                     GradientTarget::pathwise)};
}

} // namespace

QString placementNumber(double value, int digits)
{
    if (std::isnan(value)) {
        return QStringLiteral("–");
    }
    return readableNumber(value, digits);
}

QString biasText(const Bias& bias, int digits)
{
    if (bias.isTold() || bias.points == 0 || bias.high == 0.0) {
        return placementNumber(bias.value, digits);
    }
    return QStringLiteral("< ") + placementNumber(bias.high, digits);
}

QString biasesText(const Placement& placement)
{
    return biasSentences(placement).join(QLatin1Char('\n'));
}

QString gatesText(const Gates& gates)
{
    if (gates.empty()) {
        return PlacementText::tr("no gates");
    }
    QStringList texts;
    for (const std::string& gate : gates) {
        texts << QString::fromStdString(gate);
    }
    return texts.join(QStringLiteral(", "));
}

QString exceptionText(const Placement& placement)
{
    if (placement.exceptWhereZero.empty()) {
        return {};
    }
    return PlacementText::tr("* %1: proved, except where %2 = 0")
        .arg(gatesText(placement.gates), anyIsZero(placement.exceptWhereZero));
}

QString placementToolTip(const Placement& placement)
{
    constexpr std::size_t mostLines = 12;
    QStringList lines{
        PlacementText::tr("%1: %2").arg(gatesText(placement.gates), placementVerdict(placement))};
    if (const QString exception = exceptionText(placement); !exception.isEmpty()) {
        lines << exception;
    }
    lines << biasSentences(placement);
    lines << PlacementText::tr("deviation %1, rmse %2, SNR %3, %4 nodes more")
                 .arg(placementNumber(placement.stddev), placementNumber(placement.rmse),
                      placementNumber(placement.snr), QString::number(placement.extraNodes));
    for (std::size_t i = 0; i < placement.equivalents.size() && i < mostLines; ++i) {
        lines << PlacementText::tr("the same: %1").arg(gatesText(placement.equivalents[i]));
    }
    if (placement.equivalents.size() > mostLines) {
        lines << PlacementText::tr("and %1 more").arg(placement.equivalents.size() - mostLines);
    }
    lines << PlacementText::tr("A click tries it as a new variant.");
    return lines.join(QLatin1Char('\n'));
}

QString placementVerdict(const Placement& placement)
{
    const QString star = placement.exceptWhereZero.empty() ? QString() : QStringLiteral("*");
    const QString word = verdictWord(placement.noiseFree, placement.isDisconnected) + star;
    const bool isOther = !placement.isDisconnected && placement.noiseFree != Certainty::no &&
                         placement.matchesNoiseFreeGradient == Certainty::no;
    return isOther ? PlacementText::tr("%1, biased").arg(word) : word;
}

} // namespace sluice
