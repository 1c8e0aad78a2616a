/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "model/dossier.h"
#include "model/register.h"
#include "summary/overview.h"

/* Rows add up to totals whatever comes in; the windows of certificates end where they should; what was
 * renewed, withdrawn or filed counts as it should. */

#define TODAY   "2024-05-20"
#define RENEWAL 180

typedef struct
{
  CsBook *book;
  CsUnitSet *units;
  CsPlan *plan;
  CsRegulation *regulation;
  GArray *facts;           /* (element-type CsDossierFact) */
  GPtrArray *trademarks;   /* (element-type CsTrademark) */
  GPtrArray *certificates; /* (element-type CsCertificate) */
  GPtrArray *filings;      /* (element-type CsFiling) */
} Fixture;

static const char *const places[] = {
  "84", "842", "844", "845", "29236", "29239", "29245", "29248", "29299"
};

static void
set_up (Fixture *f, gconstpointer data)
{
  f->units = cs_unit_set_new ("test");
  cs_unit_set_add (f->units, "84", "Tỉnh", "province", NULL);
  cs_unit_set_add (f->units, "842", "Thành phố", "district", "84");
  cs_unit_set_add (f->units, "844", "Càng Long", "district", "84");
  cs_unit_set_add (f->units, "845", "Cầu Kè", "district", "84");
  cs_unit_set_add (f->units, "29236", "Phường 4", "commune", "842");
  cs_unit_set_add (f->units, "29239", "Phường 1", "commune", "842");
  cs_unit_set_add (f->units, "29245", "Phường 2", "commune", "844");
  cs_unit_set_add (f->units, "29248", "Phường 3", "commune", "845");
  cs_unit_set_add (f->units, "29299", "Phường 5", "commune", "845");
  cs_unit_set_add (f->units, "86", "Tỉnh khác", "province", NULL);
  f->plan = cs_plan_new ("plan");
  cs_plan_add_target (f->plan, "842", 4);
  cs_plan_add_target (f->plan, "844", 3);
  f->book = cs_book_new ();
  f->book->unit = g_strdup ("84");
  f->book->year = 2024;
  f->book->trademarks_target = 5;
  f->book->counts = g_strdup ("first upgrade renewal");
  f->facts = g_array_new (FALSE, TRUE, sizeof (CsDossierFact));
  f->trademarks = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_trademark_free);
  f->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_certificate_free);
  f->filings = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_filing_free);
  f->regulation = cs_regulation_new ();
  f->regulation->certificate_months = 36;
  f->regulation->renewal_from_days = RENEWAL;
  f->regulation->renewal_to_days = 120;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->certificates);
  g_ptr_array_unref (f->filings);
  cs_regulation_unref (f->regulation);
  g_ptr_array_unref (f->trademarks);
  g_array_unref (f->facts);
  cs_book_free (f->book);
  cs_plan_unref (f->plan);
  cs_unit_set_unref (f->units);
}

/* @stars: less than 0: it is not closed */
static CsDossierFact *
add_fact (Fixture *f, gint64 dossier, const char *unit, const char *round, int stars, gboolean forwarded)
{
  CsDossierFact fact = { .key = { dossier, dossier },
                         .unit = unit,
                         .round = round,
                         .state = stars >= 0 ? CS_DOSSIER_CLOSED : CS_DOSSIER_SCORING,
                         .stars = (guint8) MAX (stars, 0),
                         .level = round != NULL && g_str_has_prefix (round, "province"),
                         .forwarded = forwarded != FALSE };

  g_array_append_val (f->facts, fact);
  return &g_array_index (f->facts, CsDossierFact, f->facts->len - 1);
}

/* Each of another product. */
static CsRecognition *
add_recognition (Fixture *f, const char *unit, int stars, const char *on, const char *until)
{
  CsRecognition *recognition = cs_recognition_new ();

  recognition->product = g_strdup_printf ("Sản phẩm %u", f->certificates->len);
  recognition->producer = g_strdup ("Hợp tác xã");
  recognition->decision = g_strdup ("12/QĐ");
  recognition->unit = g_strdup (unit);
  recognition->stars = stars;
  recognition->decided_on = g_strdup (on);
  recognition->valid_until = g_strdup (until);
  g_ptr_array_add (f->certificates, cs_certificate_new (recognition, f->regulation));
  return recognition;
}

