/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample.h"

#include "base/data-dir.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "exchange/csv-table.h"
#include "exchange/library.h"
#include "exchange/sample-story-private.h"
#include "service/book/store-create.h"
#include "service/council/councils.h"
#include "service/scoring/bulk.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Law, units, plan and invented names come from data; only chance is made here, and always the same chance
 * for the same seed. The demonstration stands at one moment of the plan's year. */

#define DEFAULT_MEMBERS 7
#define CHUNK           2000 /* products a commit: a book of 100,000 must not need all of it in one journal */

typedef struct
{
  CsStore *store;
  GRand *chance;
  CsCsvTable *products;
  CsCsvTable *members;
  const CsRegulation *regulation;
  GPtrArray *units;  /* (element-type CsUnit): communes */
  GPtrArray *rounds; /* (element-type CsRound): of the lowest level */
  guint n_members;
  char *at;
} Sample;

static void
sample_clear (Sample *sample)
{
  g_clear_object (&sample->store);
  g_clear_pointer (&sample->chance, g_rand_free);
  cs_csv_table_free (sample->products);
  cs_csv_table_free (sample->members);
  g_clear_pointer (&sample->units, g_ptr_array_unref);
  g_clear_pointer (&sample->rounds, g_ptr_array_unref);
  g_free (sample->at);
}

static CsCsvTable *
read_table (const char *name, GError **error)
{
  g_autofree char *dir = cs_data_dir ();
  g_autofree char *path = g_build_filename (dir, "sample", name, NULL);
  g_autoptr (CsCsvTable) table = cs_csv_table_read (path, error);

  if (table == NULL || table->bad_rows->len == 0)
    return g_steal_pointer (&table);
  g_set_error_literal (error, CS_ERROR, CS_ERROR_INVALID, g_ptr_array_index (table->bad_rows, 0));
  return NULL;
}

static CsStore *
new_book (const char *path, Sample *sample, GError **error)
{
  g_autoptr (CsCsvTable) about = read_table ("book.csv", error);
  g_autoptr (CsRegulation) regulation = NULL;
  g_autoptr (CsPlan) plan = NULL;
  g_autoptr (CsUnitSet) units = NULL;
  CsNewBook wanted = { .demonstration = TRUE };

  if (about == NULL)
    return NULL;
  regulation = cs_library_regulation (cs_csv_table_cell (about, 0, "regulation"), error);
  plan = regulation != NULL ? cs_library_plan (cs_csv_table_cell (about, 0, "plan"), error) : NULL;
  units = plan != NULL ? cs_library_units (plan->units, error) : NULL;
  if (units == NULL)
    return NULL;
  sample->at = g_strdup (cs_csv_table_cell (about, 0, "made_at"));
  wanted.regulation = regulation;
  wanted.units = units;
  wanted.plan = plan;
  wanted.unit = plan->unit;
  wanted.title = cs_csv_table_cell (about, 0, "title");
  wanted.made_at = sample->at;
  return cs_store_create (path, &wanted, error);
}

/* Communes of all districts, and the rounds in which districts sit. */
static void
look_around (Sample *sample)
{
  const CsUnitSet *units = cs_store_get_units (sample->store);
  const CsBook *book = cs_store_get_book (sample->store);
  const GPtrArray *rounds = cs_store_get_rounds (sample->store);
  g_autoptr (GPtrArray) districts = cs_unit_set_children (units, book->unit);

  sample->regulation = cs_store_get_current_regulation (sample->store);
  sample->units = g_ptr_array_new ();
  sample->rounds = g_ptr_array_new ();
  for (guint i = 0; i < districts->len; i++)
    {
      g_autoptr (GPtrArray) communes = cs_unit_set_children (units, ((CsUnit *) districts->pdata[i])->code);

      g_ptr_array_extend (sample->units, communes, NULL, NULL);
    }
  for (guint i = 0; i < rounds->len; i++)
    {
      CsRound *round = g_ptr_array_index (rounds, i);

      if (g_str_equal (round->level, ((CsLevel *) sample->regulation->levels->pdata[0])->id))
        g_ptr_array_add (sample->rounds, round);
    }
}

