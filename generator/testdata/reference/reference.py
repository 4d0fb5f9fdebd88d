"""Values of networks from an outside tool, to compare Longhand's with: python3 reference.py (Debian's python3-numpy).

Forward passes are written with samples as rows, in numpy's float64. Gradients come from complex steps, Im f(x + ih)/h for
h = 1e-200, exact to the last bits of a double and made without any rule of backpropagation (Squire, Trapp: Using complex
variables to estimate derivatives of real functions, 1998). The script writes the problem files that it has the values of,
and those values: cases.json. Both are committed; the test in Go reads nothing else.
"""
import json
import math
import random

import numpy as np

random.seed(20)


def where(z, yes, no):
    return np.where(z.real > 0, yes, no)


ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: where(z, z, 0 * z),
    "leaky relu": lambda z: where(z, z, 0.01 * z),
    "elu": lambda z: where(z, z, np.exp(z) - 1),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "gelu": lambda z: 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))),
    "silu": lambda z: z / (1 + np.exp(-z)),
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
}


def size(e):
    return where(e, e, -e)


def huber(e):
    return np.where(size(e).real <= 1, 0.5 * e * e, size(e) - 0.5)


LOSSES = {  # of all samples together
    "half squared error": lambda y, t: (0.5 * (y - t) ** 2).sum(),
    "squared error": lambda y, t: ((y - t) ** 2).sum(),
    "mean squared error": lambda y, t: ((y - t) ** 2).mean(axis=1).sum(),
    "absolute error": lambda y, t: size(y - t).sum(),
    "huber": lambda y, t: huber(y - t).sum(),
    "binary cross-entropy": lambda y, t: -(t * np.log(y) + (1 - t) * np.log(1 - y)).sum(),
    "softmax cross-entropy": lambda y, t: -(t * np.log(y)).sum(),
}


def forward(case, theta):
    a = case["X"]
    for i, layer in enumerate(case["layers"]):
        w = theta[layer.get("weights", f"W{i + 1}")]
        z = a @ w.T
        if layer.get("bias", True):
            z = z + theta[f"b{i + 1}"]
        a = ACTIVATIONS[layer["activation"]](z)
    error = LOSSES[case["loss"]](a, case["T"])
    if case.get("mean", True):
        error = error / len(case["X"])
    penalty = case.get("l2", 0) / 2 * sum((w**2).sum() for name, w in theta.items() if name[0] == "W")
    return a, error + penalty


def gradients(case, theta):
    out = {}
    for name, value in theta.items():
        g = np.zeros(value.shape)
        for at in np.ndindex(value.shape):
            moved = {k: v.astype(complex) for k, v in theta.items()}
            moved[name][at] += 1e-200j
            g[at] = forward(case, moved)[1].imag / 1e-200
        out[name] = g
    return out


