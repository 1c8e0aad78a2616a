/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "session-of.h"
#include "book.h"

#include "db/query.h"
#include "model/recusal.h"
#include "model/register.h"
#include "service/book/store-private.h"
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "service/council/recusals.h"
#include "service/dossiers/evidence.h"
#include "service/dossiers/rehearsal.h"
#include "service/dossiers/producers.h"
#include "service/papers/office.h"
#include "service/pins/pin-try-private.h"
#include "service/pins/pin-try.h"
#include "service/pins/pins.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"
#include "service/sessions/attendance.h"
#include "service/sessions/sessions.h"
#include "service/results/trademarks.h"

/* Who did it: each command that a person sends is signed in the log, and where it keeps a name with what it
 * wrote, by the same one: who sits with a PIN, else who told it, else the member for the own sheet alone,
 * else nobody. Showing something signs nothing. */

#define PERSON "Nguyễn Thị Lan (mẫu)"
#define DUTY   "Thư ký"
#define SIGNED PERSON ", " DUTY
#define CHAIR  "m1" /* the fixture names members by their keys */

typedef gboolean (*Act) (Book *book, GError **error);

static CsCouncil *
council_of (Book *book)
{
  CsCouncil *council = cs_store_find_council (book->store, "district-842", NULL);

  g_assert_nonnull (council);
  return council;
}

static CsDossier *
product (Book *book, guint i)
{
  return book_dossier (book->store, book_code (i));
}

/* --- the own sheet: the member signs when nobody else does --- */

static gboolean
choose (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 1);
  g_autoptr (CsSheet) sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m1"), error);

  return sheet != NULL && cs_sheets_choose (book->store, dossier, sheet, 0, 1, error);
}

static gboolean
note (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 1);
  g_autoptr (CsSheet) sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m1"), error);

  return sheet != NULL && cs_sheets_note (book->store, dossier, sheet, 0, "Ghi chú", error);
}

static gboolean
submit (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 1);

  return cs_sheets_submit (book->store, dossier, member_id (book->store, "m1"), NULL, error);
}

/* --- what somebody conducts: never the member whose sheet was looked at last --- */

static gboolean
look (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 2);
  g_autoptr (CsSheet) sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m1"), error);

  return sheet != NULL;
}

static gboolean
close_product (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 3);

  return look (book, error) && cs_evaluation_close (book->store, dossier, NULL, error);
}

static gboolean
raise_ground (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 2);
  g_autoptr (CsGround) ground = cs_ground_new (NULL, "Căn cứ mẫu", "Lý do mẫu", "Người phát hiện");

  ground->state = CS_GROUND_RAISED;
  return look (book, error) && cs_grounds_add (book->store, dossier, ground, error);
}

static gboolean
decide_ground (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 2);
  g_autoptr (GPtrArray) grounds = cs_grounds_list (book->store, dossier, error);

  return look (book, error)
         && cs_grounds_decide (book->store, dossier, g_ptr_array_index (grounds, 0), FALSE, "Không đúng",
                               error);
}

static gboolean
discuss (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 2);

  return look (book, error) && cs_sheets_discuss (book->store, dossier, "Đã bàn", error);
}

static gboolean
set_rules (Book *book, GError **error)
{
  g_autoptr (CsCouncil) council = council_of (book);
  CsCouncilRules rules = council->rules;

  rules.spread_limit += 1;
  return cs_councils_set_rules (book->store, council, &rules, "Họp ngày mẫu", error);
}

static gboolean
set_decision (Book *book, GError **error)
{
  g_autoptr (CsCouncil) council = council_of (book);

  g_free (council->decision);
  council->decision = g_strdup ("QĐ 1 (mẫu)");
  return cs_councils_set_decision (book->store, council, error);
}

static gboolean
add_member (Book *book, GError **error)
{
  CsNewMember wanted = {
    .council = "district-842", .key = "m6", .name = "Người mới", .role = CS_ROLE_MEMBER, .organisation = ""
  };

  return cs_councils_add_member (book->store, &wanted, error);
}

static gboolean
recuse (Book *book, GError **error)
{
  return book_recuse (book, "m5", 1, FALSE, "Họ hàng", error);
}

static gboolean
plan_session (Book *book, GError **error)
{
  CsNewSession wanted = { .council = council_id (book->store, "district-842"), .round = "district-1" };
  g_autoptr (CsSession) session = cs_sessions_add (book->store, &wanted, error);

  return session != NULL;
}

