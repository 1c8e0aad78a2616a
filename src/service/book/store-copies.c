/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-copies-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "base/safe-file.h"
#include "db/query.h"
#include "repo/audit.h"
#include "service/book/store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define LAST   10 /* copies */
#define DAYS   30 /* that have one */
#define SUFFIX ".chamsao"
#define HEAD   12 /* digits of the log's head in a name */

static char *
folder_of (const char *book)
{
  return g_strdup_printf ("%s.copies", book);
}

/* --- names: 2026-12-01T150207Z-import-0f3a91c2b7d4.chamsao --- */

static char *
make_name (const char *at, CsBookCopyReason reason, const char *head)
{
  g_auto (GStrv) parts = g_strsplit (at, ":", -1); /* a stick from another system takes no colon */
  g_autofree char *moment = g_strjoinv ("", parts);

  return g_strdup_printf ("%s-%s-%.*s" SUFFIX, moment, cs_book_copy_reason_to_text (reason), HEAD, head);
}

/* Returns: (transfer full) (nullable): what a file of that name is, NULL: none of ours */
static CsBookCopy *
read_name (const char *folder, const char *name, const char **head)
{
  g_autoptr (CsBookCopy) copy = g_new0 (CsBookCopy, 1);
  g_autofree char *reason = NULL;
  gsize length = strlen (name);

  if (length < strlen ("2026-12-01T150207Z--") + HEAD + strlen (SUFFIX) || !g_str_has_suffix (name, SUFFIX))
    return NULL;
  copy->made_at = g_strdup_printf ("%.13s:%.2s:%.3s", name, name + 13, name + 15);
  *head = name + length - strlen (SUFFIX) - HEAD;
  if (!cs_moment_is_valid (copy->made_at) || name[18] != '-' || (*head)[-1] != '-')
    return NULL;
  reason = g_strndup (name + 19, (gsize) (*head - name) - 20);
  if (!cs_book_copy_reason_parse (reason, &copy->reason))
    return NULL;
  copy->path = g_build_filename (folder, name, NULL);
  return g_steal_pointer (&copy);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const CsBookCopy *one = *(CsBookCopy *const *) a, *other = *(CsBookCopy *const *) b;
  int by_moment = strcmp (other->made_at, one->made_at);

  return by_moment != 0 ? by_moment : strcmp (other->path, one->path);
}

/* @head: (nullable): of the state that is looked for; @found: (out): whether one of it is there */
static GPtrArray *
read_folder (const char *folder, const char *head, gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_book_copy_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &failed);
  const char *name;

  *found = FALSE;
  if (dir == NULL)
    {
      if (g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&copies);
      g_propagate_error (error, g_steal_pointer (&failed));
      cs_error_take_gio (error);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      const char *its_head = NULL;
      CsBookCopy *copy = read_name (folder, name, &its_head);

      if (copy == NULL)
        continue;
      *found = *found || (head != NULL && strncmp (its_head, head, HEAD) == 0);
      g_ptr_array_add (copies, copy);
    }
  g_ptr_array_sort (copies, compare_newest);
  return g_steal_pointer (&copies);
}

/* --- which are kept --- */

/* What cannot be taken away stays: that is no reason to fail. */
static void
rotate (const GPtrArray *copies)
{
  g_autofree char *day = g_strdup (""), *month = g_strdup ("");
  guint days = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      const CsBookCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *its_day = cs_date_of_moment (copy->made_at);
      gboolean new_day = !g_str_equal (its_day, day);
      gboolean new_month = strncmp (its_day, month, 7) != 0;

      days += new_day ? 1 : 0;
      if (i >= LAST && !(new_day && days <= DAYS) && !new_month)
        g_unlink (copy->path);
      g_free (day);
      day = g_steal_pointer (&its_day);
      g_free (month);
      month = g_strdup (day);
    }
}

/* --- making --- */

/* @path: (out) (transfer full) (nullable): what was made, NULL when there was one of this state */
static gboolean
make (CsDb *db, const char *book, CsBookCopyReason reason, char **path, GError **error)
{
  g_autofree char *head = cs_audit_head (db, error), *folder = folder_of (book), *at = cs_moment_now ();
  g_autofree char *name = NULL, *made = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  gboolean found;

  *path = NULL;
  if (head == NULL)
    return FALSE;
  copies = read_folder (folder, head, &found, error);
  if (copies == NULL || found)
    return copies != NULL;
  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      cs_safe_file_set_error (error, folder, errno);
      return FALSE;
    }
  name = make_name (at, reason, head);
  made = g_build_filename (folder, name, NULL);
  if (!cs_db_copy (db, made, TRUE, error))
    return FALSE;
  *path = g_steal_pointer (&made);
  return TRUE;
}

void
_cs_copies_rotate (CsStore *store)
{
  g_autofree char *folder = folder_of (store->path);
  gboolean found;
  g_autoptr (GPtrArray) copies = read_folder (folder, NULL, &found, NULL);

  if (copies != NULL)
    rotate (copies);
}

gboolean
cs_copies_make (CsStore *store, CsBookCopyReason reason, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (CS_IS_STORE (store), FALSE);

  if (store->reading_only || store->dry_run)
    return TRUE;
  if (!cs_store_settle (store, error) || !make (store->db, store->path, reason, &path, error))
    return FALSE;
  _cs_copies_rotate (store);
  return TRUE;
}

gboolean
cs_copies_is_due (CsStore *store, gboolean *due, GError **error)
{
  g_autofree char *head = NULL, *folder = folder_of (store->path);
  g_autoptr (GPtrArray) copies = NULL;
  gboolean found;

  *due = FALSE;
  if (store->reading_only)
    return TRUE;
  head = cs_audit_head (store->db, error);
  copies = head != NULL ? read_folder (folder, head, &found, error) : NULL;
  *due = copies != NULL && !found;
  return copies != NULL;
}

char *
_cs_copies_before (CsStore *store, CsBookCopyReason reason)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  if (store->dry_run || make (store->db, store->path, reason, &path, &error))
    return path;
  g_free (store->copy_problem);
  store->copy_problem =
      g_strdup_printf (_ ("No copy of the book could be made before this: %s The work went on without it."),
                       error->message);
  g_signal_emit_by_name (store, "copy-failed", store->copy_problem);
  return NULL;
}

/* --- listing --- */

static int
count (CsDb *db, const char *sql)
{
  CsQuery *q = cs_query (db, sql);
  gint64 n = cs_query_next (q) ? cs_query_int (q, 0) : -1;

  return cs_query_done (q, NULL) ? (int) n : -1;
}

static void
read_content (CsBookCopy *copy)
{
  g_autoptr (CsDb) db = cs_db_open_for_copy (copy->path, NULL);
  GStatBuf about;

  copy->size = g_stat (copy->path, &about) == 0 ? about.st_size : 0;
  copy->dossiers = db != NULL ? count (db, "SELECT count (*) FROM dossier WHERE deleted = 0") : -1;
  copy->sheets = db != NULL ? count (db, "SELECT count (*) FROM sheet WHERE state = 'submitted'") : -1;
  copy->closed = db != NULL ? count (db, "SELECT count (*) FROM evaluation WHERE state = 'closed'") : -1;
}

GPtrArray *
cs_copies_list (const char *path, GError **error)
{
  g_autofree char *folder = folder_of (path);
  gboolean found;
  GPtrArray *copies = read_folder (folder, NULL, &found, error);

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    read_content (g_ptr_array_index (copies, i));
  return copies;
}
