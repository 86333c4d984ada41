// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "explained_workspace.h"
#include "ui/panels/code_edit.h"
#include "ui/panels/code_panel.h"
#include "ui/workspace/written_codes.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sluice;

/// The panel with a workspace and nothing else.
class CodePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_parts.reset(); }
    void writesEachTarget_data();
    void writesEachTarget();
    void followsTheSelectedVariant();
    void saysWhatWasFound();
    void writesOnlyWhileItIsSeen();
    void copies();
    void savesWholeOrNotAtAll();
    void savesWithItsCheck();
    void brokenTextLeavesTheLastCode();

private:
    QString code() { return m_parts->panel.findChild<CodeEdit*>()->toPlainText(); }
    /// In one line, as sentences are.
    QString said() { return code().simplified(); }
    QComboBox& choice(const QString& name);
    QToolButton& button(const QString& text);
    void choose(QComboBox& box, const QString& text);
    void answer()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_parts->codes.isCurrent() && m_parts->explanations.isCurrent(), 20000);
    }

    struct Parts : ExplainedWorkspace
    {
        WrittenCodes codes{workspace, explanations};
        CodePanel panel{codes};
    };
    std::unique_ptr<Parts> m_parts;
};

void CodePanelTest::init()
{
    m_parts = std::make_unique<Parts>();
    QVERIFY(m_parts->show(m_parts->panel, {330, 500},
                          experimentOf(originText, {{"none", {}}, {"end", {"z=clean"}}})));
    answer();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains("The gradient is noisy"), 20000);
}

QComboBox& CodePanelTest::choice(const QString& name)
{
    for (auto* box : m_parts->panel.findChildren<QComboBox*>()) {
        if (box->accessibleName() == name) {
            return *box;
        }
    }
    throw std::logic_error("no such choice");
}

QToolButton& CodePanelTest::button(const QString& text)
{
    for (auto* each : m_parts->panel.findChildren<QToolButton*>()) {
        if (each->text() == text) {
            return *each;
        }
    }
    throw std::logic_error("no such button");
}

void CodePanelTest::choose(QComboBox& box, const QString& text)
{
    box.setCurrentIndex(box.findText(text));
    emit box.activated(box.currentIndex());
}

void CodePanelTest::writesEachTarget_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("usualForm");
    QTest::addColumn<QString>("imported");
    QTest::newRow("TensorFlow 1") << "TensorFlow 1"
                                  << "stop gradient"
                                  << "tensorflow.compat.v1";
    QTest::newRow("TensorFlow") << "TensorFlow"
                                << "exact"
                                << "import tensorflow";
    QTest::newRow("Keras") << "Keras"
                           << "exact"
                           << "import keras";
    QTest::newRow("PyTorch") << "PyTorch"
                             << "exact"
                             << "import torch";
    QTest::newRow("JAX") << "JAX"
                         << "exact"
                         << "import jax";
}

void CodePanelTest::writesEachTarget()
{
    QFETCH(QString, target);
    QFETCH(QString, usualForm);
    QFETCH(QString, imported);
    m_parts->workspace.selectVariant(1);
    choose(choice("Framework"), target);
    answer();
    QCOMPARE(choice("Form").currentText(), usualForm);
    QVERIFY2(code().contains(imported), qPrintable(code()));
    QVERIFY(code().contains("sqrt"));
    const QString usual = code();
    choose(choice("Form"), usualForm == "exact" ? "stop gradient" : "exact");
    answer();
    QVERIFY(code() != usual);
    QVERIFY(code().contains(imported));
}

void CodePanelTest::followsTheSelectedVariant()
{
    const QString none = code();
    QVERIFY(!none.isEmpty());
    m_parts->workspace.selectVariant(1);
    QVERIFY(!m_parts->codes.isCurrent());
    QVERIFY(!button("Copy").isEnabled() || code() == none);
    answer();
    QVERIFY(code() != none);
    m_parts->workspace.selectVariant(0);
    answer();
    QTRY_COMPARE(code(), none);
}

void CodePanelTest::saysWhatWasFound()
{
    m_parts->workspace.selectVariant(1);
    answer();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains("no noise source reaches it"), 20000);
}

void CodePanelTest::writesOnlyWhileItIsSeen()
{
    m_parts->panel.hide();
    const QSignalSpy answers(&m_parts->codes, &WrittenCodes::written);
    m_parts->workspace.selectVariant(1);
    QTest::qWait(300);
    QCOMPARE(answers.count(), 0);
    m_parts->panel.show();
    answer();
}

void CodePanelTest::copies()
{
    QTest::mouseClick(&button("Copy"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), code());
}

void CodePanelTest::savesWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("code.py");
    QVERIFY(m_parts->panel.saveTo(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), code());
    QVERIFY(!m_parts->panel.saveTo(folder.filePath("nowhere/code.py")));
    bool isSaid = false;
    for (const auto* label : m_parts->panel.findChildren<QLabel*>()) {
        isSaid = isSaid || (label->isVisible() && label->text().contains("does not exist"));
    }
    QVERIFY(isSaid);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"code.py"});
}

void CodePanelTest::savesWithItsCheck()
{
    const QTemporaryDir folder;
    QVERIFY(m_parts->panel.saveWithCheckTo(folder.path()));
    const QStringList written = QDir(folder.path()).entryList(QDir::Files);
    for (const char* name : {"check.py", "draws.npz", "expected.json"}) {
        QVERIFY2(written.contains(name), name);
    }
    QCOMPARE(written.size(), 4);
    QVERIFY(!m_parts->panel.saveWithCheckTo(folder.filePath("nowhere")));
}

void CodePanelTest::brokenTextLeavesTheLastCode()
{
    const QString before = code();
    Experiment broken = m_parts->workspace.experiment();
    broken.text = "x = input(-2, 2)\nz = sqrt(\n";
    m_parts->workspace.change("text", broken);
    QTRY_VERIFY(m_parts->workspace.hasErrors());
    QTest::qWait(200);
    QCOMPARE(code(), before);
    QVERIFY(!button("Copy").isEnabled());
    QVERIFY(!button("Save…").isEnabled());
}

QTEST_MAIN(CodePanelTest)
#include "tst_code_panel.moc"
