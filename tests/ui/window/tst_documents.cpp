// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"
#include "tests/ui/open_window.h"
#include "ui/export/carried_experiment.h"
#include "ui/graph/graph_view.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/recent_files.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

using namespace sluice;

namespace {

const QString snippet = QStringLiteral("x = input(0, 1)\nz = 3*x\n");

Experiment snippetExperiment()
{
    Experiment experiment;
    experiment.text = snippet.toStdString();
    return experiment;
}

/// Answers every message box with the same button, and remembers what they said.
class Answers : public QObject
{
public:
    explicit Answers(QMessageBox::StandardButton button)
    {
        connect(&m_timer, &QTimer::timeout, this, [this, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr) {
                return;
            }
            m_said << box->text();
            if (QAbstractButton* wanted = box->button(button)) {
                wanted->click();
            } else {
                box->accept();
            }
        });
        m_timer.start(5);
    }

    [[nodiscard]] const QStringList& said() const { return m_said; }

private:
    QTimer m_timer;
    QStringList m_said;
};

} // namespace

/// Where experiments come from and go to: files, the clipboard, drags; and what is asked on the way.
class DocumentsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { OpenWindow::prepareApplication(); }
    void init();
    void cleanup() { m_open.reset(); }
    void remembersTheLastFiles();
    void recentFileThatIsGoneIsDropped();
    void listIsCleared();
    void pastesAsNewExperiment_data();
    void pastesAsNewExperiment();
    void emptyClipboardIsSaid();
    void opensDroppedText();
    void refusesLinks();
    void asksOnce_data();
    void asksOnce();
    void unreadableFileAsksNothing();
    void savesWhereItCameFrom();
    void addsATextAsVariant_data();
    void addsATextAsVariant();

private:
    Document& document() { return m_open->window().document(); }
    void edit() { m_open->workspace().setText(m_open->text() + "# more\n", -1); }
    QString written(const QString& name);

    QTemporaryDir m_folder;
    std::unique_ptr<OpenWindow> m_open;
};

void DocumentsTest::init()
{
    QSettings().clear();
    m_open = std::make_unique<OpenWindow>();
    QVERIFY(QTest::qWaitForWindowExposed(&m_open->window()));
}

QString DocumentsTest::written(const QString& name)
{
    const QString path = m_folder.filePath(name);
    saveExperiment(path, snippetExperiment());
    return path;
}

void DocumentsTest::remembersTheLastFiles()
{
    for (int i = 1; i <= 10; ++i) {
        document().openFile(written(QString("%1.sluice").arg(i)));
    }
    document().openFile(written("5.sluice"));
    const QStringList paths = RecentFiles::paths();
    QCOMPARE(paths.size(), RecentFiles::most);
    QCOMPARE(paths.constFirst(), m_folder.filePath("5.sluice"));
    QCOMPARE(paths[1], m_folder.filePath("10.sluice"));
    QCOMPARE(paths.count(m_folder.filePath("5.sluice")), 1);
    QTRY_VERIFY(m_open->action("1  5.sluice") != nullptr);
    document().createNew();
    m_open->action("1  5.sluice")->trigger();
    QCOMPARE(document().path(), m_folder.filePath("5.sluice"));
}

void DocumentsTest::recentFileThatIsGoneIsDropped()
{
    const QString path = written("gone.sluice");
    document().openFile(path);
    QVERIFY(QFile::remove(path));
    document().createNew();
    const Answers answers(QMessageBox::Ok);
    document().openFile(path);
    QCOMPARE(answers.said().size(), 1);
    QVERIFY2(answers.said().constFirst().contains("not there any more"),
             qPrintable(answers.said().constFirst()));
    QCOMPARE(RecentFiles::paths(), QStringList());
}

void DocumentsTest::listIsCleared()
{
    document().openFile(written("one.sluice"));
    QTRY_VERIFY(m_open->action("Clear the list") != nullptr);
    m_open->action("Clear the list")->trigger();
    QCOMPARE(RecentFiles::paths(), QStringList());
    QTRY_VERIFY(m_open->action("No files yet") != nullptr);
}

void DocumentsTest::pastesAsNewExperiment_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("contents");
    const QByteArray json = QByteArray::fromStdString(toJson(snippetExperiment()));
    QTest::newRow("snippet") << "text/plain" << snippet.toUtf8();
    QTest::newRow("experiment") << "text/plain" << json;
    QTest::newRow("picture") << "image/svg+xml"
                             << QByteArray("<svg>" + svgMetadata(QString::fromUtf8(json)) + "</svg>");
}

void DocumentsTest::pastesAsNewExperiment()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, contents);
    auto data = std::make_unique<QMimeData>();
    data->setData(format, contents);
    QGuiApplication::clipboard()->setMimeData(data.release());
    m_open->action("Paste as new experiment")->trigger();
    QCOMPARE(m_open->workspace().experiment(), snippetExperiment());
    QVERIFY(!m_open->workspace().undoStack().canUndo());
    // It is in no file, so closing would lose it.
    QVERIFY(document().isModified());
    QVERIFY(document().path().isEmpty());
}

