/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/verdict-view.h"

#include "ui/conduct/spread-panel.h"
#include "ui/conduct/closing-dialog.h"
#include "ui/conduct/reason-commands.h"
#include "ui/conduct/elimination-dialog.h"
#include "ui/widgets/feedback.h"
#include "ui/conduct/ground-list.h"
#include "summary/words/formats.h"
#include "ui/results/member-list.h"
#include "ui/results/minima-list.h"
#include "ui/conduct/sheet-typing-window.h"
#include "ui/certificates/recognise-dialog.h"
#include "ui/certificates/recognition-group.h"
#include "ui/shared/rehearsal-tag.h"
#include "ui/results/score-scale.h"
#include "service/results/register.h"
#include "summary/words/verdict-text.h"
#include "ui/results/verdict-robustness.h"
#include "ui/results/verdict-history.h"
#include "ui/results/verdict-rounds.h"
#include "ui/widgets/wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CsVerdictView
{
  AdwBin parent_instance;

  CsStore *store; /* (nullable) */
  CsDossierKey key;
  CsResult *result; /* (nullable) */

  GtkLabel *product_label;
  GtkWidget *rehearsal_tag;
  GtkLabel *producer_label;
  GtkLabel *form_label;
  GtkWidget *dossier_button;
  GtkWidget *ground_button;
  GtkWidget *close_button;
  GtkWidget *table_button;
  GtkWidget *recognise_button;
  GtkWidget *reopen_button;
  CsSpreadPanel *apart;
  GtkLabel *stars_label;
  GtkLabel *sentence_label;
  GtkLabel *outcome_label;
  CsScoreScale *scale;
  CsWrapBox *facts_box;
  CsRecognitionGroup *recognition_group;
  CsGroundList *ground_list;
  CsVerdictRobustness *robustness;
  CsVerdictRounds *rounds;
  CsVerdictHistory *history;
  GtkWidget *minima_box;
  CsMinimaList *minima_list;
  GtkWidget *members_heading;
  CsMemberList *member_list;
};

G_DEFINE_FINAL_TYPE (CsVerdictView, cs_verdict_view, ADW_TYPE_BIN)

/* --- what it is about --- */

static void
show_head (CsVerdictView *self)
{
  const CsDossier *dossier = self->result->dossier;
  const CsForm *form = self->result->form;
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (self->store), dossier->unit);
  const CsRound *round = dossier->round != NULL ? cs_store_find_round (self->store, dossier->round) : NULL;
  g_autofree char *round_text = round != NULL ? cs_format_round (self->result->regulation, round) : NULL;
  g_autoptr (GString) producer = g_string_new (dossier->producer.name);
  g_autoptr (GString) about = g_string_new (dossier->code);

  g_string_append_printf (producer, "  ·  %s", unit != NULL ? unit->name : dossier->unit);
  if (round_text != NULL)
    g_string_append_printf (producer, "  ·  %s", round_text);
  /* Translators: number and name of a scoring form */
  g_string_append (about, "  ·  ");
  g_string_append_printf (about, _ ("Form %d, %s"), form->no, form->name);
  if (!form->verified)
    g_string_append_printf (about, "  ·  %s", _ ("its transcription does not add up"));
  gtk_label_set_label (self->product_label, dossier->product);
  gtk_widget_set_visible (self->rehearsal_tag, dossier->rehearsal);
  gtk_label_set_label (self->producer_label, producer->str);
  gtk_label_set_label (self->form_label, about->str);
}

/* --- facts in a line --- */

static void
add_fact (CsVerdictView *self, const char *name, const char *value, gboolean alarm)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *value_label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_xalign (GTK_LABEL (value_label), 0);
  gtk_widget_add_css_class (name_label, "dim-label");
  gtk_widget_add_css_class (value_label, "heading");
  gtk_widget_add_css_class (value_label, "tabular");
  if (alarm)
    gtk_widget_add_css_class (value_label, "error");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), value_label);
  cs_wrap_box_append (self->facts_box, box);
}

static void
add_parts (CsVerdictView *self)
{
  const CsVerdict *verdict = self->result->verdict;
  const GPtrArray *parts = self->result->form->parts;

  for (guint i = 0; i < verdict->n_parts && i < parts->len; i++)
    {
      const CsPart *part = g_ptr_array_index (parts, i);
      g_autofree char *mean = cs_decimal_text (self->result->regulation, verdict->part_means[i]);
      /* Translators: letter of a part of the form */
      g_autofree char *name = g_strdup_printf (_ ("Part %s"), part->code);
      /* Translators: points reached, points that can be reached */
      g_autofree char *value = g_strdup_printf (_ ("%s of %d"), mean, part->max);

      add_fact (self, name, value, FALSE);
    }
}

