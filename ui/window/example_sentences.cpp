// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/example_sentences.h"

#include <QCoreApplication>
#include <QHash>

namespace sluice {

namespace {

struct ExampleSentence
{
    Q_DECLARE_TR_FUNCTIONS(sluice::ExampleSentence)
};

} // namespace

QString exampleSentence(const QString& name)
{
    const QHash<QString, QString> sentences{
        {QStringLiteral("origin"),
         ExampleSentence::tr(
             "A square root reads the noise: a gate before it cures nothing, one after it does.")},
        {QStringLiteral("ioffe-in-the-middle"),
         ExampleSentence::tr(
             "The stop_gradient trick before the square root: the gradient is as noisy as without.")},
        {QStringLiteral("ioffe-at-the-end"),
         ExampleSentence::tr("The same trick at the output: the gradient is the noise-free graph's.")},
        {QStringLiteral("three-texts"),
         ExampleSentence::tr("The three expressions above side by side, each a variant with its own text.")},
        {QStringLiteral("noisy-layer"),
         ExampleSentence::tr("A layer with noise before its activation, whose own derivative reads it too.")},
        {QStringLiteral("straight-through-round"),
         ExampleSentence::tr("Rounded on the way forward; on the way back as if nothing had been rounded.")},
        {QStringLiteral("torch-rand-like"),
         ExampleSentence::tr(
             "The first example as it is written in PyTorch, with its noise from rand_like.")},
        {QStringLiteral("where-trap"),
         ExampleSentence::tr("The branch that where does not take still spoils the gradient: it is NaN.")},
    };
    return sentences.value(name);
}

} // namespace sluice
