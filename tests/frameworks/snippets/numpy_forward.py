# noise: u n
# compared: u n h z
import numpy as np

rng = np.random.default_rng(0)
x = np.array([-1.0, 0.5, 2.0])
u = np.random.uniform(0.9, 1.1, x.shape)
n = rng.laplace(0.0, 0.25, size=x.shape)
h = np.arctan2(x, u) + np.heaviside(n, 0.5) * np.expm1(-x)
z = np.maximum(h, n) ** 2 - np.clip(h, -0.5, None)
