// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rewriting for reading. Every node of the simplified graph is a number times a product of powers, or a sum
// of such; two products meet by adding exponents, two sums by adding coefficients.
#include "core/analysis/formula.h"
#include "core/analysis/scalar_value.h"
#include "core/operations/table.h"
#include "core/operations/term.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace sluice {

namespace {

struct Power
{
    NodeId base{};
    double exponent = 1.0;
};

/// coefficient · Π base^exponent
struct Product
{
    double coefficient = 1.0;
    std::vector<Power> powers;
};

/// constant + Σ coefficient · term, in the order of first appearance; the constant's place is among them.
struct Sum
{
    struct Term
    {
        /// None for the constant.
        std::optional<NodeId> node;
        double coefficient = 0.0;
    };
    std::vector<Term> terms;
};

bool isWhole(double value)
{
    return value == std::nearbyint(value) && std::abs(value) < 1e15;
}

/// ½, ¼, …, which read better below the bar.
bool isReciprocalOfPowerOfTwo(double value)
{
    int exponent = 0;
    return value > 0.0 && value < 1.0 && std::frexp(value, &exponent) == 0.5 && exponent > -30;
}

// The rules build on each other's normal forms, each step on a simpler one: a handful deep. The walk over the
// formula itself is a loop.
class Simplifier
{
public:
    explicit Simplifier(const Formula& formula) : m_source(formula), m_images(index(formula.root) + 1) {}

    Formula run()
    {
        const std::vector<bool> isNeeded = neededNodes();
        for (std::size_t i = 0; i < m_images.size(); ++i)
            if (isNeeded[i])
                m_images[i] = image(NodeId(static_cast<std::uint32_t>(i)));
        return {std::move(m_graph), m_images.back()};
    }

private:
    using Key =
        std::tuple<const Operation*, std::array<NodeId, Node::maximumArity>, std::uint64_t, std::string>;

    [[nodiscard]] std::vector<bool> neededNodes() const
    {
        std::vector<bool> isNeeded(m_images.size(), false);
        isNeeded.back() = true;
        for (std::size_t i = m_images.size(); i-- > 0;)
            if (isNeeded[i])
                for (const NodeId operand : m_source.graph.nodes()[i].operands())
                    isNeeded[index(operand)] = true;
        return isNeeded;
    }

    NodeId image(NodeId id)
    {
        const Node& node = m_source.graph[id];
        if (node.operation->role == Role::constant)
            return number(node.constant);
        if (node.arity == 0)
            return leaf(id);
        std::array<NodeId, Node::maximumArity> operands{};
        std::ranges::transform(node.operands(), operands.begin(),
                               [&](NodeId o) { return m_images[index(o)]; });
        return rewritten(*node.operation, std::span(operands).first(node.arity));
    }

    NodeId rewritten(const Operation& operation, std::span<const NodeId> o)
    {
        switch (operation.notation) {
        case Notation::sum:
            return sumOf(o[0], o[1], 1.0);
        case Notation::difference:
            return sumOf(o[0], o[1], -1.0);
        case Notation::negative:
            return scaled(o[0], -1.0);
        case Notation::product:
            return times(o[0], o[1], 1.0);
        case Notation::fraction:
            return times(o[0], o[1], -1.0);
        case Notation::square:
            return raised(o[0], 2.0);
        case Notation::reciprocal:
            return raised(o[0], -1.0);
        case Notation::reciprocalRoot:
            return raised(call(operationNamed("sqrt"), o), -1.0);
        case Notation::power:
            if (const auto exponent = numberOf(o[1]); exponent && std::isfinite(*exponent))
                return raised(o[0], *exponent);
            return call(operation, o);
        case Notation::cases:
            return chosen(operation, o);
        default:
            if (operation.name == "identity")
                return o[0];
            return operation.asWritten != nullptr ? expanded(operation, o) : call(operation, o);
        }
    }

    // Nodes

    NodeId interned(const Operation& operation, std::span<const NodeId> operands, double constant,
                    const std::string& name)
    {
        Key key{&operation, {}, std::bit_cast<std::uint64_t>(constant), name};
        std::ranges::copy(operands, std::get<1>(key).begin());
        const auto [entry, isNew] = m_known.try_emplace(key);
        if (isNew) {
            if (operation.role == Role::constant)
                entry->second = m_graph.appendConstant(constant);
            else if (operation.role == Role::variable)
                entry->second = m_graph.appendVariable(name);
            else
                entry->second = m_graph.append(operation, operands);
        }
        return entry->second;
    }

    NodeId number(double value) { return interned(operationNamed("constant"), {}, value, {}); }

    NodeId leaf(NodeId id)
    {
        const Operation& operation = *m_source.graph[id].operation;
        return operation.role == Role::variable ? interned(operation, {}, 0.0, m_source.graph.symbol(id))
                                                : interned(operation, {}, 0.0, {});
    }

    NodeId append(std::string_view name, std::initializer_list<NodeId> operands)
    {
        return interned(operationNamed(name), std::span(operands.begin(), operands.size()), 0.0, {});
    }

