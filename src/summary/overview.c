/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/overview.h"

#include "base/text.h"
#include "model/register.h"

#include <glib/gi18n-lib.h>

static void
row_free (gpointer data)
{
  CsOverviewRow *row = data;

  g_free (row->unit);
  g_free (row->name);
  g_free (row);
}

static CsOverviewRow *
add_row (CsOverview *overview, const CsUnit *unit)
{
  CsOverviewRow *row = g_new0 (CsOverviewRow, 1);

  row->unit = g_strdup (unit->code);
  row->name = g_strdup (unit->name);
  g_ptr_array_add (overview->rows, row);
  return row;
}

/* The row a unit belongs to: the child of the book's unit above it, or the book's own unit. */
static CsOverviewRow *
row_of (CsOverview *overview, GHashTable *by_unit, const CsUnitSet *units, const char *code)
{
  for (const CsUnit *unit = cs_unit_set_find (units, code); unit != NULL;
       unit = cs_unit_set_find (units, unit->parent))
    {
      CsOverviewRow *row = g_hash_table_lookup (by_unit, unit->code);

      if (row != NULL)
        return row;
      if (g_str_equal (unit->code, overview->unit))
        {
          row = add_row (overview, unit);
          g_hash_table_insert (by_unit, row->unit, row);
          return row;
        }
    }
  return NULL;
}

typedef struct
{
  CsOverviewRow *row;
  gboolean scored;
  gboolean forwarded;
  int recognised;
} Progress;

static void
count_progress (const Progress *progress)
{
  if (progress->row == NULL)
    return;
  progress->row->registered++;
  progress->row->scored += progress->scored != FALSE;
  progress->row->forwarded += progress->forwarded != FALSE;
  if (progress->recognised > 0)
    progress->row->recognised[progress->recognised]++;
}

/* Returns: the star that is recognised at this level, 0 for none, also when that was withdrawn. */
static int
recognised (const CsDossierFact *fact)
{
  return fact->decides && !fact->withdrawn ? fact->stars : 0;
}

/* A dossier that went through two councils counts once, with its highest recognised star. */
static void
count_facts (CsOverview *overview, GHashTable *by_unit, const CsUnitSet *units, const GArray *facts)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal); /* of units, NULL for no row */
  Progress progress = { NULL };
  gint64 dossier = 0;

  for (guint i = 0; i < facts->len; i++)
    {
      const CsDossierFact *fact = &g_array_index (facts, CsDossierFact, i);

      if (fact->rehearsal)
        continue;
      if (overview->round != NULL && g_strcmp0 (overview->round, fact->round) != 0)
        continue;
      if (fact->key.dossier != dossier)
        {
          gpointer row;

          count_progress (&progress);
          if (!g_hash_table_lookup_extended (rows, fact->unit, NULL, &row))
            {
              row = row_of (overview, by_unit, units, fact->unit);
              g_hash_table_insert (rows, (gpointer) fact->unit, row);
            }
          progress = (Progress){ .row = row };
          dossier = fact->key.dossier;
        }
      progress.scored |= fact->state == CS_DOSSIER_CLOSED;
      progress.forwarded |= fact->forwarded;
      progress.recognised = MAX (progress.recognised, recognised (fact));
    }
  count_progress (&progress);
}

/* The book's own year is told by its councils, other years by the register. What was recognised here counts
 * in the year of its council, whenever the decision came. */
static void
count_certificates (CsOverview *overview,
                    GHashTable *by_unit,
                    const CsUnitSet *units,
                    const GPtrArray *certificates,
                    gboolean of_book_year)
{
  for (guint i = 0; i < certificates->len; i++)
    {
      const CsCertificate *certificate = g_ptr_array_index (certificates, i);
      const CsRecognition *recognition = certificate->recognition;
      CsOverviewRow *row = row_of (overview, by_unit, units, recognition->unit);
      g_autofree char *year_text = g_strndup (recognition->decided_on, 4);
      int year;

      if (row == NULL)
        continue;
      row->expiring += cs_certificate_is_expiring (certificate);
      if (!of_book_year && recognition->evaluation == 0 && recognition->withdrawn_on == NULL
          && recognition->stars >= CS_STAR_MIN && cs_text_to_int (year_text, 1, 9999, &year)
          && year == overview->year)
        row->recognised[recognition->stars]++;
    }
}

static void
add_totals (CsOverview *overview)
{
  for (guint i = 0; i < overview->rows->len; i++)
    cs_fields_add (cs_overview_fields, &overview->totals, g_ptr_array_index (overview->rows, i));
  overview->totals.target = overview->target;
}

