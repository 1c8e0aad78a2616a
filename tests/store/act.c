/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "council-id.h"
#include "act.h"

#include "db/handle-private.h"
#include "db/transaction.h"
#include "model/register.h"
#include "repo/audit.h"
#include "rules/tally.h"
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "service/council/recusals.h"
#include "service/dossiers/evidence.h"
#include "service/dossiers/producers.h"
#include "service/papers/office.h"
#include "service/scoring/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/submission.h"
#include "service/scoring/taking-back.h"
#include "service/results/trademarks.h"

typedef struct
{
  CsStore *store;
  CsDossier *dossier;
  char *member;
  char *text; /* of a reason, a note or a name */
} Scene;

typedef void (*Act) (Scene *scene);

static CsSheet *
sheet_of (Scene *scene)
{
  return cs_sheets_get (scene->store, scene->dossier, member_id (scene->store, scene->member), NULL);
}

static const CsForm *
form_of (Scene *scene)
{
  return cs_regulation_form (cs_store_get_current_regulation (scene->store), scene->dossier->form);
}

static void
act_choose (Scene *scene)
{
  g_autoptr (CsSheet) sheet = sheet_of (scene);
  guint question;

  if (sheet == NULL)
    return;
  question = (guint) g_test_rand_int_range (0, (gint32) cs_form_n_questions (form_of (scene)));
  cs_sheets_choose (scene->store, scene->dossier, sheet, question, g_test_rand_int_range (CS_CHOICE_OPEN, 4),
                    NULL);
}

static void
act_note (Scene *scene)
{
  g_autoptr (CsSheet) sheet = sheet_of (scene);

  if (sheet != NULL)
    cs_sheets_note (scene->store, scene->dossier, sheet, (guint) g_test_rand_int_range (0, 5),
                    g_test_rand_bit () ? scene->text : "", NULL);
}

static void
act_submit (Scene *scene)
{
  cs_sheets_submit (scene->store, scene->dossier,
                    member_id (scene->store, g_test_rand_bit () ? scene->member : NULL), NULL, NULL);
}

static void
act_begin_round (Scene *scene)
{
  g_autoptr (CsSheet) sheet = sheet_of (scene), next = NULL;

  if (sheet != NULL)
    next = cs_sheets_begin_round (scene->store, scene->dossier, sheet, NULL);
}

static void
act_discuss (Scene *scene)
{
  cs_sheets_discuss (scene->store, scene->dossier, scene->text, NULL);
}

static void
act_return (Scene *scene)
{
  cs_sheets_return (scene->store, scene->dossier, member_id (scene->store, scene->member),
                    member_id (scene->store, "m1"), scene->text, NULL);
}

static void
act_move (Scene *scene)
{
  g_autofree char *code = g_strdup (book_code ((guint) g_test_rand_int_range (1, 4)));
  g_autoptr (CsDossier) to = cs_dossiers_by_code (scene->store, code, NULL, NULL);

  if (to != NULL)
    cs_sheets_move (scene->store, scene->dossier, to, member_id (scene->store, scene->member), scene->text,
                    NULL);
}

static void
act_enter (Scene *scene)
{
  const CsForm *form = form_of (scene);
  g_autofree int *choices = g_new0 (int, cs_form_n_questions (form));
  CsTypedSheet paper = {
    .member = member_id (scene->store, scene->member), .choices = choices, .typed_by = "A", .checked_by = "B"
  };

  book_draw (form, 50, choices);
  paper.total = cs_tally (form, choices).total;
  cs_sheets_enter (scene->store, scene->dossier, &paper, NULL);
}

static void
act_close (Scene *scene)
{
  cs_evaluation_close (scene->store, scene->dossier, &(CsCloseOptions){ .reason = scene->text }, NULL);
}

static void
act_reopen (Scene *scene)
{
  cs_evaluation_reopen (scene->store, scene->dossier, member_id (scene->store, "m1"), scene->text, NULL);
}

static void
act_finding (Scene *scene)
{
  g_autoptr (CsGround) ground = cs_ground_new (NULL, "g", scene->text, "p");
  g_autoptr (GPtrArray) grounds = cs_grounds_list (scene->store, scene->dossier, NULL);

  ground->state = g_test_rand_bit () ? CS_GROUND_RAISED : CS_GROUND_CONFIRMED;
  if (grounds->len == 0)
    cs_grounds_add (scene->store, scene->dossier, ground, NULL);
  else if (g_test_rand_bit ())
    cs_grounds_decide (scene->store, scene->dossier, g_ptr_array_index (grounds, 0), FALSE, scene->text,
                       NULL);
  else
    cs_grounds_remove (scene->store, scene->dossier, g_ptr_array_index (grounds, 0), NULL);
}