/* A decision on a dossier of the book. */
static CsRecognition *
decide (Fixture *f, gint64 dossier, const char *unit, int stars, const char *on)
{
  CsRecognition *recognition = add_recognition (f, unit, stars, on, "2027-05-31");

  recognition->dossier_id = dossier;
  return recognition;
}

static void
add_filing (Fixture *f, const char *product, const char *on)
{
  CsFiling *filing = g_new0 (CsFiling, 1);

  filing->code = g_strdup ("84-1");
  filing->product = g_strdup (product);
  filing->producer = g_strdup ("hop tac xa");
  filing->registered_on = g_strdup (on);
  g_ptr_array_add (f->filings, filing);
}

static CsOverview *
look (const Fixture *f, int year, const char *round)
{
  for (guint i = 0; i < f->certificates->len; i++)
    g_ptr_array_set_size (((CsCertificate *) g_ptr_array_index (f->certificates, i))->later, 0);
  cs_certificates_relate (f->certificates, f->filings);
  cs_certificates_wind (f->certificates, TODAY);
  return cs_overview_new (f->book, f->units, f->plan->targets, f->facts, f->trademarks, f->certificates, year,
                          round);
}

static gboolean
has_row (const CsOverview *overview, const char *unit)
{
  for (guint i = 0; i < overview->rows->len; i++)
    if (g_str_equal (((CsOverviewRow *) g_ptr_array_index (overview->rows, i))->unit, unit))
      return TRUE;
  return FALSE;
}

static const CsOverviewRow *
row_of (const CsOverview *overview, const char *unit)
{
  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      if (g_str_equal (row->unit, unit))
        return row;
    }
  g_error ("no row for %s", unit);
}

