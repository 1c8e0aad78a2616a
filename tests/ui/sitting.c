/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "session-of.h"
#include "sitting.h"

#include "probe.h"
#include "sample-book.h"

#include "service/dossiers/dossiers.h"
#include "service/sessions/attendance.h"
#include "service/sessions/sessions.h"
#include "ui/session/projector-window.h"
#include "ui/session/session-page.h"

void
sitting_set_up (Sitting *sitting, gconstpointer data)
{
  sitting->store = sample_book_new ();
  sample_book_add_council (sitting->store, COUNCIL, 5);
  for (int i = 0; i < 3; i++)
    sitting->codes[i] = sample_book_add_dossier (sitting->store, "29236", 1, ROUND);
  sitting->window = gtk_window_new ();
  sitting->page = cs_session_page_new ();
  gtk_window_set_child (GTK_WINDOW (sitting->window), sitting->page);
  gtk_window_set_default_size (GTK_WINDOW (sitting->window), 1100, 800);
}

void
sitting_tear_down (Sitting *sitting, gconstpointer data)
{
  probe_destroy (sitting->window);
  for (int i = 0; i < 3; i++)
    g_free (sitting->codes[i]);
  sample_book_free (sitting->store);
}

void
sitting_show (Sitting *sitting)
{
  cs_session_page_set_store (CS_SESSION_PAGE (sitting->page), sitting->store);
  probe_draw (sitting->window);
  probe_settle ();
}

void
sitting_plan (CsStore *store, gboolean open)
{
  CsSessionChange then = { .fill_agenda = TRUE, .open = open };
  CsNewSession wanted = {
    .council = council_id (store, COUNCIL), .round = ROUND, .place = "Hội trường (mẫu)", .then = &then
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = cs_sessions_add (store, &wanted, &error);

  g_assert_no_error (error);
}

CsSession *
sitting_stored (CsStore *store)
{
  g_autoptr (GError) error = NULL;
  CsSession *session = session_of (store, COUNCIL, ROUND, 1);

  g_assert_no_error (error);
  return session;
}

void
sitting_score_all (CsStore *store, const char *code, const int totals[5])
{
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%d", i + 1);

      sample_book_score (store, code, member, totals[i]);
    }
  sample_book_submit (store, code);
}

void
sitting_arrive (CsStore *store, const char *const *members)
{
  g_autoptr (CsSession) session = sitting_stored (store);
  g_autoptr (GError) error = NULL;

  for (; *members != NULL; members++)
    {
      cs_sessions_arrive (store, session, member_id (store, *members), NULL, &error);
      g_assert_no_error (error);
    }
}

void
sitting_discuss (CsStore *store, const char *code)
{
  g_autoptr (CsSession) session = sitting_stored (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, ROUND, &error);

  cs_sessions_discuss (store, session, dossier, &error);
  g_assert_no_error (error);
}

void
sitting_press (const char *keys)
{
  const char *argv[] = { "xdotool", "key", "--clearmodifiers", "--delay", "20", keys, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  probe_settle ();
}

static GtkWidget *
button (gpointer within, const char *label)
{
  g_autoptr (GPtrArray) buttons = probe_all (within, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0
        && gtk_widget_get_mapped (g_ptr_array_index (buttons, i)))
      return g_ptr_array_index (buttons, i);
  g_error ("no button “%s”", label);
}

void
sitting_click (gpointer within, const char *label)
{
  GtkWidget *found = button (within, label);

  g_assert_true (gtk_widget_get_sensitive (found));
  g_signal_emit_by_name (found, "clicked");
}

GtkWidget *
sitting_row (Sitting *sitting, GType type, guint position)
{
  g_autoptr (GPtrArray) rows = probe_all (sitting->page, type);

  g_assert_cmpuint (position, <, rows->len);
  return g_ptr_array_index (rows, position);
}

void
sitting_focus_row (Sitting *sitting, GType type, guint position)
{
  GtkWidget *found = sitting_row (sitting, type, position);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (found)), GTK_LIST_BOX_ROW (found));
  gtk_widget_grab_focus (found);
  probe_settle ();
}

const char *
sitting_projector_text (Sitting *sitting)
{
  return cs_projector_window_get_text (
      CS_PROJECTOR_WINDOW (cs_session_page_get_projector (CS_SESSION_PAGE (sitting->page))));
}
