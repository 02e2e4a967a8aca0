#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H
#include <termios.h>

#define HIDDEN __attribute__((visibility("hidden")))

/* Shared by terminal.c and signals.c. */
struct cterminal_state {
  int tty;          /* our own duplicate of the terminal, for writing */
  int is_active;    /* curses owns the screen now */
  int is_saved;     /* `saved` holds the modes to go back to */
  struct termios saved;
  char restore[256]; /* written at a crash: modes off, alternate screen left, cursor on */
  int restore_length;
  int real_stderr;  /* -1 while standard error is not captured */
  int captured;     /* the file that takes its place */
  char farewell[512]; /* said after a crash */
};

extern HIDDEN struct cterminal_state cterminal;

HIDDEN void cterminal_write_all(int fd, const char *bytes, long count);
HIDDEN int cterminal_install_signals(void);
HIDDEN void cterminal_remove_signals(void);
HIDDEN void cterminal_capture_stderr(void);
HIDDEN void cterminal_release_stderr(void);
HIDDEN void cterminal_drain_continue(void);

#endif
