/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-filters.h"

#include "service/book/unread.h"
#include "ui/shared/unit-chooser.h"
#include "ui/widgets/type-to-search.h"
#include "ui/widgets/chooser.h"
#include "summary/words/formats.h"

#include "base/text.h"
#include "service/dossiers/dossier-list.h"

#include <glib/gi18n-lib.h>

#define N_STATES   4
#define REHEARSALS N_STATES /* the chip after those of the states */
#define N_CHIPS    (N_STATES + 1)

struct _CsDossierFilters
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkWidget *new_button;
  AdwButtonContent *new_content;
  GtkBox *bar;
  GtkBox *states;
  GtkLabel *unit_label;
  CsChooser *units;
  GtkLabel *form_label;
  CsChooser *forms;
  GtkWidget *clear_button;

  GtkToggleButton *state_buttons[N_CHIPS];
  GtkLabel *state_labels[N_CHIPS];
  CsStore *store;   /* (nullable) */
  gboolean setting; /* several are set at once */
};

enum
{
  CHANGED,
  ENTERED,
  NEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsDossierFilters, cs_dossier_filters, ADW_TYPE_BIN)

static CsDossierState
chosen_state (CsDossierFilters *self)
{
  for (guint i = 0; i < N_STATES; i++)
    if (gtk_toggle_button_get_active (self->state_buttons[i]))
      return (CsDossierState) i;
  return CS_DOSSIER_ANY;
}

/* Returns: (nullable): NULL for no choice and for "all". */
static const char *
chosen_id (CsChooser *chooser)
{
  const char *id = cs_chooser_get_chosen (chooser);

  return id != NULL && *id != '\0' ? id : NULL;
}

static void
show_count (CsDossierFilters *self, guint chip, const char *word, guint count)
{
  g_autofree char *text = g_strdup_printf ("%s %u", word, count);

  gtk_label_set_label (self->state_labels[chip], text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_buttons[chip]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/* Rehearsals are counted apart, and their chip is there only when there are some. */
static void
show_counts (CsDossierFilters *self, const CsDossierFilter *filter)
{
  static const char *const words[N_STATES] = { N_ ("All"), N_ ("Registered"), N_ ("Being scored"),
                                               N_ ("Closed") };
  CsDossierFilter real = *filter, rehearsals = *filter;
  CsStateCounts counts = { 0 }, apart = { 0 };

  real.only_rehearsals = FALSE;
  rehearsals.only_rehearsals = TRUE;
  if (self->store != NULL)
    {
      cs_dossiers_count (self->store, &real, &counts, cs_store_unread (self->store));
      cs_dossiers_count (self->store, &rehearsals, &apart, cs_store_unread (self->store));
    }
  for (guint i = 0; i < N_STATES; i++)
    show_count (self, i, g_dgettext (GETTEXT_PACKAGE, words[i]), counts.of[i]);
  show_count (self, REHEARSALS, _ ("Rehearsals"), apart.of[CS_DOSSIER_ANY]);
  gtk_widget_set_visible (GTK_WIDGET (self->state_buttons[REHEARSALS]),
                          apart.of[CS_DOSSIER_ANY] > 0 || filter->only_rehearsals);
}

static void
show_chips (CsDossierFilters *self, const CsDossierFilter *filter)
{
  const CsUnit *unit =
      filter->unit != NULL ? cs_unit_set_find (cs_store_get_units (self->store), filter->unit) : NULL;
  const CsForm *form = filter->form != 0
                           ? cs_regulation_form (cs_store_get_current_regulation (self->store), filter->form)
                           : NULL;
  g_autofree char *form_name = form != NULL ? cs_format_form (form) : g_strdup (_ ("All forms"));

  gtk_label_set_label (self->unit_label, unit != NULL ? unit->name : _ ("All units"));
  gtk_label_set_label (self->form_label, form_name);
  gtk_widget_set_visible (self->clear_button, cs_dossier_filters_is_filtered (filter));
}

static void
fill_choosers (CsDossierFilters *self)
{
  cs_chooser_clear (self->units);
  cs_chooser_clear (self->forms);
  cs_chooser_add (self->units, "", _ ("All units"), NULL, 0);
  cs_chooser_add (self->forms, "", _ ("All forms"), NULL, 0);
  if (self->store == NULL)
    return;
  cs_chooser_add_units (self->units, cs_store_get_units (self->store), cs_store_get_book (self->store)->unit,
                        FALSE);
  cs_chooser_add_forms (self->forms, cs_store_get_current_regulation (self->store));
}

static void
tell (CsDossierFilters *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear (CsDossierFilters *self)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  cs_chooser_set_chosen (self->units, "");
  cs_chooser_set_chosen (self->forms, "");
  gtk_toggle_button_set_active (self->state_buttons[CS_DOSSIER_ANY], TRUE);
  self->setting = FALSE;
}

/* --- callbacks --- */

static void
changed_cb (CsDossierFilters *self)
{
  tell (self);
}

static void
state_toggled_cb (CsDossierFilters *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    tell (self);
}

static void
entered_cb (CsDossierFilters *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
new_cb (CsDossierFilters *self)
{
  g_signal_emit (self, signals[NEW], 0);
}

/* --- overrides --- */

static void
cs_dossier_filters_finalize (GObject *object)
{
  g_clear_object (&CS_DOSSIER_FILTERS (object)->store);
  G_OBJECT_CLASS (cs_dossier_filters_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, CS_TYPE_DOSSIER_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_dossier_filters_class_init (CsDossierFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_dossier_filters_finalize;
  signals[CHANGED] = add_signal ("changed");
  signals[ENTERED] = add_signal ("entered");
  signals[NEW] = add_signal ("new");
  g_type_ensure (CS_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/dossiers/dossier-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, search);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, new_button);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, new_content);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, bar);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, states);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, unit_label);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, units);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, form_label);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, forms);
  gtk_widget_class_bind_template_child (widget_class, CsDossierFilters, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, cs_dossier_filters_clear);
}

