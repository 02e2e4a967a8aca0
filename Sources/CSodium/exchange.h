// Two names in a folder change places in one step: nobody ever sees one of them missing.
// Swift's Glibc module does not have `renameat2`.

#ifndef JENJANG_EXCHANGE_H
#define JENJANG_EXCHANGE_H

#include <sys/syscall.h>

long syscall(long number, ...);

// 0, or -1 and `errno`: `EINVAL` or `ENOSYS` where the file system or the kernel cannot.
static inline int jenjang_exchange(int folder, const char *name, int other_folder, const char *other_name) {
  const unsigned exchange = 2;
  return (int)syscall(SYS_renameat2, folder, name, other_folder, other_name, exchange);
}

#endif