static void
act_recusal (Scene *scene)
{
  CsNewRecusal wanted = { .member = member_id (scene->store, scene->member),
                          .dossier = scene->dossier,
                          .whole_producer = g_test_rand_bit (),
                          .reason = scene->text };
  g_autoptr (GPtrArray) recusals = cs_recusals_of (scene->store, scene->dossier, NULL);

  if (recusals->len > 0 && g_test_rand_bit ())
    cs_recusals_end (scene->store, g_ptr_array_index (recusals, 0), scene->text, NULL);
  else
    cs_recusals_declare (scene->store, &wanted, NULL);
}

static void
act_member (Scene *scene)
{
  CsNewMember member = { .council = "district-842",
                         .key = scene->text,
                         .name = scene->text,
                         .role = CS_ROLE_MEMBER,
                         .organisation = "",
                         .by_decision = "QĐ 5",
                         .replaces = member_id (scene->store, g_test_rand_bit () ? scene->member : NULL) };

  if (g_test_rand_int_range (0, 4) == 0)
    cs_councils_remove_member (scene->store, member_id (scene->store, scene->member), "QĐ 6", NULL);
  else
    cs_councils_add_member (scene->store, &member, NULL);
}

static void
act_council (Scene *scene)
{
  g_autoptr (CsCouncil) council = cs_store_find_council (scene->store, "district-842", NULL);
  CsCouncilRules rules = council->rules;
  CsWorkingGroupMember *helper;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      rules.spread_limit = g_test_rand_int_range (3, 30);
      cs_councils_set_rules (scene->store, council, &rules, scene->text, NULL);
      break;
    case 1:
      g_free (council->decision);
      council->decision = g_strdup (scene->text);
      cs_councils_set_decision (scene->store, council, NULL);
      break;
    default:
      helper = cs_council_add_working_group_member (council);
      helper->name = g_strdup (scene->text);
      helper->organisation = g_strdup ("");
      helper->duty = g_strdup ("");
      cs_councils_set_working_group (scene->store, council->uuid, council->working_group, NULL);
    }
}

static void
act_dossier (Scene *scene)
{
  CsDossier *dossier = scene->dossier;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_free (book_add_product (scene->store, scene->text, g_test_rand_int_range (1, 5), "district-1"));
      break;
    case 1:
      g_free (dossier->product);
      dossier->product = g_strdup (scene->text);
      cs_dossiers_update (scene->store, dossier, NULL);
      break;
    case 2:
      g_free (dossier->producer.name);
      dossier->producer.name = g_strdup (scene->text);
      cs_dossiers_update (scene->store, dossier, NULL);
      break;
    default:
      if (cs_dossiers_delete (scene->store, dossier->id, NULL))
        cs_dossiers_restore (scene->store, dossier->id, NULL);
    }
}

static void
act_paper (Scene *scene)
{
  g_autoptr (GPtrArray) papers = cs_evidence_list (scene->store, scene->dossier->id, NULL);
  g_autoptr (CsEvidence) paper = cs_evidence_new ();

  if (papers->len > 0 && g_test_rand_bit ())
    {
      cs_evidence_remove (scene->store, g_ptr_array_index (papers, 0), NULL);
      return;
    }
  paper->dossier = scene->dossier->id;
  paper->kind = g_strdup ("registration");
  paper->number = g_strdup (scene->text);
  cs_evidence_put (scene->store, paper, NULL, NULL);
}

/* Two that people take for one, and apart again. */
static void
act_producer (Scene *scene)
{
  g_autoptr (GPtrArray) producers = cs_producers_list (scene->store, "", 100, NULL);
  guint n = producers->len;
  const CsProducer *one = g_ptr_array_index (producers, g_test_rand_int_range (0, (gint32) n));
  const CsProducer *other = g_ptr_array_index (producers, g_test_rand_int_range (0, (gint32) n));
  CsNewDossier wanted = { .product = scene->text,
                          .producer = scene->text,
                          .producer_kind = "household",
                          .unit = "29236",
                          .form = 1,
                          .kind = "first" };

  if (n < 3)
    g_free (cs_dossiers_add (scene->store, &wanted, NULL));
  else if (!cs_producers_join (scene->store, one->uuid, other->uuid, scene->text, NULL))
    cs_producers_separate (scene->store, one->uuid, scene->text, NULL);
}

static void
act_register (Scene *scene)
{
  CsTrademark trademark = { .name = scene->text, .owner = (char *) "Hội nông dân" };

  cs_trademarks_add (scene->store, &trademark, NULL, NULL);
  g_free (trademark.uuid);
}

static void
act_office (Scene *scene)
{
  g_autoptr (CsOffice) office = cs_office_get (scene->store, council_id (scene->store, "district-842"), NULL);

  g_free (office->signer);
  office->signer = g_strdup (scene->text);
  if (g_test_rand_bit ())
    cs_office_set (scene->store, office, NULL);
  else
    g_free (cs_office_give_number (scene->store, council_id (scene->store, "district-842"), "letter",
                                   scene->text, "TB", "2024-05-31", NULL));
}