static void
assert_adds_up (const CsOverview *overview)
{
  CsOverviewRow sum = { 0 };

  for (guint i = 0; i < overview->rows->len; i++)
    {
      const CsOverviewRow *row = g_ptr_array_index (overview->rows, i);

      sum.target += row->target;
      sum.registered += row->registered;
      sum.scored += row->scored;
      sum.forwarded += row->forwarded;
      sum.expiring += row->expiring;
      sum.waiting += row->waiting;
      sum.pipeline += row->pipeline;
      sum.failed += row->failed;
      sum.counted += row->counted;
      g_assert_cmpint (cs_overview_row_recognised (row), ==, row->first + row->upgrade + row->renewal);
      g_assert_cmpint (cs_overview_row_recognised (row) + row->potential5 + row->waiting + row->pipeline
                           + row->failed,
                       ==, row->registered);
      for (int star = 0; star <= CS_STAR_MAX; star++)
        {
          sum.recognised[star] += row->recognised[star];
          sum.elsewhere[star] += row->elsewhere[star];
        }
      g_assert_cmpint (row->scored, <=, row->registered);
    }
  g_assert_cmpint (overview->totals.target, ==, sum.target);
  g_assert_cmpint (overview->totals.registered, ==, sum.registered);
  g_assert_cmpint (overview->totals.scored, ==, sum.scored);
  g_assert_cmpint (overview->totals.forwarded, ==, sum.forwarded);
  g_assert_cmpint (overview->totals.expiring, ==, sum.expiring);
  for (int star = 0; star <= CS_STAR_MAX; star++)
    {
      g_assert_cmpint (overview->totals.recognised[star], ==, sum.recognised[star]);
      g_assert_cmpint (overview->totals.elsewhere[star], ==, sum.elsewhere[star]);
    }
  g_assert_cmpint (overview->totals.waiting, ==, sum.waiting);
  g_assert_cmpint (overview->totals.pipeline, ==, sum.pipeline);
  g_assert_cmpint (overview->totals.failed, ==, sum.failed);
  g_assert_cmpint (overview->totals.counted, ==, sum.counted);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) overview = look (f, 2024, NULL);

  assert_adds_up (overview);
  g_assert_cmpuint (overview->rows->len, ==, 3);
  g_assert_cmpint (overview->target, ==, 7);
  g_assert_cmpint (row_of (overview, "842")->target, ==, 4);
  g_assert_cmpint (row_of (overview, "845")->target, ==, 0);
  g_assert_cmpint (overview->trademarks_target, ==, 5);
  g_assert_cmpint (overview->trademarks_done, ==, 0);
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) overview = NULL, first = NULL, province = NULL;

  add_fact (f, 1, "29236", "district-1", 3, TRUE);  /* 78 points, held at three: both */
  add_fact (f, 1, "29236", "province-1", 4, FALSE); /* the same dossier one level up: still one dossier */
  decide (f, 1, "29236", 4, "2024-06-30");
  add_fact (f, 2, "29239", "district-1", 0, FALSE); /* closed without a star */
  add_fact (f, 3, "842", "district-2", -1, FALSE);  /* filed at the district itself, not closed */
  add_fact (f, 4, "29248", NULL, -1, FALSE);        /* in no round yet */
  add_fact (f, 5, "29248", "district-1", 3, FALSE); /* nobody has decided */
  add_fact (f, 6, "29248", "district-1", 3, TRUE);  /* sent up, not answered */
  overview = look (f, 2024, NULL);
  assert_adds_up (overview);
  g_assert_cmpint (row_of (overview, "842")->registered, ==, 3);
  g_assert_cmpint (row_of (overview, "842")->scored, ==, 2);
  g_assert_cmpint (row_of (overview, "842")->forwarded, ==, 1);
  g_assert_cmpint (row_of (overview, "842")->recognised[3], ==, 0);
  g_assert_cmpint (row_of (overview, "842")->recognised[4], ==, 1);
  g_assert_cmpint (row_of (overview, "842")->failed, ==, 1);
  g_assert_cmpint (row_of (overview, "842")->pipeline, ==, 1);
  g_assert_cmpint (cs_overview_row_recognised (row_of (overview, "842")), ==, 1);
  g_assert_cmpint (cs_overview_row_missing (row_of (overview, "842")), ==, 3);
  g_assert_cmpint (row_of (overview, "845")->registered, ==, 3);
  g_assert_cmpint (row_of (overview, "845")->waiting, ==, 1);
  g_assert_cmpint (row_of (overview, "845")->pipeline, ==, 2);
  /* one round: what became of the dossiers in it, and nothing about the year's target */
  first = look (f, 2024, "district-1");
  assert_adds_up (first);
  g_assert_cmpstr (first->round, ==, "district-1");
  g_assert_cmpint (first->totals.registered, ==, 4);
  g_assert_cmpint (row_of (first, "842")->recognised[4], ==, 1);
  g_assert_cmpint (row_of (first, "842")->target, ==, 4);
  g_assert_cmpint (cs_overview_row_missing (row_of (first, "842")), ==, 0);
  g_assert_cmpint (cs_overview_row_missing (&first->totals), ==, 0);
  province = look (f, 2024, "province-1");
  g_assert_cmpint (province->totals.registered, ==, 1);
}

/* What the plan counts are kinds of dossiers: "40 more" are not reached by renewing old ones. */
static void
test_kinds (Fixture *f, gconstpointer data)
{
  for (guint kind = 0; kind < 3; kind++)
    {
      add_fact (f, kind + 1, "29236", "district-1", 3, FALSE)->kind = kind & 3;
      decide (f, kind + 1, "29236", 3, "2024-06-30");
    }
  for (guint counted = 1; counted < 8; counted++)
    {
      g_autoptr (CsOverview) overview = NULL;
      g_autoptr (GString) counts = g_string_new (NULL);
      int n = 0;

      for (guint kind = 0; kind < 3; kind++)
        if (counted & (1u << kind))
          {
            g_string_append_printf (counts, "%s%s", n > 0 ? " " : "", cs_dossier_kinds[kind]);
            n++;
          }
      g_free (f->book->counts);
      f->book->counts = g_strdup (counts->str);
      overview = look (f, 2024, NULL);
      assert_adds_up (overview);
      g_assert_cmpint (overview->totals.first, ==, 1);
      g_assert_cmpint (overview->totals.upgrade, ==, 1);
      g_assert_cmpint (overview->totals.renewal, ==, 1);
      g_assert_cmpint (overview->totals.counted, ==, n);
      g_assert_cmpint (cs_overview_row_missing (row_of (overview, "842")), ==, 4 - n);
    }
}

