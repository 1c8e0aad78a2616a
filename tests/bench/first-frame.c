/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/locale.h"
#include "config.h"
#include "resident.h"
#include "service/book/store-opening.h"
#include "ui/app/application.h"
#include "ui/app/window-private.h"
#include "ui/widgets/number-card.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/text-cell.h"

/* first-frame SINCE [BOOK PAGE]: the program as main() runs it, with a book and the page that was shown last,
 * or with its welcome page. Prints the milliseconds from SINCE (monotonic, nanoseconds) to the end of the
 * first frame of its window, to the end of the first one in which the page has its rows or numbers, the
 * longest that the main loop was away before nothing was left to do, and the kilobytes that are resident
 * then. */

#define TICK_MS    5
#define PATIENCE_S 120

static gint64 since;
static gint64 last_tick, longest;
static gboolean with_book, painted, useful;

static void
print_ms (const char *name, gint64 microseconds)
{
  g_print ("%s %" G_GINT64_FORMAT ".%03d\n", name, microseconds / 1000, (int) (microseconds % 1000));
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget)      ? gtk_label_get_text (GTK_LABEL (widget))
                     : CS_IS_TEXT_CELL (widget) ? cs_text_cell_get_text (CS_TEXT_CELL (widget))
                                                : NULL;

  if (text != NULL && *text != '\0' && gtk_widget_get_mapped (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* Its rows, the last child of a table, or the numbers of the overview. */
static gboolean
is_filled (CsWindow *window)
{
  GtkWidget *page = gtk_stack_get_visible_child (window->pages);
  GtkWidget *shown;

  if (!with_book)
    return TRUE;
  if (window->store == NULL || page == window->opening || page == NULL)
    return FALSE;
  shown = find (page, GTK_TYPE_COLUMN_VIEW);
  if (shown != NULL)
    shown = gtk_widget_get_last_child (shown);
  else
    shown = find (page, CS_TYPE_NUMBER_CARD);
  return shown != NULL && has_text (shown);
}

static gboolean
nothing_left_cb (gpointer data)
{
  CsWindow *window = data;
  g_autoptr (CsOpening) opening = window->store != NULL ? cs_store_get_opening (window->store) : NULL;

  if (!useful || opening != NULL)
    {
      g_main_context_wakeup (NULL);
      return G_SOURCE_CONTINUE;
    }
  print_ms ("away", longest);
  g_print ("resident %ld\n", resident_kilobytes ());
  _exit (0);
}

static gboolean
tick_cb (gpointer data)
{
  gint64 now = g_get_monotonic_time ();

  if (last_tick != 0)
    longest = MAX (longest, now - last_tick - TICK_MS * 1000);
  last_tick = now;
  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock, CsWindow *window)
{
  gint64 spent = g_get_monotonic_time () - since / 1000;

  if (!painted)
    {
      print_ms ("frame", spent);
      g_timeout_add_full (G_PRIORITY_HIGH, TICK_MS, tick_cb, NULL, NULL);
    }
  painted = TRUE;
  if (!useful && is_filled (window))
    {
      print_ms ("useful", spent);
      useful = TRUE;
      /* below everything that the program does when there is nothing else to do */
      g_timeout_add_full (G_PRIORITY_LOW + 100, 20, nothing_left_cb, window, NULL);
    }
}

/* A page that is never filled is a failure, not a long wait. */
static gboolean
too_late_cb (gpointer data)
{
  g_printerr ("the page is not filled after %d seconds\n", PATIENCE_S);
  _exit (1);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (CS_IS_WINDOW (window))
    g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (CsApplication) application = NULL;

  g_assert_true (argc == 2 || argc == 4);
  since = g_ascii_strtoll (argv[1], NULL, 10);
  with_book = argc == 4;
  cs_locale_init ();
  gtk_disable_setlocale ();
  g_set_prgname (CS_APP_ID);
  if (with_book)
    {
      cs_settings_set_page (cs_settings_get_default (), argv[3]);
      argv[1] = argv[2];
    }
  g_timeout_add_seconds (PATIENCE_S, too_late_cb, NULL);
  application = cs_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), with_book ? 2 : 1, argv);
}