    [[nodiscard]] std::optional<double> numberOf(NodeId node) const
    {
        const Node& at = m_graph[node];
        return at.operation->role == Role::constant ? std::optional(at.constant) : std::nullopt;
    }

    /// A call, or its value where that is a whole number.
    NodeId call(const Operation& operation, std::span<const NodeId> operands)
    {
        std::array<double, Node::maximumArity> values{};
        bool isConstant = true;
        const std::size_t count = std::min(operands.size(), values.size());
        for (std::size_t k = 0; k < count; ++k) {
            const auto value = numberOf(operands[k]);
            isConstant = isConstant && value;
            values.at(k) = value.value_or(0.0);
        }
        if (isConstant) {
            const double result = scalarValue(operation, std::span(values).first(count));
            if (isWhole(result))
                return number(result);
        }
        return interned(operation, operands, 0.0, {});
    }

    NodeId chosen(const Operation& operation, std::span<const NodeId> o)
    {
        if (o[1] == o[2])
            return o[1];
        if (const auto condition = numberOf(o[0]))
            return *condition != 0.0 ? o[1] : o[2];
        return call(operation, o);
    }

    NodeId expanded(const Operation& operation, std::span<const NodeId> operands)
    {
        Formula inner;
        std::array<Term, Node::maximumArity> terms{};
        std::vector<NodeId> leaves;
        for (std::size_t k = 0; k < operands.size(); ++k) {
            const auto value = numberOf(operands[k]);
            const NodeId leaf = value ? inner.graph.appendConstant(*value)
                                      : inner.graph.appendVariable("operand " + std::to_string(k));
            leaves.push_back(leaf);
            terms.at(k) = {&inner.graph, leaf};
        }
        inner.root = operation.asWritten(std::span(terms).first(operands.size())).node;
        std::vector<NodeId> images(index(inner.root) + 1);
        for (std::size_t i = 0; i < images.size(); ++i) {
            const Node& node = inner.graph.nodes()[i];
            const auto leaf = std::ranges::find(leaves, NodeId(static_cast<std::uint32_t>(i)));
            std::array<NodeId, Node::maximumArity> mapped{};
            std::ranges::transform(node.operands(), mapped.begin(),
                                   [&](NodeId o) { return images[index(o)]; });
            if (leaf != leaves.end())
                images[i] = operands[static_cast<std::size_t>(leaf - leaves.begin())];
            else if (node.operation->role == Role::constant)
                images[i] = number(node.constant);
            else
                images[i] = rewritten(*node.operation, std::span(mapped).first(node.arity));
        }
        return images.back();
    }

    // Products

    [[nodiscard]] Product productOf(NodeId node) const
    {
        if (const auto value = numberOf(node))
            return {.coefficient = *value, .powers = {}};
        const auto found = m_products.find(node);
        return found == m_products.end() ? Product{.coefficient = 1.0, .powers = {{.base = node}}}
                                         : found->second;
    }

    static void multiply(Product& product, const Product& by, double exponent)
    {
        product.coefficient *= std::pow(by.coefficient, exponent);
        for (const Power& power : by.powers) {
            const auto same = std::ranges::find(product.powers, power.base, &Power::base);
            if (same == product.powers.end())
                product.powers.push_back({.base = power.base, .exponent = exponent * power.exponent});
            else
                same->exponent += exponent * power.exponent;
        }
        std::erase_if(product.powers, [](const Power& power) { return power.exponent == 0.0; });
    }

    NodeId times(NodeId a, NodeId b, double exponent)
    {
        Product product = productOf(a);
        multiply(product, productOf(b), exponent);
        return fromProduct(std::move(product));
    }

    NodeId scaled(NodeId node, double factor)
    {
        // A minus goes into a sum; other factors stay before it.
        if (const auto sum = m_sums.find(node); sum != m_sums.end() && factor == -1.0) {
            Sum negated = sum->second;
            for (Sum::Term& term : negated.terms)
                term.coefficient = -term.coefficient;
            return fromSum(std::move(negated));
        }
        Product product = productOf(node);
        product.coefficient *= factor;
        return fromProduct(std::move(product));
    }

    NodeId raised(NodeId base, double exponent)
    {
        const Product product = productOf(base);
        const bool isPlain = product.coefficient == 1.0 && product.powers.size() == 1;
        if (!isWhole(exponent) && !isPlain)
            return exponent == 0.0 ? number(1.0)
                                   : fromProduct({.coefficient = 1.0, .powers = {{base, exponent}}});
        Product power{.coefficient = 1.0, .powers = {}};
        multiply(power, product, exponent);
        return fromProduct(std::move(power));
    }

    /// The argument of a call of this name.
    [[nodiscard]] std::optional<NodeId> argumentOf(NodeId node, std::string_view name) const
    {
        const Node& at = m_graph[node];
        return at.operation->name == name ? std::optional(at.operandIds[0]) : std::nullopt;
    }

