#ifndef CTERMINAL_H
#define CTERMINAL_H
#include <stdint.h>

/* What Swift cannot import of ncurses, and the signal handlers. See TerminalKit/NcursesTerminal.swift. */
int cterminal_version(void);

#endif
