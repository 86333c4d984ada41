// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <string_view>
#include <utility>
#include <vector>

namespace sluice::test {

/// The origin question's text, as it was asked.
inline constexpr auto origin = R"(import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32)
y = x**2
u = tf.random_uniform(tf.shape(x), minval=0.9, maxval=1.1)
yu = y * u
z = tf.sqrt(yu)
g = tf.gradients(z, x)[0]

with tf.Session() as sess:
    yv, yuv, zv, gv = sess.run([y,yu,z,g], {x: [-2, -1, 1]})

print(yv)
print(yuv)
print(zv)
print(gv)
)";

inline const std::vector<Variant> threeGates{
    {"no gates", {}}, {"yu=clean", {"yu=clean"}}, {"z=clean", {"z=clean"}}};

inline Experiment experimentOn(std::string_view text,
                               std::vector<Variant> variants = {Variant{"no gates", {}}})
{
    Experiment experiment;
    experiment.text = text;
    experiment.variants = std::move(variants);
    return experiment;
}

} // namespace sluice::test
