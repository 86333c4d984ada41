// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/experiment_transfer.h"

#include "ui/export/carried_experiment.h"

#include <QMimeData>

namespace sluice {

std::optional<QByteArray> transferredExperiment(const QMimeData& data)
{
    for (const char* format : {"image/png", "image/svg+xml", "application/pdf"}) {
        const QByteArray picture = data.data(QLatin1String(format));
        if (const auto carried = carriedExperiment(picture); carried && !carried->isEmpty()) {
            return picture;
        }
    }
    if (const QString text = data.text(); !text.trimmed().isEmpty()) {
        return text.toUtf8();
    }
    return std::nullopt;
}

} // namespace sluice
