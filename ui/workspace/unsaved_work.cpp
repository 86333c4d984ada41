// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/unsaved_work.h"

#include "core/experiment/experiment_file.h"
#include "ui/phrase_text.h"
#include "ui/workspace/whole_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

#include <utility>

namespace sluice {

namespace {

const QString titleKey = QStringLiteral("title");
const QString pathKey = QStringLiteral("path");
const QString experimentKey = QStringLiteral("experiment");

} // namespace

QByteArray toBytes(const UnsavedWork& work)
{
    return QJsonDocument(
               QJsonObject{{titleKey, work.title},
                           {pathKey, work.path},
                           {experimentKey, QString::fromStdString(toJson(work.experiment, work.view))}})
        .toJson(QJsonDocument::Compact);
}

UnsavedWork unsavedWorkFrom(const QByteArray& bytes)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError) {
        throw FileError(error.errorString().toStdString());
    }
    try {
        ExperimentFile file = experimentFileFromJson(object.value(experimentKey).toString().toStdString());
        return {.experiment = std::move(file.experiment),
                .title = object.value(titleKey).toString(),
                .path = object.value(pathKey).toString(),
                .view = std::move(file.view)};
    } catch (const ExperimentFileError& failure) {
        throw FileError(messageOf(failure).toStdString());
    }
}

} // namespace sluice
