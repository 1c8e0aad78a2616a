/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/overview.h"

#include "base/text.h"
#include "model/dossier.h"
#include "model/register.h"
#include "rules/progress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  row->of_round = overview->round != NULL;
  row->of_past = overview->of_past;
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

/* --- dossiers --- */

/* Returns: whether the decision holds. What a later decision on the same product replaced still tells what
 * became of its dossier. */
static gboolean
is_in_force (const CsCertificate *certificate)
{
  return certificate->recognition->withdrawn_on == NULL
         && (!certificate->known || certificate->clock.state != CS_CLOCK_EXPIRED);
}

static gboolean
is_newer (const CsRecognition *a, const CsRecognition *b)
{
  int days = strcmp (a->decided_on, b->decided_on);

  return days > 0 || (days == 0 && a->id > b->id);
}

/* Returns: (transfer full) (element-type gint64 CsRecognition): by dossier the newest decision in force. */
static GHashTable *
collect_decisions (const GPtrArray *certificates)
{
  GHashTable *decisions = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < certificates->len; i++)
    {
      const CsCertificate *certificate = g_ptr_array_index (certificates, i);
      CsRecognition *recognition = certificate->recognition;
      const CsRecognition *known = g_hash_table_lookup (decisions, &recognition->dossier_id);

      if (recognition->dossier_id != 0 && is_in_force (certificate)
          && (known == NULL || is_newer (recognition, known)))
        g_hash_table_replace (decisions, &recognition->dossier_id, recognition);
    }
  return decisions;
}

typedef struct
{
  CsOverview *overview;
  GHashTable *by_unit; /* (element-type utf8 CsOverviewRow) */
  const CsUnitSet *units;
  GHashTable *rows;      /* of units, NULL for no row */
  GHashTable *decisions; /* as collect_decisions() */
  gboolean counts[3];    /* by place in cs_dossier_kinds: whether the plan counts it */
} Counting;

static CsOverviewRow *
row_of_fact (const Counting *counting, const CsDossierFact *fact)
{
  gpointer row;

  if (!g_hash_table_lookup_extended (counting->rows, fact->unit, NULL, &row))
    {
      row = row_of (counting->overview, counting->by_unit, counting->units, fact->unit);
      g_hash_table_insert (counting->rows, (gpointer) fact->unit, row);
    }
  return row;
}

static void
count_recognised (const Counting *counting, CsOverviewRow *row, const CsDossierFact *fact, int stars)
{
  int *const kinds[] = { &row->first, &row->upgrade, &row->renewal };

  row->recognised[stars]++;
  if (fact->kind >= G_N_ELEMENTS (kinds))
    return;
  (*kinds[fact->kind])++;
  row->counted += counting->counts[fact->kind] != FALSE;
}

/* @facts: those of one dossier */
static void
count_dossier (const Counting *counting, const CsDossierFact *facts, guint n)
{
  CsOverviewRow *row = row_of_fact (counting, facts);
  const CsRecognition *decision = g_hash_table_lookup (counting->decisions, &facts->key.dossier);
  const CsDossierFact *newest = facts;
  CsProgressState state = { .recognised = decision != NULL ? decision->stars : 0 };
  gboolean scored = FALSE, forwarded = FALSE, changed = FALSE, shown = counting->overview->round == NULL;

  for (guint i = 0; i < n; i++)
    {
      scored |= facts[i].state == CS_DOSSIER_CLOSED && !facts[i].changed;
      forwarded |= facts[i].forwarded && !facts[i].changed;
      changed |= facts[i].changed;
      shown |= g_strcmp0 (facts[i].round, counting->overview->round) == 0;
      if (facts[i].level >= newest->level)
        newest = &facts[i];
    }
  if (row == NULL || !shown)
    return;
  state.closed = newest->state == CS_DOSSIER_CLOSED && !newest->changed;
  state.decided = newest->decided;
  state.forwarded = newest->forwarded;
  state.stars = newest->stars;
  row->registered++;
  row->scored += scored;
  row->forwarded += forwarded;
  row->changed += changed;
  switch (cs_progress (&state))
    {
    case CS_PROGRESS_RECOGNISED:
      count_recognised (counting, row, facts, state.recognised);
      break;
    case CS_PROGRESS_WAITING:
      row->waiting++;
      break;
    case CS_PROGRESS_PIPELINE:
      row->pipeline++;
      break;
    case CS_PROGRESS_FAILED:
      row->failed++;
      break;
    }
}

/* A dossier counts once, through however many councils it went. */
static void
count_dossiers (const Counting *counting, const GArray *facts)
{
  for (guint i = 0, n; i < facts->len; i += n)
    {
      const CsDossierFact *first = &g_array_index (facts, CsDossierFact, i);

      for (n = 1; i + n < facts->len && first[n].key.dossier == first->key.dossier;)
        n++;
      if (!first->rehearsal)
        count_dossier (counting, first, n);
    }
}

/* --- the register --- */

/* What was decided in the year shown and is not told by a dossier of it. */
static gboolean
is_elsewhere (const CsOverview *overview, const CsRecognition *recognition, gboolean of_book_year)
{
  g_autofree char *text = g_strndup (recognition->decided_on, 4);
  int year;

  return !(of_book_year && recognition->dossier_id != 0) && recognition->withdrawn_on == NULL
         && recognition->stars >= CS_STAR_MIN && cs_text_to_int (text, 1, 9999, &year)
         && year == overview->year;
}

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

      if (row == NULL)
        continue;
      row->expiring += cs_certificate_is_expiring (certificate);
      if (is_elsewhere (overview, recognition, of_book_year))
        row->elsewhere[recognition->stars]++;
    }
}

