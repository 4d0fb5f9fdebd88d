"""The workload W (one step of the 2-2-1 network, text in, text out) with mpmath: prints the median nanoseconds of processor time.
usage: mpmath_peer.py DIGITS SECONDS"""
import statistics, sys, time
from mpmath import mp, mpf, exp, nstr

D, seconds = int(sys.argv[1]), float(sys.argv[2])
mp.dps = D + 10
IN = "1.0 0.5 0.2 -0.4 0.7 0.1 0 0 0.3 -0.2 0.1 1.0 0.1".split()
sig = lambda u: 1 / (1 + exp(-u))


def forward(x, w, b, v, c, t):
    z = [w[0] * x[0] + w[1] * x[1] + b[0], w[2] * x[0] + w[3] * x[1] + b[1]]
    a = [sig(z[0]), sig(z[1])]
    z2 = v[0] * a[0] + v[1] * a[1] + c
    y = sig(z2)
    return z, a, z2, y, (y - t) ** 2 / 2


def step():
    I = [mpf(s) for s in IN]
    x, w, b, v, c, t, eta = I[0:2], I[2:6], I[6:8], I[8:10], I[10], I[11], I[12]
    z, a, z2, y, L = forward(x, w, b, v, c, t)
    dy, sy = y - t, y * (1 - y)
    d2 = dy * sy
    dv, da, sa = [d2 * q for q in a], [q * d2 for q in v], [q * (1 - q) for q in a]
    d1 = [p * q for p, q in zip(da, sa)]
    dw = [p * q for p in d1 for q in x]
    down = lambda ps, gs: [p - eta * g for p, g in zip(ps, gs)]
    wn, bn, vn, cn = down(w, dw), down(b, d1), down(v, dv), c - eta * d2
    zn, an, z2n, yn, Ln = forward(x, wn, bn, vn, cn, t)
    return [nstr(q, D) for q in [*x, *z, *a, z2, y, L, dy, sy, d2, *dv, d2, *da, *sa, *d1, *dw, *d1, *wn, *bn, *vn, cn, *zn, *an, z2n, yn, Ln]]


sys.set_int_max_str_digits(0) if hasattr(sys, "set_int_max_str_digits") else None
step()
c = time.process_time()
step()
n = max(1, int(0.01 / max(time.process_time() - c, 1e-9)))
times, end = [], time.perf_counter() + seconds
while len(times) < 3 or time.perf_counter() < end:
    c = time.process_time()
    for _ in range(n):
        step()
    times.append((time.process_time() - c) / n * 1e9)
print(round(statistics.median(times)))
