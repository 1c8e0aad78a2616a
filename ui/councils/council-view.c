/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/council-view.h"
#include "ui/councils/council-view-private.h"

#include "base/error.h"
#include "service/council/council-rules.h"
#include "ui/councils/council-members.h"
#include "ui/councils/council-recusals.h"
#include "ui/shared/council-words.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CsCouncilView, cs_council_view, ADW_TYPE_BIN)

/* --- typing that is not written --- */

typedef void (*RowFunc) (CsFieldRow *row, const char *key, gpointer data);

/* Calls @func for every row to type in, with a key that is the same for the same value. */
static void
foreach_row (CsCouncilView *self, RowFunc func, gpointer data)
{
  CsRulesForm *form = cs_rules_group_get_form (self->rules);
  CsFieldRow *rows[] = { self->decision, self->decided_on, self->authority,
                         cs_rules_form_get_share_row (form), cs_rules_form_get_spread_row (form) };

  if (self->council == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%u", self->council->key, i);

      func (rows[i], key, data);
    }
}

static void
flush_row (CsFieldRow *row, const char *key, gpointer data)
{
  gboolean *clean = data;

  *clean = cs_field_row_flush (row) && *clean;
}

static void
keep_typing (CsFieldRow *row, const char *key, gpointer data)
{
  CsCouncilView *self = data;

  if (cs_field_row_is_unsaved (row))
    g_hash_table_insert (self->drafts, g_strdup (key), g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  else
    g_hash_table_remove (self->drafts, key);
}

static void
bring_typing_back (CsFieldRow *row, const char *key, gpointer data)
{
  CsCouncilView *self = data;
  const char *typed = g_hash_table_lookup (self->drafts, key);

  if (typed != NULL && !g_str_equal (typed, gtk_editable_get_text (GTK_EDITABLE (row))))
    cs_field_row_set_typed (row, typed);
  g_hash_table_remove (self->drafts, key);
}

/* --- showing --- */

static void
show_head (CsCouncilView *self)
{
  const CsCouncil *council = self->council;
  g_autofree char *name = cs_council_words_name (self->store, council);
  g_autofree char *level = cs_council_words_level (self->store, council);
  g_autofree char *quorum = cs_council_words_quorum (council);
  g_autofree char *about = g_strdup_printf ("%s · %s", level, quorum);
  g_autofree char *warning = cs_council_words_warning (council);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->about_label, about);
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
}

/* The recusals lie below what is seen at once: that somebody should be asked is told at the top. */
static void
show_suspects (CsCouncilView *self, guint n)
{
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u member belongs to the producer of a product: ask about a recusal.",
                                    "%u members belong to producers of products: ask about recusals.", n),
                       n);

  gtk_label_set_label (self->suspects_label, text);
  gtk_widget_set_visible (self->suspects, n > 0);
}

static void
show_recusals_cb (CsCouncilView *self)
{
  /* the focus takes the view along */
  cs_record_group_focus (self->recusals, 0);
}

/* @fresh: another council than before. */
static gboolean
load (CsCouncilView *self, const char *key, gboolean fresh)
{
  void (*show_in) (CsFieldRow *, const char *) = fresh ? cs_field_row_reset : cs_field_row_set_stored;
  CsCouncil *council = cs_store_find_council (self->store, key, NULL);

  if (council == NULL)
    return FALSE;
  cs_council_unref (self->council);
  self->council = council;
  show_head (self);
  show_in (self->decision, council->decision);
  show_in (self->decided_on, council->decided_on);
  show_in (self->authority, council->authority);
  cs_council_members_fill (self->members, self->former, council);
  show_suspects (self, cs_council_recusals_fill (self->recusals, self->store, council));
  cs_council_working_group_fill (self->working_group, council);
  cs_rules_group_show (self->rules, self->store, council, fresh);
  if (fresh)
    foreach_row (self, bring_typing_back, self);
  return TRUE;
}

/* --- writing --- */

static void
set_value (CsCouncilView *self, CsCouncil *council, CsFieldRow *row, const char *value)
{
  char **slot = row == self->decision     ? &council->decision
                : row == self->decided_on ? &council->decided_on
                                          : &council->authority;

  g_free (*slot);
  /* no day is no text either */
  *slot = row == self->decided_on && *value == '\0' ? NULL : g_strdup (value);
}

