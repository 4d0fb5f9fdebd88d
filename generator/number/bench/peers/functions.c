/* The elementary functions of Arb at the square root of 2 less 1: a line each, its name and the median nanoseconds of processor time.
   usage: functions DIGITS SECONDS       gcc -O2 -march=native functions.c -lflint-arb -lflint -lm   (Debian: libflint-arb-dev) */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <arb.h>
#include <arb_hypgeom.h>

static double cpu(void) { struct timespec c; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &c); return c.tv_sec * 1e9 + c.tv_nsec; }
static int compare(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return (x > y) - (x < y); }
static void sigmoid(arb_t y, const arb_t x, slong p) { arb_neg(y, x); arb_exp(y, y, p); arb_add_ui(y, y, 1, p); arb_inv(y, y, p); }
static void softplus(arb_t y, const arb_t x, slong p) { arb_exp(y, x, p); arb_log1p(y, y, p); }
static void erf_(arb_t y, const arb_t x, slong p) { arb_hypgeom_erf(y, x, p); }
static struct { const char *name; void (*f)(arb_t, const arb_t, slong); } fn[] = {
  {"exp", arb_exp}, {"expm1", arb_expm1}, {"log", arb_log}, {"log1p", arb_log1p}, {"sqrt", arb_sqrt}, {"sinh", arb_sinh}, {"cosh", arb_cosh},
  {"tanh", arb_tanh}, {"sin", arb_sin}, {"cos", arb_cos}, {"tan", arb_tan}, {"atan", arb_atan}, {"erf", erf_}, {"sigmoid", sigmoid}, {"softplus", softplus},
};
int main(int argc, char **argv) {
  if (argc < 3) return 2;
  slong p = ceil(atol(argv[1]) * 3.3219280948873623) + 10;
  double seconds = atof(argv[2]);
  arb_t x, y; arb_init(x); arb_init(y); arb_sqrt_ui(x, 2, p); arb_sub_ui(x, x, 1, p);
  for (int i = 0; i < (int)(sizeof fn / sizeof *fn); i++) {
    fn[i].f(y, x, p);
    double begin = cpu(), total = 0; fn[i].f(y, x, p);
    long n = 1 + (long)(1e6 / (cpu() - begin));
    static double times[10000]; int k = 0;
    while (k < 3 || (total < seconds * 1e9 && k < 10000)) {
      begin = cpu(); for (long j = 0; j < n; j++) fn[i].f(y, x, p);
      total += cpu() - begin; times[k++] = (cpu() - begin) / n;
    }
    qsort(times, k, sizeof *times, compare);
    printf("%s %.0f\n", fn[i].name, times[k / 2]);
  }
  return 0;
}
