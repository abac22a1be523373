#ifndef CGLPK_SHIM_H
#define CGLPK_SHIM_H

#include <glpk.h>
#include <setjmp.h>
#include <string.h>

/* Where an assertion fails inside GLPK it prints to the terminal, calls an error hook and aborts the process. No check of
   the input can rule that out: presolve asserts on ordinary numbers. GLPK lets the hook jump out instead. The functions
   here do so, with nothing but C between the jump and its place, and return CGLPK_EABORT.

   Where its simplex methods lose their way they warn of "numerical instability" and start anew from the basis they have. That
   can go round for ever, and neither a limit on iterations nor one on time is looked at on the way: the warnings are what there is
   to tell it by, so they are listened to, and too many of them in one call end it in the same manner.

   What the failed call was working on is abandoned: problems, trees and workspaces it had made are leaked, and those
   handed to it must not be used again, except for glp_simplex and glp_factorize, which work on a copy of the data and
   leave the problem with the basis it had. */

#define CGLPK_EABORT 0x7F

typedef struct {
    jmp_buf place;
    char *message;
    size_t size;
    size_t length;
    int restarts;
} cglpk_guard;

/* A run of the simplex method restarts a handful of times, and branch and bound has hundreds of runs in one call; one restart
   costs a factorisation. */
#define CGLPK_MOST_RESTARTS 1000

static __attribute__((noreturn, unused)) void cglpk_leave(void *guard) { longjmp(((cglpk_guard *)guard)->place, 1); }

static __attribute__((unused)) void cglpk_note(cglpk_guard *guard, const char *text) {
    size_t length = strlen(text), room = guard->size - 1 - guard->length;
    if (length > room) length = room;
    memcpy(guard->message + guard->length, text, length);
    guard->length += length;
    guard->message[guard->length] = 0;
}

/* Keeps what GLPK says off the terminal, and of it the text of a failed assertion. */
static __attribute__((unused)) int cglpk_listen(void *info, const char *text) {
    cglpk_guard *guard = (cglpk_guard *)info;
    if (strncmp(text, "Assertion failed", 16) == 0) guard->length = 0;
    if (strncmp(text, "Warning: ", 9) != 0) {
        cglpk_note(guard, text);
    } else if (strstr(text, "numerical instability") != NULL && ++guard->restarts > CGLPK_MOST_RESTARTS) {
        guard->length = 0;
        cglpk_note(guard, "numerical instability without end");
        cglpk_leave(guard);
    }
    return 1;
}

static __attribute__((unused)) void cglpk_enter(cglpk_guard *guard, char *message, size_t size) {
    guard->message = message;
    guard->size = size;
    guard->length = 0;
    guard->restarts = 0;
    message[0] = 0;
    /* Only where there is output at all is the hook called. */
    glp_term_out(GLP_ON);
    glp_term_hook(cglpk_listen, guard);
    glp_error_hook(cglpk_leave, guard);
}

static __attribute__((unused)) void cglpk_exit(void) {
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
    glp_term_out(GLP_OFF);
}

#define CGLPK_GUARDED(call)                  \
    cglpk_guard guard;                       \
    int code;                                \
    cglpk_enter(&guard, message, size);      \
    if (setjmp(guard.place) == 0)            \
        code = (call);                       \
    else                                     \
        code = CGLPK_EABORT;                 \
    cglpk_exit();                            \
    return code;

/* `message` has room for `size` > 0 bytes. What is in it counts only where CGLPK_EABORT is returned. */

static __attribute__((noinline, unused)) int cglpk_simplex(
    glp_prob *problem, const glp_smcp *parameters, char *message, size_t size) {
    CGLPK_GUARDED(glp_simplex(problem, parameters))
}

static __attribute__((noinline, unused)) int cglpk_intopt(
    glp_prob *problem, const glp_iocp *parameters, char *message, size_t size) {
    CGLPK_GUARDED(glp_intopt(problem, parameters))
}

static __attribute__((noinline, unused)) int cglpk_factorize(glp_prob *problem, char *message, size_t size) {
    CGLPK_GUARDED(glp_factorize(problem))
}

static __attribute__((unused)) int cglpk_start(glp_prob *problem, int scaling) {
    if (scaling != 0) glp_scale_prob(problem, scaling);
    glp_adv_basis(problem, 0);
    return 0;
}

/* Scales the problem, unless `scaling` is 0, and builds an advanced basis. */
static __attribute__((noinline, unused)) int cglpk_prepare(
    glp_prob *problem, int scaling, char *message, size_t size) {
    CGLPK_GUARDED(cglpk_start(problem, scaling))
}

static __attribute__((unused)) int cglpk_reduce(glp_prep *workspace, glp_prob *original, glp_prob *reduced) {
    int code;
    glp_npp_load_prob(workspace, original, GLP_MIP, GLP_OFF);
    code = glp_npp_preprocess1(workspace, GLP_ON);
    if (code != 0) return code;
    glp_npp_build_prob(workspace, reduced);
    return cglpk_start(reduced, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N | GLP_SF_SKIP);
}

/* Presolves `original` as an integer problem into `reduced`, scaled and with a basis to start from. */
static __attribute__((noinline, unused)) int cglpk_presolve(
    glp_prep *workspace, glp_prob *original, glp_prob *reduced, char *message, size_t size) {
    CGLPK_GUARDED(cglpk_reduce(workspace, original, reduced))
}

static __attribute__((unused)) int cglpk_return(glp_prep *workspace, glp_prob *reduced, glp_prob *original) {
    glp_npp_postprocess(workspace, reduced);
    glp_npp_obtain_sol(workspace, original);
    return 0;
}

/* Turns the integer solution of `reduced` into one of `original`. */
static __attribute__((noinline, unused)) int cglpk_postsolve(
    glp_prep *workspace, glp_prob *reduced, glp_prob *original, char *message, size_t size) {
    CGLPK_GUARDED(cglpk_return(workspace, reduced, original))
}

#endif
