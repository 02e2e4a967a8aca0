#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"
#include "internal.h"
#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"
#define MODES_ON "\033[?2004h\033[?1004h"
#define MODES_OFF "\033[?1004l\033[?2004l"

HIDDEN struct cterminal_state cterminal = {.tty = -1, .real_stderr = -1, .captured = -1};

/* From <term.h>, whose macros (columns, lines, …) make it hard to include. */
extern int setupterm(const char *name, int fd, int *problem);
extern char *tigetstr(const char *name);

static SCREEN *screen;
static FILE *output, *input;
static int curses_fd = -1;  /* where curses writes: the terminal, or `batch` while a frame is made */
static int batch = -1;
static char *frame;
static size_t frame_room;
static int wants_mouse = 1;
static int has_pairs, next_pair;
static int has_second_screen; /* what stood in the terminal before comes back when we leave */
static struct { attr_t attributes; int pair; } styles[256];
static cchar_t *line;
static int line_room;

int cterminal_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
int cterminal_input_fd(void) { return 0; }

static const char *said(const char *name) {
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

int cterminal_set_locale(void) {
  const char *found = setlocale(LC_CTYPE, "");
  if (found && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 2;
  int is_silent = !said("LC_ALL") && !said("LC_CTYPE") && !said("LANG");
  /* A locale that is not installed falls back to C although its name asks for UTF-8. */
  const char *name = said("LC_ALL") ? said("LC_ALL") : said("LC_CTYPE") ? said("LC_CTYPE") : said("LANG");
  int is_missing = !found && name && (strcasestr(name, "utf-8") || strcasestr(name, "utf8"));
  if (!setlocale(LC_CTYPE, "C.UTF-8")) return 0;
  return is_silent ? 1 : is_missing ? 2 : 0;
}

void cterminal_size(int *columns, int *rows) {
  struct winsize size;
  *columns = 80;
  *rows = 24;
  if (ioctl(cterminal.tty >= 0 ? cterminal.tty : 1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    *columns = size.ws_col;
    *rows = size.ws_row;
  }
}

static void add_restore(const char *bytes) {
  if (!bytes) return;
  /* Padding such as $<5> is for slow terminals and would be shown. */
  while (*bytes && cterminal.restore_length < (int)sizeof cterminal.restore) {
    const char *end = bytes[0] == '$' && bytes[1] == '<' ? strchr(bytes, '>') : NULL;
    if (end) bytes = end + 1;
    else cterminal.restore[cterminal.restore_length++] = *bytes++;
  }
}

static const char *capability(const char *name) {
  char *found = tigetstr(name);
  return found == (char *)-1 ? NULL : found;
}

static void prepare_restore(void) {
  cterminal.restore_length = 0;
  has_second_screen = capability("rmcup") != NULL;
  add_restore(MOUSE_OFF MODES_OFF);
  add_restore(capability("sgr0"));
  add_restore(capability("cnorm"));
  add_restore(capability("rmkx"));
  if (has_second_screen) add_restore(capability("rmcup"));
  else add_restore(capability("clear") ? capability("clear") : "\r\n");
}

static void modes(int on) {
  const char *bytes = on ? (wants_mouse ? MODES_ON MOUSE_ON : MODES_ON) : MOUSE_OFF MODES_OFF;
  cterminal_write_all(cterminal.tty, bytes, strlen(bytes));
}

static int choose(const char *const *names, int count, int *chosen) {
  for (int index = 0; index < count; index++) {
    int problem = 0;
    if (setupterm(names[index], 1, &problem) != OK) continue;
    char *cup = tigetstr("cup");
    *chosen = index;
    return cup && cup != (char *)-1 ? CTERMINAL_OK : CTERMINAL_NO_CURSOR;
  }
  return CTERMINAL_UNKNOWN;
}

static int start(const char *name) {
  input = fdopen(fcntl(0, F_DUPFD_CLOEXEC, 3), "r");
  curses_fd = fcntl(1, F_DUPFD_CLOEXEC, 3);
  output = fdopen(curses_fd, "w");
  if (!input || !output) return 0;
  screen = newterm(name, output, input);
  if (!screen) return 0;
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  typeahead(-1);
  leaveok(stdscr, FALSE);
  has_pairs = has_colors() && start_color() == OK && use_default_colors() == OK;
  return 1;
}

static void drop_screen(void) {
  if (screen) delscreen(screen);
  if (output) fclose(output);
  if (input) fclose(input);
  if (cterminal.tty >= 0) close(cterminal.tty);
  if (batch >= 0) close(batch);
  screen = NULL;
  output = input = NULL;
  cterminal.tty = batch = curses_fd = -1;
}

int cterminal_open(const char *const *names, int count, int *chosen) {
  *chosen = -1;
  if (!isatty(0) || !isatty(1)) return CTERMINAL_NOT_A_TERMINAL;
  int result = choose(names, count, chosen);
  if (result != CTERMINAL_OK) return result;
  setenv("NCURSES_NO_UTF8_ACS", "1", 1);
  cterminal.tty = fcntl(1, F_DUPFD_CLOEXEC, 3);
  batch = memfd_create("frame", MFD_CLOEXEC);
  if (cterminal.tty < 0 || batch < 0) return CTERMINAL_FAILED;
  cterminal.is_saved = tcgetattr(cterminal.tty, &cterminal.saved) == 0;
  if (!cterminal_install_signals()) return CTERMINAL_FAILED;
  cterminal_capture_stderr();
  if (!start(names[*chosen])) {
    cterminal_release_stderr();
    cterminal_remove_signals();
    drop_screen();
    return CTERMINAL_FAILED;
  }
  prepare_restore();
  cterminal.is_active = 1;
  modes(1);
  return CTERMINAL_OK;
}

void cterminal_leave(void) {
  if (!cterminal.is_active) return;
  cterminal.is_active = 0;
  modes(0);
  curs_set(1);
  endwin();
  /* Nobody's data stays behind on a terminal that has but one screen. */
  if (!has_second_screen) cterminal_write_all(cterminal.tty, cterminal.restore, cterminal.restore_length);
  if (cterminal.is_saved) tcsetattr(cterminal.tty, TCSADRAIN, &cterminal.saved);
  cterminal_release_stderr();
}

void cterminal_enter(void) {
  if (cterminal.is_active) return;
  cterminal_capture_stderr();
  reset_prog_mode();
  cterminal.is_active = 1;
  modes(1);
  clearok(curscr, TRUE);
}

void cterminal_reset_modes(void) {
  reset_prog_mode();
  modes(1);
  clearok(curscr, TRUE);
}

void cterminal_close(void) {
  if (!screen) return;
  cterminal_leave();
  cterminal_remove_signals();
  drop_screen();
}

void cterminal_set_mouse(int on) {
  wants_mouse = on;
  if (!cterminal.is_active) return;
  const char *bytes = on ? MOUSE_ON : MOUSE_OFF;
  cterminal_write_all(cterminal.tty, bytes, strlen(bytes));
}

void cterminal_resize(int columns, int rows) {
  resizeterm(rows, columns);
  clearok(curscr, TRUE);
}

int cterminal_colors(void) { return has_pairs ? COLORS : 0; }

void cterminal_reset_pairs(void) {
  next_pair = 0;
  if (has_pairs) reset_color_pairs();
}

static int pair_for(int foreground, int background) {
  if (!has_pairs || (foreground < 0 && background < 0)) return 0;
  for (int pair = 1; pair <= next_pair; pair++) {
    int fg, bg;
    if (extended_pair_content(pair, &fg, &bg) == OK && fg == foreground && bg == background) return pair;
  }
  if (next_pair + 1 >= COLOR_PAIRS || init_extended_pair(next_pair + 1, foreground, background) != OK) return -1;
  return ++next_pair;
}

int cterminal_set_style(uint8_t role, int attributes, int foreground, int background) {
  attr_t result = A_NORMAL;
  if (attributes & CTERMINAL_BOLD) result |= A_BOLD;
  if (attributes & CTERMINAL_DIM) result |= A_DIM;
  if (attributes & CTERMINAL_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & CTERMINAL_REVERSE) result |= A_REVERSE;
  if (attributes & CTERMINAL_ITALIC) result |= A_ITALIC;
  if (attributes & CTERMINAL_BLINK) result |= A_BLINK;
  int pair = pair_for(foreground, background);
  styles[role].attributes = result;
  styles[role].pair = pair < 0 ? 0 : pair;
  return pair >= 0;
}

static void build(cchar_t *cell, const cterminal_cell *from, const uint32_t *marks) {
  wchar_t text[6] = {(wchar_t)from->scalar, 0};
  attr_t attributes = styles[from->role].attributes;
  int pair = styles[from->role].pair;
  if (from->scalar & CTERMINAL_ACS) {
    chtype drawn = acs_map[from->scalar & 0x7F];
    text[0] = (wchar_t)(drawn & A_CHARTEXT);
    attributes |= drawn & A_ALTCHARSET;
  } else if (from->marks) {
    const uint32_t *extra = marks + 4 * (from->marks - 1);
    for (int index = 0; index < 4 && extra[index]; index++) text[index + 1] = (wchar_t)extra[index];
  }
  setcchar(cell, text, attributes, (short)0, &pair);
}

void cterminal_row(int y, const cterminal_cell *cells, int columns, const uint32_t *marks) {
  if (columns > line_room) {
    cchar_t *more = realloc(line, columns * sizeof *line);
    if (!more) return;
    line = more;
    line_room = columns;
  }
  int count = 0;
  const cterminal_cell *before = NULL;
  for (int x = 0; x < columns; x++) {
    const cterminal_cell *cell = cells + x;
    if (cell->width == 0) continue;
    int is_plain = !cell->marks && !(cell->scalar & CTERMINAL_ACS);
    if (is_plain && before && before->role == cell->role) {
      line[count] = line[count - 1];
      line[count].chars[0] = (wchar_t)cell->scalar;
    } else {
      build(&line[count], cell, marks);
    }
    before = is_plain ? cell : NULL;
    count++;
  }
  mvwadd_wchnstr(stdscr, y, 0, line, count);
}

void cterminal_invalidate(void) { clearok(curscr, TRUE); }

static int read_batch(int synchronized) {
  static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
  off_t size = lseek(batch, 0, SEEK_CUR);
  size_t room = (size_t)size + sizeof begin + sizeof end;
  if (size <= 0) return 0;
  if (room > frame_room) {
    char *more = realloc(frame, room * 2);
    if (!more) return 0;
    frame = more;
    frame_room = room * 2;
  }
  size_t used = 0;
  if (synchronized) used = sizeof begin - 1, memcpy(frame, begin, used);
  ssize_t count = pread(batch, frame + used, size, 0);
  if (count > 0) used += count;
  if (synchronized) memcpy(frame + used, end, sizeof end - 1), used += sizeof end - 1;
  lseek(batch, 0, SEEK_SET);
  return (int)used;
}

int cterminal_flush(int x, int y, int synchronized, int *writes) {
  *writes = 0;
  /* curses flushes at each jump of the cursor: let it write into memory, and send that at once */
  dup3(batch, curses_fd, O_CLOEXEC);
  curs_set(x >= 0 ? 1 : 0);
  if (x >= 0) wmove(stdscr, y, x);
  wnoutrefresh(stdscr);
  doupdate();
  dup3(cterminal.tty, curses_fd, O_CLOEXEC);
  int count = read_batch(synchronized);
  if (count > 0) {
    *writes = 1;
    cterminal_write_all(cterminal.tty, frame, count);
  }
  return count;
}

void cterminal_send(const char *bytes, size_t count) { cterminal_write_all(cterminal.tty, bytes, (long)count); }
