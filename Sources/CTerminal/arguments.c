#include "CTerminal.h"

static int argument_count;
static char *const *argument_values;

#ifdef __GLIBC__
/* The loader hands every constructor what `main` gets. */
__attribute__((constructor)) static void keep_arguments(int count, char *const *values) {
  argument_count = count;
  argument_values = values;
}
#endif

char *const *cterminal_arguments(int *count) {
  *count = argument_count;
  return argument_values;
}
