/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pin/idle-lock.h"
#include "ui/widgets/notice-bar.h"
#include "ui/app/window.h"
#include "ui/app/work-bar.h"

/* Shared by the files of the window: window.c (life and state), window-pages.c (the pages and their
 * order), window-actions.c (what pages and menu ask for), window-opening.c (until the book is there and
 * checked), window-damage.c (what is left of a damaged one), window-clock.c (days and the clock),
 * window-copies.c (copies in and out), window-files.c (files of papers), window-seals.c (sealed sheets). */

typedef enum
{
  CS_WINDOW_OVERVIEW,
  CS_WINDOW_DOSSIERS,
  CS_WINDOW_SCORE,
  CS_WINDOW_SESSION,
  CS_WINDOW_RESULTS,
  CS_WINDOW_COUNCILS,
  CS_WINDOW_LOG,
  CS_WINDOW_N_PAGES
} CsWindowPage;

struct _CsWindow
{
  AdwApplicationWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkListBox *navigation;
  GtkWidget *content;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *sample_tag;
  GtkWidget *back;
  GtkDropDown *rounds;
  GtkWidget *search;
  CsWorkBar *work;
  CsNoticeBar *notice;
  GtkStack *pages;
  GtkWidget *opening; /* in the place of a page while there is none */
  GtkWidget *welcome; /* (nullable): made when it is shown for the first time */
  GtkMenuButton *menu_button;
  GtkMenuButton *side_menu_button; /* in its place while the window is narrow */
  GMenu *menu;
  GMenu *recent; /* a part of it */

  GtkWidget *focus; /* (nullable) (weak): where the keyboard was last */
  guint focus_source;
  CsStore *store; /* (nullable) */
  CsIdleLock *idle_lock;
  char *round;                         /* (nullable): NULL shows all rounds */
  GtkWidget *rows[CS_WINDOW_N_PAGES];  /* of the navigation */
  GtkWidget *shown[CS_WINDOW_N_PAGES]; /* (nullable): pages made so far */
  guint count_source;                  /* counts are due */
  guint read_source;                   /* the book is being read, there is no page yet */
  guint rest_source;                   /* memory is given back when there is nothing else to do */
  gboolean notice_is_about_file;
  gboolean notice_is_about_papers;
  GCancellable *copying;   /* (nullable): the automatic copy that is being made */
  GCancellable *verifying; /* (nullable): the seals that are looked at */
  char *refused;           /* (nullable): path of a book that is damaged, whose copies can be shown */
  GPtrArray *findings;     /* (nullable) (element-type utf8): what is wrong with it */
  guint day_source;        /* the day may turn */
  gboolean clock_asked;    /* about the clock of the machine, in this sitting */
  gboolean awaiting;       /* a book is being opened */
  gboolean checking;       /* its file, with the bar for long work */
};

/* --- window.c --- */

void _cs_window_show_titles (CsWindow *self);

/* --- window-opening.c --- */

void _cs_window_show_welcome (CsWindow *self);

/* Looks through the file of a book that was opened early; one that is damaged is closed again. */
void _cs_window_check_book (CsWindow *self);

/* Stops it, when it is shown: the book is left. */
void _cs_window_stop_check (CsWindow *self);

/* --- window-pages.c --- */

/* Fills the navigation list. */
void _cs_window_make_navigation (CsWindow *self);

/* Returns: (transfer none): the page, made when it is asked for the first time. */
GtkWidget *_cs_window_ensure_page (CsWindow *self, CsWindowPage page);

/* Throws the pages away: those of the next book begin anew. */
void _cs_window_drop_pages (CsWindow *self);

/* Tells the pages made so far which round to show. */
void _cs_window_spread_round (CsWindow *self);

const char *_cs_window_page_name (CsWindowPage page);

/* Returns: the page called @name, CS_WINDOW_N_PAGES for none. */
CsWindowPage _cs_window_page_by_name (const char *name);

/* Counts again what the navigation shows. */
void _cs_window_count (CsWindow *self);

/* --- window-actions.c --- */

void _cs_window_install_actions (GtkWidgetClass *widget_class);

/* Switches the actions that need a book on or off. */
void _cs_window_update_actions (CsWindow *self);
