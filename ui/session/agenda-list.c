/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/agenda-list.h"

#include "service/book/unread.h"
#include "service/dossiers/dossier-list.h"
#include "service/sessions/session-agenda.h"
#include "ui/session/agenda-row.h"
#include "ui/widgets/chooser.h"
#include "ui/widgets/feedback.h"
#include "service/dossiers/dossiers.h"
#include "service/sessions/sessions.h"
#include "ui/widgets/wrap-box.h"
#include "ui/widgets/reader.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

struct _CsAgendaList
{
  AdwBin parent_instance;

  CsSessionModel *scene;
  gboolean updating;

  GtkLabel *count;
  GtkStack *stack;
  GtkListBox *rows;
  GtkWidget *tools;
  CsChooser *chooser;
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsAgendaList, cs_agenda_list, ADW_TYPE_BIN)

/* --- rows --- */

static CsAgendaRow *
row_at (CsAgendaList *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, position);

  return row != NULL ? CS_AGENDA_ROW (row) : NULL;
}

static CsAgendaRow *
row_of (CsAgendaList *self, gint64 evaluation)
{
  CsAgendaRow *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (cs_agenda_row_get_evaluation (row) == evaluation)
      return row;
  return NULL;
}

static CsStore *
store_of (CsAgendaList *self)
{
  return cs_session_model_get_store (self->scene);
}

static const CsSession *
session_of (CsAgendaList *self)
{
  return cs_session_model_get_session (self->scene);
}

/* --- commands --- */

static void
tell (CsAgendaList *self, const GError *error)
{
  cs_feedback_error (GTK_WIDGET (self), _ ("The agenda was not changed"), error);
}

static void
move_to (CsAgendaList *self, gint64 evaluation, int position)
{
  const CsSession *session = session_of (self);
  g_autoptr (GError) error = NULL;

  if (cs_session_model_is_frozen (self->scene) || position < 0 || position >= (int) session->agenda->len)
    return;
  if (!cs_sessions_move (store_of (self), session, evaluation, (guint) position, &error))
    tell (self, error);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAgendaList *self = CS_AGENDA_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row != NULL)
    move_to (self, cs_agenda_row_get_evaluation (CS_AGENDA_ROW (row)),
             gtk_list_box_row_get_index (row) + (g_str_equal (name, "agenda.up") ? -1 : 1));
}

/* @add: (nullable): evaluation to put behind all others; @drop: 0 or one to leave out */
static void
write_agenda (CsAgendaList *self, gint64 add, gint64 drop)
{
  const CsSession *session = session_of (self);
  g_autoptr (GArray) evaluations = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  if (cs_session_model_is_frozen (self->scene))
    return;
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);

      if (item->evaluation != drop)
        g_array_append_val (evaluations, item->evaluation);
    }
  if (add != 0)
    g_array_append_val (evaluations, add);
  if (!cs_sessions_set_agenda (store_of (self), session, evaluations, &error))
    tell (self, error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAgendaList *self = CS_AGENDA_LIST (widget);
  gint64 evaluation = cs_agenda_list_get_selected (self);

  if (evaluation != 0)
    write_agenda (self, 0, evaluation);
}

static void
fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAgendaList *self = CS_AGENDA_LIST (widget);
  guint before = cs_session_model_is_frozen (self->scene) ? 0 : session_of (self)->agenda->len;
  g_autoptr (GError) error = NULL;

  if (cs_session_model_is_frozen (self->scene))
    return;
  if (!cs_sessions_fill_agenda (store_of (self), session_of (self), &error))
    tell (self, error);
  else if (session_of (self)->agenda->len == before)
    cs_feedback_toast (widget, _ ("Every product that is not closed is on the agenda already"));
}

static void
chosen_cb (CsAgendaList *self, const char *id)
{
  gint64 evaluation = g_ascii_strtoll (id, NULL, 10);

  write_agenda (self, evaluation, 0);
  cs_agenda_list_select (self, evaluation);
}

/* What can still be put on the agenda: all of the council and round, also rehearsals and closed ones. */
static void
fill_chooser_cb (CsAgendaList *self)
{
  const CsSession *session = session_of (self);
  CsDossierFilter filter = { .with_rehearsals = TRUE };
  g_autoptr (GArray) keys = NULL;

  cs_chooser_clear (self->chooser);
  if (session == NULL)
    return;
  filter.round = session->round;
  keys = cs_dossiers_list (store_of (self), &filter, cs_store_unread (store_of (self)));
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      CsDossierKey key = g_array_index (keys, CsDossierKey, i);
      g_autoptr (CsDossier) dossier =
          cs_dossiers_get (store_of (self), key, cs_store_unread (store_of (self)));
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, key.evaluation);

      if (dossier != NULL && g_strcmp0 (dossier->council, session->council) == 0
          && cs_session_item (session, key.evaluation) == NULL)
        cs_chooser_add (self->chooser, id, dossier->product, dossier->producer.name, 0);
    }
}

