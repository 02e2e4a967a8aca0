// A piece of a file begins its way to the disk, and the piece before it has arrived: so never more than two are under
// way, and whoever makes something durable meanwhile waits for no more than those. Nothing is durable by this alone.
// Swift's Glibc module does not have `sync_file_range`.

#ifndef JENJANG_WRITEBACK_H
#define JENJANG_WRITEBACK_H

#include <errno.h>
#include <sys/syscall.h>

long syscall(long number, ...);

// 0, or -1 and `errno`: what could not be written is lost, and a later sync may not say so again.
static inline int jenjang_write_back(int file, long long offset, long long count) {
#if defined(SYS_sync_file_range) && (defined(__x86_64__) || defined(__aarch64__))
  const unsigned begin = 2, finish = 1 | 2 | 4;
  if (syscall(SYS_sync_file_range, file, offset, count, begin) == 0 &&
      (offset < count || syscall(SYS_sync_file_range, file, offset - count, count, finish) == 0))
    return 0;
  // Where the file or the system cannot, the sync at the end does it all.
  return errno == ENOSYS || errno == ESPIPE || errno == EINVAL ? 0 : -1;
#else
  (void)file, (void)offset, (void)count;
  return 0;
#endif
}

#endif
