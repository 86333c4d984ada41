// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formula/formula_view.h"
#include "ui/formula/read_formula.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace sluice;

/// The widget around a formula: room, reading aloud, copying.
class FormulaViewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }
    void isReadAsText();
    void isCopiedByKeyboard();
    void growsDownwardsWhereItIsNarrow();
    void followsTheFont();
};

void FormulaViewTest::isReadAsText()
{
    FormulaView view;
    view.setFormula(readFormula("1/(2*sqrt(yu))").marked(TypesetFormula::Mark::noisy));
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(accessible != nullptr);
    QVERIFY(accessible->text(QAccessible::Name).contains("noisy: 1/(2*sqrt(yu))"));
}

void FormulaViewTest::isCopiedByKeyboard()
{
    FormulaView view;
    view.setFormula(readFormula("x**2*u"));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("x**2*u"));
}

void FormulaViewTest::growsDownwardsWhereItIsNarrow()
{
    FormulaView view;
    view.setFormula(readFormula("a*b*c*d*e*f*g*h*i*j*k*l"));
    const int wide = view.sizeHint().width();
    QCOMPARE(view.heightForWidth(wide), view.sizeHint().height());
    QVERIFY(view.heightForWidth(wide / 3) >= 2 * view.heightForWidth(wide));
    QVERIFY(view.minimumSizeHint().width() < wide / 3);
}

void FormulaViewTest::followsTheFont()
{
    FormulaView view;
    view.setFormula(readFormula("a/b"));
    const QSize before = view.sizeHint();
    QFont font = view.font();
    font.setPointSizeF(3.0 * font.pointSizeF());
    view.setFont(font);
    QVERIFY(view.sizeHint().height() > 2 * before.height());
}

QTEST_MAIN(FormulaViewTest)
#include "tst_formula_view.moc"
