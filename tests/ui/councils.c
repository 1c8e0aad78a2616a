/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "councils.h"

#include "probe.h"
#include "sample-book.h"

#include "ui/councils/council-view.h"
#include "ui/councils/councils-page.h"

void
councils_set_up_empty (Councils *councils, gconstpointer data)
{
  councils->store = sample_book_new ();
  councils->window = gtk_window_new ();
  councils->page = cs_councils_page_new ();
  gtk_window_set_child (GTK_WINDOW (councils->window), councils->page);
  gtk_window_set_default_size (GTK_WINDOW (councils->window), 1000, 700);
}

void
councils_set_up (Councils *councils, gconstpointer data)
{
  councils_set_up_empty (councils, data);
  sample_book_add_council (councils->store, "district-842", 5);
  sample_book_add_council (councils->store, "district-845", 3);
}

void
councils_tear_down (Councils *councils, gconstpointer data)
{
  probe_destroy (councils->window);
  sample_book_free (councils->store);
}

void
councils_show (Councils *councils)
{
  cs_councils_page_set_store (CS_COUNCILS_PAGE (councils->page), councils->store);
  probe_draw (councils->window);
  probe_settle ();
}

CsCouncil *
councils_read (Councils *councils)
{
  g_autoptr (GError) error = NULL;
  CsCouncil *council = cs_store_find_council (councils->store, "district-842", &error);

  g_assert_no_error (error);
  return council;
}

void
councils_press (Councils *councils, const char *action, GVariant *target)
{
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_assert_true (
      gtk_widget_activate_action_variant (probe_first (councils->page, CS_TYPE_COUNCIL_VIEW), action, owned));
}

void
councils_click (gpointer within, const char *id)
{
  GtkWidget *button = probe_find (within, GTK_TYPE_BUTTON, id);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
councils_type_into (gpointer within, const char *id, const char *text)
{
  gtk_editable_set_text (probe_find (within, GTK_TYPE_EDITABLE, id), text);
}

gpointer
councils_dialog_of (GType type)
{
  gpointer dialog = probe_find_window (type);

  g_assert_nonnull (dialog);
  return dialog;
}
