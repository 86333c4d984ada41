# noise:
# compared: scale q z gradient=g
import torch
from torch.nn import functional as F

def quantise(v, bits=3):
    levels = 2.0**bits
    return torch.round(v * levels) / levels

x = torch.tensor([-0.7, 0.1, 1.3], requires_grad=True)
with torch.no_grad():
    scale = 1 + x.abs()
q = x + (quantise(x / scale) * scale - x).detach()
z = F.hardtanh(q) + q.pow(3) - torch.atan2(q, scale)
g, = torch.autograd.grad(z.sum(), [x])