/* A decision counts while it is in force, the newest one; what ended leaves its dossier failed. */
static void
test_decisions (Fixture *f, gconstpointer data)
{
  CsRecognition *withdrawn;

  add_fact (f, 1, "29236", "district-1", 3, FALSE)->decided = TRUE;
  {
    g_autoptr (CsOverview) overview = look (f, 2024, NULL);

    g_assert_cmpint (overview->totals.failed, ==, 1);
  }
  decide (f, 1, "29236", 3, "2024-05-01");
  decide (f, 1, "29236", 4, "2024-05-02"); /* and one from above */
  {
    g_autoptr (CsOverview) overview = look (f, 2024, NULL);

    assert_adds_up (overview);
    g_assert_cmpint (overview->totals.recognised[4], ==, 1);
    g_assert_cmpint (overview->totals.recognised[3], ==, 0);
    g_assert_cmpint (cs_overview_row_elsewhere (&overview->totals), ==, 0);
  }
  withdrawn = ((CsCertificate *) g_ptr_array_index (f->certificates, 1))->recognition;
  withdrawn->withdrawn_on = g_strdup ("2024-05-10");
  {
    g_autoptr (CsOverview) overview = look (f, 2024, NULL);

    g_assert_cmpint (overview->totals.recognised[3], ==, 1);
  }
  g_ptr_array_set_size (f->certificates, 0);
  add_recognition (f, "29236", 3, "2021-05-01", "2024-05-19")->dossier_id = 1; /* ended yesterday */
  {
    g_autoptr (CsOverview) overview = look (f, 2024, NULL);

    g_assert_cmpint (overview->totals.failed, ==, 1);
  }
  g_ptr_array_set_size (f->certificates, 0);
  add_recognition (f, "29236", 3, "2021-05-01", TODAY)->dossier_id = 1; /* ends today */
  {
    g_autoptr (CsOverview) overview = look (f, 2024, NULL);

    g_assert_cmpint (overview->totals.recognised[3], ==, 1);
  }
}

static void
add_trademark (Fixture *f, const char *on)
{
  CsTrademark *trademark = g_new0 (CsTrademark, 1);

  trademark->registered_on = g_strdup (on);
  g_ptr_array_add (f->trademarks, trademark);
}

/* Trademarks count in their year. */
static void
test_trademarks (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) overview = NULL;

  add_trademark (f, "2023-12-31");
  add_trademark (f, "2024-01-01");
  add_trademark (f, NULL);
  add_trademark (f, "2025-01-01");
  overview = look (f, 2024, NULL);
  g_assert_cmpint (overview->trademarks_done, ==, 2);
}

/* What lies in none of the units below has a row of its own, only when there is such a thing. */
static void
test_unplaced (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) before = look (f, 2024, NULL), overview = NULL;

  g_assert_false (has_row (before, "84"));
  add_fact (f, 1, "84", "province-1", 4, TRUE);
  decide (f, 1, "84", 4, "2024-05-01");
  add_fact (f, 2, "29236", "district-1", -1, FALSE);
  add_recognition (f, "84", 3, "2021", NULL);
  overview = look (f, 2024, NULL);
  assert_adds_up (overview);
  g_assert_cmpuint (overview->rows->len, ==, 4);
  g_assert_cmpint (row_of (overview, "84")->registered, ==, 1);
  g_assert_cmpint (row_of (overview, "84")->recognised[4], ==, 1);
  g_assert_cmpint (overview->totals.registered, ==, 2);
}

/* A district's book: its own line of the plan is the target, its communes are the rows. */
static void
test_district (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) overview = NULL;

  g_free (f->book->unit);
  f->book->unit = g_strdup ("842");
  add_fact (f, 1, "29236", "district-1", 3, FALSE);
  add_fact (f, 2, "842", "district-1", -1, FALSE);
  overview = look (f, 2024, NULL);
  g_assert_cmpint (overview->target, ==, 4);
  g_assert_cmpint (overview->totals.target, ==, 4);
  g_assert_cmpint (overview->totals.registered, ==, 2);
  g_assert_true (has_row (overview, "29236"));
  g_assert_true (has_row (overview, "29239"));
  g_assert_cmpint (row_of (overview, "842")->registered, ==, 1);
  g_assert_cmpuint (overview->rows->len, ==, 3);
}

