/* The workload W with Arb: text in, certified decimals (text) out. Prints the median nanoseconds of processor time.
   usage: arb DIGITS SECONDS       gcc -O2 -march=native arb.c -lflint-arb -lflint -lm   (Debian: libflint-arb-dev) */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <arb.h>

static long D, P;
static const char *text[13] = {"1.0", "0.5", "0.2", "-0.4", "0.7", "0.1", "0", "0", "0.3", "-0.2", "0.1", "1.0", "0.1"};
static arb_t I[13], Q[43], s, u, one, half, t;
static fmpz_t power[8]; static long at[8];

static void sig(arb_t r, arb_t x) { arb_neg(r, x); arb_exp(r, r, P); arb_add_ui(r, r, 1, P); arb_inv(r, r, P); }
static void forward(arb_t *w, arb_t *b, arb_t *v, arb_t *c, arb_t *z, arb_t *a, arb_t *z2, arb_t *y, arb_t *l) {
  for (int i = 0; i < 2; i++) {
    arb_mul(s, w[2*i], I[0], P); arb_mul(u, w[2*i+1], I[1], P); arb_add(s, s, u, P); arb_add(z[i], s, b[i], P); sig(a[i], z[i]);
  }
  arb_mul(s, v[0], a[0], P); arb_mul(u, v[1], a[1], P); arb_add(s, s, u, P); arb_add(*z2, s, *c, P); sig(*y, *z2);
  arb_sub(s, *y, I[11], P); arb_mul(u, s, s, P); arb_mul_2exp_si(*l, u, -1);
}
static void down(arb_t r, arb_t p, arb_t g) { arb_mul(s, I[12], g, P); arb_sub(r, p, s, P); }
static int failures = 0;
static void out(arb_t x) {      /* the D-digit rounding of every point of the ball */
  if (arb_contains_zero(x)) return;
  long k = D - 1 - (long)floor(log10(fabs(arf_get_d(arb_midref(x), ARF_RND_NEAR))));
  if (at[k & 7] != k) { fmpz_ui_pow_ui(power[k & 7], 10, k); at[k & 7] = k; }
  arb_mul_fmpz(t, x, power[k & 7], P + 64); arb_add(t, t, half, P + 64); arb_floor(t, t, P + 64);
  fmpz_t z; fmpz_init(z);
  if (arb_get_unique_fmpz(z, t)) flint_free(fmpz_get_str(NULL, 10, z)); else failures++;
  fmpz_clear(z);
}
/* Q: x 0, z1 2, a1 4, z2 6, y 7, L 8, dy 9, sy 10, d2 11, dW2 12, db2 14, da 15, sa 17, d1 19, dW1 21, db1 25, W1' 27, b1' 31, W2' 33, b2' 35, z1' 36, a1' 38, z2' 40, y' 41, L' 42 */
static void step(void) {
  for (int i = 0; i < 13; i++) arb_set_str(I[i], text[i], P);
  arb_set(Q[0], I[0]); arb_set(Q[1], I[1]);
  forward(I + 2, I + 6, I + 8, I + 10, Q + 2, Q + 4, Q + 6, Q + 7, Q + 8);
  arb_sub(Q[9], Q[7], I[11], P); arb_sub(s, one, Q[7], P); arb_mul(Q[10], Q[7], s, P); arb_mul(Q[11], Q[9], Q[10], P); arb_set(Q[14], Q[11]);
  for (int i = 0; i < 2; i++) {
    arb_mul(Q[12+i], Q[11], Q[4+i], P); arb_mul(Q[15+i], I[8+i], Q[11], P); arb_sub(s, one, Q[4+i], P); arb_mul(Q[17+i], Q[4+i], s, P);
    arb_mul(Q[19+i], Q[15+i], Q[17+i], P); arb_set(Q[25+i], Q[19+i]);
    for (int j = 0; j < 2; j++) arb_mul(Q[21+2*i+j], Q[19+i], I[j], P);
  }
  for (int i = 0; i < 4; i++) down(Q[27+i], I[2+i], Q[21+i]);
  for (int i = 0; i < 2; i++) { down(Q[31+i], I[6+i], Q[25+i]); down(Q[33+i], I[8+i], Q[12+i]); }
  down(Q[35], I[10], Q[14]);
  forward(Q + 27, Q + 31, Q + 33, Q + 35, Q + 36, Q + 38, Q + 40, Q + 41, Q + 42);
  for (int i = 0; i < 43; i++) out(Q[i]);
}
static double cpu(void) { struct timespec c; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &c); return c.tv_sec * 1e9 + c.tv_nsec; }
static int compare(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return (x > y) - (x < y); }
int main(int argc, char **argv) {
  if (argc < 3) return 2;
  D = atol(argv[1]); P = ceil(D * 3.3219280948873623) + 40;
  double seconds = atof(argv[2]), begin, total = 0;
  for (int i = 0; i < 13; i++) arb_init(I[i]);
  for (int i = 0; i < 43; i++) arb_init(Q[i]);
  arb_init(s); arb_init(u); arb_init(t); arb_init(one); arb_init(half); arb_one(one); arb_set_d(half, 0.5);
  for (int i = 0; i < 8; i++) { fmpz_init(power[i]); at[i] = -1; }
  step(); begin = cpu(); step();
  long n = 1 + (long)(1e7 / (cpu() - begin));
  static double times[10000]; int k = 0;
  while (k < 3 || (total < seconds * 1e9 && k < 10000)) {
    begin = cpu(); for (long i = 0; i < n; i++) step();
    total += cpu() - begin; times[k++] = (cpu() - begin) / n;
  }
  qsort(times, k, sizeof *times, compare);
  if (failures) { fprintf(stderr, "%d values were not certified\n", failures); return 1; }
  printf("%.0f\n", times[k / 2]);
  return 0;
}
