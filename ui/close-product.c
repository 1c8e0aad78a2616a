/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "close-product.h"

#include "base/error.h"
#include "base/text.h"
#include "feedback.h"
#include "service/dossiers.h"
#include "service/sheets.h"

#include <glib/gi18n-lib.h>

/* What a question carries to its answer. */
typedef struct
{
  CsStore *store;
  CsDossierKey key;
  char *product;
  GtkWidget *from;     /* (owned): for the question about the reason */
  GtkEditable *reason; /* (not owned) (nullable) */
} Closing;

static Closing *
closing_new (GtkWidget *from, CsStore *store, CsDossierKey key, const char *product)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->from = g_object_ref (from);
  closing->store = g_object_ref (store);
  closing->key = key;
  closing->product = g_strdup (product);
  return closing;
}

static void
closing_free (gpointer data)
{
  Closing *closing = data;

  g_object_unref (closing->from);
  g_object_unref (closing->store);
  g_free (closing->product);
  g_free (closing);
}

/* Closes; tells whether only a reason is missing. */
static gboolean
try_to_close (const Closing *closing, const char *reason, gboolean *needs_reason, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_get (closing->store, closing->key, error);

  *needs_reason = FALSE;
  if (dossier == NULL)
    return FALSE;
  if (cs_sheets_close (closing->store, dossier, &(CsCloseOptions){ .reason = reason }, error))
    return TRUE;
  if (!cs_sheets_needs_reason (closing->store, dossier, needs_reason, NULL))
    *needs_reason = FALSE;
  return FALSE;
}

static void
tell_closed (const Closing *closing)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” is closed"), closing->product);

  cs_feedback_toast (closing->from, text);
}

static void
reason_answered_cb (AdwMessageDialog *dialog, const char *response, Closing *closing)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = cs_text_clean (gtk_editable_get_text (closing->reason));
  gboolean needs_reason;

  if (g_str_equal (response, "close"))
    {
      if (try_to_close (closing, reason, &needs_reason, &error))
        tell_closed (closing);
      else
        cs_feedback_error (closing->from, _ ("The product was not closed"), error);
    }
  closing_free (closing);
}

static void
reason_changed_cb (AdwMessageDialog *dialog, GtkEditable *entry)
{
  adw_message_dialog_set_response_enabled (dialog, "close",
                                           !cs_text_is_blank (gtk_editable_get_text (entry)));
}

/* @refusal: what the service said */
static void
ask_for_reason (GtkWidget *from, const Closing *closing, const char *refusal)
{
  GtkRoot *root = gtk_widget_get_root (from);
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                  _ ("The totals lie far apart"), refusal));
  Closing *own = closing_new (from, closing->store, closing->key, closing->product);
  GtkWidget *entry = gtk_entry_new ();

  own->reason = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason, as it goes into the minutes"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason for closing"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Leave it Open"));
  adw_message_dialog_add_response (dialog, "close", _ ("_Close With This Reason"));
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "close", FALSE);
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "response", G_CALLBACK (reason_answered_cb), own);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
confirmed (GtkWidget *from, gpointer data)
{
  const Closing *closing = data;
  g_autoptr (GError) error = NULL;
  gboolean needs_reason;

  if (try_to_close (closing, NULL, &needs_reason, &error))
    tell_closed (closing);
  else if (needs_reason)
    ask_for_reason (from, closing, error->message);
  else
    cs_feedback_error (from, _ ("The product was not closed"), error);
}

/* "Trần Văn Bảy, Kim Thị Sa Rết": who has not begun and will be absent. Returns: (transfer full). */
static char *
silent_names (const CsResult *result)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (member->state == CS_MEMBER_NONE)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", member->name);
    }
  return g_string_free (names, FALSE);
}

void
cs_close_product (GtkWidget *from, CsStore *store, const CsResult *result)
{
  CsDossierKey key = { result->dossier->id, result->dossier->evaluation };
  g_autofree char *heading = g_strdup_printf (_ ("Close “%s”?"), result->dossier->product);
  g_autofree char *silent = silent_names (result);
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_append_printf (body, _ ("%u of %u members have submitted."), result->quorum.present,
                          result->quorum.members);
  if (*silent != '\0')
    {
      g_string_append_c (body, ' ');
      g_string_append_printf (body, _ ("Recorded as absent: %s."), silent);
    }
  g_string_append (body, "\n\n");
  g_string_append (body, _ ("Then everybody sees the points and the stars, and no sheet of this product can "
                            "be changed any more. This cannot be undone."));
  cs_feedback_confirm (from, heading, body->str, _ ("_Close the Product"), FALSE, confirmed,
                       closing_new (from, store, key, result->dossier->product), closing_free);
}
