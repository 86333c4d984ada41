// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/verdict_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <string>
#include <vector>

namespace sluice {

namespace {

struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(sluice::VerdictText)
};

QString listed(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts) {
        list << QString::fromStdString(text);
    }
    return list.join(QStringLiteral(", "));
}

/// Of many only the first and the last.
QString listedBriefly(const std::vector<std::string>& names)
{
    constexpr std::size_t mostNames = 6;
    return names.size() <= mostNames
               ? listed(names)
               : VerdictText::tr("%1 … %2 (%3 sources)")
                     .arg(QString::fromStdString(names.front()), QString::fromStdString(names.back()))
                     .arg(names.size());
}

QString exceptWhere(const QString& sentence, const std::vector<std::string>& formulas)
{
    return formulas.empty() ? sentence
                            : VerdictText::tr("%1, except where %2 = 0").arg(sentence, anyIsZero(formulas));
}

} // namespace

QString anyIsZero(const std::vector<std::string>& formulas)
{
    QStringList list;
    for (const std::string& formula : formulas) {
        list << QString::fromStdString(formula);
    }
    return list.join(QCoreApplication::translate("Advice", " = 0 or "));
}

QString verdictWord(Certainty noiseFree, bool isDisconnected)
{
    if (isDisconnected) {
        return VerdictText::tr("∅ disconnected");
    }
    switch (noiseFree) {
    case Certainty::proved:
        return VerdictText::tr("✓ proved");
    case Certainty::measured:
        return VerdictText::tr("≈ measured");
    case Certainty::no:
        break;
    }
    return VerdictText::tr("~ noisy");
}

QColor verdictColor(Certainty noiseFree, bool isDisconnected, const Theme& theme)
{
    if (isDisconnected) {
        return theme.stopped;
    }
    return noiseFree == Certainty::no ? theme.noise : theme.noiseFree;
}

QString verdictSentence(const Verdict& verdict)
{
    if (verdict.isDisconnected) {
        return VerdictText::tr("∅ Disconnected: no path carries a gradient");
    }
    switch (verdict.noiseFree) {
    case Certainty::proved:
        return exceptWhere(VerdictText::tr("✓ Proved free of noise"), verdict.exceptWhereZero);
    case Certainty::measured:
        return VerdictText::tr("≈ Free of noise, as far as measured");
    case Certainty::no:
        break;
    }
    switch (verdict.noiseDoubt) {
    case Doubt::rounding:
        return VerdictText::tr("? Can't tell: rounding would hide the noise of %1")
            .arg(listedBriefly(verdict.sources));
    case Doubt::nothingFinite:
        return VerdictText::tr("? Can't tell: no sample is finite");
    case Doubt::notFiniteInSome:
        return VerdictText::tr("? Can't tell: for some draws it is not finite");
    case Doubt::none:
        break;
    }
    return VerdictText::tr("~ Noisy, from %1").arg(listedBriefly(verdict.sources));
}

QString equalitySentence(const Verdict& verdict)
{
    switch (verdict.equalsNoiseFree) {
    case Certainty::proved:
        return exceptWhere(VerdictText::tr("= the noise-free graph's gradient, proved"),
                           verdict.equalExceptWhereZero);
    case Certainty::measured:
        return VerdictText::tr("= the noise-free graph's gradient, as far as measured");
    case Certainty::no:
        break;
    }
    if (verdict.equalityDoubt != Doubt::none) {
        return VerdictText::tr("? Can't tell whether it is the noise-free graph's gradient");
    }
    return VerdictText::tr("≠ the noise-free graph's gradient");
}

} // namespace sluice
