/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/dossier-view.h"
#include "service/book/unread.h"
#include "ui/dossiers/dossier-view-private.h"

#include "ui/shared/unit-chooser.h"
#include "ui/widgets/feedback.h"

#include "base/date.h"
#include "service/dossiers/evidence.h"
#include "service/results/results.h"

#include <glib/gi18n-lib.h>

enum
{
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsDossierView, cs_dossier_view, ADW_TYPE_BIN)

static void
flush_row (CsFieldRow *row, const char *key, gpointer data)
{
  gboolean *clean = data;

  *clean = cs_field_row_flush (row) && *clean;
}

/* --- reading --- */

static void
show_papers (CsDossierView *self, const CsResult *result)
{
  g_autoptr (GPtrArray) papers =
      cs_evidence_list (self->store, self->key.dossier, cs_store_unread (self->store));
  g_autofree char *today = cs_date_today ();
  g_autoptr (CsCompleteness) completeness = NULL;

  if (papers == NULL)
    papers = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_evidence_free);
  if (result->form != NULL)
    completeness = cs_completeness_new (result->regulation, result->form, papers, today);
  cs_dossier_header_show (self->header, self->store, result, completeness);
  cs_evidence_group_load (self->required_papers, self->store, self->dossier, papers);
  cs_evidence_group_load (self->other_papers, self->store, self->dossier, papers);
}

gboolean
_cs_dossier_view_load (CsDossierView *self, gboolean fresh)
{
  g_autoptr (CsDossier) dossier =
      self->store != NULL ? cs_dossiers_get (self->store, self->key, cs_store_unread (self->store)) : NULL;
  g_autoptr (CsResult) result = NULL;

  if (dossier == NULL || dossier->deleted)
    return FALSE;
  result = cs_results_of (self->store, self->key, cs_store_unread (self->store));
  if (result == NULL)
    return FALSE;
  if (!fresh)
    _cs_dossier_view_put_typing_aside (self);
  cs_dossier_free (self->dossier);
  self->dossier = g_steal_pointer (&dossier);
  _cs_dossier_view_fill (self, fresh);
  show_papers (self, result);
  _cs_dossier_view_bring_typing_back (self, fresh);
  return TRUE;
}

/* --- callbacks --- */

static void
find_cb (CsDossierView *self, const char *kind)
{
  CsEvidenceRow *row = cs_evidence_group_find (self->required_papers, kind);

  if (row == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  /* the focus takes the view along */
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
paper_remove_cb (CsDossierView *self, CsEvidenceRow *row)
{
  const CsEvidence *paper = cs_evidence_row_get_evidence (row);
  g_autoptr (GPtrArray) papers =
      cs_evidence_list (self->store, self->key.dossier, cs_store_unread (self->store));
  CsEvidence *kept = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; paper != NULL && papers != NULL && kept == NULL && i < papers->len; i++)
    if (((CsEvidence *) g_ptr_array_index (papers, i))->id == paper->id)
      kept = g_ptr_array_steal_index (papers, i);
  if (kept == NULL)
    {
      cs_dossier_view_refresh (self);
      return;
    }
  pango_parse_markup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1, 0, NULL, &title, NULL,
                      NULL);
  text = g_strdup_printf (_ ("“%s” was removed"), title);
  if (!cs_evidence_remove (self->store, kept, &error))
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The Paper Was Not Removed"), error);
      cs_evidence_free (kept);
      return;
    }
  kept->id = 0;
  self->n_removed++;
  g_hash_table_insert (self->removed, g_memdup2 (&self->n_removed, sizeof (gint64)), kept);
  cs_dossier_view_refresh (self);
  cs_feedback_undo (GTK_WIDGET (self->scroll), text, "dossier.restore-paper",
                    g_variant_new_int64 (self->n_removed));
}

static void
restore_paper (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsDossierView *self = CS_DOSSIER_VIEW (widget);
  gint64 number = g_variant_get_int64 (parameter);
  CsEvidence *paper = g_hash_table_lookup (self->removed, &number);
  g_autoptr (GError) error = NULL;

  if (paper == NULL || self->store == NULL)
    return;
  if (cs_evidence_put (self->store, paper, NULL, &error))
    g_hash_table_remove (self->removed, &number);
  else
    cs_feedback_error (widget, _ ("The Paper Could Not Be Brought Back"), error);
  cs_dossier_view_refresh (self);
}

/* --- overrides --- */

static void
cs_dossier_view_unmap (GtkWidget *widget)
{
  /* another page, or the window is closed: the focus does not tell in time */
  cs_dossier_view_flush (CS_DOSSIER_VIEW (widget));
  GTK_WIDGET_CLASS (cs_dossier_view_parent_class)->unmap (widget);
}