static void
set_targets (CsOverview *overview, GHashTable *by_unit, const GPtrArray *targets)
{
  int sum = 0;
  int own = -1;

  for (guint i = 0; i < targets->len; i++)
    {
      const CsTarget *target = g_ptr_array_index (targets, i);
      CsOverviewRow *row = g_hash_table_lookup (by_unit, target->unit);

      if (row != NULL)
        {
          row->target = target->products;
          sum += target->products;
        }
      else if (g_str_equal (target->unit, overview->unit))
        own = target->products;
    }
  /* a district's book has its own line of the province's plan as target, its communes have none */
  overview->target = own >= 0 ? own : sum;
}

CsOverview *
cs_overview_new (const CsBook *book,
                 const CsUnitSet *units,
                 const GPtrArray *targets,
                 const GArray *facts,
                 const GPtrArray *trademarks,
                 const GPtrArray *certificates,
                 int year,
                 const char *round)
{
  CsOverview *overview = g_new0 (CsOverview, 1);
  g_autoptr (GHashTable) by_unit = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) children = cs_unit_set_children (units, book->unit);
  const CsUnit *own = cs_unit_set_find (units, book->unit);
  gboolean of_book_year = year == book->year;

  overview->year = year;
  overview->unit = g_strdup (book->unit);
  overview->unit_name = g_strdup (own != NULL ? own->name : book->unit);
  overview->round = g_strdup (round);
  overview->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < children->len; i++)
    {
      CsOverviewRow *row = add_row (overview, g_ptr_array_index (children, i));

      g_hash_table_insert (by_unit, row->unit, row);
    }
  if (of_book_year)
    {
      set_targets (overview, by_unit, targets);
      overview->trademarks_target = book->trademarks_target;
      overview->trademarks_done = (int) trademarks->len;
      count_facts (overview, by_unit, units, facts);
    }
  count_certificates (overview, by_unit, units, certificates, of_book_year);
  add_totals (overview);
  return overview;
}

void
cs_overview_free (CsOverview *overview)
{
  if (overview == NULL)
    return;
  g_free (overview->unit);
  g_free (overview->unit_name);
  g_free (overview->round);
  g_ptr_array_unref (overview->rows);
  g_free (overview);
}

int
cs_overview_row_recognised (const CsOverviewRow *row)
{
  int n = 0;

  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    n += row->recognised[star];
  return n;
}

int
cs_overview_row_missing (const CsOverviewRow *row)
{
  return row->target - cs_overview_row_recognised (row);
}

/* --- fields --- */

static int
recognised_of (gconstpointer row)
{
  return cs_overview_row_recognised (row);
}

static int
missing_of (gconstpointer row)
{
  return cs_overview_row_missing (row);
}

#define ROW(member) G_STRUCT_OFFSET (CsOverviewRow, member)

const CsField cs_overview_fields[] = {
  { "unit", CS_FIELD_TEXT, ROW (unit) }, /* a code: for programs, it heads no column */
  { "name", CS_FIELD_TEXT, ROW (name), N_ ("Unit"), .weight = 1 },
  { "target", CS_FIELD_NUMBER, ROW (target), N_ ("Target"), .sum = CS_SUM_GIVEN },
  CS_FIELD_COUNT ("registered", N_ ("Registered"), CsOverviewRow, registered),
  CS_FIELD_COUNT ("scored", N_ ("Scored"), CsOverviewRow, scored),
  CS_FIELD_COUNT ("recognised.3", "3★", CsOverviewRow, recognised[3]),
  CS_FIELD_COUNT ("recognised.4", "4★", CsOverviewRow, recognised[4]),
  CS_FIELD_COUNT ("recognised.5", "5★", CsOverviewRow, recognised[5]),
  { "recognised", CS_FIELD_NUMBER, .title = N_ ("Recognised"), .sum = CS_SUM_GIVEN, .derived = TRUE,
    .number = recognised_of },
  /* Translators: products that are missing to the target */
  { "missing", CS_FIELD_NUMBER, .title = N_ ("Missing"), .sum = CS_SUM_GIVEN, .derived = TRUE,
    .number = missing_of },
  CS_FIELD_COUNT ("forwarded", N_ ("Forwarded"), CsOverviewRow, forwarded),
  /* Translators: certificates that end soon */
  CS_FIELD_COUNT ("expiring", N_ ("Ending"), CsOverviewRow, expiring),
  { NULL },
};