static void
show_facts (CsVerdictView *self)
{
  const CsResult *result = self->result;
  const CsQuorum *quorum = &result->quorum;
  g_autofree char *needed = NULL;
  g_autofree char *spread = NULL;

  cs_wrap_box_clear (self->facts_box);
  if (result->verdict != NULL)
    {
      add_parts (self);
      /* Translators: points between the highest and the lowest total; points that are allowed */
      spread = g_strdup_printf (_ ("%d (up to %d allowed)"), result->verdict->spread, result->spread_limit);
      add_fact (self, _ ("Spread"), spread, result->verdict->spread_exceeded);
    }
  if (quorum->members > 0)
    {
      /* Translators: members who handed in, members, members that are needed */
      needed = g_strdup_printf (_ ("%u of %u, %u needed"), quorum->present, quorum->members, quorum->needed);
      add_fact (self, _ ("Submitted"), needed, FALSE);
      add_fact (self, _ ("Chair or vice-chair"), quorum->leader_present ? _ ("submitted") : _ ("not yet"),
                result->verdict != NULL && !quorum->leader_present);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facts_box), quorum->members > 0);
}

/* --- verdict --- */

static const char *
open_sentence (const CsResult *result)
{
  if (result->hidden)
    return _ ("Who sits here is recused from this product: its result is not shown.");
  switch (result->status)
    {
    case CS_RESULT_RESCORING:
      return result->apart != NULL
                 ? _ ("The totals lie too far apart: the council discusses and scores again.")
                 : _ ("Scored once more after a discussion: points and stars are shown once the product is "
                      "closed.");
    case CS_RESULT_SCORING:
      return _ ("Being scored: points and stars are shown once the product is closed.");
    case CS_RESULT_REGISTERED:
    case CS_RESULT_CLOSED:
    case CS_RESULT_RECOGNISED:
    default:
      return result->dossier->evaluation != 0 ? _ ("Nobody has begun to score this product.")
                                              : _ ("This dossier is in no round yet.");
    }
}

static char *
outcome_text (const CsResult *result)
{
  g_autofree char *follows = cs_outcome_sentence (result);
  GString *text = g_string_new (follows);

  if (result->dossier->close_reason != NULL && *result->dossier->close_reason != '\0')
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Closed with the reason: %s"), result->dossier->close_reason);
    }
  return g_string_free (text, FALSE);
}

static void
show_verdict (CsVerdictView *self)
{
  const CsResult *result = self->result;
  g_autofree char *stars = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *outcome = NULL;

  if (result->verdict != NULL)
    {
      stars = cs_stars_text (result->verdict->stars);
      sentence = cs_verdict_sentence (result->regulation, result->form, result->verdict);
      outcome = outcome_text (result);
    }
  else if (result->changed != NULL)
    sentence = cs_changed_sentence (result);
  gtk_label_set_label (self->stars_label, stars != NULL ? stars : "");
  gtk_widget_set_visible (GTK_WIDGET (self->stars_label), stars != NULL && *stars != '\0');
  gtk_label_set_label (self->sentence_label, sentence != NULL ? sentence : open_sentence (result));
  gtk_label_set_label (self->outcome_label, outcome != NULL ? outcome : "");
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_label), outcome != NULL);
  cs_score_scale_show (self->scale, result);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), result->verdict != NULL);
  cs_minima_list_show (self->minima_list, result);
  gtk_widget_set_visible (self->minima_box, result->verdict != NULL);
}

/* --- controls --- */

static void
dossier_cb (CsVerdictView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "s", self->result->dossier->code);
}

static void
ground_cb (CsVerdictView *self)
{
  cs_elimination_dialog_present (GTK_WIDGET (self), self->store, self->result);
}

static void
close_cb (CsVerdictView *self)
{
  cs_closing_dialog_present (GTK_WIDGET (self), self->store, self->result);
}

static void
reopen_cb (CsVerdictView *self)
{
  cs_reason_reopen (GTK_WIDGET (self), self->store, self->result);
}

static void
return_sheet_cb (CsVerdictView *self, const char *member)
{
  cs_reason_return_sheet (GTK_WIDGET (self), self->store, self->result, member);
}

static void
withdraw_draft_cb (CsVerdictView *self, const char *member)
{
  cs_reason_withdraw_draft (GTK_WIDGET (self), self->store, self->result, member);
}

static void
print_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const CsResult *result = CS_VERDICT_VIEW (widget)->result;

  if (result != NULL)
    gtk_widget_activate_action (widget, "win.print-table", "(ss)", result->dossier->code,
                                result->dossier->round);
}

static void
again_cb (CsVerdictView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.score", "s", self->result->dossier->code);
}

static void
recognise_cb (CsVerdictView *self)
{
  cs_recognise_dialog_present (GTK_WIDGET (self), self->store, self->result);
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsVerdictView *self = CS_VERDICT_VIEW (widget);

  if (self->result != NULL)
    cs_sheet_typing_window_present (widget, self->store, self->key, NULL);
}

/* --- life --- */

static void
cs_verdict_view_dispose (GObject *object)
{
  CsVerdictView *self = CS_VERDICT_VIEW (object);

  g_clear_pointer (&self->result, cs_result_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_verdict_view_parent_class)->dispose (object);
}

