/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-view-private.h"

#include "service/book/unread.h"
#include "ui/shared/unit-chooser.h"
#include "ui/widgets/feedback.h"
#include "summary/words/formats.h"

#include "base/error.h"
#include "rules/product-code.h"
#include "service/dossiers/rehearsal.h"

#include <glib/gi18n-lib.h>

/* A row to type in and the text of the dossier that it shows. */
typedef struct
{
  const char *name; /* by which the book keeps what is typed in it */
  gsize row;
  gsize value;
} Field;

#define FIELD(name, member)                                                                                  \
  {                                                                                                          \
#name, G_STRUCT_OFFSET(CsDossierView, name), G_STRUCT_OFFSET(CsDossier, member)                          \
  }

static const Field fields[] = {
  FIELD (product, product),
  FIELD (description, description),
  FIELD (producer, producer.name),
  FIELD (address, producer.address),
  FIELD (phone, producer.phone),
  FIELD (representative, producer.representative),
  FIELD (code, code),
  FIELD (registered_on, registered_on),
};

static CsFieldRow *
row_of (CsDossierView *self, const Field *field)
{
  return G_STRUCT_MEMBER (CsFieldRow *, self, field->row);
}

void
_cs_dossier_view_foreach (CsDossierView *self, CsFieldFunc func, gpointer data)
{
  if (self->dossier == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", self->key.dossier, fields[i].name);

      func (row_of (self, &fields[i]), key, data);
    }
  cs_evidence_group_foreach (self->required_papers, func, data);
  cs_evidence_group_foreach (self->other_papers, func, data);
}

/* --- showing --- */

static void
fill_kinds (AdwComboRow *row, const char *const *ids, const char *(*word) (const char *), const char *chosen)
{
  if (adw_combo_row_get_model (row) == NULL)
    {
      g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

      for (guint i = 0; ids[i] != NULL; i++)
        gtk_string_list_append (words, word (ids[i]));
      adw_combo_row_set_model (row, G_LIST_MODEL (words));
    }
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], chosen) == 0)
      adw_combo_row_set_selected (row, i);
}

static gboolean
is_seated (CsDossierView *self, const CsRegulation *regulation, const CsRound *round)
{
  const CsLevel *level = cs_regulation_level (regulation, round->level);

  return level != NULL
         && cs_unit_set_ancestor (cs_store_get_units (self->store), self->dossier->unit, level->unit_kind)
                != NULL;
}

/* Shows @ids, named by @words. The list stays the same object: this may happen while the row tells what was
 * chosen. */
static void
show_rounds (CsDossierView *self, GPtrArray *ids, GPtrArray *words, guint chosen)
{
  GtkStringList *list = GTK_STRING_LIST (adw_combo_row_get_model (self->round));
  gboolean same = ids->len == self->rounds->len;

  for (guint i = 0; same && i < ids->len; i++)
    same = g_str_equal (g_ptr_array_index (ids, i), g_ptr_array_index (self->rounds, i));
  if (!same)
    {
      guint n = self->rounds->len;

      g_ptr_array_unref (self->rounds);
      self->rounds = g_ptr_array_ref (ids);
      gtk_string_list_splice (list, 0, n, (const char *const *) words->pdata);
    }
  adw_combo_row_set_selected (self->round, chosen);
}

/* Only rounds with a council for the unit; "none" only as long as it is in none. */
static void
fill_rounds (CsDossierView *self, const CsRegulation *regulation)
{
  const GPtrArray *rounds = cs_store_get_rounds (self->store);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  guint chosen = 0;

  if (self->dossier->evaluation == 0)
    {
      g_ptr_array_add (ids, g_strdup (""));
      g_ptr_array_add (words, g_strdup (_ ("None yet")));
    }
  for (guint i = 0; i < rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (rounds, i);
      gboolean current = g_strcmp0 (round->id, self->dossier->round) == 0;

      if (!current && !is_seated (self, regulation, round))
        continue;
      if (current)
        chosen = ids->len;
      g_ptr_array_add (ids, g_strdup (round->id));
      g_ptr_array_add (words, cs_format_round (regulation, round));
    }
  show_rounds (self, ids, words, chosen);
}

