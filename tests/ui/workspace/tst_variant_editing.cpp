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
    void moves_data();
    void moves();
    void recolors();
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

void VariantEditingTest::moves_data()
{
    QTest::addColumn<std::size_t>("from");
    QTest::addColumn<std::size_t>("to");
    QTest::addColumn<QString>("order");
    const auto row = [](const char* name, std::size_t from, std::size_t to, const char* order) {
        QTest::newRow(name) << from << to << QString(order);
    };
    row("up", 1, 0, "b a c d");
    row("down", 1, 2, "a c b d");
    row("to the front", 3, 0, "d a b c");
    row("to the end", 0, 3, "b c d a");
    row("nowhere", 2, 2, "a b c d");
    row("above the first", 0, static_cast<std::size_t>(-1), "a b c d");
    row("below the last", 3, 4, "a b c d");
}

void VariantEditingTest::moves()
{
    QFETCH(std::size_t, from);
    QFETCH(std::size_t, to);
    Experiment experiment;
    experiment.variants = {{"a", {}}, {"b", {}}, {"c", {}}, {"d", {}}};
    QTEST(namesOf(withMovedVariant(experiment, from, to)).join(' '), "order");
}

void VariantEditingTest::recolors()
{
    const Experiment experiment = experimentWith({"z=clean"});
    const Experiment recolored = withVariantColor(experiment, 0, 4);
    QCOMPARE(recolored.variants[0].color, std::optional<std::size_t>(4));
    QVERIFY(recolored != experiment);
    QVERIFY(areComputedAlike(recolored, experiment));
    QVERIFY(!areComputedAlike(withVariantName(recolored, 0, "other"), experiment));
    QVERIFY(!areComputedAlike(withMovedVariant(recolored, 0, 1), experiment));
    QCOMPARE(withVariantColor(recolored, 0, std::nullopt), experiment);
    // One that the palette doesn't have changes nothing.
    QCOMPARE(withVariantColor(experiment, 0, 6), experiment);
    // A copy is to be told from what it was made of.
    QCOMPARE(withDuplicate(recolored, 0).variants[1].color, std::nullopt);
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
    QCOMPARE(withVariantColor(experiment, 7, 1), experiment);
}

QTEST_APPLESS_MAIN(VariantEditingTest)
#include "tst_variant_editing.moc"
