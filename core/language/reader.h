// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/framework_calls.h"
#include "core/language/identifiers.h"
#include "core/language/messages.h"
#include "core/language/naming.h"
#include "core/language/output_choice.h"
#include "core/language/program.h"
#include "core/language/value.h"
#include "core/operations/operation.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice {

/// A call in the text, after it is clear whose function it means.
struct CallSite
{
    const syntax::Call& call;
    /// The value before the dot, where the call is a method.
    const syntax::Expression* object = nullptr;
    std::optional<Value> receiver;
    std::string_view name;
    TextSpan nameSpan;
    Origin origin = Origin::bare;
    TextSpan span;
    /// The namespace right before the name, if any.
    std::string_view space = {};
};

/// An argument before it is evaluated: in the text, or the value that a method is called on.
struct GivenArgument
{
    const syntax::Expression* expression = nullptr;
    const Value* value = nullptr;

    [[nodiscard]] explicit operator bool() const { return expression != nullptr || value != nullptr; }
};

/// What a call takes in one place: its keywords, the first of which names it in messages.
struct Slot
{
    std::string_view names;
    bool isDropped = false;
};

/// Thrown where a limit of the language is reached, after it has been reported.
struct LimitReached
{
};

/// Executes the statements of a text: every operation that Python would compute becomes a node.
class Reader
{
public:
    Reader(std::string_view text, Messages& messages);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    /// Nothing where the text has errors.
    std::optional<Program> read();

private:
    // Statements.
    std::optional<Value> execute(const syntax::Block& block);
    std::optional<Value> execute(const syntax::Statement& statement);
    void executeAssignment(const syntax::Assignment& assignment);
    void executeAugmented(const syntax::AugmentedAssignment& assignment);
    void executeExpression(const syntax::Expression& expression);
    void executeCall(const syntax::Expression& expression, const syntax::Call& call);
    [[nodiscard]] bool isCallOnObject(const syntax::Expression& function) const;
    void executeImport(const syntax::Import& import);
    static Value importedValue(Path path);
    std::optional<Value> executeWith(const syntax::With& with);
    std::optional<Value> executeFor(const syntax::For& loop);
    void executeFunction(const syntax::Function& function);
    /// Gives a name its value; an error where a rule of a custom gradient has read the name before.
    void bindName(std::string_view name, Value value);
    /// What a name stands for; null where nothing has it.
    [[nodiscard]] const Value* lookUp(const syntax::Name& name) const;
    void executeDropped(const syntax::Call& call, bool isKnown, std::string_view name, TextSpan span);
    void poison(const syntax::Expression& target);
    void assign(const syntax::Expression& target, Value value, const syntax::Expression& expression,
                bool isShared);
    void assignElements(const syntax::Sequence& targets, const Value& value,
                        const syntax::Expression& expression);
    void assignName(const syntax::Name& name, Value value, const syntax::Expression& expression,
                    bool isShared);
    void assignAttribute(const syntax::Attribute& attribute, const Value& value,
                         const syntax::Expression& expression);
    /// Whether it is a value of the graph, or an attribute of one.
    [[nodiscard]] bool isPartOfNode(const syntax::Expression& expression) const;
    /// `y.mul_(3)`
    void refuseChangeInPlace(const syntax::Attribute& method, TextSpan span);
    [[nodiscard]] std::string written(TextSpan span) const;
    void bindNode(const syntax::Name& name, NodeId node, const syntax::Expression& expression, bool isShared);
    [[nodiscard]] bool isTopLevel() const { return !m_call && m_loopDepth == 0; }
    /// Ends a statement that assigns nothing.
    void finishStatement(std::string_view name, std::optional<NodeId> outermost, TextSpan span);