static void
make_state_buttons (CsDossierFilters *self)
{
  for (guint i = 0; i < N_CHIPS; i++)
    {
      self->state_buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      self->state_labels[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_ellipsize (self->state_labels[i], PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (self->state_buttons[i]), GTK_WIDGET (self->state_labels[i]));
      if (i > 0)
        gtk_toggle_button_set_group (self->state_buttons[i], self->state_buttons[0]);
      gtk_box_append (self->states, GTK_WIDGET (self->state_buttons[i]));
      g_signal_connect_object (self->state_buttons[i], "toggled", G_CALLBACK (state_toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_toggle_button_set_active (self->state_buttons[CS_DOSSIER_ANY], TRUE);
}

static void
cs_dossier_filters_init (CsDossierFilters *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_state_buttons (self);
  fill_choosers (self);
  self->setting = FALSE;
}

/* --- public --- */

void
cs_dossier_filters_set_store (CsDossierFilters *self, CsStore *store)
{
  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  g_set_object (&self->store, store);
  clear (self);
  fill_choosers (self);
}

void
cs_dossier_filters_fill (CsDossierFilters *self, CsDossierFilter *filter)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *form = chosen_id (self->forms);

  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  filter->words = cs_text_is_blank (words) ? NULL : words;
  filter->unit = chosen_id (self->units);
  filter->form = form != NULL ? (int) g_ascii_strtoll (form, NULL, 10) : 0;
  filter->state = chosen_state (self);
  filter->only_rehearsals = gtk_toggle_button_get_active (self->state_buttons[REHEARSALS]);
}

void
cs_dossier_filters_show (CsDossierFilters *self, const CsDossierFilter *filter)
{
  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  show_counts (self, filter);
  show_chips (self, filter);
  gtk_widget_set_sensitive (self->new_button, self->store != NULL);
}

gboolean
cs_dossier_filters_is_filtered (const CsDossierFilter *filter)
{
  return filter->words != NULL || filter->unit != NULL || filter->form != 0 || filter->state != CS_DOSSIER_ANY
         || filter->only_rehearsals;
}

void
cs_dossier_filters_clear (CsDossierFilters *self)
{
  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  clear (self);
  tell (self);
}

void
cs_dossier_filters_show_unit (CsDossierFilters *self, const char *unit)
{
  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  clear (self);
  /* the book's own unit is "all units" */
  if (self->store != NULL && g_strcmp0 (unit, cs_store_get_book (self->store)->unit) != 0)
    cs_chooser_set_chosen (self->units, unit);
  tell (self);
}

const char *
cs_dossier_filters_get_unit (CsDossierFilters *self)
{
  return chosen_id (self->units);
}

void
cs_dossier_filters_set_begun (CsDossierFilters *self, gboolean begun)
{
  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  adw_button_content_set_label (self->new_content, begun ? _ ("_Go On Entering") : _ ("_New Dossier"));
  adw_button_content_set_icon_name (self->new_content,
                                    begun ? "document-edit-symbolic" : "list-add-symbolic");
}

void
cs_dossier_filters_set_wide (CsDossierFilters *self, gboolean wide)
{
  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

void
cs_dossier_filters_capture (CsDossierFilters *self, GtkWidget *widget)
{
  cs_type_to_search (self->search, widget);
}

void
cs_dossier_filters_focus (CsDossierFilters *self)
{
  g_return_if_fail (CS_IS_DOSSIER_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
