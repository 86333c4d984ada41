# noise: noise#1
# compared: gradient=g
import jax
import jax.numpy as jnp

key, subkey = jax.random.split(jax.random.PRNGKey(0))
x = jnp.array([-2.0, 0.5, 1.0])
n = 0.2 * jax.random.normal(subkey, x.shape)


def f(x):
    y = jnp.square(x) + 0.1
    noisy = y * (1 + n)
    return jnp.sum(jnp.sqrt(y) + jax.lax.stop_gradient(jnp.sqrt(jnp.abs(noisy)) - jnp.sqrt(y)))


g = jax.grad(f)(x)