void DocumentsTest::emptyClipboardIsSaid()
{
    QGuiApplication::clipboard()->clear();
    const Experiment before = m_open->workspace().experiment();
    const Answers answers(QMessageBox::Ok);
    m_open->action("Paste as new experiment")->trigger();
    QCOMPARE(answers.said().size(), 1);
    QVERIFY(answers.said().constFirst().contains("clipboard"));
    QCOMPARE(m_open->workspace().experiment(), before);
}

void DocumentsTest::opensDroppedText()
{
    // The graph would take what it can't use.
    QVERIFY(!m_open->widget<GraphView>().viewport()->acceptDrops());
    QMimeData data;
    data.setText(snippet);
    const QPoint middle = m_open->window().rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&m_open->window(), &enter);
    QVERIFY(enter.isAccepted());
    QCOMPARE(enter.dropAction(), Qt::CopyAction);
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&m_open->window(), &drop);
    QTRY_COMPARE(m_open->workspace().experiment(), snippetExperiment());
    QVERIFY(document().isModified());
}

void DocumentsTest::refusesLinks()
{
    QMimeData data;
    data.setUrls({QUrl("https://example.org/")});
    QDragEnterEvent enter(m_open->window().rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&m_open->window(), &enter);
    QVERIFY(!enter.isAccepted());
}

void DocumentsTest::asksOnce_data()
{
    using Leave = std::function<void(MainWindow&, const QString&)>;
    QTest::addColumn<Leave>("leave");
    QTest::addColumn<QMessageBox::StandardButton>("answer");
    QTest::addColumn<bool>("leaves");
    const std::vector<std::pair<const char*, Leave>> ways{
        {"new", [](MainWindow& window, const QString&) { window.document().createNew(); }},
        {"file", [](MainWindow& window, const QString& path) { window.document().openFile(path); }},
        {"example", [](MainWindow& window, const QString&) { window.document().openExample("where-trap"); }},
        {"paste",
         [](MainWindow& window, const QString&) { window.document().openContents("z = 1\n", "pasted"); }}};
    for (const auto& [name, leave] : ways) {
        QTest::addRow("%s, cancelled", name) << leave << QMessageBox::Cancel << false;
        QTest::addRow("%s, discarded", name) << leave << QMessageBox::Discard << true;
    }
}

void DocumentsTest::asksOnce()
{
    using Leave = std::function<void(MainWindow&, const QString&)>;
    QFETCH(Leave, leave);
    QFETCH(QMessageBox::StandardButton, answer);
    QFETCH(bool, leaves);
    const QString path = written("other.sluice");
    {
        const Answers answers(answer);
        leave(m_open->window(), path);
        // Nothing has been changed yet.
        QCOMPARE(answers.said(), QStringList());
    }
    edit();
    const Experiment before = m_open->workspace().experiment();
    const Answers answers(answer);
    leave(m_open->window(), path);
    QCOMPARE(answers.said().size(), 1);
    QCOMPARE(m_open->workspace().experiment() != before, leaves);
}

void DocumentsTest::unreadableFileAsksNothing()
{
    const QString path = m_folder.filePath("damaged.sluice");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"sluice\": 1, \"te");
    file.close();
    edit();
    const Experiment before = m_open->workspace().experiment();
    const Answers answers(QMessageBox::Discard);
    document().openFile(path);
    QCOMPARE(answers.said().size(), 1);
    QVERIFY2(answers.said().constFirst().contains("can't be understood"),
             qPrintable(answers.said().constFirst()));
    QCOMPARE(m_open->workspace().experiment(), before);
    QVERIFY(document().isModified());
}

void DocumentsTest::savesWhereItCameFrom()
{
    const QString path = written("mine.sluice");
    MainWindow window(openExperiment(path), "mine.sluice", path);
    window.workspace().setText("x = input(0, 2)\nz = x\n", -1);
    QVERIFY(window.document().isModified());
    QVERIFY(window.document().save());
    QVERIFY(!window.document().isModified());
    QCOMPARE(openExperiment(path), window.workspace().experiment());
    QCOMPARE(RecentFiles::paths(), QStringList{path});
}

void DocumentsTest::addsATextAsVariant_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("expression") << "three.py" << snippet.toUtf8() << true;
    QTest::newRow("line ends of another system")
        << "three.py" << QByteArray("x = input(0, 1)\r\nz = 3*x\r\n") << true;
    QTest::newRow("experiment") << "three.sluice" << QByteArray::fromStdString(toJson(snippetExperiment()))
                                << true;
    QTest::newRow("damaged") << "three.sluice" << QByteArray("{\"sluice\": 1, \"te") << false;
}

void DocumentsTest::addsATextAsVariant()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, contents);
    QFETCH(bool, isTaken);
    const QString path = m_folder.filePath(name);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
    file.close();
    const Experiment before = m_open->workspace().experiment();
    const Answers answers(QMessageBox::Ok);
    document().addVariant(path);
    QCOMPARE(answers.said().isEmpty(), isTaken);
    if (isTaken) {
        const Variant& variant = m_open->workspace().experiment().variants.back();
        QCOMPARE(variant.name, std::string("three"));
        QCOMPARE(variant.text, std::optional(snippet.toStdString()));
        QCOMPARE(m_open->workspace().shownText(), snippet.toStdString());
        m_open->workspace().undoStack().undo();
    }
    QVERIFY(m_open->workspace().experiment() == before);
}

QTEST_MAIN(DocumentsTest)
#include "tst_documents.moc"