void
act_by_chance (CsStore *store)
{
  static const Act acts[] = { act_choose,   act_choose, act_note,    act_submit,  act_begin_round,
                              act_discuss,  act_return, act_move,    act_enter,   act_enter,
                              act_enter,    act_close,  act_close,   act_reopen,  act_finding,
                              act_recusal,  act_member, act_council, act_dossier, act_paper,
                              act_register, act_office, act_producer };
  Scene scene = { .store = store };
  g_autofree char *text = g_strdup_printf ("Tên %d", g_test_rand_int_range (0, 1000000));
  g_autofree char *member = g_strdup_printf ("m%d", g_test_rand_int_range (1, 6));

  scene.dossier = book_dossier (store, book_code ((guint) g_test_rand_int_range (1, 4)));
  scene.member = member;
  scene.text = text;
  acts[g_test_rand_int_range (0, G_N_ELEMENTS (acts))](&scene);
  cs_dossier_free (scene.dossier);
}

/* A row for the tables that no command writes yet, so that there is something to edit. */
static const char rest[] =
    "INSERT INTO answer_note SELECT a.sheet, a.criterion, 'n' FROM answer a JOIN sheet s ON s.id = a.sheet"
    " WHERE s.state = 'draft';"
    "INSERT INTO typing SELECT uuid, '1.1', 'đang gõ', '2024' FROM sheet WHERE state = 'draft';"
    "INSERT INTO form_text SELECT regulation, no, 'ministry', 1, 't' FROM form WHERE no < 4;"
    "INSERT INTO pin (member, hash, set_at) SELECT id, 'h', '2024' FROM member;"
    "INSERT INTO session (uuid, council, round, no, held_on) SELECT 's', id, 'district-1', 1, '2024-05-31' "
    "FROM council;"
    "INSERT INTO agenda SELECT s.id, e.id, e.id FROM session s, evaluation e;"
    "INSERT INTO attendance (session, member, came_at) SELECT s.id, m.id, '2024' FROM session s, member m;"
    "INSERT INTO brand (uuid, name, owner) VALUES ('b', 'Nhãn', 'Hội'), ('c', 'Hiệu', '');"
    "INSERT INTO recognition (uuid, product, producer, folded, unit, stars, decision, decided_on) VALUES"
    " ('r', 'P', 'Q', 'p q', '29236', 3, 'QĐ 1', '2023'), ('t', 'R', 'S', 'r s', '29236', 4, 'QĐ 2', '2022');"
    "INSERT INTO discussion (uuid, evaluation, scoring_round, note, noted_at, noted_by) SELECT 'd' || id, "
    "id, 1, 'n',"
    " '2024', 'x' FROM evaluation;"
    "INSERT INTO office (uuid, council, issuer) SELECT 'o', id, 'i' FROM council;"
    "INSERT INTO paper_number (uuid, council, year, kind, no, symbol, paper, subject, given_at, given_by)"
    " SELECT 'n', id, 2024, 'BB', 1, 's', 'minutes', 's', '2024', 'x' FROM council;"
    "INSERT INTO producer (uuid, name, folded, kind, commune) VALUES ('q', 'Hộ', 'ho', 'household', '29236');"
    "INSERT INTO producer_join (uuid, producer, kept, joined_at, joined_by, reason) SELECT 'j', q.id, r.id, "
    "'2024', 'x', 'y'"
    " FROM producer q, producer r WHERE q.uuid = 'q' AND r.id = 1;"
    "INSERT INTO helper (uuid, council, name, position) SELECT 'h', id, 'n', 1 FROM council;"
    "INSERT INTO paper (uuid, dossier, kind) SELECT 'p' || id, id, 'registration' FROM dossier;"
    "INSERT INTO recusal (uuid, member, dossier, decided_by, reason, since) SELECT 'r' || m.id, m.id, d.id, "
    "'member', 'x',"
    " '2024' FROM member m, dossier d WHERE d.id = 3;"
    "INSERT INTO finding (uuid, evaluation, ground, reason, person, found_at) SELECT 'f' || id, id, 'g', "
    "'r', 'p', '2024'"
    " FROM evaluation WHERE state = 'open';";

void
act_fill (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDb) db = NULL;
  g_autoptr (CsTransaction) tx = NULL;

  book_close_product (book->store, book_code (1), 5, 30);
  book_score (book->store, book_code (2), "m1", 0, FALSE);
  book_close (book);
  db = cs_db_open (book->path, NULL, &error);
  g_assert_no_error (error);
  tx = cs_transaction_begin (db, "test", &error);
  _cs_db_exec (db, rest, &error);
  g_assert_no_error (error);
  book_log (tx, "rest", &error);
  g_assert_no_error (error);
  cs_transaction_commit (tx, &error);
  g_assert_no_error (error);
}
