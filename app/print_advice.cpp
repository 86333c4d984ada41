// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_advice.h"

#include "app/json.h"
#include "app/numbers.h"
#include "app/table.h"

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

/// The first few of the placements with the same gradient.
std::string equivalentsOf(const Placement& placement)
{
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < placement.equivalents.size() && i < most; ++i) {
        text += (text.empty() ? "" : "; ") + joined(placement.equivalents[i], ", ");
    }
    const auto count = placement.equivalents.size();
    return count > most ? text + "; and " + std::to_string(count - most) + " more" : text;
}

std::string biasText(const Bias& bias)
{
    if (bias.isTold() || bias.points == 0) {
        return numberText(bias.value);
    }
    return bias.high == 0.0 ? "0" : "can't tell, below " + numberText(bias.high);
}

std::string summaryOf(const Advice& advice)
{
    const auto& best = advice.placements.front();
    if (!best.isCure()) {
        return "No placement gives the noise-free gradient.\n";
    }
    if (advice.ungated == 0) {
        return best.gates.empty() ? "No gate is needed: the gradient is the noise-free one already.\n"
                                  : "No further gate is needed.\n";
    }
    return "Best: " + nameOfPlacement(best) + ", which gives the noise-free gradient (" +
           std::string(nameOf(best.noiseFree)) + ").\n";
}

std::string placementsAsTable(const Advice& advice)
{
    std::vector<Row> rows;
    for (const auto& placement : advice.placements) {
        rows.push_back({nameOfPlacement(placement),
                        placement.isDisconnected ? "disconnected" : std::string(nameOf(placement.noiseFree)),
                        std::string(nameOf(placement.matchesNoiseFreeGradient)), numberText(placement.bias),
                        numberText(placement.stddev), numberText(placement.rmse), numberText(placement.snr),
                        biasText(placement.biasAgainst(GradientTarget::gradientOfMean)),
                        std::to_string(placement.extraNodes), equivalentsOf(placement)});
    }
    return aligned({"gates", "noise-free", "matches", "bias", "stddev", "rmse", "snr",
                    "bias against d/dx of the mean", "extra nodes", "the same gradient"},
                   rows);
}

std::string sharesAsTable(const Attribution& attribution)
{
    if (attribution.sources.empty()) {
        return {};
    }
    const auto percent = [](double share) { return numberText(std::round(1000.0 * share) / 10.0) + " %"; };
    const auto interval = [&](const Share& share) {
        return percent(share.low) + " to " + percent(share.high);
    };
    std::vector<Row> rows;
    for (const auto& source : attribution.sources) {
        rows.push_back({source.source, percent(source.firstOrder.value), interval(source.firstOrder),
                        percent(source.total.value), interval(source.total)});
    }
    return "\nShares of the gradient's variance, without gates that are not there yet\n" +
           aligned({"source", "by itself", "within", "with all others", "within"}, rows);
}

std::string depthsAsTable(const Advice& advice)
{
    if (advice.depths.size() < 2) {
        return {};
    }
    std::vector<Row> rows;
    for (const auto& depth : advice.depths) {
        const auto& placement = advice.placements[depth.placement];
        rows.push_back({std::to_string(depth.depth), depth.place, numberText(placement.bias),
                        numberText(placement.stddev), numberText(placement.rmse)});
    }
    return "\nA clean gate by its depth, from " + advice.input + " to " + advice.output + '\n' +
           aligned({"depth", "place", "bias", "stddev", "rmse"}, rows);
}

/// Every placement by itself, with the number of its group; not what was there before.
template <class Use>
void forEachPlacement(const Advice& advice, const Use& use)
{
    for (std::size_t group = 0; group < advice.placements.size(); ++group) {
        const auto& placement = advice.placements[group];
        if (group != advice.ungated) {
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
    json["bias_against_noise_free"] = jsonOf(placement.biasAgainst(GradientTarget::noiseFree));
    json["bias_against_gradient_of_mean"] = jsonOf(placement.biasAgainst(GradientTarget::gradientOfMean));
    json["bias_against_pathwise"] = jsonOf(placement.biasAgainst(GradientTarget::pathwise));
    return json;
}

} // namespace

std::string adviceAsTable(const Advice& advice, const Attribution& attribution)
{
    return "Gates for the gradient of " + advice.output + " by " + advice.input + ", best first\n" +
           summaryOf(advice) + '\n' + placementsAsTable(advice) + sharesAsTable(attribution) +
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
