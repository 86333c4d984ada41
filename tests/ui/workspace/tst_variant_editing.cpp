// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/variant_editing.h"

#include <QTest>

using namespace sluice;

namespace {

Experiment experimentWith(const std::vector<std::string>& gates)
{
    Experiment experiment;
    experiment.variants = {{"first", gates}, {"second", {}}};
    return experiment;
}

QStringList namesOf(const Experiment& experiment)
{
    QStringList names;
    for (const Variant& variant : experiment.variants) {
        names << QString::fromStdString(variant.name);
    }
    return names;
}

} // namespace

class VariantEditingTest : public QObject
{
    Q_OBJECT

private slots:
    void setsGates_data();
    void setsGates();
    void namesFollowGatesUntilSomebodyNames();
    void addsAndRemoves();
    void editsTheTextThatIsShown();
    void keepsNamesApart();
    void ignoresWhatIsNotThere();
};

void VariantEditingTest::setsGates_data()
{
    QTest::addColumn<QStringList>("gates");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("expected");
    constexpr int none = -1;
    constexpr int stop = static_cast<int>(GateKind::stop);
    constexpr int clean = static_cast<int>(GateKind::clean);
    QTest::newRow("the first") << QStringList{} << "z" << clean << QStringList{"z=clean"};
    QTest::newRow("another") << QStringList{"z=clean"} << "u" << stop << QStringList{"z=clean", "u=stop"};
    QTest::newRow("in place") << QStringList{"z=clean", "u=stop"} << "z" << stop
                              << QStringList{"z=stop", "u=stop"};
    QTest::newRow("none") << QStringList{"z=clean", "u=stop"} << "z" << none << QStringList{"u=stop"};
    QTest::newRow("none where none is") << QStringList{"u=stop"} << "z" << none << QStringList{"u=stop"};
    QTest::newRow("an edge is not its node")
        << QStringList{"y=stop"} << "y->z.mul" << clean << QStringList{"y=stop", "y->z.mul=clean"};
    QTest::newRow("other spelling of an edge")
        << QStringList{"y:z.mul=stop"} << "y->z.mul" << clean << QStringList{"y->z.mul=clean"};
}

void VariantEditingTest::setsGates()
{
    QFETCH(QStringList, gates);
    QFETCH(QString, target);
    QFETCH(int, kind);
    QFETCH(QStringList, expected);
    std::vector<std::string> before;
    for (const QString& gate : gates) {
        before.push_back(gate.toStdString());
    }
    const auto wanted = kind < 0 ? std::nullopt : std::optional(static_cast<GateKind>(kind));
    const Experiment changed = withGate(experimentWith(before), 0, target.toStdString(), wanted);
    QStringList after;
    for (const std::string& gate : changed.variants[0].gates) {
        after << QString::fromStdString(gate);
    }
    QCOMPARE(after, expected);
    QVERIFY(changed.variants[1].gates.empty());
}

void VariantEditingTest::namesFollowGatesUntilSomebodyNames()
{
    Experiment experiment = withNewVariant(withNewVariant(experimentWith({})));
    QCOMPARE(namesOf(experiment), (QStringList{"first", "second", "no gates", "no gates 2"}));
    experiment = withGate(experiment, 3, "z", GateKind::clean);
    experiment = withGate(experiment, 3, "u", GateKind::stop);
    experiment = withGate(experiment, 0, "z", GateKind::clean);
    QCOMPARE(namesOf(experiment), (QStringList{"first", "second", "no gates", "z=clean, u=stop"}));
    experiment = withGate(experiment, 2, "z", GateKind::clean);
    QCOMPARE(namesOf(withNewVariant(experiment)),
             (QStringList{"first", "second", "z=clean", "z=clean, u=stop", "no gates"}));
    QCOMPARE(namesOf(withGate(experiment, 3, "u", std::nullopt)),
             (QStringList{"first", "second", "z=clean", "z=clean 2"}));
}

void VariantEditingTest::addsAndRemoves()
{
    Experiment experiment = experimentWith({"z=clean"});
    experiment = withDuplicate(experiment, 0);
    QCOMPARE(namesOf(experiment), (QStringList{"first", "first 2", "second"}));
    QCOMPARE(experiment.variants[1].gates, std::vector<std::string>{"z=clean"});
    experiment = withNewVariant(experiment);
    QCOMPARE(namesOf(experiment), (QStringList{"first", "first 2", "second", "no gates"}));
    const Experiment tried = withVariant(experiment, {"yu=stop", "z=clean"});
    QCOMPARE(tried.variants.back().name, std::string("yu=stop, z=clean"));
    QCOMPARE(tried.variants.back().gates, (std::vector<std::string>{"yu=stop", "z=clean"}));
    experiment = withoutVariant(experiment, 0);
    experiment = withoutVariant(experiment, 0);
    experiment = withoutVariant(experiment, 0);
    QCOMPARE(namesOf(experiment), QStringList{"no gates"});
    QCOMPARE(namesOf(withoutVariant(experiment, 0)), QStringList{"no gates"});
}

void VariantEditingTest::editsTheTextThatIsShown()
{
    Experiment experiment = experimentWith({"z=clean"});
    experiment.text = "shared";
    experiment = withTextVariant(experiment, "first", "own", {"z=stop"});
    QCOMPARE(namesOf(experiment), (QStringList{"first", "second", "first 2"}));
    QCOMPARE(experiment.variants[2].gates, std::vector<std::string>{"z=stop"});
    experiment = withText(withText(experiment, 0, "edited"), 2, "own edited");
    QCOMPARE(experiment.text, std::string("edited"));
    QCOMPARE(experiment.variants[2].text, std::optional<std::string>("own edited"));
    QVERIFY(!experiment.variants[0].text);
    QCOMPARE(withDuplicate(experiment, 2).variants[3].text, experiment.variants[2].text);
    QCOMPARE(withVariant(experiment, {"z=clean"}, "third").variants.back().text,
             std::optional<std::string>("third"));
    experiment = withoutOwnText(experiment, 2);
    QVERIFY(!experiment.variants[2].text);
    QCOMPARE(withText(experiment, 2, "for all").text, std::string("for all"));
}

void VariantEditingTest::keepsNamesApart()
{
    const Experiment experiment = experimentWith({});
    QCOMPARE(namesOf(withVariantName(experiment, 0, "second")), (QStringList{"second 2", "second"}));
    QCOMPARE(namesOf(withVariantName(experiment, 0, "first")), (QStringList{"first", "second"}));
    QCOMPARE(namesOf(withVariantName(experiment, 0, "")), (QStringList{"first", "second"}));
    QCOMPARE(namesOf(withVariantName(experiment, 1, "шум")), (QStringList{"first", "шум"}));
}

void VariantEditingTest::ignoresWhatIsNotThere()
{
    const Experiment experiment = experimentWith({"z=clean"});
    QCOMPARE(withGate(experiment, 7, "z", GateKind::stop), experiment);
    QCOMPARE(withDuplicate(experiment, 7), experiment);
    QCOMPARE(withVariantName(experiment, 7, "name"), experiment);
    QCOMPARE(withoutVariant(experiment, 7), experiment);
    QCOMPARE(withoutOwnText(experiment, 7), experiment);
}

QTEST_APPLESS_MAIN(VariantEditingTest)
#include "tst_variant_editing.moc"
