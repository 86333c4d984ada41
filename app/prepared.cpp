// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepared.h"

#include "app/failure.h"
#include "app/output.h"
#include "app/progress_line.h"
#include "app/unknown_name.h"
#include "core/analysis/appended_loss.h"
#include "core/experiment/sweep_cache.h"
#include "core/experiment/variant_texts.h"
#include "core/gradient/gate.h"

#include <exception>
#include <iomanip>
#include <sstream>
#include <utility>

namespace sluice {
namespace {

bool shapesExperiment(const ComputingOptions& options)
{
    return !options.gates.empty() || !options.settings.empty() || options.withRespectTo || options.output ||
           options.samples || options.points || options.from || options.to || options.differenceStep ||
           options.precision;
}

/// What an error of a computation is to the user: the command line's fault where options shape the
/// experiment, else the file's.
[[noreturn]] void blame(const ComputingOptions& options, const Source& source, const std::exception& error)
{
    if (shapesExperiment(options)) {
        throw CommandLineError(error.what());
    }
    throw InputError(source.name + ": error: " + error.what());
}

/// A graph that outgrows its limit while gradients are resolved is said of the output, to which they lead.
[[noreturn]] void refuseGraph(const Source& source, const Program& program, const GraphTooLarge& error)
{
    const auto* place = program.placeOf(program.output);
    const auto& text = source.experiment.text;
    const auto span = place != nullptr ? place->span : TextSpan{};
    const auto [line, column] = lineColumnAt(text, span.begin);
    const auto message =
        std::string(error.what()) +
        " once its gradients are resolved: differentiate fewer times, or a shorter expression";
    throw InputError(
        formatted({Severity::error, Phrase::verbatim(message), span, line, column}, source.name, text));
}

[[noreturn]] void refuseGate(const Gate& gate, const Program& program)
{
    std::vector<std::string> names;
    if (gate.user) {
        for (const auto& edge : edgesOf(program)) {
            names.push_back(edge.name);
        }
    } else {
        for (const auto& place : program.places) {
            names.push_back(place.name);
        }
    }
    throw CommandLineError(unknownName(gate.user ? "edge" : "place", targetOf(gate), names));
}

/// Gates without effect are accepted, and so are those of a file whose place is gone; both are worth a word.
void noteEffects(const Prepared& prepared, const ComputingOptions& options)
{
    for (const auto& effects : prepared.computation.effects()) {
        for (const auto& effect : effects) {
            if (effect.notFound) {
                const auto gate = parseGate(effect.gate);
                if (!options.gates.empty() && gate) {
                    refuseGate(*gate, prepared.program);
                }
                printNote("the gate " + effect.gate + " is left out: the text has no such place");
            } else if (effect.changesNothing) {
                printNote("the gate " + effect.gate + " changes nothing: " + inEnglish(effect.reason));
            }
        }
    }
}

/// The text goes on with the loss, which takes the place of the output.
void append(const std::string& loss, const ComputingOptions& options, Source& source, Program& program)
{
    if (options.output) {
        throw CommandLineError("--loss makes the loss the output; leave out --output");
    }
    try {
        const auto programs = programsOf(std::make_shared<const Program>(program), source.experiment);
        for (std::size_t v = 0; v < programs.variants.size(); ++v) {
            if (auto& text = source.experiment.variants[v].text) {
                text = appendLoss(*text, *programs.variants[v], loss).text;
            }
        }
        source.experiment.text = appendLoss(source.experiment.text, program, loss).text;
    } catch (const LossError& error) {
        throw CommandLineError(error.what());
    } catch (const ExperimentError& error) {
        throw InputError(source.name + ": error: " + error.what());
    }
    source.experiment.output.reset();
    program = readProgram(source, Notes::silent);
}

Computation computationOf(const ComputingOptions& options, const Source& source, const Program& program,
                          const Experiment& experiment)
{
    try {
        return {program, experiment};
    } catch (const ExperimentError& error) {
        // Where the file alone can't be computed either, it is the file's fault.
        static_cast<void>(computationOf(source, program));
        blame(options, source, error);
    } catch (const GraphTooLarge& error) {
        refuseGraph(source, program, error);
    }
}

/// More samples than are kept leave their quantiles a little uncertain.
void noteRankError(const Curves& curves)
{
    if (curves.rankError == 0.0)
        return;
    std::ostringstream note;
    note << curves.samples << " samples of a point are not kept; their quantiles are those of ranks within "
         << std::setprecision(2) << 100.0 * curves.rankError << " % (one standard deviation)";
    printNote(note.str());
}

} // namespace

Computation computationOf(const Source& source, const Program& program)
{
    try {
        return {program, source.experiment};
    } catch (const ExperimentError& error) {
        throw InputError(source.name + ": error: " + error.what());
    } catch (const GraphTooLarge& error) {
        refuseGraph(source, program, error);
    }
}

Prepared prepare(const ComputingOptions& options)
{
    auto source = load(options.file);
    auto program = readProgram(source, Notes::printed);
    if (options.loss) {
        append(*options.loss, options, source, program);
    }
    auto experiment = changed(source.experiment, options, program);
    auto computation = computationOf(options, source, program, experiment);
    Prepared prepared{std::move(source), std::move(program), std::move(experiment), std::move(computation)};
    noteEffects(prepared, options);
    return prepared;
}

namespace {

Curves computedCurves(const Computation& computation)
{
    ProgressLine line("computing");
    SweepCache cache;
    return computation.sweep({.cache = &cache, .progress = [&](double share) { line.show(share); }}).value();
}

} // namespace

Curves sweepOf(const Prepared& prepared, const ComputingOptions& options)
{
    try {
        Curves curves = computedCurves(prepared.computation);
        noteRankError(curves);
        return curves;
    } catch (const ExperimentError& error) {
        blame(options, prepared.source, error);
    }
}

PointValues valuesOf(const Prepared& prepared, const ComputingOptions& options, std::span<const double> at,
                     const Computation::GivenDraws& draws)
{
    try {
        return prepared.computation.evaluate(at, draws);
    } catch (const ExperimentError& error) {
        blame(options, prepared.source, error);
    }
}

Advice adviceOf(const Prepared& prepared, const ComputingOptions& options, const AdviceOptions& wanted)
{
    try {
        return advise(prepared.program, prepared.experiment, wanted).value();
    } catch (const ExperimentError& error) {
        blame(options, prepared.source, error);
    } catch (const GraphTooLarge& error) {
        refuseGraph(prepared.source, prepared.program, error);
    }
}

Attribution attributionOf(const Prepared& prepared, const ComputingOptions& options,
                          const AttributionOptions& wanted, std::optional<std::size_t> variant)
{
    try {
        if (variant && prepared.experiment.variants.at(*variant).text) {
            const auto lone = loneVariant(prepared.program, prepared.experiment, *variant);
            return attribute(*lone.program, lone.experiment, wanted).value();
        }
        return attribute(prepared.program, prepared.experiment, wanted).value();
    } catch (const ExperimentError& error) {
        blame(options, prepared.source, error);
    } catch (const GraphTooLarge& error) {
        refuseGraph(prepared.source, prepared.program, error);
    }
}

} // namespace sluice
