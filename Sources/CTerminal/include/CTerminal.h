#ifndef CTERMINAL_H
#define CTERMINAL_H
#include <stddef.h>
#include <stdint.h>

/* What Swift cannot import of ncurses, the signal and crash handlers, and a few system calls that the
   Glibc module lacks. One terminal a process; only its thread may call. See TerminalKit/NcursesTerminal.swift. */

/* The memory layout of TerminalKit's Cell. */
typedef struct {
  uint32_t scalar;
  uint8_t role;
  uint8_t width;
  uint16_t marks;
} cterminal_cell;

/* Set in a cell's scalar: the low byte names a character of the terminal's line drawing set. */
#define CTERMINAL_ACS 0x80000000u

enum {
  CTERMINAL_OK = 0,
  CTERMINAL_NOT_A_TERMINAL = 1,
  CTERMINAL_UNKNOWN = 2,
  CTERMINAL_NO_CURSOR = 3,
  CTERMINAL_FAILED = 4,
};

enum {
  CTERMINAL_BOLD = 1,
  CTERMINAL_DIM = 2,
  CTERMINAL_UNDERLINE = 4,
  CTERMINAL_REVERSE = 8,
  CTERMINAL_ITALIC = 16,
  CTERMINAL_BLINK = 32,
};

/* Chooses LC_CTYPE. 2: the environment says UTF-8; 1: it says nothing, so C.UTF-8 is used; 0: it says something else
   (C.UTF-8 is used inside, but only ASCII may be shown). */
int cterminal_set_locale(void);

/* Checks the two descriptors and terminfo, installs the signal handlers and starts curses with the first of `names`
   that is known, whose place goes to `chosen`. */
int cterminal_open(const char *const *names, int count, int *chosen);
/* Restores the terminal for good; what was written to standard error meanwhile is shown afterwards. */
void cterminal_close(void);

/* What is said on standard error after a crash, once the terminal is restored; cut at 500 bytes. */
void cterminal_set_farewell(const char *text);

/* Leaves curses for another program, and comes back. */
void cterminal_leave(void);
void cterminal_enter(void);
/* Stops this process group as Ctrl-Z does elsewhere; returns when it goes on. */
void cterminal_stop(void);
/* The modes after someone else stopped and continued us. */
void cterminal_reset_modes(void);
/* Whether the mouse is asked for; takes effect at once while curses runs. */
void cterminal_set_mouse(int on);

void cterminal_size(int *columns, int *rows);
/* Tells curses of a new size. */
void cterminal_resize(int columns, int rows);

/* 0 when there are none; 1 << 24 with direct colour. */
int cterminal_colors(void);
/* Forgets all colour pairs. */
void cterminal_reset_pairs(void);
/* How a role looks; a colour of -1 is the terminal's own. False when the colours were refused. */
int cterminal_set_style(uint8_t role, int attributes, int foreground, int background);

/* Puts one row. `marks` holds four scalars for each number in `cell.marks`, counted from 1. */
void cterminal_row(int y, const cterminal_cell *cells, int columns, const uint32_t *marks);
/* Lets the next frame be painted whole. */
void cterminal_invalidate(void);
/* Sends what changed in one write; x < 0 hides the cursor. Returns the bytes sent and counts the writes. */
int cterminal_flush(int x, int y, int synchronized, int *writes);
/* Sends bytes as they are. */
void cterminal_send(const char *bytes, size_t count);

/* Readable when a signal came; then one byte each, its number. */
int cterminal_signal_fd(void);
int cterminal_input_fd(void);

/* How wide the C library finds a scalar, in the locale that was set. */
int cterminal_wcwidth(uint32_t scalar);
int cterminal_eventfd(void);
/* The words that the process was started with; none where the C library does not hand them over. */
char *const *cterminal_arguments(int *count);

#endif
