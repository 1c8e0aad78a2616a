/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print/minutes-chooser.h"

#include "base/date.h"
#include "base/text.h"
#include "ui/shared/council-words.h"
#include "ui/widgets/feedback.h"
#include "ui/print/paper-preview.h"
#include "ui/widgets/radio-row.h"
#include "service/sessions/sessions.h"

#include <glib/gi18n-lib.h>

#define LIST_MOST 360 /* pixels of height */

/* What the question carries to its answer. */
typedef struct
{
  GtkWidget *from; /* (owned) */
  CsStore *store;
  GPtrArray *sessions; /* (element-type CsSession) */
  GPtrArray *rows;     /* (element-type CsRadioRow): one a session */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->from);
  g_object_unref (question->store);
  g_ptr_array_unref (question->sessions);
  g_ptr_array_unref (question->rows);
  g_free (question);
}

static void
show (GtkWidget *from, CsStore *store, const CsSession *session)
{
  cs_paper_preview_minutes (from, store, session->uuid);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  for (guint i = 0; i < question->rows->len && g_str_equal (response, "show"); i++)
    {
      CsRadioRow *row = g_ptr_array_index (question->rows, i);

      if (cs_radio_row_is_chosen (row))
        show (question->from, question->store, cs_radio_row_get_value (row));
    }
}

/* Returns: (transfer full): whose session it is, where and in which round. */
static char *
describe (CsStore *store, const CsSession *session)
{
  g_autoptr (CsCouncil) council = cs_store_get_council (store, session->council_uuid, NULL);
  const CsRound *round = cs_store_find_round (store, session->round);
  g_autofree char *name =
      council != NULL ? cs_council_words_name (store, council) : g_strdup (session->council);
  g_autofree char *text = NULL;

  /* Translators: unit of the council, number of the round in the year */
  text = g_strdup_printf (_ ("%s, round %d"), name, round != NULL ? round->no : 0);
  if (cs_text_is_blank (session->place))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s · %s", text, session->place);
}

static void
add_row (Question *question, GtkListBox *list, const CsSession *session)
{
  g_autofree char *day = cs_date_to_display (session->held_on);
  g_autofree char *about = describe (question->store, session);
  GtkWidget *first = question->rows->len > 0 ? g_ptr_array_index (question->rows, 0) : NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;

  /* Translators: number and day of a session */
  title = g_strdup_printf (_ ("Session %d, %s"), session->no, day);
  row = cs_radio_row_new (session, title, about, first);
  g_ptr_array_add (question->rows, g_object_ref_sink (row));
  gtk_list_box_append (list, row);
}

/* Returns: (transfer floating): the sessions to choose from; the last is chosen. */
static GtkWidget *
make_list (Question *question)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sessions"), -1);
  for (guint i = 0; i < question->sessions->len; i++)
    add_row (question, GTK_LIST_BOX (list), g_ptr_array_index (question->sessions, i));
  cs_radio_row_choose (g_ptr_array_index (question->rows, question->rows->len - 1));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_MOST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static void
ask (GtkWidget *from, CsStore *store, GPtrArray *sessions)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("Minutes of Which Session?"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  Question *question = g_new0 (Question, 1);

  question->from = g_object_ref (from);
  question->store = g_object_ref (store);
  question->sessions = g_ptr_array_ref (sessions);
  question->rows = g_ptr_array_new_with_free_func (g_object_unref);
  adw_message_dialog_set_extra_child (message, make_list (question));
  adw_message_dialog_add_response (message, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (message, "show", _ ("_Show the Minutes"));
  adw_message_dialog_set_response_appearance (message, "show", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "show");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
cs_minutes_chooser_present (GtkWidget *from, CsStore *store, const char *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = cs_sessions_list (store, NULL, round, &error);

  if (sessions == NULL)
    {
      cs_feedback_error (from, _ ("The minutes could not be made"), error);
      return;
    }
  for (guint i = sessions->len; i > 0; i--)
    if (((CsSession *) g_ptr_array_index (sessions, i - 1))->state == CS_SESSION_PLANNED)
      g_ptr_array_remove_index (sessions, i - 1);
  if (sessions->len == 0)
    cs_feedback_toast (from, round != NULL ? _ ("No session of this round was opened yet")
                                           : _ ("No session was opened yet"));
  else if (sessions->len == 1)
    show (from, store, g_ptr_array_index (sessions, 0));
  else
    ask (from, store, sessions);
}
