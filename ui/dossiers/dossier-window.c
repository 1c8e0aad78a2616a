/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-window.h"

#include "service/book/unread.h"
#include "ui/shared/unit-chooser.h"
#include "ui/widgets/choice-row.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/field-row.h"
#include "summary/words/formats.h"
#include "ui/dossiers/producer-step.h"
#include "ui/widgets/reader.h"

#include "base/error.h"
#include "base/text.h"
#include "rules/product-code.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PRODUCT,
  PRODUCER,
  REGISTRATION,
  N_STEPS
} Step;

static const char *const step_names[N_STEPS] = { "product", "producer", "registration" };

struct _CsDossierWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *back;
  GtkButton *next;
  GtkStack *steps;
  CsFieldRow *product;
  CsFieldRow *description;
  CsChoiceRow *form;
  GtkLabel *form_notice;
  CsProducerStep *producer;
  CsChoiceRow *unit;
  AdwComboRow *round;
  AdwComboRow *kind;
  AdwPreferencesGroup *code_group;
  CsFieldRow *code;
  GtkWidget *discard;

  CsStore *store; /* (owned) */
  Step step;
  GPtrArray *rounds; /* (element-type utf8): ids behind the row of rounds; "" for none */
  char *suggested_unit;
  char *suggested_round;
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsDossierWindow, cs_dossier_window, ADW_TYPE_WINDOW)

static const char *
text_of (CsFieldRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const char *
chosen_of (CsChoiceRow *row)
{
  return cs_chooser_get_chosen (cs_choice_row_get_chooser (row));
}

static const CsRegulation *
regulation_of (CsDossierWindow *self)
{
  return cs_store_get_current_regulation (self->store);
}

/* --- showing --- */

static void
show_step (CsDossierWindow *self, Step step)
{
  static const char *const subtitles[N_STEPS] = {
    N_ ("Step 1 of 3: product and form"),
    N_ ("Step 2 of 3: producer"),
    N_ ("Step 3 of 3: registration"),
  };

  self->step = step;
  gtk_stack_set_visible_child_name (self->steps, step_names[step]);
  adw_window_title_set_subtitle (self->title, g_dgettext (GETTEXT_PACKAGE, subtitles[step]));
  gtk_button_set_label (self->back, step == PRODUCT ? _ ("_Close") : _ ("_Back"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back),
                               step == PRODUCT ? _ ("What was typed stays here until you go on") : NULL);
  gtk_button_set_label (self->next, step == REGISTRATION ? _ ("_Enter Dossier") : _ ("_Next"));
  gtk_widget_set_visible (self->discard, !cs_dossier_window_is_blank (self));
  if (step == PRODUCT)
    gtk_widget_grab_focus (GTK_WIDGET (self->product));
  else if (step == PRODUCER)
    cs_producer_step_focus (self->producer);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->unit));
}

static void
show_form (CsDossierWindow *self, const char *no)
{
  const CsForm *form =
      no != NULL ? cs_regulation_form (regulation_of (self), (int) g_ascii_strtoll (no, NULL, 10)) : NULL;
  g_autofree char *shown = form != NULL ? cs_format_form (form) : g_strdup (_ ("Choose the form"));

  cs_choice_row_set_chosen (self->form, no, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->form_notice), form != NULL && !form->verified);
  if (form != NULL && !form->verified)
    {
      g_autofree char *notice =
          g_strdup_printf (_ ("Form %d does not add up in the decision itself: %s"), form->no, form->note);

      gtk_label_set_label (self->form_notice, notice);
    }
}

static void
show_code (CsDossierWindow *self)
{
  const char *unit = chosen_of (self->unit);
  g_autofree char *next =
      unit != NULL ? cs_dossiers_next_code (self->store, unit, cs_store_unread (self->store)) : NULL;
  g_autofree char *text = NULL;

  if (next == NULL)
    text = g_strdup (_ ("Comes by itself when the unit is chosen."));
  else if (cs_product_code_is_incomplete (next))
    text = g_strdup_printf (
        _ ("Becomes %s by itself, without the commune: choose the commune now, or complete the "
           "code later."),
        next);
  else
    text = g_strdup_printf (_ ("Becomes %s by itself, unless another one is written here."), next);
  adw_preferences_group_set_description (self->code_group, text);
}

