# noise: noise
# compared: h noisy z gradient=g
import tensorflow as tf

x = tf.constant([-1.5, 0.25, 1.0], dtype=tf.float64)

with tf.GradientTape() as tape:
    tape.watch(x)
    h = tf.nn.softplus(2.0 * x) - tf.math.log1p(x**2)
    noise = tf.random.normal(tf.shape(h), mean=0.0, stddev=0.1, dtype=tf.float64)
    noisy = h + noise * tf.abs(h)
    z = tf.tanh(noisy) * tf.stop_gradient(h)

g = tape.gradient(z, x)
print(g)
