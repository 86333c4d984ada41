// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace sluice {

/// A name that may be meant, with what it is in one line.
struct Completion
{
    QString name;
    QString description;

    bool operator==(const Completion&) const = default;
};

/// The part of a name that stands before a position of the text, which may be empty. None where no name can
/// stand: in a comment, in quotes, in a number, and behind a dot, where a framework's names are.
[[nodiscard]] std::optional<QString> beginningOfName(const QString& text, qsizetype position);

/// All names that the expression language offers at a position of the text: first those that the text itself
/// defines, in its order and each with its definition, then all others, sorted. The
/// name that is being written at the position counts only where it stands elsewhere, too.
[[nodiscard]] QList<Completion> completionsAt(const QString& text, qsizetype position);

} // namespace sluice
