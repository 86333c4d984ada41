// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/code_edit.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/name_completer.h"
#include "ui/workspace/variant_editing.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemView>
#include <QListWidget>
#include <QTest>
#include <QTextBlock>

using namespace sluice;

class ExpressionEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void typingChangesTheExperiment();
    void typingIsOneStepOfUndo();
    void listsAndMarksErrors();
    void messagesAreReadInFull();
    void showsTheSelectedVariantsText();
    void typingInAnotherTextIsAnotherStep();
    void clickJumpsToTheError();
    void cursorStaysWhereASliderRewrites();
    void tabWritesSpaces();
    void offersNames_data();
    void offersNames();
    void offersNamesWhereTheyHelp_data();
    void offersNamesWhereTheyHelp();
    void showsTextWithFewestChanges_data();
    void showsTextWithFewestChanges();

private:
    /// The list takes the keys while it is shown.
    QAbstractItemView& completions() { return *m_editor->editor()->findChild<NameCompleter*>()->popup(); }
    QWidget* typingTarget()
    {
        return completions().isVisible() ? static_cast<QWidget*>(&completions()) : m_editor->editor();
    }
    void type(const QString& text)
    {
        for (const QChar character : text) {
            QTest::keyClick(typingTarget(), character.toLatin1());
        }
    }
    QListWidget& messages() { return *m_editor->findChild<QListWidget*>(); }
    /// A text that takes long to read is read in another thread, and meanwhile there is more of it.
    bool isAboutSqr() { return messages().count() == 1 && messages().item(0)->text().contains("“sqr”"); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ExpressionEditor> m_editor;
};

void ExpressionEditorTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<ExpressionEditor>(*m_workspace);
    Experiment experiment;
    experiment.text = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n";
    experiment.points = 11;
    experiment.samples = 10;
    m_workspace->open(experiment);
    m_editor->resize(400, 300);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    m_editor->editor()->moveCursor(QTextCursor::End);
}

void ExpressionEditorTest::cleanup()
{
    m_editor.reset();
    m_workspace.reset();
}

void ExpressionEditorTest::typingChangesTheExperiment()
{
    QTest::keyClicks(m_editor->editor(), "w = z*2");
    QVERIFY(m_workspace->experiment().text.ends_with("z = x*u\nw = z*2"));
    QTRY_VERIFY(m_workspace->program()->findPlace("w") != nullptr);
}

void ExpressionEditorTest::typingIsOneStepOfUndo()
{
    QTest::keyClicks(m_editor->editor(), "w = z*2");
    QCOMPARE(m_workspace->undoStack().count(), 1);
    m_workspace->undoStack().undo();
    QVERIFY(m_editor->editor()->toPlainText().endsWith("z = x*u\n"));
    m_workspace->undoStack().redo();
    QVERIFY(m_editor->editor()->toPlainText().endsWith("w = z*2"));
}

/// However narrow the panel, and also where it becomes so while a message is shown.
void ExpressionEditorTest::messagesAreReadInFull()
{
    type("w = quantity");
    QTRY_COMPARE(messages().count(), 1);
    for (const int width : {400, 250, 330}) {
        m_editor->resize(width, 300);
        QCoreApplication::processEvents();
        const QRect row = messages().visualItemRect(messages().item(0));
        const QRect room(0, 0, row.width() - 8, 1000);
        const QString text = messages().item(0)->text();
        const int needed = messages().fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height();
        QVERIFY2(row.height() >= needed, qPrintable(QString::number(width)));
        QVERIFY2(messages().viewport()->height() >= row.bottom(), qPrintable(QString::number(width)));
        QVERIFY(row.right() < messages().viewport()->width());
    }
}

void ExpressionEditorTest::showsTheSelectedVariantsText()
{
    const QString own = m_editor->editor()->toPlainText();
    QCOMPARE(m_editor->detail(), QString());
    m_workspace->change("Add",
                        withTextVariant(m_workspace->experiment(), "mine", "z = input(0, 1)\nw = sqr(z)\n"));
    QCOMPARE(m_editor->editor()->toPlainText(), own);
    m_workspace->selectVariant(1);
    QCOMPARE(m_editor->editor()->toPlainText(), QString("z = input(0, 1)\nw = sqr(z)\n"));
    QCOMPARE(m_editor->detail(), QString("of “mine”"));
    QVERIFY(isAboutSqr());
    m_workspace->change("Rename", withVariantName(m_workspace->experiment(), 1, "yours"));
    QCOMPARE(m_editor->detail(), QString("of “yours”"));
    m_workspace->selectVariant(0);
    QCOMPARE(m_editor->editor()->toPlainText(), own);
    QCOMPARE(m_editor->detail(), QString());
    QCOMPARE(messages().count(), 0);
}

void ExpressionEditorTest::typingInAnotherTextIsAnotherStep()
{
    m_workspace->change("Add", withTextVariant(m_workspace->experiment(), "mine", "z = input(0, 1)\n"));
    QTest::keyClicks(m_editor->editor(), "a = 1");
    m_workspace->selectVariant(1);
    m_editor->editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_editor->editor(), "b = 2");
    QCOMPARE(m_workspace->undoStack().count(), 3);
    QCOMPARE(m_workspace->experiment().variants[1].text.value(), std::string("z = input(0, 1)\nb = 2"));
    QVERIFY(m_workspace->experiment().text.ends_with("a = 1"));
    m_workspace->undoStack().undo();
    QCOMPARE(m_editor->editor()->toPlainText(), QString("z = input(0, 1)\n"));
}

