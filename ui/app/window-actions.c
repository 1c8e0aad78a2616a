/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-private.h"
#include "ui/app/window-copies-private.h"
#include "ui/app/window-damage-private.h"
#include "ui/app/window-files-private.h"

#include "ui/certificates/certificates-window.h"
#include "ui/dossiers/dossiers-page.h"
#include "ui/widgets/feedback.h"
#include "ui/app/import-window.h"
#include "ui/print/minutes-chooser.h"
#include "ui/print/paper-preview.h"
#include "ui/pin/pin-gate.h"
#include "ui/results/results-page.h"
#include "ui/score/score-page.h"
#include "service/dossiers/dossiers.h"
#include "service/book/snapshot.h"
#include "service/pins/pins.h"
#include "ui/session/session-page.h"
#include "ui/widgets/settings.h"

#include <glib/gi18n-lib.h>

/* Returns: the text that an action with one parameter was given. */
static const char *
text_of (GVariant *parameter)
{
  return g_variant_get_string (parameter, NULL);
}

/* Shows @page. Returns: (transfer none) (nullable): its widget, NULL without a book. */
static GtkWidget *
go_to (CsWindow *self, CsWindowPage page)
{
  cs_window_show_page (self, _cs_window_page_name (page));
  return self->store != NULL ? _cs_window_ensure_page (self, page) : NULL;
}

static void
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cs_window_show_page (CS_WINDOW (widget), text_of (parameter));
}

static void
show_dossiers (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = go_to (CS_WINDOW (widget), CS_WINDOW_DOSSIERS);

  if (page != NULL)
    cs_dossiers_page_show_unit (CS_DOSSIERS_PAGE (page), text_of (parameter));
}

static void
open_dossier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = go_to (CS_WINDOW (widget), CS_WINDOW_DOSSIERS);

  if (page != NULL)
    cs_dossiers_page_open (CS_DOSSIERS_PAGE (page), text_of (parameter));
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = go_to (CS_WINDOW (widget), CS_WINDOW_DOSSIERS);

  if (page != NULL)
    cs_dossiers_page_focus_search (CS_DOSSIERS_PAGE (page));
}

static void
new_dossier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = go_to (CS_WINDOW (widget), CS_WINDOW_DOSSIERS);

  if (page != NULL)
    cs_dossiers_page_new_dossier (CS_DOSSIERS_PAGE (page));
}

static void
score (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = go_to (CS_WINDOW (widget), CS_WINDOW_SCORE);

  if (page != NULL)
    cs_score_page_open (CS_SCORE_PAGE (page), text_of (parameter));
}

static void
show_result (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = go_to (CS_WINDOW (widget), CS_WINDOW_RESULTS);

  if (page != NULL)
    cs_results_page_open (CS_RESULTS_PAGE (page), text_of (parameter));
}

/* From whatever page; where no session can be shown, the page of sessions says why. */
static void
projector (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  GtkWidget *page = self->store != NULL ? _cs_window_ensure_page (self, CS_WINDOW_SESSION) : NULL;

  if (page != NULL && !cs_session_page_toggle_projector (CS_SESSION_PAGE (page)))
    go_to (self, CS_WINDOW_SESSION);
}

static void
certificates (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);

  if (self->store != NULL)
    cs_certificates_window_present (GTK_WINDOW (self), self->store);
}

static void
undo_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  if (cs_dossiers_restore (self->store, g_variant_get_int64 (parameter), &error))
    cs_feedback_toast (widget, _ ("The dossier is back"));
  else
    cs_feedback_error (widget, _ ("The Dossier Could Not Be Brought Back"), error);
}

static void
close_book (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cs_settings_set_last_book (cs_settings_get_default (), NULL);
  cs_window_set_store (CS_WINDOW (widget), NULL);
}

