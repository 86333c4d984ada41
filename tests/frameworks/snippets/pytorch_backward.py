# noise: u noise#1
# compared: h layer z gradient=x.grad
import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.tensor([-1.0, 0.5, 1.5], requires_grad=True)
u = torch.rand_like(x)
n = 0.3 * torch.randn_like(x)
h = F.gelu(x * (0.5 + u)) + F.elu(x, alpha=0.7)
layer = F.leaky_relu(h - n).clamp(min=-0.25)
z = layer.mul(x).sigmoid()
z.sum().backward()
print(x.grad)
