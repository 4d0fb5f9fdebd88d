/* Writes the test vectors of package number with Arb (Johansson's ball arithmetic), an implementation that shares nothing
   with ours. One line a point:  function bits argument [argument] value
   Arguments are exact decimals; the value is right to one unit of its last digit and reaches beyond the last word of an
   enclosure made at that many bits. Points come from a fixed generator, so the output is always the same.

     gcc -O2 oracle.c -o /tmp/oracle -lflint-arb -lflint -lm && /tmp/oracle | gzip -9n > oracle.txt.gz      (Debian: libflint-arb-dev) */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arb.h>

static unsigned long long state = 221;
static unsigned long long rnd(unsigned long long n) {      /* splitmix64 */
  unsigned long long z = (state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL; z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return (z ^ (z >> 31)) % n;
}

static void sigmoid(arb_t y, const arb_t x, slong p) { arb_neg(y, x); arb_exp(y, y, p); arb_add_ui(y, y, 1, p); arb_inv(y, y, p); }
static void softplus(arb_t y, const arb_t x, slong p) { arb_exp(y, x, p); arb_log1p(y, y, p); }
static void erf_(arb_t y, const arb_t x, slong p);
#include <arb_hypgeom.h>
static void erf_(arb_t y, const arb_t x, slong p) { arb_hypgeom_erf(y, x, p); }

enum { ANY, POSITIVE, ABOVE_MINUS_ONE };
static struct { const char *name; void (*f)(arb_t, const arb_t, slong); int domain; int top; } fn[] = {
  {"exp", arb_exp, ANY, 4}, {"expm1", arb_expm1, ANY, 4}, {"log", arb_log, POSITIVE, 40}, {"log1p", arb_log1p, ABOVE_MINUS_ONE, 40},
  {"sqrt", arb_sqrt, POSITIVE, 40}, {"tanh", arb_tanh, ANY, 3}, {"sinh", arb_sinh, ANY, 4}, {"cosh", arb_cosh, ANY, 4},
  {"sin", arb_sin, ANY, 20}, {"cos", arb_cos, ANY, 20}, {"tan", arb_tan, ANY, 20}, {"atan", arb_atan, ANY, 40},
  {"erf", erf_, ANY, 2}, {"sigmoid", sigmoid, ANY, 4}, {"softplus", softplus, ANY, 4},
};

/* hard to round (near ties, near exact values, near multiples of pi; Lefevre and Muller's worst cases of binary64), huge, tiny, integers */
static const char *special[] = {
  "1", "-1", "2", "-2", "3", "10", "-10", "0.5", "-0.5", "0.25", "100", "-100", "1000", "-1000", "0.1", "-0.1", "0.75", "-0.75", "1e-5", "-1e-5",
  "1e-20", "-1e-20", "1e-40", "1e-100", "-1e-100", "1e-300", "0.99999999999999999999", "1.00000000000000000001", "0.9999999999999999999999999999999999999999999",
  "1.0000000000000000000000000000000000000000001", "22", "355", "103993", "104348", "312689", "1146408", "5419351", "80143857", "11", "177.5", "51996.5",
  "3.14159265358979323846", "3.14159265358979323846264338327950288419716939937510582097494459", "1.5707963267948966192313216916397514420985846996875529",
  "0.693147180559945309417232121458176568", "-0.693147180559945309417232121458176568", "2.718281828459045235360287471352662498", "0.7853981633974483096156608458198757",
  "4.0000000000000000000000000000000000001", "3.9999999999999999999999999999999999999", "15.99999999999999999999999999999", "0.0625", "-0.9999999999999999999", "20.1", "-43.7", "44.3614195558365",
  "7.541752774995959008520622102471255704392305574401689e-10", "1.7881393432617187500001e-6", "9.3131e-10", "-9999.5", "9999.5",
  "0.33333333333333333333333333333333333333", "6.5", "-6.5", "7", "26", "-26.5", "64", "0.015625", "-0.0078125", "0.00390625", "0.40625", "1e4", "-1e4",
};

static void value(int k, int bits, const char *s) {
  arb_t x, y; arb_init(x); arb_init(y);
  long digits = (long)((bits + 64) * 0.30103) + 7;
  for (slong p = 2 * digits * 3.33 + 200; ; p *= 2) {
    arb_set_str(x, s, p + 400);
    fn[k].f(y, x, p);
    if (!arb_is_finite(y)) break;
    if (arb_rel_accuracy_bits(y) > digits * 3.33 + 8) {
      char *t = arb_get_str(y, digits, ARB_STR_NO_RADIUS);
      printf("%s %d %s %s\n", fn[k].name, bits, s, t); flint_free(t); break;
    }
    if (p > 200000) break;      /* an exact zero or the like: not a point for us */
  }
  arb_clear(x); arb_clear(y);
}

static int allowed(int k, const char *s) {
  double v = atof(s);
  if (fn[k].top == 4 && (v > 1e6 || v < -1e6)) return 0;      /* e^x leaves the range of our numbers */
  if (fn[k].domain == POSITIVE) return v > 0;
  if (fn[k].domain == ABOVE_MINUS_ONE) return v > -1;
  return 1;
}

static void point(int k, char *s) {      /* one to eighteen digits, any sign, a wide range of exponents, mostly near 1 */
  do {
    int n = 1 + rnd(rnd(2) ? 4 : 18), e;
    unsigned long long m = rnd(9) + 1;
    for (int i = 1; i < n; i++) m = m * 10 + rnd(10);
    int top = fn[k].top;
    switch (rnd(8)) { case 0: e = -(int)rnd(40); break; case 1: e = (int)rnd(top + 1); break; case 2: e = -(int)rnd(6); break; default: e = (int)rnd(3) - 1; }
    if (e > top) e = top;
    sprintf(s, "%s%llue%d", rnd(2) && fn[k].domain != POSITIVE ? "-" : "", m, e - n + (e > 0 && fn[k].top < 5 ? 0 : 1));
  } while (!allowed(k, s));
}

int main(void) {
  static const int bits[] = {64, 192, 384, 960, 1024, 3328, 33280}, count[] = {1500, 250, 80, 25, 25, 8, 1};
  char s[128];
  for (int k = 0; k < (int)(sizeof fn / sizeof *fn); k++) {
    for (int b = 0; b < 3; b++)
      for (int i = 0; i < (int)(sizeof special / sizeof *special); i += b ? b * 2 + 1 : 1)
        if (allowed(k, special[i])) value(k, bits[b], special[i]);
    for (int b = 0; b < 7; b++)
      for (int i = 0; i < count[b]; i++) { point(k, s); value(k, bits[b], s); }
  }
  for (int i = 0; i < 300; i++) {      /* pow: positive bases, real exponents */
    arb_t x, y, z; arb_init(x); arb_init(y); arb_init(z);
    char t[64];
    sprintf(s, "%llue%d", rnd(100000) + 1, (int)rnd(9) - 6); sprintf(t, "%s%llue%d", rnd(2) ? "-" : "", rnd(10000) + 1, (int)rnd(5) - 4);
    arb_set_str(x, s, 2000); arb_set_str(y, t, 2000); arb_pow(z, x, y, 2000);
    char *v = arb_get_str(z, 45, ARB_STR_NO_RADIUS); printf("pow 64 %s %s %s\n", s, t, v); flint_free(v);
    arb_clear(x); arb_clear(y); arb_clear(z);
  }
  return 0;
}
