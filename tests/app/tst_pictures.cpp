// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& contents)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
}

Outcome rendered(const QString& file, const QString& path, const QStringList& options = {})
{
    return Program{}.run(QStringList{"render", file, "--points", "41", "--samples", "40", "-o", path} +
                         options);
}

void addEveryFormat()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"png", "svg", "pdf"}) {
        QTest::newRow(ending) << ending;
    }
}

} // namespace

/// Pictures as files: they are their experiments, and are written whole or not at all.
class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void aPictureIsItsExperiment_data() { addEveryFormat(); }
    void aPictureIsItsExperiment()
    {
        QFETCH(QString, ending);
        const QTemporaryDir folder;
        const auto first = folder.filePath("first." + ending);
        const auto second = folder.filePath("second." + ending);
        const QStringList options = {"--seed", "18446744073709551615", "--gate", "yu=clean", "--from", "-1"};
        QCOMPARE(rendered("example:origin", first, options).status, 0);
        QCOMPARE(Program{}.run({"check", first}).status, 0);
        const auto again = Program{}.run({"render", first, "-o", second});
        QVERIFY2(again.status == 0, again.errors);
        QVERIFY(!contentsOf(first).isEmpty());
        QVERIFY(contentsOf(first) == contentsOf(second));
    }

    void anyPictureGivesAnyOther()
    {
        const QTemporaryDir folder;
        const auto original = folder.filePath("original.png");
        QCOMPARE(rendered("example:where-trap", original).status, 0);
        QString last = original;
        for (const char* name : {"a.svg", "b.pdf", "c.png"}) {
            QCOMPARE(Program{}.run({"render", last, "-o", folder.filePath(name)}).status, 0);
            last = folder.filePath(name);
        }
        QVERIFY(contentsOf(last) == contentsOf(original));
    }

    void aPictureKeepsWhatItShows_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("third");
        QTest::addColumn<QByteArray>("rest");
        const QByteArray selected(", \"selected\": true");
        const QByteArray hidden(", \"hidden\": true");
        const QByteArray none;
        QTest::newRow("usual") << none << none << none;
        QTest::newRow("second selected") << selected << none << none;
        QTest::newRow("third hidden") << none << hidden << none;
        QTest::newRow("both") << selected << hidden << none;
        QTest::newRow("bias") << none << none << QByteArray(R"(, "plots": {"lower": "bias"})");
        QTest::newRow("bias against the gradient of the mean")
            << none << none
            << QByteArray(R"(, "plots": {"lower": "size of the bias", "target": "gradient of the mean"})");
        QTest::newRow("no bands") << none << none << QByteArray(R"(, "plots": {"layers": ["mean"]})");
        QTest::newRow("differences") << none << none
                                     << QByteArray(R"(, "plots": {"layers": ["mean", "by differences"]})");
        QTest::newRow("sample paths")
            << none << none << QByteArray(R"(, "noise": "shared", "plots": {"layers": ["sample paths"]})");
    }
    void aPictureKeepsWhatItShows()
    {
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, third);
        QFETCH(QByteArray, rest);
        const QTemporaryDir folder;
        const auto render = [&](const QString& file, const QString& picture) {
            const QString path = folder.filePath(picture);
            const auto outcome = rendered(folder.filePath(file), path, {"--show", "legend,gradient,graph"});
            return outcome.status == 0 ? contentsOf(path) : QByteArray();
        };
        const auto experiment = [](const QByteArray& ofSecond, const QByteArray& ofThird,
                                   const QByteArray& ofAll) {
            return R"({"sluice": 1, "text": "x = input(0.5, 2)\nu = uniform(0.9, 1.1)\nyu = x*u\nz = yu**2\n",)"
                   R"( "variants": [{"name": "a", "gates": []}, {"name": "b", "gates": ["yu=clean"])" +
                   ofSecond + R"(}, {"name": "c", "gates": ["z=clean"])" + ofThird + "}]" + ofAll + "}";
        };
        write(folder.filePath("usual.sluice"), experiment({}, {}, {}));
        write(folder.filePath("this.sluice"), experiment(second, third, rest));
        const auto picture = render("this.sluice", "first.png");
        QVERIFY(!picture.isEmpty());
        QVERIFY(render("first.png", "second.png") == picture);
        const bool isUsual = second.isEmpty() && third.isEmpty() && rest.isEmpty();
        QCOMPARE(render("usual.sluice", "usual.png") == picture, isUsual);
    }

    void foreignAndBrokenPicturesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("foreign drawing")
            << "a.svg" << QByteArray("<svg/>") << QByteArray("holds no experiment");
        QTest::newRow("foreign document")
            << "a.pdf" << QByteArray("%PDF-1.7\n%%EOF\n") << QByteArray("holds no experiment");
        QTest::newRow("photograph") << "a.jpg" << QByteArray("\xFF\xD8\xFF\xE0")
                                    << QByteArray("holds no experiment");
        QTest::newRow("cut drawing") << "a.svg" << QByteArray("<svg><metadata") << QByteArray("damaged");
        QTest::newRow("cut document") << "a.pdf" << QByteArray("%PDF-1.7\n") << QByteArray("damaged");
        QTest::newRow("rubbish") << "a.pdf" << QByteArray("rubbish") << QByteArray("damaged");
        QTest::newRow("a drawing with a broken experiment")
            << "a.svg"
            << QByteArray("<svg><metadata id=\"sluice-experiment\">{\"sluice\": 1,</metadata></svg>")
            << QByteArray("line 1");
    }
    void foreignAndBrokenPicturesAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, contents);
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        write(folder.filePath(name), contents);
        const auto outcome = Program{folder.path(), {}}.run({"check", name});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.startsWith(name.toUtf8() + ": error: "), outcome.errors);
        QVERIFY2(outcome.errors.contains(says), outcome.errors);
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    void readOnlyFilesStay_data() { addEveryFormat(); }
    void readOnlyFilesStay()
    {
        QFETCH(QString, ending);
        const QTemporaryDir folder;
        const auto path = folder.filePath("kept." + ending);
        write(path, "mine");
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup));
        const auto outcome = rendered("example:origin", path);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains("read-only"), outcome.errors);
        QCOMPARE(contentsOf(path), QByteArray("mine"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void lengthsOnPaper()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath("figure.png");
        const auto outcome =
            rendered("example:origin", path, {"--width", "85mm", "--height", "6cm", "--dpi", "300"});
        QVERIFY2(outcome.status == 0, outcome.errors);
        const QImage image(path);
        QCOMPARE(image.size(), QSize(1004, 709));
        QCOMPARE(image.dotsPerMeterX(), 11811);
    }

    void everyPartCanBeShown_data() { addEveryFormat(); }
    void everyPartCanBeShown()
    {
        QFETCH(QString, ending);
        const QTemporaryDir folder;
        QByteArray last;
        for (const char* part :
             {"title", "legend", "graph", "forward", "gradient", "histogram", "derivation", "caption"}) {
            const auto path = folder.filePath(QString(part) + '.' + ending);
            const auto outcome = rendered("example:origin", path, {"--show", part});
            QVERIFY2(outcome.status == 0, outcome.errors);
            QVERIFY2(!contentsOf(path).isEmpty() && contentsOf(path) != last, part);
            last = contentsOf(path);
        }
        const auto all = folder.filePath("all." + ending);
        const auto outcome =
            rendered("example:origin", all,
                     {"--show", "title,legend,graph,forward,gradient,histogram,derivation,caption",
                      "--histogram-at", "-2"});
        QVERIFY2(outcome.status == 0, outcome.errors);
        QVERIFY(contentsOf(all).size() > last.size());
    }

    void wrongOptions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("says");
        const auto add = [](const char* name, const QStringList& options, const char* says) {
            QTest::newRow(name) << options << QByteArray(says);
        };
        add("unknown part", {"--show", "title,legends"}, "legend");
        add("no part", {"--show", ""}, "--show");
        add("unknown unit", {"--width", "85ft"}, "--width");
        add("unit alone", {"--width", "mm"}, "--width");
        add("too small on paper", {"--width", "2mm"}, "at least 100");
        add("histogram nowhere", {"--histogram-at", "right"}, "--histogram-at");
        add("histogram beside the sweep", {"--show", "histogram", "--histogram-at", "7"},
            "outside of the sweep");
    }
    void wrongOptions()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        const auto outcome = rendered("example:origin", folder.filePath("figure.png"), options);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.errors.contains(says), outcome.errors);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
