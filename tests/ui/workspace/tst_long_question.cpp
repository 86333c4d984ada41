// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/long_question.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <semaphore>
#include <vector>

using namespace sluice;

namespace {

/// Answers with what it was asked, as soon as it may.
class Echo : public LongQuestion
{
public:
    Echo() : LongQuestion(nullptr) {}
    ~Echo() override { release(); }

    void ask(int number)
    {
        run([this, number, turns = m_turns](const ShowProgress& showProgress,
                                            const std::stop_token&) -> TakeAnswer {
            showProgress(0.25);
            turns->runs.release();
            turns->mayAnswer.acquire();
            return [this, number] { m_answers.push_back(number); };
        });
    }
    void waitUntilItRuns() { m_turns->runs.acquire(); }
    void release() { m_turns->mayAnswer.release(); }
    [[nodiscard]] const std::vector<int>& answers() const { return m_answers; }

private:
    struct Turns
    {
        std::counting_semaphore<> runs{0};
        std::counting_semaphore<> mayAnswer{0};
    };
    std::shared_ptr<Turns> m_turns = std::make_shared<Turns>();
    std::vector<int> m_answers;
};

} // namespace

/// What takes long is answered once, by the latest question, unless it was stopped.
class LongQuestionTest : public QObject
{
    Q_OBJECT

private slots:
    void answersInTheEnd()
    {
        Echo echo;
        const QSignalSpy answered(&echo, &LongQuestion::answered);
        QVERIFY(!echo.isRunning());
        echo.ask(1);
        QVERIFY(echo.isRunning());
        echo.waitUntilItRuns();
        QCOMPARE(echo.progress(), 0.25);
        QVERIFY(echo.answers().empty());
        echo.release();
        QTRY_COMPARE(echo.answers(), std::vector<int>{1});
        QVERIFY(!echo.isRunning());
        QCOMPARE(echo.elapsed(), 0);
        QCOMPARE(answered.count(), 1);
    }

    void theLatestQuestionWins()
    {
        Echo echo;
        echo.ask(1);
        echo.waitUntilItRuns();
        echo.ask(2);
        QCOMPARE(echo.progress(), 0.0);
        echo.release();
        echo.waitUntilItRuns();
        QVERIFY(echo.isRunning());
        echo.release();
        QTRY_COMPARE(echo.answers(), std::vector<int>{2});
    }

    void whatWasStoppedIsNotAnswered()
    {
        Echo echo;
        const QSignalSpy answered(&echo, &LongQuestion::answered);
        const QSignalSpy changed(&echo, &LongQuestion::changed);
        echo.ask(1);
        echo.waitUntilItRuns();
        echo.stop();
        QVERIFY(!echo.isRunning());
        QCOMPARE(changed.count(), 2);
        echo.release();
        QTest::qWait(50);
        QCOMPARE(answered.count(), 0);
        echo.ask(2);
        echo.release();
        QTRY_COMPARE(echo.answers(), std::vector<int>{2});
    }
};

QTEST_GUILESS_MAIN(LongQuestionTest)
#include "tst_long_question.moc"
