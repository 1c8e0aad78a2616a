/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/session-dialog.h"

#include "service/book/unread.h"
#include "base/date.h"
#include "summary/words/formats.h"
#include "service/sessions/sessions.h"
#include "ui/session/session-text.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

struct _CsSessionDialog
{
  AdwWindow parent_instance;

  CsStore *store;
  GPtrArray *councils; /* (element-type CsCouncil): those with members who score */
  GPtrArray *rounds;   /* (element-type CsRound) (not owned): of the chosen council's level */
  char *proposed;      /* (nullable): round */

  AdwComboRow *council_row;
  AdwComboRow *round_row;
  GtkEditable *date_row;
  GtkEditable *place_row;
  GtkWidget *add_button;
  GtkLabel *problem_label;
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSessionDialog, cs_session_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsSessionDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static const CsCouncil *
council_of (CsSessionDialog *self)
{
  guint index = adw_combo_row_get_selected (self->council_row);

  return index < self->councils->len ? g_ptr_array_index (self->councils, index) : NULL;
}

static void
council_cb (CsSessionDialog *self)
{
  const CsCouncil *council = self->councils != NULL ? council_of (self) : NULL;
  const GPtrArray *all = self->store != NULL ? cs_store_get_rounds (self->store) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  if (council == NULL || all == NULL)
    return;
  g_ptr_array_set_size (self->rounds, 0);
  for (guint i = 0; i < all->len; i++)
    {
      CsRound *round = g_ptr_array_index (all, i);
      g_autofree char *name = NULL;

      if (!g_str_equal (round->level, council->level))
        continue;
      if (g_strcmp0 (round->id, self->proposed) == 0)
        chosen = self->rounds->len;
      name = cs_format_round (cs_store_get_current_regulation (self->store), round);
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->rounds, round);
    }
  adw_combo_row_set_model (self->round_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->round_row, chosen);
  set_problem (self, NULL);
}

static void
changed_cb (CsSessionDialog *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  set_problem (self, NULL);
}

static void
add_cb (CsSessionDialog *self)
{
  const CsCouncil *council = council_of (self);
  guint index = adw_combo_row_get_selected (self->round_row);
  g_autofree char *day = cs_date_from_display (gtk_editable_get_text (self->date_row));
  CsSessionChange then = { .fill_agenda = TRUE };
  CsNewSession wanted = { .held_on = day, .place = gtk_editable_get_text (self->place_row), .then = &then };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsSession) session = NULL;

  if (day == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
      set_problem (self, _ ("This is no date. Write day/month/year, for example 31/05/2024."));
      gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
      return;
    }
  if (council == NULL || index >= self->rounds->len)
    {
      set_problem (self, _ ("This council sits in no round of the book."));
      return;
    }
  wanted.council = council->uuid;
  wanted.round = ((const CsRound *) g_ptr_array_index (self->rounds, index))->id;
  session = cs_sessions_add (self->store, &wanted, &error);
  if (session == NULL)
    {
      set_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[ADDED], 0, session);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- life --- */

static void
cs_session_dialog_dispose (GObject *object)
{
  g_clear_object (&CS_SESSION_DIALOG (object)->store);
  G_OBJECT_CLASS (cs_session_dialog_parent_class)->dispose (object);
}

static void
cs_session_dialog_finalize (GObject *object)
{
  CsSessionDialog *self = CS_SESSION_DIALOG (object);

  g_clear_pointer (&self->councils, g_ptr_array_unref);
  g_ptr_array_unref (self->rounds);
  g_free (self->proposed);
  G_OBJECT_CLASS (cs_session_dialog_parent_class)->finalize (object);
}

static void
cs_session_dialog_class_init (CsSessionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_session_dialog_dispose;
  object_class->finalize = cs_session_dialog_finalize;
  signals[ADDED] = g_signal_new ("added", CS_TYPE_SESSION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/session/session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSessionDialog, council_row);
  gtk_widget_class_bind_template_child (widget_class, CsSessionDialog, round_row);
  gtk_widget_class_bind_template_child (widget_class, CsSessionDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, CsSessionDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, CsSessionDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, CsSessionDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, council_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_session_dialog_init (CsSessionDialog *self)
{
  g_autofree char *today = cs_date_today ();
  g_autofree char *shown = cs_date_to_display (today);

  self->rounds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->date_row, shown);
}

/* Chooses the first council of the proposed round's level. */
static void
fill_councils (CsSessionDialog *self)
{
  const CsRound *round = self->proposed != NULL ? cs_store_find_round (self->store, self->proposed) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;

  self->councils = cs_store_list_councils (self->store, cs_store_unread (self->store));
  if (self->councils == NULL)
    self->councils = g_ptr_array_new ();
  for (guint i = self->councils->len; i > 0; i--)
    if (cs_council_n_scoring (g_ptr_array_index (self->councils, i - 1)) == 0)
      g_ptr_array_remove_index (self->councils, i - 1);
  for (guint i = 0; i < self->councils->len; i++)
    {
      const CsCouncil *council = g_ptr_array_index (self->councils, i);
      g_autofree char *name = cs_session_text_council (cs_store_get_units (self->store), council);

      gtk_string_list_append (names, name);
      if (chosen == GTK_INVALID_LIST_POSITION
          && (round == NULL || g_str_equal (round->level, council->level)))
        chosen = i;
    }
  adw_combo_row_set_model (self->council_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->council_row, chosen != GTK_INVALID_LIST_POSITION ? chosen : 0);
  gtk_widget_set_sensitive (self->add_button, self->councils->len > 0);
}

GtkWidget *
cs_session_dialog_present (GtkWidget *from, CsStore *store, const char *round)
{
  CsSessionDialog *self = g_object_new (CS_TYPE_SESSION_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->store = g_object_ref (store);
  self->proposed = g_strdup (round);
  fill_councils (self);
  council_cb (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->place_row));
  return GTK_WIDGET (self);
}
