/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/application.h"

#include "ui/app/appearance.h"
#include "config.h"
#include "exchange/sample.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/feedback.h"
#include "ui/app/new-book-window.h"
#include "ui/app/preferences-window.h"
#include "service/book/store-damaged.h"
#include "service/book/store-opening.h"
#include "service/book/worker.h"
#include "ui/app/window-opening.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SMALL_BOOK (4 * 1024 * 1024) /* bytes: a thousand products */

struct _CsApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (CsApplication, cs_application, ADW_TYPE_APPLICATION)

/* The one table of keys. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.new-book", { "<Ctrl>n" } },
  { "app.open", { "<Ctrl>o" } },
  { "app.preferences", { "<Ctrl>comma" } },
  { "app.quit", { "<Ctrl>q" } },
  { "app.shortcuts", { "<Ctrl>question" } },
  { "win.export", { "<Ctrl>e" } },
  { "win.import-list", { "<Ctrl>i" } },
  { "win.lock", { "<Ctrl>l" } },
  { "win.new-dossier", { "<Ctrl><Shift>n" } },
  { "win.print", { "<Ctrl>p" } },
  { "win.search", { "<Ctrl>f" } },
  { "win.show-page('overview')", { "<Ctrl>1", "<Ctrl>KP_1" } },
  { "win.show-page('dossiers')", { "<Ctrl>2", "<Ctrl>KP_2" } },
  { "win.show-page('score')", { "<Ctrl>3", "<Ctrl>KP_3" } },
  { "win.projector", { "F11" } },
  { "win.show-page('session')", { "<Ctrl>4", "<Ctrl>KP_4" } },
  { "win.show-page('results')", { "<Ctrl>5", "<Ctrl>KP_5" } },
  { "win.show-page('councils')", { "<Ctrl>6", "<Ctrl>KP_6" } },
  { "win.show-page('log')", { "<Ctrl>7", "<Ctrl>KP_7" } },
  { "window.close", { "<Ctrl>w" } },
};

/* --- windows --- */

/* Returns: (transfer none) (nullable): the window in front, whatever dialog stands before it. */
static CsWindow *
front_window (CsApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CS_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Returns: (transfer none): the window in front, made when there is none. */
static CsWindow *
ensure_window (CsApplication *self)
{
  CsWindow *window = front_window (self);

  return window != NULL ? window : cs_window_new (GTK_APPLICATION (self));
}

static CsWindow *
window_with (CsApplication *self, const char *path)
{
  g_autoptr (GFile) wanted = g_file_new_for_path (path);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      CsStore *store = CS_IS_WINDOW (l->data) ? cs_window_get_store (l->data) : NULL;
      g_autoptr (GFile) file = store != NULL ? g_file_new_for_path (cs_store_get_path (store)) : NULL;

      /* what is shown of a damaged one is a copy: there may be a better file by now */
      if (file != NULL && !cs_store_is_damaged (store) && g_file_equal (file, wanted))
        return l->data;
    }
  return NULL;
}

void
cs_application_show_store (CsApplication *self, CsStore *store, CsWindow *from)
{
  CsWindow *window = from;

  g_return_if_fail (CS_IS_APPLICATION (self) && CS_IS_STORE (store));
  if (window == NULL || cs_window_get_store (window) != NULL)
    window = cs_window_new (GTK_APPLICATION (self));
  cs_person_group_apply (store);
  cs_window_set_store (window, store);
  gtk_window_present (GTK_WINDOW (window));
}

static void
person_changed_cb (CsApplication *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL; at = at->next)
    if (CS_IS_WINDOW (at->data) && cs_window_get_store (at->data) != NULL)
      cs_person_group_apply (cs_window_get_store (at->data));
}

/* A book that waits for the first picture of its window. */
typedef struct
{
  CsApplication *application; /* (owned) */
  CsWindow *window;           /* (owned) */
  char *path;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->application);
  g_object_unref (waiting->window);
  g_free (waiting->path);
  g_free (waiting);
}

static void
open_now (CsApplication *self, const char *path, CsWindow *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsStore) store = cs_store_open_early (path, &error);
  CsWindow *window = from != NULL ? from : ensure_window (self);

  if (store != NULL)
    {
      cs_application_show_store (self, store, window);
      return;
    }
  gtk_window_present (GTK_WINDOW (window));
  cs_window_tell_failure (window, path, error);
}

static gboolean
painted_cb (gpointer data)
{
  Waiting *waiting = data;

  /* it may have been closed meanwhile */
  if (gtk_widget_get_visible (GTK_WIDGET (waiting->window)))
    open_now (waiting->application, waiting->path, waiting->window);
  return G_SOURCE_REMOVE;
}

static gboolean
first_frame_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->application = g_object_ref (CS_APPLICATION (g_application_get_default ()));
  waiting->window = g_object_ref (CS_WINDOW (window));
  waiting->path = g_strdup (data);
  /* this is before the first picture; what is of lower priority than painting comes after it */
  g_idle_add_full (GDK_PRIORITY_REDRAW + 1, painted_cb, waiting, waiting_free);
  return G_SOURCE_REMOVE;
}

/* A small book is read sooner than an empty window is painted: its page is the first thing to be seen. */
static gboolean
opens_at_once (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 && about.st_size <= SMALL_BOOK;
}

