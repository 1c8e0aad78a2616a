/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/rules-form.h"

#include "base/text.h"
#include "ui/widgets/radio-row.h"

#include <glib/gi18n-lib.h>

#define TOTAL_MAX 100

/* The shares that councils usually write into their regulation; after them stands one of their own. */
static const CsFraction shares[] = { { 1, 2 }, { 2, 3 }, { 3, 4 }, { 1, 1 } };

struct _CsRulesForm
{
  AdwBin parent_instance;

  AdwComboRow *quorum_row;
  CsFieldRow *share_row;
  AdwComboRow *presence_row;
  CsFieldRow *spread_row;
  AdwComboRow *compare_row;
  AdwComboRow *manner_row;
  AdwComboRow *former_row;
  AdwPreferencesGroup *minimum_group;
  GtkWidget *minimum_rows[CS_MINIMUM_EVERY + 1];

  CsCouncilRules rules;
  gboolean own_share; /* the person wants to write a share */
  gboolean loading;   /* rows move because the rules do */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsRulesForm, cs_rules_form, ADW_TYPE_BIN)

/* --- showing --- */

static guint
find_share (CsFraction share)
{
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (cs_fraction_compare (shares[i], share) == 0)
      return i;
  return G_N_ELEMENTS (shares);
}

/* Shows the rules in the rows that are chosen from. */
static void
show_choices (CsRulesForm *self)
{
  guint share = find_share (self->rules.quorum);

  self->loading = TRUE;
  self->own_share |= share == G_N_ELEMENTS (shares);
  adw_combo_row_set_selected (self->quorum_row, self->own_share ? G_N_ELEMENTS (shares) : share);
  gtk_widget_set_visible (GTK_WIDGET (self->share_row), self->own_share);
  adw_combo_row_set_selected (self->presence_row, self->rules.presence);
  adw_combo_row_set_selected (self->compare_row, self->rules.spread_inclusive ? 1 : 0);
  adw_combo_row_set_selected (self->manner_row, self->rules.written ? 1 : 0);
  adw_combo_row_set_selected (self->former_row, self->rules.leave_out_former ? 1 : 0);
  cs_radio_row_choose (CS_RADIO_ROW (self->minimum_rows[self->rules.minimum_rule]));
  self->loading = FALSE;
}

static void
show (CsRulesForm *self, gboolean fresh)
{
  void (*show_in) (CsFieldRow *, const char *) = fresh ? cs_field_row_reset : cs_field_row_set_stored;
  g_autofree char *share = cs_fraction_to_exact (self->rules.quorum);
  g_autofree char *limit = g_strdup_printf ("%d", self->rules.spread_limit);

  show_in (self->share_row, share);
  show_in (self->spread_row, limit);
  show_choices (self);
}

static void
tell (CsRulesForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- callbacks --- */

static void
quorum_cb (CsRulesForm *self)
{
  guint chosen = adw_combo_row_get_selected (self->quorum_row);
  g_autofree char *exact = NULL;

  if (self->loading)
    return;
  self->own_share = chosen >= G_N_ELEMENTS (shares);
  gtk_widget_set_visible (GTK_WIDGET (self->share_row), self->own_share);
  if (self->own_share)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->share_row));
      return;
    }
  self->rules.quorum = shares[chosen];
  /* what was typed for a share of its own is given up with it */
  exact = cs_fraction_to_exact (self->rules.quorum);
  cs_field_row_reset (self->share_row, exact);
  tell (self);
}

static gboolean
parse_share (const char *text, CsFraction *share)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  int num, den;

  if (g_strv_length (parts) != 2)
    return FALSE;
  g_strstrip (parts[0]);
  g_strstrip (parts[1]);
  if (!cs_text_to_int (parts[0], 1, 1000, &num) || !cs_text_to_int (parts[1], 1, 1000, &den) || num > den)
    return FALSE;
  *share = cs_fraction (num, den);
  return TRUE;
}

static void
share_cb (CsFieldRow *row, const char *value, gpointer user_data)
{
  CsRulesForm *self = CS_RULES_FORM (user_data);
  CsFraction share;
  g_autofree char *exact = NULL;

  if (!parse_share (value, &share))
    {
      cs_field_row_set_problem (row, _ ("write a share of at most 1, like 3/5"));
      return;
    }
  self->rules.quorum = share;
  exact = cs_fraction_to_exact (share);
  gtk_editable_set_text (GTK_EDITABLE (row), exact); /* "6/8" is 3/4 */
  tell (self);
}

