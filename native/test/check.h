/* Checks that say where they failed and what they saw.
 *
 * A failed check does not end the program. main ends with `return check_report();`, which fails when a check failed,
 * and also when no test ran or one checked nothing. Checks belong on the main thread.
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stdio.h>

static struct { int tests, checks, failures; } check_tally;

static inline bool check_passed(bool passed, const char *file, int line, const char *expression) {
    check_tally.checks++;
    if (passed)
        return true;
    check_tally.failures++;
    printf("%s:%d: failed: %s", file, line, expression);
    return false;
}

static inline void check_true(bool value, const char *file, int line, const char *expression) {
    if (!check_passed(value, file, line, expression))
        printf("\n");
}

static inline void check_equal(long long actual, long long expected, const char *file, int line,
                               const char *expression) {
    if (!check_passed(actual == expected, file, line, expression))
        printf(": %lld instead of %lld\n", actual, expected);
}

static inline void check_same(const void *actual, const void *expected, const char *file, int line,
                              const char *expression) {
    if (!check_passed(actual == expected, file, line, expression))
        printf(": %p instead of %p\n", actual, expected);
}

#define CHECK(condition) check_true((condition), __FILE__, __LINE__, #condition)
#define CHECK_EQUAL(actual, expected)                                                                                  \
    check_equal((long long)(actual), (long long)(expected), __FILE__, __LINE__, #actual " == " #expected)
#define CHECK_SAME(actual, expected) check_same((actual), (expected), __FILE__, __LINE__, #actual " == " #expected)
#define RUN(test) check_run(#test, (test))

static inline void check_run(const char *name, void (*test)(void)) {
    int checks_before = check_tally.checks;
    printf("%s\n", name);
    fflush(stdout); /* a crash is then seen to be this test's */
    test();
    check_tally.tests++;
    check_true(check_tally.checks > checks_before, name, 0, "the test checks something");
}

static inline int check_report(void) {
    printf("%d tests, %d checks, %d failures\n", check_tally.tests, check_tally.checks, check_tally.failures);
    return check_tally.tests == 0 || check_tally.failures != 0;
}

#endif
