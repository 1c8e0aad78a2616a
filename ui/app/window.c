/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window.h"
#include "ui/app/window-clock-private.h"
#include "ui/app/window-copies-private.h"
#include "ui/app/window-private.h"
#include "ui/app/window-seals-private.h"

#include "ui/widgets/feedback.h"
#include "summary/words/formats.h"
#include "ui/app/nav-row.h"
#include "service/book/memory.h"
#include "service/book/store-damaged.h"
#include "service/dossiers/dossier-list.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Everything the numbers of the navigation depend on. */
#define COUNTED (CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS)

G_DEFINE_FINAL_TYPE (CsWindow, cs_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- shape --- */

void
_cs_window_show_titles (CsWindow *self)
{
  const CsBook *book = self->store != NULL ? cs_store_get_book (self->store) : NULL;
  const CsUnit *unit = book != NULL ? cs_unit_set_find (cs_store_get_units (self->store), book->unit) : NULL;
  g_autofree char *year = NULL;
  g_autofree char *title = NULL;
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  /* a narrow header has no room for a tag of its own */
  gtk_widget_set_visible (self->sample_tag, book != NULL && book->demonstration && !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), book != NULL);
  if (book == NULL)
    {
      adw_window_title_set_title (self->title, _ ("Chấm Sao"));
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _ ("Chấm Sao"));
      return;
    }
  year = book->demonstration && folded ? g_strdup_printf (_ ("Year %d, sample"), book->year)
                                       : g_strdup_printf (_ ("Year %d"), book->year);
  /* Translators: title of the window: unit, year */
  title = g_strdup_printf (_ ("%s, %d – Chấm Sao"), unit->name, book->year);
  adw_window_title_set_title (self->title, unit->name);
  adw_window_title_set_subtitle (self->title, year);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
shape_changed_cb (CsWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean has_sidebar = gtk_widget_get_visible (self->sidebar);
  gboolean on_sidebar = adw_leaflet_get_visible_child (self->leaflet) == self->sidebar;

  gtk_widget_set_visible (self->back, folded && has_sidebar);
  gtk_widget_set_visible (self->search, !folded && has_sidebar);
  _cs_window_show_titles (self);
  adw_header_bar_set_show_start_title_buttons (self->header, folded || !has_sidebar);
  cs_reader_hide (self->sidebar, folded && !on_sidebar);
  cs_reader_hide (self->content, folded && on_sidebar);
}

/* --- when there is nothing else to do --- */

static gboolean
rest_cb (gpointer data)
{
  CsWindow *self = data;

  self->rest_source = 0;
  cs_store_release_memory (self->store);
  return G_SOURCE_REMOVE;
}

/* A page reads much of the book when it is filled, and little while somebody works on it. */
static void
rest_later (CsWindow *self)
{
  if (self->rest_source == 0)
    self->rest_source = g_idle_add_full (G_PRIORITY_LOW + 1, rest_cb, self, NULL); /* after the counts */
}

/* --- pages --- */

static void
show (CsWindow *self, CsWindowPage page)
{
  /* as long as the book is read there is nothing to fill it with; show_book() comes back to it */
  if (self->read_source == 0)
    {
      gtk_stack_set_visible_child (self->pages, _cs_window_ensure_page (self, page));
      rest_later (self);
    }
  cs_settings_set_page (cs_settings_get_default (), _cs_window_page_name (page));
}

static void
row_selected_cb (CsWindow *self, GtkListBoxRow *row)
{
  if (row != NULL && self->store != NULL)
    show (self, _cs_window_page_by_name (cs_nav_row_get_page (CS_NAV_ROW (row))));
}

static void
row_activated_cb (CsWindow *self, GtkListBoxRow *row)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

