#!/usr/bin/python3
"""Writes torch.json: what PyTorch gives for layers of images, in float64, in our layouts. Run it where python3-torch is:

    cd core/nn/testdata && /usr/bin/python3 fixtures.py

Every case is a network f with parameters, an argument x, and weights c of a loss L = sum(c * f(x)^2). It lists f(x), the gradients of L,
and those of P = sum((dL/dx)^2), by x and by every parameter.
"""
import json
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)


def draw(*shape):
    """Numbers that three decimals write, none of them equal to another in all likelihood."""
    return (torch.randn(*shape) * 1000).round() / 1000


def images(t):
    """NCHW to NHWC; others as they are."""
    return t.permute(0, 2, 3, 1) if t.dim() == 4 else t


def kernels(t):
    """[O, C, KH, KW] to [KH, KW, C, O] and, of transposed ones, [C, O, KH, KW] to [KH, KW, O, C]; a matrix [out, in] to [in, out]."""
    return t.permute(2, 3, 1, 0) if t.dim() == 4 else t.t() if t.dim() == 2 else t


def array(t):
    t = t.detach().contiguous()
    return {"shape": list(t.shape), "values": [float("%.9g" % v) for v in t.flatten().tolist()]}


def case(name, f, x, params, state=()):
    """params and state are (path, module, attribute)."""
    x = x.requires_grad_(True)
    ps = [getattr(m, a) for _, m, a in params]
    with torch.no_grad():
        for p in ps:
            p.copy_((p * 1000).round() / 1000)
    y = f(x)
    c = draw(*y.shape)
    loss = (c * y ** 2).sum()
    first = torch.autograd.grad(loss, [x] + ps, create_graph=True)
    penalty = (first[0] ** 2).sum()
    second = torch.autograd.grad(penalty, [x] + ps, allow_unused=True)
    second = [torch.zeros_like(p) if g is None else g for g, p in zip(second, [x] + ps)]
    names = ["x"] + [n for n, _, _ in params]
    turn = lambda n, t: array(images(t) if n == "x" else kernels(t))
    return {
        "name": name, "x": array(images(x)), "weights": array(images(c)), "y": array(images(y)),
        "parameters": {n: turn(n, p) for (n, _, _), p in zip(params, ps)},
        "first": {n: turn(n, g) for n, g in zip(names, first)},
        "second": {n: turn(n, g) for n, g in zip(names, second)},
        "state": {n: array(getattr(m, a)) for n, m, a in state},
    }


def of(module, path):
    return [(path + "/weight", module, "weight"), (path + "/bias", module, "bias")]


def norm(module, path):
    return [(path + "/scale", module, "weight"), (path + "/shift", module, "bias")]


def stats(module, path):
    return [(path + "/mean", module, "running_mean"), (path + "/variance", module, "running_var")]


def shuffled(*shape):
    """No two elements are equal, so that maxima are where they are."""
    n = 1
    for s in shape:
        n *= s
    return (torch.randperm(n).double() / n * 4 - 2).round(decimals=4).reshape(shape)


def dcgan():
    """A generator and a discriminator in a row, as they stand in DCGAN, on images of 8 by 8."""
    fc, bn0, up, bn1, out = nn.Linear(3, 2 * 2 * 4), nn.BatchNorm1d(16), nn.ConvTranspose2d(4, 3, 4, 2, 1), nn.BatchNorm2d(3), nn.ConvTranspose2d(3, 1, 4, 2, 1)
    c0, c1, bn2, logit = nn.Conv2d(1, 2, 4, 2, 1), nn.Conv2d(2, 3, 4, 2, 1), nn.BatchNorm2d(3), nn.Linear(12, 1)

    def f(z):
        h = F.relu(bn0(fc(z))).view(-1, 2, 2, 4).permute(0, 3, 1, 2)
        h = torch.tanh(out(F.relu(bn1(up(h)))))
        h = F.leaky_relu(bn2(c1(F.leaky_relu(c0(h), .2))), .2)
        return logit(h.permute(0, 2, 3, 1).flatten(1))

    params = of(fc, "0") + norm(bn0, "1") + of(up, "4") + norm(bn1, "5") + of(out, "7") + of(c0, "9") + of(c1, "11") + norm(bn2, "12") + of(logit, "15")
    return case("dcgan", f, draw(5, 3), params, stats(bn0, "1") + stats(bn1, "5") + stats(bn2, "12"))


def main():
    cases = []
    for name, kw in {"convolution": dict(kernel_size=3, stride=2, padding=1), "convolution dilated": dict(kernel_size=(2, 3), stride=(1, 2), padding=(0, 2), dilation=(2, 1))}.items():
        m = nn.Conv2d(2, 3, **kw)
        cases.append(case(name, m, draw(2, 2, 6, 5), of(m, "0")))
    for name, kw in {"transposed": dict(kernel_size=4, stride=2, padding=1), "transposed with more": dict(kernel_size=(3, 2), stride=(3, 2), padding=(1, 0), output_padding=(2, 1), dilation=(2, 1))}.items():
        m = nn.ConvTranspose2d(3, 2, **kw)
        cases.append(case(name, m, draw(2, 3, 3, 4), of(m, "0")))
    for name, m in {"max pool": nn.MaxPool2d(2), "max pool overlapping": nn.MaxPool2d(3, 2, 1), "mean pool": nn.AvgPool2d(2), "mean pool overlapping": nn.AvgPool2d(3, 2, 1),
                    "nearest": nn.Upsample(scale_factor=2, mode="nearest"), "bilinear": nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False),
                    "bilinear by three": nn.Upsample(scale_factor=3, mode="bilinear", align_corners=False)}.items():
        cases.append(case(name, m, shuffled(2, 2, 6, 4), []))
    m = nn.BatchNorm2d(3)
    with torch.no_grad():
        m.weight.copy_(draw(3)), m.bias.copy_(draw(3))
    cases.append(case("batch norm", m, draw(2, 3, 3, 2), norm(m, "0"), stats(m, "0")))
    seen = {n: getattr(m, a).clone() for n, m, a in stats(m, "0")}
    pictures = case("batch norm in pictures", m.eval(), draw(2, 3, 3, 2), norm(m, "0"))
    pictures["state"] = {n: array(t) for n, t in seen.items()}
    cases.append(pictures)
    cases.append(dcgan())
    with open("torch.json", "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


main()
