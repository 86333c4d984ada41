// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/carried_experiment.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace sluice;

namespace {

QByteArray pictureWith(const QString& json)
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::white);
    if (!json.isEmpty())
        carryExperiment(picture, json);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

/// What a picture carries comes back to the letter, or not at all.
class TestCarriedExperiment : public QObject
{
    Q_OBJECT

private slots:
    void comesBackToTheLetter_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("runs of spaces") << "{\"text\": \"for i in range(2):\\n    y = y\\n        z\"}";
        QTest::newRow("line breaks") << "{\n  \"a\": 1,\n\n  \"b\": 2\n}\n";
        QTest::newRow("long") << QString("{\"text\": \"%1\"}").arg(QString(200'000, 'x'));
    }
    void comesBackToTheLetter()
    {
        QFETCH(QString, json);
        const std::optional<QString> carried = carriedExperiment(pictureWith(json));
        QVERIFY(carried.has_value());
        QCOMPARE(*carried, json);
    }

    void aForeignPictureCarriesNothing()
    {
        const std::optional<QString> carried = carriedExperiment(pictureWith({}));
        QVERIFY(carried.has_value());
        QVERIFY(carried->isEmpty());
    }

    void aBrokenPictureIsNone_data()
    {
        QTest::addColumn<QByteArray>("contents");
        const QByteArray whole = pictureWith("{}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("z = x");
        QTest::newRow("signature alone") << whole.left(8);
        QTest::newRow("cut") << whole.left(whole.size() / 2);
    }
    void aBrokenPictureIsNone()
    {
        QFETCH(QByteArray, contents);
        QVERIFY(!carriedExperiment(contents));
    }
};

QTEST_MAIN(TestCarriedExperiment)
#include "tst_carried_experiment.moc"
