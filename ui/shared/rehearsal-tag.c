/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/rehearsal-tag.h"

#include <glib/gi18n-lib.h>

struct _CsRehearsalTag
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CsRehearsalTag, cs_rehearsal_tag, ADW_TYPE_BIN)

static void
cs_rehearsal_tag_class_init (CsRehearsalTagClass *klass)
{
}

static void
cs_rehearsal_tag_init (CsRehearsalTag *self)
{
  /* Translators: a tag beside a dossier that is scored for practice and counts nowhere */
  GtkWidget *label = gtk_label_new (_ ("Rehearsal"));

  gtk_widget_add_css_class (label, "cs-tag");
  gtk_widget_add_css_class (label, "cs-rehearsal");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Scored for practice; it counts nowhere"));
  adw_bin_set_child (ADW_BIN (self), label);
}

GtkWidget *
cs_rehearsal_tag_new (void)
{
  return g_object_new (CS_TYPE_REHEARSAL_TAG, NULL);
}
