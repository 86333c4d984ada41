// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/plot/synthetic_curves.h"
#include "ui/export/figure_export.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>

namespace sluice::exported {

/// Not easy to carry: letters that formats write otherwise, lines, runs of spaces.
inline const QString json =
    QStringLiteral("{\"version\": 1, \"text\": \"z = sqrt(x**2 * u) < 1 & \\u03b5\\n  b\"}");

inline FigureContent usual()
{
    return synthetic::figureOf(synthetic::origin());
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void addEveryFormat()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"png", "svg", "pdf"}) {
        QTest::newRow(ending) << ending;
    }
}

} // namespace sluice::exported
