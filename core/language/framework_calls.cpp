// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language/framework_calls.h"

#include "core/language/noise_calls.h"
#include "core/language/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <span>
#include <unordered_map>

namespace sluice {

namespace {

using enum Origin;

constexpr Origin anywhere = bare | tensorflow | keras | torch | jax | numpy | scipy | math | python | method;
constexpr Origin frameworks = tensorflow | keras | torch | jax | numpy;

constexpr std::string_view reduction = Phrase::marked(
    "%1 makes one number of many, but here every value is a single number at each point: leave it out (only "
    "directly around what is differentiated a sum or mean may stand)");
constexpr std::string_view matrix =
    Phrase::marked("%1 works on matrices, but here every value is a single number: write a product with `*`");

constexpr std::array rows{
    FrameworkCall{"empty empty_like Tensor FloatTensor DoubleTensor new_empty", torch | method,
                  CallKind::emptyTensor, Phrase::marked("an empty tensor")},

    // Inputs and parameters.
    FrameworkCall{"input", bare, CallKind::input},
    FrameworkCall{"placeholder placeholder_with_default Input", tensorflow | keras, CallKind::placeholder},
    FrameworkCall{"linspace", frameworks | bare, CallKind::interval, "linspace"},
    FrameworkCall{"arange", frameworks | bare, CallKind::interval, "arange"},
    FrameworkCall{"range", tensorflow, CallKind::interval, "arange"},
    FrameworkCall{"Variable Parameter", tensorflow | keras | torch, CallKind::variable},
    FrameworkCall{"constant array asarray tensor as_tensor convert_to_tensor float64 float32 from_numpy",
                  frameworks, CallKind::constant},
    FrameworkCall{"float", bare, CallKind::constant},
    FrameworkCall{"ones ones_like", frameworks, CallKind::filled, "1"},
    FrameworkCall{"zeros zeros_like", frameworks, CallKind::filled, "0"},

    // The same value, and what has none.
    FrameworkCall{"identity copy", tensorflow | keras | numpy | jax, CallKind::operation, "identity", "v"},
    FrameworkCall{"clone copy", torch | method, CallKind::operation, "identity", "v"},
    FrameworkCall{"cast", tensorflow | keras | torch | jax, CallKind::passOn},
    FrameworkCall{"reshape squeeze unsqueeze expand_dims flatten ravel view broadcast_to",
                  frameworks | method, CallKind::passOn},
    FrameworkCall{"to float double cuda cpu astype type contiguous view_as expand_as value read_value",
                  method, CallKind::passOn},
    FrameworkCall{"shape size ndim rank", frameworks | method, CallKind::object, Phrase::marked("a shape")},
    FrameworkCall{"PRNGKey key split fold_in", jax, CallKind::object, Phrase::marked("a random key")},
    FrameworkCall{"SeedGenerator", keras, CallKind::object, Phrase::marked("a seed generator")},
    FrameworkCall{"Session InteractiveSession get_default_session get_session", tensorflow | keras,
                  CallKind::object, Phrase::marked("a session")},
    FrameworkCall{"GradientTape", tensorflow, CallKind::tape, Phrase::marked("a gradient tape")},
    FrameworkCall{"device", torch | tensorflow | jax, CallKind::object, Phrase::marked("a device")},
    FrameworkCall{"SGD Adam AdamW RMSprop Adagrad AdamOptimizer GradientDescentOptimizer",
                  tensorflow | keras | torch | unknown, CallKind::object, Phrase::marked("an optimizer")},
    FrameworkCall{"global_variables_initializer initialize_all_variables local_variables_initializer",
                  tensorflow, CallKind::object, Phrase::marked("an initializer")},
    FrameworkCall{
        "no_grad inference_mode enable_grad set_grad_enabled name_scope variable_scope control_dependencies",
        torch | tensorflow | keras, CallKind::object, Phrase::marked("a context")},
    FrameworkCall{"run eval", method, CallKind::fetch, Phrase::marked("a value fetched from the session")},
    FrameworkCall{"numpy item tolist", method, CallKind::fetch, Phrase::marked("a NumPy array")},

    // Without effect on values.
    FrameworkCall{"print display len", bare, CallKind::statement},
    FrameworkCall{"print", frameworks, CallKind::statement},
    FrameworkCall{"seed set_seed set_random_seed manual_seed manual_seed_all", anywhere, CallKind::statement},
    FrameworkCall{
        "reset_default_graph disable_eager_execution enable_eager_execution disable_v2_behavior "
        "enable_v2_behavior enable_x64 update set_floatx set_default_dtype set_printoptions "
        "run_functions_eagerly "
        "use_deterministic_algorithms set_visible_devices set_memory_growth set_verbosity clear_session",
        tensorflow | keras | torch | jax | numpy, CallKind::statement},
    FrameworkCall{"watch step retain_grad close block_until_ready", method, CallKind::statement},

    // Outputs and gradients.
    FrameworkCall{"output", bare, CallKind::output},
    FrameworkCall{"grad", bare | jax, CallKind::gradient},
    FrameworkCall{"gradients", tensorflow | keras, CallKind::gradientList},
    FrameworkCall{"grad", torch, CallKind::gradientList},
    FrameworkCall{"gradient", method, CallKind::gradientOfTape},
    FrameworkCall{"custom_gradient", bare | method, CallKind::customGradient},
    FrameworkCall{"value_and_grad", bare | jax, CallKind::valueAndGradient},
    FrameworkCall{"vmap jit function compile checkpoint remat", bare | jax | tensorflow | torch,
                  CallKind::transformation},
    FrameworkCall{"vectorize", numpy | jax, CallKind::transformation},
    FrameworkCall{"backward", method | torch, CallKind::backward},
    FrameworkCall{"requires_grad_", method, CallKind::requireGradient},
    FrameworkCall{"zero_ zero_grad", method, CallKind::clearGradient},

    // Other orders and defaults of arguments.
    FrameworkCall{"clamp", jax, CallKind::operation, "lax clamp", "low v high"},
    FrameworkCall{"leaky_relu", torch | jax, CallKind::operation, "leaky_relu", "v alpha=0.01"},
    FrameworkCall{"gelu", jax, CallKind::gelu, "tanh"},
    FrameworkCall{"gelu", bare | tensorflow | keras | torch | method, CallKind::gelu},

    // What needs other words.
    FrameworkCall{
        "custom_gradient custom_vjp custom_jvp", frameworks, CallKind::refused,
        Phrase::marked(
            "%1 is written otherwise here: `custom_gradient(v, lambda g: 2*g)` is v, and what flows back "
            "to v is this expression of the upstream gradient g")},
    FrameworkCall{
        "sum mean reduce_sum reduce_mean reduce_max reduce_min reduce_prod prod std var argmax argmin cumsum "
        "cumprod median nansum nanmean amax amin norm",
        anywhere, CallKind::refused, reduction},
    FrameworkCall{"max min", tensorflow | keras | jax | numpy, CallKind::refused, reduction},
    FrameworkCall{"matmul dot einsum tensordot mm bmm outer inner", anywhere, CallKind::refused, matrix},
    FrameworkCall{
        "dropout dropout1d dropout2d alpha_dropout Dropout AlphaDropout", frameworks, CallKind::refused,
        Phrase::marked("%1 is not read here: with a rate of 0.5 it is `v*bernoulli(1 - 0.5)/(1 - 0.5)`")},
    FrameworkCall{"GaussianNoise", keras, CallKind::refused,
                  Phrase::marked("%1 is a layer: write its formula, `v + normal(0, stddev)`")},
    FrameworkCall{"ReLU ReLU6 LeakyReLU ELU SELU GELU SiLU Sigmoid LogSigmoid Tanh Hardtanh Softplus "
                  "Softsign Activation",
                  frameworks, CallKind::refused,
                  Phrase::marked("%1 is a layer: call the function itself, as in `relu(v)` or `tanh(v)`")},
    FrameworkCall{"Linear Dense Conv1d Conv2d Conv1D Conv2D BatchNorm1d BatchNormalization LayerNorm "
                  "LayerNormalization Sequential Model Embedding Flatten Lambda Softmax Identity",
                  tensorflow | keras | torch | jax, CallKind::refused,
                  Phrase::marked("%1 is a layer: write its formula, with parameters such as `a = 0.5`")},
    FrameworkCall{
        "softmax log_softmax logsumexp", frameworks | scipy | method, CallKind::refused,
        Phrase::marked(
            "%1 combines many numbers, but here every value is a single number at each point: of two, "
            "the softmax is `sigmoid(a - b)`")},
    FrameworkCall{
        "transpose permute stack concat concatenate cat hstack vstack tile repeat gather",
        frameworks | method, CallKind::refused,
        Phrase::marked(
            "%1 arranges tensors, but here every value is a single number at each point: leave it out")},
    FrameworkCall{"complex", anywhere, CallKind::refused,
                  Phrase::marked("%1 makes complex numbers, but here every value is a real number")},
};

constexpr std::array<std::string_view, 26> droppedKeywords{
    "inplace",     "method",    "shape",          "size",          "dtype",
    "device",      "key",       "keys",           "seed",          "name",
    "rng",         "generator", "layout",         "pin_memory",    "memory_format",
    "out",         "order",     "subok",          "casting",       "copy",
    "persistent",  "trainable", "validate_shape", "requires_grad", "ndmin",
    "out_sharding"};

auto indexByName()
{
    std::unordered_multimap<std::string_view, const FrameworkCall*> byName;
    for (const std::span<const FrameworkCall> table : {std::span<const FrameworkCall>(rows), noiseCalls()})
        for (const FrameworkCall& row : table)
            for (const std::string_view name : wordsOf(row.names))
                byName.emplace(name, &row);
    return byName;
}

} // namespace

const FrameworkCall* findFrameworkCall(std::string_view name, Origin origin)
{
    static const auto byName = indexByName();
    const auto [first, last] = byName.equal_range(name);
    const auto found =
        std::find_if(first, last, [&](const auto& entry) { return includes(entry.second->origins, origin); });
    return found == last ? nullptr : found->second;
}

const std::vector<std::string_view>& languageCallNames()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const std::span<const FrameworkCall> table :
             {std::span<const FrameworkCall>(rows), noiseCalls()})
            for (const FrameworkCall& row : table)
                if (includes(row.origins, bare) && row.kind != CallKind::refused)
                    std::ranges::copy(wordsOf(row.names), std::back_inserter(all));
        return all;
    }();
    return names;
}

std::vector<OrderedArgument> argumentsInOrder(std::string_view order)
{
    constexpr std::string_view reciprocal = "1/";
    std::vector<OrderedArgument> arguments;
    for (std::string_view word : wordsOf(order)) {
        OrderedArgument argument;
        argument.isReciprocal = word.starts_with(reciprocal);
        word.remove_prefix(argument.isReciprocal ? reciprocal.size() : 0);
        const std::size_t equals = std::min(word.find('='), word.size());
        argument.name = word.substr(0, equals);
        if (equals < word.size()) {
            const std::string_view number = word.substr(equals + 1);
            double value = 0.0;
            std::from_chars(number.data(), number.data() + number.size(), value);
            argument.fallback = value;
        }
        arguments.push_back(argument);
    }
    return arguments;
}

bool isDroppedKeyword(std::string_view keyword)
{
    return std::ranges::find(droppedKeywords, keyword) != droppedKeywords.end();
}

} // namespace sluice
