/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/attendance-times-popover.h"

#include "base/error.h"
#include "base/moment.h"
#include "base/text.h"
#include "service/sessions/attendance.h"

#include <glib/gi18n-lib.h>

struct _CsAttendanceTimesPopover
{
  GtkPopover parent_instance;

  CsSessionModel *scene; /* (nullable) */
  char *member;          /* UUID */
  GtkWidget *grid;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (CsAttendanceTimesPopover, cs_attendance_times_popover, GTK_TYPE_POPOVER)

static void
set_problem (CsAttendanceTimesPopover *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static const CsAttendance *
find (CsAttendanceTimesPopover *self, gint64 id)
{
  const CsSession *session = cs_session_model_get_session (self->scene);

  for (guint i = 0; session != NULL && i < session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (session->attendance, i);

      if (stay->id == id)
        return stay;
    }
  return NULL;
}

/* --- writing --- */

/* What stands in @entry as a moment. A time that was not touched keeps its seconds.
 * @moment: (out) (transfer full) (nullable): NULL for nothing */
static gboolean
read_time (GtkEditable *entry, const char *stored, const char *around, char **moment, GError **error)
{
  g_autofree char *text = cs_text_clean (gtk_editable_get_text (entry));
  g_autofree char *shown = cs_moment_to_clock (stored);

  *moment = NULL;
  if (cs_text_is_blank (text))
    return TRUE;
  *moment = stored != NULL && g_str_equal (text, shown) ? g_strdup (stored) : cs_moment_parse (text, around);
  if (*moment == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("“%s” is no time. Write it like 08:30."), text);
  return *moment != NULL;
}

static void
save_cb (GtkWidget *widget, CsAttendanceTimesPopover *self)
{
  const CsAttendance *stay = find (self, *(gint64 *) g_object_get_data (G_OBJECT (widget), "stay"));
  GtkEditable *came_entry = g_object_get_data (G_OBJECT (widget), "came");
  GtkEditable *left_entry = g_object_get_data (G_OBJECT (widget), "left");
  g_autofree char *came = NULL, *left = NULL;
  g_autoptr (GError) error = NULL;

  if (stay == NULL)
    return;
  if (!read_time (came_entry, stay->came_at, stay->came_at, &came, &error)
      || !read_time (left_entry, stay->left_at, stay->came_at, &left, &error))
    set_problem (self, error->message);
  else if (came == NULL)
    set_problem (self, _ ("Write when the member came, or take the line back."));
  else if (cs_sessions_correct_attendance (cs_session_model_get_store (self->scene),
                                           cs_session_model_get_session (self->scene), stay, came, left,
                                           &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    set_problem (self, error->message);
}

static void
remove_cb (GtkWidget *button, CsAttendanceTimesPopover *self)
{
  const CsAttendance *stay = find (self, *(gint64 *) g_object_get_data (G_OBJECT (button), "stay"));
  g_autoptr (GError) error = NULL;

  if (stay == NULL)
    return;
  if (cs_sessions_remove_attendance (cs_session_model_get_store (self->scene),
                                     cs_session_model_get_session (self->scene), stay, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    set_problem (self, error->message);
}

/* --- lines --- */

static GtkWidget *
add_time (CsAttendanceTimesPopover *self, int row, int column, const char *moment, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *clock = cs_moment_to_clock (moment);

  gtk_editable_set_text (GTK_EDITABLE (entry), clock);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 16);
  gtk_widget_set_sensitive (entry, !cs_session_model_is_frozen (self->scene));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (self->grid), entry, column, row, 1, 1);
  return entry;
}

static GtkWidget *
add_button (CsAttendanceTimesPopover *self,
            int row,
            int column,
            const char *icon,
            const char *name,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (button, !cs_session_model_is_frozen (self->scene));
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  gtk_grid_attach (GTK_GRID (self->grid), button, column, row, 1, 1);
  return button;
}

static void
bear (GtkWidget *widget, gint64 stay, GtkWidget *came, GtkWidget *left)
{
  g_object_set_data_full (G_OBJECT (widget), "stay", g_memdup2 (&stay, sizeof stay), g_free);
  g_object_set_data (G_OBJECT (widget), "came", came);
  g_object_set_data (G_OBJECT (widget), "left", left);
}

static void
add_stay (CsAttendanceTimesPopover *self, int row, const CsAttendance *stay)
{
  GtkWidget *remove =
      add_button (self, row, 3, "user-trash-symbolic", _ ("Take back: it never was"), G_CALLBACK (remove_cb));
  GtkWidget *came, *left, *save;

  bear (remove, stay->id, NULL, NULL);
  if (stay->came_at == NULL)
    {
      GtkWidget *label = gtk_label_new (stay->absence);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 3, 1);
      return;
    }
  came = add_time (self, row, 0, stay->came_at, _ ("Came at"));
  left = add_time (self, row, 1, stay->left_at, _ ("Left at"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (left), _ ("there"));
  save = add_button (self, row, 2, "object-select-symbolic", _ ("Write these times"), G_CALLBACK (save_cb));
  bear (save, stay->id, came, left);
  bear (came, stay->id, came, left);
  bear (left, stay->id, came, left);
  g_signal_connect_object (came, "activate", G_CALLBACK (save_cb), self, 0);
  g_signal_connect_object (left, "activate", G_CALLBACK (save_cb), self, 0);
}

static void
add_head (CsAttendanceTimesPopover *self, int column, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, 0, 1, 1);
}

static void
fill (CsAttendanceTimesPopover *self)
{
  const CsSession *session = self->scene != NULL ? cs_session_model_get_session (self->scene) : NULL;
  GtkWidget *child;
  int row = 1;

  set_problem (self, NULL);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  add_head (self, 0, _ ("Came at"));
  add_head (self, 1, _ ("Left at"));
  for (guint i = 0; session != NULL && i < session->attendance->len; i++)
    {
      const CsAttendance *stay = g_ptr_array_index (session->attendance, i);

      if (g_strcmp0 (stay->member_uuid, self->member) == 0)
        add_stay (self, row++, stay);
    }
}

/* --- life --- */

static void
cs_attendance_times_popover_map (GtkWidget *widget)
{
  fill (CS_ATTENDANCE_TIMES_POPOVER (widget));
  GTK_WIDGET_CLASS (cs_attendance_times_popover_parent_class)->map (widget);
}

static void
cs_attendance_times_popover_finalize (GObject *object)
{
  CsAttendanceTimesPopover *self = CS_ATTENDANCE_TIMES_POPOVER (object);

  g_clear_object (&self->scene);
  g_free (self->member);
  G_OBJECT_CLASS (cs_attendance_times_popover_parent_class)->finalize (object);
}

static void
cs_attendance_times_popover_class_init (CsAttendanceTimesPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_attendance_times_popover_finalize;
  GTK_WIDGET_CLASS (klass)->map = cs_attendance_times_popover_map;
}

static void
cs_attendance_times_popover_init (CsAttendanceTimesPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_max_width_chars (self->problem, 30);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/* --- public --- */

GtkWidget *
cs_attendance_times_popover_new (void)
{
  return g_object_new (CS_TYPE_ATTENDANCE_TIMES_POPOVER, NULL);
}

void
cs_attendance_times_popover_set_member (CsAttendanceTimesPopover *self,
                                        CsSessionModel *scene,
                                        const char *member)
{
  g_return_if_fail (CS_IS_ATTENDANCE_TIMES_POPOVER (self));

  g_set_object (&self->scene, scene);
  if (g_strcmp0 (self->member, member) == 0)
    return;
  g_free (self->member);
  self->member = g_strdup (member);
}