static void
cs_verdict_view_class_init (CsVerdictViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_verdict_view_dispose;
  g_type_ensure (CS_TYPE_WRAP_BOX);
  g_type_ensure (CS_TYPE_SCORE_SCALE);
  g_type_ensure (CS_TYPE_MINIMA_LIST);
  g_type_ensure (CS_TYPE_MEMBER_LIST);
  gtk_widget_class_install_action (widget_class, "verdict.print-table", NULL, print_table_action);
  g_type_ensure (CS_TYPE_RECOGNITION_GROUP);
  g_type_ensure (CS_TYPE_REHEARSAL_TAG);
  g_type_ensure (CS_TYPE_SPREAD_PANEL);
  g_type_ensure (CS_TYPE_GROUND_LIST);
  g_type_ensure (CS_TYPE_VERDICT_ROBUSTNESS);
  g_type_ensure (CS_TYPE_VERDICT_ROUNDS);
  g_type_ensure (CS_TYPE_VERDICT_HISTORY);
  gtk_widget_class_install_action (widget_class, "verdict.enter", NULL, enter_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/results/verdict-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, product_label);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, rehearsal_tag);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, producer_label);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, form_label);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, dossier_button);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, ground_button);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, close_button);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, table_button);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, recognise_button);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, apart);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, stars_label);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, scale);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, facts_box);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, recognition_group);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, ground_list);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, robustness);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, rounds);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, history);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, minima_box);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, minima_list);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, members_heading);
  gtk_widget_class_bind_template_child (widget_class, CsVerdictView, member_list);
  gtk_widget_class_bind_template_callback (widget_class, dossier_cb);
  gtk_widget_class_bind_template_callback (widget_class, ground_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, recognise_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, return_sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
cs_verdict_view_init (CsVerdictView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), FALSE);
}

/* --- public --- */

GtkWidget *
cs_verdict_view_new (void)
{
  return g_object_new (CS_TYPE_VERDICT_VIEW, NULL);
}

/* What a council does on the way to a verdict and after it. */
static void
show_conduct (CsVerdictView *self, const CsResult *result)
{
  gboolean in_round = result->dossier->evaluation != 0, open = in_round && !result->dossier->closed;

  cs_spread_panel_show (self->apart, self->store, result);
  cs_ground_list_show (self->ground_list, self->store, result);
  cs_verdict_robustness_show (self->robustness, self->store, result);
  cs_verdict_rounds_show (self->rounds, self->store, result);
  cs_verdict_history_show (self->history, self->store, result);
  gtk_widget_set_visible (self->ground_button, open);
  gtk_widget_set_visible (self->close_button, open);
  gtk_widget_set_sensitive (self->close_button, result->status != CS_RESULT_REGISTERED);
  gtk_widget_set_visible (self->reopen_button, in_round && !open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "verdict.enter", open);
}

/* Where the stars are not for this level to give, or are given, there is what another level decides. */
static void
show_recognise_button (CsVerdictView *self, const CsResult *result)
{
  gboolean own = cs_recognitions_may_add (result, NULL);
  gboolean other = !own && cs_recognitions_may_add_of_other_level (result, NULL);

  gtk_button_set_label (GTK_BUTTON (self->recognise_button),
                        other ? _ ("Decision of Another _Level…") : _ ("_Recognise…"));
  if (own)
    gtk_widget_add_css_class (self->recognise_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->recognise_button, "suggested-action");
  gtk_widget_set_visible (self->recognise_button, own || other);
}

void
cs_verdict_view_refresh (CsVerdictView *self)
{
  g_autoptr (GError) error = NULL;
  CsResult *result = NULL;

  g_return_if_fail (CS_IS_VERDICT_VIEW (self));

  if (self->store != NULL)
    result = cs_results_of (self->store, self->key, &error);
  if (error != NULL)
    cs_feedback_error (GTK_WIDGET (self), _ ("The result could not be read"), error);
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), result != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "verdict.print-table",
                                 result != NULL && result->closing != NULL);
  /* rows still point into the old result until they are made anew */
  if (result == NULL)
    return;
  g_clear_pointer (&self->result, cs_result_free);
  self->result = result;
  show_head (self);
  show_verdict (self);
  show_facts (self);
  cs_recognition_group_show (self->recognition_group, self->store, result);
  show_conduct (self, result);
  cs_member_list_show (self->member_list, result);
  gtk_widget_set_visible (GTK_WIDGET (self->member_list), result->members->len > 0);
  gtk_widget_set_visible (self->members_heading, result->members->len > 0);
  gtk_widget_set_visible (self->table_button, result->closing != NULL && !result->hidden);
  show_recognise_button (self, result);
}

void
cs_verdict_view_show (CsVerdictView *self, CsStore *store, const CsDossierKey *key)
{
  g_return_if_fail (CS_IS_VERDICT_VIEW (self));
  g_return_if_fail ((store == NULL) == (key == NULL));

  g_set_object (&self->store, store);
  self->key = key != NULL ? *key : (CsDossierKey){ 0, 0 };
  cs_verdict_view_refresh (self);
}
