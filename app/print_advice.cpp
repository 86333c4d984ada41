// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_advice.h"

#include "app/numbers.h"
#include "app/print_shares.h"
#include "app/table.h"
#include "core/analysis/sentence.h"
#include "core/experiment/comma_separated.h"
#include "core/experiment/json.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace sluice {
namespace {

std::string joined(const Gates& gates, std::string_view separator)
{
    std::string text;
    for (const auto& gate : gates) {
        text.append(text.empty() ? "" : separator).append(gate);
    }
    return text;
}

std::string nameOfPlacement(const Placement& placement)
{
    return nameOfGates(placement.gates);
}

/// As many of the placements with the same gradient as fit in a narrow column.
std::string equivalentsOf(const Placement& placement)
{
    constexpr std::size_t widest = 36;
    std::string text;
    std::size_t left = placement.equivalents.size();
    for (const auto& gates : placement.equivalents) {
        const auto longer = text + (text.empty() ? "" : "; ") + joined(gates, ", ");
        if (widthOf(longer) > widest) {
            break;
        }
        text = longer;
        --left;
    }
    if (left == 0) {
        return text;
    }
    return text.empty() ? std::to_string(left) + (left == 1 ? " other" : " others")
                        : text + "; and " + std::to_string(left) + " more";
}

/// Of the gradient against that of the mean value. Samples that all agree set no bound for what they don't
/// show: something that happens once in a million draws.
std::string biasText(const Bias& bias, bool isMeasured)
{
    if (bias.isTold() || bias.points == 0) {
        return shortNumberText(bias.value);
    }
    if (bias.high > 0.0) {
        return "< " + shortNumberText(bias.high);
    }
    return isMeasured ? "0 seen" : "0";
}

/// "proved, except where x**2*u = 0"
std::string certaintyOf(const Placement& best)
{
    const bool isProved =
        best.noiseFree == Certainty::proved && best.matchesNoiseFreeGradient == Certainty::proved;
    std::string text(nameOf(isProved ? Certainty::proved : Certainty::measured));
    if (best.exceptWhereZero.empty()) {
        return text;
    }
    return text + ", except where " + anyOf(best.exceptWhereZero) + " = 0";
}

/// A gradient that does not depend on the noise was seen whole at every point.
bool isZeroProved(const Placement& placement)
{
    return placement.isZeroEverywhere && placement.noiseFree == Certainty::proved &&
           placement.exceptWhereZero.empty();
}

std::string summaryOf(const Advice& advice)
{
    const auto& best = advice.placements.front();
    if (std::ranges::all_of(advice.placements, &Placement::isDisconnected)) {
        return "The gradient is disconnected: no gate connects it.\n";
    }
    if (!best.isCure()) {
        return "No placement gives the noise-free gradient.\n";
    }
    if (!best.isUsefulCure()) {
        return "No gate helps: " + (best.gates.empty() ? "without one" : "with " + nameOfPlacement(best)) +
               " the gradient is the noise-free one (" + certaintyOf(best) + "), and that is " +
               (best.points == 0     ? "finite at no point of the sweep"
                : isZeroProved(best) ? "0 at every point of the sweep"
                                     : "0 in every sample that was taken") +
               ".\n";
    }
    if (advice.ungated == 0) {
        return (best.gates.empty() ? "No gate is needed: the gradient is the noise-free one already ("
                                   : "No further gate is needed: the gradient is the noise-free one (") +
               certaintyOf(best) + ").\n";
    }
    return "Best: " + nameOfPlacement(best) + ", which gives the noise-free gradient (" + certaintyOf(best) +
           ").\n";
}

std::string placementsAsTable(const Advice& advice)
{
    std::vector<Row> rows;
    for (const auto& placement : advice.placements) {
        rows.push_back({nameOfPlacement(placement),
                        placement.isDisconnected ? "disconnected" : std::string(nameOf(placement.noiseFree)),
                        std::string(nameOf(placement.matchesNoiseFreeGradient)),
                        shortNumberText(placement.bias), shortNumberText(placement.stddev),
                        shortNumberText(placement.rmse), shortNumberText(placement.snr),
                        biasText(placement.biasAgainst(GradientTarget::gradientOfMean), advice.isValueNoisy),
                        std::to_string(placement.extraNodes), equivalentsOf(placement)});
    }
    using enum Alignment;
    return aligned({"gates", "noise-free", "matches", "bias", "stddev", "rmse", "snr", "mean bias", "nodes",
                    "the same gradient"},
                   rows, {left, left, left, right, right, right, right, right, right, left}) +
           "\nmatches, bias, rmse: against the noise-free gradient, bias with the sampling error of the mean "
           "in it;\nmean bias: against the gradient of the mean value, without that error, below a bound "
           "where "
           "the samples\ncan't tell it from 0, 0 seen where no sample shows any; nodes: beyond those without "
           "the gates\n";
}

std::string depthsAsTable(const Advice& advice)
{
    if (advice.depths.size() < 2) {
        return {};
    }
    std::vector<Row> rows;
    for (const auto& depth : advice.depths) {
        const auto& placement = advice.placements[depth.placement];
        rows.push_back({std::to_string(depth.depth), depth.place, shortNumberText(placement.bias),
                        shortNumberText(placement.stddev), shortNumberText(placement.rmse)});
    }
    using enum Alignment;
    return "\nA clean gate by its depth, from " + advice.input + " to " + advice.output + '\n' +
           aligned({"depth", "place", "bias", "stddev", "rmse"}, rows, {right, left, right, right, right});
}

/// Every placement by itself, with the number of its group; not what was there before.
template <class Use>
void forEachPlacement(const Advice& advice, const Use& use)
{
    for (std::size_t group = 0; group < advice.placements.size(); ++group) {
        const auto& placement = advice.placements[group];
        // Without gates only where that is the best: then none is needed.
        if (group != advice.ungated || (group == 0 && placement.isCure())) {
            use(placement, placement.gates, group + 1);
        }
        for (const auto& gates : placement.equivalents) {
            use(placement, gates, group + 1);
        }
    }
}

Json jsonOf(const Bias& bias)
{
    Json json;
    json["value"] = toJson(bias.value);
    json["low"] = toJson(bias.low);
    json["high"] = toJson(bias.high);
    json["points"] = bias.points;
    return json;
}

Json jsonOf(const Placement& placement, const Gates& gates, std::size_t group)
{
    Json json;
    json["gates"] = gates;
    json["noise_free"] = nameOf(placement.noiseFree);
    json["matches_noise_free_gradient"] = placement.matchesNoiseFreeGradient != Certainty::no;
    json["bias"] = toJson(placement.bias);
    json["stddev"] = toJson(placement.stddev);
    json["rmse"] = toJson(placement.rmse);
    json["points"] = placement.points;
    json["disconnected"] = placement.isDisconnected;
    json["snr"] = toJson(placement.snr);
    json["extra_nodes"] = placement.extraNodes;
    json["group"] = group;
    json["except_where_zero"] = placement.exceptWhereZero;
    json["bias_against_noise_free"] = jsonOf(placement.biasAgainst(GradientTarget::noiseFree));
    json["bias_against_gradient_of_mean"] = jsonOf(placement.biasAgainst(GradientTarget::gradientOfMean));
    json["bias_against_pathwise"] = jsonOf(placement.biasAgainst(GradientTarget::pathwise));
    return json;
}

} // namespace

