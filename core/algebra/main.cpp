// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later

// sluice-algebra: proves by computer algebra, for Sluice, which starts it for one question and stops it when
// that takes too long. The question comes as lines on standard input:
//
//     real NAME         a real number
//     positive NAME     a positive number
//     noise NAME        the same as real, but the proof is that nothing depends on it
//     noise+ NAME       the same, positive
//     NAME = FORMULA    in GiNaC's own syntax; numbers are whole or fractions, so exact
//     free NAME         is this free of all noise?
//     equal NAME NAME   are these equal?
//
// and the answer goes to standard output: "proved" or "not proved". Whatever goes wrong ends it without one.
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <ginac/ginac.h>
#include <iostream>
#include <sstream>
#include <string>
#include <sys/resource.h>

namespace {

using GiNaC::ex;

/// The root of a square is the size of what was squared, since all names are real.
struct RootOfSquare : GiNaC::map_function
{
    ex operator()(const ex& expression) override
    {
        ex mapped = expression.map(*this);
        if (!GiNaC::is_a<GiNaC::power>(mapped) || !GiNaC::is_a<GiNaC::numeric>(mapped.op(1)))
            return mapped;
        const ex outer = mapped.op(1) * 2;
        const ex& inside = mapped.op(0);
        if (!outer.info(GiNaC::info_flags::odd) || !GiNaC::is_a<GiNaC::power>(inside) ||
            !inside.op(1).info(GiNaC::info_flags::even) || !inside.op(0).info(GiNaC::info_flags::real))
            return mapped;
        return GiNaC::pow(GiNaC::abs(inside.op(0)), inside.op(1) * mapped.op(1));
    }
};

ex normalForm(const ex& expression)
{
    RootOfSquare rootOfSquare;
    return rootOfSquare(expression.expand()).normal();
}

class Questioner
{
public:
    /// True where the line asked something.
    bool read(const std::string& line)
    {
        std::istringstream words(line);
        std::string first;
        std::string second;
        words >> first >> second;
        if (second == "=") {
            m_known[first] = m_parser(line.substr(line.find('=') + 1));
            m_parser.get_syms()[first] = m_known[first];
        } else if (first == "free") {
            m_isProved = isFree(normalForm(m_known.at(second)));
            return true;
        } else if (first == "equal") {
            std::string third;
            words >> third;
            m_isProved = normalForm(m_known.at(second) - m_known.at(third)).is_zero();
            return true;
        } else {
            declare(first, second);
        }
        return false;
    }

    [[nodiscard]] bool isProved() const { return m_isProved; }

private:
    void declare(const std::string& kind, const std::string& name)
    {
        const bool isPositive = kind == "positive" || kind == "noise+";
        const ex symbol = isPositive ? ex(GiNaC::possymbol(name)) : ex(GiNaC::realsymbol(name));
        if (kind == "noise" || kind == "noise+")
            m_noise.append(symbol);
        m_known[name] = symbol;
        m_parser.get_syms()[name] = symbol;
    }

    [[nodiscard]] bool isFree(const ex& expression) const
    {
        return std::none_of(m_noise.begin(), m_noise.end(),
                            [&](const ex& noise) { return expression.has(noise); });
    }

    GiNaC::symtab m_known;
    GiNaC::parser m_parser;
    GiNaC::lst m_noise;
    bool m_isProved = false;
};

/// Whoever waits for the answer may be gone; this process must not run for ever, nor take all memory.
void limitResources()
{
    constexpr rlim_t seconds = 60;
    constexpr rlim_t bytes = SLUICE_MEMORY_LIMIT;
    const rlimit time{seconds, seconds};
    const rlimit memory{bytes, bytes};
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_AS, &memory);
}

} // namespace

int main()
{
    limitResources();
    try {
        Questioner questioner;
        for (std::string line; std::getline(std::cin, line);) {
            if (questioner.read(line)) {
                std::cout << (questioner.isProved() ? "proved\n" : "not proved\n") << std::flush;
                return EXIT_SUCCESS;
            }
        }
    } catch (const std::exception&) {
        // A division by 0, or something GiNaC can't do.
    }
    return EXIT_FAILURE;
}
