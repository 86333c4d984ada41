// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/expression_highlighter.h"
#include "ui/panels/python_highlighter.h"
#include "ui/theme.h"

#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace sluice;

namespace {

/// The document's text with a letter for the format of each character: `c` comment or string, `n` number, `k`
/// keyword, `u` noise, `g` what decides what flows back, `.` anything else.
template <class Highlighter>
QString formatsOf(const QString& text)
{
    QTextDocument document;
    document.setPlainText(text);
    Highlighter highlighter(&document);
    const Theme& theme = lightTheme();
    highlighter.setTheme(theme);
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QString line(block.length() - 1, QLatin1Char('.'));
        for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
            const QColor ink = range.format.foreground().color();
            const QChar letter = range.format.fontWeight() == QFont::Bold ? QLatin1Char('k')
                                 : ink == theme.accent                    ? QLatin1Char('n')
                                 : ink == theme.noise                     ? QLatin1Char('u')
                                 : ink == theme.noiseFree                 ? QLatin1Char('g')
                                                                          : QLatin1Char('c');
            line.replace(range.start, range.length, QString(range.length, letter));
        }
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// Colours by what a stretch of code is.
class PythonHighlighterTest : public QObject
{
    Q_OBJECT

private slots:
    void python_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("formats");
        QTest::newRow("call") << "y = tf.stop_gradient(x) + 1.5e-3"
                              << ".......ggggggggggggg......nnnnnn";
        QTest::newRow("noise") << "u = noise[\"u\"]  # drawn"
                               << "....uuuuu.ccc...ccccccc";
        QTest::newRow("keywords") << "def f(x): return None"
                                  << "kkk.......kkkkkk.kkkk";
        QTest::newRow("names with digits") << "x1 = v_3"
                                           << "........";
        QTest::newRow("docstring") << "\"\"\"One\n1 def\nend\"\"\" + 2"
                                   << "cccccc\nccccc\ncccccc...n";
        QTest::newRow("docstring of a line") << "\"\"\"One\"\"\"\n1"
                                             << "ccccccccc\nn";
        QTest::newRow("empty string") << "f(\"\", 1)"
                                      << "..cc..n.";
    }
    void python()
    {
        QFETCH(QString, text);
        QTEST(formatsOf<PythonHighlighter>(text), "formats");
    }

    void expressions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("formats");
        QTest::newRow("noise and gate") << "u = uniform(0.9, 1) + stop_gradient(x)"
                                        << "....uuuuuuu.nnn..n....ggggggggggggg...";
        QTest::newRow("loop") << "for k in range(3):"
                              << "kkk...kk.kkkkk.n..";
        QTest::newRow("no keyword of the language") << "class_ = draw"
                                                    << ".............";
    }
    void expressions()
    {
        QFETCH(QString, text);
        QTEST(formatsOf<ExpressionHighlighter>(text), "formats");
    }
};

QTEST_MAIN(PythonHighlighterTest)
#include "tst_python_highlighter.moc"