/* Other years than the book's are told by the register, with nothing of the book's own dossiers; in its own
 * year what has no dossier here stands beside. */
static void
test_other_years (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) own = NULL, past = NULL, none = NULL;

  add_fact (f, 1, "29236", "district-1", 3, FALSE);
  decide (f, 1, "29236", 3, "2024-05-05");
  add_recognition (f, "29236", 4, "2023-08-17", NULL);
  add_recognition (f, "29245", 3, "2023-08", NULL);
  add_recognition (f, "845", 5, "2023", NULL);
  add_recognition (f, "845", 2, "2023", NULL); /* no decision was ever made on two stars */
  add_recognition (f, "29245", 3, "2022-12-31", NULL);
  add_recognition (f, "29245", 3, "2024-01-01", NULL);
  past = look (f, 2023, NULL);
  assert_adds_up (past);
  g_assert_cmpint (past->totals.registered, ==, 0);
  g_assert_cmpint (past->totals.target, ==, 0);
  g_assert_cmpint (past->trademarks_target, ==, 0);
  g_assert_cmpint (cs_overview_row_recognised (&past->totals), ==, 0);
  g_assert_cmpint (past->totals.elsewhere[3], ==, 1);
  g_assert_cmpint (past->totals.elsewhere[4], ==, 1);
  g_assert_cmpint (past->totals.elsewhere[5], ==, 1);
  g_assert_cmpint (row_of (past, "844")->elsewhere[3], ==, 1);
  own = look (f, 2024, NULL);
  assert_adds_up (own);
  g_assert_cmpint (own->totals.recognised[3], ==, 1);
  g_assert_cmpint (row_of (own, "844")->recognised[3], ==, 0);
  g_assert_cmpint (row_of (own, "844")->elsewhere[3], ==, 1);
  none = look (f, 2019, NULL);
  assert_adds_up (none);
  g_assert_cmpint (cs_overview_row_elsewhere (&none->totals), ==, 0);
}

static void
test_expiring (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *until;
    int counted;
  } cases[] = {
    { "2024-05-19", 0 },                      /* ended yesterday */
    { "2024-05-20", 1 },                      /* ends today */
    { "2024-05-21", 1 }, { "2024-11-15", 1 }, /* in 179 days */
    { "2024-11-16", 1 },                      /* in 180 */
    { "2024-11-17", 0 },                      /* in 181 */
    { "2030-01-01", 0 }, { "2024", 0 },       /* what is no day says nothing */
  };

  g_assert_cmpint (cs_date_days_between (TODAY, "2024-11-16"), ==, RENEWAL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsOverview) overview = NULL;

      g_ptr_array_set_size (f->certificates, 0);
      add_recognition (f, "29245", 3, "2021", cases[i].until);
      overview = look (f, 2024, NULL);
      assert_adds_up (overview);
      g_assert_cmpint (overview->totals.expiring, ==, cases[i].counted);
      g_assert_cmpint (row_of (overview, "844")->expiring, ==, cases[i].counted);
    }
}

/* What needs no renewal any more is not told as one that ends; a filed one still is, it is not decided yet.
 */
