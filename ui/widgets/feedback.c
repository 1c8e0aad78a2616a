/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/feedback.h"

#include "ui/widgets/icons.h"

#include <glib/gi18n-lib.h>

static AdwToastOverlay *
overlay_of (GtkWidget *from)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  GtkRoot *root = gtk_widget_get_root (from);

  if (overlay == NULL && root != NULL && ADW_IS_APPLICATION_WINDOW (root))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  return ADW_IS_TOAST_OVERLAY (overlay) ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

static GtkWindow *
window_of (GtkWidget *from)
{
  GtkRoot *root = from != NULL ? gtk_widget_get_root (from) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
cs_feedback_error (GtkWidget *from, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (from), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
cs_feedback_toast (GtkWidget *from, const char *text)
{
  AdwToastOverlay *overlay = overlay_of (from);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, adw_toast_new (escaped));
}

void
cs_feedback_offer (GtkWidget *from, const char *text, const char *label, const char *action, GVariant *target)
{
  AdwToastOverlay *overlay = overlay_of (from);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  if (owned != NULL)
    adw_toast_set_action_target_value (toast, owned);
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
cs_feedback_undo (GtkWidget *from, const char *text, const char *action, GVariant *target)
{
  cs_feedback_offer (from, text, _ ("_Undo"), action, target);
}

typedef struct
{
  GtkWidget *from; /* (owned) */
  CsFeedbackAnswer yes;
  CsFeedbackFile chosen;
  gpointer data;
  GDestroyNotify data_free;
  GtkFileChooserNative *native; /* (owned): the caller keeps it until it answers */
  const char *suffix;           /* (nullable): every file that is saved has it */
  GFile *file;                  /* (owned) (nullable): the one that was chosen */
} Question;

static Question *
question_new (GtkWidget *from, gpointer data, GDestroyNotify data_free)
{
  Question *question = g_new0 (Question, 1);

  question->from = g_object_ref (from);
  question->data = data;
  question->data_free = data_free;
  return question;
}

static void
question_free (Question *question)
{
  if (question->data_free != NULL)
    question->data_free (question->data);
  g_clear_object (&question->native);
  g_clear_object (&question->file);
  g_object_unref (question->from);
  g_free (question);
}

static void
confirm_answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "yes"))
    question->yes (question->from, question->data);
  question_free (question);
}

AdwMessageDialog *
cs_feedback_confirm (GtkWidget *from,
                     const char *heading,
                     const char *body,
                     const char *verb,
                     gboolean destructive,
                     CsFeedbackAnswer yes,
                     gpointer data,
                     GDestroyNotify data_free)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (from), heading, body));
  Question *question = question_new (from, data, data_free);

  question->yes = yes;
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "yes", verb);
  adw_message_dialog_set_response_appearance (dialog, "yes",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                          : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "yes");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (confirm_answered_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
replace_cb (GtkWidget *from, gpointer data)
{
  Question *question = data;

  question->chosen (question->from, question->file, question->data);
}

/* The chooser asked about the name as it was typed; what it becomes may stand there as well. */
static void
ask_to_replace (Question *question)
{
  g_autofree char *base = g_file_get_basename (question->file), *name = g_filename_display_name (base);
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);

  cs_feedback_confirm (question->from, heading, _ ("There is such a file already. What it holds is lost."),
                       _ ("_Replace"), TRUE, replace_cb, question, (GDestroyNotify) question_free);
}

/* Returns: whether the file got another name than was typed. */
static gboolean
add_suffix (Question *question)
{
  g_autofree char *path = g_file_get_path (question->file), *whole = NULL;

  if (question->suffix == NULL || path == NULL || g_str_has_suffix (path, question->suffix))
    return FALSE;
  whole = g_strconcat (path, question->suffix, NULL);
  g_object_unref (question->file);
  question->file = g_file_new_for_path (whole);
  return TRUE;
}

static void
file_chosen_cb (GtkNativeDialog *native, int response, Question *question)
{
  if (response == GTK_RESPONSE_ACCEPT)
    question->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  if (question->file != NULL && add_suffix (question) && g_file_query_exists (question->file, NULL))
    {
      ask_to_replace (question);
      return;
    }
  if (question->file != NULL)
    question->chosen (question->from, question->file, question->data);
  question_free (question);
}

void
cs_feedback_choose_file (GtkWidget *from,
                         const char *title,
                         GtkFileChooserAction action,
                         const char *suggestion,
                         const char *filter_name,
                         const char *pattern,
                         CsFeedbackFile chosen,
                         gpointer data,
                         GDestroyNotify data_free)
{
  Question *question = question_new (from, data, data_free);

  question->chosen = chosen;
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE && pattern != NULL)
    question->suffix = strrchr (pattern, '.');
  cs_icons_ask_machine (); /* GTK shows this dialog itself where the desktop has none */
  question->native = gtk_file_chooser_native_new (title, window_of (from), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->native), TRUE);
  if (suggestion != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->native), suggestion);
  if (pattern != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, filter_name);
      gtk_file_filter_add_pattern (filter, pattern);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (question->native), filter);
    }
  g_signal_connect (question->native, "response", G_CALLBACK (file_chosen_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
}