    // Expressions.
    Value evaluate(const syntax::Expression& expression);
    Value evaluateName(const syntax::Name& name);
    Value evaluateAttribute(const syntax::Expression& expression, const syntax::Attribute& attribute);
    Value evaluateSubscript(const syntax::Expression& expression, const syntax::Subscript& subscript);
    Value evaluateSign(const syntax::Expression& expression, const syntax::Sign& sign);
    Value evaluateChain(const syntax::Expression& expression, const syntax::Chain& chain);
    Value evaluateSequence(const syntax::Expression& expression, const syntax::Sequence& sequence);
    /// The node that a value stands for, or an error.
    std::optional<NodeId> nodeOf(const Value& value, TextSpan span);
    std::optional<NodeId> operand(const syntax::Expression& expression)
    {
        return nodeOf(evaluate(expression), expression.span);
    }
    NodeId append(const Operation& row, std::span<const NodeId> operands);
    NodeId appendConstant(double value);
    void checkSize() const;
    void occur(std::size_t position, NodeId node, const Operation& row, std::string_view written,
               TextSpan span);
    /// The number that an expression stands for without any node, where it does.
    [[nodiscard]] std::optional<double> constantOf(const syntax::Expression& expression) const;
    [[nodiscard]] std::optional<double> constantNamed(const syntax::Name& name) const;
    [[nodiscard]] std::optional<Path> pathOf(const syntax::Expression& expression) const;
    Value unknownName(std::string_view name, TextSpan span, bool isCalled);
    Phrase proposalFor(std::string_view name, std::span<const std::string_view> known);

    // Calls.
    Value evaluateCall(const syntax::Expression& expression, const syntax::Call& call);
    Value callPath(const Path& path, CallSite site);
    Value callMethod(const syntax::Attribute& attribute, CallSite site);
    Value callOnObject(const ObjectValue& object, const CallSite& site);
    Value callValue(const Value& callee, const CallSite& site);
    Value dispatch(const FrameworkCall& row, const CallSite& site);
    Value applyOperation(const Operation& row, std::string_view order, const CallSite& site);
    Value readGelu(const FrameworkCall& call, const CallSite& site);
    [[nodiscard]] std::optional<bool> approximation(const syntax::Expression& expression) const;
    Value passOn(const CallSite& site);
    Value poisonedWith(TextSpan span, Phrase message);
    /// Of a call that can't be read: reports what is wrong with its arguments, too.
    Value poisonedCall(const CallSite& site);
    Value poisonedCall(const CallSite& site, TextSpan span, Phrase message);

    // Arguments.
    std::optional<std::vector<GivenArgument>> bind(const CallSite& site, std::span<const Slot> slots,
                                                   bool takesMore);
    bool bindKeyword(const CallSite& site, const syntax::CallArgument& argument, std::span<const Slot> slots,
                     std::vector<GivenArgument>& given);
    /// The operands of a row, in its order, from the first that is an argument of the call.
    std::optional<std::vector<NodeId>> operandsOf(const Operation& row, std::size_t first,
                                                  const CallSite& site, std::span<const GivenArgument> given,
                                                  std::span<const std::optional<double>> fallbacks,
                                                  std::vector<Value>* values);
    Value valueOf(const GivenArgument& argument);
    [[nodiscard]] static const syntax::Expression* argumentOf(const syntax::Call& call, std::size_t position,
                                                              std::string_view keywords);
    [[nodiscard]] static bool isTrue(const syntax::Call& call, std::string_view keyword);

    // Inputs, parameters, feeds.
    Value readInput(const CallSite& site);
    Value readInterval(const FrameworkCall& row, const CallSite& site);
    Value readVariable(const CallSite& site);
    Value readConstant(const CallSite& site);
    Value readFilled(double value, const CallSite& site);
    Value inputAround(const Value& value, TextSpan span);
    std::optional<std::vector<double>> numbersOf(const syntax::Expression& list);
    /// An input that no assignment names.
    Value nameInput(const Value& input, std::string_view name, TextSpan span);
    NodeId appendInput(std::string_view name, const InputValue& input, TextSpan span);
    void bindInput(const syntax::Name& name, const InputValue& input, TextSpan span);
    void bindParameter(const syntax::Name& name, const NumberValue& number, TextSpan span);
    /// `v.requires_grad_()`
    Value requireGradient(const CallSite& site);
    void makeInput(const Value& variable);
    /// `tf.gradients(z, x)[0]`, `jax.vmap(jax.grad(f))(x)`, …
    [[nodiscard]] bool asksForGradient(const syntax::Expression& expression) const;
    void readFeeds(const syntax::Expression& expression);
    void readFeed(const syntax::Dictionary& dictionary);
    void feed(const Value& key, const syntax::Expression& keyExpression, const syntax::Expression& value);

