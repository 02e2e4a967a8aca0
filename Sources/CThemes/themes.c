#include "CThemes.h"

/* The compiler has had #embed for longer than the language. */
#pragma clang diagnostic ignored "-Wc23-extensions"

/* A file as an array costs a C compiler nothing; Swift would judge each of its bytes as an expression. */
static const unsigned char standard[] = {
#embed "../../Themes/baku.json"
};

const unsigned char *cthemes_standard(size_t *count) {
  *count = sizeof standard;
  return standard;
}