static int
count_trademarks (const GPtrArray *trademarks, int year)
{
  int n = 0;

  for (guint i = 0; i < trademarks->len; i++)
    {
      const CsTrademark *trademark = g_ptr_array_index (trademarks, i);
      g_autofree char *text =
          trademark->registered_on != NULL ? g_strndup (trademark->registered_on, 4) : NULL;
      int registered;

      /* one whose day is not told belongs to the year in whose book it was entered */
      n += text == NULL || !cs_text_to_int (text, 1, 9999, &registered) || registered == year;
    }
  return n;
}

static void
add_totals (CsOverview *overview)
{
  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      cs_fields_add (cs_overview_fields, &overview->totals, row);
      overview->totals.changed += row->changed;
    }
  overview->totals.target = overview->target;
  overview->totals.of_round = overview->round != NULL;
  overview->totals.of_past = overview->of_past;
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
  overview->of_past = !of_book_year;
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
      Counting counting = { overview, by_unit, units, g_hash_table_new (g_str_hash, g_str_equal),
                            collect_decisions (certificates) };

      for (guint i = 0; i < G_N_ELEMENTS (counting.counts); i++)
        counting.counts[i] = cs_book_counts (book, cs_dossier_kinds[i]);
      set_targets (overview, by_unit, targets);
      overview->trademarks_target = book->trademarks_target;
      overview->trademarks_done = count_trademarks (trademarks, year);
      count_dossiers (&counting, facts);
      g_hash_table_unref (counting.rows);
      g_hash_table_unref (counting.decisions);
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
cs_overview_row_shown (const CsOverviewRow *row, int star)
{
  return row->of_past ? row->elsewhere[star] : row->recognised[star];
}

int
cs_overview_row_elsewhere (const CsOverviewRow *row)
{
  int n = 0;

  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    n += row->elsewhere[star];
  return n;
}

int
cs_overview_row_missing (const CsOverviewRow *row)
{
  return row->of_round ? 0 : row->target - row->counted;
}

/* --- fields --- */

static int
shown_3 (gconstpointer row)
{
  return cs_overview_row_shown (row, 3);
}

static int
shown_4 (gconstpointer row)
{
  return cs_overview_row_shown (row, 4);
}

static int
shown_5 (gconstpointer row)
{
  return cs_overview_row_shown (row, 5);
}

static int
recognised_of (gconstpointer row)
{
  return shown_3 (row) + shown_4 (row) + shown_5 (row);
}

static int
is_of_past (gconstpointer row)
{
  return ((const CsOverviewRow *) row)->of_past;
}

static int
elsewhere_of (gconstpointer row)
{
  return cs_overview_row_elsewhere (row);
}

static int
has_no_target (gconstpointer row)
{
  return ((const CsOverviewRow *) row)->of_round || is_of_past (row);
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
  CS_FIELD_COUNT ("recognised.3", NULL, CsOverviewRow, recognised[3]),
  CS_FIELD_COUNT ("recognised.4", NULL, CsOverviewRow, recognised[4]),
  CS_FIELD_COUNT ("recognised.5", NULL, CsOverviewRow, recognised[5]),
  { "shown-3", CS_FIELD_NUMBER, .title = "3★", .sum = CS_SUM_GIVEN, .derived = TRUE, .number = shown_3 },
  { "shown-4", CS_FIELD_NUMBER, .title = "4★", .sum = CS_SUM_GIVEN, .derived = TRUE, .number = shown_4 },
  { "shown-5", CS_FIELD_NUMBER, .title = "5★", .sum = CS_SUM_GIVEN, .derived = TRUE, .number = shown_5 },
  { "recognised", CS_FIELD_NUMBER, .title = N_ ("Recognised"), .sum = CS_SUM_GIVEN, .derived = TRUE,
    .number = recognised_of },
  /* Translators: products that are missing to the target */
  { "missing", CS_FIELD_NUMBER, .title = N_ ("Missing"), .sum = CS_SUM_GIVEN, .derived = TRUE,
    .number = missing_of, .hidden = has_no_target },
  /* Translators: heads a column: closed products with stars, no decision yet */
  CS_FIELD_COUNT ("waiting", N_ ("Waiting"), CsOverviewRow, waiting),
  /* Translators: heads a column: registered, being scored, or sent up and not answered */
  CS_FIELD_COUNT ("pipeline", N_ ("Under way"), CsOverviewRow, pipeline),
  /* Translators: heads a column: closed without stars that are recognised */
  CS_FIELD_COUNT ("failed", N_ ("Failed"), CsOverviewRow, failed),
  CS_FIELD_COUNT ("forwarded", N_ ("Forwarded"), CsOverviewRow, forwarded),
  /* Translators: certificates that end soon */
  CS_FIELD_COUNT ("expiring", N_ ("Ending"), CsOverviewRow, expiring),
  { "recognised_elsewhere", CS_FIELD_NUMBER, .sum = CS_SUM_GIVEN, .number = elsewhere_of },
  CS_FIELD_COUNT ("potential5", NULL, CsOverviewRow, potential5),
  CS_FIELD_COUNT ("counted", NULL, CsOverviewRow, counted),
  CS_FIELD_COUNT ("kinds.first", NULL, CsOverviewRow, first),
  CS_FIELD_COUNT ("kinds.upgrade", NULL, CsOverviewRow, upgrade),
  CS_FIELD_COUNT ("kinds.renewal", NULL, CsOverviewRow, renewal),
  CS_FIELD_COUNT ("elsewhere.3", NULL, CsOverviewRow, elsewhere[3]),
  CS_FIELD_COUNT ("elsewhere.4", NULL, CsOverviewRow, elsewhere[4]),
  CS_FIELD_COUNT ("elsewhere.5", NULL, CsOverviewRow, elsewhere[5]),
  { NULL },
};
