/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/councils/rules-group.h"

#include "service/book/unread.h"
#include "service/council/council-rules.h"
#include "ui/shared/council-words.h"
#include "summary/words/rules-text.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

struct _CsRulesGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *free_group;
  CsRulesForm *form;
  AdwPreferencesGroup *frozen_group;
  AdwActionRow *facts[CS_N_RULES];
  AdwActionRow *defaults_row;
  GtkWidget *defaults_button;
  AdwPreferencesGroup *history_group;
  GPtrArray *history_rows; /* (element-type GtkWidget) (not owned) */
};

G_DEFINE_FINAL_TYPE (CsRulesGroup, cs_rules_group, ADW_TYPE_BIN)

static void
cs_rules_group_finalize (GObject *object)
{
  g_ptr_array_unref (CS_RULES_GROUP (object)->history_rows);
  G_OBJECT_CLASS (cs_rules_group_parent_class)->finalize (object);
}

static void
cs_rules_group_class_init (CsRulesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_rules_group_finalize;
  g_type_ensure (CS_TYPE_RULES_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/councils/rules-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRulesGroup, free_group);
  gtk_widget_class_bind_template_child (widget_class, CsRulesGroup, form);
  gtk_widget_class_bind_template_child (widget_class, CsRulesGroup, frozen_group);
  gtk_widget_class_bind_template_child (widget_class, CsRulesGroup, defaults_row);
  gtk_widget_class_bind_template_child (widget_class, CsRulesGroup, defaults_button);
  gtk_widget_class_bind_template_child (widget_class, CsRulesGroup, history_group);
}

static void
cs_rules_group_init (CsRulesGroup *self)
{
  self->history_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    {
      self->facts[rule] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->facts[rule]), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->facts[rule]), cs_rule_name (rule));
      gtk_widget_add_css_class (GTK_WIDGET (self->facts[rule]), "cs-fact");
      adw_preferences_group_add (self->frozen_group, GTK_WIDGET (self->facts[rule]));
    }
}

/* "at least 3/4 …" as it stands alone. Returns: (transfer full). */
static char *
begin_large (const char *text)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
show_facts (CsRulesGroup *self, const CsCouncilRules *rules)
{
  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    {
      g_autofree char *text = cs_rule_text (rules, rule);
      g_autofree char *large = begin_large (text);

      adw_action_row_set_subtitle (self->facts[rule], large);
    }
}

static void
show_defaults (CsRulesGroup *self, CsStore *store, const CsCouncilRules *rules, gboolean frozen)
{
  g_autofree char *text = cs_rules_differences (&cs_store_get_current_regulation (store)->council, rules);
  gboolean differs = *text != '\0';

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->defaults_row),
                                 differs ? _ ("Other than the regulation's defaults")
                                         : _ ("These are the regulation's defaults"));
  adw_action_row_set_subtitle (self->defaults_row, text);
  gtk_widget_set_visible (self->defaults_button, differs && !frozen);
}

/* --- history --- */

static void
add_version (CsRulesGroup *self, const CsRulesVersion *version, const CsRulesVersion *before)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = cs_council_words_day (version->set_at);
  /* Translators: a day and the name of a person */
  g_autofree char *title = g_strdup_printf (_ ("%s, by %s"), day, cs_format_who (version->set_by));
  g_autofree char *changes = before != NULL ? cs_rules_changes (&before->rules, &version->rules)
                                            : g_strdup (_ ("As they were first"));
  g_autofree char *text = *version->reason != '\0'
                              ? g_strdup_printf (_ ("Reason: %s\n%s"), version->reason, changes)
                              : g_strdup (changes);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->history_group, row);
  g_ptr_array_add (self->history_rows, row);
}

static void
show_history (CsRulesGroup *self, CsStore *store, const CsCouncil *council)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = cs_councils_rules_history (store, council, &error);

  for (guint i = 0; i < self->history_rows->len; i++)
    adw_preferences_group_remove (self->history_group, g_ptr_array_index (self->history_rows, i));
  g_ptr_array_set_size (self->history_rows, 0);
  if (history == NULL)
    cs_store_tell_unread (store, error);
  gtk_widget_set_visible (GTK_WIDGET (self->history_group), history != NULL && history->len > 1);
  /* the newest first: it is what people look for */
  for (guint i = history != NULL && history->len > 1 ? history->len : 0; i > 0; i--)
    add_version (self, g_ptr_array_index (history, i - 1), i > 1 ? g_ptr_array_index (history, i - 2) : NULL);
}

/* --- public --- */

void
cs_rules_group_show (CsRulesGroup *self, CsStore *store, const CsCouncil *council, gboolean fresh)
{
  gboolean frozen = TRUE;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CS_IS_RULES_GROUP (self));

  /* what cannot be told is not offered to be changed */
  if (!cs_councils_are_frozen (store, council, &frozen, &error))
    cs_store_tell_unread (store, error);
  gtk_widget_set_visible (GTK_WIDGET (self->free_group), !frozen);
  gtk_widget_set_visible (GTK_WIDGET (self->form), !frozen);
  gtk_widget_set_visible (GTK_WIDGET (self->frozen_group), frozen);
  /* what nobody can see any more is not kept */
  if (fresh || frozen)
    cs_rules_form_reset (self->form, &council->rules);
  else
    cs_rules_form_set_rules (self->form, &council->rules);
  show_facts (self, &council->rules);
  show_defaults (self, store, &council->rules, frozen);
  show_history (self, store, council);
}

CsRulesForm *
cs_rules_group_get_form (CsRulesGroup *self)
{
  return self->form;
}
