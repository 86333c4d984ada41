# noise: b
# compared: p b z gradient=g
import torch

x = torch.linspace(-1.0, 1.0, 3, requires_grad=True)
p = torch.sigmoid(2 * x)
b = torch.bernoulli(p)
# Straight through: the sample forward, its probability backward.
s = b.detach() + p - p.detach()
z = s * torch.nn.functional.softplus(x)
g = torch.autograd.grad(z.sum(), x)[0]
