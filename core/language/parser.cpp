// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/parser.h"

#include "core/language/defined_names.h"
#include "core/language/expression_parser.h"
#include "core/language/foreign_statements.h"
#include "core/language/import_parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sluice {

using namespace syntax;

namespace {

struct AugmentedOperator
{
    std::string_view symbol;
    std::string_view operation;
    /// Marked as a phrase.
    std::string_view instead = {};
};

constexpr std::array augmentedOperators{
    AugmentedOperator{"+=", "add"},
    AugmentedOperator{"-=", "sub"},
    AugmentedOperator{"*=", "mul"},
    AugmentedOperator{"/=", "div"},
    AugmentedOperator{"**=", "pow"},
    AugmentedOperator{"%=", {}, Phrase::marked("write `a = a - b*floor(a/b)`")},
    AugmentedOperator{"//=", {}, Phrase::marked("write `a = floor(a/b)`")},
    AugmentedOperator{"@=", {}, Phrase::marked("write `a = a*b`")},
    AugmentedOperator{"&=", {}, Phrase::marked("multiply conditions")},
    AugmentedOperator{"|=", {}, Phrase::marked("take the `maximum` of conditions")},
    AugmentedOperator{"^=", {}, Phrase::marked("a power is written `a = a**b`")},
    AugmentedOperator{"<<=", {}, Phrase::marked("multiply by a power of two")},
    AugmentedOperator{">>=", {}, Phrase::marked("divide by a power of two")},
};

class StatementParser
{
public:
    StatementParser(std::string_view text, Messages& messages, Identifiers& identifiers)
        : m_tokens(text, tokenize(text, messages), messages, identifiers), m_expressions(m_tokens)
    {
    }

    Block parseAll()
    {
        Block statements;
        parseStatements(statements);
        return statements;
    }

private:
    /// Up to the end of the block, or of the text.
    void parseStatements(Block& into)
    {
        std::size_t strayIndents = 0;
        while (!m_tokens.isKind(TokenKind::end) && !m_tokens.messages().isFull()) {
            if (m_tokens.isKind(TokenKind::newline)) {
                m_tokens.advance();
            } else if (m_tokens.isKind(TokenKind::indent)) {
                m_tokens.messages().error(
                    m_tokens.ahead(1).span,
                    Phrase::of(
                        "this line is indented, but no block begins before it: remove the spaces in front"));
                ++strayIndents;
                m_tokens.advance();
            } else if (m_tokens.isKind(TokenKind::dedent)) {
                if (strayIndents == 0 && m_blockDepth > 0)
                    return;
                strayIndents -= std::min<std::size_t>(strayIndents, 1);
                m_tokens.advance();
            } else {
                parseGuarded(into);
            }
        }
    }

    /// One logical line (or compound statement); after an error the next one is read as if nothing had been.
    void parseGuarded(Block& into)
    {
        const std::size_t first = m_tokens.index();
        const TextSpan span = m_tokens.current().span;
        if (isBrokenLine() && !foreignBlock())
            return skipBroken(first, span, into);
        try {
            parseStatement(into);
        } catch (const SyntaxFailure&) {
            skipBroken(first, span, into);
        }
    }

    void skipBroken(std::size_t first, TextSpan span, Block& into)
    {
        skipLine();
        Broken broken{namesDefinedSince(first)};
        skipBlock(broken.names);
        into.push_back({span, std::move(broken)});
    }

    /// Whether the lexer has reported something in this line.
    [[nodiscard]] bool isBrokenLine() const
    {
        for (std::size_t i = m_tokens.index();; ++i) {
            const TokenKind kind = m_tokens.at(i).kind;
            if (kind == TokenKind::invalid)
                return true;
            if (kind == TokenKind::newline || kind == TokenKind::end)
                return false;
        }
    }

    /// The row of the block here that the language has not; null where there is none.
    [[nodiscard]] const ForeignStatement* foreignBlock() const
    {
        const ForeignStatement* row = foreignStatement();
        return row && row->hasBlock ? row : nullptr;
    }

    [[nodiscard]] const ForeignStatement* foreignStatement() const
    {
        return m_tokens.isKind(TokenKind::name) ? findForeignStatement(m_tokens.text(m_tokens.current()))
                                                : nullptr;
    }

    void parseStatement(Block& into)
    {
        if (const ForeignStatement* foreign = foreignBlock())
            return parseForeignBlock(*foreign, into);
        if (m_tokens.is("with"))
            return parseWith(into);
        if (m_tokens.is("for"))
            return parseFor(into);
        if (m_tokens.is("def") || m_tokens.is("@"))
            return parseFunction(into);
        parseSimpleLine(into);
    }

