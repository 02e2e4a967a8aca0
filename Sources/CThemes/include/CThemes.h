#ifndef CTHEMES_H
#define CTHEMES_H
#include <stddef.h>

/* The bytes of Themes/baku.json, which is built in so that the program can start without finding any file. */
const unsigned char *cthemes_standard(size_t *count);

#endif
