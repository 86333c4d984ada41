// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/code/python_file.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

constexpr std::string_view graphModeFile = R"("""@HEAD@
"""

import tensorflow.compat.v1 as tf

DTYPE = tf.@TYPE@
@SETTINGS@
def draw(shape):
    """Standard draws of every source of noise, as named tensors: each run of a session draws anew."""
@DRAWS@


@VALUE@


def value_and_gradient(points, parameters, noise):
    """The tensors @OUTPUT@ and d@OUTPUT@/d@BY@; fetch them in one run, which draws once for both."""
    values = value(points, parameters, noise)
    gradients = tf.gradients(values, points, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    return values, gradients[0]


def compute(points, noise=None, parameters=PARAMETERS, seed=1):
    """Values and gradients as NumPy arrays; draws that are given take the place of random ones."""
    with tf.Graph().as_default():
        tf.set_random_seed(seed)
        x = tf.placeholder(DTYPE, [None])
        draws = draw(tf.shape(x))
        fetched = value_and_gradient(x, parameters, draws)
        feed = {x: points} | {
            draws[name]: given for name, given in (noise or {}).items() if name in draws
        }
        # TensorFlow's optimizer would look behind the draws that are fed, and reorder sums and products.
        config = tf.ConfigProto()
        config.graph_options.rewrite_options.disable_meta_optimizer = True
        with tf.Session(config=config) as session:
            return session.run(fetched, feed)


@TABLE@
)";

constexpr DrawCalls graphModeDraws{.uniform = "tf.random_uniform(shape, dtype=DTYPE)",
                                   .normal = "tf.random_normal(shape, dtype=DTYPE)",
                                   .laplace = "tf.log1p(-tf.random_uniform(shape, dtype=DTYPE))\n"
                                              "        - tf.log1p(-tf.random_uniform(shape, dtype=DTYPE))",
                                   .logistic = "-tf.log(1 / tf.random_uniform(shape, 1e-37, 1.0, DTYPE) - 1)",
                                   .gumbel = "-tf.log(-tf.log(tf.random_uniform(shape, 1e-37, 1.0, DTYPE)))",
                                   .exponential = "-tf.log1p(-tf.random_uniform(shape, dtype=DTYPE))"};

/// In graph mode `where` is the function of its time, which doesn't spread numbers over shapes.
void renameChoice(std::string& text)
{
    constexpr std::string_view now = "tf.where(";
    constexpr std::string_view then = "tf.where_v2(";
    for (std::size_t at = text.find(now); at != std::string::npos; at = text.find(now, at + then.size()))
        text.replace(at, now.size(), then);
}

} // namespace

std::string tensorflow1Code(const CodeContents& contents)
{
    PythonStatements statements = contents.statements;
    std::ranges::for_each(statements.lines, renameChoice);
    std::ranges::for_each(statements.helpers, renameChoice);
    const std::array own{Replacement{"DRAWS", drawBody(contents, "", graphModeDraws)}};
    const CodeContents renamed{.program = contents.program,
                               .experiment = contents.experiment,
                               .variant = contents.variant,
                               .request = contents.request,
                               .graph = contents.graph,
                               .statements = statements,
                               .points = contents.points};
    return pythonFile(graphModeFile, renamed, own);
}

} // namespace sluice