static void
fill_registration (CsDossierView *self)
{
  const CsDossier *dossier = self->dossier;
  CsRegulation *regulation = cs_store_get_regulation (self->store, dossier->regulation, NULL);
  const CsForm *form = regulation != NULL ? cs_regulation_form (regulation, dossier->form) : NULL;
  CsChooser *forms = cs_choice_row_get_chooser (self->form);
  gboolean fixed = cs_dossiers_is_scored (self->store, dossier);
  g_autofree char *no = g_strdup_printf ("%d", dossier->form);
  g_autofree char *form_name = form != NULL ? cs_format_form (form) : g_strdup (no);
  g_autofree char *unit_name =
      cs_format_unit (cs_store_get_units (self->store), dossier->unit, cs_store_get_book (self->store)->unit);

  if (regulation != NULL)
    {
      /* a book may hold dossiers of several decisions, each with its own forms */
      if (g_object_get_data (G_OBJECT (forms), "regulation") != regulation)
        {
          cs_chooser_clear (forms);
          cs_chooser_add_forms (forms, regulation);
          g_object_set_data (G_OBJECT (forms), "regulation", regulation);
        }
      fill_rounds (self, regulation);
    }
  cs_choice_row_set_chosen (self->unit, dossier->unit, unit_name);
  cs_choice_row_set_chosen (self->form, no, form_name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unit), !fixed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !fixed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->round), !fixed);
  adw_preferences_group_set_description (self->registration,
                                         fixed ? _ ("Scoring has begun, so unit, round and form are fixed.")
                                               : NULL);
  gtk_widget_set_visible (self->complete_row, !fixed && cs_product_code_is_incomplete (dossier->code));
}

/* A dossier that is scored stays what it is: its scores would become real, or real ones be put aside. */
static void
fill_rehearsal (CsDossierView *self)
{
  g_autoptr (GError) error = NULL;
  gboolean free = cs_dossiers_may_rehearse (self->store, self->dossier, &error);

  gtk_switch_set_active (self->rehearsal, self->dossier->rehearsal);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rehearsal_row), free);
  adw_action_row_set_subtitle (self->rehearsal_row,
                               free ? _ (
                                   "All members score it for practice. It counts in no number, goes into "
                                   "no export and is never recognised.")
                                    : error->message);
}

void
_cs_dossier_view_fill (CsDossierView *self, gboolean fresh)
{
  const CsDossier *dossier = self->dossier;

  self->loading = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = G_STRUCT_MEMBER (const char *, dossier, fields[i].value);

      if (fresh)
        cs_field_row_reset (row_of (self, &fields[i]), value);
      else
        cs_field_row_set_stored (row_of (self, &fields[i]), value);
    }
  fill_kinds (self->producer_kind, cs_producer_kinds, cs_format_producer_kind, dossier->producer.kind);
  fill_kinds (self->kind, cs_dossier_kinds, cs_format_dossier_kind, dossier->kind);
  gtk_switch_set_active (self->woman, dossier->producer.woman);
  gtk_switch_set_active (self->minority, dossier->producer.minority);
  gtk_switch_set_active (self->disability, dossier->producer.disability);
  fill_registration (self);
  fill_rehearsal (self);
  self->loading = FALSE;
}

/* --- writing --- */

/* Writes @changed (transfer full): the dossier shown, with something else in it. Whether that works or not,
 * what is in the book is shown afterwards. */
static gboolean
write_dossier (CsDossierView *self, CsDossier *changed, GError **error)
{
  g_autoptr (CsDossier) dossier = changed;
  gboolean written;

  self->writing = TRUE;
  written = cs_dossiers_update (self->store, dossier, error);
  self->writing = FALSE;
  if (written && self->key.evaluation == 0 && dossier->round != NULL)
    {
      g_autoptr (CsDossier) in_round =
          cs_dossiers_by_code (self->store, dossier->code, dossier->round, cs_store_unread (self->store));

      if (in_round != NULL)
        self->key.evaluation = in_round->evaluation;
    }
  cs_dossier_view_refresh (self);
  return written;
}

static void
write_choice (CsDossierView *self, CsDossier *changed)
{
  g_autoptr (GError) error = NULL;

  if (!write_dossier (self, changed, &error))
    cs_feedback_error (GTK_WIDGET (self), _ ("The Change Was Not Written"), error);
}

/* Returns: (transfer full) (nullable): the dossier shown, to be changed and written; NULL while rows are
 * being filled.
 */
static CsDossier *
take_dossier (CsDossierView *self)
{
  return self->loading || self->store == NULL ? NULL : g_steal_pointer (&self->dossier);
}

