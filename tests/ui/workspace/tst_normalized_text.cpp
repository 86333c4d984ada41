// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/normalized_text.h"

#include <QTest>

using namespace sluice;

class NormalizedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void normalizesText_data();
    void normalizesText();
};

void NormalizedTextTest::normalizesText_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("a\nb\n") << QByteArray("a\nb\n");
    QTest::newRow("windows") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n");
    QTest::newRow("old mac") << QByteArray("a\rb\r") << QByteArray("a\nb\n");
    QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a")
                                     << QByteArray("a");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("");
}

void NormalizedTextTest::normalizesText()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(normalizedText(given.toStdString())), expected);
}

QTEST_APPLESS_MAIN(NormalizedTextTest)
#include "tst_normalized_text.moc"
