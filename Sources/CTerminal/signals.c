#define _GNU_SOURCE
#include "CTerminal.h"
#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

static const int told[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
static const int deadly[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
#define COUNT(list) (int)(sizeof(list) / sizeof(list)[0])

static struct sigaction old_told[COUNT(told)];
static struct sigaction old_deadly[COUNT(deadly)];
static int chain_crashes;
static int pipe_ends[2] = {-1, -1};
static char crash_stack[64 * 1024];

int cterminal_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
int cterminal_signal_fd(void) { return pipe_ends[0]; }

void cterminal_write_all(int fd, const char *bytes, long count) {
  while (count > 0) {
    ssize_t done = write(fd, bytes, count);
    if (done > 0) {
      bytes += done;
      count -= done;
    } else if (done < 0 && errno == EAGAIN) {
      struct pollfd wait = {.fd = fd, .events = POLLOUT};
      if (poll(&wait, 1, 1000) <= 0) return;
    } else if (done < 0 && errno != EINTR) {
      return;
    }
  }
}

/* Standard error while curses runs: it would scribble over the screen, and what the runtime says before a crash would
   vanish with the alternate screen. */
void cterminal_capture_stderr(void) {
  if (cterminal.real_stderr >= 0 || !isatty(2)) return;
  if (cterminal.captured < 0) cterminal.captured = memfd_create("stderr", MFD_CLOEXEC);
  if (cterminal.captured < 0) return;
  cterminal.real_stderr = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (cterminal.real_stderr >= 0) dup2(cterminal.captured, 2);
}

/* Async-signal-safe. */
void cterminal_release_stderr(void) {
  if (cterminal.real_stderr < 0) return;
  dup2(cterminal.real_stderr, 2);
  close(cterminal.real_stderr);
  cterminal.real_stderr = -1;
  char part[1024];
  ssize_t count;
  lseek(cterminal.captured, 0, SEEK_SET);
  while ((count = read(cterminal.captured, part, sizeof part)) > 0) cterminal_write_all(2, part, count);
  if (ftruncate(cterminal.captured, 0) == 0) lseek(cterminal.captured, 0, SEEK_SET);
}

void cterminal_set_farewell(const char *text) {
  strncpy(cterminal.farewell, text, sizeof cterminal.farewell - 1);
}

static void tell(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  if (write(pipe_ends[1], &byte, 1) < 0) { /* full: there is plenty to wake for */
  }
  errno = saved;
}

/* Restores the terminal, shows what was said, and dies of the same signal. */
static void crash(int number) {
  if (cterminal.is_active) {
    cterminal.is_active = 0;
    cterminal_write_all(cterminal.tty, cterminal.restore, cterminal.restore_length);
  }
  if (cterminal.is_saved) tcsetattr(cterminal.tty, TCSANOW, &cterminal.saved);
  cterminal_release_stderr();
  cterminal_write_all(2, cterminal.farewell, strlen(cterminal.farewell));
  struct sigaction action = {.sa_handler = SIG_DFL};
  if (chain_crashes)
    for (int index = 0; index < COUNT(deadly); index++)
      if (deadly[index] == number) action = old_deadly[index];
  sigaction(number, &action, NULL);
  raise(number);
}

int cterminal_install_signals(void) {
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return 0;
  struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int index = 0; index < COUNT(told); index++) {
    sigaction(told[index], NULL, &old_told[index]);
    /* nohup(1) set this, and means it */
    if (told[index] == SIGHUP && old_told[index].sa_handler == SIG_IGN) continue;
    sigaction(told[index], &action, NULL);
  }
  /* The runtime's own crash report asks a question on a terminal; it is let in only when asked for by name. */
  chain_crashes = getenv("SWIFT_BACKTRACE") != NULL;
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  struct sigaction last = {.sa_handler = crash, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&last.sa_mask);
  for (int index = 0; index < COUNT(deadly); index++) sigaction(deadly[index], &last, &old_deadly[index]);
  return 1;
}

void cterminal_remove_signals(void) {
  if (pipe_ends[0] < 0) return;
  for (int index = 0; index < COUNT(told); index++) sigaction(told[index], &old_told[index], NULL);
  for (int index = 0; index < COUNT(deadly); index++) sigaction(deadly[index], &old_deadly[index], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

/* Takes SIGCONT and SIGTSTP out of the pipe and keeps the rest. */
void cterminal_drain_continue(void) {
  unsigned char bytes[256];
  ssize_t count = read(pipe_ends[0], bytes, sizeof bytes);
  for (ssize_t index = 0; index < count; index++)
    if (bytes[index] != SIGCONT && bytes[index] != SIGTSTP) tell(bytes[index]);
}

void cterminal_stop(void) {
  struct sigaction normal = {.sa_handler = SIG_DFL}, ours;
  cterminal_leave();
  sigaction(SIGTSTP, &normal, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  cterminal_enter();
  cterminal_drain_continue();
}