static void
spread_cb (CsFieldRow *row, const char *value, gpointer user_data)
{
  CsRulesForm *self = CS_RULES_FORM (user_data);
  int limit;
  g_autofree char *shown = NULL;

  if (!cs_text_to_int (value, 0, TOTAL_MAX, &limit))
    {
      cs_field_row_set_problem (row, _ ("write whole points, 0 to 100"));
      return;
    }
  self->rules.spread_limit = limit;
  shown = g_strdup_printf ("%d", limit);
  gtk_editable_set_text (GTK_EDITABLE (row), shown); /* "010" is 10 */
  tell (self);
}

static void
choice_cb (CsRulesForm *self)
{
  if (self->loading)
    return;
  self->rules.presence = (CsPresence) adw_combo_row_get_selected (self->presence_row);
  self->rules.spread_inclusive = adw_combo_row_get_selected (self->compare_row) == 1;
  self->rules.written = adw_combo_row_get_selected (self->manner_row) == 1;
  self->rules.leave_out_former = adw_combo_row_get_selected (self->former_row) == 1;
  tell (self);
}

static void
minimum_cb (CsRulesForm *self, CsRadioRow *row)
{
  if (self->loading)
    return;
  self->rules.minimum_rule = (CsMinimumRule) GPOINTER_TO_INT (cs_radio_row_get_value (row));
  tell (self);
}

/* --- life --- */

static void
cs_rules_form_class_init (CsRulesFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] =
      g_signal_new ("changed", CS_TYPE_RULES_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CS_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/rules-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, quorum_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, share_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, presence_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, spread_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, compare_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, manner_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, former_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesForm, minimum_group);
  gtk_widget_class_bind_template_callback (widget_class, quorum_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_cb);
  gtk_widget_class_bind_template_callback (widget_class, spread_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
add_minima (CsRulesForm *self)
{
  const struct
  {
    const char *title;
    const char *text;
  } rules[] = {
    [CS_MINIMUM_MEAN] = { _ ("Mean"),
                          _ ("The members' points of the criterion are averaged; the mean must reach the "
                             "minimum.") },
    [CS_MINIMUM_MAJORITY] = { _ ("Majority"),
                              _ ("More than half of the members must have given at least the minimum.") },
    [CS_MINIMUM_EVERY] = { _ ("Every member"),
                           _ ("Each member must have given at least the minimum; one less is enough to "
                              "miss it.") },
  };

  for (int i = CS_MINIMUM_MEAN; i <= CS_MINIMUM_EVERY; i++)
    {
      self->minimum_rows[i] =
          cs_radio_row_new (GINT_TO_POINTER (i), rules[i].title, rules[i].text, self->minimum_rows[0]);
      g_signal_connect_object (self->minimum_rows[i], "chosen", G_CALLBACK (minimum_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->minimum_group, self->minimum_rows[i]);
    }
}

static void
cs_rules_form_init (CsRulesForm *self)
{
  self->rules.quorum = shares[0];
  /* rows tell that they were set also while they are made */
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_minima (self);
  show (self, TRUE);
}

/* --- public --- */

void
cs_rules_form_set_rules (CsRulesForm *self, const CsCouncilRules *rules)
{
  g_return_if_fail (CS_IS_RULES_FORM (self));

  self->rules = *rules;
  show (self, FALSE);
}

void
cs_rules_form_reset (CsRulesForm *self, const CsCouncilRules *rules)
{
  g_return_if_fail (CS_IS_RULES_FORM (self));

  self->rules = *rules;
  self->own_share = FALSE;
  show (self, TRUE);
}

const CsCouncilRules *
cs_rules_form_get_rules (CsRulesForm *self)
{
  return &self->rules;
}

gboolean
cs_rules_form_set_problem (CsRulesForm *self, const char *problem)
{
  CsFieldRow *rows[] = { self->share_row, self->spread_row };

  g_return_val_if_fail (CS_IS_RULES_FORM (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (cs_field_row_is_unsaved (rows[i]))
      {
        cs_field_row_set_problem (rows[i], problem);
        return TRUE;
      }
  return FALSE;
}

gboolean
cs_rules_form_commit (CsRulesForm *self)
{
  gboolean clean;

  g_return_val_if_fail (CS_IS_RULES_FORM (self), FALSE);

  clean = cs_field_row_commit (self->spread_row);
  return (!self->own_share || cs_field_row_commit (self->share_row)) && clean;
}

CsFieldRow *
cs_rules_form_get_share_row (CsRulesForm *self)
{
  return self->share_row;
}

CsFieldRow *
cs_rules_form_get_spread_row (CsRulesForm *self)
{
  return self->spread_row;
}
