#include <gsl/gsl_linalg.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_sf_psi.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf_erf.h>

/* GSL names its methods by global variables, which never change; Swift can only know that from functions. */
static inline const gsl_multimin_fdfminimizer_type *mobility_bfgs(void) { return gsl_multimin_fdfminimizer_vector_bfgs2; }
static inline const gsl_multimin_fminimizer_type *mobility_simplex(void) { return gsl_multimin_fminimizer_nmsimplex2; }
static inline const gsl_rng_type *mobility_mersenne_twister(void) { return gsl_rng_mt19937; }
