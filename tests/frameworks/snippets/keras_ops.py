# noise: u
# compared: hidden z gradient=g
import keras
import tensorflow as tf
from keras import ops

x = tf.constant([-1.0, 0.5, 2.0])
with tf.GradientTape() as tape:
    tape.watch(x)
    hidden = ops.gelu(x) + ops.silu(0.5 * x)
    u = keras.random.uniform(ops.shape(x), minval=0.8, maxval=1.2, dtype="float32")
    z = ops.log_sigmoid(hidden * u) - ops.leaky_relu(x)
g = tape.gradient(z, x)
