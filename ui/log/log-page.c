/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/log/log-page.h"

#include "service/book/unread.h"
#include "base/date.h"
#include "service/book/log.h"
#include "ui/log/log-row.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/wrap-box.h"
#include "ui/widgets/reader.h"

#include <glib/gi18n-lib.h>

#define AT_ONCE 100 /* lines */

struct _CsLogPage
{
  AdwBin parent_instance;

  GtkEditable *search_entry;
  GtkDropDown *who_choice;
  GtkDropDown *since_choice;
  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkListBox *list;
  GtkWidget *more_button;

  CsStore *store;       /* (nullable) */
  GSignalGroup *events; /* of the store */
  gboolean stale;       /* something was done while nobody looked */
  gboolean filling;     /* choices are made by the page, not by a person */
  gint64 oldest;        /* number of the last line that is shown, 0: none */
};

G_DEFINE_FINAL_TYPE (CsLogPage, cs_log_page, ADW_TYPE_BIN)

/* --- what is asked for --- */

/* Returns: (transfer none) (nullable): the person that was chosen. */
static const char *
get_who (CsLogPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->who_choice);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->who_choice));

  return names != NULL && selected != GTK_INVALID_LIST_POSITION && selected > 0
             ? gtk_string_list_get_string (names, selected)
             : NULL;
}

/* Returns: (transfer full) (nullable): the first day that is shown. */
static char *
dup_since (CsLogPage *self)
{
  static const int days_back[] = { -1, 0, 6, 29 }; /* in the order of the template's list */
  guint selected = gtk_drop_down_get_selected (self->since_choice);
  g_autofree char *today = cs_date_today ();

  if (selected == 0 || selected >= G_N_ELEMENTS (days_back))
    return NULL;
  return cs_date_add_days (today, -days_back[selected]);
}

static gboolean
is_filtered (CsLogPage *self)
{
  return get_who (self) != NULL || gtk_drop_down_get_selected (self->since_choice) != 0
         || *gtk_editable_get_text (self->search_entry) != '\0';
}

/* --- showing --- */

static void
clear (CsLogPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->oldest = 0;
}

/* Reads the next lines. */
static void
append_lines (CsLogPage *self)
{
  g_autofree char *since = dup_since (self);
  CsLogFilter filter = { .who = get_who (self),
                         .since = since,
                         .words = gtk_editable_get_text (self->search_entry),
                         .below = self->oldest,
                         .most = AT_ONCE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = cs_log_list (self->store, &filter, &error);

  if (lines == NULL)
    {
      cs_feedback_error (GTK_WIDGET (self), _ ("The log could not be read"), error);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const CsLogLine *line = g_ptr_array_index (lines, i);

      gtk_list_box_append (self->list, cs_log_row_new (line));
      self->oldest = line->seq;
    }
  /* the first line of a book has the number 1 */
  gtk_widget_set_visible (self->more_button, lines->len == AT_ONCE && self->oldest > 1);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->oldest != 0 || !is_filtered (self) ? "list" : "nothing");
}

/* Who is in the log, with who was chosen still chosen. */
static void
list_people (CsLogPage *self)
{
  g_autofree char *chosen = g_strdup (get_who (self));
  g_autoptr (GPtrArray) people = cs_log_people (self->store, cs_store_unread (self->store));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Everybody"));
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      gtk_string_list_append (names, g_ptr_array_index (people, i));
      if (g_strcmp0 (g_ptr_array_index (people, i), chosen) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->who_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->who_choice, selected);
  self->filling = FALSE;
}

static void
relist (CsLogPage *self)
{
  clear (self);
  if (self->store != NULL)
    append_lines (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
refresh (CsLogPage *self)
{
  self->stale = FALSE;
  if (self->store != NULL)
    list_people (self);
  relist (self);
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *day = cs_log_row_get_day (CS_LOG_ROW (row));
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (day, cs_log_row_get_day (CS_LOG_ROW (before))) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (day);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "cs-log-day");
  gtk_list_box_row_set_header (row, label);
}

/* --- callbacks --- */

static void
store_changed_cb (CsLogPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static void
filter_changed_cb (CsLogPage *self)
{
  if (!self->filling && self->store != NULL && self->list != NULL)
    relist (self);
}

static void
more_cb (CsLogPage *self)
{
  int n = 0;
  GtkListBoxRow *next;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  append_lines (self);
  /* the button may be gone: the keyboard goes on where the new lines begin */
  next = gtk_list_box_get_row_at_index (self->list, n);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
}

static void
show_all_cb (CsLogPage *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->search_entry, "");
  gtk_drop_down_set_selected (self->who_choice, 0);
  gtk_drop_down_set_selected (self->since_choice, 0);
  self->filling = FALSE;
  relist (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* --- life --- */

static void
cs_log_page_map (GtkWidget *widget)
{
  CsLogPage *self = CS_LOG_PAGE (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (cs_log_page_parent_class)->map (widget);
}

static void
cs_log_page_dispose (GObject *object)
{
  CsLogPage *self = CS_LOG_PAGE (object);

  g_clear_object (&self->events);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_log_page_parent_class)->dispose (object);
}

static void
cs_log_page_class_init (CsLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_log_page_dispose;
  widget_class->map = cs_log_page_map;
  g_type_ensure (CS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/log/log-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsLogPage, list);
  gtk_widget_class_bind_template_child (widget_class, CsLogPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, CsLogPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, CsLogPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CsLogPage, since_choice);
  gtk_widget_class_bind_template_child (widget_class, CsLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CsLogPage, who_choice);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
cs_log_page_init (CsLogPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
  self->events = g_signal_group_new (CS_TYPE_STORE);
  g_signal_group_connect_swapped (self->events, "changed", G_CALLBACK (store_changed_cb), self);
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
}

GtkWidget *
cs_log_page_new (void)
{
  return g_object_new (CS_TYPE_LOG_PAGE, NULL);
}

/* --- public --- */

void
cs_log_page_set_store (CsLogPage *self, CsStore *store)
{
  g_return_if_fail (CS_IS_LOG_PAGE (self));

  if (!g_set_object (&self->store, store))
    return;
  g_signal_group_set_target (self->events, store);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

void
cs_log_page_set_round (CsLogPage *self, const char *round)
{
  g_return_if_fail (CS_IS_LOG_PAGE (self));
}
