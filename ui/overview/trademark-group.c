/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/trademark-group.h"

#include "base/date.h"
#include "service/results/trademarks.h"
#include "ui/overview/trademark-dialog.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

#define BLOCKS_MAX 12 /* targets up to this are shown as blocks, larger ones as one bar */

struct _CsTrademarkGroup
{
  AdwPreferencesGroup parent_instance;

  CsStore *store;  /* (nullable) */
  GPtrArray *rows; /* (element-type GtkWidget) (not owned) */
  GtkLabel *count;
  GtkLevelBar *level;
};

G_DEFINE_FINAL_TYPE (CsTrademarkGroup, cs_trademark_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_clicked_cb (CsTrademarkGroup *self)
{
  if (self->store != NULL)
    cs_trademark_dialog_present (GTK_WIDGET (self), self->store, NULL);
}

/* --- one of them --- */

static void
edit_cb (CsTrademarkGroup *self, AdwActionRow *row)
{
  cs_trademark_dialog_present (GTK_WIDGET (self), self->store,
                               g_object_get_data (G_OBJECT (row), "trademark"));
}

/* What was taken away is offered back with everything it said, so that nothing need be kept for it. */
static void
remove_cb (CsTrademarkGroup *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  const CsTrademark *trademark = g_object_get_data (G_OBJECT (row), "trademark");
  g_autofree char *text = g_strdup_printf (_ ("“%s” taken away"), trademark->name);
  g_autoptr (GVariant) kept =
      g_variant_ref_sink (g_variant_new ("(ssss)", trademark->uuid, trademark->name, trademark->owner,
                                         trademark->registered_on != NULL ? trademark->registered_on : ""));
  g_autoptr (GError) error = NULL;

  if (!cs_trademarks_remove (self->store, trademark, &error))
    cs_feedback_error (GTK_WIDGET (self), _ ("The brand was not taken away"), error);
  else
    cs_feedback_undo (GTK_WIDGET (self), text, "trademarks.restore", kept);
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsTrademarkGroup *self = CS_TRADEMARK_GROUP (widget);
  g_autoptr (CsTrademark) trademark = g_new0 (CsTrademark, 1);
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(ssss)", &trademark->uuid, &trademark->name, &trademark->owner,
                 &trademark->registered_on);
  if (*trademark->registered_on == '\0')
    g_clear_pointer (&trademark->registered_on, g_free);
  if (self->store != NULL && !cs_trademarks_add (self->store, trademark, NULL, &error))
    cs_feedback_error (widget, _ ("The brand was not brought back"), error);
}

static void
cs_trademark_group_dispose (GObject *object)
{
  CsTrademarkGroup *self = CS_TRADEMARK_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cs_trademark_group_parent_class)->dispose (object);
}

static void
cs_trademark_group_class_init (CsTrademarkGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_trademark_group_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "trademarks.restore", "(ssss)", restore_cb);
}

/* "2 of 5" with blocks, the first row */
static void
add_progress (CsTrademarkGroup *self)
{
  static const char *const marks[] = { GTK_LEVEL_BAR_OFFSET_LOW, GTK_LEVEL_BAR_OFFSET_HIGH,
                                       GTK_LEVEL_BAR_OFFSET_FULL };
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "tabular");
  self->level = GTK_LEVEL_BAR (gtk_level_bar_new ());
  /* no colours that judge: two of five is neither good nor bad in May */
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_level_bar_remove_offset_value (self->level, marks[i]);
  gtk_widget_set_hexpand (GTK_WIDGET (self->level), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->level), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Brands against their target"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->level));
  gtk_widget_add_css_class (box, "figure-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
cs_trademark_group_init (CsTrademarkGroup *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add a Brand…"));

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Brands"));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  add_progress (self);
}

static void
set_progress (CsTrademarkGroup *self, int done, int target)
{
  g_autofree char *text = NULL;

  if (target > 0)
    /* Translators: brands built, brands planned */
    text = g_strdup_printf (_ ("%d of %d"), done, target);
  else
    text = g_strdup_printf ("%d", done);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->level), target > 0);
  gtk_level_bar_set_mode (self->level,
                          target <= BLOCKS_MAX ? GTK_LEVEL_BAR_MODE_DISCRETE : GTK_LEVEL_BAR_MODE_CONTINUOUS);
  gtk_level_bar_set_max_value (self->level, MAX (target, 1));
  gtk_level_bar_set_value (self->level, MIN (done, MAX (target, 1)));
}

static void
add_row (CsTrademarkGroup *self, CsTrademark *trademark)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *date =
      trademark->registered_on != NULL ? cs_date_to_display (trademark->registered_on) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trademark->name);
  adw_action_row_set_subtitle (row, trademark->owner);
  if (date != NULL)
    {
      GtkWidget *label = gtk_label_new (date);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "tabular");
      adw_action_row_add_suffix (row, label);
    }
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Take the brand away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take the brand away"), -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, remove);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), _ ("Change the brand"));
  g_object_set_data_full (G_OBJECT (row), "trademark", trademark, (GDestroyNotify) cs_trademark_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

void
cs_trademark_group_show (CsTrademarkGroup *self, CsStore *store, const CsOverview *overview)
{
  g_autoptr (GPtrArray) trademarks = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CS_IS_TRADEMARK_GROUP (self));

  g_set_object (&self->store, store);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (store == NULL || overview == NULL)
    return;
  set_progress (self, overview->trademarks_done, overview->trademarks_target);
  trademarks = cs_trademarks_list (store, &error);
  if (trademarks == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The brands could not be read"), error);
      return;
    }
  while (trademarks->len > 0)
    add_row (self, g_ptr_array_steal_index (trademarks, 0));
}
