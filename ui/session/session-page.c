/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/session-page.h"

#include "ui/session/agenda-list.h"
#include "ui/session/agreement-table.h"
#include "ui/session/attendance-list.h"
#include "ui/session/discussion-view.h"
#include "ui/widgets/feedback.h"
#include "ui/session/projector-window.h"
#include "ui/widgets/text-scale.h"
#include "service/sessions/sessions.h"
#include "ui/session/session-bar.h"
#include "ui/session/session-choice.h"
#include "ui/session/session-commands.h"
#include "ui/session/session-dialog.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/reader.h"
#include "ui/widgets/width-watcher.h"

#include <glib/gi18n-lib.h>

/* What the three panes take side by side, in pixels of usual text. */
#define ROOM_FOR_ALL    806
#define ROOM_AGENDA     228
#define ROOM_MIDDLE     300
#define ROOM_ATTENDANCE 272

#define SHOWN                                                                                                \
  (CS_CHANGE_SESSIONS | CS_CHANGE_EVALUATIONS | CS_CHANGE_COUNCILS | CS_CHANGE_DOSSIERS | CS_CHANGE_SHEETS   \
   | CS_CHANGE_EVIDENCE | CS_CHANGE_SITTER)

struct _CsSessionPage
{
  AdwBin parent_instance;

  CsStore *store;       /* (nullable) */
  GSignalGroup *events; /* of the store */
  char *round;          /* (nullable) */
  CsChangeSet *stale;   /* what came while nobody looked */
  CsSessionModel *scene;
  GPtrArray *sessions;  /* (element-type CsSession): those that can be chosen */
  GtkWidget *projector; /* (nullable) (not owned) */

  GtkStack *stack;
  CsSessionBar *bar;
  GtkWidget *switcher;
  GtkToggleButton *switches[3];
  CsWidthWatcher *watcher;
  AdwLeaflet *leaflet;
  CsAgendaList *agenda;
  GtkWidget *middle;
  CsDiscussionView *discussion;
  GtkExpander *expander;
  CsAgreementTable *agreement;
  GtkButton *annex;
  CsAttendanceList *attendance;
};

G_DEFINE_FINAL_TYPE (CsSessionPage, cs_session_page, ADW_TYPE_BIN)

static const CsSession *
session_of (CsSessionPage *self)
{
  return cs_session_model_get_session (self->scene);
}

static void
hide_others (CsSessionPage *self)
{
  GtkWidget *panes[] = { GTK_WIDGET (self->agenda), self->middle, GTK_WIDGET (self->attendance) };
  GtkWidget *visible = adw_leaflet_get_visible_child (self->leaflet);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->switcher, folded);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      cs_reader_hide (panes[i], folded && panes[i] != visible);
      if (panes[i] == visible)
        gtk_toggle_button_set_active (self->switches[i], TRUE);
    }
}

/* --- which session --- */

static void
show_at (CsSessionPage *self, guint position)
{
  const CsSession *session =
      position < self->sessions->len ? g_ptr_array_index (self->sessions, position) : NULL;

  if (session != NULL)
    cs_session_model_show (self->scene, self->store, session->uuid);
  else
    cs_session_model_show (self->scene, NULL, NULL);
}

static void
remember (CsSessionPage *self, const CsSession *session)
{
  cs_settings_set_session (cs_settings_get_default (), cs_store_get_book (self->store)->uuid, session->uuid);
}

/* Reads which sessions there are; keeps the one that is shown where it still can be. */
static void
list_sessions (CsSessionPage *self)
{
  const CsSession *current = session_of (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) councils = cs_store_list_councils (self->store, &error);
  g_autofree char *last =
      cs_settings_dup_session (cs_settings_get_default (), cs_store_get_book (self->store)->uuid);
  gboolean has_council = FALSE;
  GPtrArray *sessions = councils != NULL ? cs_sessions_list (self->store, NULL, self->round, &error) : NULL;

  if (sessions == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The sessions could not be listed"), error);
      return;
    }
  g_ptr_array_unref (self->sessions);
  self->sessions = sessions;
  for (guint i = 0; i < councils->len; i++)
    has_council |= cs_council_n_scoring (g_ptr_array_index (councils, i)) > 0;
  if (sessions->len == 0 && current != NULL)
    show_at (self, G_MAXUINT);
  else if (sessions->len > 0
           && (current == NULL || cs_session_choice_find (sessions, current->uuid) == sessions->len))
    show_at (self, cs_session_choice_propose (sessions, last));
  cs_session_bar_set_sessions (self->bar, self->store, sessions, councils);
  gtk_stack_set_visible_child_name (self->stack, sessions->len > 0 ? "session"
                                                 : has_council     ? "no-session"
                                                                   : "no-council");
  hide_others (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.new", has_council);
}

static void
chosen_cb (CsSessionPage *self, guint position)
{
  if (position >= self->sessions->len)
    return;
  remember (self, g_ptr_array_index (self->sessions, position));
  show_at (self, position);
}

/* --- commands --- */

static void
added_cb (CsSessionPage *self, const CsSession *session)
{
  guint position;

  remember (self, session);
  list_sessions (self);
  position = cs_session_choice_find (self->sessions, session->uuid);
  /* it may be of another round than the one shown */
  if (position < self->sessions->len)
    show_at (self, position);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsSessionPage *self = CS_SESSION_PAGE (widget);
  GtkWidget *dialog;

  if (self->store == NULL)
    return;
  dialog = cs_session_dialog_present (widget, self->store, self->round);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_session_commands_open (widget, CS_SESSION_PAGE (widget)->scene);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_session_commands_close (widget, CS_SESSION_PAGE (widget)->scene);
}

static void
discuss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsSessionPage *self = CS_SESSION_PAGE (widget);
  gint64 evaluation = cs_agenda_list_get_selected (self->agenda);

  if (evaluation != 0 && cs_session_commands_discuss (widget, self->scene, evaluation)
      && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->middle);
}

