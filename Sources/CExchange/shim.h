/* <stdio.h> has these only with _GNU_SOURCE, which the Glibc module of Swift is built without. */
int renameat2(int old_directory, const char *old_path, int new_directory, const char *new_path, unsigned int flags);
static const unsigned int exchange_names = 1u << 1; /* RENAME_EXCHANGE */
