/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-private.h"

#include "service/book/unread.h"
#include "service/dossiers/dossier-list.h"
#include "ui/councils/councils-page.h"
#include "ui/dossiers/dossiers-page.h"
#include "ui/app/nav-row.h"
#include "ui/log/log-page.h"
#include "ui/overview/overview-page.h"
#include "ui/results/results-page.h"
#include "ui/score/score-page.h"
#include "ui/session/session-page.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (void);
  void (*set_store) (GtkWidget *page, CsStore *store);
  void (*set_round) (GtkWidget *page, const char *round);
} PageClass;

/* What the contract of pages calls by the type of each, callable for any of them. */
#define PAGE_FUNCTIONS(name, NAME)                                                                           \
  static void name##_set_store (GtkWidget *page, CsStore *store)                                             \
  {                                                                                                          \
    cs_##name##_page_set_store (CS_##NAME##_PAGE (page), store);                                             \
  }                                                                                                          \
  static void name##_set_round (GtkWidget *page, const char *round)                                          \
  {                                                                                                          \
    cs_##name##_page_set_round (CS_##NAME##_PAGE (page), round);                                             \
  }

PAGE_FUNCTIONS (overview, OVERVIEW)
PAGE_FUNCTIONS (dossiers, DOSSIERS)
PAGE_FUNCTIONS (score, SCORE)
PAGE_FUNCTIONS (session, SESSION)
PAGE_FUNCTIONS (councils, COUNCILS)
PAGE_FUNCTIONS (results, RESULTS)
PAGE_FUNCTIONS (log, LOG)

static const PageClass classes[CS_WINDOW_N_PAGES] = {
  [CS_WINDOW_OVERVIEW] = { "overview", N_ ("Overview"), "cs-overview-symbolic", cs_overview_page_new,
                           overview_set_store, overview_set_round },
  [CS_WINDOW_DOSSIERS] = { "dossiers", N_ ("Dossiers"), "cs-dossiers-symbolic", cs_dossiers_page_new,
                           dossiers_set_store, dossiers_set_round },
  [CS_WINDOW_SCORE] = { "score", N_ ("Scoring"), "cs-score-symbolic", cs_score_page_new, score_set_store,
                        score_set_round },
  [CS_WINDOW_SESSION] = { "session", N_ ("Session"), "cs-session-symbolic", cs_session_page_new,
                          session_set_store, session_set_round },
  [CS_WINDOW_COUNCILS] = { "councils", N_ ("Councils"), "cs-councils-symbolic", cs_councils_page_new,
                           councils_set_store, councils_set_round },
  [CS_WINDOW_RESULTS] = { "results", N_ ("Results"), "cs-results-symbolic", cs_results_page_new,
                          results_set_store, results_set_round },
  [CS_WINDOW_LOG] = { "log", N_ ("Log"), "cs-log-symbolic", cs_log_page_new, log_set_store, log_set_round },
};

void
_cs_window_make_navigation (CsWindow *self)
{
  for (guint i = 0; i < CS_WINDOW_N_PAGES; i++)
    {
      const PageClass *class = &classes[i];

      self->rows[i] = cs_nav_row_new (class->name, g_dgettext (GETTEXT_PACKAGE, class->title), class->icon);
      gtk_list_box_append (self->navigation, self->rows[i]);
    }
}

GtkWidget *
_cs_window_ensure_page (CsWindow *self, CsWindowPage page)
{
  const PageClass *class = &classes[page];

  if (self->shown[page] != NULL)
    return self->shown[page];
  self->shown[page] = class->make ();
  gtk_stack_add_named (self->pages, self->shown[page], class->name);
  class->set_store (self->shown[page], self->store);
  class->set_round (self->shown[page], self->round);
  return self->shown[page];
}

void
_cs_window_drop_pages (CsWindow *self)
{
  for (guint i = 0; i < CS_WINDOW_N_PAGES; i++)
    if (self->shown[i] != NULL)
      {
        gtk_stack_remove (self->pages, self->shown[i]);
        self->shown[i] = NULL;
      }
}

void
_cs_window_spread_round (CsWindow *self)
{
  for (guint i = 0; i < CS_WINDOW_N_PAGES; i++)
    if (self->shown[i] != NULL)
      classes[i].set_round (self->shown[i], self->round);
}

const char *
_cs_window_page_name (CsWindowPage page)
{
  return classes[page].name;
}

CsWindowPage
_cs_window_page_by_name (const char *name)
{
  for (guint i = 0; i < CS_WINDOW_N_PAGES; i++)
    if (g_strcmp0 (classes[i].name, name) == 0)
      return (CsWindowPage) i;
  return CS_WINDOW_N_PAGES;
}

void
_cs_window_count (CsWindow *self)
{
  CsDossierFilter filter = { .round = self->round };
  g_autoptr (GError) error = NULL;
  CsStateCounts counts;
  int all = -1, closed = -1; /* the book cannot tell */

  if (cs_dossiers_count (self->store, &filter, &counts, &error))
    {
      all = (int) counts.of[CS_DOSSIER_ANY];
      closed = (int) counts.of[CS_DOSSIER_CLOSED];
    }
  else
    cs_store_tell_unread (self->store, error);
  cs_nav_row_set_count (CS_NAV_ROW (self->rows[CS_WINDOW_DOSSIERS]), all);
  /* what is left to score */
  cs_nav_row_set_count (CS_NAV_ROW (self->rows[CS_WINDOW_SCORE]), all - closed);
  cs_nav_row_set_count (CS_NAV_ROW (self->rows[CS_WINDOW_RESULTS]), closed);
}
