/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-page-private.h"

#include "service/book/unread.h"
#include "service/council/recusals.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/taking-back.h"
#include "ui/conduct/reason-commands.h"
#include "ui/conduct/elimination-dialog.h"
#include "ui/widgets/feedback.h"
#include "summary/words/formats.h"
#include "ui/conduct/sheet-typing-window.h"
#include "service/dossiers/dossiers.h"
#include "service/results/results.h"

#include <glib/gi18n-lib.h>

/* What a council does around a member's sheet. */

#define APART_HEIGHT 310 /* pixels at most, so that the form below can be read */
#define APART_LEAST  400 /* pixels of width, before the page has one */

/* --- bars --- */

/* Returns: (transfer none) (nullable): what became of the member's sheets last, when one was taken back. */
static const CsSheet *
last_ended (const GPtrArray *ended, const char *member)
{
  const CsSheet *last = NULL;

  for (guint i = 0; i < ended->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (ended, i);

      if (g_str_equal (sheet->member_key, member)
          && (last == NULL || strcmp (sheet->ended_at, last->ended_at) >= 0))
        last = sheet;
    }
  return last;
}

/* Only above the draft that began from a returned sheet, and where one stood that was moved or taken away. */
static char *
dup_returned (CsScorePage *self)
{
  g_autoptr (GPtrArray) ended = NULL;
  const CsSheet *last;
  g_autofree char *day = NULL;

  if (self->sheet == NULL || self->sheet->submitted || self->dossier->closed)
    return NULL;
  ended = cs_sheets_ended (self->store, self->dossier, cs_store_unread (self->store));
  last = ended != NULL ? last_ended (ended, self->sheet->member_key) : NULL;
  if (last == NULL || (last->end == CS_SHEET_RETURNED) != (self->sheet->id != 0)
      || (last->end == CS_SHEET_RETURNED && last->scoring_round != self->sheet->scoring_round))
    return NULL;
  day = cs_format_day (last->ended_at);
  if (last->end == CS_SHEET_RETURNED)
    /* Translators: who returned the sheet, day, reason */
    return g_strdup_printf (_ ("%s returned this sheet for correction on %s: %s"),
                            cs_format_who (last->ended_by), day, last->end_reason);
  if (last->end == CS_SHEET_WITHDRAWN)
    /* Translators: day, reason */
    return g_strdup_printf (_ ("The draft that was here was taken away on %s: %s"), day, last->end_reason);
  /* Translators: day, reason */
  return g_strdup_printf (_ ("The sheet that was here was moved to another product on %s: %s"), day,
                          last->end_reason);
}

static gboolean
is_suspect (CsScorePage *self)
{
  const CsCouncil *council = cs_score_products_get_council (self->products);
  g_autoptr (GPtrArray) suspects = NULL;

  if (self->sheet == NULL || self->dossier->closed)
    return FALSE;
  suspects = cs_recusals_suspects (self->store, council, self->dossier, cs_store_unread (self->store));
  return suspects != NULL && g_ptr_array_find (suspects, _cs_score_page_member (self), NULL);
}

/* --- a further scoring round --- */

/* A scrolled window takes the height of a panel that is as wide as it likes; this one wraps. */
static void
fit_apart (CsScorePage *self)
{
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (self->apart_window);
  int width = gtk_widget_get_width (GTK_WIDGET (self->body)), height;

  gtk_widget_measure (gtk_widget_get_parent (GTK_WIDGET (self->apart)), GTK_ORIENTATION_VERTICAL,
                      MAX (width, APART_LEAST), NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (window, MIN (height, APART_HEIGHT));
}

static void
show_apart (CsScorePage *self)
{
  g_autoptr (CsResult) result = NULL;

  if (self->next != CS_NEXT_ROUND_NONE)
    result = cs_results_of (self->store, (CsDossierKey){ self->dossier->id, self->dossier->evaluation },
                            cs_store_unread (self->store));
  if (result != NULL)
    cs_spread_panel_show (self->apart, self->store, result);
  else
    cs_spread_panel_hide (self->apart);
  gtk_widget_set_visible (self->apart_window, gtk_widget_get_visible (GTK_WIDGET (self->apart)));
  if (gtk_widget_get_visible (self->apart_window))
    fit_apart (self);
}

void
_cs_score_page_show_conduct (CsScorePage *self)
{
  g_autofree char *returned = dup_returned (self);

  cs_notice_bar_set_text (self->returned, returned);
  cs_notice_bar_set_text (
      self->suspicion,
      is_suspect (self) ? _ (
          "This member seems to belong to the producer. Who has a part in the product does not score it.")
                        : NULL);
  show_apart (self);
}

void
_cs_score_page_update_conduct (CsScorePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->place != NULL && !self->dossier->closed;
  gboolean takes_part = open && self->sheet != NULL;

  gtk_widget_action_set_enabled (widget, "score.recuse", takes_part);
  gtk_widget_action_set_enabled (widget, "score.raise", takes_part);
  gtk_widget_action_set_enabled (widget, "score.enter", open);
  gtk_widget_action_set_enabled (widget, "score.move",
                                 takes_part && self->sheet->id != 0 && self->sheet->scoring_round == 1);
  gtk_widget_action_set_enabled (widget, "score.begin-anew", open && self->place->may_begin);
  gtk_widget_action_set_enabled (widget, "score.end-recusal", open && self->place->recusal != NULL);
}

/* --- actions --- */

static void
again_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSheet) next = NULL;

  if (self->sheet == NULL)
    return;
  next = cs_sheets_begin_round (self->store, self->dossier, self->sheet, &error);
  if (next == NULL)
    cs_feedback_error (widget, _ ("The product cannot be scored again"), error);
}

static void
recuse_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->sheet != NULL)
    cs_reason_recuse (widget, self->store, self->dossier, cs_score_products_get_council (self->products),
                      self->sheet->member_key);
}

static void
end_recusal_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->place != NULL && self->place->recusal != NULL)
    cs_reason_end_recusal (widget, self->store, self->dossier->council_uuid, self->place->recusal->uuid);
}

static void
raise_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) result = NULL;

  if (self->sheet == NULL)
    return;
  result =
      cs_results_of (self->store, (CsDossierKey){ self->dossier->id, self->dossier->evaluation }, &error);
  if (result == NULL)
    cs_feedback_error (widget, _ ("The ground cannot be raised"), error);
  else
    cs_elimination_dialog_present_raise (widget, self->store, result, _cs_score_page_member (self)->name);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->sheet != NULL)
    cs_reason_move_sheet (widget, self->store, self->dossier, cs_score_products_get_council (self->products),
                          self->sheet->member_key);
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->dossier != NULL)
    cs_sheet_typing_window_present (widget, self->store,
                                    (CsDossierKey){ self->dossier->id, self->dossier->evaluation },
                                    cs_score_products_get_member (self->products));
}

/* A successor scores although the sheet of the seat's former holder stands. */
static void
begin_anew_action (GtkWidget *widget, const char *name, GVariant *target)
{
  CsScorePage *self = CS_SCORE_PAGE (widget);

  if (self->dossier == NULL)
    return;
  self->anew = self->dossier->evaluation;
  _cs_score_page_show (self);
}

void
_cs_score_page_install_conduct (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "score.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "score.recuse", NULL, recuse_action);
  gtk_widget_class_install_action (widget_class, "score.end-recusal", NULL, end_recusal_action);
  gtk_widget_class_install_action (widget_class, "score.raise", NULL, raise_action);
  gtk_widget_class_install_action (widget_class, "score.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "score.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "score.begin-anew", NULL, begin_anew_action);
}
