/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/attendance-row.h"

#include "summary/words/formats.h"
#include "ui/session/session-text.h"
#include "ui/session/attendance-times-popover.h"

#include <glib/gi18n-lib.h>

struct _CsAttendanceRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *about;
  GtkMenuButton *times;
  GtkLabel *times_text;
  CsAttendanceTimesPopover *popover;
  GtkButton *toggle;
  GtkWidget *absent;
  char *member; /* key */
};

enum
{
  TOGGLE,
  ABSENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsAttendanceRow, cs_attendance_row, GTK_TYPE_LIST_BOX_ROW)

/* "Chair · Phòng Nông nghiệp" Returns: (transfer full) */
static char *
about_text (const CsMember *member)
{
  GString *text = g_string_new (cs_format_role (member->role));

  if (!cs_role_scores (member->role))
    /* Translators: of the secretary: not among those who make the quorum */
    g_string_append_printf (text, ", %s", _ ("not counted"));
  if (*member->organisation != '\0')
    g_string_append_printf (text, " · %s", member->organisation);
  return g_string_free (text, FALSE);
}

/* What is known of the member: "there", "gone", the reason of an absence, or nothing yet. */
static const char *
word_of (const CsAttendance *last, gboolean there)
{
  if (there)
    return C_ ("attendance", "there");
  if (last == NULL)
    return C_ ("attendance", "has not come");
  return last->came_at != NULL ? C_ ("attendance", "gone") : C_ ("attendance", "absent");
}

static void
show_times (CsAttendanceRow *self, const CsSession *session, const CsAttendance *last)
{
  g_autofree char *stays = cs_session_text_stays (session, self->member);
  /* Translators: reason why a member does not come */
  g_autofree char *absence =
      last != NULL && last->came_at == NULL ? g_strdup_printf (_ ("Absent: %s"), last->absence) : NULL;
  const char *text = absence != NULL ? absence : stays;

  gtk_label_set_label (self->times_text, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->times), text);
  gtk_widget_set_visible (GTK_WIDGET (self->times), *text != '\0');
}

static void
show_buttons (CsAttendanceRow *self, CsSessionModel *scene, const CsMember *member, gboolean there)
{
  const CsSession *session = cs_session_model_get_session (scene);
  gboolean may_come = cs_session_model_is_open (scene) && (there || member->left_at == NULL);
  gboolean may_be_absent = !cs_session_model_is_frozen (scene) && member->left_at == NULL;
  const CsAttendance *last = cs_session_last (session, member->uuid);
  const char *verb = there ? _ ("Left") : _ ("Came");
  g_autofree char *spoken = g_strdup_printf ("%s: %s", member->name, verb);

  /* who was there is no longer absent, whatever happens then */
  may_be_absent = may_be_absent && (last == NULL || last->came_at == NULL);
  gtk_button_set_label (self->toggle, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), may_come);
  gtk_widget_set_visible (self->absent, may_be_absent);
}

void
cs_attendance_row_show (CsAttendanceRow *self, CsSessionModel *scene, const CsMember *member)
{
  const CsSession *session = cs_session_model_get_session (scene);
  const CsAttendance *last = cs_session_last (session, member->uuid);
  gboolean there = cs_session_stay (session, member->uuid) != NULL;
  g_autofree char *about = about_text (member);
  g_autofree char *spoken = NULL;

  g_return_if_fail (CS_IS_ATTENDANCE_ROW (self));

  g_free (self->member);
  self->member = g_strdup (member->uuid);
  cs_attendance_times_popover_set_member (self->popover, scene, member->uuid);
  gtk_label_set_label (self->name, member->name);
  gtk_label_set_label (self->about, about);
  gtk_image_set_from_icon_name (self->icon, there                   ? "object-select-symbolic"
                                            : last == NULL          ? "cs-waiting-symbolic"
                                            : last->came_at != NULL ? "cs-leave-symbolic"
                                                                    : "cs-away-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), word_of (last, there));
  if (there)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "success");
  show_times (self, session, last);
  show_buttons (self, scene, member, there);
  spoken = g_strdup_printf ("%s, %s, %s, %s", member->name, about, word_of (last, there),
                            gtk_label_get_label (self->times_text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const char *
cs_attendance_row_get_member (CsAttendanceRow *self)
{
  return self->member;
}

static void
toggle_cb (CsAttendanceRow *self)
{
  g_signal_emit (self, signals[TOGGLE], 0);
}

static void
absent_cb (CsAttendanceRow *self)
{
  g_signal_emit (self, signals[ABSENT], 0);
}

static void
cs_attendance_row_finalize (GObject *object)
{
  g_free (CS_ATTENDANCE_ROW (object)->member);
  G_OBJECT_CLASS (cs_attendance_row_parent_class)->finalize (object);
}

static void
cs_attendance_row_class_init (CsAttendanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_attendance_row_finalize;
  g_type_ensure (CS_TYPE_ATTENDANCE_TIMES_POPOVER);
  signals[TOGGLE] =
      g_signal_new ("toggle", CS_TYPE_ATTENDANCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ABSENT] =
      g_signal_new ("absent", CS_TYPE_ATTENDANCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/session/attendance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, name);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, about);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, times);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, times_text);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, popover);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, CsAttendanceRow, absent);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
  gtk_widget_class_bind_template_callback (widget_class, absent_cb);
}

static void
cs_attendance_row_init (CsAttendanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cs_attendance_row_new (void)
{
  return g_object_new (CS_TYPE_ATTENDANCE_ROW, NULL);
}