    /// sigmoid(v)·sigmoid(-v) is sigmoid(v)·(1 - sigmoid(v)), and 4·sigmoid(2v)·sigmoid(-2v) is 1 - tanh(v)².
    void gatherSigmoids(Product& product)
    {
        if (product.powers.size() < 2)
            return;
        for (std::size_t i = 0; i < product.powers.size(); ++i) {
            const auto v = argumentOf(product.powers[i].base, "sigmoid");
            if (!v || product.powers[i].exponent != 1.0 || productOf(*v).coefficient < 0.0)
                continue;
            const NodeId mirrored = append("sigmoid", {scaled(*v, -1.0)});
            const NodeId complement = sumOf(number(1.0), product.powers[i].base, -1.0);
            const auto other = std::ranges::find_if(product.powers, [&](const Power& power) {
                return (power.base == mirrored || power.base == complement) && power.exponent == 1.0;
            });
            if (other == product.powers.end())
                continue;
            if (productOf(*v).coefficient == 2.0 && std::fmod(product.coefficient, 4.0) == 0.0) {
                product.coefficient /= 4.0;
                const NodeId tanh = append("tanh", {scaled(*v, 0.5)});
                product.powers[i].base = sumOf(number(1.0), raised(tanh, 2.0), -1.0);
                product.powers.erase(other);
            } else {
                other->base = complement;
            }
            return;
        }
    }

    NodeId fromProduct(Product product)
    {
        if (product.coefficient == 0.0)
            return number(0.0);
        gatherSigmoids(product);
        if (product.powers.empty())
            return number(product.coefficient);
        const bool isNegative = product.coefficient < 0.0;
        const double size = std::abs(product.coefficient);
        // A single sum takes a minus sign into itself.
        if (isNegative && size == 1.0 && product.powers.size() == 1 && product.powers[0].exponent == 1.0 &&
            m_sums.contains(product.powers[0].base))
            return scaled(product.powers[0].base, -1.0);

        std::optional<NodeId> above;
        std::optional<NodeId> below;
        const auto put = [this](std::optional<NodeId>& side, NodeId factor) {
            side = side ? append("mul", {*side, factor}) : factor;
        };
        if (isReciprocalOfPowerOfTwo(size))
            put(below, number(1.0 / size));
        else if (size != 1.0)
            put(above, number(size));
        for (const Power& power : product.powers)
            put(power.exponent > 0.0 ? above : below, powerNode(power.base, std::abs(power.exponent)));
        NodeId node = above.value_or(NodeId{});
        if (below)
            node = append("div", {above ? *above : number(1.0), *below});
        if (isNegative)
            node = append("neg", {node});
        if (product.powers.size() != 1 || product.powers[0].base != node)
            m_products.try_emplace(node, std::move(product));
        return node;
    }

    NodeId powerNode(NodeId base, double exponent)
    {
        return exponent == 1.0 ? base : append("pow", {base, number(exponent)});
    }

    // Sums

    [[nodiscard]] Sum termsOf(NodeId node)
    {
        if (const auto sum = m_sums.find(node); sum != m_sums.end())
            return sum->second;
        if (const auto value = numberOf(node))
            return {{{.node = {}, .coefficient = *value}}};
        Product product = productOf(node);
        const double coefficient = product.coefficient;
        product.coefficient = 1.0;
        return {{{.node = fromProduct(std::move(product)), .coefficient = coefficient}}};
    }

    NodeId sumOf(NodeId a, NodeId b, double sign)
    {
        Sum sum = termsOf(a);
        for (const Sum::Term& term : termsOf(b).terms) {
            const auto same = std::ranges::find(sum.terms, term.node, &Sum::Term::node);
            if (same == sum.terms.end())
                sum.terms.push_back({.node = term.node, .coefficient = sign * term.coefficient});
            else
                same->coefficient += sign * term.coefficient;
        }
        return fromSum(std::move(sum));
    }

    NodeId fromSum(Sum sum)
    {
        std::erase_if(sum.terms, [](const Sum::Term& term) { return term.coefficient == 0.0; });
        if (sum.terms.empty())
            return number(0.0);
        if (sum.terms.size() == 1)
            return nodeOf(sum.terms[0], 1.0);
        // What is added comes before what is subtracted.
        const auto added =
            std::ranges::find_if(sum.terms, [](const Sum::Term& t) { return t.coefficient > 0.0; });
        if (added != sum.terms.end())
            std::rotate(sum.terms.begin(), added, added + 1);
        NodeId node = nodeOf(sum.terms[0], 1.0);
        for (const Sum::Term& term : std::span(sum.terms).subspan(1)) {
            const bool isSubtracted = term.coefficient < 0.0;
            node = append(isSubtracted ? "sub" : "add", {node, nodeOf(term, isSubtracted ? -1.0 : 1.0)});
        }
        m_sums.try_emplace(node, std::move(sum));
        return node;
    }

    NodeId nodeOf(const Sum::Term& term, double sign)
    {
        return term.node ? scaled(*term.node, sign * term.coefficient) : number(sign * term.coefficient);
    }

    const Formula& m_source;
    std::vector<NodeId> m_images;
    Graph m_graph;
    std::map<Key, NodeId> m_known;
    std::unordered_map<NodeId, Product> m_products;
    std::unordered_map<NodeId, Sum> m_sums;
};

} // namespace

Formula simplified(const Formula& formula)
{
    return Simplifier(formula).run();
}

} // namespace sluice
