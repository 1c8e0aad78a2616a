/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sessions.h"
#include "session-of.h"

#include "base/moment.h"
#include "service/sessions/sessions.h"

#include <sqlite3.h>

CsSession *
sessions_get (Book *book, int no)
{
  g_autoptr (GError) error = NULL;
  CsSession *session = session_of (book->store, COUNCIL, ROUND, no);

  g_assert_no_error (error);
  return session;
}

void
sessions_again (Book *book, CsSession **session)
{
  int no = (*session)->no;

  cs_session_free (*session);
  *session = sessions_get (book, no);
}

CsSession *
sessions_plan (Book *book)
{
  g_autoptr (GError) error = NULL;
  CsNewSession wanted = { .council = council_id (book->store, COUNCIL),
                          .round = ROUND,
                          .held_on = "2024-05-31",
                          .place = "Hội trường" };
  CsSession *session = cs_sessions_add (book->store, &wanted, &error);

  g_assert_no_error (error);
  return session;
}

CsSession *
sessions_plan_and_open (Book *book)
{
  g_autoptr (GError) error = NULL;
  CsSessionChange then = { .fill_agenda = TRUE, .open = TRUE };
  CsNewSession wanted = { .council = council_id (book->store, COUNCIL), .round = ROUND, .then = &then };
  CsSession *session = cs_sessions_add (book->store, &wanted, &error);

  g_assert_no_error (error);
  return session;
}

gint64
sessions_evaluation_of (Book *book, guint product)
{
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (product));

  return dossier->evaluation;
}

GArray *
sessions_evaluations (Book *book, const guint *products)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *products != 0; products++)
    {
      gint64 id = sessions_evaluation_of (book, *products);

      g_array_append_val (list, id);
    }
  return list;
}

void
sessions_assert_agenda (const CsSession *session, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);

      g_assert_cmpuint (item->position, ==, i);
      g_string_append_printf (text, "%s%c", i > 0 ? " " : "", item->code[13]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

char *
sessions_ago (int minutes)
{
  g_autofree char *now = cs_moment_now ();

  return cs_moment_add_seconds (now, -60 * minutes);
}

char *
sessions_log_head (Book *book)
{
  g_autoptr (GError) error = NULL;

  return cs_store_log_head (book->store, &error);
}

void
sessions_assert_log (Book *book, const char *verbs, const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT verb, object, before, after FROM audit WHERE verb LIKE '%s'"
                                          " ORDER BY seq",
                                          verbs);
  g_autofree char *lines = NULL;

  book_close (book);
  lines = sql_rows (book->path, sql);
  book_open (book);
  g_assert_cmpstr (lines, ==, expected);
}

void
sessions_assert_nothing (Book *book, const char *head)
{
  g_autofree char *now = sessions_log_head (book);

  g_assert_cmpstr (now, ==, head);
}
