// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// A figure has the same bytes with a display as without, whatever the display's settings are.
class TestPlatforms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_offscreen.isValid() && m_display.isValid());
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_FONT_DPI"}) {
            environment.remove(QLatin1String(name));
        }
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        QVERIFY(runs(WRITE_FIGURES, {m_offscreen.path()}, environment));

        environment.insert("QT_QPA_PLATFORM", "xcb");
        environment.insert("QT_SCALE_FACTOR", "2");
        environment.insert("QT_FONT_DPI", "144");
        QVERIFY(runs("xvfb-run",
                     {"-a", "-s", "-screen 0 1280x1024x24 -dpi 120", WRITE_FIGURES, m_display.path()},
                     environment));
    }

    void bytesAreTheSame_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"figure.png", "figure.svg", "figure.pdf"}) {
            QTest::newRow(name) << name;
        }
    }
    void bytesAreTheSame()
    {
        QFETCH(QString, name);
        QFile offscreen(m_offscreen.filePath(name));
        QFile display(m_display.filePath(name));
        QVERIFY(offscreen.open(QIODevice::ReadOnly) && display.open(QIODevice::ReadOnly));
        const QByteArray bytes = offscreen.readAll();
        QVERIFY(bytes.size() > 10'000);
        QVERIFY(bytes == display.readAll());
    }

private:
    static bool runs(const QString& program, const QStringList& arguments,
                     const QProcessEnvironment& environment)
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(program, arguments);
        constexpr int patience = 90'000;
        return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    QTemporaryDir m_offscreen;
    QTemporaryDir m_display;
};

QTEST_GUILESS_MAIN(TestPlatforms)
#include "tst_platforms.moc"
