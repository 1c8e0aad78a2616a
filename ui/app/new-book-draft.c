/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/new-book-draft.h"

#include "base/date.h"
#include "base/text.h"
#include "exchange/library.h"
#include "service/book/store-create.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".chamsao"
/* The programme began in 2018. */
#define FIRST_YEAR 2018
#define LAST_YEAR  2100

static int
compare_regulations (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(CsRegulation *const *) b)->valid_from, (*(CsRegulation *const *) a)->valid_from);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(CsUnitSet *const *) b)->valid_from, (*(CsUnitSet *const *) a)->valid_from);
}

/* Returns: (transfer full): everything that @list names, each read by @read; NULL when one cannot be read. */
static GPtrArray *
read_all (GPtrArray *ids, gpointer (*read) (const char *, GError **), GDestroyNotify unref, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gpointer value = read (g_ptr_array_index (ids, i), error);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
    }
  return ids != NULL ? g_steal_pointer (&values) : NULL;
}

static gpointer
read_regulation (const char *id, GError **error)
{
  return cs_library_regulation (id, error);
}

static gpointer
read_units (const char *id, GError **error)
{
  return cs_library_units (id, error);
}

static gpointer
read_plan (const char *id, GError **error)
{
  return cs_library_plan (id, error);
}

static gboolean
read_library (CsNewBookDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) regulations = cs_library_list_regulations (error);
  g_autoptr (GPtrArray) units = regulations != NULL ? cs_library_list_units (error) : NULL;
  g_autoptr (GPtrArray) plans = units != NULL ? cs_library_list_plans (error) : NULL;

  if (plans == NULL)
    return FALSE;
  draft->regulations = read_all (regulations, read_regulation, (GDestroyNotify) cs_regulation_unref, error);
  if (draft->regulations == NULL)
    return FALSE;
  draft->unit_sets = read_all (units, read_units, (GDestroyNotify) cs_unit_set_unref, error);
  if (draft->unit_sets == NULL)
    return FALSE;
  draft->plans = read_all (plans, read_plan, (GDestroyNotify) cs_plan_unref, error);
  return draft->plans != NULL;
}

CsNewBookDraft *
cs_new_book_draft_new (GError **error)
{
  g_autoptr (CsNewBookDraft) draft = g_new0 (CsNewBookDraft, 1);

  if (!read_library (draft, error))
    return NULL;
  g_ptr_array_sort (draft->regulations, compare_regulations);
  g_ptr_array_sort (draft->unit_sets, compare_units);
  if (draft->regulations->len > 0)
    cs_new_book_draft_set_regulation (draft, g_ptr_array_index (draft->regulations, 0));
  return g_steal_pointer (&draft);
}

void
cs_new_book_draft_free (CsNewBookDraft *draft)
{
  if (draft == NULL)
    return;
  g_clear_pointer (&draft->regulations, g_ptr_array_unref);
  g_clear_pointer (&draft->unit_sets, g_ptr_array_unref);
  g_clear_pointer (&draft->plans, g_ptr_array_unref);
  g_free (draft->path);
  g_free (draft);
}