void
cs_window_show_page (CsWindow *self, const char *name)
{
  CsWindowPage page = _cs_window_page_by_name (name);

  g_return_if_fail (CS_IS_WINDOW (self));
  if (self->store == NULL || page == CS_WINDOW_N_PAGES)
    return;
  gtk_list_box_select_row (self->navigation, GTK_LIST_BOX_ROW (self->rows[page]));
  show (self, page); /* the row may have been selected already */
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

/* --- rounds --- */

static void
round_changed_cb (CsWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->rounds);
  const GPtrArray *rounds = self->store != NULL ? cs_store_get_rounds (self->store) : NULL;
  const char *round = NULL;

  /* the first entry stands for all rounds */
  if (rounds != NULL && selected != GTK_INVALID_LIST_POSITION && selected > 0 && selected <= rounds->len)
    round = ((const CsRound *) g_ptr_array_index (rounds, selected - 1))->id;
  if (g_strcmp0 (round, self->round) == 0)
    return;
  g_free (self->round);
  self->round = g_strdup (round);
  if (self->store == NULL)
    return;
  _cs_window_spread_round (self);
  _cs_window_count (self);
}

static void
fill_rounds (CsWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *rounds = cs_store_get_rounds (self->store);
  const CsRegulation *regulation = cs_store_get_current_regulation (self->store);

  gtk_string_list_append (names, _ ("All rounds"));
  for (guint i = 0; i < rounds->len; i++)
    gtk_string_list_take (names, cs_format_round (regulation, g_ptr_array_index (rounds, i)));
  gtk_drop_down_set_model (self->rounds, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->rounds, 0);
}

/* --- the book --- */

static gboolean
count_cb (gpointer data)
{
  CsWindow *self = data;

  self->count_source = 0;
  _cs_window_count (self);
  return G_SOURCE_REMOVE;
}

/* An import brings many changes in a row: one count does for all. */
static void
count_later (CsWindow *self)
{
  if (self->count_source == 0)
    self->count_source = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
}

static void
store_changed_cb (CsStore *store, const CsChangeSet *changes, CsWindow *self)
{
  if (cs_change_set_has (changes, CS_CHANGE_SITTER))
    _cs_window_update_actions (self);
  if (cs_change_set_has (changes, COUNTED))
    count_later (self);
}

/* A part of what is shown is missing: that must not look as if there were none. */
static void
unread_cb (CsStore *store, const char *message, CsWindow *self)
{
  g_autofree char *text = NULL;

  if (cs_store_is_damaged (store) || self->notice_is_about_file)
    return; /* why is said already */
  text = g_strdup_printf (_ ("A part of the book could not be read and is missing from what is shown. %s"),
                          message);
  cs_window_set_notice (self, text);
}

/* The book may lie on a stick that is pulled, or somebody may take the right to write away. */
static void
active_changed_cb (CsWindow *self)
{
  const char *path = self->store != NULL ? cs_store_get_path (self->store) : NULL;
  g_autofree char *text = NULL;

  if (path == NULL || cs_store_is_damaged (self->store))
    return; /* there is nothing worse to tell */
  if ((!gtk_window_is_active (GTK_WINDOW (self)) && !cs_store_is_reading_only (self->store)))
    return;
  _cs_window_look_at_clock (self);
  if (cs_store_is_reading_only (self->store))
    text = g_strdup_printf (
        _ ("Reading only: the file %s cannot be written. Copy it to a folder of yours and open it"
           " there to work on it."),
        path);
  else if (g_access (path, F_OK) != 0)
    text = g_strdup_printf (
        _ ("The file %s is gone. Plug the stick in again or put the file back; nothing can be "
           "stored until then."),
        path);
  else if (g_access (path, W_OK) != 0)
    text = g_strdup_printf (
        _ ("The file %s can only be read now. Give yourself the right to write it; nothing can "
           "be stored until then."),
        path);
  if (text == NULL && !self->notice_is_about_file)
    return;
  cs_window_set_notice (self, text);
  self->notice_is_about_file = text != NULL;
}

static void
show_first_page (CsWindow *self)
{
  g_autofree char *page = cs_settings_dup_page (cs_settings_get_default ());

  if (_cs_window_page_by_name (page) == CS_WINDOW_N_PAGES)
    {
      g_free (page);
      page = g_strdup (_cs_window_page_name (CS_WINDOW_OVERVIEW));
    }
  cs_window_show_page (self, page);
  /* what is beside the page comes after it was painted */
  count_later (self);
  _cs_window_check_book (self);
}

