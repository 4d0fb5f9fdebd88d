/* The workload W with PARI/GP, text in and text out: prints the median nanoseconds of processor time. D and SECONDS are set before. */
default(realprecision, D + 10);
sig(u) = 1/(1 + exp(-u));
{ forward(x, w, b, v, c, t) = my(z, a, z2, y);
  z = [w[1]*x[1] + w[2]*x[2] + b[1], w[3]*x[1] + w[4]*x[2] + b[2]]; a = [sig(z[1]), sig(z[2])];
  z2 = v[1]*a[1] + v[2]*a[2] + c; y = sig(z2);
  [z, a, z2, y, (y - t)^2/2]; }
text = ["1.0", "0.5", "0.2", "-0.4", "0.7", "0.1", "0.", "0.", "0.3", "-0.2", "0.1", "1.0", "0.1"];
show(v) = strprintf(Str("%.", D, "g"), v);
{ step() = my(I, x, w, b, v, c, t, h, f, dy, sy, d2, dv, da, sa, d1, dw, wn, bn, vn, cn, g);
  I = vector(13, i, eval(text[i])); x = I[1..2]; w = I[3..6]; b = I[7..8]; v = I[9..10]; c = I[11]; t = I[12]; h = I[13];
  f = forward(x, w, b, v, c, t);
  dy = f[4] - t; sy = f[4]*(1 - f[4]); d2 = dy*sy;
  dv = d2*f[2]; da = d2*v; sa = vector(2, i, f[2][i]*(1 - f[2][i])); d1 = vector(2, i, da[i]*sa[i]);
  dw = [d1[1]*x[1], d1[1]*x[2], d1[2]*x[1], d1[2]*x[2]];
  wn = w - h*dw; bn = b - h*d1; vn = v - h*dv; cn = c - h*d2;
  g = forward(x, wn, bn, vn, cn, t);
  apply(show, concat([x, f[1], f[2], [f[3], f[4], f[5], dy, sy, d2], dv, [d2], da, sa, d1, dw, d1, wn, bn, vn, [cn], g[1], g[2], [g[3], g[4], g[5]]])); }
step();
n = 1; while (1, c = getabstime(); for (i = 1, n, step()); if (getabstime() - c >= 40, break); n *= 2);
{ times = List(); end = getwalltime() + 1000*SECONDS;
  while (#times < 3 || getwalltime() < end, c = getabstime(); for (i = 1, n, step()); listput(times, (getabstime() - c)*1e6/n)); }
print(round(vecsort(Vec(times))[#times\2 + 1]));
