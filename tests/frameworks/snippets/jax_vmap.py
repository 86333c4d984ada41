# noise:
# compared: gradient=g
import jax
from jax import nn

def layer(h, w=0.5):
    return nn.gelu(h * w) - nn.leaky_relu(h)

def f(x):
    h = x
    for i in range(3):
        h = layer(h, w=0.5 + i)
    return h * x

x = jax.numpy.array([-1.0, 0.4, 2.0])
g = jax.vmap(jax.grad(f))(x)
