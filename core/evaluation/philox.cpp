// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/philox.h"

#include <cstring>

namespace sluice {

namespace {

constexpr std::size_t rounds = 10;
constexpr std::array<std::uint32_t, 2> multipliers{0xD2511F53, 0xCD9E8D57};
constexpr std::array<std::uint32_t, 2> keyIncrements{0x9E3779B9, 0xBB67AE85};

/// As many 64-bit lanes as fill a register. A lane holds one 32-bit word of a block in its lower half; what
/// stands in its upper half is nobody's concern until the end.
template <std::size_t bytes>
struct Register
{
    using Lanes [[gnu::vector_size(bytes)]] = std::uint64_t;
    static constexpr std::size_t size = bytes / sizeof(std::uint64_t);
};

template <std::size_t bytes>
using Lanes = typename Register<bytes>::Lanes;

/// The 64-bit products of the lanes' lower halves. Processors have an instruction for just this. Clang knows
/// it in this form, but GCC does not, nor in that of 32-bit lanes: it takes three times as long either way.
template <std::size_t bytes>
[[gnu::always_inline]] inline void multiplyLowerHalves(const Lanes<bytes>& a, const Lanes<bytes>& b,
                                                       Lanes<bytes>& product)
{
#if defined(__x86_64__) && !defined(__clang__) && !defined(SLUICE_IS_SANITIZED)
    if constexpr (bytes == 16) {
        product = a;
        asm("pmuludq %1, %0" : "+x"(product) : "x"(b));
    } else {
        asm("vpmuludq %2, %1, %0" : "=v"(product) : "v"(a), "v"(b));
    }
#else
    constexpr std::uint64_t lowerHalf = 0xffffffff;
    product = (a & lowerHalf) * (b & lowerHalf);
#endif
}

/// Several registers of blocks at a time, since a product takes longer to come than to start.
template <std::size_t bytes>
struct Philox
{
    static constexpr std::size_t registers = 4;
    static constexpr std::size_t stride = registers * Register<bytes>::size;
    static_assert(philoxStride % stride == 0);

    using Word = std::array<Lanes<bytes>, registers>;
    using Block = std::array<Word, 4>;

    template <MultiplyAdd>
    [[gnu::always_inline]] static inline void run(const PhiloxSequence& sequence, std::uint32_t block,
                                                  std::uint64_t* first, std::uint64_t* second,
                                                  std::size_t blocks)
    {
        for (std::size_t i = 0; i < blocks; i += stride) {
            Block words = counters(sequence, block + i);
            applyRounds(words, sequence.key);
            for (std::size_t r = 0; r < registers; ++r) {
                store(words[0][r], words[1][r], first + i + r * Register<bytes>::size);
                store(words[2][r], words[3][r], second + i + r * Register<bytes>::size);
            }
        }
    }

    [[gnu::always_inline]] static inline Block counters(const PhiloxSequence& sequence, std::uint64_t block)
    {
        Lanes<bytes> ascending{};
        for (std::size_t lane = 0; lane < Register<bytes>::size; ++lane)
            ascending[lane] = block + lane;
        Block words;
        for (std::size_t r = 0; r < registers; ++r) {
            words[0][r] = ascending + r * Register<bytes>::size;
            for (std::size_t w = 1; w < words.size(); ++w)
                words[w][r] = Lanes<bytes>{} + sequence.counter[w - 1];
        }
        return words;
    }

    [[gnu::always_inline]] static inline void applyRounds(Block& words, std::array<std::uint32_t, 2> key)
    {
#pragma GCC unroll 10
        for (std::size_t round = 0; round < rounds; ++round) {
#pragma GCC unroll 4
            for (std::size_t r = 0; r < registers; ++r)
                applyRound(words, r, key);
            for (std::size_t k = 0; k < key.size(); ++k)
                key[k] += keyIncrements[k];
        }
    }

    [[gnu::always_inline]] static inline void applyRound(Block& words, std::size_t r,
                                                         const std::array<std::uint32_t, 2>& key)
    {
        auto& [word0, word1, word2, word3] = words;
        Lanes<bytes> product0;
        Lanes<bytes> product1;
        multiplyLowerHalves<bytes>(word0[r], Lanes<bytes>{} + multipliers[0], product0);
        multiplyLowerHalves<bytes>(word2[r], Lanes<bytes>{} + multipliers[1], product1);
        word0[r] = (product1 >> 32) ^ word1[r] ^ key[0];
        word1[r] = product1;
        word2[r] = (product0 >> 32) ^ word3[r] ^ key[1];
        word3[r] = product0;
    }

    [[gnu::always_inline]] static inline void store(const Lanes<bytes>& low, const Lanes<bytes>& high,
                                                    std::uint64_t* words)
    {
        const Lanes<bytes> joined = (low & 0xffffffff) | (high << 32);
        std::memcpy(words, &joined, bytes);
    }
};

} // namespace

const Versions<PhiloxFunction> philox{
    {&detail::baselineVersion<Philox<16>, const PhiloxSequence&, std::uint32_t, std::uint64_t*,
                              std::uint64_t*, std::size_t>,
     &detail::v3Version<Philox<32>, const PhiloxSequence&, std::uint32_t, std::uint64_t*, std::uint64_t*,
                        std::size_t>,
     &detail::v4Version<Philox<64>, const PhiloxSequence&, std::uint32_t, std::uint64_t*, std::uint64_t*,
                        std::size_t>}};

} // namespace sluice
