# noise: u
# compared: y yu z gradient=g
import torch

x = torch.tensor([-2.0, -1.0, 1.0], requires_grad=True)
y = x**2
u = torch.empty_like(x).uniform_(0.9, 1.1)
yu = y * u
z = (torch.sqrt(yu) - torch.sqrt(y)).detach() + torch.sqrt(y)
(g,) = torch.autograd.grad(z.sum(), x)
