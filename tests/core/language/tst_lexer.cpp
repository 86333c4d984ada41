// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/lexer.h"
#include "core/language/number_literal.h"
#include "core/language/similar_names.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace sluice;

namespace {

/// Tokens as text; layout in angle brackets.
QByteArray shown(std::string_view text, const std::vector<Token>& tokens)
{
    QByteArrayList words;
    for (const Token& token : tokens) {
        switch (token.kind) {
        case TokenKind::newline:
            words << "<newline>";
            break;
        case TokenKind::indent:
            words << "<indent>";
            break;
        case TokenKind::dedent:
            words << "<dedent>";
            break;
        case TokenKind::invalid:
            words << "<invalid>";
            break;
        case TokenKind::end:
            break;
        default:
            words << QByteArray(text.data() + token.span.begin,
                                static_cast<qsizetype>(token.span.end - token.span.begin));
        }
    }
    return words.join(' ');
}

} // namespace

class LexerTest : public QObject
{
    Q_OBJECT

private slots:
    void tokens_data();
    void tokens();
    void numbers_data();
    void numbers();
    void wrongNumbers_data();
    void wrongNumbers();
    void proposals_data();
    void proposals();
};

void LexerTest::tokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("empty", "", "");
    row("blank lines and comments", "\n  # a\n\n", "");
    row("longest symbols", "a**=b**c*d//e->f:=g...", "a **= b ** c * d // e -> f := g ... <newline>");
    row("no line end at the end", "a", "a <newline>");
    row("CR, CRLF, LF", "a\rb\r\nc\nd", "a <newline> b <newline> c <newline> d <newline>");
    row("byte-order mark",
        "\xEF\xBB\xBF"
        "a",
        "a <newline>");
    row("semicolons", "a;b", "a ; b <newline>");
    row("joined by a backslash", "a \\\n  + b", "a + b <newline>");
    row("joined by a bracket", "f(a,\n# comment\n\n b)\nc", "f ( a , b ) <newline> c <newline>");
    row("indentation", "a:\n  b\n  c\nd",
        "a : <newline> <indent> b <newline> c <newline> <dedent> d <newline>");
    row("two levels end at once", "a:\n b:\n  c\nd",
        "a : <newline> <indent> b : <newline> <indent> c <newline> <dedent> <dedent> d <newline>");
    row("comment is no indentation", "a\n    # c\nb", "a <newline> b <newline>");
    row("strings", "'a#b' \"c'd\" rb'\\'' f\"{x}\"", "'a#b' \"c'd\" rb'\\'' f\"{x}\" <newline>");
    row("long string", "'''a\nb''' c", "'''a\nb''' c <newline>");
    row("unicode names", "α_1 = ñ", "α_1 = ñ <newline>");
    row("a letter that looks like an operator", "a\u2e2fb", "a <invalid> b <newline>");
    row("digits and marks inside of names", "a\u0663 b\u00b7c", "a\u0663 b\u00b7c <newline>");
    row("numbers", "1_000 1e-3 .5 5. 0x1F 1e5-x", "1_000 1e-3 .5 5. 0x1F 1e5 - x <newline>");
    row("never closed", "f(a\nb", "f <invalid> <newline> b <newline>");
    row("never closed, deeper lines belong to it", "f(a,\n   b\nc", "f <invalid> <newline> c <newline>");
    row("closes nothing", "a)\nb", "a <invalid> <newline> b <newline>");
    row("wrong bracket inside", "f([a)\nb", "f ( <invalid> a ) <newline> b <newline>");
    row("open string", "a = 'b\nc", "a = <invalid> <newline> c <newline>");
}

void LexerTest::tokens()
{
    QFETCH(QByteArray, text);
    Messages messages;
    const std::string source = text.toStdString();
    QTEST(shown(source, tokenize(source, messages)), "expected");
}

