/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/log/log-row.h"

#include "base/moment.h"
#include "summary/words/log-text.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

/* An import changes thousands of things: the first ones do, until somebody asks. */
#define SHOWN 4

struct _CsLogRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *time_label;
  GtkLabel *title_label;
  GtkLabel *who_label;
  GtkLabel *text_label;
  GtkButton *changes_button;

  gint64 seq;
  char *day;
  char *all; /* (nullable): every change, when not all of them are shown */
};

G_DEFINE_FINAL_TYPE (CsLogRow, cs_log_row, GTK_TYPE_LIST_BOX_ROW)

static void
more_cb (CsLogRow *self)
{
  gtk_label_set_label (self->text_label, self->all);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->changes_button), FALSE);
}

static void
cs_log_row_finalize (GObject *object)
{
  CsLogRow *self = CS_LOG_ROW (object);

  g_free (self->day);
  g_free (self->all);
  G_OBJECT_CLASS (cs_log_row_parent_class)->finalize (object);
}

static void
cs_log_row_class_init (CsLogRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_log_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/log/log-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsLogRow, changes_button);
  gtk_widget_class_bind_template_child (widget_class, CsLogRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, CsLogRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, CsLogRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, CsLogRow, who_label);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
cs_log_row_init (CsLogRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

/* Returns: (transfer full) (element-type utf8): what the line tells. */
static GPtrArray *
tell (const CsLogLine *line)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  char *own = cs_log_line_text (line);

  if (own != NULL)
    g_ptr_array_add (texts, own);
  for (guint i = 0; i < line->changes->len; i++)
    {
      char *text = cs_log_change_text (line, g_ptr_array_index (line->changes, i));

      if (text != NULL)
        g_ptr_array_add (texts, text);
    }
  return texts;
}

static char *
join (const GPtrArray *texts, guint most)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (texts->len, most); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (texts, i));
  return g_string_free (text, FALSE);
}

static void
show_changes (CsLogRow *self, const CsLogLine *line)
{
  g_autoptr (GPtrArray) texts = tell (line);
  g_autofree char *first = join (texts, SHOWN), *more = NULL;

  gtk_label_set_label (self->text_label, first);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), texts->len > 0);
  if (texts->len <= SHOWN)
    return;
  self->all = join (texts, G_MAXUINT);
  more =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more change", "%u more changes", texts->len - SHOWN),
                       texts->len - SHOWN);
  gtk_button_set_label (self->changes_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_button), TRUE);
}

GtkWidget *
cs_log_row_new (const CsLogLine *line)
{
  CsLogRow *self = g_object_new (CS_TYPE_LOG_ROW, NULL);
  g_autofree char *at = cs_moment_to_display (line->at);
  g_auto (GStrv) parts = g_strsplit (at, " ", 2);
  const char *object = cs_log_object_text (line);
  g_autofree char *title = *object != '\0'
                               ? g_strdup_printf ("%s · %s", cs_log_verb_text (line->verb), object)
                               : g_strdup (cs_log_verb_text (line->verb));

  self->seq = line->seq;
  self->day = g_strdup (parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
  gtk_label_set_label (self->time_label, parts[0] != NULL ? parts[0] : "");
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->who_label, cs_format_who (line->who));
  show_changes (self, line);
  return GTK_WIDGET (self);
}

const char *
cs_log_row_get_day (CsLogRow *self)
{
  return self->day;
}

gint64
cs_log_row_get_seq (CsLogRow *self)
{
  return self->seq;
}
