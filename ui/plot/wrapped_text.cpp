// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/wrapped_text.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace sluice {

namespace {

QString partSeparator()
{
    return QStringLiteral(" · ");
}

/// Makes each short part between separators unbreakable.
QString keptTogether(const QString& text)
{
    constexpr qsizetype longestKept = 40;
    QStringList parts = text.split(partSeparator());
    for (QString& part : parts) {
        if (part.size() <= longestKept) {
            part.replace(QLatin1Char(' '), QChar::Nbsp);
        }
    }
    return parts.join(QString(QChar::Nbsp) + QStringLiteral("· "));
}

} // namespace

QStringList wrapped(const QString& text, const QFont& font, double width, int maximumLines)
{
    if (text.isEmpty() || width <= 0.0 || maximumLines <= 0) {
        return {};
    }
    const auto shown = [](QString line) { return line.replace(QChar::Nbsp, QLatin1Char(' ')); };
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        const QString kept = keptTogether(paragraph);
        QTextLayout layout(kept, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (lines.size() + 1 == maximumLines) {
                const QString rest = kept.mid(line.textStart());
                lines += shown(QFontMetricsF(font).elidedText(rest, Qt::ElideRight, width));
                return lines;
            }
            QString piece = kept.mid(line.textStart(), line.textLength()).trimmed();
            if (piece.endsWith(QStringLiteral("·"))) {
                piece = piece.chopped(1).trimmed();
            }
            lines += shown(piece);
        }
        layout.endLayout();
    }
    return lines;
}

QStringList wrappedWithEnd(const QString& text, int keptParts, const QFont& font, double width,
                           int maximumLines)
{
    const auto linesOf = [&](const QString& shown) { return wrapped(shown, font, width, maximumLines + 1); };
    QStringList lines = linesOf(text);
    if (lines.size() <= maximumLines) {
        return lines;
    }
    const QStringList parts = text.split(partSeparator());
    const QStringList end = parts.mid(std::max<qsizetype>(0, parts.size() - keptParts));
    const auto shortened = [&](qsizetype count) {
        return (parts.mid(0, count) + QStringList(QStringLiteral("…")) + end).join(partSeparator());
    };
    // The more parts, the more lines.
    qsizetype fitting = 0;
    qsizetype tooMany = parts.size() - end.size();
    while (fitting < tooMany) {
        const qsizetype middle = (fitting + tooMany) / 2;
        if (linesOf(shortened(middle)).size() <= maximumLines) {
            fitting = middle + 1;
        } else {
            tooMany = middle;
        }
    }
    return fitting == 0 ? wrapped(end.join(partSeparator()), font, width, maximumLines)
                        : linesOf(shortened(fitting - 1));
}

} // namespace sluice