void LexerTest::numbers_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isInteger");
    QTest::newRow("whole") << QByteArray("12") << 12.0 << true;
    QTest::newRow("zeros") << QByteArray("000") << 0.0 << true;
    QTest::newRow("underscores") << QByteArray("1_000") << 1000.0 << true;
    QTest::newRow("fraction") << QByteArray("0.9") << 0.9 << false;
    QTest::newRow("without zero") << QByteArray(".5") << 0.5 << false;
    QTest::newRow("ends in a point") << QByteArray("5.") << 5.0 << false;
    QTest::newRow("exponent") << QByteArray("1e-3") << 1e-3 << false;
    QTest::newRow("positive exponent") << QByteArray("2.5E+2") << 250.0 << false;
    QTest::newRow("zeros before a point") << QByteArray("007.5") << 7.5 << false;
    QTest::newRow("hexadecimal") << QByteArray("0x1F") << 31.0 << true;
    QTest::newRow("octal") << QByteArray("0o17") << 15.0 << true;
    QTest::newRow("binary") << QByteArray("0b101") << 5.0 << true;
    QTest::newRow("too large") << QByteArray("1e999") << std::numeric_limits<double>::infinity() << false;
    QTest::newRow("too small") << QByteArray("1e-999") << 0.0 << false;
    QTest::newRow("smallest") << QByteArray("5e-324") << std::numeric_limits<double>::denorm_min() << false;
}

void LexerTest::numbers()
{
    QFETCH(QByteArray, written);
    QFETCH(double, value);
    const auto number = readNumber(written.toStdString());
    QVERIFY(std::holds_alternative<syntax::Number>(number));
    QVERIFY(std::get<syntax::Number>(number).value == value);
    QTEST(std::get<syntax::Number>(number).isInteger, "isInteger");
}

void LexerTest::wrongNumbers_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("product") << QByteArray("2x") << "`2*x`";
    QTest::newRow("imaginary") << QByteArray("2j") << "complex";
    QTest::newRow("leading zero") << QByteArray("012") << "zeros in front";
    QTest::newRow("underscore at the end") << QByteArray("1_") << "underscore";
    QTest::newRow("two underscores") << QByteArray("1__0") << "underscore";
    QTest::newRow("two points") << QByteArray("1.2.3") << "no number";
    QTest::newRow("no hexadecimal digit") << QByteArray("0x") << "no number";
    QTest::newRow("open exponent") << QByteArray("1e+") << "no number";
}

void LexerTest::wrongNumbers()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, fragment);
    const auto number = readNumber(written.toStdString());
    QVERIFY(std::holds_alternative<Phrase>(number));
    const QString message = QString::fromStdString(inEnglish(std::get<Phrase>(number)));
    QVERIFY2(message.contains(fragment), qPrintable(message));
}

void LexerTest::proposals_data()
{
    QTest::addColumn<QByteArray>("misspelled");
    QTest::addColumn<QByteArray>("proposal");
    QTest::newRow("abbreviation") << QByteArray("sqr") << QByteArray("did you mean `sqrt` or `square`?");
    QTest::newRow("swapped letters") << QByteArray("abss") << QByteArray("did you mean `abs`?");
    QTest::newRow("letter case") << QByteArray("SQRT") << QByteArray("did you mean `sqrt`?");
    QTest::newRow("one letter off") << QByteArray("maximun") << QByteArray("did you mean `maximum`?");
    QTest::newRow("nothing near") << QByteArray("convolve") << QByteArray();
    QTest::newRow("endless") << QByteArray(100'000, 'a') << QByteArray();
}

void LexerTest::proposals()
{
    QFETCH(QByteArray, misspelled);
    constexpr std::array<std::string_view, 7> known{"sqrt",    "square",  "rsqrt", "abs",
                                                    "maximum", "minimum", "sin"};
    QTEST(QByteArray::fromStdString(inEnglish(didYouMean(misspelled.toStdString(), known))), "proposal");
}

QTEST_APPLESS_MAIN(LexerTest)
#include "tst_lexer.moc"
