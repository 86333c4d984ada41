// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <type_traits>

namespace sluice {

/// Two numbers for which the same is computed, each step for the one and then for the other. A function such
/// as the exponential is a chain of steps that wait for each other; with twins, and twins of twins, a
/// processor has other chains to go on with while one waits. The functions of core/mathematics take twins
/// wherever they take numbers.
template <class Number>
struct Twin
{
    Number first{};
    Number second{};

    constexpr Twin() = default;
    [[gnu::always_inline]] constexpr Twin(Number one, Number other) : first(one), second(other) {}
    // Copied number by number: what is copied as a whole stays in memory, and its loop doesn't become
    // vectors.
    [[gnu::always_inline]] constexpr Twin(const Twin& other) : first(other.first), second(other.second) {}
    [[gnu::always_inline]] constexpr Twin& operator=(const Twin& other)
    {
        first = other.first;
        second = other.second;
        return *this;
    }
};

namespace detail {

template <class T>
inline constexpr bool isTwin = false;
template <class Number>
inline constexpr bool isTwin<Twin<Number>> = true;

template <class... Numbers>
concept SomeTwin = (isTwin<Numbers> || ...);

template <std::size_t which, class T>
[[gnu::always_inline]] constexpr auto partOf(T v)
{
    if constexpr (!isTwin<T>)
        return v;
    else if constexpr (which == 0)
        return v.first;
    else
        return v.second;
}

/// A single number among the operands counts for both.
template <class Function, class... Operands>
[[gnu::always_inline]] constexpr auto forBoth(Function function, Operands... operands)
{
    return Twin{function(partOf<0>(operands)...), function(partOf<1>(operands)...)};
}

template <class Number>
struct RealOfNumber
{
    using Type = Number;
};
template <class Number>
struct RealOfNumber<Twin<Number>> : RealOfNumber<Number>
{
};

} // namespace detail

/// The kind of numbers that twins are of.
template <class Number>
using RealOf = typename detail::RealOfNumber<Number>::Type;

/// A number of that kind, or twins of it.
template <class Number, class Real>
concept NumberOf = std::is_same_v<RealOf<Number>, Real>;

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator+(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a + b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator-(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a - b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator*(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a * b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator/(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a / b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator<(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a < b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator>(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a > b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator==(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a == b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator&(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a & b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator|(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a | b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator^(A a, B b)
{
    return detail::forBoth([](auto a, auto b) { return a ^ b; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator<<(A a, B b)
{
    return detail::forBoth([](auto bits, auto places) { return bits << places; }, a, b);
}

template <class A, class B>
requires detail::SomeTwin<A, B>
[[nodiscard, gnu::always_inline]] constexpr auto operator>>(A a, B b)
{
    return detail::forBoth([](auto bits, auto places) { return bits >> places; }, a, b);
}

template <class Number>
[[nodiscard, gnu::always_inline]] constexpr auto operator-(Twin<Number> v)
{
    return detail::forBoth([](auto v) { return -v; }, v);
}

/// One number or the other, by a condition. Both are computed: a loop of choices becomes vectors.
template <class Real>
[[nodiscard, gnu::always_inline]] constexpr Real select(bool condition, Real ifTrue, Real ifFalse)
{
    static_assert(!detail::isTwin<Real>);
    return condition ? ifTrue : ifFalse;
}

template <class Condition, class A, class B>
requires detail::SomeTwin<Condition, A, B>
[[nodiscard, gnu::always_inline]] constexpr auto select(Condition condition, A ifTrue, B ifFalse)
{
    return detail::forBoth([](auto... operands) { return select(operands...); }, condition, ifTrue, ifFalse);
}

/// In another precision.
template <class Real>
[[nodiscard, gnu::always_inline]] constexpr auto convertedTo(auto v)
{
    if constexpr (detail::isTwin<decltype(v)>)
        return detail::forBoth([](auto one) { return convertedTo<Real>(one); }, v);
    else
        return static_cast<Real>(v);
}

} // namespace sluice
