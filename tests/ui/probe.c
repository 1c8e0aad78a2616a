/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"

#include "service/book/worker.h"
#include "ui/widgets/text-cell.h"

void
probe_use_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/vn/chamsao/ChamSao/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

gint64
probe_deadline (void)
{
  return g_get_monotonic_time () + G_TIME_SPAN_MINUTE;
}

static gboolean
woken (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* Conditions outside the program change without an event: nothing sleeps longer than this. */
#define LOOK_MS 50

void
probe_turn (gint64 deadline, const char *where, const char *awaited)
{
  guint alarm = g_timeout_add (LOOK_MS, woken, NULL);

  if (g_get_monotonic_time () > deadline)
    g_error ("%s: waited a minute for: %s", where, awaited);
  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, alarm) != NULL)
    g_source_remove (alarm);
}

static void
drain (void)
{
  gint64 deadline = probe_deadline ();

  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_pending (NULL))
    probe_turn (deadline, G_STRLOC, "nothing left to do");
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* A window that goes meanwhile is not waited for. */
static void
draw_frame (GtkWidget *window)
{
  g_autoptr (GdkFrameClock) clock = g_object_ref (gtk_widget_get_frame_clock (window));
  gpointer left = window;
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  probe_until (painted || left == NULL || !gtk_widget_get_mapped (window));
  if (g_signal_handler_is_connected (clock, handler)) /* not when the clock has ended with its window */
    g_signal_handler_disconnect (clock, handler);
  if (left != NULL)
    g_object_remove_weak_pointer (G_OBJECT (window), &left);
}

void
probe_settle (void)
{
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

      drain ();
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

          if (gtk_widget_get_mapped (window))
            draw_frame (window);
        }
    }
  drain ();
}

static gboolean
nothing (gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
fence_cb (GObject *source, GAsyncResult *result, gpointer reached)
{
  *(gboolean *) reached = TRUE;
}

void
probe_finish_work (void)
{
  gboolean reached = FALSE;

  /* it does one piece after the other, and tells of them in that order */
  cs_worker_run_async (nothing, NULL, NULL, NULL, fence_cb, &reached);
  probe_until (reached);
  probe_settle ();
}

/* What the program finds before it asks for the machine's icons: see ui/widgets/icons.h. */
static GtkIconTheme *
carried_icons (void)
{
  static GtkIconTheme *carried = NULL;
  static const char *const none[] = { NULL };

  if (carried == NULL)
    {
      carried = gtk_icon_theme_new ();
      gtk_icon_theme_set_search_path (carried, none);
      gtk_icon_theme_add_resource_path (carried, "/org/gnome/Adwaita/icons");
      gtk_icon_theme_add_resource_path (carried, "/vn/chamsao/ChamSao/icons");
    }
  return carried;
}

/* No window shows the sign of a picture that is missing, whoever put it there. */
static void
assert_icons (GtkWidget *widget)
{
  const char *name = GTK_IS_IMAGE (widget) ? gtk_image_get_icon_name (GTK_IMAGE (widget)) : NULL;

  if (name != NULL && *name != '\0' && gtk_widget_get_mapped (widget)
      && !gtk_icon_theme_has_icon (carried_icons (), name))
    g_error ("no icon %s is carried", name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_icons (child);
}

void
probe_draw (gpointer window)
{
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  assert_icons (GTK_WIDGET (window));
}

void
probe_destroy (gpointer window)
{
  gpointer left = window;

  g_object_add_weak_pointer (window, &left);
  gtk_window_destroy (window);
  probe_until (left == NULL);
}

static gboolean
is_within (GtkWidget *widget, GType type, const char *property, const char *text)
{
  g_autofree char *value = NULL;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_object_get (widget, property, &value, NULL);
  if (value != NULL && strstr (value, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_within (child, type, property, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_cell (GtkWidget *widget, const char *text)
{
  const char *shown = CS_IS_TEXT_CELL (widget) ? cs_text_cell_get_text (CS_TEXT_CELL (widget)) : NULL;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (shown != NULL && strstr (shown, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_in_cell (child, text))
      return TRUE;
  return FALSE;
}

gboolean
probe_shows (gpointer widget, const char *text)
{
  return is_within (widget, GTK_TYPE_LABEL, "label", text) || is_in_cell (widget, text);
}

gpointer
probe_find (gpointer widget, GType type, const char *id)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (widget), id) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = probe_find (child, type, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
probe_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!g_type_is_a (G_OBJECT_TYPE (window), type) || !gtk_widget_get_visible (window))
        continue;
      assert_icons (window);
      return window;
    }
  return NULL;
}

void
probe_enter (gpointer field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  g_signal_emit_by_name (field, ADW_IS_ENTRY_ROW (field) ? "entry-activated" : "activate");
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
probe_all (gpointer widget, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);
  return found;
}

gpointer
probe_first (gpointer widget, GType type)
{
  g_autoptr (GPtrArray) found = probe_all (widget, type);

  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

gpointer
probe_button (gpointer widget, const char *label)
{
  g_autoptr (GPtrArray) buttons = probe_all (widget, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);
  g_error ("no button “%s”", label);
}

void
probe_click (gpointer widget, const char *label)
{
  GtkWidget *button = probe_button (widget, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_is_visible (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
collect_texts (GtkWidget *widget, GString *texts)
{
  /* what a widget that draws itself says, it says in these */
  static const GtkAccessibleProperty said[] = { GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT };
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  if (CS_IS_TEXT_CELL (widget) && cs_text_cell_get_text (CS_TEXT_CELL (widget)) != NULL)
    g_string_append_printf (texts, "%s\n", cs_text_cell_get_text (CS_TEXT_CELL (widget)));
  if (GTK_IS_EDITABLE (widget))
    g_string_append_printf (texts, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (tooltip != NULL)
    g_string_append_printf (texts, "%s\n", tooltip);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      /* the check tells the value when it is another than the one asked for */
      g_autofree char *spoken =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), said[i], "\001", NULL);

      if (spoken != NULL && !g_str_equal (spoken, "undefined"))
        g_string_append_printf (texts, "%s\n", spoken);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

char *
probe_texts (gpointer widget)
{
  GString *texts = g_string_new (NULL);

  collect_texts (widget, texts);
  return g_string_free (texts, FALSE);
}