static gboolean
read_cb (gpointer data)
{
  CsWindow *self = data;
  gboolean more = FALSE;

  /* what cannot be read is told by the page */
  if (cs_dossiers_read_some (self->store, &more, NULL) && more)
    return G_SOURCE_CONTINUE;
  self->read_source = 0;
  show_first_page (self);
  return G_SOURCE_REMOVE;
}

/* A large book is read a little at a time, so that the window does not stand still. */
static void
read_first (CsWindow *self)
{
  gboolean more = FALSE;

  if (!cs_dossiers_read_some (self->store, &more, NULL) || !more)
    {
      show_first_page (self);
      return;
    }
  gtk_stack_set_visible_child (self->pages, self->opening);
  self->read_source = g_idle_add (read_cb, self);
}

static void
show_book (CsWindow *self)
{
  CsSettings *settings = cs_settings_get_default ();
  const CsBook *book = cs_store_get_book (self->store);
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (self->store), book->unit);

  cs_settings_add_recent (settings, cs_store_get_path (self->store), unit->name, book->year);
  cs_settings_set_last_book (settings, cs_store_get_path (self->store));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (self->store, "unread", G_CALLBACK (unread_cb), self, 0);
  fill_rounds (self);
  if (cs_store_is_reading_only (self->store))
    active_changed_cb (self);
  read_first (self);
}

void
cs_window_set_store (CsWindow *self, CsStore *store)
{
  g_return_if_fail (CS_IS_WINDOW (self));
  if (self->store == store)
    return;
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->store, unread_cb, self);
    }
  _cs_window_stop_check (self);
  _cs_window_stop_copy (self);
  _cs_window_stop_verifying (self);
  self->awaiting = FALSE;
  gtk_stack_set_visible_child (self->pages, self->opening);
  gtk_list_box_select_row (self->navigation, NULL);
  /* GTK 4.8 never lets go of a page that is removed with the focus in it, and with it the book stays open */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  _cs_window_drop_pages (self);
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->round, g_free);
  cs_window_set_notice (self, NULL);
  self->clock_asked = FALSE;
  g_clear_pointer (&self->refused, g_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_set_object (&self->store, store);
  cs_idle_lock_set_store (self->idle_lock, store);
  gtk_widget_set_visible (self->sidebar, store != NULL);
  _cs_window_update_actions (self);
  if (store != NULL)
    show_book (self);
  else
    _cs_window_show_welcome (self);
  shape_changed_cb (self);
}

CsStore *
cs_window_get_store (CsWindow *self)
{
  return self->store;
}

void
cs_window_set_notice (CsWindow *self, const char *text)
{
  cs_notice_bar_set_text (self->notice, text);
  cs_notice_bar_set_action (self->notice, NULL, NULL);
  self->notice_is_about_file = FALSE;
  self->notice_is_about_papers = FALSE;
}

/* --- recent books in the menu --- */

static void
fill_recent (CsWindow *self)
{
  g_autoptr (GPtrArray) books = cs_settings_list_recent (cs_settings_get_default ());

  g_menu_remove_all (self->recent);
  for (guint i = 0; i < books->len; i++)
    {
      const CsRecentBook *book = g_ptr_array_index (books, i);
      g_autofree char *base = g_path_get_basename (book->path);
      g_autofree char *name = g_filename_display_name (base);
      /* Translators: an entry of the menu: unit, year, name of the file */
      g_autofree char *text = g_strdup_printf (_ ("%s, %d (%s)"), book->unit, book->year, name);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", text);
      g_menu_item_set_action_and_target (item, "app.open-book", "s", book->path);
      g_menu_append_item (self->recent, item);
    }
}

/* Menus take a tenth of the time to the first frame; nobody has asked for one by then. */
static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  CsWindow *self = data;

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (self->menu));
}

/* --- life --- */

