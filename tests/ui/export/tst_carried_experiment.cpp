// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/synthetic_curves.h"
#include "ui/export/carried_experiment.h"
#include "ui/export/figure_export.h"
#include "ui/theme.h"

#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

using namespace sluice;

namespace {

QByteArray pictureWith(const QString& ending, const QString& json)
{
    const FigureContent content = synthetic::figureOf(synthetic::origin(41));
    const FigureOptions options{.width = 200.0, .height = 150.0};
    return ending == "png"   ? figureAsPng(content, options, json)
           : ending == "svg" ? figureAsSvg(content, options, json)
                             : figureAsPdf(content, options, json);
}

void addEveryFormat()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"png", "svg", "pdf"}) {
        QTest::newRow(ending) << ending;
    }
}

} // namespace

/// What a picture carries comes back to the letter, or not at all.
class TestCarriedExperiment : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(); }

    void comesBackToTheLetter_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("json");
        for (const char* ending : {"png", "svg", "pdf"}) {
            const auto add = [&](const char* name, const QString& json) {
                QTest::addRow("%s, %s", name, ending) << ending << json;
            };
            add("runs of spaces", "{\"text\": \"for i in range(2):\\n    y = y\\n        z\"}");
            add("line breaks", "{\n  \"a\": 1,\n\n  \"b\": 2\n}\n");
            add("signs of markup", "{\"text\": \"where(x < 1 && y > 2, \\\"<a>&amp;\\\", ']]>')\"}");
            add("escapes", "{\"text\": \"\\u03c3 = \\u00e9\"}");
            add("long", QString("{\"text\": \"%1\"}").arg(QString(200'000, 'x')));
        }
    }
    void comesBackToTheLetter()
    {
        QFETCH(QString, ending);
        QFETCH(QString, json);
        const std::optional<QString> carried = carriedExperiment(pictureWith(ending, json));
        QVERIFY(carried.has_value());
        QCOMPARE(*carried, json);
    }

    void aPictureWithoutAnExperimentCarriesNothing_data() { addEveryFormat(); }
    void aPictureWithoutAnExperimentCarriesNothing()
    {
        QFETCH(QString, ending);
        const std::optional<QString> carried = carriedExperiment(pictureWith(ending, {}));
        QVERIFY(carried.has_value());
        QVERIFY(carried->isEmpty());
    }

    void aCutPictureIsNone_data() { addEveryFormat(); }
    void aCutPictureIsNone()
    {
        QFETCH(QString, ending);
        QTest::failOnWarning(QRegularExpression(".*"));
        const QByteArray whole = pictureWith(ending, "{}");
        for (const qsizetype length : {whole.size() / 10, whole.size() / 2, whole.size() - 20}) {
            QVERIFY2(!carriedExperiment(whole.left(length)), qPrintable(QString::number(length)));
        }
    }

    /// A reader of pictures would pass over a text whose checksum is wrong, and so find no experiment.
    void aDamagedPngIsNone_data()
    {
        QTest::addColumn<int>("position");
        const QByteArray whole = pictureWith("png", "{\"text\": \"z = x\"}");
        constexpr int checksum = 4;
        int chunk = 8;
        while (chunk + 12 <= whole.size()) {
            const int length = qFromBigEndian<qint32>(whole.constData() + chunk);
            const QByteArray type = whole.mid(chunk + 4, 4);
            const int end = chunk + 12 + length;
            if (length > 0) {
                QTest::addRow("in the data of %s at %d", type.constData(), chunk) << chunk + 8 + length / 2;
            }
            QTest::addRow("in the type of %s at %d", type.constData(), chunk) << chunk + 5;
            QTest::addRow("in the checksum of %s at %d", type.constData(), chunk) << end - checksum;
            chunk = end;
        }
    }
    void aDamagedPngIsNone()
    {
        QFETCH(int, position);
        QTest::failOnWarning(QRegularExpression(".*"));
        QByteArray picture = pictureWith("png", "{\"text\": \"z = x\"}");
        QVERIFY(carriedExperiment(picture).has_value());
        picture[position] = static_cast<char>(picture[position] ^ 1);
        QVERIFY(!carriedExperiment(picture).has_value());
    }

    void formatIsKnownByContents_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<int>("format");
        const auto add = [](const char* name, const QByteArray& contents, int format) {
            QTest::newRow(name) << contents << format;
        };
        constexpr int none = -1;
        add("png", "\x89PNG\r\n\x1a\n", static_cast<int>(PictureFormat::png));
        add("pdf", "%PDF-1.4\n", static_cast<int>(PictureFormat::pdf));
        add("xml", "<?xml version=\"1.0\"?>", static_cast<int>(PictureFormat::svg));
        add("svg behind a byte-order mark", "\xEF\xBB\xBF\n <svg>", static_cast<int>(PictureFormat::svg));
        add("jpeg", "\xFF\xD8\xFF\xE0", static_cast<int>(PictureFormat::other));
        add("gif", "GIF89a", static_cast<int>(PictureFormat::other));
        add("webp", "RIFF1234WEBP", static_cast<int>(PictureFormat::other));
        add("bitmap", QByteArray("BM\x10\0\0\0", 6), static_cast<int>(PictureFormat::other));
        add("empty", "", none);
        add("expression", "z = x", none);
        add("expression that begins as a bitmap", "BM = input(0, 1)", none);
        add("comparison", "< 2", none);
        add("experiment", "{\"sluice\": 1}", none);
    }
    void formatIsKnownByContents()
    {
        QFETCH(QByteArray, contents);
        QFETCH(int, format);
        const std::optional<PictureFormat> found = pictureFormat(contents);
        QCOMPARE(found ? static_cast<int>(*found) : -1, format);
    }

    void foreignPicturesCarryNothing_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("svg") << QByteArray(
                                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>{}</metadata></svg>")
                             << true;
        QTest::newRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0") << true;
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n<x:xmpmeta xmlns:x='adobe:ns:meta/'/>\n%%EOF\n")
                             << false;
        QTest::newRow("pdf without metadata") << QByteArray("%PDF-1.4\n%%EOF\n") << true;
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><br></html>") << false;
        QTest::newRow("other xml") << QByteArray("<?xml version=\"1.0\"?><feed/>") << false;
        QTest::newRow("text") << QByteArray("z = x") << false;
    }
    void foreignPicturesCarryNothing()
    {
        QFETCH(QByteArray, contents);
        QFETCH(bool, isWhole);
        const std::optional<QString> carried = carriedExperiment(contents);
        QCOMPARE(carried.has_value(), isWhole);
        QVERIFY(carried.value_or(QString()).isEmpty());
    }
};

QTEST_MAIN(TestCarriedExperiment)
#include "tst_carried_experiment.moc"