void ExpressionEditorTest::listsAndMarksErrors()
{
    QVERIFY(!messages().isVisible());
    QTest::keyClicks(m_editor->editor(), "w = sqr(z)");
    QTRY_VERIFY(isAboutSqr());
    QVERIFY(messages().isVisible());
    const QString message = messages().item(0)->text();
    QVERIFY2(message.startsWith("line 4:") && message.contains("sqrt"), qPrintable(message));
    const auto marks = m_editor->editor()->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.front().cursor.selectedText(), QString("sqr"));
    m_workspace->undoStack().undo();
    QTRY_VERIFY(!messages().isVisible());
    QVERIFY(m_editor->editor()->extraSelections().isEmpty());
}

void ExpressionEditorTest::clickJumpsToTheError()
{
    QTest::keyClicks(m_editor->editor(), "w = sqr(z)");
    QTRY_VERIFY(isAboutSqr());
    m_editor->editor()->moveCursor(QTextCursor::Start);
    const QRect item = messages().visualItemRect(messages().item(0));
    QTest::mouseClick(messages().viewport(), Qt::LeftButton, {}, item.center());
    QCOMPARE(m_editor->editor()->textCursor().blockNumber(), 3);
    QCOMPARE(m_editor->editor()->textCursor().positionInBlock(), 4);
}

void ExpressionEditorTest::cursorStaysWhereASliderRewrites()
{
    m_editor->editor()->moveCursor(QTextCursor::End);
    m_editor->editor()->moveCursor(QTextCursor::Up);
    const int line = m_editor->editor()->textCursor().blockNumber();
    m_workspace->setLiterals("Change u", {{{"u", 0}, 0.12345}}, -1);
    QTRY_VERIFY(m_editor->editor()->toPlainText().contains("uniform(0.12345, 1.1)"));
    QCOMPARE(m_editor->editor()->textCursor().blockNumber(), line);
    QCOMPARE(m_workspace->undoStack().count(), 1);
}

void ExpressionEditorTest::tabWritesSpaces()
{
    QTest::keyClick(m_editor->editor(), Qt::Key_Tab);
    QTest::keyClicks(m_editor->editor(), "a");
    QTest::keyClick(m_editor->editor(), Qt::Key_Tab);
    QTest::keyClicks(m_editor->editor(), "b");
    QVERIFY(m_editor->editor()->toPlainText().endsWith("\n    a   b"));
}

void ExpressionEditorTest::offersNames_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("downs");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("line");
    QTest::newRow("the first, by Enter") << ""
                                         << "w = sqr" << 0 << Qt::Key_Return << "w = sqrt";
    QTest::newRow("the first, by Tab") << ""
                                       << "w = sqr" << 0 << Qt::Key_Tab << "w = sqrt";
    QTest::newRow("the next") << ""
                              << "w = hard" << 1 << Qt::Key_Return << "w = hardtanh";
    QTest::newRow("the text's own name first") << "stopped = x\n"
                                               << "w = sto" << 0 << Qt::Key_Return << "w = stopped";
    QTest::newRow("none") << ""
                          << "w = sqr" << 0 << Qt::Key_Escape << "w = sqr";
}

void ExpressionEditorTest::offersNames()
{
    QFETCH(QString, before);
    QFETCH(QString, typed);
    QFETCH(int, downs);
    QFETCH(Qt::Key, key);
    QFETCH(QString, line);
    m_editor->editor()->insertPlainText(before);
    type(typed);
    QVERIFY(completions().isVisible());
    for (int i = 0; i < downs; ++i) {
        QTest::keyClick(&completions(), Qt::Key_Down);
    }
    QTest::keyClick(&completions(), key);
    QVERIFY(!completions().isVisible());
    QCOMPARE(m_editor->editor()->textCursor().block().text(), line);
    QVERIFY(m_workspace->experiment().text.ends_with(line.toStdString()));
}

void ExpressionEditorTest::offersNamesWhereTheyHelp_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isOffered");
    QTest::addColumn<bool>("isOfferedWhenAsked");
    QTest::newRow("one letter") << "w = s" << false << true;
    QTest::newRow("two letters") << "w = sq" << true << true;
    QTest::newRow("no letter") << "w = " << false << true;
    QTest::newRow("in a comment") << "w = x # sq" << false << false;
    QTest::newRow("what no name begins with") << "w = sqx" << false << false;
    QTest::newRow("a name that is complete") << "w = relu6" << false << false;
}

void ExpressionEditorTest::offersNamesWhereTheyHelp()
{
    QFETCH(QString, typed);
    QFETCH(bool, isOffered);
    QFETCH(bool, isOfferedWhenAsked);
    type(typed);
    QCOMPARE(completions().isVisible(), isOffered);
    completions().hide();
    QTest::keyClick(m_editor->editor(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(completions().isVisible(), isOfferedWhenAsked);
    completions().hide();
}

void ExpressionEditorTest::showsTextWithFewestChanges_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("from nothing") << ""
                                  << "abc";
    QTest::newRow("to nothing") << "abc"
                                << "";
    QTest::newRow("middle") << "a = 0.9\nb"
                            << "a = 0.85\nb";
    QTest::newRow("repeated letters") << "aaa"
                                      << "aa";
    QTest::newRow("more repeated letters") << "aa"
                                           << "aaaa";
    QTest::newRow("lines") << "a\nb\nc"
                           << "a\nc\nd\n";
    QTest::newRow("letters beyond Latin") << "# ε\na"
                                          << "# шум\na";
}

void ExpressionEditorTest::showsTextWithFewestChanges()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    CodeEdit edit;
    edit.setPlainText(before);
    edit.showText(after);
    QCOMPARE(edit.toPlainText(), after);
}

QTEST_MAIN(ExpressionEditorTest)
#include "tst_expression_editor.moc"