static void
set_text (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

/* --- callbacks --- */

static void
commit_cb (CsFieldRow *row, const char *value, gpointer user_data)
{
  CsDossierView *self = CS_DOSSIER_VIEW (user_data);
  CsDossier *dossier = take_dossier (self);
  g_autoptr (GError) error = NULL;

  if (dossier == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (row_of (self, &fields[i]) == row)
      set_text (&G_STRUCT_MEMBER (char *, dossier, fields[i].value), value);
  if (write_dossier (self, dossier, &error))
    return;
  if (error->code == CS_ERROR_INVALID)
    cs_field_row_set_problem (row, error->message);
  else
    cs_feedback_error (GTK_WIDGET (self), _ ("The Change Was Not Written"), error);
}

static void
typing_cb (CsFieldRow *row, gpointer user_data)
{
  _cs_dossier_view_keep_typing (CS_DOSSIER_VIEW (user_data));
}

/* Rows tell that they were set also when they are filled, some of them later: only another value is a choice.
 */
static void
choose_text (CsDossierView *self, gsize member, const char *value)
{
  CsDossier *dossier;

  if (self->dossier == NULL || g_strcmp0 (G_STRUCT_MEMBER (char *, self->dossier, member), value) == 0)
    return;
  dossier = take_dossier (self);
  if (dossier == NULL)
    return;
  set_text (&G_STRUCT_MEMBER (char *, dossier, member), value);
  write_choice (self, dossier);
}

static void
producer_kind_cb (CsDossierView *self)
{
  choose_text (self, G_STRUCT_OFFSET (CsDossier, producer.kind),
               cs_producer_kinds[adw_combo_row_get_selected (self->producer_kind)]);
}

static void
kind_cb (CsDossierView *self)
{
  choose_text (self, G_STRUCT_OFFSET (CsDossier, kind),
               cs_dossier_kinds[adw_combo_row_get_selected (self->kind)]);
}

static void
unit_cb (CsDossierView *self, const char *unit)
{
  choose_text (self, G_STRUCT_OFFSET (CsDossier, unit), unit);
}

static void
round_cb (CsDossierView *self)
{
  guint chosen = adw_combo_row_get_selected (self->round);
  const char *round = chosen < self->rounds->len ? g_ptr_array_index (self->rounds, chosen) : "";

  if (*round != '\0')
    choose_text (self, G_STRUCT_OFFSET (CsDossier, round), round);
}

static void
form_cb (CsDossierView *self, const char *no)
{
  int form = (int) g_ascii_strtoll (no, NULL, 10);
  CsDossier *dossier = self->dossier != NULL && self->dossier->form != form ? take_dossier (self) : NULL;

  if (dossier == NULL)
    return;
  dossier->form = form;
  write_choice (self, dossier);
}

static void
switch_cb (CsDossierView *self)
{
  CsDossier *dossier = take_dossier (self);

  if (dossier == NULL)
    return;
  dossier->producer.woman = gtk_switch_get_active (self->woman);
  dossier->producer.minority = gtk_switch_get_active (self->minority);
  dossier->producer.disability = gtk_switch_get_active (self->disability);
  write_choice (self, dossier);
}

static void
rehearsal_cb (CsDossierView *self)
{
  gboolean active = gtk_switch_get_active (self->rehearsal);
  g_autoptr (GError) error = NULL;

  if (self->loading || self->store == NULL || self->dossier == NULL || !self->dossier->rehearsal == !active)
    return;
  self->writing = TRUE;
  if (!cs_dossiers_set_rehearsal (self->store, self->dossier, active, &error))
    cs_feedback_error (GTK_WIDGET (self), _ ("The Change Was Not Written"), error);
  self->writing = FALSE;
  cs_dossier_view_refresh (self);
}

/* Gives a dossier that was filed without its commune the code of the unit it has now. */
static void
complete_code_cb (CsDossierView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = cs_dossiers_next_code (self->store, self->dossier->unit, &error);
  CsDossier *dossier;

  if (code != NULL && cs_product_code_is_incomplete (code))
    {
      cs_feedback_toast (GTK_WIDGET (self->scroll), _ ("Choose the commune it is filed in first"));
      gtk_widget_grab_focus (GTK_WIDGET (self->unit));
      return;
    }
  dossier = code != NULL ? take_dossier (self) : NULL;
  if (dossier == NULL)
    return;
  set_text (&dossier->code, code);
  write_choice (self, dossier);
}

void
_cs_dossier_view_bind_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_cb);
  gtk_widget_class_bind_template_callback (widget_class, producer_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, switch_cb);
  gtk_widget_class_bind_template_callback (widget_class, rehearsal_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, complete_code_cb);
}
