/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"
#include "service/sessions/sessions.h"

G_BEGIN_DECLS

/* What the tests of sessions share: the book of book_set_up() with one session. */

#define COUNCIL "district-842"
#define ROUND   "district-1"

CsSession *sessions_get (Book *book, int no);

/* Reads @session again. */
void sessions_again (Book *book, CsSession **session);

CsSession *sessions_plan (Book *book);

CsSession *sessions_plan_and_open (Book *book);

gint64 sessions_evaluation_of (Book *book, guint product);

/* Evaluations of products, ended by 0. */
GArray *sessions_evaluations (Book *book, const guint *products);

/* "1 3 2": the products of an agenda by the serial in their code */
void sessions_assert_agenda (const CsSession *session, const char *expected);

/* So many minutes ago. */
char *sessions_ago (int minutes);

char *sessions_log_head (Book *book);

void sessions_assert_log (Book *book, const char *verbs, const char *expected);

/* Nothing was written since @head. */
void sessions_assert_nothing (Book *book, const char *head);

G_END_DECLS
