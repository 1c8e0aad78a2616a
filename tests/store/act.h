/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"

G_BEGIN_DECLS

/* Sends one command by chance to a book of book_set_up(); it may be refused. */
void act_by_chance (CsStore *store);

/* Scores, closes and fills, so that every table of a book of book_set_up() has rows, and closes its file. */
void act_fill (Book *book);

G_END_DECLS