static void
end_discussion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_session_commands_discuss (widget, CS_SESSION_PAGE (widget)->scene, 0);
}

static void
projector_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cs_session_page_toggle_projector (CS_SESSION_PAGE (widget));
}

/* --- showing --- */

static void
update_actions (CsSessionPage *self)
{
  const CsSession *session = session_of (self);
  gint64 selected = cs_agenda_list_get_selected (self->agenda);
  const CsAgendaItem *item = session != NULL ? cs_session_item (session, selected) : NULL;
  gboolean open = cs_session_model_is_open (self->scene);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "session.open",
                                 session != NULL && session->state == CS_SESSION_PLANNED);
  gtk_widget_action_set_enabled (widget, "session.close", open);
  gtk_widget_action_set_enabled (widget, "session.discuss",
                                 open && item != NULL && !item->closed && selected != session->discussing);
  gtk_widget_action_set_enabled (widget, "session.end-discussion", open && session->discussing != 0);
  gtk_widget_action_set_enabled (widget, "session.projector", session != NULL);
}

static void
show_agreement (CsSessionPage *self)
{
  const CsSession *session = cs_session_model_get_session (self->scene);

  gtk_widget_set_visible (GTK_WIDGET (self->annex), session != NULL);
  if (session != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->annex), "s", session->uuid);
  if (gtk_expander_get_expanded (self->expander))
    cs_agreement_table_show (self->agreement, self->scene);
}

static void
selected_cb (CsSessionPage *self)
{
  if (self->discussion == NULL) /* the page is being taken apart */
    return;
  cs_discussion_view_set_selected (self->discussion, cs_agenda_list_get_selected (self->agenda));
  update_actions (self);
}

static void
apply (CsSessionPage *self)
{
  g_autoptr (CsChangeSet) changes = self->stale;

  self->stale = cs_change_set_new ();
  cs_session_model_reload (self->scene, changes);
  if (cs_change_set_has (changes, CS_CHANGE_SESSIONS | CS_CHANGE_COUNCILS))
    list_sessions (self);
  selected_cb (self);
  show_agreement (self);
}

static void
store_changed_cb (CsSessionPage *self, const CsChangeSet *changes)
{
  if (!cs_change_set_has (changes, SHOWN))
    return;
  cs_change_set_merge (self->stale, changes);
  /* the projector counts sheets that are in; what is being filled in is nothing to it */
  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      || (self->projector != NULL && cs_change_set_has (changes, SHOWN & ~(guint) CS_CHANGE_SHEETS)))
    apply (self);
}

/* --- room --- */

static void
switched_cb (CsSessionPage *self, GtkToggleButton *button)
{
  GtkWidget *panes[] = { GTK_WIDGET (self->agenda), self->middle, GTK_WIDGET (self->attendance) };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (self->switches[i] == button && gtk_toggle_button_get_active (button))
      adw_leaflet_set_visible_child (self->leaflet, panes[i]);
}

static void
fit (CsSessionPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean all = cs_text_scale_from_pixels (widget, gtk_widget_get_width (widget)) >= ROOM_FOR_ALL;

  adw_leaflet_set_can_unfold (self->leaflet, all);
  gtk_widget_set_size_request (GTK_WIDGET (self->agenda),
                               all ? cs_text_scale_to_pixels (widget, ROOM_AGENDA) : -1, -1);
  gtk_widget_set_size_request (self->middle, all ? cs_text_scale_to_pixels (widget, ROOM_MIDDLE) : -1, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->attendance),
                               all ? cs_text_scale_to_pixels (widget, ROOM_ATTENDANCE) : -1, -1);
  hide_others (self);
}

/* It folds while sizes are given out: what changes sizes has to wait. */
static void
folded_cb (CsSessionPage *self)
{
  cs_width_watcher_queue (self->watcher);
}

/* --- life --- */

static void
close_projector (CsSessionPage *self)
{
  if (self->projector != NULL)
    gtk_window_destroy (GTK_WINDOW (self->projector));
}