/* --- by mouse --- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, CsAgendaRow *row)
{
  CsAgendaList *self = CS_AGENDA_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), CS_TYPE_AGENDA_LIST));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  if (cs_session_model_is_frozen (self->scene))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (G_TYPE_INT64, cs_agenda_row_get_evaluation (row));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, CsAgendaRow *row)
{
  CsAgendaList *self = CS_AGENDA_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), CS_TYPE_AGENDA_LIST));

  cs_agenda_list_select (self, g_value_get_int64 (value));
  move_to (self, g_value_get_int64 (value), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  return TRUE;
}

static CsAgendaRow *
add_row (CsAgendaList *self)
{
  GtkWidget *row = cs_agenda_row_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_list_box_append (self->rows, row);
  return CS_AGENDA_ROW (row);
}

/* --- showing --- */

static void
show_count (CsAgendaList *self, guint n)
{
  g_autofree char *text = NULL;
  guint closed = 0;

  for (guint i = 0; i < n; i++)
    closed += ((const CsAgendaItem *) g_ptr_array_index (session_of (self)->agenda, i))->closed;
  /* Translators: products on the agenda that are closed, all of them */
  text = g_strdup_printf (_ ("%u of %u closed"), closed, n);
  gtk_label_set_label (self->count, n > 0 ? text : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
}

/* Rows are places: what they show changes, they stay, and with them the place one has scrolled to. */
static void
show_rows (CsAgendaList *self, guint n)
{
  gint64 selected = cs_agenda_list_get_selected (self);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL;
  CsAgendaRow *row;

  for (guint i = 0; i < n; i++)
    {
      row = row_at (self, (int) i);
      cs_agenda_row_show (row != NULL ? row : add_row (self), self->scene, i);
    }
  while ((row = row_at (self, (int) n)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  row = row_of (self, selected);
  if (row == NULL)
    row = row_of (self, session_of (self) != NULL ? session_of (self)->discussing : 0);
  if (row == NULL)
    row = row_at (self, 0);
  gtk_list_box_select_row (self->rows, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  if (focused && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
scene_changed_cb (CsAgendaList *self)
{
  guint n = session_of (self) != NULL ? session_of (self)->agenda->len : 0;
  gboolean frozen = cs_session_model_is_frozen (self->scene);

  self->updating = TRUE;
  show_count (self, n);
  show_rows (self, n);
  self->updating = FALSE;
  gtk_widget_set_visible (self->tools, !frozen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.fill", !frozen);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_selected_cb (CsAgendaList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  gboolean changeable;

  if (self->scene == NULL)
    return;
  changeable = row != NULL && !cs_session_model_is_frozen (self->scene);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.up", changeable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.down", changeable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.remove", changeable);
  if (!self->updating)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (CsAgendaList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "session.discuss", NULL);
}

/* --- life --- */

static void
cs_agenda_list_dispose (GObject *object)
{
  CsAgendaList *self = CS_AGENDA_LIST (object);

  self->updating = TRUE; /* a list that is taken apart selects nothing */
  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (cs_agenda_list_parent_class)->dispose (object);
}

static void
cs_agenda_list_class_init (CsAgendaListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_agenda_list_dispose;
  g_type_ensure (CS_TYPE_CHOOSER);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  signals[SELECTED] =
      g_signal_new ("selected", CS_TYPE_AGENDA_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "agenda.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "agenda.down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "agenda.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "agenda.fill", NULL, fill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "agenda.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "agenda.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "agenda.remove", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/session/agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CsAgendaList, count);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaList, stack);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaList, rows);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaList, tools);
  gtk_widget_class_bind_template_child (widget_class, CsAgendaList, chooser);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_chooser_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cs_agenda_list_init (CsAgendaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
}

/* --- public --- */

void
cs_agenda_list_set_scene (CsAgendaList *self, CsSessionModel *scene)
{
  g_return_if_fail (CS_IS_AGENDA_LIST (self) && self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_swapped (scene, "changed", G_CALLBACK (scene_changed_cb), self);
  scene_changed_cb (self);
}

gint64
cs_agenda_list_get_selected (CsAgendaList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? cs_agenda_row_get_evaluation (CS_AGENDA_ROW (row)) : 0;
}

void
cs_agenda_list_select (CsAgendaList *self, gint64 evaluation)
{
  CsAgendaRow *row = row_of (self, evaluation);

  if (row != NULL)
    gtk_list_box_select_row (self->rows, GTK_LIST_BOX_ROW (row));
}
