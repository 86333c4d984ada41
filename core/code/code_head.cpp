// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/code_head.h"

#include "core/code/conventions.h"
#include "core/gradient/gate.h"
#include "core/operations/operation.h"

#include <algorithm>
#include <sstream>
#include <vector>

namespace sluice {

namespace {

constexpr std::size_t lineLength = 100;

/// A paragraph, broken into lines; those after the first are indented.
std::string paragraphOf(const std::string& paragraph, std::string_view first, std::string_view later)
{
    std::string text;
    std::string line(first);
    std::istringstream words(paragraph);
    bool isEmpty = true;
    for (std::string word; words >> word;) {
        if (!isEmpty && line.size() + 1 + word.size() > lineLength) {
            text += line + '\n';
            line = later;
            isEmpty = true;
        }
        line += (isEmpty ? "" : " ") + word;
        isEmpty = false;
    }
    return text + line + '\n';
}

std::string_view frameworkName(CodeTarget target)
{
    switch (target) {
    case CodeTarget::keras:
        return "Keras";
    case CodeTarget::pytorch:
        return "PyTorch";
    case CodeTarget::jax:
        return "JAX";
    case CodeTarget::tensorflow1:
    case CodeTarget::tensorflow:
        break;
    }
    return "TensorFlow";
}

std::vector<Framework> conventionsOf(CodeTarget target)
{
    switch (target) {
    case CodeTarget::keras:
        return {Framework::tensorflow, Framework::pytorch, Framework::jax};
    case CodeTarget::pytorch:
        return {Framework::pytorch};
    case CodeTarget::jax:
        return {Framework::jax};
    case CodeTarget::tensorflow1:
    case CodeTarget::tensorflow:
        break;
    }
    return {Framework::tensorflow};
}

std::string_view displayName(Framework framework)
{
    switch (framework) {
    case Framework::pytorch:
        return "PyTorch";
    case Framework::jax:
        return "JAX";
    case Framework::tensorflow:
        break;
    }
    return "TensorFlow";
}

std::string sentenceOf(const std::string& text)
{
    const auto gate = parseGate(text);
    if (!gate)
        return "`" + text + "` is no gate, and is left out.";
    const std::string where =
        gate->user ? "the use of " + gate->place + " by " + *gate->user : "every use of " + gate->place;
    if (gate->kind == GateKind::stop)
        return "`" + text + "`: " + where + " keeps its value, and no gradient flows back through it.";
    return "`" + text + "`: " + where +
           " keeps its noisy value; the gradient flows back through its "
           "noise-free counterpart instead, the same expression with every source of noise at its nominal "
           "value.";
}

bool usesRole(const CodeGraph& graph, Role role)
{
    for (std::size_t i = 0; i < graph.isNeeded.size(); ++i)
        if (graph.isNeeded[i] && graph.graph.nodes()[i].operation->role == role)
            return true;
    return false;
}

std::string ofNoise(const CodeContents& contents)
{
    const CodeGraph& graph = contents.graph;
    if (graph.sources.empty())
        return {};
    if (graph.gradientSources.empty())
        return "The gradient is free of noise: no source of noise reaches it.";
    std::string list;
    for (const std::string& source : graph.gradientSources)
        list.append(list.empty() ? "" : ", ").append(source);
    return "The gradient is computed from noise, that of: " + list + ".";
}

/// What the file can't promise once it is compiled together with something else.
std::string ofOptimizer(CodeTarget target)
{
    constexpr std::string_view rounds =
        " may reorder sums and products, by what surrounds them: last bits may change, gates or no gates.";
    if (target == CodeTarget::tensorflow1)
        return "The graph optimizer of a session, which `compute` turns off," + std::string(rounds);
    const std::string_view compiler = target == CodeTarget::jax       ? "`jax.jit`"
                                      : target == CodeTarget::pytorch ? "`torch.compile`"
                                                                      : "`tf.function`";
    return std::string(compiler) + std::string(rounds);
}

std::string ofForm(const CodeContents& contents)
{
    if (contents.request.form == CodeForm::exact && contents.request.target != CodeTarget::keras)
        return "The forward value is the noisy one bit for bit: where forward and backward differ, the "
               "framework's own mechanism (`surrogate`) keeps them apart. " +
               ofOptimizer(contents.request.target);
    if (contents.request.target == CodeTarget::tensorflow1)
        return "`stop_gradient(forward - backward) + backward` rounds: the forward value may be off by about "
               "1e-16 "
               "(in single precision 6e-8) of the larger of |forward| and |backward|, which matters where "
               "|backward| "
               "is much larger than |forward|. The form `exact` doesn't round.";
    return "Where forward and backward differ, `stop_gradient(forward) + (backward - "
           "stop_gradient(backward))` adds 0: "
           "the forward value is the noisy one bit for bit (but -0 becomes 0), unless backward is infinite "
           "or not a "
           "number, which then spoils it.";
}

std::string ofConventions(const CodeContents& contents)
{
    const auto names = operationsOfOtherConvention(contents.graph, conventionsOf(contents.request.target));
    if (names.empty())
        return {};
    std::string list;
    for (const std::string_view name : names)
        list.append(list.empty() ? "" : ", ").append(name);
    return "At a kink, a bound, a tie or 0 the derivative is a convention. Sluice followed " +
           std::string(displayName(contents.graph.semantics)) + "; " +
           (contents.request.target == CodeTarget::keras
                ? std::string("on another backend Keras' convention differs")
                : std::string(frameworkName(contents.request.target)) +
                      "'s own, which this file uses, differs") +
           " in: " + list + ".";
}

std::string ofDisconnection(const CodeContents& contents)
{
    if (!contents.graph.isDisconnected)
        return {};
    const std::string between = contents.graph.outputName + " to " + contents.graph.byName;
    return "No path carries a gradient from " + between +
           ": it is 0 everywhere. TensorFlow's own word for it is None, PyTorch's an error, JAX's 0; this "
           "file "
           "gives 0.";
}

std::vector<std::string> warningsOf(const CodeContents& contents)
{
    const CodeGraph& graph = contents.graph;
    std::vector<std::string> found;
    if (!graph.sources.empty())
        found.emplace_back(
            contents.request.target == CodeTarget::tensorflow1
                ? "Fetch value and gradient in one run of the session: every run draws anew."
                : "Draw once, and compute value and gradient from the same draws: two draws are two "
                  "different functions.");
    if (usesRole(graph, Role::surrogate))
        found.push_back(ofForm(contents));
    if (usesRole(graph, Role::customGradient) && contents.request.target == CodeTarget::jax)
        found.emplace_back(
            "A rule of its own for the gradient (`replaced_gradient`) has no forward mode: use "
            "jax.grad or jax.vjp, not jax.jvp.");
    found.push_back(ofDisconnection(contents));
    found.push_back(ofConventions(contents));
    if (contents.experiment.noise == NoiseAlongSweep::shared && !graph.sources.empty())
        found.emplace_back(
            "The experiment draws once for the whole sweep; `draw` draws anew for each element. Give "
            "every element the same number for the former.");
    std::erase(found, std::string());
    return found;
}

} // namespace

std::string codeHead(const CodeContents& contents)
{
    const CodeGraph& graph = contents.graph;
    std::string head = graph.outputName + " as a function of " + graph.byName +
                       ", and its gradient (variant: " + contents.variant.name + ").\n\n";
    const std::string framework(frameworkName(contents.request.target));
    head += paragraphOf(
        "`draw` draws the noise first, as named standard draws. `value` is a pure function of the input, "
        "the held parameters and these draws; " +
            framework + " differentiates it, in `value_and_gradient`.",
        "", "");
    head += '\n';
    if (contents.variant.gates.empty())
        head += "- No gate changes the gradient: it is that of the expression as it is written.\n";
    for (const std::string& gate : contents.variant.gates)
        head += paragraphOf(sentenceOf(gate), "- ", "  ");
    if (const std::string noise = ofNoise(contents); contents.request.remarks.empty() && !noise.empty())
        head += paragraphOf(noise, "- ", "  ");
    for (const std::string& remark : contents.request.remarks)
        head += paragraphOf(remark, "- ", "  ");
    if (const auto beware = warningsOf(contents); !beware.empty()) {
        head += "\nBeware:\n";
        for (const std::string& warning : beware)
            head += paragraphOf(warning, "- ", "  ");
    }
    head += '\n' + paragraphOf("Written by " + contents.request.madeBy + " with the conventions of " +
                                   std::string(displayName(contents.experiment.semantics)) + ".",
                               "", "");
    return head;
}

} // namespace sluice
