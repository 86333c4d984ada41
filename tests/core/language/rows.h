// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language/program.h"
#include "tests/core/language/dump.h"

#include <QTest>

#include <string>

namespace sluice::test {

/// Two columns of text, filled by calls of what is returned; the first entry of a row is its name.
inline auto textRows(const char* first, const char* second)
{
    QTest::addColumn<QByteArray>(first);
    QTest::addColumn<QByteArray>(second);
    return [](const char* a, const char* b) {
        QTest::newRow(QByteArray(a).left(100)) << QByteArray(a) << QByteArray(b);
    };
}

/// The same with names for the rows.
inline auto namedTextRows(const char* first, const char* second)
{
    QTest::addColumn<QByteArray>(first);
    QTest::addColumn<QByteArray>(second);
    return [](const char* name, const char* a, const char* b) {
        QTest::newRow(name) << QByteArray(a) << QByteArray(b);
    };
}

/// What stands for `place` in the program of a text; what is wrong with the text where it has errors.
inline QByteArray expressionOf(const std::string& text, std::string_view place)
{
    const Reading reading = read(text);
    return QByteArray::fromStdString(reading.program ? dump(*reading.program, place) : sayings(reading));
}

} // namespace sluice::test
