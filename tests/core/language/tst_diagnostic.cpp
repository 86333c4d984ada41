// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/diagnostic.h"
#include "core/language/program.h"

#include <QTest>

using namespace sluice;

class DiagnosticTest : public QObject
{
    Q_OBJECT

private slots:
    void lineColumn_data();
    void lineColumn();
    void formats_data();
    void formats();
    void shortensLongLines_data();
    void shortensLongLines();
};

void DiagnosticTest::lineColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("beginning") << QByteArray("ab\ncd") << 0 << 1 << 1;
    QTest::newRow("second line") << QByteArray("ab\ncd") << 4 << 2 << 2;
    QTest::newRow("line end") << QByteArray("ab\ncd") << 2 << 1 << 3;
    QTest::newRow("CRLF is one end") << QByteArray("ab\r\ncd") << 4 << 2 << 1;
    QTest::newRow("CR is an end") << QByteArray("ab\rcd") << 3 << 2 << 1;
    QTest::newRow("characters, not bytes") << QByteArray("äö = x") << 7 << 1 << 6;
    QTest::newRow("beyond the basic plane") << QByteArray("𝑥y") << 4 << 1 << 2;
    QTest::newRow("byte-order mark is no column") << QByteArray("\xEF\xBB\xBFxy") << 4 << 1 << 2;
    QTest::newRow("end of text") << QByteArray("ab\n") << 3 << 2 << 1;
    QTest::newRow("beyond the end") << QByteArray("ab") << 99 << 1 << 3;
}

void DiagnosticTest::lineColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const LineColumn at = lineColumnAt(text.toStdString(), static_cast<std::size_t>(offset));
    QTEST(static_cast<int>(at.line), "line");
    QTEST(static_cast<int>(at.column), "column");
}

void DiagnosticTest::formats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("formatted");

    QTest::newRow("plain")
        << QByteArray("x = input(-1, 1)\nz = sqr(x)\n")
        << QByteArray("f.py:2:5: error: there is no function `sqr`: did you mean `sqrt` or `square`?\n"
                      "z = sqr(x)\n"
                      "    ^");
    QTest::newRow("CRLF")
        << QByteArray("x = input(-1, 1)\r\nz = sqr(x)\r\n")
        << QByteArray("f.py:2:5: error: there is no function `sqr`: did you mean `sqrt` or `square`?\n"
                      "z = sqr(x)\n"
                      "    ^");
    QTest::newRow("tab stays a tab")
        << QByteArray("x = input(-1, 1)\nz =\tsqr(x)\n")
        << QByteArray("f.py:2:5: error: there is no function `sqr`: did you mean `sqrt` or `square`?\n"
                      "z =\tsqr(x)\n"
                      "   \t^");
    QTest::newRow("wide names")
        << QByteArray("ä = input(-1, 1)\nöü = sqr(ä)\n")
        << QByteArray("f.py:2:6: error: there is no function `sqr`: did you mean `sqrt` or `square`?\n"
                      "öü = sqr(ä)\n"
                      "     ^");
}

void DiagnosticTest::formats()
{
    QFETCH(QByteArray, text);
    const std::string source = text.toStdString();
    const Reading reading = read(source);
    QCOMPARE(reading.diagnostics.size(), std::size_t(1));
    QTEST(QByteArray::fromStdString(formatted(reading.diagnostics.front(), "f.py", source)), "formatted");
}

void DiagnosticTest::shortensLongLines_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("at the beginning") << 0 << 2000;
    QTest::newRow("in the middle") << 1000 << 1000;
    QTest::newRow("at the end") << 2000 << 0;
}

void DiagnosticTest::shortensLongLines()
{
    QFETCH(int, before);
    QFETCH(int, after);
    const std::string text = std::string(static_cast<std::size_t>(before), 'a') + '?' +
                             std::string(static_cast<std::size_t>(after), 'b');
    Diagnostic diagnostic;
    diagnostic.span = {static_cast<std::size_t>(before), static_cast<std::size_t>(before) + 1};
    diagnostic.column = static_cast<std::size_t>(before) + 1;
    const QStringList lines = QString::fromStdString(formatted(diagnostic, "f", text)).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].size() <= 110);
    QCOMPARE(lines[1].indexOf('?'), lines[2].indexOf('^'));
    QVERIFY(lines[2].indexOf('^') >= 0);
}

QTEST_APPLESS_MAIN(DiagnosticTest)
#include "tst_diagnostic.moc"
