/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/settings.h"

#include "config.h"

#define RECENT_MAX  10
#define RECENT_TYPE "a(ssix)"

struct _CsSettings
{
  GObject parent_instance;

  GSettings *settings;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSettings, cs_settings, G_TYPE_OBJECT)

void
cs_recent_book_free (CsRecentBook *book)
{
  if (book == NULL)
    return;
  g_free (book->path);
  g_free (book->unit);
  g_free (book);
}

static void
key_changed_cb (GSettings *settings, const char *key, CsSettings *self)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (key));
}

static void
cs_settings_finalize (GObject *object)
{
  g_object_unref (CS_SETTINGS (object)->settings);
  G_OBJECT_CLASS (cs_settings_parent_class)->finalize (object);
}

static void
cs_settings_class_init (CsSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cs_settings_finalize;
  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_SETTINGS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_settings_init (CsSettings *self)
{
  self->settings = g_settings_new (CS_APP_ID);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (key_changed_cb), self, 0);
}

CsSettings *
cs_settings_get_default (void)
{
  static CsSettings *settings;

  if (settings == NULL)
    settings = g_object_new (CS_TYPE_SETTINGS, NULL);
  return settings;
}

void
cs_settings_get_window_size (CsSettings *self, int *width, int *height, gboolean *maximized)
{
  *width = g_settings_get_int (self->settings, "window-width");
  *height = g_settings_get_int (self->settings, "window-height");
  *maximized = g_settings_get_boolean (self->settings, "window-maximized");
}

void
cs_settings_set_window_size (CsSettings *self, int width, int height, gboolean maximized)
{
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  /* the schema has a range; a size below it is no size to come back to */
  if (!maximized && width >= 360 && height >= 240)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

GPtrArray *
cs_settings_list_recent (CsSettings *self)
{
  GPtrArray *books = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recent_book_free);
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, "recent-books");
  GVariantIter iter;
  CsRecentBook one = { 0 };

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(ssix)", &one.path, &one.unit, &one.year, &one.opened))
    g_ptr_array_add (books, g_memdup2 (&one, sizeof one));
  return books;
}

static void
store_recent (CsSettings *self, GPtrArray *books)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (RECENT_TYPE));
  for (guint i = 0; i < MIN (books->len, RECENT_MAX); i++)
    {
      const CsRecentBook *book = g_ptr_array_index (books, i);

      g_variant_builder_add (&builder, "(ssix)", book->path, book->unit, book->year, book->opened);
    }
  g_settings_set_value (self->settings, "recent-books", g_variant_builder_end (&builder));
}

static void
drop (GPtrArray *books, const char *path)
{
  for (guint i = books->len; i > 0; i--)
    if (g_str_equal (((CsRecentBook *) g_ptr_array_index (books, i - 1))->path, path))
      g_ptr_array_remove_index (books, i - 1);
}

void
cs_settings_add_recent (CsSettings *self, const char *path, const char *unit, int year)
{
  g_autoptr (GPtrArray) books = cs_settings_list_recent (self);
  CsRecentBook *book;

  if (!g_utf8_validate (path, -1, NULL)) /* settings hold text; such a path is found by hand */
    return;
  drop (books, path);
  book = g_new0 (CsRecentBook, 1);
  book->path = g_strdup (path);
  book->unit = g_strdup (unit);
  book->year = year;
  book->opened = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_insert (books, 0, book);
  store_recent (self, books);
}

void
cs_settings_remove_recent (CsSettings *self, const char *path)
{
  g_autoptr (GPtrArray) books = cs_settings_list_recent (self);

  drop (books, path);
  store_recent (self, books);
}

/* Returns: (transfer full) (nullable): the text under @key, NULL for an empty one. */
static char *
dup_text (CsSettings *self, const char *key)
{
  g_autofree char *text = g_settings_get_string (self->settings, key);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
cs_settings_dup_last_book (CsSettings *self)
{
  return dup_text (self, "last-book");
}

void
cs_settings_set_last_book (CsSettings *self, const char *path)
{
  g_settings_set_string (self->settings, "last-book",
                         path != NULL && g_utf8_validate (path, -1, NULL) ? path : "");
}

/* Returns: (transfer full) (nullable): what @setting, a dictionary by book, holds for the book */
static char *
dup_by_book (CsSettings *self, const char *setting, const char *book_uuid)
{
  g_autoptr (GVariant) values = g_settings_get_value (self->settings, setting);
  char *value = NULL;

  g_variant_lookup (values, book_uuid, "s", &value);
  return value;
}

static void
set_by_book (CsSettings *self, const char *setting, const char *book_uuid, const char *value)
{
  g_autoptr (GVariant) old = g_settings_get_value (self->settings, setting);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *book;
  const char *key;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &book, &key))
    if (!g_str_equal (book, book_uuid))
      g_variant_builder_add (&builder, "{ss}", book, key);
  g_variant_builder_add (&builder, "{ss}", book_uuid, value);
  g_settings_set_value (self->settings, setting, g_variant_builder_end (&builder));
}

char *
cs_settings_dup_member (CsSettings *self, const char *book_uuid)
{
  return dup_by_book (self, "member-by-book", book_uuid);
}

void
cs_settings_set_member (CsSettings *self, const char *book_uuid, const char *member)
{
  set_by_book (self, "member-by-book", book_uuid, member);
}

void
cs_settings_dup_person (CsSettings *self, char **name, char **duty)
{
  g_autoptr (GVariant) person = g_settings_get_value (self->settings, "person");

  g_variant_get (person, "(ss)", name, duty);
  if (**name == '\0')
    g_clear_pointer (name, g_free);
  if (**duty == '\0')
    g_clear_pointer (duty, g_free);
}

void
cs_settings_set_person (CsSettings *self, const char *name, const char *duty)
{
  g_settings_set (self->settings, "person", "(ss)", name != NULL ? name : "", duty != NULL ? duty : "");
}

char *
cs_settings_dup_session (CsSettings *self, const char *book_uuid)
{
  return dup_by_book (self, "session-by-book", book_uuid);
}

void
cs_settings_set_session (CsSettings *self, const char *book_uuid, const char *session)
{
  set_by_book (self, "session-by-book", book_uuid, session);
}

char *
cs_settings_dup_page (CsSettings *self)
{
  return dup_text (self, "page");
}

void
cs_settings_set_page (CsSettings *self, const char *page)
{
  g_settings_set_string (self->settings, "page", page);
}

CsColorScheme
cs_settings_get_color_scheme (CsSettings *self)
{
  return (CsColorScheme) g_settings_get_enum (self->settings, "color-scheme");
}

void
cs_settings_set_color_scheme (CsSettings *self, CsColorScheme scheme)
{
  g_settings_set_enum (self->settings, "color-scheme", (int) scheme);
}

gboolean
cs_settings_get_large_text (CsSettings *self)
{
  return g_settings_get_boolean (self->settings, "large-text");
}

void
cs_settings_set_large_text (CsSettings *self, gboolean large)
{
  g_settings_set_boolean (self->settings, "large-text", large);
}

int
cs_settings_get_lock_after (CsSettings *self)
{
  return g_settings_get_int (self->settings, "lock-after");
}

void
cs_settings_set_lock_after (CsSettings *self, int minutes)
{
  g_settings_set_int (self->settings, "lock-after", minutes);
}
