/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/type-to-search.h"

static void
started_cb (GtkSearchEntry *search)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (search));

  if (!gtk_widget_has_focus (GTK_WIDGET (text)))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

void
cs_type_to_search (GtkSearchEntry *search, GtkWidget *list)
{
  gtk_search_entry_set_key_capture_widget (search, list);
  g_signal_connect (search, "search-started", G_CALLBACK (started_cb), NULL);
}
