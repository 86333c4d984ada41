// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/experiment_files.h"

#include "ui/export/carried_experiment.h"
#include "ui/phrase_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace sluice {

namespace {

/// Larger than any picture that is exported; a text is refused far below.
constexpr qint64 mostBytes = 64LL * 1024 * 1024;
constexpr qsizetype mostBytesOfText = 1024 * 1024;

struct ExperimentFileText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::ExperimentFileText)
};

[[noreturn]] void fail(const QString& message)
{
    throw FileError(message.toStdString());
}

QByteArray contentsOf(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        fail(ExperimentFileText::tr("%1 can't be opened: %2").arg(name, file.errorString()));
    }
    QByteArray contents = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        fail(ExperimentFileText::tr("%1 can't be read: %2").arg(name, file.errorString()));
    }
    if (contents.size() > mostBytes) {
        fail(
            ExperimentFileText::tr("%1 is larger than 64 MiB: it is neither an expression nor an experiment.")
                .arg(name));
    }
    return contents;
}

QByteArray experimentInPicture(const QByteArray& contents, const QString& name)
{
    const std::optional<QString> json = carriedExperiment(contents);
    if (!json) {
        fail(
            ExperimentFileText::tr("%1 is damaged, or no picture: there is no experiment to be read from it.")
                .arg(name));
    }
    if (json->isEmpty()) {
        fail(ExperimentFileText::tr(
                 "%1 is a picture without an experiment in it. The PNG, SVG and PDF files that Sluice "
                 "exports have one, as long as no other program has written them anew.")
                 .arg(name));
    }
    return json->toUtf8();
}

ExperimentFile experimentIn(const QByteArray& json, const QString& name)
{
    try {
        return experimentFileFromJson(
            std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
    } catch (const ExperimentFileError& error) {
        fail(ExperimentFileText::tr("%1 can't be understood: %2").arg(name, messageOf(error)));
    }
}

ExperimentFile experimentOfText(const QByteArray& contents, const QString& name)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(contents);
    if (decoder.hasError() || text.contains(QChar::Null)) {
        fail(ExperimentFileText::tr("%1 is no text in UTF-8, so it can't be an expression.").arg(name));
    }
    if (contents.size() > mostBytesOfText) {
        fail(ExperimentFileText::tr("%1 is larger than 1 MiB, the longest text that is read.").arg(name));
    }
    ExperimentFile file;
    file.experiment.text = text.toStdString();
    return file;
}

bool hasPictureSuffix(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("png") || suffix == QLatin1String("svg") || suffix == QLatin1String("pdf");
}

} // namespace

bool hasExperimentSuffix(const QString& path)
{
    return QFileInfo(path).suffix().compare(QLatin1String("sluice"), Qt::CaseInsensitive) == 0;
}

QString withExperimentSuffix(const QString& path)
{
    return hasExperimentSuffix(path) ? path : path + QStringLiteral(".sluice");
}

ExperimentFile openExperiment(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const QByteArray contents = contentsOf(path);
    if (pictureFormat(contents) || hasPictureSuffix(path)) {
        return experimentIn(experimentInPicture(contents, name), name);
    }
    return hasExperimentSuffix(path) ? experimentIn(contents, name) : experimentFrom(contents, name);
}

ExperimentFile experimentFrom(const QByteArray& contents, const QString& name)
{
    if (pictureFormat(contents)) {
        return experimentIn(experimentInPicture(contents, name), name);
    }
    const std::string_view view(contents.constData(), static_cast<std::size_t>(contents.size()));
    return looksLikeExperiment(view) ? experimentIn(contents, name) : experimentOfText(contents, name);
}

void saveExperiment(const QString& path, const Experiment& experiment, const ExperimentView& view)
{
    writeWhole(path, QByteArray::fromStdString(toJson(experiment, view)));
}

} // namespace sluice