    /// Simple statements with `;` between them, up to the end of the line.
    void parseSimpleLine(Block& into)
    {
        do {
            if (m_tokens.isKind(TokenKind::newline))
                break;
            parseSimple(into);
        } while (m_tokens.accept(";"));
        if (!m_tokens.isKind(TokenKind::newline) && !m_tokens.isKind(TokenKind::end))
            failAfterStatement();
        m_tokens.advance();
    }

    void failAfterStatement()
    {
        if (m_tokens.isKind(TokenKind::name) && !m_tokens.isIdentifier())
            m_tokens.failExpecting(Phrase::of("the end of the line"));
        m_tokens.failExpecting(Phrase::of("an operator or the end of the line"));
    }

    void parseSimple(Block& into)
    {
        const std::size_t begin = m_tokens.current().span.begin;
        const auto add = [&](auto form) {
            into.push_back({{begin, m_tokens.previousEnd()}, std::move(form)});
        };
        if (const ForeignStatement* foreign = foreignStatement())
            m_tokens.fail(m_tokens.current().span, describe(*foreign));
        if (m_tokens.accept("pass"))
            return;
        if (m_tokens.accept("return"))
            return add(Return{endsStatement() ? nullptr : m_expressions.parseList()});
        if (m_tokens.is("import") || m_tokens.is("from"))
            return add(parseImport(m_tokens));
        parseAssignment(add);
    }

    [[nodiscard]] bool endsStatement() const
    {
        return m_tokens.isKind(TokenKind::newline) || m_tokens.is(";");
    }

    template <class Add>
    void parseAssignment(const Add& add)
    {
        ExpressionPointer first = m_expressions.parseList();
        const auto augmented = std::ranges::find_if(
            augmentedOperators, [this](const AugmentedOperator& row) { return m_tokens.is(row.symbol); });
        if (augmented != augmentedOperators.end()) {
            const TextSpan where = m_tokens.current().span;
            if (augmented->operation.empty())
                m_tokens.fail(where, Phrase::of("`%1` is not in the language: %2",
                                                {augmented->symbol, Phrase::of(augmented->instead)}));
            if (!first->as<Name>())
                failTarget(*first);
            m_tokens.advance();
            return add(AugmentedAssignment{std::move(first), augmented->operation, where,
                                           m_expressions.parseList()});
        }
        if (m_tokens.accept(":"))
            return parseAnnotated(std::move(first), add);
        if (!m_tokens.is("=")) {
            const bool isOldPrint =
                first->as<Name>() && first->as<Name>()->name == "print" && !endsStatement();
            if (isOldPrint && !m_tokens.isKind(TokenKind::invalid))
                m_tokens.fail(first->span, Phrase::of("`print` is a function: write `print(…)`"));
            return add(ExpressionStatement{std::move(first)});
        }
        Assignment assignment;
        ExpressionPointer last = std::move(first);
        while (m_tokens.accept("=")) {
            checkTarget(*last);
            assignment.targets.push_back(std::move(last));
            last = m_expressions.parseList();
        }
        assignment.value = std::move(last);
        add(std::move(assignment));
    }

    template <class Add>
    void parseAnnotated(ExpressionPointer target, const Add& add)
    {
        if (target->as<Sequence>())
            failTarget(*target);
        checkTarget(*target);
        m_expressions.parse();
        Assignment assignment;
        assignment.targets.push_back(std::move(target));
        if (m_tokens.accept("="))
            assignment.value = m_expressions.parseList();
        add(std::move(assignment));
    }

    void checkTarget(const Expression& target)
    {
        if (const auto* sequence = target.as<Sequence>()) {
            for (const ExpressionPointer& element : sequence->elements)
                checkTarget(*element);
            return;
        }
        const auto* name = target.as<Name>();
        const bool isFit = name
                               ? !isKeyword(name->name)
                               : target.is<Attribute>() || target.is<Subscript>() || target.is<Unsupported>();
        if (!isFit)
            failTarget(target);
    }

    [[noreturn]] void failTarget(const Expression& target)
    {
        m_tokens.fail(target.span,
                      Phrase::of("nothing can be assigned to this: a name is expected left of `=`"));
    }

    void parseWith(Block& into)
    {
        const std::size_t begin = m_tokens.current().span.begin;
        m_tokens.advance();
        With with;
        do {
            With::Item item{m_expressions.parse(), nullptr};
            if (m_tokens.accept("as")) {
                item.target = m_expressions.parseTarget();
                checkTarget(*item.target);
            }
            with.items.push_back(std::move(item));
        } while (m_tokens.accept(","));
        with.body = parseBody("with");
        into.push_back({{begin, m_tokens.previousEnd()}, std::move(with)});
    }

