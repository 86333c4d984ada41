// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the core says, as a Russian window shows it.
#include "core/analysis/appended_loss.h"
#include "core/experiment/computation.h"
#include "ui/language.h"
#include "ui/panels/completions.h"
#include "ui/panels/expression_editor.h"
#include "ui/panels/variant_summary.h"
#include "ui/phrase_text.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/workspace.h"

#include <QImage>
#include <QListWidget>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <string>

using namespace sluice;

namespace {

constexpr const char* origin = "x = input(-2, 2)\nu = uniform(0.9, 1.1)\ny = x**2\nyu = y*u\nz = sqrt(yu)\n";

Program programOf(const std::string& text)
{
    return read(text).program.value();
}

Experiment experimentWith(const std::function<void(Experiment&)>& change)
{
    Experiment experiment;
    experiment.text = origin;
    change(experiment);
    return experiment;
}

/// What is said of the error that this throws.
QString saidOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const std::exception& error) {
        return messageOf(error);
    }
    return QStringLiteral("no error");
}

} // namespace

class RussianMessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_russian = std::make_unique<Translation>(languageFor("ru", QLocale::c())); }
    void cleanupTestCase() { m_russian.reset(); }
    void ofTheText_data();
    void ofTheText();
    void ofGates_data();
    void ofGates();
    void ofExperiments_data();
    void ofExperiments();
    void ofLosses_data();
    void ofLosses();
    void ofFiles_data();
    void ofFiles();
    void ofCompletions_data();
    void ofCompletions();
    void ofLargeGraphs();
    void inTheEditor();

private:
    std::unique_ptr<Translation> m_russian;
};

void RussianMessagesTest::ofTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("something else is expected") << "z = 2 *"
                                                << "ожидается выражение, а здесь конец строки";
    QTest::newRow("a keyword") << "z = 2 * if"
                               << "ожидается выражение, а здесь ключевое слово «if»";
    QTest::newRow("a symbol") << "z = f(2 3)"
                              << "ожидается «,» или «)», а здесь «3»";
    QTest::newRow("an open bracket") << "z = (2"
                                     << "скобка «(» не закрыта";
    QTest::newRow("a stranger") << "x = input(-2, 2)\nz = 2·x"
                                << "символу «·» не место в выражении: пишите «*»";
    QTest::newRow("no number") << "z = 2x"
                               << "«2x» — не число: произведение пишется через «*», например «2*x»";
    QTest::newRow("a name with a proposal") << "x = input(-2, 2)\nz = sqr(x)"
                                            << "функции «sqr» нет: может быть, «sqrt» или «square»?";
    QTest::newRow("a name without a proposal")
        << "z = quantity"
        << "имени «quantity» здесь нет: сначала присвойте ему что-нибудь, например "
           "«quantity = input(-2, 2)»";
    QTest::newRow("a foreign statement")
        << "while x:\n  pass"
        << "«while» нет в языке: пишите «for i in range(n):» с известным числом повторений";
    QTest::newRow("a foreign operator") << "x = input(-2, 2)\nz = x % 2"
                                        << "«%» нет в языке: пишите «a - b*floor(a/b)»";
    QTest::newRow("a foreign call")
        << "x = input(-2, 2)\nz = torch.softmax(x)"
        << "«softmax» объединяет много чисел, а здесь каждое значение в каждой точке — одно число: softmax "
           "от двух — это «sigmoid(a - b)»";
    QTest::newRow("no value") << "x = input(-2, 2)\nz = sqrt\ny = x*z"
                              << "здесь нужно значение, а это «sqrt», функция или "
                                 "пространство имён: нужен вызов с аргументами в скобках";
    QTest::newRow("no argument") << "x = input(-2, 2)\nz = maximum(x)"
                                 << "«maximum»: аргументов нужно 2, не хватает «b»";
    QTest::newRow("one argument more") << "x = input(-2, 2)\nz = sqrt(x, x)"
                                       << "аргумент у «sqrt» один, этот лишний";
    QTest::newRow("nothing computed") << "x = 'a'"
                                      << "это строка в кавычках, и здесь ничего не вычисляется: присвойте "
                                         "выражение имени, например «z = sqrt(x**2)», или назовите выход с "
                                         "помощью «output(z)»";
}

void RussianMessagesTest::ofTheText()
{
    QFETCH(QString, text);
    const Reading reading = read(text.toStdString());
    QVERIFY(!reading.diagnostics.empty());
    QTEST(translated(reading.diagnostics.front().message), "message");
}

void RussianMessagesTest::ofGates_data()
{
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QString>("remark");
    QTest::newRow("not found") << "w=stop"
                               << "w=stop не найден: в тексте нет места или использования «w»";
    QTest::newRow("no gate") << "w=halt"
                             << "w=halt не найден: затвор записывается как МЕСТО=stop или МЕСТО=clean";
    QTest::newRow("cuts no path")
        << "u=stop"
        << "u=stop ничего не меняет: «u» не зависит от «x», поэтому градиент через это место не идёт";
    QTest::newRow("nothing to clean")
        << "y=clean"
        << "y=clean ничего не меняет: до «y» шум не доходит, так что очищать нечего";
}

