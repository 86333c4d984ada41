// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/philox.h"
#include "tests/core/instruction_sets.h"

#include <QTest>

#include <Random123/philox.h>
#include <algorithm>
#include <random>
#include <utility>
#include <vector>

using namespace sluice;
using namespace sluice::test;

namespace {

using Words = std::vector<std::uint64_t>;

/// The blocks' lower and upper words.
std::pair<Words, Words> blocks(InstructionSet set, const PhiloxSequence& sequence, std::uint32_t block,
                               std::size_t count)
{
    const std::size_t room = (count + philoxStride - 1) / philoxStride * philoxStride;
    std::pair<Words, Words> words{Words(room), Words(room)};
    philox[set](sequence, block, words.first.data(), words.second.data(), count);
    words.first.resize(count);
    words.second.resize(count);
    return words;
}

std::pair<Words, Words> reference(const PhiloxSequence& sequence, std::uint32_t block, std::size_t count)
{
    std::pair<Words, Words> words;
    const auto& [one, two, three] = sequence.counter;
    for (std::size_t i = 0; i < count; ++i) {
        const auto counter = static_cast<std::uint32_t>(block + i);
        const auto result =
            r123::Philox4x32()({{counter, one, two, three}}, {{sequence.key[0], sequence.key[1]}});
        words.first.push_back(result[0] | std::uint64_t{result[1]} << 32);
        words.second.push_back(result[2] | std::uint64_t{result[3]} << 32);
    }
    return words;
}

} // namespace

Q_DECLARE_METATYPE(PhiloxSequence)

/// The generator against its authors' implementation and their known answers.
class TestPhilox : public QObject
{
    Q_OBJECT

private slots:
    void isThatOfRandom123_data()
    {
        QTest::addColumn<PhiloxSequence>("sequence");
        QTest::addColumn<std::uint32_t>("block");
        QTest::addColumn<std::size_t>("count");
        constexpr std::uint32_t all = ~std::uint32_t{0};
        QTest::newRow("zeros") << PhiloxSequence{} << std::uint32_t{0} << std::size_t{1000};
        QTest::newRow("ones") << PhiloxSequence{{all, all}, {all, all, all}} << all << std::size_t{1};
        QTest::newRow("counter wraps") << PhiloxSequence{{1, 2}, {3, 4, 5}} << all - 40 << std::size_t{100};
        for (const std::size_t count : {1, 2, 3, 7, 8, 15, 16, 31, 32, 33, 63, 65, 127})
            QTest::addRow("%zu blocks", count)
                << PhiloxSequence{{1, 2}, {3, 4, 5}} << std::uint32_t{6} << count;
        std::mt19937 words(1);
        for (int i = 0; i < 100; ++i) {
            const auto word = [&words] { return static_cast<std::uint32_t>(words()); };
            const PhiloxSequence sequence{{word(), word()}, {word(), word(), word()}};
            QTest::addRow("random %d", i) << sequence << word() << std::size_t{64};
        }
    }
    void isThatOfRandom123()
    {
        QFETCH(PhiloxSequence, sequence);
        QFETCH(std::uint32_t, block);
        QFETCH(std::size_t, count);
        const auto expected = reference(sequence, block, count);
        for (const InstructionSet set : supportedInstructionSets())
            QVERIFY2(blocks(set, sequence, block, count) == expected, nameOf(set).data());
    }

    /// From Random123's kat_vectors.
    void givesTheKnownAnswers_data()
    {
        QTest::addColumn<PhiloxSequence>("sequence");
        QTest::addColumn<std::uint32_t>("block");
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("second");
        constexpr std::uint32_t all = ~std::uint32_t{0};
        QTest::newRow("zeros") << PhiloxSequence{} << std::uint32_t{0} << quint64{0xe169c58d6627e8d5}
                               << quint64{0x9b00dbd8bc57ac4c};
        QTest::newRow("ones") << PhiloxSequence{{all, all}, {all, all, all}} << all
                              << quint64{0x41c83b0e408f276d} << quint64{0x6d5451fda20bc7c6};
        QTest::newRow("digits of pi")
            << PhiloxSequence{{0xa4093822, 0x299f31d0}, {0x85a308d3, 0x13198a2e, 0x03707344}}
            << std::uint32_t{0x243f6a88} << quint64{0x94fdccebd16cfe09} << quint64{0x24126ea15001e420};
    }
    void givesTheKnownAnswers()
    {
        QFETCH(PhiloxSequence, sequence);
        QFETCH(std::uint32_t, block);
        QFETCH(quint64, first);
        QFETCH(quint64, second);
        for (const InstructionSet set : supportedInstructionSets()) {
            const auto words = blocks(set, sequence, block, 1);
            QCOMPARE(quint64{words.first.front()}, first);
            QCOMPARE(quint64{words.second.front()}, second);
        }
    }
};

QTEST_APPLESS_MAIN(TestPhilox)
#include "tst_philox.moc"
