// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/phrased_error.h"

#include <QTest>

#include <map>
#include <string>

using namespace sluice;

Q_DECLARE_METATYPE(sluice::Phrase)

class PhraseTest : public QObject
{
    Q_OBJECT

private slots:
    void isWorded_data()
    {
        QTest::addColumn<Phrase>("phrase");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const std::string name = "`x`";
        QTest::newRow("nothing") << Phrase() << ""
                                 << "";
        QTest::newRow("without places") << Phrase::of("the end of the line") << "the end of the line"
                                        << "das Zeilenende";
        QTest::newRow("with a name") << Phrase::of("there is no %1 here", {name}) << "there is no `x` here"
                                     << "`x` gibt es hier nicht";
        QTest::newRow("places in another order")
            << Phrase::of("%1 of %2", {name, std::string("y")}) << "`x` of y"
            << "y hat `x`";
        QTest::newRow("a phrase in a phrase")
            << Phrase::of("there is no %1 here", {Phrase::of("the end of the line")})
            << "there is no the end of the line here"
            << "das Zeilenende gibt es hier nicht";
        QTest::newRow("what looks like a place in an argument")
            << Phrase::of("%1 of %2", {std::string("%2"), std::string("%1")}) << "%2 of %1"
            << "%1 hat %2";
        QTest::newRow("a per cent sign") << Phrase::of("`%` of %1", {name}) << "`%` of `x`"
                                         << "`%` of `x`";
        QTest::newRow("verbatim") << Phrase::verbatim("of %1") << "of %1"
                                  << "of %1";
        QTest::newRow("one alternative") << alternatives({"a"}) << "a"
                                         << "a";
        QTest::newRow("two alternatives") << alternatives({"a", "b"}) << "a or b"
                                          << "a oder b";
        QTest::newRow("three alternatives") << alternatives({"a", "b", "c"}) << "a, b or c"
                                            << "a, b oder c";
        QTest::newRow("no alternative") << alternatives({}) << ""
                                        << "";
    }
    void isWorded()
    {
        QFETCH(Phrase, phrase);
        const std::map<std::string, std::string, std::less<>> german{
            {"the end of the line", "das Zeilenende"},
            {"there is no %1 here", "%1 gibt es hier nicht"},
            {"%1 of %2", "%2 hat %1"},
            {"%1 or %2", "%1 oder %2"}};
        const auto translated = [&](std::string_view pattern) {
            const auto found = german.find(pattern);
            return found == german.end() ? std::string(pattern) : found->second;
        };
        QTEST(QString::fromStdString(inEnglish(phrase)), "english");
        QTEST(QString::fromStdString(worded(phrase, translated)), "german");
    }

    void isComparable()
    {
        const Phrase phrase = Phrase::of("%1 of %2", {std::string("a"), Phrase::of("b")});
        QVERIFY(phrase == Phrase::of("%1 of %2", {std::string("a"), Phrase::of("b")}));
        QVERIFY(phrase != Phrase::of("%1 of %2", {std::string("a"), std::string("b")}));
        QVERIFY(phrase != Phrase::of("%1 of %2", {std::string("c"), Phrase::of("b")}));
        QVERIFY(phrase != Phrase::of("%1 of %2", {std::string("a"), Phrase::of("c")}));
        QVERIFY(phrase != Phrase::of("%1 or %2", {std::string("a"), Phrase::of("b")}));
        QVERIFY(phrase != Phrase::of("%1 of %2", {std::string("a")}));
    }

    void anErrorSaysItInEnglish()
    {
        const PhrasedError error(Phrase::of("there is no %1 here", {std::string("x")}));
        QCOMPARE(QString(error.what()), QString("there is no x here"));
        QCOMPARE(QString::fromStdString(worded(error.phrase(), [](std::string_view) { return "%1 fehlt"; })),
                 QString("x fehlt"));
    }
};

QTEST_APPLESS_MAIN(PhraseTest)
#include "tst_phrase.moc"
