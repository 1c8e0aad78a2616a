/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/attendance-list.h"

#include "service/sessions/attendance.h"
#include "ui/session/attendance-row.h"
#include "ui/widgets/feedback.h"
#include "ui/conduct/reason-dialog.h"
#include "ui/session/quorum-lamp.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

struct _CsAttendanceList
{
  AdwBin parent_instance;

  CsSessionModel *scene;
  CsQuorumLamp *lamp;
  GtkListBox *rows;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (CsAttendanceList, cs_attendance_list, ADW_TYPE_BIN)

static const CsSession *
session_of (CsAttendanceList *self)
{
  return cs_session_model_get_session (self->scene);
}

static void
tell (CsAttendanceList *self, const GError *error)
{
  cs_feedback_error (GTK_WIDGET (self), _ ("The attendance was not noted"), error);
}

/* --- commands --- */

static void
toggle (CsAttendanceList *self, CsAttendanceRow *row)
{
  const char *member = cs_attendance_row_get_member (row);
  CsStore *store = cs_session_model_get_store (self->scene);
  const CsSession *session = session_of (self);
  g_autoptr (GError) error = NULL;

  if (cs_session_model_is_frozen (self->scene))
    return;
  if (cs_session_stay (session, member) != NULL ? !cs_sessions_leave (store, session, member, NULL, &error)
                                                : !cs_sessions_arrive (store, session, member, NULL, &error))
    tell (self, error);
}

static void
toggle_cb (CsAttendanceRow *row, CsAttendanceList *self)
{
  toggle (self, row);
}

static void
row_activated_cb (CsAttendanceList *self, GtkListBoxRow *row)
{
  toggle (self, CS_ATTENDANCE_ROW (row));
}

typedef struct
{
  CsAttendanceList *self; /* (owned) */
  char *member;
} Absence;

static void
absence_free (gpointer data)
{
  Absence *absence = data;

  g_object_unref (absence->self);
  g_free (absence->member);
  g_free (absence);
}

static gboolean
reason_given (const char *reason, const char *choice, gpointer data, GError **error)
{
  Absence *absence = data;
  CsAttendanceList *self = absence->self;

  return cs_session_model_is_frozen (self->scene)
         || cs_sessions_absent (cs_session_model_get_store (self->scene), session_of (self), absence->member,
                                reason, error);
}

static void
ask_absence (CsAttendanceList *self, CsAttendanceRow *row)
{
  const char *uuid = cs_attendance_row_get_member (row);
  const CsMember *member = cs_council_member_by_uuid (cs_session_model_get_council (self->scene), uuid);
  g_autofree char *heading = NULL;
  CsReasonDialog *dialog;
  Absence *absence;

  if (cs_session_model_is_frozen (self->scene) || member == NULL)
    return;
  heading = g_strdup_printf (_ ("%s Is Absent"), member->name);
  absence = g_new0 (Absence, 1);
  absence->self = g_object_ref (self);
  absence->member = g_strdup (uuid);
  dialog = cs_reason_dialog_new (
      cs_session_model_get_store (self->scene), heading,
      _ ("The reason goes into the minutes, and into every product that is closed without "
         "this member."),
      _ ("_Note Absence"));
  cs_reason_dialog_set_label (dialog, _ ("Why the member does not come"));
  cs_reason_dialog_present (dialog, GTK_WIDGET (self), reason_given, absence, absence_free);
}

static void
absent_cb (CsAttendanceRow *row, CsAttendanceList *self)
{
  ask_absence (self, row);
}

static void
absent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsAttendanceList *self = CS_ATTENDANCE_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row != NULL)
    ask_absence (self, CS_ATTENDANCE_ROW (row));
}

/* --- showing --- */

static CsAttendanceRow *
row_at (CsAttendanceList *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, position);

  return row != NULL ? CS_ATTENDANCE_ROW (row) : NULL;
}

static CsAttendanceRow *
add_row (CsAttendanceList *self)
{
  GtkWidget *row = cs_attendance_row_new ();

  g_signal_connect_object (row, "toggle", G_CALLBACK (toggle_cb), self, 0);
  g_signal_connect_object (row, "absent", G_CALLBACK (absent_cb), self, 0);
  gtk_list_box_append (self->rows, row);
  return CS_ATTENDANCE_ROW (row);
}

/* Who has left the council is only of interest where there is something to tell. */
static gboolean
belongs_here (const CsSession *session, const CsMember *member)
{
  return member->left_at == NULL || cs_session_last (session, member->uuid) != NULL;
}

static void
scene_changed_cb (CsAttendanceList *self)
{
  const CsCouncil *council = cs_session_model_get_council (self->scene);
  CsAttendanceRow *row;
  int n = 0;

  cs_quorum_lamp_show (self->lamp, self->scene);
  for (guint i = 0; council != NULL && i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (!belongs_here (session_of (self), member))
        continue;
      row = row_at (self, n++);
      cs_attendance_row_show (row != NULL ? row : add_row (self), self->scene, member);
    }
  while ((row = row_at (self, n)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (gtk_list_box_get_selected_row (self->rows) == NULL)
    gtk_list_box_select_row (self->rows, gtk_list_box_get_row_at_index (self->rows, 0));
  gtk_widget_set_visible (self->hint, cs_session_model_is_open (self->scene));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.absent",
                                 !cs_session_model_is_frozen (self->scene));
}

/* --- life --- */

static void
cs_attendance_list_dispose (GObject *object)
{
  CsAttendanceList *self = CS_ATTENDANCE_LIST (object);

  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (cs_attendance_list_parent_class)->dispose (object);
}

static void
cs_attendance_list_class_init (CsAttendanceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_attendance_list_dispose;
  g_type_ensure (CS_TYPE_QUORUM_LAMP);
  gtk_widget_class_install_action (widget_class, "attendance.absent", NULL, absent_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "attendance.absent", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/session/attendance-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceList, lamp);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceList, rows);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceList, hint);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cs_attendance_list_init (CsAttendanceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

void
cs_attendance_list_set_scene (CsAttendanceList *self, CsSessionModel *scene)
{
  g_return_if_fail (CS_IS_ATTENDANCE_LIST (self) && self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_swapped (scene, "changed", G_CALLBACK (scene_changed_cb), self);
  scene_changed_cb (self);
}
