// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_text.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace sluice;

namespace {

/// A language that shows what was translated.
class Marked : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char* /*comment*/,
                                    int /*n*/) const override
    {
        const QString where = QString::fromLatin1(context);
        return where == "sluice::SentenceText" || where == "Phrase" ? "«" + QString::fromUtf8(text) + "»"
                                                                    : QString();
    }
};

Sentence sentenceOf(int statement, std::vector<std::string> texts, double others)
{
    return {.statement = static_cast<Statement>(statement),
            .texts = std::move(texts),
            .numbers = {1.5, others, 0.25}};
}

} // namespace

/// The analysis' sentences in the user's language.
class SentenceTextTest : public QObject
{
    Q_OBJECT

private slots:
    void untranslatedItIsTheAnalysisEnglish_data()
    {
        QTest::addColumn<int>("statement");
        QTest::addColumn<double>("others");
        for (int s = 0; s <= static_cast<int>(Statement::tooManyPaths); ++s) {
            for (const double others : {0.0, 1.0, 7.0}) {
                QTest::addRow("statement %d, %g others", s, others) << s << others;
            }
        }
    }
    void untranslatedItIsTheAnalysisEnglish()
    {
        QFETCH(int, statement);
        QFETCH(double, others);
        const Sentence sentence = sentenceOf(statement, {"T1", "T2", "a, b and c", "T4", "T5"}, others);
        QCOMPARE(sentenceText(sentence), QString::fromStdString(inEnglish(sentence)));
    }

    void everySentenceIsTranslated()
    {
        Marked language;
        QVERIFY(QCoreApplication::installTranslator(&language));
        for (int s = 0; s <= static_cast<int>(Statement::tooManyPaths); ++s) {
            const QString text = sentenceText(sentenceOf(s, {"T1", "T2", "T3", "T4", "T5"}, 0.0));
            QVERIFY2(text.startsWith("«") && text.endsWith("»"), qPrintable(text));
        }
        QCOMPARE(sentenceText(sentenceOf(static_cast<int>(Statement::noisy), {"u and w"}, 0.0)),
                 QString("«The gradient is noisy: it depends on «u and w».»"));
        QCoreApplication::removeTranslator(&language);
    }

    void longListsAreShortened_data()
    {
        QTest::addColumn<std::string>("list");
        QTest::addColumn<QString>("said");
        QTest::newRow("few") << std::string("a, b and c") << "a, b and c";
        QTest::newRow("many") << std::string("n#1, n#2, n#3, n#4, n#5, n#6 and n#7")
                              << "n#1 … n#7 (7 in all)";
        QTest::newRow("no names") << std::string("2*x and 3*x") << "2*x and 3*x";
    }
    void longListsAreShortened()
    {
        QFETCH(std::string, list);
        QFETCH(QString, said);
        QCOMPARE(sentenceText(sentenceOf(static_cast<int>(Statement::noisy), {list}, 0.0)),
                 "The gradient is noisy: it depends on " + said + ".");
    }
};

QTEST_GUILESS_MAIN(SentenceTextTest)
#include "tst_sentence_text.moc"