/* Only rounds in which a council sits for the unit. */
static void
show_rounds (CsDossierWindow *self, const char *unit, const char *wanted)
{
  const GPtrArray *rounds = cs_store_get_rounds (self->store);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_ptr_array_set_size (self->rounds, 0);
  gtk_string_list_append (words, _ ("None yet"));
  g_ptr_array_add (self->rounds, g_strdup (""));
  for (guint i = 0; unit != NULL && i < rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (rounds, i);
      const CsLevel *level = cs_regulation_level (regulation_of (self), round->level);
      g_autofree char *word = cs_format_round (regulation_of (self), round);

      if (level == NULL
          || cs_unit_set_ancestor (cs_store_get_units (self->store), unit, level->unit_kind) == NULL)
        continue;
      /* the first one that fits, unless the person looked at another */
      if (g_strcmp0 (round->id, wanted) == 0 || (chosen == 0 && wanted == NULL))
        chosen = self->rounds->len;
      gtk_string_list_append (words, word);
      g_ptr_array_add (self->rounds, g_strdup (round->id));
    }
  adw_combo_row_set_model (self->round, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->round, chosen);
}

static void
show_unit (CsDossierWindow *self, const char *unit, const char *round)
{
  g_autofree char *shown = unit != NULL ? cs_format_unit (cs_store_get_units (self->store), unit,
                                                          cs_store_get_book (self->store)->unit)
                                        : g_strdup (_ ("Choose the commune"));

  cs_choice_row_set_chosen (self->unit, unit, shown);
  show_rounds (self, unit, round);
  show_code (self);
}

static void
start_over (CsDossierWindow *self)
{
  cs_field_row_reset (self->product, NULL);
  cs_field_row_reset (self->description, NULL);
  cs_field_row_reset (self->code, NULL);
  cs_producer_step_clear (self->producer);
  adw_combo_row_set_selected (self->kind, 0);
  show_form (self, NULL);
  show_unit (self, self->suggested_unit, self->suggested_round);
  show_step (self, PRODUCT);
}

/* --- adding --- */

/* Fills what was typed so far into @dossier. Of later steps it takes values that nobody can object to, so
 * that the same check serves every step. */
static void
fill (CsDossierWindow *self, CsNewDossier *dossier, Step until)
{
  guint round = adw_combo_row_get_selected (self->round);
  const char *form = chosen_of (self->form);

  *dossier = (CsNewDossier){ .product = text_of (self->product),
                             .description = text_of (self->description),
                             .form = form != NULL ? (int) g_ascii_strtoll (form, NULL, 10) : 0,
                             .producer = "-",
                             .producer_kind = cs_producer_kinds[0],
                             .unit = cs_store_get_book (self->store)->unit,
                             .kind = cs_dossier_kinds[0] };
  if (until >= PRODUCER)
    cs_producer_step_fill (self->producer, dossier);
  if (until < REGISTRATION)
    return;
  dossier->unit = chosen_of (self->unit) != NULL ? chosen_of (self->unit) : "";
  dossier->kind = cs_dossier_kinds[adw_combo_row_get_selected (self->kind)];
  dossier->code = text_of (self->code);
  if (round < self->rounds->len && round > 0)
    dossier->round = g_ptr_array_index (self->rounds, round);
}

/* Returns: what to tell about @field: what is missing in the words of this window, else what the book says.
 */
static const char *
words_for (CsDossierWindow *self, const char *field, const CsNewDossier *dossier, const GError *error)
{
  if (g_str_equal (field, "product") && cs_text_is_blank (dossier->product))
    return _ ("write the name of the product");
  if (g_str_equal (field, "producer") && cs_text_is_blank (dossier->producer))
    return _ ("write the name of the producer");
  if (g_str_equal (field, "form"))
    return _ ("Choose the form the product is scored by");
  if (g_str_equal (field, "unit") && *dossier->unit == '\0')
    return _ ("Choose the unit the dossier was filed in");
  return error->message;
}

/* Shows what is wrong beside its field. */
static void
show_problem (CsDossierWindow *self, const char *field, const CsNewDossier *dossier, const GError *error)
{
  const char *words = words_for (self, field, dossier, error);

  if (g_str_equal (field, "product"))
    cs_field_row_set_problem (self->product, words);
  else if (g_str_equal (field, "description"))
    cs_field_row_set_problem (self->description, words);
  else if (g_str_equal (field, "code"))
    cs_field_row_set_problem (self->code, words);
  else if (g_str_equal (field, "form"))
    cs_choice_row_set_problem (self->form, words);
  else if (g_str_equal (field, "unit"))
    cs_choice_row_set_problem (self->unit, words);
  else if (!cs_producer_step_set_problem (self->producer, field, words))
    cs_feedback_error (GTK_WIDGET (self), _ ("The Dossier Was Not Entered"), error);
}

