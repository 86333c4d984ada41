// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/variant_delegate.h"
#include "ui/panels/variants_panel.h"
#include "ui/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <algorithm>

using namespace sluice;

/// The panel with a workspace and nothing else.
class VariantsPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsTheNameThatWasTaken_data();
    void showsTheNameThatWasTaken();
    void goesWhileANameIsTyped();
    void f2Renames();
    void saysGatesOnlyWhereTheNameDoesNot();
    void dashesAreToldApart();
    void summaryIsOfTheVariantsOwnGates();
    void aVariantGetsATextOfItsOwnAndGivesItUp();
    void asksForAFile();
    void movesByActions();
    void movesByDragging();
    void recolors();

private:
    QAction& action(const QString& text)
    {
        const auto& actions = m_panel->variantActions();
        return **std::ranges::find_if(actions,
                                      [&](const QAction* each) { return each->text().remove('&') == text; });
    }
    QString names()
    {
        QStringList names;
        for (int row = 0; row < list().count(); ++row) {
            names << list().item(row)->text();
        }
        return names.join(' ');
    }
    QListWidget& list() { return *m_panel->findChild<QListWidget*>(); }
    QString summary(int row) { return list().item(row)->data(VariantDelegate::summaryRole).toString(); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<VariantsPanel> m_panel;
};

void VariantsPanelTest::init()
{
    m_workspace = std::make_unique<Workspace>();
    Experiment experiment;
    experiment.text = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\nz = x*u\n";
    experiment.variants = {{"first", {}}, {"second", {"z=stop"}}};
    experiment.points = 5;
    experiment.samples = 5;
    m_workspace->open(experiment);
    m_panel = std::make_unique<VariantsPanel>(*m_workspace);
    m_panel->resize(250, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_VERIFY(m_workspace->shownOutcome() != nullptr && !m_workspace->isBusy());
    QTRY_VERIFY(!summary(1).isEmpty());
}

void VariantsPanelTest::cleanup()
{
    m_panel.reset();
    m_workspace.reset();
}

void VariantsPanelTest::showsTheNameThatWasTaken_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("taken");
    QTest::newRow("plain") << "other"
                           << "other";
    QTest::newRow("nothing") << ""
                             << "first";
    QTest::newRow("blanks") << "   "
                            << "first";
    QTest::newRow("padded") << "  first "
                            << "first";
}

void VariantsPanelTest::showsTheNameThatWasTaken()
{
    QFETCH(QString, typed);
    QFETCH(QString, taken);
    list().editItem(list().item(0));
    auto* editor = list().viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->setText(typed);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(list().item(0)->text(), taken);
    QCOMPARE(m_workspace->experiment().variants[0].name, taken.toStdString());
}

void VariantsPanelTest::goesWhileANameIsTyped()
{
    list().editItem(list().item(0));
    auto* editor = list().viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->setText("half a na");
    m_panel.reset();
    QCOMPARE(m_workspace->experiment().variants[0].name, std::string("first"));
}

/// With the focus in the list, where letters look for a line.
void VariantsPanelTest::f2Renames()
{
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_F2);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor != nullptr);
    QTest::keyClicks(editor, "second thought");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_workspace->experiment().variants[0].name, std::string("second thought"));
    QCOMPARE(m_workspace->selectedVariant(), std::size_t{0});
}

void VariantsPanelTest::saysGatesOnlyWhereTheNameDoesNot()
{
    Experiment experiment = m_workspace->experiment();
    experiment.variants = {
        {"z=stop", {"z=stop"}}, {"cut", {"z=stop"}}, {"u=stop, z=stop", {"z=stop", "u=stop"}}};
    m_workspace->open(experiment);
    QTRY_COMPARE(list().count(), 3);
    const auto gates = [this](int row) {
        return list().item(row)->data(VariantDelegate::gatesRole).toString();
    };
    QTRY_COMPARE(gates(1), QString("z=stop"));
    QCOMPARE(gates(0), QString());
    QCOMPARE(gates(2), QString());
}

