// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_explanations.h"

#include "app/numbers.h"
#include "app/print_shares.h"
#include "app/table.h"
#include "core/experiment/json.h"

#include <algorithm>
#include <cstddef>

namespace sluice {
namespace {

constexpr auto indent = "  ";

std::string joined(const std::vector<std::string>& texts, const char* between)
{
    std::string text;
    for (const auto& part : texts) {
        text += (&part == texts.data() ? "" : between) + part;
    }
    return text;
}

/// Formulas of more than one factor stand in brackets in a product.
std::string asFactor(const std::string& formula)
{
    return formula.find_first_of(" /*-") == std::string::npos ? formula : "(" + formula + ")";
}

std::string productText(const Derivation& derivation, const Path& path)
{
    std::string text;
    for (const auto number : path.factors) {
        const auto& factor = derivation.factors[number];
        text += (text.empty() ? "" : " * ") + asFactor(factor.text);
        if (factor.gate) {
            text += " [" + *factor.gate + "]";
        }
    }
    return (text.empty() ? "1" : text) + (path.isStopped ? "   (stopped: counts for nothing)" : "");
}

std::string_view wordFor(Passage passage)
{
    switch (passage) {
    case Passage::stopped:
        return "stopped by ";
    case Passage::replaced:
        return "replaced by ";
    case Passage::open:
        break;
    }
    return "";
}

Row rowOf(const Factor& factor)
{
    return {"d" + factor.of + "/d" + factor.by, factor.text,
            factor.noise.empty() ? "-" : joined(factor.noise, ", "),
            factor.gate ? std::string(wordFor(factor.passage)) + *factor.gate : std::string("-")};
}

std::string reasonOf(Doubt doubt)
{
    switch (doubt) {
    case Doubt::rounding:
        return " (rounding hides it)";
    case Doubt::nothingFinite:
        return " (no sample is finite)";
    case Doubt::notFiniteInSome:
        return " (for some draws it is not finite)";
    case Doubt::none:
        break;
    }
    return {};
}

std::string exceptionText(const std::vector<std::string>& formulas)
{
    return formulas.empty() ? std::string() : ", except where " + anyOf(formulas) + " = 0";
}

std::string equalityText(const Verdict& verdict)
{
    if (verdict.equalsNoiseFree == Certainty::no) {
        return verdict.equalityDoubt == Doubt::none ? "no" : "can't tell" + reasonOf(verdict.equalityDoubt);
    }
    return "yes, " + std::string(nameOf(verdict.equalsNoiseFree)) +
           exceptionText(verdict.equalExceptWhereZero);
}

std::string verdictText(const Verdict& verdict)
{
    std::string text(verdictName(verdict.noiseFree));
    if (verdict.noiseDoubt != Doubt::none) {
        text = "can't tell" + reasonOf(verdict.noiseDoubt);
    } else if (verdict.noiseFree == Certainty::no) {
        text += ": " + joined(verdict.sources, ", ");
    } else {
        text += " to be free of noise" + exceptionText(verdict.exceptWhereZero);
    }
    return text + (verdict.isDisconnected ? "; disconnected" : "");
}

std::string explanationAsTable(const AttributedExplanation& attributed, const std::string& input,
                               const std::string& output)
{
    const auto& explanation = attributed.explanation;
    const auto& derivation = explanation.derivation;
    std::string text =
        explanation.name + "\n" + indent + "verdict: " + verdictText(explanation.verdict) + "\n" + indent +
        "equals the noise-free graph's gradient: " + equalityText(explanation.verdict) + "\n\n";
    if (!derivation.paths.empty()) {
        text += indent + ("d" + output + "/d" + input + " is the sum of\n");
        for (const auto& path : derivation.paths) {
            text += std::string(indent) + indent + productText(derivation, path) + '\n';
        }
        text += '\n';
    }
    if (!derivation.factors.empty()) {
        std::vector<Row> rows;
        std::ranges::transform(derivation.factors, std::back_inserter(rows), rowOf);
        text += leftAligned({"factor", "formula", "noise", "gate"}, rows, indent) + '\n';
    }
    if (!attributed.attribution.sources.empty()) {
        text += indent + std::string("shares of the gradient's variance\n") +
                sharesAsTable(attributed.attribution, indent) + '\n';
    }
    for (const auto& sentence : explanation.sentences) {
        text += indent + inEnglish(sentence) + '\n';
    }
    return text;
}

Json factorAsJson(const Factor& factor)
{
    Json entry;
    entry["of"] = factor.of;
    entry["by"] = factor.by;
    entry["formula"] = factor.text;
    entry["noise"] = factor.noise;
    entry["gate"] = factor.gate ? Json(*factor.gate) : Json(nullptr);
    return entry;
}

Json sentencesAsJson(std::span<const Sentence> sentences)
{
    auto list = Json::array();
    for (const auto& sentence : sentences) {
        list.push_back(inEnglish(sentence));
    }
    return list;
}

Json doubtAsJson(Doubt doubt)
{
    return doubt == Doubt::none ? Json(nullptr) : Json(nameOf(doubt));
}

Json explanationAsJson(const AttributedExplanation& attributed)
{
    const auto& explanation = attributed.explanation;
    Json entry;
    entry["name"] = explanation.name;
    entry["verdict"] = verdictName(explanation.verdict.noiseFree);
    entry["sources"] = explanation.verdict.sources;
    entry["equals_noise_free"] = nameOf(explanation.verdict.equalsNoiseFree);
    entry["disconnected"] = explanation.verdict.isDisconnected;
    const auto& derivation = explanation.derivation;
    auto& paths = entry["paths"] = Json::array();
    for (const auto& path : derivation.paths) {
        auto factors = Json::array();
        for (const auto number : path.factors) {
            factors.push_back(factorAsJson(derivation.factors[number]));
        }
        paths.push_back({{"factors", std::move(factors)}});
    }
    // Where there are too many paths to list, the same by edges.
    if (derivation.pathCount > static_cast<double>(Derivation::maximumPaths)) {
        auto& edges = entry["edges"] = Json::array();
        for (const auto& factor : derivation.factors) {
            edges.push_back(factorAsJson(factor));
        }
    }
    entry["sentences"] = sentencesAsJson(explanation.sentences);
    entry["except_where_zero"] = explanation.verdict.exceptWhereZero;
    entry["equals_except_where_zero"] = explanation.verdict.equalExceptWhereZero;
    entry["undecided"] = doubtAsJson(explanation.verdict.noiseDoubt);
    entry["equality_undecided"] = doubtAsJson(explanation.verdict.equalityDoubt);
    return entry;
}

std::string numberOrDash(const std::optional<double>& value)
{
    return value ? numberText(*value) : "-";
}

std::string walkAsTable(const PointWalk& walk, const Derivation& derivation, const std::string& input)
{
    std::string text = indent + ("at " + input + " = " + numberText(walk.at) + ": value " +
                                 numberText(walk.value) + ", gradient " + numberText(walk.gradient) + "\n\n");
    std::vector<Row> nodes;
    for (const auto& node : walk.nodes) {
        nodes.push_back({node.name, numberText(node.value), numberOrDash(node.upstream)});
    }
    text += leftAligned({"node", "value", "upstream"}, nodes, indent) + '\n';
    std::vector<Row> factors;
    for (const auto& walked : walk.factors) {
        const auto& factor = derivation.factors[walked.factor];
        factors.push_back({"d" + factor.of + "/d" + factor.by, walked.text, numberText(walked.local),
                           numberOrDash(walked.upstream), numberOrDash(walked.flow)});
    }
    if (!factors.empty()) {
        text += leftAligned({"factor", "formula", "local", "upstream", "flows on"}, factors, indent) + '\n';
    }
    for (const auto& sentence : walk.sentences) {
        text += indent + inEnglish(sentence) + '\n';
    }
    return text;
}

Json optionalAsJson(const std::optional<double>& value)
{
    return value ? toJson(*value) : Json(nullptr);
}

Json walkAsJson(const PointWalk& walk, const Derivation& derivation)
{
    Json entry;
    entry["at"] = toJson(walk.at);
    entry["value"] = toJson(walk.value);
    entry["gradient"] = toJson(walk.gradient);
    auto& nodes = entry["nodes"] = Json::array();
    for (const auto& node : walk.nodes) {
        nodes.push_back({{"name", node.name},
                         {"value", toJson(node.value)},
                         {"upstream", optionalAsJson(node.upstream)}});
    }
    auto& factors = entry["factors"] = Json::array();
    for (const auto& walked : walk.factors) {
        auto factor = factorAsJson(derivation.factors[walked.factor]);
        factor["formula"] = walked.text;
        factor["local"] = toJson(walked.local);
        factor["upstream"] = optionalAsJson(walked.upstream);
        factor["flow"] = optionalAsJson(walked.flow);
        factors.push_back(std::move(factor));
    }
    entry["arose_at"] = walk.trouble ? Json(walk.trouble->node) : Json(nullptr);
    entry["sentences"] = sentencesAsJson(walk.sentences);
    return entry;
}

} // namespace

std::string explanationsAsTable(std::span<const AttributedExplanation> explanations, const std::string& input,
                                const std::string& output)
{
    std::string text;
    for (const auto& explanation : explanations) {
        text += (text.empty() ? "" : "\n") + explanationAsTable(explanation, input, output);
    }
    return text;
}

std::string explanationsAsJson(std::span<const AttributedExplanation> explanations)
{
    auto document = Json::array();
    std::ranges::transform(explanations, std::back_inserter(document), explanationAsJson);
    return lineOf(document);
}

std::string walksAsTable(std::span<const WalkedVariant> variants, const std::string& input)
{
    std::string text;
    for (const auto& variant : variants) {
        text += (text.empty() ? "" : "\n") + variant.name + '\n';
        for (const auto& walk : variant.walks) {
            text += walkAsTable(walk, variant.derivation, input);
        }
    }
    return text;
}

std::string walksAsJson(std::span<const WalkedVariant> variants)
{
    auto document = Json::array();
    for (const auto& variant : variants) {
        Json entry;
        entry["name"] = variant.name;
        auto& points = entry["points"] = Json::array();
        for (const auto& walk : variant.walks) {
            points.push_back(walkAsJson(walk, variant.derivation));
        }
        document.push_back(std::move(entry));
    }
    return lineOf(document);
}

} // namespace sluice
