/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/session-bar.h"

#include "ui/widgets/chooser.h"
#include "ui/widgets/field-row.h"
#include "summary/words/formats.h"
#include "service/sessions/sessions.h"
#include "ui/session/session-text.h"
#include "ui/widgets/wrap-box.h"

#include <glib/gi18n-lib.h>

struct _CsSessionBar
{
  AdwBin parent_instance;

  CsSessionModel *scene;
  CsChooser *chooser;
  GtkLabel *title;
  GtkLabel *council;
  GtkLabel *tag;
  GtkMenuButton *when;
  GtkLabel *when_text;
  CsFieldRow *date_row;
  CsFieldRow *place_row;
  GtkWidget *open;
  GtkWidget *close;
  char *shown; /* (nullable): uuid of the session the fields are about */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSessionBar, cs_session_bar, ADW_TYPE_BIN)

/* --- commands --- */

static void
write_field (CsSessionBar *self, CsFieldRow *row, const CsSessionChange *change)
{
  const CsSession *session = cs_session_model_get_session (self->scene);
  g_autoptr (GError) error = NULL;

  if (session == NULL)
    return;
  if (cs_sessions_change (cs_session_model_get_store (self->scene), session, change, &error))
    cs_field_row_set_stored (row, change->held_on != NULL ? change->held_on : change->place);
  else
    cs_field_row_set_problem (row, error->message);
}

static void
date_cb (CsSessionBar *self, const char *value)
{
  write_field (self, self->date_row, &(CsSessionChange){ .held_on = value });
}

static void
place_cb (CsSessionBar *self, const char *value)
{
  write_field (self, self->place_row, &(CsSessionChange){ .place = value });
}

static void
chosen_cb (CsSessionBar *self, const char *id)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) g_ascii_strtoull (id, NULL, 10));
}

/* --- showing --- */

static void
show_fields (CsSessionBar *self, const CsSession *session)
{
  if (g_strcmp0 (self->shown, session->uuid) == 0)
    {
      cs_field_row_set_stored (self->date_row, session->held_on);
      cs_field_row_set_stored (self->place_row, session->place);
      return;
    }
  g_free (self->shown);
  self->shown = g_strdup (session->uuid);
  cs_field_row_reset (self->date_row, session->held_on);
  cs_field_row_reset (self->place_row, session->place);
}

static void
scene_changed_cb (CsSessionBar *self)
{
  const CsSession *session = cs_session_model_get_session (self->scene);
  gboolean frozen = cs_session_model_is_frozen (self->scene);
  g_autofree char *title = NULL, *council = NULL, *when = NULL;

  if (session == NULL)
    return;
  title = g_strdup_printf (_ ("Session %d"), session->no);
  council = cs_session_text_council (cs_store_get_units (cs_session_model_get_store (self->scene)),
                                     cs_session_model_get_council (self->scene));
  when = cs_session_text_when (session);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->council, council);
  gtk_label_set_label (self->when_text, when);
  gtk_label_set_label (self->tag, cs_session_text_state (session->state));
  gtk_widget_set_sensitive (GTK_WIDGET (self->date_row), !frozen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->place_row), !frozen);
  gtk_widget_set_visible (self->open, session->state == CS_SESSION_PLANNED);
  gtk_widget_set_visible (self->close, session->state == CS_SESSION_OPEN);
  show_fields (self, session);
}

static const CsCouncil *
council_of (const GPtrArray *councils, const char *key)
{
  for (guint i = 0; i < councils->len; i++)
    if (g_str_equal (((const CsCouncil *) g_ptr_array_index (councils, i))->key, key))
      return g_ptr_array_index (councils, i);
  return NULL;
}

void
cs_session_bar_set_sessions (CsSessionBar *self,
                             CsStore *store,
                             const GPtrArray *sessions,
                             const GPtrArray *councils)
{
  const CsSession *current = cs_session_model_get_session (self->scene);

  g_return_if_fail (CS_IS_SESSION_BAR (self));

  cs_chooser_clear (self->chooser);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CsSession *session = g_ptr_array_index (sessions, i);
      const CsCouncil *council = council_of (councils, session->council);
      const CsRound *round = cs_store_find_round (store, session->round);
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *title = NULL, *when = NULL, *name = NULL, *detail = NULL;

      if (council == NULL || round == NULL)
        continue;
      title = cs_session_text_title (cs_store_get_units (store), council, session);
      when = cs_session_text_when (session);
      name = cs_format_round (cs_store_get_current_regulation (store), round);
      detail = g_strdup_printf ("%s · %s · %s", when, cs_session_text_state (session->state), name);
      cs_chooser_add (self->chooser, id, title, detail, 0);
      if (current != NULL && g_str_equal (current->uuid, session->uuid))
        cs_chooser_set_chosen (self->chooser, id);
    }
}

/* --- life --- */

static void
cs_session_bar_dispose (GObject *object)
{
  CsSessionBar *self = CS_SESSION_BAR (object);

  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (cs_session_bar_parent_class)->dispose (object);
}

static void
cs_session_bar_finalize (GObject *object)
{
  g_free (CS_SESSION_BAR (object)->shown);
  G_OBJECT_CLASS (cs_session_bar_parent_class)->finalize (object);
}

static void
cs_session_bar_class_init (CsSessionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_session_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_session_bar_finalize;
  g_type_ensure (CS_TYPE_CHOOSER);
  g_type_ensure (CS_TYPE_FIELD_ROW);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_SESSION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/session/session-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, chooser);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, title);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, council);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, tag);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, when);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, when_text);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, date_row);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, place_row);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, open);
  gtk_widget_class_bind_template_child (widget_class, CsSessionBar, close);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
}

static void
cs_session_bar_init (CsSessionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cs_session_bar_set_scene (CsSessionBar *self, CsSessionModel *scene)
{
  g_return_if_fail (CS_IS_SESSION_BAR (self) && self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_swapped (scene, "changed", G_CALLBACK (scene_changed_cb), self);
}
