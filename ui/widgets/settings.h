/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the window remembers on this machine: the only place that knows GSettings. Rules and records are in
 * the book, never here. */

#define CS_TYPE_SETTINGS (cs_settings_get_type ())
G_DECLARE_FINAL_TYPE (CsSettings, cs_settings, CS, SETTINGS, GObject)

/**
 * CsSettings::changed:
 * Detailed by the name of the key: "changed::recent-books", "changed::color-scheme", "changed::person".
 */

/* In the order of the schema. */
typedef enum
{
  CS_COLOR_SCHEME_DEFAULT, /* follows the desktop */
  CS_COLOR_SCHEME_LIGHT,
  CS_COLOR_SCHEME_DARK,
} CsColorScheme;

/* A book opened before; the file may be gone. */
typedef struct
{
  char *path;
  char *unit; /* name of the unit */
  int year;
  gint64 opened; /* seconds since 1970 */
} CsRecentBook;

void cs_recent_book_free (CsRecentBook *book);

/* Returns: (transfer none): the one of the process. */
CsSettings *cs_settings_get_default (void);

void cs_settings_get_window_size (CsSettings *self, int *width, int *height, gboolean *maximized);
void cs_settings_set_window_size (CsSettings *self, int width, int height, gboolean maximized);

/* Returns: (transfer full) (element-type CsRecentBook): the latest first. */
GPtrArray *cs_settings_list_recent (CsSettings *self);

/* Puts a book to the front of the list, which keeps ten. */
void cs_settings_add_recent (CsSettings *self, const char *path, const char *unit, int year);
void cs_settings_remove_recent (CsSettings *self, const char *path);

/* The book that was open last. Returns: (transfer full) (nullable). */
char *cs_settings_dup_last_book (CsSettings *self);
void cs_settings_set_last_book (CsSettings *self, const char *path); /* (nullable) */

/* Who scored last in the book with @book_uuid. Returns: (transfer full) (nullable): key of a member. */
char *cs_settings_dup_member (CsSettings *self, const char *book_uuid);
void cs_settings_set_member (CsSettings *self, const char *book_uuid, const char *member);

/* Who works on this machine. @name, @duty: (out) (transfer full) (nullable): NULL: not told. */
void cs_settings_dup_person (CsSettings *self, char **name, char **duty);
void cs_settings_set_person (CsSettings *self, const char *name, const char *duty); /* (nullable) */

/* Which session was shown last. Returns: (transfer full) (nullable): its uuid. */
char *cs_settings_dup_session (CsSettings *self, const char *book_uuid);
void cs_settings_set_session (CsSettings *self, const char *book_uuid, const char *session);

/* Returns: (transfer full) (nullable): name of the page shown last. */
char *cs_settings_dup_page (CsSettings *self);
void cs_settings_set_page (CsSettings *self, const char *page);

CsColorScheme cs_settings_get_color_scheme (CsSettings *self);
void cs_settings_set_color_scheme (CsSettings *self, CsColorScheme scheme);

gboolean cs_settings_get_large_text (CsSettings *self);
void cs_settings_set_large_text (CsSettings *self, gboolean large);

/* Minutes after which sheets opened with a PIN are locked by themselves. */
int cs_settings_get_lock_after (CsSettings *self);
void cs_settings_set_lock_after (CsSettings *self, int minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRecentBook, cs_recent_book_free)

G_END_DECLS