/// In the menu of colours, where the piece of line is shortest: `-` for a dash, `.` for a dot.
void VariantsPanelTest::dashesAreToldApart()
{
    QStringList patterns;
    for (int place = 0; place < 5; ++place) {
        constexpr int width = 16;
        QImage image(width, 5, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawVariantLine(painter, image.rect(), Qt::black, Theme::variantDash(place));
        painter.end();
        QString pattern;
        int length = 0;
        // What the edge cuts off could be either.
        for (int x = 0; x < width; ++x) {
            const bool isInk = image.pixelColor(x, 2).alpha() > 0;
            if (!isInk && length > 0) {
                pattern += length > 2 ? '-' : '.';
            }
            length = isInk ? length + 1 : 0;
        }
        patterns << pattern;
    }
    QCOMPARE(patterns[0], QString());
    QCOMPARE(patterns[1].left(2), QString("--"));
    QCOMPARE(patterns[2].left(3), QString("..."));
    QCOMPARE(patterns[3].left(2), QString("-."));
    QCOMPARE(patterns[4].left(3), QString("-.."));
    QCOMPARE(patterns.removeDuplicates(), 0);
}

void VariantsPanelTest::summaryIsOfTheVariantsOwnGates()
{
    m_workspace->setText("z = (", -1);
    QTRY_VERIFY(!m_workspace->isBusy());
    Experiment next = m_workspace->experiment();
    next.points = 0;
    next.variants.erase(next.variants.begin());
    m_workspace->change("delete, and no answer", next);
    QTRY_VERIFY(m_workspace->outcome()->curves == nullptr);
    QTRY_COMPARE(list().count(), 1);
    QCOMPARE(list().item(0)->text(), QString("second"));
    QCOMPARE(summary(0), QString());
}

void VariantsPanelTest::aVariantGetsATextOfItsOwnAndGivesItUp()
{
    const Experiment before = m_workspace->experiment();
    QAction& add = action("New variant with its own text");
    QAction& drop = action("Use the experiment's text");
    QVERIFY(!drop.isEnabled());
    m_workspace->selectVariant(1);
    add.trigger();
    QCOMPARE(m_workspace->selectedVariant(), std::size_t{2});
    const Variant expected{"own text", {"z=stop"}, before.text};
    QVERIFY(m_workspace->experiment().variants.back() == expected);
    QTRY_COMPARE(list().count(), 3);
    QCOMPARE(list().item(2)->data(VariantDelegate::gatesRole).toString(), QString("own text, z=stop"));
    QTRY_VERIFY(drop.isEnabled());
    drop.trigger();
    QVERIFY(!m_workspace->experiment().variants.back().text);
    QTRY_VERIFY(!drop.isEnabled());
    m_workspace->undoStack().undo();
    m_workspace->undoStack().undo();
    QVERIFY(m_workspace->experiment() == before);
}

void VariantsPanelTest::asksForAFile()
{
    QSignalSpy wanted(m_panel.get(), &VariantsPanel::textFileWanted);
    action("Open a text as variant…").trigger();
    QCOMPARE(wanted.count(), 1);
}

void VariantsPanelTest::movesByActions()
{
    QVERIFY(!action("Move variant up").isEnabled());
    QVERIFY(!action("Move variant down").shortcut().isEmpty());
    action("Move variant down").trigger();
    QTRY_COMPARE(names(), QString("second first"));
    QCOMPARE(m_workspace->selectedVariant(), std::size_t(1));
    QTRY_VERIFY(!action("Move variant down").isEnabled());
    QVERIFY(action("Move variant up").isEnabled());
    QCOMPARE(m_workspace->undoStack().undoText(), QString("Move variant down"));
    m_workspace->undoStack().undo();
    QTRY_COMPARE(names(), QString("first second"));
    QCOMPARE(m_workspace->selectedVariant(), std::size_t(0));
}

/// A drop is what the list's model makes of it: a row that has moved.
void VariantsPanelTest::movesByDragging()
{
    QVERIFY(list().dragEnabled());
    QVERIFY(list().item(0)->flags().testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!list().item(0)->flags().testFlag(Qt::ItemIsDropEnabled));
    QVERIFY(list().model()->moveRow({}, 0, {}, 2));
    QCOMPARE(m_workspace->experiment().variants[0].name, std::string("second"));
    QTRY_COMPARE(names(), QString("second first"));
    QCOMPARE(m_workspace->undoStack().undoText(), QString("Move variant"));
    QVERIFY(list().model()->moveRow({}, 1, {}, 0));
    QTRY_COMPARE(names(), QString("first second"));
}

void VariantsPanelTest::recolors()
{
    const QMenu* colors = action("Variant's colour").menu();
    const QList<QAction*> choices = colors->actions();
    QCOMPARE(choices.size(), 7);
    QVERIFY(choices[0]->isChecked());
    choices[3]->trigger();
    QCOMPARE(m_workspace->experiment().variants[0].color, std::optional<std::size_t>(2));
    QTRY_COMPARE(list().item(0)->data(VariantDelegate::colorRole).toInt(), 2);
    QCOMPARE(list().item(1)->data(VariantDelegate::colorRole).toInt(), 1);
    QCOMPARE(m_workspace->undoStack().undoText(), QString("Recolour variant"));
    m_workspace->selectVariant(1);
    QTRY_VERIFY(choices[0]->isChecked());
    m_workspace->selectVariant(0);
    QTRY_VERIFY(choices[3]->isChecked());
    choices[0]->trigger();
    QCOMPARE(m_workspace->experiment().variants[0].color, std::nullopt);
}

QTEST_MAIN(VariantsPanelTest)
#include "tst_variants_panel.moc"