void
cs_application_open_book (CsApplication *self, const char *path, CsWindow *from)
{
  CsWindow *window = window_with (self, path);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  g_return_if_fail (CS_IS_APPLICATION (self));
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = from != NULL ? from : ensure_window (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (window)) || cs_window_get_store (window) != NULL
      || opens_at_once (absolute))
    {
      open_now (self, absolute, window);
      return;
    }
  /* the program shows itself before it opens the book */
  cs_window_await_book (window, absolute);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), first_frame_cb, g_steal_pointer (&absolute), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- actions --- */

static void
book_chosen (GtkWidget *from, GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    cs_application_open_book (CS_APPLICATION (data), path, CS_WINDOW (from));
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CsWindow *window = ensure_window (data);

  cs_feedback_choose_file (GTK_WIDGET (window), _ ("Open a Book"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                           _ ("Books"), "*.chamsao", book_chosen, data, NULL);
}

static void
open_book_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cs_application_open_book (data, g_variant_get_string (parameter, NULL), front_window (data));
}

/* The demonstration is kept between runs: what one tried in it is still there. */
static void
open_sample_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CsApplication *self = data;
  CsWindow *window = ensure_window (self);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "chamsao", NULL);
  g_autofree char *path = g_build_filename (folder, "mau-tra-vinh-2024.chamsao", NULL);
  g_autoptr (CsStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      cs_application_open_book (self, path, window);
      return;
    }
  g_mkdir_with_parents (folder, 0700);
  store = cs_sample_create (path, NULL, NULL, NULL, &error);
  if (store != NULL)
    cs_application_show_store (self, store, window);
  else
    cs_feedback_error (GTK_WIDGET (window), _ ("The Sample Book Could Not Be Made"), error);
}

static void
new_book_made_cb (CsNewBookWindow *dialog, CsStore *store, CsApplication *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  cs_application_show_store (self, store, CS_IS_WINDOW (parent) ? CS_WINDOW (parent) : NULL);
}

static void
new_book_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CsWindow *window = ensure_window (data);
  GtkWidget *dialog = cs_new_book_window_new (GTK_WINDOW (window));

  g_signal_connect_object (dialog, "made", G_CALLBACK (new_book_made_cb), data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CsWindow *window = ensure_window (data);
  GtkWidget *dialog = cs_preferences_window_new (cs_window_get_store (window));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/vn/chamsao/ChamSao/app/shortcuts.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (dialog, GTK_WINDOW (ensure_window (data)));
  gtk_window_present (dialog);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "The Chấm Sao developers", NULL };

  adw_show_about_window (GTK_WINDOW (ensure_window (data)), "application-name", _ ("Chấm Sao"),
                         "application-icon", CS_APP_ID, "version", CS_VERSION, "developers", developers,
                         "developer-name", _ ("The Chấm Sao developers"), "license-type", GTK_LICENSE_GPL_3_0,
                         "comments",
                         _ ("Score OCOP products with a council and see what becomes of the plan."),
                         /* Translators: put your names here, one a line; they are shown in the credits */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* each may refuse, when long work goes on in it; the program ends with the last one */
  for (GList *l = windows; l != NULL; l = l->next)
    if (CS_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

/* --- life --- */

static void
cs_application_activate (GApplication *application)
{
  CsApplication *self = CS_APPLICATION (application);
  g_autofree char *last = cs_settings_dup_last_book (cs_settings_get_default ());
  CsWindow *window = front_window (self);

  if (window == NULL)
    {
      window = cs_window_new (GTK_APPLICATION (self));
      /* go on where one left off; a stick that is not plugged in is no reason to complain */
      if (last != NULL && g_file_test (last, G_FILE_TEST_IS_REGULAR))
        cs_application_open_book (self, last, window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
cs_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  CsApplication *self = CS_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        cs_application_open_book (self, path, front_window (self));
    }
  if (front_window (self) == NULL)
    g_application_activate (application);
}

/* For desktops that do not know the program by its name; it can wait until there is a window to see. */
static gboolean
set_window_icon_cb (gpointer data)
{
  gtk_window_set_default_icon_name (CS_APP_ID);
  return G_SOURCE_REMOVE;
}

static void
cs_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_action },
    { "new-book", new_book_action },
    { "open", open_action },
    { "open-sample", open_sample_action },
    { "open-book", open_book_action, "s" },
    { "preferences", preferences_action },
    { "quit", quit_action },
    { "shortcuts", shortcuts_action },
  };

  G_APPLICATION_CLASS (cs_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, accels[i].keys);
  cs_icons_carry ();
  g_idle_add_full (G_PRIORITY_LOW, set_window_icon_cb, NULL, NULL);
  cs_appearance_follow_settings ();
  g_signal_connect_object (cs_settings_get_default (), "changed::person", G_CALLBACK (person_changed_cb),
                           application, G_CONNECT_SWAPPED);
}

static void
cs_application_shutdown (GApplication *application)
{
  /* the windows are gone and have cancelled their work; wait until it has cleaned up behind itself */
  cs_worker_stop ();
  G_APPLICATION_CLASS (cs_application_parent_class)->shutdown (application);
}

static void
cs_application_class_init (CsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = cs_application_activate;
  application_class->open = cs_application_open;
  application_class->shutdown = cs_application_shutdown;
  application_class->startup = cs_application_startup;
}

static void
cs_application_init (CsApplication *self)
{
}

CsApplication *
cs_application_new (void)
{
  return g_object_new (CS_TYPE_APPLICATION, "application-id", CS_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/vn/chamsao/ChamSao", NULL);
}
