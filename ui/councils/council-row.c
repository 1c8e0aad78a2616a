/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/council-row.h"

#include "ui/shared/council-words.h"

#include <glib/gi18n-lib.h>

struct _CsCouncilRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *size;
  GtkWidget *warning;

  char *key;
};

G_DEFINE_FINAL_TYPE (CsCouncilRow, cs_council_row, GTK_TYPE_LIST_BOX_ROW)

static void
cs_council_row_finalize (GObject *object)
{
  g_free (CS_COUNCIL_ROW (object)->key);
  G_OBJECT_CLASS (cs_council_row_parent_class)->finalize (object);
}

static void
cs_council_row_class_init (CsCouncilRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_council_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/council-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsCouncilRow, name);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilRow, size);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilRow, warning);
}

static void
cs_council_row_init (CsCouncilRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_council_row_new (const char *key)
{
  CsCouncilRow *self = g_object_new (CS_TYPE_COUNCIL_ROW, NULL);

  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

const char *
cs_council_row_get_key (CsCouncilRow *self)
{
  return self->key;
}

void
cs_council_row_show (CsCouncilRow *self, CsStore *store, const CsCouncil *council)
{
  g_autofree char *name = cs_council_words_name (store, council);
  g_autofree char *size = cs_council_words_size (store, council);
  g_autofree char *warning = cs_council_words_warning (council);
  g_autofree char *spoken = NULL;

  g_return_if_fail (CS_IS_COUNCIL_ROW (self));

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->size, size);
  gtk_widget_set_visible (self->warning, warning != NULL);
  gtk_widget_set_tooltip_text (self->warning, warning);
  /* Translators: for screen readers: a unit, its council, perhaps what is wrong */
  spoken = warning != NULL ? g_strdup_printf (_ ("%s, %s. %s"), name, size, warning)
                           : g_strdup_printf (_ ("%s, %s"), name, size);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