void RussianMessagesTest::ofGates()
{
    QFETCH(QString, gate);
    QFETCH(QString, remark);
    const auto change = [&](Experiment& experiment) {
        experiment.variants = {Variant{"one", {gate.toStdString()}}};
    };
    const Computation computation(programOf(origin), experimentWith(change));
    QCOMPARE(remarksOn(computation.effects().front()).join(QString()), remark);
}

void RussianMessagesTest::ofExperiments_data()
{
    using Change = std::function<void(Experiment&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("message");
    QTest::newRow("no point") << Change([](Experiment& e) { e.points = 0; })
                              << "развёртке нужна хотя бы 1 точка";
    QTest::newRow("too wide") << Change([](Experiment& e) {
        e.from = -1.7e308;
        e.to = 1.7e308;
    }) << "развёртка слишком широка: расстояние между её концами больше наибольшего числа";
    QTest::newRow("unknown output") << Change([](Experiment& e) { e.output = "w"; })
                                    << "в тексте нет места «w», которое могло бы стать выходом";
    QTest::newRow("unknown variable")
        << Change([](Experiment& e) { e.withRespectTo = "w"; })
        << "в тексте нет входа или параметра «w», по которому можно дифференцировать; есть x";
}

void RussianMessagesTest::ofExperiments()
{
    QFETCH(std::function<void(Experiment&)>, change);
    QTEST(saidOf([&] { const Computation computation(programOf(origin), experimentWith(change)); }),
          "message");
}

void RussianMessagesTest::ofLosses_data()
{
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("message");
    QTest::newRow("an error in it") << "(z - 1)**"
                                    << "функция потерь «(z - 1)**», столбец 10: ожидается "
                                       "выражение, а здесь конец строки";
    QTest::newRow("two statements")
        << "z; z"
        << "функция потерь «z; z», столбец 2: это должно быть одно выражение, без "
           "«;»; остальные инструкции пишите в тексте";
}

void RussianMessagesTest::ofLosses()
{
    QFETCH(QString, loss);
    const Program program = programOf(origin);
    QTEST(saidOf([&] { static_cast<void>(appendLoss(origin, program, loss.toStdString())); }), "message");
}

void RussianMessagesTest::ofFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("message");
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.png");
    QVERIFY(image.save(path));
    QFile picture(path);
    QVERIFY(picture.open(QIODevice::ReadOnly));
    QTest::newRow("a foreign picture") << "a.png" << picture.readAll() << "a.png — рисунок без эксперимента.";
    QTest::newRow("cut off") << "a.sluice" << QByteArray("{\"sluice\": 1,")
                             << "Не удалось разобрать a.sluice: строка 1, столбец 14: файл обрывается, это "
                                "неполный JSON";
    QTest::newRow("a wrong type") << "a.sluice"
                                  << QByteArray("{\"sluice\": 1, \"text\": \"\", \"noise\": []}")
                                  << "Не удалось разобрать a.sluice: ключ \"noise\": ожидается ";
    QTest::newRow("a wrong number")
        << "a.sluice" << QByteArray("{\"sluice\": 1, \"text\": \"\", \"points\": {}}")
        << "Не удалось разобрать a.sluice: ключ \"points\": ожидается целое число от 1, а стоит объект";
    QTest::newRow("another version")
        << "a.sluice" << QByteArray("{\"sluice\": 2, \"text\": \"\"}")
        << "Не удалось разобрать a.sluice: версия формата файла — 2, а эта программа читает версию 1";
}

void RussianMessagesTest::ofFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, contents);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(contents), contents.size());
    file.close();
    const QString said = saidOf([&] { static_cast<void>(openExperiment(path)); });
    QVERIFY2(said.startsWith(message), qPrintable(said));
}

void RussianMessagesTest::ofCompletions_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::newRow("words") << "abs"
                           << "abs(v): модуль";
    QTest::newRow("a formula") << "square"
                               << "square(v): v²";
}

void RussianMessagesTest::ofCompletions()
{
    QFETCH(QString, name);
    for (const Completion& completion : completionsAt(name, name.size())) {
        if (completion.name == name) {
            QTEST(completion.description, "description");
            return;
        }
    }
    QFAIL("there is no such name");
}

void RussianMessagesTest::ofLargeGraphs()
{
    QCOMPARE(messageOf(GraphTooLarge(1000)), QString("в графе слишком много узлов: больше 1000"));
}

void RussianMessagesTest::inTheEditor()
{
    Workspace workspace;
    const ExpressionEditor editor(workspace);
    Experiment experiment;
    experiment.text = "x = input(-2, 2)\nz = (x\n";
    workspace.open(experiment);
    const auto* messages = editor.findChild<QListWidget*>();
    QTRY_COMPARE(messages->count(), 1);
    QCOMPARE(messages->item(0)->text(), QString("строка 2: скобка «(» не закрыта"));
}

QTEST_MAIN(RussianMessagesTest)
#include "tst_russian_messages.moc"
