/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/certificates-window.h"

#include "base/text.h"
#include "model/register.h"
#include "ui/certificates/certificate-columns.h"
#include "ui/certificates/certificate-item.h"
#include "ui/widgets/feedback.h"
#include "service/results/register.h"
#include "ui/certificates/withdraw-dialog.h"
#include "ui/widgets/wrap-box.h"
#include "ui/widgets/reader.h"

#include <glib/gi18n-lib.h>

/* What the list is made of: also a filing, and what a council said about it. */
#define COUNTED (CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS | CS_CHANGE_REGISTER)

struct _CsCertificatesWindow
{
  AdwWindow parent_instance;

  CsStore *store;
  GListStore *items; /* (element-type CsCertificateItem) */
  GtkFilter *filter;
  GtkSingleSelection *selection;
  CsCertificatesGroup group;
  char *words; /* folded */

  GtkWidget *result_button;
  GtkWidget *withdraw_button;
  GtkEditable *search_entry;
  GtkBox *chips;
  GtkToggleButton *buttons[CS_CERTIFICATES_N_GROUPS];
  GtkStack *stack;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (CsCertificatesWindow, cs_certificates_window, ADW_TYPE_WINDOW)

/* --- which are shown --- */

static CsCertificatesGroup
group_of (const CsCertificate *certificate)
{
  static const CsCertificatesGroup groups[] = {
    [CS_CLOCK_VALID] = CS_CERTIFICATES_VALID,    [CS_CLOCK_WINDOW] = CS_CERTIFICATES_TO_RENEW,
    [CS_CLOCK_LATE] = CS_CERTIFICATES_TO_RENEW,  [CS_CLOCK_FILED] = CS_CERTIFICATES_FILED,
    [CS_CLOCK_EXTENDED] = CS_CERTIFICATES_FILED, [CS_CLOCK_EXPIRED] = CS_CERTIFICATES_EXPIRED,
    [CS_CLOCK_RENEWED] = CS_CERTIFICATES_OTHERS, [CS_CLOCK_WITHDRAWN] = CS_CERTIFICATES_OTHERS,
  };

  return certificate->known ? groups[certificate->clock.state] : CS_CERTIFICATES_OTHERS;
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  CsCertificatesWindow *self = data;

  return (self->group == CS_CERTIFICATES_ALL
          || self->group == group_of (cs_certificate_item_get (CS_CERTIFICATE_ITEM (item))))
         && cs_certificate_item_matches (CS_CERTIFICATE_ITEM (item), self->words);
}

/* Returns: (transfer none) (nullable): what is chosen. */
static const CsCertificate *
chosen (CsCertificatesWindow *self)
{
  CsCertificateItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? cs_certificate_item_get (item) : NULL;
}

static void
selected_cb (CsCertificatesWindow *self)
{
  const CsCertificate *certificate = chosen (self);

  gtk_widget_set_sensitive (self->result_button,
                            certificate != NULL && certificate->recognition->dossier != NULL);
  gtk_widget_set_sensitive (self->withdraw_button,
                            certificate != NULL && certificate->recognition->withdrawn_on == NULL);
}

/* The chips count what the search leaves. */
static void
show_counts (CsCertificatesWindow *self)
{
  static const char *const words[] = { N_ ("All"),     N_ ("To renew"), N_ ("Filed"),
                                       N_ ("Expired"), N_ ("Valid"),    N_ ("Others") };
  guint counts[CS_CERTIFICATES_N_GROUPS] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (CsCertificateItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!cs_certificate_item_matches (item, self->words))
        continue;
      counts[CS_CERTIFICATES_ALL]++;
      counts[group_of (cs_certificate_item_get (item))]++;
    }
  for (guint i = 0; i < CS_CERTIFICATES_N_GROUPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", g_dgettext (GETTEXT_PACKAGE, words[i]), counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), text);
      /* with large text the chips must not be wider than the window */
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->buttons[i]))),
                               PANGO_ELLIPSIZE_END);
    }
}