static void
cs_session_page_map (GtkWidget *widget)
{
  CsSessionPage *self = CS_SESSION_PAGE (widget);

  GTK_WIDGET_CLASS (cs_session_page_parent_class)->map (widget);
  if (cs_change_set_has (self->stale, SHOWN) && self->store != NULL)
    apply (self);
}

static void
cs_session_page_dispose (GObject *object)
{
  CsSessionPage *self = CS_SESSION_PAGE (object);

  g_clear_object (&self->events);
  close_projector (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_session_page_parent_class)->dispose (object);
}

static void
cs_session_page_finalize (GObject *object)
{
  CsSessionPage *self = CS_SESSION_PAGE (object);

  g_object_unref (self->scene);
  cs_change_set_unref (self->stale);
  g_ptr_array_unref (self->sessions);
  g_free (self->round);
  G_OBJECT_CLASS (cs_session_page_parent_class)->finalize (object);
}

static void
bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, bar);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, switcher);
  gtk_widget_class_bind_template_child_full (widget_class, "switch_agenda", FALSE,
                                             G_STRUCT_OFFSET (CsSessionPage, switches[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "switch_product", FALSE,
                                             G_STRUCT_OFFSET (CsSessionPage, switches[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "switch_attendance", FALSE,
                                             G_STRUCT_OFFSET (CsSessionPage, switches[2]));
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, middle);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, discussion);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, expander);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, agreement);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, annex);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, attendance);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_others);
  gtk_widget_class_bind_template_callback (widget_class, fit);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_child (widget_class, CsSessionPage, watcher);
  gtk_widget_class_bind_template_callback (widget_class, show_agreement);
}

static void
cs_session_page_class_init (CsSessionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_session_page_dispose;
  object_class->finalize = cs_session_page_finalize;
  widget_class->map = cs_session_page_map;
  g_type_ensure (CS_TYPE_WIDTH_WATCHER);
  g_type_ensure (CS_TYPE_SESSION_BAR);
  g_type_ensure (CS_TYPE_AGENDA_LIST);
  g_type_ensure (CS_TYPE_DISCUSSION_VIEW);
  g_type_ensure (CS_TYPE_AGREEMENT_TABLE);
  g_type_ensure (CS_TYPE_ATTENDANCE_LIST);
  gtk_widget_class_install_action (widget_class, "session.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "session.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "session.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "session.discuss", NULL, discuss_action);
  gtk_widget_class_install_action (widget_class, "session.end-discussion", NULL, end_discussion_action);
  gtk_widget_class_install_action (widget_class, "session.projector", NULL, projector_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/session/session-page.ui");
  bind (widget_class);
}

static void
cs_session_page_init (CsSessionPage *self)
{
  self->scene = cs_session_model_new ();
  self->stale = cs_change_set_new ();
  self->sessions = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
  self->events = g_signal_group_new (CS_TYPE_STORE);
  g_signal_group_connect_swapped (self->events, "changed", G_CALLBACK (store_changed_cb), self);
  cs_session_bar_set_scene (self->bar, self->scene);
  cs_agenda_list_set_scene (self->agenda, self->scene);
  cs_discussion_view_set_scene (self->discussion, self->scene);
  cs_attendance_list_set_scene (self->attendance, self->scene);
  hide_others (self);
}

/* --- public --- */

GtkWidget *
cs_session_page_new (void)
{
  return g_object_new (CS_TYPE_SESSION_PAGE, NULL);
}

void
cs_session_page_set_store (CsSessionPage *self, CsStore *store)
{
  g_return_if_fail (CS_IS_SESSION_PAGE (self));
  g_return_if_fail (store == NULL || CS_IS_STORE (store));

  if (!g_set_object (&self->store, store))
    return;
  g_signal_group_set_target (self->events, store);
  close_projector (self);
  cs_change_set_unref (self->stale);
  self->stale = cs_change_set_new ();
  show_at (self, G_MAXUINT);
  if (store != NULL)
    list_sessions (self);
  selected_cb (self);
}

void
cs_session_page_set_round (CsSessionPage *self, const char *round)
{
  g_return_if_fail (CS_IS_SESSION_PAGE (self));

  if (g_strcmp0 (self->round, round) == 0)
    return;
  g_free (self->round);
  self->round = g_strdup (round);
  if (self->store != NULL)
    list_sessions (self);
  selected_cb (self);
}

gboolean
cs_session_page_toggle_projector (CsSessionPage *self)
{
  g_return_val_if_fail (CS_IS_SESSION_PAGE (self), FALSE);

  if (self->projector != NULL)
    {
      gtk_window_close (GTK_WINDOW (self->projector));
      return TRUE;
    }
  if (session_of (self) == NULL)
    return FALSE;
  if (cs_change_set_has (self->stale, SHOWN))
    apply (self);
  self->projector = cs_projector_window_present (GTK_WIDGET (self), self->scene);
  g_object_add_weak_pointer (G_OBJECT (self->projector), (gpointer *) &self->projector);
  return TRUE;
}

GtkWidget *
cs_session_page_get_projector (CsSessionPage *self)
{
  return self->projector;
}
