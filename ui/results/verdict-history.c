/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/verdict-history.h"

#include "service/book/unread.h"
#include "base/text.h"
#include "service/scoring/reopening.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/taking-back.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

struct _CsVerdictHistory
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* (element-type GtkWidget) (not owned) */
};

G_DEFINE_FINAL_TYPE (CsVerdictHistory, cs_verdict_history, ADW_TYPE_BIN)

/* Something that happened. */
typedef struct
{
  char *at;
  const char *icon;
  char *title;
  char *detail; /* reason, person, day */
} Event;

static void
event_free (gpointer data)
{
  Event *event = data;

  g_free (event->at);
  g_free (event->title);
  g_free (event->detail);
  g_free (event);
}

/* @title: (transfer full); @reason, @person: (nullable) */
static void
take_event (
    GPtrArray *events, const char *at, const char *icon, char *title, const char *reason, const char *person)
{
  Event *event = g_new0 (Event, 1);
  g_autofree char *day = cs_format_day (at);
  g_autoptr (GString) detail = g_string_new (NULL);

  if (!cs_text_is_blank (reason))
    g_string_append_printf (detail, "%s\n", reason);
  if (!cs_text_is_blank (person))
    g_string_append_printf (detail, "%s  ·  ", person);
  g_string_append (detail, day);
  event->at = g_strdup (at);
  event->icon = icon;
  event->title = title;
  event->detail = g_string_free (g_steal_pointer (&detail), FALSE);
  g_ptr_array_add (events, event);
}

/* --- what is read --- */

static const char *
name_of (const CsCouncil *council, const char *key)
{
  const CsMember *member = council != NULL ? cs_council_member (council, key) : NULL;

  return member != NULL ? member->name : key;
}

static char *
end_text (CsSheetEnd end, const char *name)
{
  if (end == CS_SHEET_MOVED)
    return g_strdup_printf (_ ("Sheet of %s moved to another product"), name);
  if (end == CS_SHEET_WITHDRAWN)
    return g_strdup_printf (_ ("Draft of %s taken away"), name);
  return g_strdup_printf (_ ("Sheet of %s returned for correction"), name);
}

static void
read_sheets (GPtrArray *events, CsStore *store, const CsResult *result)
{
  g_autoptr (GPtrArray) ended = cs_sheets_ended (store, result->dossier, cs_store_unread (store));
  g_autoptr (CsCouncil) council = cs_store_get_council (store, result->dossier->council_uuid, NULL);

  for (guint i = 0; ended != NULL && i < ended->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (ended, i);
      take_event (events, sheet->ended_at,
                  sheet->end == CS_SHEET_MOVED ? "cs-move-symbolic" : "cs-undo-symbolic",
                  end_text (sheet->end, name_of (council, sheet->member_key)), sheet->end_reason,
                  cs_format_who (sheet->ended_by));
    }
}

static void
read_discussions (GPtrArray *events, CsStore *store, const CsResult *result)
{
  g_autoptr (GPtrArray) notes = cs_sheets_discussions (store, result->dossier, cs_store_unread (store));

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const CsDiscussion *note = g_ptr_array_index (notes, i);

      take_event (events, note->noted_at, "cs-discuss-symbolic",
                  g_strdup_printf (_ ("Discussed after scoring round %d"), note->scoring_round), note->note,
                  cs_format_who (note->noted_by));
    }
}

static void
read_closings (GPtrArray *events, CsStore *store, const CsResult *result)
{
  g_autoptr (GPtrArray) closings = cs_evaluation_closings (store, result->dossier, cs_store_unread (store));

  for (guint i = 0; closings != NULL && i < closings->len; i++)
    {
      const CsClosing *closing = g_ptr_array_index (closings, i);

      take_event (events, closing->closed_at, "changes-prevent-symbolic", g_strdup (_ ("Closed")),
                  closing->reason, cs_format_who (closing->closed_by));
      if (closing->reopened_at != NULL)
        take_event (events, closing->reopened_at, "changes-allow-symbolic", g_strdup (_ ("Opened again")),
                    closing->reopen_reason, closing->reopened_by);
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Event *const *) a)->at, (*(const Event *const *) b)->at);
}

/* --- showing --- */

static void
add_event (CsVerdictHistory *self, const Event *event)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), event->title);
  adw_action_row_set_subtitle (row, event->detail);
  adw_action_row_set_icon_name (row, event->icon);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

void
cs_verdict_history_show (CsVerdictHistory *self, CsStore *store, const CsResult *result)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);

  g_return_if_fail (CS_IS_VERDICT_HISTORY (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (result->dossier->evaluation != 0)
    {
      read_sheets (events, store, result);
      read_discussions (events, store, result);
      read_closings (events, store, result);
    }
  /* stable: what happened in one second stays in the only order it can have */
  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    add_event (self, g_ptr_array_index (events, i));
  gtk_widget_set_visible (GTK_WIDGET (self), events->len > 0);
}

/* --- life --- */

static void
cs_verdict_history_finalize (GObject *object)
{
  g_ptr_array_unref (CS_VERDICT_HISTORY (object)->rows);
  G_OBJECT_CLASS (cs_verdict_history_parent_class)->finalize (object);
}

static void
cs_verdict_history_class_init (CsVerdictHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_verdict_history_finalize;
}

static void
cs_verdict_history_init (CsVerdictHistory *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("What Happened"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