static void
show_content (CsCertificatesWindow *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : all > 0 ? "nothing" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->chips), all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), all > 0);
  show_counts (self);
  selected_cb (self);
}

static void
refresh (CsCertificatesWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) certificates = cs_recognitions_clocks (self->store, NULL, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (certificates == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The certificates could not be read"), error);
      return;
    }
  while (certificates->len > 0)
    g_ptr_array_add (items, cs_certificate_item_new (g_ptr_array_steal_index (certificates, 0)));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  show_content (self);
}

/* --- callbacks --- */

static void
store_changed_cb (CsCertificatesWindow *self, const CsChangeSet *changes)
{
  if (cs_change_set_has (changes, COUNTED))
    refresh (self);
}

static void
refilter (CsCertificatesWindow *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_content (self);
}

static void
chip_toggled_cb (CsCertificatesWindow *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < CS_CERTIFICATES_N_GROUPS; i++)
    if (self->buttons[i] == button)
      self->group = (CsCertificatesGroup) i;
  refilter (self);
}

static void
search_changed_cb (CsCertificatesWindow *self)
{
  g_free (self->words);
  self->words = cs_text_fold (gtk_editable_get_text (self->search_entry));
  refilter (self);
}

static void
result_cb (CsCertificatesWindow *self)
{
  const CsCertificate *certificate = chosen (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (certificate == NULL || certificate->recognition->dossier == NULL || parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-result", "s", certificate->recognition->dossier);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (CsCertificatesWindow *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  result_cb (self);
}

static void
withdraw_cb (CsCertificatesWindow *self)
{
  const CsCertificate *certificate = chosen (self);

  if (certificate != NULL && certificate->recognition->withdrawn_on == NULL)
    cs_withdraw_dialog_present (GTK_WIDGET (self), self->store,
                                cs_recognition_copy (certificate->recognition));
}

/* --- life --- */

static void
cs_certificates_window_dispose (GObject *object)
{
  CsCertificatesWindow *self = CS_CERTIFICATES_WINDOW (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_certificates_window_parent_class)->dispose (object);
}

static void
cs_certificates_window_finalize (GObject *object)
{
  g_free (CS_CERTIFICATES_WINDOW (object)->words);
  G_OBJECT_CLASS (cs_certificates_window_parent_class)->finalize (object);
}

static void
cs_certificates_window_class_init (CsCertificatesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_certificates_window_dispose;
  object_class->finalize = cs_certificates_window_finalize;
  g_type_ensure (CS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/certificates/certificates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsCertificatesWindow, result_button);
  gtk_widget_class_bind_template_child (widget_class, CsCertificatesWindow, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, CsCertificatesWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CsCertificatesWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, CsCertificatesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CsCertificatesWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
make_chips (CsCertificatesWindow *self)
{
  for (guint i = 0; i < CS_CERTIFICATES_N_GROUPS; i++)
    {
      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      gtk_box_append (self->chips, GTK_WIDGET (self->buttons[i]));
    }
  gtk_toggle_button_set_active (self->buttons[CS_CERTIFICATES_ALL], TRUE);
  for (guint i = 0; i < CS_CERTIFICATES_N_GROUPS; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (chip_toggled_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
cs_certificates_window_init (CsCertificatesWindow *self)
{
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
  self->words = g_strdup ("");
  self->items = g_list_store_new (CS_TYPE_CERTIFICATE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  make_chips (self);
}

/* --- public --- */

void
cs_certificates_window_present (GtkWindow *parent, CsStore *store)
{
  CsCertificatesWindow *self = g_object_new (CS_TYPE_CERTIFICATES_WINDOW, NULL);

  self->store = g_object_ref (store);
  cs_certificate_columns_append (self->view, store);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
cs_certificates_window_choose (CsCertificatesWindow *self, CsCertificatesGroup group)
{
  g_return_if_fail (CS_IS_CERTIFICATES_WINDOW (self));
  g_return_if_fail (group < CS_CERTIFICATES_N_GROUPS);

  gtk_toggle_button_set_active (self->buttons[group], TRUE);
}