static gboolean
check_step (CsDossierWindow *self)
{
  CsNewDossier dossier;
  const char *field = "";
  g_autoptr (GError) error = NULL;

  fill (self, &dossier, self->step);
  if (cs_new_dossier_check (self->store, &dossier, &field, &error))
    return TRUE;
  show_problem (self, field, &dossier, error);
  return FALSE;
}

static void
add (CsDossierWindow *self)
{
  CsNewDossier dossier;
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;

  fill (self, &dossier, REGISTRATION);
  code = cs_dossiers_add (self->store, &dossier, &error);
  if (code != NULL)
    g_signal_emit (self, signals[ADDED], 0, code);
  else
    show_problem (self, error->code == CS_ERROR_CONFLICT ? "code" : "", &dossier, error);
}

/* --- callbacks --- */

static void
accept_cb (CsFieldRow *row, const char *value, gpointer user_data)
{
  CsDossierWindow *self = CS_DOSSIER_WINDOW (user_data);

  /* nothing is written before the last step */
  cs_field_row_set_stored (row, value);
  gtk_widget_set_visible (self->discard, !cs_dossier_window_is_blank (self));
}

static void
form_cb (CsDossierWindow *self, const char *no)
{
  show_form (self, no);
}

static void
unit_cb (CsDossierWindow *self, const char *unit)
{
  show_unit (self, unit, self->suggested_round);
}

static void
next_cb (CsDossierWindow *self)
{
  if (!check_step (self))
    return;
  if (self->step == REGISTRATION)
    add (self);
  else
    show_step (self, (Step) (self->step + 1));
}

static void
back_cb (CsDossierWindow *self)
{
  if (self->step == PRODUCT)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_step (self, (Step) (self->step - 1));
}

static void
discard_cb (CsDossierWindow *self)
{
  start_over (self);
}

/* --- overrides --- */

static void
cs_dossier_window_finalize (GObject *object)
{
  CsDossierWindow *self = CS_DOSSIER_WINDOW (object);

  g_ptr_array_unref (self->rounds);
  g_free (self->suggested_unit);
  g_free (self->suggested_round);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_dossier_window_parent_class)->finalize (object);
}

static void
cs_dossier_window_class_init (CsDossierWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_dossier_window_finalize;
  signals[ADDED] = g_signal_new ("added", CS_TYPE_DOSSIER_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CS_TYPE_FIELD_ROW);
  g_type_ensure (CS_TYPE_CHOICE_ROW);
  g_type_ensure (CS_TYPE_PRODUCER_STEP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/dossiers/dossier-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, next);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, product);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, description);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, form);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, form_notice);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, producer);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, unit);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, round);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, code_group);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, code);
  gtk_widget_class_bind_template_child (widget_class, CsDossierWindow, discard);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
cs_dossier_window_init (CsDossierWindow *self)
{
  self->rounds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->steps);
}

/* --- public --- */

GtkWidget *
cs_dossier_window_new (CsStore *store)
{
  CsDossierWindow *self = g_object_new (CS_TYPE_DOSSIER_WINDOW, NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->store = g_object_ref (store);
  for (guint i = 0; cs_dossier_kinds[i] != NULL; i++)
    gtk_string_list_append (kinds, cs_format_dossier_kind (cs_dossier_kinds[i]));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  cs_chooser_add_forms (cs_choice_row_get_chooser (self->form), regulation_of (self));
  cs_chooser_add_units (cs_choice_row_get_chooser (self->unit), cs_store_get_units (store),
                        cs_store_get_book (store)->unit, TRUE);
  cs_producer_step_set_store (self->producer, store);
  start_over (self);
  return GTK_WIDGET (self);
}

void
cs_dossier_window_suggest (CsDossierWindow *self, const char *unit, const char *round)
{
  g_return_if_fail (CS_IS_DOSSIER_WINDOW (self));

  g_free (self->suggested_unit);
  g_free (self->suggested_round);
  self->suggested_unit = g_strdup (unit);
  self->suggested_round = g_strdup (round);
  show_unit (self, unit, round);
}

gboolean
cs_dossier_window_is_blank (CsDossierWindow *self)
{
  return cs_text_is_blank (text_of (self->product)) && cs_text_is_blank (text_of (self->description))
         && chosen_of (self->form) == NULL && cs_producer_step_is_blank (self->producer)
         && cs_text_is_blank (text_of (self->code));
}