static void
test_clocks (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) overview = NULL, filed = NULL;
  CsRecognition *renewed, *withdrawn, *renewal;

  add_recognition (f, "29245", 3, "2021-08-01", NULL); /* ends in 73 days: overdue */
  renewed = add_recognition (f, "29245", 3, "2021-08-01", NULL);
  withdrawn = add_recognition (f, "29245", 3, "2021-08-01", NULL);
  withdrawn->withdrawn_on = g_strdup (TODAY);
  renewal = add_recognition (f, "29245", 4, "2024-05", "2027-05-31");
  g_free (renewal->product);
  renewal->product = g_utf8_strup (renewed->product, -1);
  overview = look (f, 2024, NULL);
  assert_adds_up (overview);
  g_assert_cmpint (overview->totals.expiring, ==, 1);
  g_assert_cmpint (overview->totals.recognised[3], ==, 0); /* its councils tell the book's own year */
  /* a renewal that was withdrawn itself leaves the old certificate as it was */
  renewal->withdrawn_on = g_strdup ("2024-05-19");
  add_filing (f, "san pham 0", "2024-04-01");
  filed = look (f, 2024, NULL);
  g_assert_cmpint (filed->totals.expiring, ==, 2);
  g_assert_cmpint (((CsCertificate *) g_ptr_array_index (f->certificates, 0))->clock.state, ==,
                   CS_CLOCK_FILED);
  g_assert_cmpint (((CsCertificate *) g_ptr_array_index (f->certificates, 1))->clock.state, ==,
                   CS_CLOCK_LATE);
  g_assert_cmpstr (((CsCertificate *) g_ptr_array_index (f->certificates, 0))->filed_as, ==, "84-1");
}

/* A product of this book counts in the book's year, whenever its decision came, and once; what was withdrawn
 * counts in no year. */
static void
test_not_twice (Fixture *f, gconstpointer data)
{
  g_autoptr (CsOverview) own = NULL, next = NULL, past = NULL;

  add_fact (f, 1, "29236", "district-1", 3, FALSE);
  decide (f, 1, "29236", 3, "2025-01-05");
  add_recognition (f, "29236", 3, "2023-06-01", NULL)->withdrawn_on = g_strdup ("2024-01-01");
  add_recognition (f, "29236", 3, "2023-06-01", NULL);
  own = look (f, 2024, NULL);
  next = look (f, 2025, NULL);
  past = look (f, 2023, NULL);
  g_assert_cmpint (own->totals.recognised[3], ==, 1);
  g_assert_cmpint (cs_overview_row_elsewhere (&own->totals), ==, 0);
  g_assert_cmpint (cs_overview_row_recognised (&next->totals), ==, 0);
  g_assert_cmpint (next->totals.elsewhere[3], ==, 1); /* a decision of that year, for a dossier of another */
  g_assert_cmpint (past->totals.elsewhere[3], ==, 1);
}

static void
test_random (Fixture *f, gconstpointer data)
{
  static const char *const rounds[] = { NULL, "district-1", "district-2", "province-1" };

  for (int run = 0; run < 300; run++)
    {
      int n = g_test_rand_int_range (0, 60);

      g_array_set_size (f->facts, 0);
      g_ptr_array_set_size (f->certificates, 0);
      for (int i = 0; i < n; i++)
        {
          /* a unit belongs to the dossier, a round to one of its evaluations */
          gint64 dossier = g_test_rand_int_range (1, 40);
          const char *unit = places[dossier % G_N_ELEMENTS (places)];
          int star = g_test_rand_int_range (-1, 6);

          add_fact (f, dossier, unit, rounds[g_test_rand_int_range (0, G_N_ELEMENTS (rounds))], star,
                    g_test_rand_bit ())
              ->decided = g_test_rand_bit () & 1;
          if (star >= 3 && g_test_rand_bit ())
            decide (f, dossier, unit, star, g_test_rand_bit () ? "2024-03-01" : "2021-03-01");
          if (g_test_rand_bit ())
            add_recognition (f, unit, g_test_rand_int_range (1, 6), g_test_rand_bit () ? "2023-06" : "2022",
                             "2024-08-01");
        }
      for (guint r = 0; r < G_N_ELEMENTS (rounds); r++)
        for (int year = 2022; year <= 2024; year++)
          {
            g_autoptr (CsOverview) overview = look (f, year, rounds[r]);

            assert_adds_up (overview);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/overview/empty", test_empty);
  ADD ("/overview/rows", test_rows);
  ADD ("/overview/kinds", test_kinds);
  ADD ("/overview/decisions", test_decisions);
  ADD ("/overview/trademarks", test_trademarks);
  ADD ("/overview/unplaced", test_unplaced);
  ADD ("/overview/district", test_district);
  ADD ("/overview/other-years", test_other_years);
  ADD ("/overview/expiring", test_expiring);
  ADD ("/overview/clocks", test_clocks);
  ADD ("/overview/not-twice", test_not_twice);
  ADD ("/overview/random", test_random);
  return g_test_run ();
}