std::string adviceAsTable(const Advice& advice, const Attribution& attribution)
{
    // Where there is no noise, the shares would be those of rounding errors.
    const bool isNoisy = advice.placements[advice.ungated].noiseFree == Certainty::no;
    return "Gates for the gradient of " + advice.output + " by " + advice.input + ", best first\n" +
           summaryOf(advice) + '\n' + placementsAsTable(advice) +
           (isNoisy ? "\nShares of the gradient's variance, without gates that are not there yet\n" +
                          sharesAsTable(attribution)
                    : std::string()) +
           depthsAsTable(advice);
}

std::string adviceAsJson(const Advice& advice)
{
    auto document = Json::array();
    forEachPlacement(advice, [&](const Placement& placement, const Gates& gates, std::size_t group) {
        document.push_back(jsonOf(placement, gates, group));
    });
    return lineOf(document);
}

std::string adviceAsCsv(const Advice& advice)
{
    std::string text = commaSeparated({"gates", "noise_free", "matches_noise_free_gradient", "bias", "stddev",
                                       "rmse", "points", "disconnected", "snr", "extra_nodes", "group"});
    forEachPlacement(advice, [&](const Placement& placement, const Gates& gates, std::size_t group) {
        text += commaSeparated({joined(gates, " "), std::string(nameOf(placement.noiseFree)),
                                placement.matchesNoiseFreeGradient != Certainty::no ? "true" : "false",
                                numberText(placement.bias), numberText(placement.stddev),
                                numberText(placement.rmse), std::to_string(placement.points),
                                placement.isDisconnected ? "true" : "false", numberText(placement.snr),
                                std::to_string(placement.extraNodes), std::to_string(group)});
    });
    return text;
}

} // namespace sluice