static void
stop_and_close (GtkWidget *from, gpointer data)
{
  CsWindow *self = CS_WINDOW (from);

  cs_work_bar_cancel (self->work);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
close_cb (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static gboolean
cs_window_close_request (GtkWindow *window)
{
  CsWindow *self = CS_WINDOW (window);
  int width, height;

  /* what is being typed is stored when its field is left; and an input method that still has the key that
   * closes the window must not find its field gone */
  if (GTK_IS_TEXT (gtk_window_get_focus (window)))
    {
      gtk_window_set_focus (window, NULL);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (window), g_object_unref);
      return TRUE;
    }

  gtk_window_get_default_size (window, &width, &height);
  cs_settings_set_window_size (cs_settings_get_default (), width, height, gtk_window_is_maximized (window));
  _cs_window_stop_check (self);
  if (cs_work_bar_is_busy (self->work) && !self->checking)
    {
      cs_feedback_confirm (
          GTK_WIDGET (self), _ ("Stop the Work and Close?"),
          _ ("What was begun is not finished yet. When it is stopped, nothing of it is kept."),
          _ ("_Stop and Close"), TRUE, stop_and_close, NULL, NULL);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (cs_window_parent_class)->close_request (window);
}

/* A page that is hidden never takes the focus: what is typed would go where nobody sees it. GTK 4.8 gives it
 * to whatever asks. A page that is about to be shown may ask first, so that is judged before the next key. */
static gboolean
judge_focus_cb (gpointer data)
{
  CsWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  self->focus_source = 0;
  if (focus == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_widget_get_mapped (focus))
    g_set_weak_pointer (&self->focus, focus);
  else
    gtk_window_set_focus (GTK_WINDOW (self),
                          self->focus != NULL && gtk_widget_get_mapped (self->focus) ? self->focus : NULL);
  return G_SOURCE_REMOVE;
}

static void
focus_changed_cb (CsWindow *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_HIGH, judge_focus_cb, self, NULL);
}

static void
cs_window_map (GtkWidget *widget)
{
  CsWindow *self = CS_WINDOW (widget);

  if (self->store == NULL && !self->awaiting)
    _cs_window_show_welcome (self);
  GTK_WIDGET_CLASS (cs_window_parent_class)->map (widget);
}

static void
cs_window_dispose (GObject *object)
{
  CsWindow *self = CS_WINDOW (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->day_source, g_source_remove);
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->store, unread_cb, self);
    }
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_weak_pointer (&self->focus);
  _cs_window_stop_copy (self);
  _cs_window_stop_verifying (self);
  g_clear_object (&self->idle_lock);
  g_clear_object (&self->store);
  g_clear_pointer (&self->round, g_free);
  g_clear_pointer (&self->refused, g_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (cs_window_parent_class)->dispose (object);
}

static void
cs_window_class_init (CsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_window_dispose;
  widget_class->map = cs_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = cs_window_close_request;
  g_type_ensure (CS_TYPE_WORK_BAR);
  g_type_ensure (CS_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/app/window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, content);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, recent);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, rounds);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, sample_tag);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, side_menu_button);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, opening);
  gtk_widget_class_bind_template_child (widget_class, CsWindow, work);
  gtk_widget_class_bind_template_callback (widget_class, round_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, shape_changed_cb);
  _cs_window_install_actions (widget_class);
}

static void
cs_window_init (CsWindow *self)
{
  CsSettings *settings = cs_settings_get_default ();
  gboolean maximized;
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->pages);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->side_menu_button, make_menu_cb, self, NULL);
  cs_settings_get_window_size (settings, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  self->day_source = g_timeout_add_seconds (CS_WINDOW_CLOCK_SECONDS, _cs_window_clock_cb, self);
  g_signal_connect_object (settings, "changed::recent-books", G_CALLBACK (fill_recent), self,
                           G_CONNECT_SWAPPED);
  self->idle_lock = cs_idle_lock_new (GTK_WIDGET (self));
  _cs_window_make_navigation (self);
  fill_recent (self);
  _cs_window_update_actions (self);
  shape_changed_cb (self);
}

CsWindow *
cs_window_new (GtkApplication *application)
{
  return g_object_new (CS_TYPE_WINDOW, "application", application, NULL);
}