static gboolean
add_councils (Sample *sample, CsBulk *bulk, GError **error)
{
  const CsUnitSet *units = cs_store_get_units (sample->store);
  g_autoptr (GPtrArray) districts = cs_unit_set_children (units, cs_store_get_book (sample->store)->unit);
  const CsLevel *level = g_ptr_array_index (sample->regulation->levels, 0);

  for (guint i = 0; i < districts->len; i++)
    {
      g_autofree char *key = cs_council_key (level->id, ((CsUnit *) districts->pdata[i])->code);

      for (guint m = 0; m <= sample->n_members; m++)
        {
          guint row = m % sample->members->rows->len;
          g_autofree char *short_name = g_strdup_printf ("m%u", m + 1);
          g_autofree char *name =
              g_strdup_printf ("%s %u (mẫu)", cs_csv_table_cell (sample->members, row, "name"), i + 1);
          CsNewMember member = { .council = key,
                                 .key = short_name,
                                 .name = name,
                                 .organisation = cs_csv_table_cell (sample->members, row, "organisation") };

          /* the last one is the secretary; scoring members beyond the list are plain members */
          if (m == sample->n_members)
            member.role = CS_ROLE_SECRETARY;
          else if (m >= sample->members->rows->len
                   || !cs_role_parse (cs_csv_table_cell (sample->members, row, "role"), &member.role)
                   || member.role == CS_ROLE_SECRETARY)
            member.role = CS_ROLE_MEMBER;
          if (!cs_bulk_add_member (bulk, &member, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The star a product of this quality is made for: its minima are then mostly reached, as with dossiers that
 * were prepared for it. */
static int
star_aimed_at (int quality)
{
  return quality >= 78 ? 5 : quality >= 60 ? 4 : quality >= 42 ? 3 : 0;
}

static int
needed_for (const CsCriterion *criterion, int star)
{
  int needed = 0;

  for (int below = CS_STAR_MIN; below <= star; below++)
    needed = MAX (needed, cs_criterion_needed (criterion, below));
  return needed;
}

/* One member's answers around the product's quality (0 to 100): mostly the option that fits, sometimes its
 * neighbour. In the @weak question the minimum is not looked at. */
static void
answer (Sample *sample, const CsForm *form, int quality, guint weak, int *choices)
{
  for (guint i = 0; i < cs_form_n_questions (form); i++)
    {
      const CsCriterion *criterion = cs_form_question (form, i);
      int n = (int) criterion->options->len;
      int lowest = cs_criterion_prints_zero (criterion) ? 1 : CS_CHOICE_NONE;
      int level = quality + g_rand_int_range (sample->chance, -15, 16);
      int needed = i == weak ? 0 : needed_for (criterion, star_aimed_at (quality));

      choices[i] = CLAMP (lowest + level * (n - lowest + 1) / 100, lowest, n);
      while (choices[i] < n && cs_criterion_points (criterion, choices[i]) < needed)
        choices[i]++;
    }
}

/* Half of the products fall short of one minimum, so that one sees what that does. Returns: G_MAXUINT for
 * none. */
static guint
weak_question (Sample *sample, const CsForm *form, int quality)
{
  guint n = cs_form_n_questions (form);
  guint start = (guint) g_rand_int_range (sample->chance, 0, 2 * (gint32) n);

  for (guint step = 0; start < n && step < n; step++)
    {
      guint i = (start + step) % n;

      if (needed_for (cs_form_question (form, i), star_aimed_at (quality)) > 0)
        return i;
    }
  return G_MAXUINT;
}

/* As a council does it: without a reason, unless the totals lie too far apart. */
static gboolean
close_product (CsBulk *bulk, const CsDossier *dossier, GError **error)
{
  g_autoptr (GError) refused = NULL;

  if (cs_bulk_close (bulk, dossier, NULL, &refused))
    return TRUE;
  return cs_bulk_close (bulk, dossier, "Hội đồng đã thảo luận, thống nhất kết quả (mẫu)", error);
}

static gboolean
score (Sample *sample,
       CsBulk *bulk,
       const CsDossier *dossier,
       int quality,
       guint stop_after,
       gboolean close,
       GError **error)
{
  const CsForm *form = cs_regulation_form (sample->regulation, dossier->form);
  g_autofree int *choices = g_new (int, cs_form_n_questions (form));
  guint weak = weak_question (sample, form, quality);

  for (guint m = 0; m < sample->n_members; m++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", m + 1);
      gboolean last = m == stop_after;

      answer (sample, form, quality, weak, choices);
      /* who is in the middle of a sheet has answered about half of it */
      for (guint i = cs_form_n_questions (form) / 2; last && i < cs_form_n_questions (form); i++)
        choices[i] = CS_CHOICE_OPEN;
      if (!cs_bulk_add_sheet (bulk, dossier, member, 1, choices, !last, error))
        return FALSE;
      if (last)
        return TRUE;
    }
  return !close || close_product (bulk, dossier, error);
}

/* The same answers, each a step worse or better. */
static void
shift (const CsForm *form, int *choices, int step)
{
  for (guint i = 0; i < cs_form_n_questions (form); i++)
    {
      const CsCriterion *criterion = cs_form_question (form, i);
      int lowest = cs_criterion_prints_zero (criterion) ? 1 : CS_CHOICE_NONE;

      choices[i] = CLAMP (choices[i] + step, lowest, (int) criterion->options->len);
    }
}

/* The first and the last member lie far apart; after the council's talk both score once more, with the
 * others.
 */
static gboolean
score_twice (Sample *sample, CsBulk *bulk, const CsDossier *dossier, int quality, GError **error)
{
  const CsForm *form = cs_regulation_form (sample->regulation, dossier->form);
  guint n = cs_form_n_questions (form), weak = weak_question (sample, form, quality),
        last = sample->n_members - 1;
  g_autofree int *choices = g_new (int, n * sample->n_members), *shifted = g_new (int, n);

  for (guint m = 0; m <= last; m++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", m + 1);

      answer (sample, form, quality, weak, choices + m * n);
      memcpy (shifted, choices + m * n, n * sizeof (int));
      if (m == 0 || m == last)
        shift (form, shifted, m == 0 ? -1 : 1);
      if (!cs_bulk_add_sheet (bulk, dossier, member, 1, shifted, TRUE, error))
        return FALSE;
    }
  if (!cs_bulk_discuss (bulk, dossier, "Hội đồng đã trao đổi về các tiêu chí chênh lệch (mẫu)", error))
    return FALSE;
  for (guint m = 0; m <= last; m += last)
    {
      g_autofree char *member = g_strdup_printf ("m%u", m + 1);

      if (!cs_bulk_add_sheet (bulk, dossier, member, 2, choices + m * n, TRUE, error))
        return FALSE;
    }
  return close_product (bulk, dossier, error);
}

/* The @i-th product: what stands in the list, or made from it when there are more products than lines. */
static CsDossier *
add_product (Sample *sample, CsBulk *bulk, guint i, gboolean generated, GError **error)
{
  const CsCsvTable *list = sample->products;
  guint row = i % list->rows->len;
  const CsUnit *unit = g_ptr_array_index (sample->units, i % sample->units->len);
  const CsRound *round = g_ptr_array_index (sample->rounds, i % sample->rounds->len);
  const CsUnit *filed_at;
  g_autofree char *product = NULL;
  g_autofree char *producer = NULL;
  CsNewDossier wanted = { .producer_kind = cs_csv_table_cell (list, row, "producer_kind"),
                          .kind = cs_csv_table_cell (list, row, "kind"),
                          .representative = cs_csv_table_cell (list, row, "representative"),
                          .phone = cs_csv_table_cell (list, row, "phone"),
                          .description = cs_csv_table_cell (list, row, "description") };

  cs_text_to_int (cs_csv_table_cell (list, row, "form"), 1, 999, &wanted.form);
  wanted.unit = generated ? unit->code : cs_csv_table_cell (list, row, "unit");
  wanted.round = generated ? round->id : cs_csv_table_cell (list, row, "round");
  filed_at = cs_unit_set_find (cs_store_get_units (sample->store), wanted.unit);
  wanted.address = filed_at != NULL ? filed_at->name : NULL;
  if (generated)
    {
      product = g_strdup_printf ("%s %u", cs_csv_table_cell (list, row, "product"), i + 1);
      producer = g_strdup_printf ("%s %u", cs_csv_table_cell (list, row, "producer"), i / 3 + 1);
    }
  wanted.product = generated ? product : cs_csv_table_cell (list, row, "product");
  wanted.producer = generated ? producer : cs_csv_table_cell (list, row, "producer");
  return cs_bulk_add_dossier (bulk, &wanted, error);
}

/* How far a product is: the demonstration's list says it, a generated book draws it (a fifth closed, a tenth
 * begun). */
static gboolean
progress_product (
    Sample *sample, CsBulk *bulk, const CsDossier *dossier, guint i, gboolean generated, GError **error)
{
  guint row = i % sample->products->rows->len;
  const char *state = cs_csv_table_cell (sample->products, row, "state");
  int quality = 0;
  guint stop_after = G_MAXUINT;

  cs_text_to_int (cs_csv_table_cell (sample->products, row, "quality"), 0, 100, &quality);
  if (generated)
    {
      int draw = g_rand_int_range (sample->chance, 0, 10);

      state = draw < 2 ? "closed" : draw < 3 ? "scoring" : "registered";
      quality = g_rand_int_range (sample->chance, 35, 100);
    }
  if (g_str_equal (state, "registered"))
    return TRUE;
  if (g_str_equal (state, "apart") && sample->n_members > 1)
    return score_twice (sample, bulk, dossier, quality, error);
  if (g_str_equal (state, "scoring"))
    stop_after = sample->n_members / 2;
  return score (sample, bulk, dossier, quality, stop_after, !g_str_equal (state, "scoring"), error);
}

static gboolean
fill (Sample *sample, guint n, gboolean generated, CsProgress progress, gpointer data, GError **error)
{
  g_autoptr (CsBulk) bulk = cs_bulk_begin (sample->store, "sample", sample->at, error);

  if (bulk == NULL || !add_councils (sample, bulk, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CsDossier) dossier = NULL;

      if (i > 0 && i % CHUNK == 0)
        {
          if (!cs_bulk_commit (g_steal_pointer (&bulk), "sample", error))
            return FALSE;
          bulk = cs_bulk_begin (sample->store, "sample", sample->at, error);
          if (bulk == NULL)
            return FALSE;
          if (progress != NULL)
            progress (i, n, data);
        }
      dossier = add_product (sample, bulk, i, generated, error);
      if (dossier == NULL || !progress_product (sample, bulk, dossier, i, generated, error))
        return FALSE;
    }
  return cs_bulk_commit (g_steal_pointer (&bulk), "sample", error);
}

static gboolean
tell_story (CsStore *store, GError **error)
{
  g_autoptr (CsCsvTable) story = read_table ("story.csv", error);

  return story != NULL && _cs_sample_tell_story (store, story, error);
}

CsStore *
cs_sample_create (
    const char *path, const CsSampleOptions *options, CsProgress progress, gpointer data, GError **error)
{
  static const CsSampleOptions demonstration = { 0 };
  Sample sample = { 0 };
  CsStore *made = NULL;
  gboolean generated;

  if (options == NULL)
    options = &demonstration;
  generated = options->products > 0;
  sample.n_members = options->members > 0 ? options->members : DEFAULT_MEMBERS;
  sample.chance = g_rand_new_with_seed (options->seed);
  sample.products = read_table ("products.csv", error);
  sample.members = sample.products != NULL ? read_table ("members.csv", error) : NULL;
  cs_id_use_seed (options->seed);
  if (sample.members != NULL)
    sample.store = new_book (path, &sample, error);
  if (sample.store != NULL)
    {
      cs_store_set_person (sample.store, "mẫu", NULL);
      look_around (&sample);
      if (fill (&sample, generated ? options->products : sample.products->rows->len, generated, progress,
                data, error)
          && (generated || tell_story (sample.store, error)))
        {
          cs_store_set_person (sample.store, NULL, NULL);
          made = g_steal_pointer (&sample.store);
        }
      else
        {
          g_clear_object (&sample.store);
          g_unlink (path);
        }
    }
  cs_id_use_random ();
  sample_clear (&sample);
  return made;
}