static void
cs_dossier_view_finalize (GObject *object)
{
  CsDossierView *self = CS_DOSSIER_VIEW (object);

  cs_dossier_free (self->dossier);
  g_ptr_array_unref (self->rounds);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->removed);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_dossier_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, scroll);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, header);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, product);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, description);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, producer);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, producer_kind);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, address);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, phone);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, representative);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, woman);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, minority);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, disability);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, registration);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, unit);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, round);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, form);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, kind);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, code);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, complete_row);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, registered_on);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, rehearsal_row);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, rehearsal);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, required_papers);
  gtk_widget_class_bind_template_child (widget_class, CsDossierView, other_papers);
}

static void
cs_dossier_view_class_init (CsDossierViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = cs_dossier_view_finalize;
  widget_class->unmap = cs_dossier_view_unmap;
  signals[GONE] =
      g_signal_new ("gone", CS_TYPE_DOSSIER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CS_TYPE_DOSSIER_HEADER);
  g_type_ensure (CS_TYPE_FIELD_ROW);
  g_type_ensure (CS_TYPE_CHOICE_ROW);
  g_type_ensure (CS_TYPE_EVIDENCE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/dossiers/dossier-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, cs_dossier_view_refresh);
  _cs_dossier_view_bind_editing (widget_class);
  gtk_widget_class_install_action (widget_class, "dossier.restore-paper", "x", restore_paper);
}

static void
cs_dossier_view_init (CsDossierView *self)
{
  g_autoptr (GtkStringList) rounds = gtk_string_list_new (NULL);

  self->rounds = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->removed =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cs_evidence_free);
  /* a choice that is moved while the rows are made is nobody's */
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->round, G_LIST_MODEL (rounds));
  self->loading = FALSE;
}

/* --- public --- */

GtkWidget *
cs_dossier_view_new (void)
{
  return g_object_new (CS_TYPE_DOSSIER_VIEW, NULL);
}

void
cs_dossier_view_set_store (CsDossierView *self, CsStore *store)
{
  g_return_if_fail (CS_IS_DOSSIER_VIEW (self));

  if (self->store == store)
    return;
  cs_dossier_view_clear (self);
  g_hash_table_remove_all (self->drafts);
  g_hash_table_remove_all (self->removed);
  cs_chooser_clear (cs_choice_row_get_chooser (self->unit));
  cs_chooser_clear (cs_choice_row_get_chooser (self->form));
  g_object_set_data (G_OBJECT (cs_choice_row_get_chooser (self->form)), "regulation", NULL);
  g_set_object (&self->store, store);
  if (store != NULL)
    cs_chooser_add_units (cs_choice_row_get_chooser (self->unit), cs_store_get_units (store),
                          cs_store_get_book (store)->unit, TRUE);
}

gboolean
cs_dossier_view_show (CsDossierView *self, CsDossierKey key)
{
  CsDossierKey old;

  g_return_val_if_fail (CS_IS_DOSSIER_VIEW (self), FALSE);

  if (self->dossier != NULL && self->key.dossier == key.dossier && self->key.evaluation == key.evaluation)
    return _cs_dossier_view_load (self, FALSE);
  cs_dossier_view_flush (self);
  _cs_dossier_view_put_typing_aside (self);
  old = self->key;
  self->key = key;
  if (_cs_dossier_view_load (self, TRUE))
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
      return TRUE;
    }
  self->key = old;
  return FALSE;
}

void
cs_dossier_view_clear (CsDossierView *self)
{
  g_return_if_fail (CS_IS_DOSSIER_VIEW (self));

  cs_dossier_view_flush (self);
  _cs_dossier_view_put_typing_aside (self);
  g_clear_pointer (&self->dossier, cs_dossier_free);
  self->key = (CsDossierKey){ 0, 0 };
}

void
cs_dossier_view_refresh (CsDossierView *self)
{
  g_return_if_fail (CS_IS_DOSSIER_VIEW (self));

  if (self->writing || self->key.dossier == 0)
    return;
  if (!_cs_dossier_view_load (self, FALSE))
    {
      g_clear_pointer (&self->dossier, cs_dossier_free);
      self->key = (CsDossierKey){ 0, 0 };
      g_signal_emit (self, signals[GONE], 0);
    }
}

gboolean
cs_dossier_view_flush (CsDossierView *self)
{
  gboolean clean = TRUE;

  g_return_val_if_fail (CS_IS_DOSSIER_VIEW (self), FALSE);

  if (self->store != NULL && self->dossier != NULL)
    {
      _cs_dossier_view_foreach (self, flush_row, &clean);
      _cs_dossier_view_keep_typing (self);
    }
  return clean;
}

const CsDossier *
cs_dossier_view_get_dossier (CsDossierView *self)
{
  return self->dossier;
}

CsDossierKey
cs_dossier_view_get_key (CsDossierView *self)
{
  return self->key;
}
