/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/list-recognitions-private.h"
#include "exchange/list-names-private.h"

#include "base/date.h"
#include "base/id.h"
#include "base/text.h"
#include "model/register.h"
#include "rules/recognition-check.h"
#include "service/results/register.h"

#include <glib/gi18n-lib.h>

/* Real registers are untidy: units by name, in two columns, stars with remarks, dates as a year. What can be
 * understood without guessing is taken and, where it deserves a look, noted; what cannot makes the whole list
 * be refused. */

/* The unit from the columns "commune" and "district". */
static const CsUnit *
place_by_names (CsStore *store, const char *commune, const char *district)
{
  const CsUnitSet *units = cs_store_get_units (store);
  const char *top = cs_store_get_book (store)->unit;
  g_autoptr (GPtrArray) districts = NULL;
  const CsUnit *hit = NULL;
  guint hits = 0;

  if (*district == '\0')
    return NULL;
  districts = _cs_list_units_called (units, district, top, TRUE);
  for (guint i = 0; *commune != '\0' && i < districts->len; i++)
    {
      const CsUnit *above = g_ptr_array_index (districts, i);
      g_autoptr (GPtrArray) communes = _cs_list_units_called (units, commune, above->code, TRUE);

      hits += communes->len;
      if (communes->len > 0)
        hit = g_ptr_array_index (communes, 0);
    }
  if (hits == 1)
    return hit;
  return districts->len == 1 ? g_ptr_array_index (districts, 0) : NULL;
}

/* A row without any place is kept at the book's own unit and noted; a place that is written but unknown is
 * bad. */
static const CsUnit *
place (CsStore *store, const CsCsvTable *table, guint row, GPtrArray *problems, GPtrArray *notes)
{
  const CsUnit *own = cs_unit_set_find (cs_store_get_units (store), cs_store_get_book (store)->unit);
  const char *unit = cs_csv_table_cell (table, row, "unit");
  const char *commune = cs_csv_table_cell (table, row, "commune");
  const char *district = cs_csv_table_cell (table, row, "district");
  const CsUnit *found =
      *unit != '\0' ? _cs_list_find_unit (store, unit) : place_by_names (store, commune, district);
  g_autofree char *message = NULL;

  if (found != NULL && cs_unit_set_is_within (cs_store_get_units (store), found->code, own->code))
    {
      if (*unit == '\0' && *commune != '\0' && !g_str_equal (found->kind, "commune"))
        {
          message = g_strdup_printf (_ ("commune “%s” was not found; kept at %s"), commune, found->name);
          cs_csv_table_problem (table, row, "commune", message, notes);
        }
      return found;
    }
  if (*unit != '\0')
    {
      message = g_strdup_printf (_ ("there is no unit “%s” in this book"), unit);
      cs_csv_table_problem (table, row, "unit", message, problems);
      return NULL;
    }
  message = *district == '\0'
                ? g_strdup_printf (_ ("no place is given; kept at %s"), own->name)
                : g_strdup_printf (_ ("“%s” could not be placed; kept at %s"), district, own->name);
  cs_csv_table_problem (table, row, *district == '\0' ? "unit" : "district", message, notes);
  return own;
}

/* "4", "4 (tiềm năng 5)": 4; "5 (tiềm năng)": a potential of 5 is a product recognised with 4 until the level
 * above has decided. */
static int
read_stars (const CsCsvTable *table, guint row, GPtrArray *problems, GPtrArray *notes)
{
  const char *cell = cs_csv_table_cell (table, row, "stars");
  g_autofree char *folded = cs_text_fold (cell);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  int stars = 0;
  gboolean potential = strstr (folded, "tiem nang") != NULL;
  g_autofree char *message = NULL;

  if (words[0] == NULL || !cs_text_to_int (words[0], 1, CS_STAR_MAX, &stars)
      || (words[1] != NULL && !potential))
    {
      cs_csv_table_problem (table, row, "stars", _ ("write a number from 1 to 5"), problems);
      return 0;
    }
  if (potential && g_strv_length (words) == 3)
    stars--;
  if (stars < 1)
    {
      cs_csv_table_problem (table, row, "stars", _ ("write a number from 1 to 5"), problems);
      return 0;
    }
  if (potential)
    {
      message = g_strdup_printf (_ ("“%s”: a potential is no recognition; kept with %d stars"), cell, stars);
      cs_csv_table_problem (table, row, "stars", message, notes);
    }
  return stars;
}

/* A year, a month or a day. */
static gboolean
date_is_known (const char *text)
{
  g_autofree char *whole = NULL;

  if (strlen (text) == 4)
    whole = g_strconcat (text, "-01-01", NULL);
  else if (strlen (text) == 7)
    whole = g_strconcat (text, "-01", NULL);
  return cs_date_is_valid (whole != NULL ? whole : text);
}

static void
check_lengths (const CsCsvTable *table, guint row, GPtrArray *problems)
{
  static const struct
  {
    const char *column;
    int most;
  } texts[] = { { "product", CS_NAME_MAX },
                { "producer", CS_NAME_MAX },
                { "decision", CS_TEXT_MAX },
                { "certificate", CS_NAME_MAX },
                { "score", CS_TEXT_MAX } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = cs_csv_table_cell (table, row, texts[i].column);
      g_autofree char *message = NULL;

      if (cs_text_find_control (text) != NULL)
        message = g_strdup_printf (_ ("This text has a character that cannot be seen (U+%04X). Write it anew"
                                      " instead of pasting it."),
                                   g_utf8_get_char (cs_text_find_control (text)));
      else if (!cs_text_fits (text, texts[i].most))
        message = g_strdup_printf (_ ("This text is longer than %d letters. Shorten it."), texts[i].most);
      if (message != NULL)
        cs_csv_table_problem (table, row, texts[i].column, message, problems);
    }
}

