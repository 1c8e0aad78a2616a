/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/sheet-list.h"

#include "ui/session/session-text.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

struct _CsSheetList
{
  AdwBin parent_instance;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (CsSheetList, cs_sheet_list, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add (CsSheetList *self, int row, const CsSession *session, const CsMemberResult *member)
{
  const char *reason;
  CsMemberState state = cs_session_text_state_of (session, member, &reason);
  GtkWidget *icon = gtk_image_new_from_icon_name (cs_session_text_member_icon (state));
  GtkWidget *name = make_label (member->name, NULL);
  GtkWidget *word = make_label (cs_format_member_state (state), NULL);

  if (state == CS_MEMBER_SUBMITTED)
    gtk_widget_add_css_class (icon, "success");
  else
    gtk_widget_add_css_class (word, "dim-label");
  if (*reason != '\0')
    gtk_widget_set_tooltip_text (word, reason);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_attach (self->grid, icon, 0, row, 1, 1);
  gtk_grid_attach (self->grid, name, 1, row, 1, 1);
  gtk_grid_attach (self->grid, word, 2, row, 1, 1);
}

void
cs_sheet_list_show (CsSheetList *self, const CsSession *session, const CsResult *result)
{
  GtkWidget *child;

  g_return_if_fail (CS_IS_SHEET_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_grid_attach (self->grid, make_label (_ ("Sheets"), "heading"), 0, 0, 3, 1);
  for (guint i = 0; i < result->members->len; i++)
    add (self, (int) i + 1, session, g_ptr_array_index (result->members, i));
  gtk_widget_set_visible (GTK_WIDGET (self), result->members->len > 0);
}

static void
cs_sheet_list_class_init (CsSheetListClass *klass)
{
}

static void
cs_sheet_list_init (CsSheetList *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 9);
  gtk_grid_set_row_spacing (self->grid, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}
