/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/recusal-dialog.h"

#include "service/book/unread.h"
#include "base/text.h"
#include "service/dossiers/dossier-list.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/choice-row.h"
#include "service/dossiers/dossiers.h"
#include "service/council/recusals.h"

#include <glib/gi18n-lib.h>

/* In the order of the template's lists. */
enum
{
  SCOPE_PRODUCT,
  SCOPE_PRODUCER
};
enum
{
  BY_MEMBER,
  BY_CHAIR
};

struct _CsRecusalDialog
{
  AdwWindow parent_instance;

  GtkWidget *go_button;
  GtkLabel *problem_label;
  AdwComboRow *member_row;
  CsChoiceRow *product_row;
  AdwComboRow *scope_row;
  AdwComboRow *by_row;
  GtkEditable *reason_row;

  CsStore *store;
  CsPersonGroup *person_group;
  char *council;
  GPtrArray *members;   /* (element-type utf8): UUIDs behind the row */
  GHashTable *products; /* (element-type utf8 CsDossierKey): by code */
};

G_DEFINE_FINAL_TYPE (CsRecusalDialog, cs_recusal_dialog, ADW_TYPE_WINDOW)

static const char *
product_of (CsRecusalDialog *self)
{
  return cs_chooser_get_chosen (cs_choice_row_get_chooser (self->product_row));
}

static CsDossier *
load_product (CsRecusalDialog *self, GError **error)
{
  const CsDossierKey *key = g_hash_table_lookup (self->products, product_of (self));

  return cs_dossiers_get (self->store, *key, error);
}

/* --- callbacks --- */

static void
changed_cb (CsRecusalDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_widget_set_sensitive (self->go_button,
                            self->members->len > 0 && product_of (self) != NULL
                                && !cs_text_is_blank (gtk_editable_get_text (self->reason_row)));
}

static void
product_cb (CsRecusalDialog *self, const char *code)
{
  g_autoptr (CsDossier) dossier = load_product (self, NULL);
  g_autofree char *text = dossier != NULL
                              ? g_strdup_printf ("%s · %s", dossier->product, dossier->producer.name)
                              : g_strdup (code);

  cs_choice_row_set_chosen (self->product_row, code, text);
  changed_cb (self);
}

static gboolean
declare (CsRecusalDialog *self, GError **error)
{
  g_autoptr (CsDossier) dossier = load_product (self, error);
  guint member = adw_combo_row_get_selected (self->member_row);
  CsNewRecusal wanted = { .member = g_ptr_array_index (self->members, member),
                          .dossier = dossier,
                          .whole_producer = adw_combo_row_get_selected (self->scope_row) == SCOPE_PRODUCER,
                          .by_chair = adw_combo_row_get_selected (self->by_row) == BY_CHAIR,
                          .reason = gtk_editable_get_text (self->reason_row) };

  cs_person_group_keep (self->person_group);
  return dossier != NULL && cs_recusals_declare (self->store, &wanted, error);
}

static void
go_cb (CsRecusalDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (declare (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

/* --- life --- */

static void
cs_recusal_dialog_dispose (GObject *object)
{
  g_clear_object (&CS_RECUSAL_DIALOG (object)->store);
  G_OBJECT_CLASS (cs_recusal_dialog_parent_class)->dispose (object);
}

static void
cs_recusal_dialog_finalize (GObject *object)
{
  CsRecusalDialog *self = CS_RECUSAL_DIALOG (object);

  g_free (self->council);
  g_ptr_array_unref (self->members);
  g_hash_table_unref (self->products);
  G_OBJECT_CLASS (cs_recusal_dialog_parent_class)->finalize (object);
}

static void
cs_recusal_dialog_class_init (CsRecusalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_recusal_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_recusal_dialog_finalize;
  g_type_ensure (CS_TYPE_CHOICE_ROW);
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/conduct/recusal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, member_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, product_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecusalDialog, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, product_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_recusal_dialog_init (CsRecusalDialog *self)
{
  self->members = g_ptr_array_new_with_free_func (g_free);
  self->products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

static void
offer_members (CsRecusalDialog *self, const CsCouncil *council, const char *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; council != NULL && i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (!cs_member_sits (member))
        continue;
      if (g_strcmp0 (member->uuid, chosen) == 0)
        selected = self->members->len;
      g_ptr_array_add (self->members, g_strdup (member->uuid));
      gtk_string_list_append (names, member->name);
    }
  adw_combo_row_set_model (self->member_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->member_row, selected);
}

static void
offer_product (CsRecusalDialog *self, CsDossierKey key)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_get (self->store, key, cs_store_unread (self->store));
  g_autofree char *detail = NULL;

  /* of one that is in several rounds, that of this council */
  if (dossier == NULL
      || (dossier->council_uuid != NULL && !g_str_equal (dossier->council_uuid, self->council))
      || g_hash_table_contains (self->products, dossier->code))
    return;
  detail = g_strdup_printf ("%s · %s", dossier->producer.name, dossier->code);
  cs_chooser_add (cs_choice_row_get_chooser (self->product_row), dossier->code, dossier->product, detail, 0);
  g_hash_table_insert (self->products, g_strdup (dossier->code), g_memdup2 (&key, sizeof key));
}

static void
offer_products (CsRecusalDialog *self, const char *unit)
{
  CsDossierFilter filter = { .unit = unit, .order = CS_DOSSIER_BY_PRODUCT };
  g_autoptr (GArray) keys = cs_dossiers_list (self->store, &filter, cs_store_unread (self->store));

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    offer_product (self, g_array_index (keys, CsDossierKey, i));
  cs_choice_row_set_chosen (self->product_row, NULL,
                            g_hash_table_size (self->products) > 0
                                ? _ ("Not chosen yet")
                                : _ ("No product is filed with this council"));
}

void
cs_recusal_dialog_present (
    GtkWidget *from, CsStore *store, const char *uuid, const char *member, const char *product)
{
  CsRecusalDialog *self = g_object_new (CS_TYPE_RECUSAL_DIALOG, NULL);
  g_autoptr (CsCouncil) council = cs_store_get_council (store, uuid, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  self->council = g_strdup (uuid);
  offer_members (self, council, member);
  offer_products (self, council != NULL ? council->unit : NULL);
  if (product != NULL && cs_chooser_choose (cs_choice_row_get_chooser (self->product_row), product))
    adw_combo_row_set_selected (self->scope_row, SCOPE_PRODUCER);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (product != NULL  ? GTK_WIDGET (self->reason_row)
                         : member != NULL ? GTK_WIDGET (self->product_row)
                                          : GTK_WIDGET (self->member_row));
}