static void
commit_cb (CsFieldRow *row, const char *value, gpointer user_data)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsCouncil) council =
      self->council != NULL ? cs_store_get_council (self->store, self->council->uuid, &error) : NULL;
  gboolean written = FALSE;

  if (council != NULL)
    {
      set_value (self, council, row, value);
      self->writing = TRUE;
      written = cs_councils_set_decision (self->store, council, &error);
      self->writing = FALSE;
    }
  cs_council_view_refresh (self);
  if (!written && error != NULL && error->code == CS_ERROR_INVALID)
    cs_field_row_set_problem (row, error->message);
  else if (!written && error != NULL)
    cs_feedback_error (GTK_WIDGET (self), _ ("The Change Was Not Written"), error);
}

static void
rules_changed_cb (CsCouncilView *self)
{
  CsRulesForm *form = cs_rules_group_get_form (self->rules);
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (self->council == NULL)
    return;
  self->writing = TRUE;
  written = cs_councils_set_rules (self->store, self->council, cs_rules_form_get_rules (form), NULL, &error);
  self->writing = FALSE;
  if (!written && !cs_rules_form_set_problem (form, error->message))
    cs_feedback_error (GTK_WIDGET (self), _ ("The Change Was Not Written"), error);
  cs_council_view_refresh (self);
}

/* --- life --- */

static void
cs_council_view_unmap (GtkWidget *widget)
{
  /* another page, or the window is closed: the focus does not tell in time */
  cs_council_view_flush (CS_COUNCIL_VIEW (widget));
  GTK_WIDGET_CLASS (cs_council_view_parent_class)->unmap (widget);
}

static void
cs_council_view_finalize (GObject *object)
{
  CsCouncilView *self = CS_COUNCIL_VIEW (object);

  cs_council_unref (self->council);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->undo);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_council_view_parent_class)->finalize (object);
}

static void
cs_council_view_class_init (CsCouncilViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_council_view_finalize;
  widget_class->unmap = cs_council_view_unmap;
  g_type_ensure (CS_TYPE_FIELD_ROW);
  g_type_ensure (CS_TYPE_RECORD_GROUP);
  g_type_ensure (CS_TYPE_RULES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/council-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, page);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, scroll);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, name_label);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, about_label);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, warning);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, warning_label);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, suspects);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, suspects_label);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, decision);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, decided_on);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, authority);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, members);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, former);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, recusals);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, working_group);
  gtk_widget_class_bind_template_child (widget_class, CsCouncilView, rules);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_recusals_cb);
  _cs_council_view_install_actions (widget_class);
}

static void
cs_council_view_init (CsCouncilView *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->undo = _cs_council_view_undo_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (cs_rules_group_get_form (self->rules), "changed", G_CALLBACK (rules_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/* --- public --- */

GtkWidget *
cs_council_view_new (void)
{
  return g_object_new (CS_TYPE_COUNCIL_VIEW, NULL);
}

void
cs_council_view_set_store (CsCouncilView *self, CsStore *store)
{
  g_return_if_fail (CS_IS_COUNCIL_VIEW (self));

  if (self->store == store)
    return;
  cs_council_view_show (self, NULL);
  g_hash_table_remove_all (self->drafts);
  g_hash_table_remove_all (self->undo);
  g_set_object (&self->store, store);
}

gboolean
cs_council_view_show (CsCouncilView *self, const char *key)
{
  gboolean shown = TRUE;

  g_return_val_if_fail (CS_IS_COUNCIL_VIEW (self), FALSE);

  if (self->council != NULL && g_strcmp0 (self->council->key, key) == 0)
    return load (self, key, FALSE);
  cs_council_view_flush (self);
  foreach_row (self, keep_typing, self);
  g_clear_pointer (&self->council, cs_council_unref);
  if (key != NULL && self->store != NULL)
    shown = load (self, key, TRUE);
  gtk_widget_set_visible (self->page, self->council != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  return shown;
}

void
cs_council_view_refresh (CsCouncilView *self)
{
  g_autofree char *key = NULL;

  g_return_if_fail (CS_IS_COUNCIL_VIEW (self));

  if (self->writing || self->council == NULL || self->store == NULL)
    return;
  key = g_strdup (self->council->key);
  load (self, key, FALSE);
}

gboolean
cs_council_view_flush (CsCouncilView *self)
{
  gboolean clean = TRUE;

  g_return_val_if_fail (CS_IS_COUNCIL_VIEW (self), FALSE);

  if (self->store != NULL && self->council != NULL)
    foreach_row (self, flush_row, &clean);
  return clean;
}

void
cs_council_view_focus (CsCouncilView *self)
{
  g_return_if_fail (CS_IS_COUNCIL_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->decision));
}
