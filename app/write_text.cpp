// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_text.h"

#include "app/failure.h"

#include <QSaveFile>

namespace sluice {

void writeText(const std::string& path, std::string_view text)
{
    QSaveFile file(QString::fromStdString(path));
    const auto size = static_cast<qint64>(text.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit()) {
        throw InputError(path + ": error: it can't be written: " + file.errorString().toStdString());
    }
}

} // namespace sluice