    // Noise.
    Value readNoise(const FrameworkCall& call, const CallSite& site);
    void nameNoise(NodeId node, DefinitionId definition);

    // Gradients.
    Value readGradient(const CallSite& site);
    Value readGradientList(const CallSite& site, bool isTape);
    Value readBackward(const CallSite& site);
    Value readGradientFunction(const CallSite& site, bool isWithValue);
    Value callGradientFunction(const GradientFunctionValue& gradient, const CallSite& site);
    Value gradientAttribute(const syntax::Expression& variable, TextSpan span, TextSpan nameSpan);
    Value evaluateDifferentiated(const syntax::Expression& expression);
    NodeId appendGradient(NodeId value, NodeId by, const CallSite& site);
    Value readOutput(const CallSite& site);
    Value readCustomGradient(const CallSite& site);
    /// Calls the rule with the upstream gradient; what it returns, as a node.
    std::optional<NodeId> runRule(const FunctionValue& rule, NodeId upstream, TextSpan span);

    // Functions of the text.
    Value callFunction(const FunctionValue& function, const CallSite& site, bool isDifferentiated);
    std::optional<std::vector<Value>> bindParameters(const FunctionValue& function, const CallSite& site);
    Value runFunction(const FunctionValue& function, const std::vector<Value>& arguments, TextSpan span,
                      bool isDifferentiated);
    /// The defaults of parameters, each computed once, where the function is defined.
    std::shared_ptr<const std::vector<Value>>
    evaluateFallbacks(const std::vector<syntax::FunctionParameter>& parameters);
    void countExpansion(TextSpan span);

    // The outcome.
    std::optional<Program> finish();
    void nameVariablesAndDraws(Program& program) const;
    void choosePointsOfInterest(Program& program) const;

    struct InputDraft
    {
        DefinitionId definition{};
        NodeId node{};
        InputValue input;
    };
    struct ParameterDraft
    {
        DefinitionId definition{};
        NodeId node{};
        Literal literal;
        bool isInput = false;
    };
    struct NoiseDraft
    {
        std::optional<DefinitionId> definition;
        NoiseSource source;
    };

    std::string_view m_text;
    Messages& m_messages;
    Identifiers m_identifiers;
    syntax::Block m_statements;
    Graph m_graph;
    Naming m_naming;
    std::shared_ptr<Scope> m_scope = std::make_shared<Scope>();
    /// Scopes that functions remember, and that contain these functions: cycles that have to be cut.
    std::vector<std::weak_ptr<Scope>> m_rememberedScopes;
    /// The unnamed operations of the statement that is being executed.
    std::vector<Occurrence> m_occurrences;
    std::vector<InputDraft> m_inputs;
    std::vector<ParameterDraft> m_parameters;
    std::unordered_map<NodeId, std::size_t> m_parameterOfNode;
    std::vector<NoiseDraft> m_noise;
    std::vector<GradientRequest> m_requests;
    std::optional<NodeId> m_output;
    /// The last assignment of something that can't be computed, as of a string.
    std::optional<std::pair<TextSpan, Phrase>> m_valueless;
    /// The request of the last `backward()`.
    std::optional<std::size_t> m_backward;
    bool m_addsUp = false;
    /// The call whose body is being executed.
    std::optional<DefinitionId> m_call;
    std::vector<const void*> m_activeFunctions;
    /// The statement that is being executed.
    TextSpan m_here;
    std::size_t m_loopDepth = 0;
    std::size_t m_stopDepth = 0;
    /// How many rules of custom gradients are being called.
    std::size_t m_ruleDepth = 0;
    std::size_t m_depth = 0;
    std::size_t m_expansions = 0;
    /// With how many names a misspelled one may still be compared: a text full of errors must not take long.
    std::size_t m_comparisonsLeft = 100'000;
    bool m_isReturnDifferentiated = false;
    /// Names that bound a loop: whole numbers without a slider.
    std::set<std::string_view> m_loopBounds;
};

} // namespace sluice
