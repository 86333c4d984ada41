// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/gradient/program_outcome.h"
#include "tests/core/gradient/random_program.h"

#include <QTest>

#include <map>

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr int programs = 300;

/// A gate on a name, or on one use of it.
struct NameGate
{
    bool isClean = false;
    std::optional<std::size_t> occurrence;
};

using NameGates = std::map<std::string, NameGate>;

bool acts(const NameGates& gates, const std::string& name, std::size_t occurrence)
{
    const auto gate = gates.find(name);
    return gate != gates.end() && gate->second.occurrence.value_or(occurrence) == occurrence;
}

/// The text of a use as language.md defines its gate: a stop, or a surrogate by the counterpart.
RandomProgram::Uses gatedUses(const NameGates& gates)
{
    return [=](const std::string& name, std::size_t occurrence) {
        if (!acts(gates, name, occurrence))
            return name;
        return gates.at(name).isClean ? "surrogate(" + name + ", c_" + name + ")"
                                      : "stop_gradient(" + name + ")";
    };
}

/// In the counterpart there is no noise to clean, but what stops stops there too.
RandomProgram::Uses counterpartUses(const NameGates& gates)
{
    return [=](const std::string& name, std::size_t occurrence) {
        const std::string own = name == "x" || name == "a" ? name : "c_" + name;
        return acts(gates, name, occurrence) && !gates.at(name).isClean ? "stop_gradient(" + own + ")" : own;
    };
}

/// As --gate writes them.
std::vector<std::string> written(const NameGates& gates, const Program& program)
{
    std::vector<std::string> all;
    for (const auto& [name, gate] : gates) {
        std::string target = name;
        if (gate.occurrence) {
            std::vector<std::string> edges;
            for (const Edge& edge : edgesOf(program))
                if (edge.from == program.findPlace(name)->node)
                    edges.push_back(edge.name);
            target = edges.at(*gate.occurrence);
        }
        all.push_back(target + (gate.isClean ? "=clean" : "=stop"));
    }
    return all;
}

std::size_t usesOf(const Program& program, const std::string& name)
{
    return static_cast<std::size_t>(
        std::ranges::count(edgesOf(program), program.findPlace(name)->node, &Edge::from));
}

NameGates randomGates(Choice& choice, const RandomProgram& random, const Program& program)
{
    NameGates gates;
    const std::size_t count = 1 + choice.below(3);
    while (gates.size() < count) {
        const std::string name = choice.of(random.names());
        NameGate gate{.isClean = choice.below(2) == 0, .occurrence = {}};
        const std::size_t uses = usesOf(program, name);
        if (uses > 0 && choice.below(2) == 0)
            gate.occurrence = choice.below(uses);
        gates[name] = gate;
    }
    return gates;
}

} // namespace

/// Gates beside the text and the same gates written into the text, on random programs.
class TestGatesInText : public QObject
{
    Q_OBJECT

private:
    static void addPrograms()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < programs; ++seed)
            QTest::addRow("program %d", seed) << seed;
    }

private slots:
    void gatesAreWhatTheyAreInTheText_data() { addPrograms(); }
    void gatesAreWhatTheyAreInTheText()
    {
        QFETCH(int, seed);
        const RandomProgram random(1000 + static_cast<std::uint64_t>(seed),
                                   static_cast<std::size_t>(seed) % 4);
        const std::string text = random.text();
        const Program program = programOf(text);
        Choice choice(static_cast<std::uint64_t>(seed));
        const NameGates gates = randomGates(choice, random, program);
        const std::string gatedText = random.textWithCounterpart(gatedUses(gates), counterpartUses(gates));
        // The counterpart's nodes come in another order, and so do the sums over several uses.
        const ProgramOutcome beside = outcomeOf(text, written(gates, program));
        const ProgramOutcome within = outcomeOf(gatedText);
        QVERIFY2(isSame(beside.value, within.value), gatedText.c_str());
        QVERIFY2(isClose(beside, within, 1e-11), gatedText.c_str());
    }

    void aGateOnTheOutputActsOnTheOutput_data() { addPrograms(); }
    void aGateOnTheOutputActsOnTheOutput()
    {
        QFETCH(int, seed);
        const RandomProgram random(2000 + static_cast<std::uint64_t>(seed),
                                   static_cast<std::size_t>(seed) % 4);
        const std::string plain = random.textWithCounterpart({}, counterpartUses({}));
        const std::string open = plain.substr(0, plain.rfind("output("));
        QVERIFY2(isClose(outcomeOf(random.text(), {"z=clean"}),
                         outcomeOf(open + "y = surrogate(z, c_z)\noutput(y)\n"), 1e-11),
                 plain.c_str());
        QVERIFY(outcomeOf(random.text(), {"z=stop"}).disconnected);
    }

    void stopsStopWhatACleanGateSees_data() { addPrograms(); }
    void stopsStopWhatACleanGateSees()
    {
        QFETCH(int, seed);
        const RandomProgram random(3000 + static_cast<std::uint64_t>(seed),
                                   1 + static_cast<std::size_t>(seed) % 3);
        const std::string text = random.text();
        const Program program = programOf(text);
        Choice choice(static_cast<std::uint64_t>(seed));
        NameGates gates = randomGates(choice, random, program);
        for (auto& entry : gates)
            entry.second.isClean = false;
        std::vector<std::string> beside = written(gates, program);
        beside.emplace_back("z=clean");
        const std::string plain = random.textWithCounterpart(gatedUses(gates), counterpartUses(gates));
        const std::string open = plain.substr(0, plain.rfind("output("));
        QVERIFY2(
            isClose(outcomeOf(text, beside), outcomeOf(open + "y = surrogate(z, c_z)\noutput(y)\n"), 1e-11),
            plain.c_str());
    }
};

QTEST_APPLESS_MAIN(TestGatesInText)
#include "tst_gates_in_text.moc"