    void parseFor(Block& into)
    {
        const std::size_t begin = m_tokens.current().span.begin;
        m_tokens.advance();
        For loop;
        loop.target = m_expressions.parseTargetList();
        checkTarget(*loop.target);
        m_tokens.expect("in");
        loop.iterable = m_expressions.parseList();
        loop.body = parseBody("for");
        if (m_tokens.is("else"))
            m_tokens.fail(
                m_tokens.current().span,
                Phrase::of("`else` after a loop is not in the language: write its lines after the loop"));
        into.push_back({{begin, m_tokens.previousEnd()}, std::move(loop)});
    }

    void parseFunction(Block& into)
    {
        const std::size_t begin = m_tokens.current().span.begin;
        Function function;
        while (m_tokens.accept("@")) {
            function.decorators.push_back(m_expressions.parse());
            if (!m_tokens.isKind(TokenKind::newline))
                failAfterStatement();
            m_tokens.advance();
        }
        if (m_tokens.is("class") || m_tokens.is("async"))
            return parseStatement(into);
        m_tokens.expect("def", Phrase::of("a function after its decorators"));
        const Token name = m_tokens.expectIdentifier(Phrase::of("the name of the function"));
        function.name = {m_tokens.text(name), name.span};
        m_tokens.expect("(", Phrase::of("`(` and the function's parameters"));
        function.parameters = m_expressions.parseParameters(")");
        m_tokens.expect(")", Phrase::of("`,` or `)`"));
        if (m_tokens.accept("->"))
            m_expressions.parse();
        function.body = parseBody("def");
        into.push_back({{begin, m_tokens.previousEnd()}, std::move(function)});
    }

    /// What stands behind `:`, on the same line or indented below.
    Block parseBody(std::string_view keyword)
    {
        m_tokens.expect(":");
        Block body;
        if (!m_tokens.isKind(TokenKind::newline)) {
            parseSimpleLine(body);
            return body;
        }
        m_tokens.advance();
        if (!m_tokens.isKind(TokenKind::indent))
            m_tokens.fail(m_tokens.current().span,
                          Phrase::of("expected an indented block after `%1`", {keyword}));
        // Deeper blocks have been reported with their indentation.
        std::vector<std::string_view> ignored;
        if (m_blockDepth >= maximumNesting) {
            skipBlock(ignored);
            return body;
        }
        m_tokens.advance();
        ++m_blockDepth;
        parseStatements(body);
        --m_blockDepth;
        if (m_tokens.isKind(TokenKind::dedent))
            m_tokens.advance();
        return body;
    }

    /// One error, whatever the block contains.
    void parseForeignBlock(const ForeignStatement& row, Block& into)
    {
        const TextSpan span = m_tokens.current().span;
        Broken broken;
        const auto continues = [&] {
            return std::ranges::any_of(row.continuations, [this](std::string_view keyword) {
                return !keyword.empty() && m_tokens.is(keyword);
            });
        };
        do {
            const std::size_t first = m_tokens.index();
            skipLine();
            std::ranges::copy(namesDefinedSince(first), std::back_inserter(broken.names));
            skipBlock(broken.names);
        } while (continues());
        m_tokens.messages().forgetWithin({span.begin, m_tokens.current().span.begin});
        m_tokens.messages().error(span, describe(row));
        into.push_back({span, std::move(broken)});
    }

    void skipLine()
    {
        while (!m_tokens.isKind(TokenKind::newline) && !m_tokens.isKind(TokenKind::end))
            m_tokens.advance();
        if (m_tokens.isKind(TokenKind::newline))
            m_tokens.advance();
    }

    /// The indented lines here, if any.
    void skipBlock(std::vector<std::string_view>& names)
    {
        if (!m_tokens.isKind(TokenKind::indent))
            return;
        std::size_t depth = 0;
        do {
            if (m_tokens.isKind(TokenKind::end))
                return;
            depth += m_tokens.isKind(TokenKind::indent) ? 1 : 0;
            depth -= m_tokens.isKind(TokenKind::dedent) ? 1 : 0;
            const std::size_t first = m_tokens.index();
            if (m_tokens.isKind(TokenKind::indent) || m_tokens.isKind(TokenKind::dedent) ||
                m_tokens.isKind(TokenKind::newline)) {
                m_tokens.advance();
            } else {
                skipLine();
                std::ranges::copy(namesDefinedSince(first), std::back_inserter(names));
            }
        } while (depth > 0);
    }

    [[nodiscard]] std::vector<std::string_view> namesDefinedSince(std::size_t first) const
    {
        return definedNames(m_tokens, first, m_tokens.index());
    }

    TokenStream m_tokens;
    ExpressionParser m_expressions;
    std::size_t m_blockDepth = 0;
};

} // namespace

Block parse(std::string_view text, Messages& messages, Identifiers& identifiers)
{
    return StatementParser(text, messages, identifiers).parseAll();
}

} // namespace sluice