def step(case, theta, g, state, number):
    rate = case["rate"]
    if "decay" in case:
        factor, every = case["decay"]
        rate *= factor ** ((number - 1) // every)
    method = case.get("method", "gradient descent")
    new = {}
    for k, v in theta.items():
        if k in case.get("freeze", []):
            new[k] = v
            continue
        s = state.setdefault(k, {"m": 0 * v, "v": 0 * v})
        if method == "gradient descent":
            new[k] = v - rate * g[k]
        elif method in ("momentum", "nesterov"):
            s["v"] = 0.9 * s["v"] + g[k]
            new[k] = v - rate * (s["v"] if method == "momentum" else g[k] + 0.9 * s["v"])
        elif method == "adagrad":
            s["v"] = s["v"] + g[k] ** 2
            new[k] = v - rate * g[k] / (np.sqrt(s["v"]) + 1e-8)
        elif method == "rmsprop":
            s["v"] = 0.9 * s["v"] + 0.1 * g[k] ** 2
            new[k] = v - rate * g[k] / (np.sqrt(s["v"]) + 1e-8)
        else:
            s["m"] = 0.9 * s["m"] + 0.1 * g[k]
            s["v"] = 0.999 * s["v"] + 0.001 * g[k] ** 2
            mhat, vhat = s["m"] / (1 - 0.9**number), s["v"] / (1 - 0.999**number)
            new[k] = v - rate * mhat / (np.sqrt(vhat) + 1e-8)
            if method == "adamw":
                new[k] = new[k] - rate * 0.01 * v
    return new


def number():
    return random.choice([-1, 1]) * random.randint(5, 99) / 100


def array(*shape):
    return np.array([number() for _ in range(math.prod(shape))]).reshape(shape)


def build(layers, loss, samples=0, inputs=2, **more):
    case = {"layers": layers, "loss": loss, "rate": 0.1, **more}
    rows = max(1, samples)
    case["X"], theta, before = array(rows, inputs), {}, inputs
    for i, layer in enumerate(layers):
        if "weights" not in layer:
            theta[f"W{i + 1}"] = array(layer["units"], before)
        if layer.get("bias", True):
            theta[f"b{i + 1}"] = array(1) if layer.get("bias") == "shared" else array(layer["units"])
        before = layer["units"]
    case["T"] = array(rows, before)
    if loss == "softmax cross-entropy":
        case["T"] = np.eye(before)[[random.randrange(before) for _ in range(rows)]]
    if loss == "binary cross-entropy":
        case["T"] = np.array([[random.randrange(2) for _ in range(before)] for _ in range(rows)]) + 0.0
    case["samples"], case["theta"] = samples, theta
    return case


def text(a):
    return json.dumps(a.tolist() if isinstance(a, np.ndarray) else a)


def problem(case):
    lines = ["title: A case", "network:", "  layers:"]
    for layer in case["layers"]:
        options = "".join(f", {k}: {str(v).lower() if isinstance(v, bool) else v}" for k, v in layer.items() if k not in ("units", "activation"))
        lines.append(f"    - {{units: {layer['units']}, activation: {layer['activation']}{options}}}")
    lines.append(f"  loss: {case['loss']}")
    if not case.get("mean", True):
        lines.append("  reduction: sum")
    if "l2" in case:
        lines.append(f"  l2: {case['l2']}")
    lines.append("given:")
    one = case["samples"] == 0
    lines.append(f"  {'x' if one else 'X'}: {text(case['X'][0] if one else case['X'].T)}")
    lines.append(f"  {'t' if one else 'T'}: {text(case['T'][0] if one else case['T'].T)}")
    lines += [f"  {k}: {text(v)}" for k, v in case["theta"].items()]
    train = f"method: {case.get('method', 'gradient descent')}, rate: {case['rate']}, "
    train += "batch size: {}, epochs: {}".format(*case["batches"]) if "batches" in case else f"steps: {case.get('steps', 1)}"
    if "freeze" in case:
        train += f", freeze: [{', '.join(case['freeze'])}]"
    if "decay" in case:
        train += f", step decay: {{factor: {case['decay'][0]}, every: {case['decay'][1]}}}"
    lines.append(f"train: {{{train}}}")
    return "\n".join(lines) + "\n"


def mark(steps):
    return ["", "_new"][steps] if steps < 2 else f"_step{steps}"


def part(case, rows):
    return {**case, "X": case["X"][rows], "T": case["T"][rows]}


def batch_values(case):
    """Training with mini-batches in the order of the samples: every mini-batch's loss before its step, that of all after."""
    theta, state, out, n = case["theta"], {}, {}, 0
    size, epochs = case["batches"]
    for _ in range(epochs):
        for start in range(0, len(case["X"]), size):
            n += 1
            now = part(case, slice(start, start + size))
            out["L_all" + ["", ",new"][n - 1] if n < 3 else f"L_all,step{n - 1}"] = np.array(forward(case, theta)[1])
            out["L" if n == 1 else f"L_pass{n}"] = np.array(forward(now, theta)[1])
            g = gradients(now, theta)
            if n == 1:
                out.update({f"dL/d{k}": v for k, v in g.items()})
            theta = step(case, theta, g, state, n)
            out.update({k + mark(n): v for k, v in theta.items()})
            if n == 1:
                out["L_new"] = np.array(forward(now, theta)[1])
    out[f"L_all,step{n}"] = np.array(forward(case, theta)[1])
    return {k: np.asarray(v).reshape(-1).tolist() for k, v in out.items()}


def values(case):
    if "batches" in case:
        return batch_values(case)
    theta, state, out = case["theta"], {}, {}
    y, loss = forward(case, theta)
    out["y" if case["samples"] == 0 else "Y"], out["L"] = y.T, np.array(loss)
    for n in range(1, case.get("steps", 1) + 1):
        g = gradients(case, theta)
        if n == 1:
            out.update({f"dL/d{k}": v for k, v in g.items() if k not in case.get("freeze", [])})
        theta = step(case, theta, g, state, n)
        out.update({k + mark(n): v for k, v in theta.items() if k not in case.get("freeze", [])})
        out["L" + mark(n)] = np.array(forward(case, theta)[1])
    return {k: np.asarray(v).reshape(-1).tolist() for k, v in out.items()}


def layers(*kinds):
    return [dict(units=u, activation=a, **more) for u, a, more in kinds]


cases = {}
for name in ACTIVATIONS:
    cases[f"activation {name}"] = build(layers((3, name, {}), (2, "identity", {})), "half squared error")
    cases[f"batch {name}"] = build(layers((3, name, {}), (2, "tanh", {})), "squared error", samples=3)
for name in LOSSES:
    last = {"softmax cross-entropy": "softmax", "binary cross-entropy": "sigmoid"}.get(name, "identity")
    cases[f"loss {name}"] = build(layers((2, "tanh", {}), (3, last, {})), name)
    cases[f"loss {name}, mean"] = build(layers((2, "tanh", {}), (3, last, {})), name, samples=3)
    cases[f"loss {name}, sum and penalty"] = build(layers((2, "tanh", {}), (2, last, {})), name, samples=2, mean=False, l2=0.05)
    cases[f"loss {name}, one output"] = build(layers((2 if last == "softmax" else 1, last, {})), name, samples=1)
for name in ["gradient descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]:
    cases[f"method {name}"] = build(layers((2, "sigmoid", {}), (1, "sigmoid", {})), "binary cross-entropy", samples=3, method=name, steps=5)
    cases[f"method {name}, decaying"] = build(layers((2, "silu", {}), (2, "identity", {})), "huber", method=name, steps=5, decay=(0.5, 2), l2=0.1)
cases["shared biases"] = build(layers((2, "sigmoid", {"bias": "shared"}), (2, "sigmoid", {"bias": "shared"})), "half squared error")
cases["shared biases, batch"] = build(layers((2, "sigmoid", {"bias": "shared"}), (2, "sigmoid", {"bias": "shared"})), "half squared error", samples=3)
cases["no bias"] = build(layers((3, "gelu", {"bias": False}), (1, "tanh", {"bias": False})), "squared error", samples=2)
cases["shared weights"] = build(layers((2, "tanh", {}), (2, "tanh", {"weights": "W1"}), (1, "identity", {})), "half squared error", l2=0.02, steps=2)
cases["frozen"] = build(layers((2, "tanh", {}), (2, "elu", {}), (1, "identity", {})), "half squared error", freeze=["W1", "b1", "b2"], steps=2)
for name in ["gradient descent", "nesterov", "rmsprop", "adamw"]:
    cases[f"mini-batches, {name}"] = build(layers((2, "tanh", {}), (2, "identity", {})), "mean squared error", samples=5, method=name, batches=(2, 2), decay=(0.5, 2))
cases["mini-batches, sum and penalty"] = build(layers((2, "softplus", {"bias": False}), (3, "softmax", {})), "softmax cross-entropy", samples=4, mean=False, l2=0.1, batches=(3, 2))
cases["mini-batches of one"] = build(layers((1, "sigmoid", {})), "binary cross-entropy", samples=3, batches=(1, 2))

with open("cases.json", "w") as f:
    f.write("[\n" + ",\n".join(json.dumps({"name": k, "problem": problem(c), "values": values(c)}) for k, c in cases.items()) + "\n]\n")
