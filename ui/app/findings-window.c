/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/findings-window.h"

#include "ui/widgets/feedback.h"
#include "ui/widgets/record-group.h"

#include <glib/gi18n-lib.h>

#define SHOWN 200 /* findings; who needs more of them copies them */

struct _CsFindingsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *about;
  CsRecordGroup *group;
  GPtrArray *findings;
};

G_DEFINE_FINAL_TYPE (CsFindingsWindow, cs_findings_window, ADW_TYPE_WINDOW)

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsFindingsWindow *self = CS_FINDINGS_WINDOW (widget);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->findings->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (self->findings, i));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Copied")));
}

/* The way back begins in the window of the book. */
static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_destroy (GTK_WINDOW (widget));
  gtk_widget_activate_action (GTK_WIDGET (parent),
                              g_str_equal (action, "findings.copies") ? "win.copies" : "win.restore", NULL);
}

static void
cs_findings_window_finalize (GObject *object)
{
  CsFindingsWindow *self = CS_FINDINGS_WINDOW (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (cs_findings_window_parent_class)->finalize (object);
}

static void
cs_findings_window_class_init (CsFindingsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_findings_window_finalize;
  g_type_ensure (CS_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/findings-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFindingsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsWindow, about);
  gtk_widget_class_bind_template_child (widget_class, CsFindingsWindow, group);
  gtk_widget_class_install_action (widget_class, "findings.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "findings.copies", NULL, leave);
  gtk_widget_class_install_action (widget_class, "findings.restore", NULL, leave);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_findings_window_init (CsFindingsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (CsFindingsWindow *self)
{
  guint n = self->findings->len;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Finding", "%u Findings", n), n);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), title);
  cs_record_group_begin (self->group);
  for (guint i = 0; i < MIN (n, SHOWN); i++)
    cs_record_group_add (self->group, cs_record_row_new (g_ptr_array_index (self->findings, i), NULL));
  if (n > SHOWN)
    {
      g_autofree char *more =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - SHOWN), n - SHOWN);

      cs_record_group_add (self->group, cs_record_row_new (more, NULL));
    }
  cs_record_group_end (self->group);
}

void
cs_findings_window_present (GtkWindow *parent, const char *about, GPtrArray *findings)
{
  CsFindingsWindow *self = g_object_new (CS_TYPE_FINDINGS_WINDOW, "transient-for", parent, NULL);

  self->findings = g_ptr_array_ref (findings);
  adw_preferences_group_set_description (self->about, about);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
