"""The bench's image models in PyTorch on one thread: the step of model/images.go, from weights of its own.

It reads calls as JSON, one a line, [action, argument...], and answers each with a line, as web/worker.js does:
["open", key] makes a model and answers {parameters}, ["run", ms] trains for that long and answers {steps, ms, losses}.
"""
import copy
import json
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)
BATCH, ROWS = 64, 1024


class Generator(nn.Module):
    def __init__(self, inputs, first, second):
        super().__init__()
        self.first = first
        self.full, self.norm0 = nn.Linear(inputs, 49 * first), nn.BatchNorm1d(49 * first)
        self.up1, self.norm1 = nn.ConvTranspose2d(first, second, 4, 2, 1), nn.BatchNorm2d(second)
        self.up2 = nn.ConvTranspose2d(second, 1, 4, 2, 1)

    def forward(self, z):
        h = F.relu(self.norm0(self.full(z))).view(-1, self.first, 7, 7)
        return torch.tanh(self.up2(F.relu(self.norm1(self.up1(h)))))


class Discriminator(nn.Module):
    def __init__(self, first, second, norm, classes):
        super().__init__()
        self.down1, self.down2 = nn.Conv2d(1, first, 4, 2, 1), nn.Conv2d(first, second, 4, 2, 1)
        self.norm = nn.BatchNorm2d(second) if norm else nn.Identity()
        self.logit = nn.Linear(49 * second, 1)
        self.classes = nn.Embedding(classes, 49 * second) if classes else None

    def forward(self, x, y):
        h = F.leaky_relu(self.norm(self.down2(F.leaky_relu(self.down1(x), .2))), .2).flatten(1)
        logit = self.logit(h).squeeze(1)
        return logit if self.classes is None else logit + (self.classes(y) * h).sum(1)


MODELS = {
    "conditional": dict(noise=32, classes=10, g=(32, 16), d=(16, 32), norm=False, rate=3e-3, betas=(0, .99), r1=.3, lazy=4, ema=.99),
    "dcgan": dict(noise=64, classes=0, g=(64, 32), d=(32, 64), norm=True, rate=2e-4, betas=(.5, .999), r1=0, lazy=1, ema=0),
}


class Run:
    def __init__(self, key):
        torch.manual_seed(1)
        self.m = m = MODELS[key]
        self.g = Generator(m["noise"] + m["classes"], *m["g"])
        self.d = Discriminator(*m["d"], m["norm"], m["classes"])
        self.average = copy.deepcopy(self.g)
        self.optimisers = [torch.optim.Adam(p.parameters(), m["rate"], betas=m["betas"]) for p in (self.d, self.g)]
        self.digits, self.labels = torch.rand(ROWS, 1, 28, 28) * 2 - 1, torch.arange(ROWS) % 10
        self.steps, self.losses = 0, [0, 0]

    def noise(self, y):
        z = torch.randn(BATCH, self.m["noise"])
        return torch.cat([z, F.one_hot(y, 10).float()], 1) if self.m["classes"] else z

    def update(self, player, loss):
        self.optimisers[player].zero_grad()
        loss.backward()
        self.optimisers[player].step()
        self.losses[player] = loss.item()

    def step(self):
        m = self.m
        rows = torch.randint(0, ROWS, (BATCH,))
        real, y = self.digits[rows], self.labels[rows]
        with torch.no_grad():
            fake = self.g(self.noise(y))
        penalised = m["r1"] > 0 and self.steps % m["lazy"] == m["lazy"] - 1
        if penalised:
            real = real.clone().requires_grad_(True)
        logits = self.d(real, y)
        loss = F.softplus(-logits).mean() + F.softplus(self.d(fake, y)).mean()
        if penalised:
            slope = torch.autograd.grad(logits.sum(), real, create_graph=True)[0]
            loss = loss + m["lazy"] * .5 * m["r1"] * (slope ** 2).sum() / BATCH
        self.update(0, loss)
        y = torch.randint(0, 10, (BATCH,))
        self.update(1, F.softplus(-self.d(self.g(self.noise(y)), y)).mean())
        if m["ema"]:
            with torch.no_grad():
                for a, p in zip(self.average.parameters(), self.g.parameters()):
                    a.lerp_(p, 1 - m["ema"])
        self.steps += 1

    def run(self, ms):
        start, before = time.perf_counter(), self.steps
        while (time.perf_counter() - start) * 1000 < ms or (self.steps - before) % self.m["lazy"]:
            self.step()
        return {"steps": self.steps - before, "ms": (time.perf_counter() - start) * 1000, "losses": self.losses}


run = None
for line in sys.stdin:
    action, argument = json.loads(line)
    try:
        if action == "open":
            run = Run(argument)
            answer = {"parameters": sum(p.numel() for n in (run.g, run.d) for p in n.parameters())}
        else:
            answer = run.run(argument)
    except Exception as e:
        answer = {"error": str(e)}
    print(json.dumps(answer), flush=True)
