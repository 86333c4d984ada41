# noise: u
# compared: value=v gradient=g
import jax
import jax.numpy as jnp
from jax import lax

x = jnp.linspace(-2.0, 1.0, 3)
u = jax.random.uniform(jax.random.key(1), x.shape, minval=0.5, maxval=1.5)

@jax.jit
def loss(x, u):
    rounded = x + lax.stop_gradient(jnp.round(x) - x)
    return lax.clamp(-1.0, rounded * u, 1.0) + jnp.where(x > 0, jnp.sin(x), jax.nn.elu(x))

v, g = jax.vmap(jax.value_and_grad(loss))(x, u)