/* The last day of the certificate: as the list tells it, else counted from the day of the decision. */
static void
read_end (CsRecognition *recognition,
          const CsRegulation *regulation,
          const CsCsvTable *table,
          guint row,
          GPtrArray *problems)
{
  const char *cell = cs_csv_table_cell (table, row, "valid_until");

  if (*cell != '\0')
    {
      recognition->valid_until = cs_date_from_display (cell);
      if (recognition->valid_until == NULL)
        cs_csv_table_problem (table, row, "valid_until", _ ("write the date as 2022-08-22"), problems);
    }
  else if (cs_date_is_valid (recognition->decided_on) && recognition->stars >= CS_STAR_MIN)
    recognition->valid_until = cs_date_add_months (recognition->decided_on, regulation->certificate_months);
}

static void
check_days (const CsRecognition *recognition, const CsCsvTable *table, guint row, GPtrArray *problems)
{
  g_autofree char *today = cs_date_today ();
  const char *field;
  g_autofree char *problem = cs_recognition_check (recognition, today, &field);

  if (problem != NULL)
    cs_csv_table_problem (table, row, g_str_equal (field, "decided_on") ? "date" : field, problem, problems);
}

static CsRecognition *
read_row (CsStore *store, const CsCsvTable *table, guint row, GPtrArray *problems, GPtrArray *notes)
{
  const CsRegulation *regulation = cs_store_get_current_regulation (store);
  CsRecognition *recognition = cs_recognition_new ();
  const char *date = cs_csv_table_cell (table, row, "date");
  const CsUnit *unit = place (store, table, row, problems, notes);
  g_autofree char *day = cs_date_from_display (date);

  recognition->uuid = cs_id_new ();
  recognition->product = g_strdup (cs_csv_table_cell (table, row, "product"));
  recognition->producer = g_strdup (cs_csv_table_cell (table, row, "producer"));
  recognition->unit = g_strdup (unit != NULL ? unit->code : "");
  recognition->stars = read_stars (table, row, problems, notes);
  recognition->decision = g_strdup (cs_csv_table_cell (table, row, "decision"));
  recognition->decided_on = g_strdup (day != NULL ? day : date);
  recognition->score = g_strdup (cs_csv_table_cell (table, row, "score"));
  g_free (recognition->certificate);
  recognition->certificate = g_strdup (cs_csv_table_cell (table, row, "certificate"));
  check_lengths (table, row, problems);
  if (*recognition->product == '\0')
    cs_csv_table_problem (table, row, "product", _ ("the product has no name"), problems);
  if (*recognition->producer == '\0')
    cs_csv_table_problem (table, row, "producer", _ ("the producer has no name"), problems);
  if (!date_is_known (recognition->decided_on))
    cs_csv_table_problem (table, row, "date", _ ("write the date as 2022-08-22, or at least the year"),
                          problems);
  else
    {
      read_end (recognition, regulation, table, row, problems);
      check_days (recognition, table, row, problems);
    }
  return recognition;
}

static char *
identity (const CsRecognition *recognition)
{
  g_autofree char *names = g_strdup_printf ("%s|%s", recognition->product, recognition->producer);
  g_autofree char *folded = cs_text_fold (names);

  return g_strdup_printf ("%s|%s|%s", folded, recognition->decision, recognition->decided_on);
}

/* Returns: FALSE when another one has that certificate. */
static gboolean
take_certificate (GHashTable *certificates, const CsRecognition *recognition)
{
  char *key = cs_recognition_certificate_key (recognition);

  return key == NULL || g_hash_table_add (certificates, key);
}

gboolean
_cs_list_import_recognitions (
    CsStore *store, const CsCsvTable *table, GPtrArray *problems, GPtrArray *notes, GError **error)
{
  static const char *const required[] = { "product", "producer", "stars", "decision", "date", NULL };
  const char *const placed[] = { cs_csv_table_column (table, "district") >= 0 ? "district" : "unit", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) certificates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!cs_csv_table_require (table, required, error) || !cs_csv_table_require (table, placed, error))
    return FALSE;
  known = cs_store_list_recognitions (store, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    {
      g_hash_table_add (seen, identity (g_ptr_array_index (known, i)));
      take_certificate (certificates, g_ptr_array_index (known, i));
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      CsRecognition *recognition;

      if (!cs_store_step (store, i, table->rows->len, error))
        return FALSE;
      recognition = read_row (store, table, i, problems, notes);
      if (!g_hash_table_add (seen, identity (recognition)))
        cs_csv_table_problem (table, i, "product", _ ("this recognition is in the register already"),
                              problems);
      if (!take_certificate (certificates, recognition))
        cs_csv_table_problem (table, i, "certificate",
                              _ ("another certificate of this decision has that number"), problems);
      g_ptr_array_add (rows, recognition);
    }
  return problems->len == 0 && cs_register_add (store, rows, error);
}
