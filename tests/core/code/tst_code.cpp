// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/check_bundle.h"
#include "core/code/code.h"
#include "core/experiment/computation.h"

#include <QTest>

#include <stop_token>
#include <string>

using namespace sluice;

namespace {

Experiment experimentOf(const char* text, std::vector<std::string> gates)
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = {Variant{nameOfGates(gates), std::move(gates)}};
    return experiment;
}

QString fileOf(const Experiment& experiment, const CodeRequest& request)
{
    return QString::fromStdString(codeOf(read(experiment.text).program.value(), experiment, request));
}

constexpr auto origin = "x = input(-2, 2)\ny = x**2\nu = uniform(0.9, 1.1)\nyu = y*u\nz = sqrt(yu)\n";

} // namespace

/// The files as a whole; tests/frameworks executes them.
class TestCode : public QObject
{
    Q_OBJECT

private slots:
    void namesOfTargetsAndForms()
    {
        for (const char* name : {"tensorflow1", "tensorflow", "keras", "pytorch", "jax"})
            QCOMPARE(nameOf(codeTargetNamed(name).value()), std::string_view(name));
        QVERIFY(!codeTargetNamed("theano"));
        for (const char* name : {"exact", "stop-gradient"})
            QCOMPARE(nameOf(codeFormNamed(name).value()), std::string_view(name));
        QVERIFY(!codeFormNamed("sum"));
        QCOMPARE(usualForm(CodeTarget::tensorflow1), CodeForm::stopGradient);
        QCOMPARE(usualForm(CodeTarget::jax), CodeForm::exact);
    }

    void head_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("gate");
        QTest::addColumn<CodeTarget>("target");
        QTest::addColumn<CodeForm>("form");
        QTest::addColumn<QString>("said");
        using enum CodeTarget;
        const auto add = [](const char* name, const char* text, const char* gate, CodeTarget target,
                            CodeForm form, const char* said) {
            QTest::newRow(name) << text << gate << target << form << said;
        };
        add("what a clean gate does", origin, "yu=clean", jax, CodeForm::exact, "noise-free counterpart");
        add("what a stop does", origin, "yu=stop", jax, CodeForm::exact, "no gradient flows back through it");
        add("a gradient without noise", origin, "z=clean", pytorch, CodeForm::exact, "is free of noise");
        add("a gradient with noise", origin, "yu=clean", pytorch, CodeForm::exact, "from noise, that of: u.");
        add("one run of the session", origin, "z=clean", tensorflow1, CodeForm::stopGradient,
            "every run draws anew");
        add("where the sum rounds", origin, "z=clean", tensorflow1, CodeForm::stopGradient, "rounds");
        add("the optimizer", origin, "z=clean", tensorflow1, CodeForm::exact, "graph optimizer of a session");
        add("where the sum is exact", origin, "z=clean", pytorch, CodeForm::stopGradient, "bit for bit");
        add("nothing connects them", origin, "yu=stop", tensorflow, CodeForm::exact, "it is 0 everywhere");
        add("another convention at a kink", "x = input()\nz = abs(x)\n", "", jax, CodeForm::exact,
            "differs in: abs.");
        add("no forward mode", "x = input()\nz = custom_gradient(x, lambda g: 2*g)\n", "", jax,
            CodeForm::exact, "has no forward mode");
    }
    void head()
    {
        QFETCH(QString, text);
        QFETCH(QString, gate);
        QFETCH(CodeTarget, target);
        QFETCH(CodeForm, form);
        QFETCH(QString, said);
        const Experiment experiment =
            experimentOf(text.toStdString().c_str(),
                         gate.isEmpty() ? std::vector<std::string>() : std::vector{gate.toStdString()});
        const QString file = fileOf(experiment, {.target = target, .form = form}).simplified();
        QVERIFY2(file.contains(said), qPrintable(file));
    }

    void ownConventionsNeedNoWord()
    {
        const Experiment experiment = experimentOf("x = input()\nz = abs(x)\n", {});
        QVERIFY(!fileOf(experiment, {.target = CodeTarget::tensorflow}).contains("convention differs"));
        QVERIFY(!fileOf(experiment, {.target = CodeTarget::tensorflow}).contains("differs"));
    }

    void theSameFileEveryTime()
    {
        const Experiment experiment = experimentOf(origin, {"z=clean"});
        const CodeRequest request{.target = CodeTarget::pytorch};
        QCOMPARE(fileOf(experiment, request), fileOf(experiment, request));
    }

    void valuesHeldAndPoints()
    {
        Experiment experiment = experimentOf("x = input(0, 4)\na = 0.5\nw = input(1, 3)\nz = a*x*w\n", {});
        experiment.settings = {{"a", 0.25}};
        const QString file = fileOf(experiment, {.target = CodeTarget::jax});
        QVERIFY(file.contains("PARAMETERS = {\"a\": 0.25, \"w\": 2.0}"));
        QVERIFY(file.contains("POINTS = [0.0, 1.0, 2.0, 3.0, 4.0]"));
    }

    void singlePrecision()
    {
        Experiment experiment = experimentOf(origin, {});
        experiment.precision = Precision::float32;
        const QString file = fileOf(experiment, {.target = CodeTarget::jax});
        QVERIFY(file.contains("DTYPE = jnp.float32"));
        QVERIFY(!file.contains("jax_enable_x64"));
    }

    void anUnknownOutputIsAnError()
    {
        Experiment experiment = experimentOf(origin, {});
        experiment.output = "w";
        const Program program = read(experiment.text).program.value();
        QVERIFY_THROWS_EXCEPTION(ExperimentError, static_cast<void>(codeOf(program, experiment, {})));
    }

    void stopped()
    {
        const Experiment experiment = experimentOf(origin, {"z=clean"});
        const Program program = read(experiment.text).program.value();
        std::stop_source source;
        const auto whole = codeOf(program, experiment, {.target = CodeTarget::jax}, source.get_token());
        QCOMPARE(QString::fromStdString(whole.value()), fileOf(experiment, {.target = CodeTarget::jax}));
        source.request_stop();
        QVERIFY(!codeOf(program, experiment, {.target = CodeTarget::jax}, source.get_token()));
    }

    void bundle()
    {
        const Experiment experiment = experimentOf(origin, {"z=clean"});
        const Program program = read(experiment.text).program.value();
        const auto files = checkBundle(program, experiment, {.target = CodeTarget::pytorch});
        QCOMPARE(files.size(), std::size_t(4));
        QCOMPARE(files[0].name, std::string("pytorch_code.py"));
        QCOMPARE(QString::fromStdString(files[0].contents),
                 fileOf(experiment, {.target = CodeTarget::pytorch}));
        QVERIFY(files[1].contents.find("noise/u.npy") != std::string::npos);
        QVERIFY(files[2].contents.find("\"code\": \"pytorch_code.py\"") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestCode)
#include "tst_code.moc"