static gboolean
has_kind (const CsUnitSet *units, const char *kind)
{
  for (guint i = 0; i < units->units->len; i++)
    if (g_strcmp0 (((CsUnit *) g_ptr_array_index (units->units, i))->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer none) (nullable): the newest units in which the lowest level of the regulation sits
 * somewhere: a decision with councils of districts does not go with units that have none. */
static CsUnitSet *
fitting_units (const CsNewBookDraft *draft)
{
  const CsLevel *lowest =
      draft->regulation->levels->len > 0 ? g_ptr_array_index (draft->regulation->levels, 0) : NULL;

  for (guint i = 0; lowest != NULL && i < draft->unit_sets->len; i++)
    if (has_kind (g_ptr_array_index (draft->unit_sets, i), lowest->unit_kind))
      return g_ptr_array_index (draft->unit_sets, i);
  return draft->unit_sets->len > 0 ? g_ptr_array_index (draft->unit_sets, 0) : NULL;
}

void
cs_new_book_draft_set_regulation (CsNewBookDraft *draft, CsRegulation *regulation)
{
  if (draft->regulation == regulation)
    return;
  draft->regulation = regulation;
  draft->units = NULL;
  cs_new_book_draft_set_units (draft, fitting_units (draft));
}

void
cs_new_book_draft_set_units (CsNewBookDraft *draft, CsUnitSet *units)
{
  if (draft->units == units)
    return;
  draft->units = units;
  cs_new_book_draft_set_unit (draft, NULL);
}

void
cs_new_book_draft_set_unit (CsNewBookDraft *draft, const CsUnit *unit)
{
  g_autoptr (GPtrArray) plans = NULL;

  draft->unit = unit;
  plans = cs_new_book_draft_list_plans (draft);
  cs_new_book_draft_set_plan (draft, plans->len > 0 ? g_ptr_array_index (plans, 0) : NULL);
}

void
cs_new_book_draft_set_plan (CsNewBookDraft *draft, CsPlan *plan)
{
  g_autofree char *today = cs_date_today (), *year = g_strndup (today, 4);

  draft->plan = plan;
  if (plan != NULL)
    draft->year = plan->year;
  else
    cs_text_to_int (year, 1, 9999, &draft->year);
}

gboolean
cs_new_book_draft_set_year (CsNewBookDraft *draft, const char *text)
{
  g_autofree char *clean = cs_text_clean (text);

  if (clean == NULL || !cs_text_to_int (clean, FIRST_YEAR, LAST_YEAR, &draft->year))
    draft->year = 0;
  return draft->year != 0;
}

void
cs_new_book_draft_set_path (CsNewBookDraft *draft, const char *path)
{
  g_free (draft->path);
  draft->path = g_str_has_suffix (path, SUFFIX) ? g_strdup (path) : g_strconcat (path, SUFFIX, NULL);
}

GPtrArray *
cs_new_book_draft_list_units (const CsNewBookDraft *draft)
{
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; draft->units != NULL && i < draft->units->units->len; i++)
    {
      CsUnit *unit = g_ptr_array_index (draft->units->units, i);

      if (cs_regulation_level_of_unit_kind (draft->regulation, unit->kind) != NULL)
        g_ptr_array_add (units, unit);
    }
  return units;
}

static gboolean
plan_fits (const CsNewBookDraft *draft, const CsPlan *plan)
{
  if (!g_str_equal (plan->units, draft->units->id)
      || !cs_unit_set_is_within (draft->units, draft->unit->code, plan->unit))
    return FALSE;
  for (guint i = 0; i < plan->rounds->len; i++)
    if (cs_regulation_level (draft->regulation, ((CsRound *) g_ptr_array_index (plan->rounds, i))->level)
        == NULL)
      return FALSE;
  return TRUE;
}

GPtrArray *
cs_new_book_draft_list_plans (const CsNewBookDraft *draft)
{
  GPtrArray *plans = g_ptr_array_new ();

  for (guint i = 0; draft->unit != NULL && i < draft->plans->len; i++)
    if (plan_fits (draft, g_ptr_array_index (draft->plans, i)))
      g_ptr_array_add (plans, g_ptr_array_index (draft->plans, i));
  return plans;
}

char *
cs_new_book_draft_suggest_name (const CsNewBookDraft *draft)
{
  /* Translators: name of a file: year, name of the unit */
  g_autofree char *name =
      g_strdup_printf (_ ("OCOP %d %s"), draft->year, draft->unit != NULL ? draft->unit->name : "");

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  return g_strconcat (g_strstrip (name), SUFFIX, NULL);
}

void
cs_new_book_draft_suggest_path (CsNewBookDraft *draft)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = cs_new_book_draft_suggest_name (draft);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (SUFFIX));

  if (documents == NULL || !g_file_test (documents, G_FILE_TEST_IS_DIR))
    documents = g_get_home_dir ();
  g_free (draft->path);
  draft->path = g_build_filename (documents, name, NULL);
  for (guint i = 2; g_file_test (draft->path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s (%u)" SUFFIX, stem, i);

      g_free (draft->path);
      draft->path = g_build_filename (documents, next, NULL);
    }
}

CsStore *
cs_new_book_draft_create (const CsNewBookDraft *draft, GError **error)
{
  CsNewBook wanted = { .regulation = draft->regulation,
                       .units = draft->units,
                       .unit = draft->unit->code,
                       .plan = draft->plan,
                       .year = draft->year };

  return cs_store_create (draft->path, &wanted, error);
}