static gboolean
open_session (Book *book, GError **error)
{
  g_autoptr (CsSession) session = session_of (book->store, "district-842", "district-1", 1);

  return session != NULL && cs_sessions_open (book->store, session, error);
}

static gboolean
arrive (Book *book, GError **error)
{
  g_autoptr (CsSession) session = session_of (book->store, "district-842", "district-1", 1);

  return session != NULL
         && cs_sessions_arrive (book->store, session, member_id (book->store, "m2"), NULL, error);
}

static gboolean
reopen (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 3);

  return cs_evaluation_reopen (book->store, dossier, NULL, "Nhầm phiếu", error);
}

static gboolean
give_back (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 3);

  return cs_sheets_return (book->store, dossier, member_id (book->store, "m2"), NULL, "Sửa lại", error);
}

static gboolean
move_sheet (Book *book, GError **error)
{
  g_autoptr (CsDossier) from = product (book, 3), to = product (book, 1);

  return cs_sheets_move (book->store, from, to, member_id (book->store, "m3"), "Nhầm sản phẩm", error);
}

static gboolean
add_dossier (Book *book, GError **error)
{
  g_free (book_add_product (book->store, "Sản phẩm thêm", 1, "district-1"));
  return TRUE;
}

static gboolean
rehearse (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 4);

  return cs_dossiers_set_rehearsal (book->store, dossier, TRUE, error);
}

static gboolean
delete_dossier (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 4);

  return cs_dossiers_delete (book->store, dossier->id, error);
}

static gboolean
add_evidence (Book *book, GError **error)
{
  g_autoptr (CsDossier) dossier = product (book, 1);
  const GPtrArray *kinds = cs_store_get_current_regulation (book->store)->evidence_kinds;
  g_autoptr (CsEvidence) evidence = cs_evidence_new ();

  evidence->dossier = dossier->id;
  evidence->kind = g_strdup (((CsEvidenceKind *) g_ptr_array_index (kinds, 0))->id);
  evidence->number = g_strdup ("01 (mẫu)");
  return cs_evidence_put (book->store, evidence, NULL, error);
}

static gboolean
add_trademark (Book *book, GError **error)
{
  CsTrademark trademark = { .name = (char *) "Nhãn hiệu mẫu", .owner = (char *) "Hội mẫu" };
  gboolean added = cs_trademarks_add (book->store, &trademark, NULL, error);

  g_free (trademark.uuid);
  return added;
}

static void
add_household (Book *book)
{
  g_autoptr (GError) error = NULL;
  CsNewDossier wanted = { .product = "Sản phẩm mẫu",
                          .producer = "Hộ mẫu",
                          .producer_kind = "household",
                          .unit = "29236",
                          .form = 1,
                          .kind = "first" };

  g_free (cs_dossiers_add (book->store, &wanted, &error));
  g_assert_no_error (error);
}

static gboolean
join_producers (Book *book, GError **error)
{
  g_autoptr (CsProducer) household = cs_producers_find (book->store, "Hộ mẫu", "29236", "household", error);
  g_autoptr (CsDossier) other = book_dossier (book->store, book_code (1));

  return household != NULL
         && cs_producers_join (book->store, household->uuid, other->producer.uuid, "vì", error);
}

static gboolean
set_office (Book *book, GError **error)
{
  g_autoptr (CsOffice) office = cs_office_get (book->store, council_id (book->store, "district-842"), error);

  if (office == NULL)
    return FALSE;
  g_free (office->place);
  office->place = g_strdup ("Càng Long");
  return cs_office_set (book->store, office, error);
}

static gboolean
give_number (Book *book, GError **error)
{
  g_autofree char *number = cs_office_give_number (book->store, council_id (book->store, "district-842"),
                                                   "letter", "about", "TB", "2024-05-31", error);

  return number != NULL;
}

