// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panels/open_workspace.h"
#include "ui/workspace/explanations.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"
#include "ui/workspace/written_codes.h"

#include <QSignalSpy>
#include <QTest>

using namespace sluice;

namespace {

constexpr auto ownText = "x = input(0, 4)\na = 3\nz = a*x\n";
constexpr auto otherText = "x = input(0, 4)\nb = 5\nu = uniform(1, 2)\nz = b*x*u\n";

/// The experiment's text is shown; "other" has one of its own.
Experiment twoTexts()
{
    return experimentOf(ownText, {{"own", {}}, {"other", {}, otherText}});
}

bool isAnswered(const Workspace& workspace)
{
    return workspace.outcome() && !workspace.isBusy();
}

double lastMean(const Workspace& workspace, std::size_t variant)
{
    const VariantCurves* curves = workspace.curvesOf(variant);
    return curves != nullptr ? curves->value.mean.back() : -1.0;
}

} // namespace

/// A workspace in which a variant has a text of its own: which text is shown, edited and computed.
class TextVariantsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_workspace->open(twoTexts());
        QTRY_VERIFY(isAnswered(*m_workspace));
    }
    void cleanup() { m_workspace.reset(); }

    void theSelectedVariantsTextIsShown()
    {
        QSignalSpy read(m_workspace.get(), &Workspace::readingChanged);
        QCOMPARE(m_workspace->shownText(), std::string(ownText));
        QVERIFY(!m_workspace->isShowingOwnText());
        QVERIFY(m_workspace->program()->findParameter("a") != nullptr);
        m_workspace->selectVariant(1);
        QCOMPARE(m_workspace->shownText(), std::string(otherText));
        QVERIFY(m_workspace->isShowingOwnText() && m_workspace->isProgramCurrent());
        QVERIFY(m_workspace->program()->findParameter("b") != nullptr);
        QCOMPARE(read.count(), 1);
        m_workspace->selectVariant(0);
        QVERIFY(m_workspace->program()->findParameter("a") != nullptr);
        QCOMPARE(read.count(), 2);
    }

    void lookingAtAnotherTextComputesNothing()
    {
        const auto before = m_workspace->outcome();
        m_workspace->selectVariant(1);
        m_workspace->selectVariant(0);
        m_workspace->selectVariant(1);
        QVERIFY(!m_workspace->isBusy());
        QCOMPARE(m_workspace->outcome(), before);
    }

    void editsReachTheShownText_data()
    {
        QTest::addColumn<std::size_t>("variant");
        QTest::addColumn<std::string>("own");
        QTest::addColumn<std::string>("other");
        const std::string edited = "x = input(0, 4)\nz = 2*x\n";
        QTest::newRow("the experiment's") << std::size_t{0} << edited << std::string(otherText);
        QTest::newRow("the variant's") << std::size_t{1} << std::string(ownText) << edited;
    }
    void editsReachTheShownText()
    {
        QFETCH(std::size_t, variant);
        QFETCH(std::string, own);
        QFETCH(std::string, other);
        const Experiment before = m_workspace->experiment();
        m_workspace->selectVariant(variant);
        m_workspace->setText("x = input(0, 4)\nz = 2*x\n", m_workspace->beginGesture());
        QCOMPARE(m_workspace->experiment().text, own);
        QCOMPARE(m_workspace->experiment().variants[1].text.value(), other);
        QTRY_COMPARE(lastMean(*m_workspace, variant), 8.0);
        m_workspace->undoStack().undo();
        QVERIFY(m_workspace->experiment() == before);
        QVERIFY(m_workspace->isProgramCurrent());
    }

    void whatIsTakenBackIsShown_data()
    {
        QTest::addColumn<std::size_t>("edited");
        QTest::addColumn<std::size_t>("selectedThen");
        QTest::newRow("the experiment's text") << std::size_t{0} << std::size_t{1};
        QTest::newRow("the variant's") << std::size_t{1} << std::size_t{0};
    }
    void whatIsTakenBackIsShown()
    {
        QFETCH(std::size_t, edited);
        QFETCH(std::size_t, selectedThen);
        m_workspace->selectVariant(edited);
        const std::string before = m_workspace->shownText();
        m_workspace->setText("x = input(0, 4)\nz = 2*x\n", m_workspace->beginGesture());
        m_workspace->selectVariant(selectedThen);
        const QSignalSpy selections(m_workspace.get(), &Workspace::selectionChanged);
        m_workspace->undoStack().undo();
        QCOMPARE(m_workspace->selectedVariant(), edited);
        QCOMPARE(m_workspace->shownText(), before);
        QVERIFY(m_workspace->isProgramCurrent());
        QCOMPARE(selections.count(), 1);
        m_workspace->selectVariant(selectedThen);
        m_workspace->undoStack().redo();
        QCOMPARE(m_workspace->selectedVariant(), edited);
    }

    void slidersReachTheShownText()
    {
        m_workspace->selectVariant(1);
        m_workspace->setLiterals("Change b", {LiteralValue{{"b", std::nullopt}, 7.0}},
                                 m_workspace->beginGesture());
        QCOMPARE(m_workspace->experiment().text, std::string(ownText));
        QVERIFY(m_workspace->experiment().variants[1].text->find("b = 7") != std::string::npos);
    }

    void aTextWithErrorsIsComputedAsItLastWas()
    {
        const double otherBefore = lastMean(*m_workspace, 1);
        m_workspace->selectVariant(1);
        m_workspace->setText("x = input(0, 4)\nz = x +\n", m_workspace->beginGesture());
        QVERIFY(m_workspace->hasErrors());
        m_workspace->selectVariant(0);
        QVERIFY(!m_workspace->hasErrors());
        m_workspace->setText("x = input(0, 4)\nz = 10*x\n", m_workspace->beginGesture());
        QTRY_COMPARE(lastMean(*m_workspace, 0), 40.0);
        QCOMPARE(lastMean(*m_workspace, 1), otherBefore);
        QVERIFY(m_workspace->outcome()->error.isEmpty());
        // Also under another name.
        m_workspace->change("Rename", withVariantName(m_workspace->experiment(), 1, "renamed"));
        m_workspace->setText("x = input(0, 4)\nz = 20*x\n", m_workspace->beginGesture());
        QTRY_COMPARE(lastMean(*m_workspace, 0), 80.0);
        QCOMPARE(lastMean(*m_workspace, 1), otherBefore);
        m_workspace->selectVariant(1);
        QVERIFY(m_workspace->hasErrors());
        QCOMPARE(m_workspace->diagnostics().front().line, std::size_t{2});
    }

    void theExperimentsTextMayHaveErrorsWhileAVariantsIsEdited()
    {
        m_workspace->setText("x = input(0, 4)\nz = x +\n", m_workspace->beginGesture());
        m_workspace->selectVariant(1);
        QVERIFY(!m_workspace->hasErrors());
        m_workspace->setText("x = input(0, 4)\nz = 2*x\n", m_workspace->beginGesture());
        QTRY_COMPARE(lastMean(*m_workspace, 1), 8.0);
        QCOMPARE(lastMean(*m_workspace, 0), 12.0);
    }

    void whatIsOpenedBrokenIsSaid_data()
    {
        QTest::addColumn<std::string>("own");
        QTest::addColumn<std::string>("other");
        QTest::addColumn<std::size_t>("selected");
        QTest::addColumn<QString>("error");
        QTest::newRow("the variant's text")
            << std::string(ownText) << std::string("z = (") << std::size_t{0} << "variant “other” has errors";
        QTest::newRow("the experiment's text") << std::string("z = (") << std::string(otherText)
                                               << std::size_t{1} << "experiment's own text has errors";
        QTest::newRow("no such variable") << std::string(ownText) << std::string("t = input(0, 1)\nz = t\n")
                                          << std::size_t{1} << "variant “other” has no input";
    }
    void whatIsOpenedBrokenIsSaid()
    {
        QFETCH(std::string, own);
        QFETCH(std::string, other);
        QFETCH(std::size_t, selected);
        QFETCH(QString, error);
        m_workspace->open(experimentOf(own, {{"own", {}}, {"other", {}, other}}), {.selected = selected});
        QTRY_VERIFY(isAnswered(*m_workspace));
        QVERIFY2(m_workspace->outcome()->error.contains(error), qPrintable(m_workspace->outcome()->error));
        QVERIFY(m_workspace->hasFailed());
        // It can be mended, which text it may be.
        for (const std::size_t variant : {0, 1}) {
            m_workspace->selectVariant(variant);
            m_workspace->setText(ownText, m_workspace->beginGesture());
        }
        QTRY_COMPARE(lastMean(*m_workspace, 1), 12.0);
    }

    void longTextsAreReadInTheThread()
    {
        m_workspace->selectVariant(1);
        const QString comments = QString("# nothing to see here\n").repeated(2000);
        m_workspace->setText(comments + "x = input(0, 4)\nz = 2*x\n", m_workspace->beginGesture());
        QVERIFY(!m_workspace->isProgramCurrent());
        QTRY_COMPARE(lastMean(*m_workspace, 1), 8.0);
        QVERIFY(m_workspace->isProgramCurrent());
        // Whoever looks elsewhere meanwhile finds it read.
        m_workspace->setText(comments + "x = input(0, 4)\nz = 3*x\n", m_workspace->beginGesture());
        m_workspace->selectVariant(0);
        QTRY_COMPARE(lastMean(*m_workspace, 1), 12.0);
        QVERIFY(m_workspace->isProgramCurrent());
    }

    void theExperimentsTextCanBeUsedAgain()
    {
        m_workspace->selectVariant(1);
        m_workspace->change("Use", withoutOwnText(m_workspace->experiment(), 1));
        QVERIFY(!m_workspace->isShowingOwnText());
        QVERIFY(m_workspace->program()->findParameter("a") != nullptr);
        QTRY_COMPARE(lastMean(*m_workspace, 1), 12.0);
        m_workspace->undoStack().undo();
        QVERIFY(m_workspace->isShowingOwnText());
        QVERIFY(m_workspace->program()->findParameter("b") != nullptr);
    }

    void whyAndCodeAreOfTheVariantsText()
    {
        m_workspace->selectVariant(1);
        Explanations explanations(*m_workspace);
        WrittenCodes codes(*m_workspace, explanations);
        codes.setWanted(true);
        m_workspace->change("Draw", [&] {
            Experiment next = m_workspace->experiment();
            ++next.seed;
            return next;
        }());
        QTRY_VERIFY(explanations.isCurrent() && codes.isCurrent());
        QCOMPARE(explanations.shown()->explanation.verdict.sources, (std::vector<std::string>{"u"}));
        QVERIFY2(codes.shown()->text.contains("b * x"), qPrintable(codes.shown()->text));
        m_workspace->selectVariant(0);
        QTRY_VERIFY(explanations.isCurrent() && codes.isCurrent());
        QCOMPARE(explanations.shown()->explanation.verdict.noiseFree, Certainty::proved);
        QVERIFY2(codes.shown()->text.contains("a * x"), qPrintable(codes.shown()->text));
    }

private:
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TextVariantsTest)
#include "tst_text_variants.moc"
