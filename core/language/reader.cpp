// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/reader.h"

#include "core/language/characters.h"
#include "core/language/parser.h"
#include "core/operations/table.h"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

namespace sluice {

namespace {

void collectNames(const syntax::Expression& expression, std::set<std::string_view>& names)
{
    if (const auto* name = expression.as<syntax::Name>())
        names.insert(name->name);
    if (const auto* sign = expression.as<syntax::Sign>())
        collectNames(*sign->operand, names);
    if (const auto* chain = expression.as<syntax::Chain>()) {
        collectNames(*chain->first, names);
        for (const syntax::Chain::Link& link : chain->links)
            collectNames(*link.operand, names);
    }
}

/// The names in `range(…)` behind `for`, in all blocks.
void collectLoopBounds(const syntax::Block& block, std::set<std::string_view>& names)
{
    for (const syntax::Statement& statement : block) {
        if (const auto* with = std::get_if<syntax::With>(&statement.form))
            collectLoopBounds(with->body, names);
        if (const auto* function = std::get_if<syntax::Function>(&statement.form))
            collectLoopBounds(function->body, names);
        const auto* loop = std::get_if<syntax::For>(&statement.form);
        if (!loop)
            continue;
        collectLoopBounds(loop->body, names);
        if (const auto* call = loop->iterable->as<syntax::Call>())
            for (const syntax::CallArgument& argument : call->arguments)
                collectNames(*argument.value, names);
    }
}

/// What keeps a text from being read at all.
bool isReadable(std::string_view text, Messages& messages)
{
    if (text.size() > maximumTextSize) {
        messages.error(
            {0, 0}, Phrase::of("the text is longer than 1 MiB, which is the limit: is this the right file?"));
        return false;
    }
    if (const auto binary = firstBinaryByte(text)) {
        messages.error({*binary, *binary + 1},
                       Phrase::of("this is no text: there is a byte here that UTF-8 text can't contain. "
                                  "Open a file with an expression, saved as UTF-8"));
        return false;
    }
    return true;
}

} // namespace

Reader::Reader(std::string_view text, Messages& messages)
    : m_text(text), m_messages(messages), m_statements(parse(text, messages, m_identifiers))
{
    collectLoopBounds(m_statements, m_loopBounds);
}

Reader::~Reader()
{
    for (const std::weak_ptr<Scope>& remembered : m_rememberedScopes)
        if (const auto scope = remembered.lock())
            scope->clear();
}

std::optional<Program> Reader::read()
{
    if (m_statements.empty() && m_messages.errorCount() == 0) {
        m_messages.error(
            {0, 0},
            Phrase::of(
                "there is no expression here: write, for example, `x = input(-2, 2)` and `z = sqrt(x**2)`"));
        return std::nullopt;
    }
    try {
        if (execute(m_statements))
            m_messages.error(m_statements.back().span, Phrase::of("`return` stands outside of a function"));
        if (m_messages.errorCount() == 0)
            return finish();
    } catch (const GraphTooLarge& problem) {
        m_messages.error(m_here, Phrase::of("this makes more than %1 operations, which is the limit",
                                            {std::to_string(problem.limit())}));
    } catch (const LimitReached&) {
        // It has been reported where it was reached.
    }
    return std::nullopt;
}

std::optional<Program> Reader::finish()
{
    const TextSpan end = m_statements.back().span;
    const std::vector<NodeId> assigned = m_naming.assignedNodes();
    const auto choice = chooseOutput(m_graph, m_output, m_requests, assigned);
    if (!choice) {
        const TextSpan span = m_valueless ? m_valueless->first : end;
        const Phrase nothing =
            Phrase::of("nothing is computed here: assign an expression to a name, as in `z = sqrt(x**2)`, "
                       "or name the output with `output(z)`");
        m_messages.error(span, m_valueless ? Phrase::of("this is %1, and %2", {m_valueless->second, nothing})
                                           : nothing);
        return std::nullopt;
    }
    if (m_inputs.empty() && m_parameterOfNode.empty()) {
        m_messages.error(end, Phrase::of("there is nothing to sweep: add an input, as in `x = input(-2, 2)`, "
                                         "or a parameter, as in `a = 0.5`"));
        return std::nullopt;
    }
    Program program;
    nameVariablesAndDraws(program);
    program.output = choice->output;
    program.outputName = program.placeName(choice->output);
    program.withRespectTo =
        !program.inputs.empty() ? program.inputs.front().name : program.parameters.front().name;
    if (choice->by) {
        const NodeId by = withoutIdentities(m_graph, *choice->by);
        if (m_graph[by].operation->role == Role::variable)
            program.withRespectTo = program.placeName(by);
        else if (choice->request)
            m_messages.note(choice->request->span,
                            Phrase::of("this gradient is not taken by an input or parameter: what is shown "
                                       "is the gradient by %1; "
                                       "`output(…)` of this gradient shows it itself",
                                       {quoted(program.withRespectTo)}));
    }
    choosePointsOfInterest(program);
    return program;
}

void Reader::nameVariablesAndDraws(Program& program) const
{
    std::map<NodeId, std::string> names;
    program.places = m_naming.places();
    std::size_t nameless = 0;
    for (const NoiseDraft& draft : m_noise) {
        NoiseSource source = draft.source;
        if (draft.definition) {
            source.name = m_naming.nameOf(*draft.definition);
        } else {
            do
                source.name = "noise#" + std::to_string(++nameless);
            while (m_naming.isTaken(source.name));
        }
        names[m_graph[source.node].operandIds[0]] = source.name;
        program.sources.push_back(std::move(source));
    }
    for (const InputDraft& draft : m_inputs) {
        Input input{m_naming.nameOf(draft.definition), draft.node, draft.input.low, draft.input.high, 0.0};
        input.held = draft.input.held.value_or(input.low / 2 + input.high / 2);
        names[draft.node] = input.name;
        program.inputs.push_back(std::move(input));
    }
    for (const ParameterDraft& draft : m_parameters) {
        if (draft.isInput)
            continue;
        program.parameters.push_back({m_naming.nameOf(draft.definition), draft.node, draft.literal});
        names[draft.node] = program.parameters.back().name;
    }

    for (std::size_t i = 0; i < m_graph.size(); ++i) {
        const NodeId id{static_cast<std::uint32_t>(i)};
        const Node& node = m_graph[id];
        if (node.operation->role == Role::variable)
            program.graph.appendVariable(names.at(id));
        else if (node.operation->role == Role::draw)
            program.graph.appendDraw(*node.operation, names.at(id));
        else
            program.graph.appendCopy(m_graph, id, node.operands());
    }
    program.indexPlaces();
    for (const NoiseSource& source : program.sources)
        if (const auto place = program.placeNumbers.find(source.node); place != program.placeNumbers.end())
            if (Place& named = program.places[place->second]; named.name != source.name)
                named.otherNames.push_back(source.name);
}

void Reader::choosePointsOfInterest(Program& program) const
{
    for (const InputDraft& draft : m_inputs)
        if (!draft.input.points.empty() && m_naming.nameOf(draft.definition) == program.withRespectTo)
            program.pointsOfInterest = {program.withRespectTo, draft.input.points};
}

Reading read(std::string_view text)
{
    Messages messages;
    Reading reading;
    if (isReadable(text, messages))
        reading.program = Reader(text, messages).read();
    reading.diagnostics = messages.inTextOrder(text);
    return reading;
}

} // namespace sluice