static const struct
{
  const char *verb;
  Act act;
  gboolean own;
  const char *kept; /* (nullable): SQL: the name that stands with what was written */
} acts[] = {
  { "sheet-choose", choose, TRUE, NULL },
  { "sheet-note", note, TRUE, NULL },
  { "sheet-submit", submit, TRUE, NULL },
  { "close", close_product, FALSE, "SELECT closed_by FROM closing ORDER BY id DESC LIMIT 1" },
  { "reopen", reopen, FALSE, NULL },
  { "sheet-return", give_back, FALSE, NULL },
  { "sheet-move", move_sheet, FALSE, "SELECT ended_by FROM sheet WHERE state = 'moved'" },
  { "eliminate", raise_ground, FALSE, NULL },
  { "eliminate-decide", decide_ground, FALSE, "SELECT decided_by FROM finding" },
  { "discuss", discuss, FALSE, "SELECT noted_by FROM discussion" },
  { "council-rules", set_rules, FALSE, "SELECT set_by FROM council_rules ORDER BY no DESC LIMIT 1" },
  { "council-decision", set_decision, FALSE, NULL },
  { "member-add", add_member, FALSE, NULL },
  { "recuse", recuse, FALSE, NULL },
  { "session-add", plan_session, FALSE, NULL },
  { "session-open", open_session, FALSE, NULL },
  { "attend", arrive, FALSE, NULL },
  { "dossier-add", add_dossier, FALSE, NULL },
  { "rehearse", rehearse, FALSE, NULL },
  { "dossier-delete", delete_dossier, FALSE, NULL },
  { "paper-add", add_evidence, FALSE, NULL },
  { "brand-add", add_trademark, FALSE, NULL },
  { "producer-join", join_producers, FALSE, "SELECT joined_by FROM producer_join" },
  { "office", set_office, FALSE, NULL },
  { "number", give_number, FALSE, "SELECT given_by FROM paper_number" },
};

typedef enum
{
  NOBODY, /* is told */
  TOLD,
  SITS, /* the chair, with a PIN, although somebody is told */
} Who;

static const char *
expected (Who who, gboolean own)
{
  switch (who)
    {
    case TOLD:
      return SIGNED;
    case SITS:
      return CHAIR;
    default:
      return own ? CHAIR : "";
    }
}

/* Returns: (transfer full): the first cell of what @sql answers inside the open book, whose lock is
 * exclusive. */
static char *
ask (Book *book, const char *sql)
{
  CsQuery *q = cs_query (book->store->db, sql);
  char *cell = cs_query_next (q) ? cs_query_dup (q, 0) : NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_query_done (q, &error));
  return cell;
}

static void
assert_signed (Book *book, const char *verb, const char *wanted, const char *kept)
{
  g_autofree char *line = ask (book, "SELECT verb || '|' || who FROM audit ORDER BY seq DESC LIMIT 1");
  g_autofree char *signature = g_strdup_printf ("%s|%s", verb, wanted);
  g_autofree char *name = kept != NULL ? ask (book, kept) : NULL;

  g_assert_cmpstr (line, ==, signature);
  if (kept != NULL)
    g_assert_cmpstr (name, ==, wanted);
}

static void
seat_chair (Book *book)
{
  g_autoptr (GError) error = NULL;

  _cs_pins_use_cheap_hashes (book->store);
  g_assert_true (cs_pins_set_on (book->store, TRUE, &error));
  g_assert_true (cs_pins_set (book->store, member_id (book->store, "m1"), NULL, "1234", &error));
}

static void
set_up_work (Book *book)
{
  const char *const far = book_code (2), *const near = book_code (3);

  book_score (book->store, book_code (1), "m1", 0, FALSE);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *member = g_strdup_printf ("m%u", i);

      book_score (book->store, far, member, i == 1 ? -100 : 100, TRUE);
      book_score (book->store, near, member, 100, TRUE);
    }
}

static void
count_cb (CsStore *store, guint *n)
{
  (*n)++;
}

static void
test_signed (Book *book, gconstpointer data)
{
  Who who = (Who) GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  guint untold = 0;

  set_up_work (book);
  add_household (book);
  if (who != NOBODY)
    cs_store_set_person (book->store, PERSON, DUTY);
  if (who == SITS)
    seat_chair (book);
  g_assert_cmpstr (cs_store_get_actor (book->store), ==, who == NOBODY ? NULL : expected (who, FALSE));
  g_signal_connect (book->store, "untold", G_CALLBACK (count_cb), &untold);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      const char *wanted = expected (who, acts[i].own);
      guint before = untold;

      g_test_message ("%s", acts[i].verb);
      g_assert_true (acts[i].act (book, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (untold - before, ==, *wanted == '\0' ? 1 : 0);
      assert_signed (book, acts[i].verb, wanted, acts[i].kept);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/actor/nobody", Book, GUINT_TO_POINTER (NOBODY), book_set_up, test_signed, book_tear_down);
  g_test_add ("/actor/told", Book, GUINT_TO_POINTER (TOLD), book_set_up, test_signed, book_tear_down);
  g_test_add ("/actor/sits", Book, GUINT_TO_POINTER (SITS), book_set_up, test_signed, book_tear_down);
  return g_test_run ();
}
