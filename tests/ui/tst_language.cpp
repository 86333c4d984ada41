// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sluice;

namespace {

/// One text of a translation file.
struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool isFinished = true;
};

QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages << Message{context, {}, {}, true};
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.back().translations << text;
        }
    }
    return messages;
}

QStringList placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(L?\\d+)"));
    QStringList all;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        all << matches.next().captured();
    }
    all.sort();
    all.removeDuplicates();
    return all;
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void isChosen_data();
    void isChosen();
    void russianIsComplete();
    void russianHasEveryText();
    void translatesForAsLongAsItLives();
};

void LanguageTest::isChosen_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("desktop");
    QTest::addColumn<QString>("language");
    QTest::newRow("as the desktop") << ""
                                    << "ru_RU"
                                    << "ru";
    QTest::newRow("another country") << ""
                                     << "ru_KZ"
                                     << "ru";
    QTest::newRow("a language that isn't there") << ""
                                                 << "de_DE"
                                                 << "en";
    QTest::newRow("chosen") << "ru"
                            << "en_GB"
                            << "ru";
    QTest::newRow("chosen against the desktop") << "en"
                                                << "ru_RU"
                                                << "en";
    QTest::newRow("chosen long ago, not there any more") << "eo"
                                                         << "ru_RU"
                                                         << "ru";
}

void LanguageTest::isChosen()
{
    QFETCH(QString, chosen);
    QFETCH(QString, desktop);
    QFETCH(QString, language);
    QCOMPARE(languageFor(chosen, QLocale(desktop)).code, language);
}

void LanguageTest::russianIsComplete()
{
    const QList<Message> messages = messagesOf(QStringLiteral(SLUICE_RUSSIAN));
    QVERIFY(!messages.isEmpty());
    for (const Message& message : messages) {
        const QByteArray where = (message.context + ": " + message.source).toUtf8();
        QVERIFY2(message.isFinished, where.constData());
        for (const QString& translation : message.translations) {
            QVERIFY2(!translation.trimmed().isEmpty(), where.constData());
            QVERIFY2(placeholdersOf(translation) == placeholdersOf(message.source), where.constData());
        }
    }
}

void LanguageTest::russianHasEveryText()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sluice_ru.ts"));
    QVERIFY(QFile::copy(QStringLiteral(SLUICE_RUSSIAN), path));
    QProcess update;
    update.setWorkingDirectory(QStringLiteral(SLUICE_SOURCES));
    update.start(QStringLiteral(SLUICE_LUPDATE),
                 {"-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias",
                  "tr+=of,QT_TR_NOOP+=marked", "-I", ".", "core", "ui", "app", "-ts", path});
    QVERIFY(update.waitForFinished(120'000));
    QCOMPARE(update.exitCode(), 0);
    QStringList missing;
    for (const Message& message : messagesOf(path)) {
        if (!message.isFinished) {
            missing << message.context + ": " + message.source;
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
}

void LanguageTest::translatesForAsLongAsItLives()
{
    const auto translated = [] { return QCoreApplication::translate("sluice::WindowMenus", "&File"); };
    QCOMPARE(translated(), QString("&File"));
    {
        const Translation russian(languageFor("ru", QLocale::c()));
        QVERIFY2(translated().contains(QRegularExpression("[А-Яа-я]")), qPrintable(translated()));
    }
    QCOMPARE(translated(), QString("&File"));
}

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