static void
lock (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* what is being typed is stored while its member still sits here */
  gtk_window_set_focus (GTK_WINDOW (widget), NULL);
  cs_pin_gate_lock (widget, CS_WINDOW (widget)->store);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (CS_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
show_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (text_of (parameter));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : file);

  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

/* --- paper --- */

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
print_summary (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  const char *unit, *round;

  g_variant_get (parameter, "(&s&s)", &unit, &round);
  if (self->store != NULL)
    cs_paper_preview_summary (widget, self->store, or_null (unit), or_null (round));
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);

  if (self->store != NULL)
    cs_paper_preview_summary (widget, self->store, NULL, self->round);
}

static void
print_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  const char *code, *round;

  g_variant_get (parameter, "(&s&s)", &code, &round);
  if (self->store != NULL)
    cs_paper_preview_table (widget, self->store, code, or_null (round));
}

static void
print_sheet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);
  const char *code, *round, *member;

  g_variant_get (parameter, "(&s&s&s)", &code, &round, &member);
  if (self->store != NULL)
    cs_paper_preview_sheet (widget, self->store, code, or_null (round), member);
}

/* Of one session: its UUID. */
static void
print_minutes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);

  if (self->store != NULL)
    cs_paper_preview_minutes (widget, self->store, g_variant_get_string (parameter, NULL));
}

/* The same for the annex that tells how far the members agreed. */
static void
print_agreement (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);

  if (self->store != NULL)
    cs_paper_preview_agreement (widget, self->store, g_variant_get_string (parameter, NULL));
}

static void
choose_minutes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);

  if (self->store != NULL)
    cs_minutes_chooser_present (widget, self->store, self->round);
}

static void
import_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CsWindow *self = CS_WINDOW (widget);

  if (self->store != NULL)
    gtk_window_present (GTK_WINDOW (cs_import_window_new (GTK_WINDOW (self), self->store)));
}

void
_cs_window_install_actions (GtkWidgetClass *widget_class)
{
  _cs_window_install_copies (widget_class);
  _cs_window_install_damage (widget_class);
  _cs_window_install_files (widget_class);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.certificates", NULL, certificates);
  gtk_widget_class_install_action (widget_class, "win.choose-minutes", NULL, choose_minutes);
  gtk_widget_class_install_action (widget_class, "win.close-book", NULL, close_book);
  gtk_widget_class_install_action (widget_class, "win.import-list", NULL, import_list);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock);
  gtk_widget_class_install_action (widget_class, "win.new-dossier", NULL, new_dossier);
  gtk_widget_class_install_action (widget_class, "win.open-dossier", "s", open_dossier);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.print-agreement", "s", print_agreement);
  gtk_widget_class_install_action (widget_class, "win.print-minutes", "s", print_minutes);
  gtk_widget_class_install_action (widget_class, "win.print-sheet", "(sss)", print_sheet);
  gtk_widget_class_install_action (widget_class, "win.print-summary", "(ss)", print_summary);
  gtk_widget_class_install_action (widget_class, "win.print-table", "(ss)", print_table);
  gtk_widget_class_install_action (widget_class, "win.projector", NULL, projector);
  gtk_widget_class_install_action (widget_class, "win.score", "s", score);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.show-dossiers", "s", show_dossiers);
  gtk_widget_class_install_action (widget_class, "win.show-folder", "s", show_folder);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.show-result", "s", show_result);
  gtk_widget_class_install_action (widget_class, "win.undo-delete", "x", undo_delete);
}

void
_cs_window_update_actions (CsWindow *self)
{
  static const char *const names[] = {
    "win.certificates",    "win.choose-minutes", "win.close-book",  "win.export",        "win.import-list",
    "win.back-up",         "win.find-files",     "win.new-dossier", "win.open-dossier",  "win.print",
    "win.print-agreement", "win.print-minutes",  "win.print-sheet", "win.print-summary", "win.print-table",
    "win.projector",       "win.score",          "win.search",      "win.show-dossiers", "win.show-page",
    "win.show-result",     "win.undo-delete",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.findings", self->findings != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copies",
                                 self->store != NULL || self->refused != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock",
                                 self->store != NULL && cs_pins_sitter (self->store) != NULL);
}
