/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/standing.h"

/* Whose sheet counts when members are recused, leave or are replaced, and who counts for the quorum. The form
 * has one question with an option for every total. */

typedef struct
{
  CsForm *form;
  CsCouncil *council;
  GPtrArray *sheets;   /* (element-type CsSheet) */
  GPtrArray *recusals; /* (element-type CsRecusal) */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  CsCriterion *criterion;

  f->form = cs_form_new (1);
  criterion = cs_section_add_criterion (cs_part_add_section (cs_form_add_part (f->form, "A", 100), "1", 100),
                                        "1.1", 100);
  for (int points = 0; points <= 100; points++)
    cs_criterion_add_option (criterion, points);
  cs_form_seal (f->form);
  f->council = cs_council_new ();
  f->council->rules =
      (CsCouncilRules){ .quorum = { 3, 4 }, .presence = CS_PRESENCE_LEADER, .spread_limit = 10 };
  f->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_sheet_free);
  f->recusals = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recusal_free);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->sheets);
  g_ptr_array_unref (f->recusals);
  cs_council_unref (f->council);
  cs_form_free (f->form);
}

static CsMember *
add_member (Fixture *f, CsRole role)
{
  guint i = f->council->members->len;
  CsMember *member = cs_council_add_member (f->council);

  member->id = i + 1;
  member->uuid = g_strdup_printf ("uuid-of-m%u", i + 1);
  member->key = g_strdup_printf ("m%u", i + 1);
  member->role = role;
  return member;
}

/* m1 is the chair, m2 the vice-chair. */
static void
add_members (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    add_member (f, i == 0 ? CS_ROLE_CHAIR : i == 1 ? CS_ROLE_VICE : CS_ROLE_MEMBER);
}

static CsMember *
nth (const Fixture *f, guint member)
{
  return g_ptr_array_index (f->council->members, member - 1);
}

/* The member leaves; @successor: whether somebody takes the seat. */
static CsMember *
leave (Fixture *f, guint member, gboolean successor)
{
  CsMember *next = NULL;

  nth (f, member)->left_at = g_strdup ("2024-05-20T08:00:00Z");
  if (successor)
    {
      next = add_member (f, nth (f, member)->role);
      next->replaces = nth (f, member)->id;
    }
  return next;
}

static CsSheet *
add_sheet (Fixture *f, guint member, int round, int total, gboolean submitted)
{
  CsSheet *sheet = cs_sheet_new (1);

  sheet->id = f->sheets->len + 1;
  sheet->member_key = g_strdup_printf ("m%u", member);
  sheet->scoring_round = round;
  sheet->submitted = submitted;
  sheet->choices[0] = total + 1;
  g_ptr_array_add (f->sheets, sheet);
  return sheet;
}

static void
recuse (Fixture *f, guint member)
{
  CsRecusal *recusal = g_new0 (CsRecusal, 1);

  recusal->member_uuid = g_strdup_printf ("uuid-of-m%u", member);
  recusal->member_key = g_strdup_printf ("m%u", member);
  recusal->reason = g_strdup ("người nhà");
  g_ptr_array_add (f->recusals, recusal);
}

/* "m1=submitted m2=recused", with a star where a sheet counts. */
static char *
describe (const Fixture *f)
{
  g_autoptr (CsStanding) standing = cs_standing_new (f->council, f->form, f->sheets, f->recusals);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < standing->places->len; i++)
    {
      const CsSeatState *place = &g_array_index (standing->places, CsSeatState, i);

      g_string_append_printf (text, "%s%s=%s%s", i > 0 ? " " : "", place->member->key,
                              cs_member_state_to_text (place->state), place->sheet != NULL ? "*" : "");
    }
  g_string_append_printf (text, " %u/%u", standing->quorum.present, standing->quorum.members);
  return g_string_free (text, FALSE);
}

#define assert_places(f, wanted)                                                                             \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *found = describe (f);                                                                   \
    g_assert_cmpstr (found, ==, wanted);                                                                     \
  }                                                                                                          \
  G_STMT_END

static void
test_recused_in_every_state (Fixture *f, gconstpointer data)
{
  add_members (f, 4);
  recuse (f, 4);
  add_sheet (f, 1, 1, 60, TRUE);
  assert_places (f, "m1=submitted* m2=none m3=none m4=recused 1/3");
  add_sheet (f, 4, 1, 90, FALSE); /* begun before */
  assert_places (f, "m1=submitted* m2=none m3=none m4=recused 1/3");
  ((CsSheet *) g_ptr_array_index (f->sheets, 1))->submitted = TRUE; /* handed in before */
  assert_places (f, "m1=submitted* m2=none m3=none m4=recused 1/3");
}

/* What a recused member gave opens no spread, needs no second round and is in no mean. */
static void
test_recused_has_no_spread (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) with = NULL, without = NULL;

  add_members (f, 3);
  add_sheet (f, 1, 1, 60, TRUE);
  add_sheet (f, 2, 1, 70, TRUE);
  add_sheet (f, 3, 2, 95, TRUE);
  with = cs_standing_new (f->council, f->form, f->sheets, f->recusals);
  g_assert_cmpint (with->spread, ==, 35);
  recuse (f, 3);
  without = cs_standing_new (f->council, f->form, f->sheets, f->recusals);
  g_assert_cmpint (without->spread, ==, 10);
  g_assert_false (without->rescoring);
  g_assert_cmpint (without->scoring_round, ==, 1);
}

/* Recusal shrinks the council for the product: needed is three quarters of those who may score. */
static void
test_recused_quorum_borders (Fixture *f, gconstpointer data)
{
  for (guint members = 2; members <= 11; members++)
    for (guint recused = 0; recused < members; recused++)
      for (guint present = 0; present <= members - recused; present++)
        {
          Fixture g;
          g_autoptr (CsStanding) standing = NULL;

          set_up (&g, NULL);
          g.council->rules.presence = CS_PRESENCE_NONE;
          add_members (&g, members);
          for (guint m = 0; m < recused; m++)
            recuse (&g, members - m);
          for (guint m = 1; m <= present; m++)
            add_sheet (&g, m, 1, 60, TRUE);
          standing = cs_standing_new (g.council, g.form, g.sheets, g.recusals);
          g_assert_cmpuint (standing->quorum.members, ==, members - recused);
          g_assert_cmpint (standing->quorum.met, ==, present * 4 >= (members - recused) * 3);
          g_clear_pointer (&standing, cs_standing_free);
          tear_down (&g, NULL);
        }
}

static void
test_who_must_be_there (Fixture *f, gconstpointer data)
{
  static const struct
  {
    CsPresence presence;
    gboolean chair, vice, chair_recused, met;
  } cases[] = {
    { CS_PRESENCE_NONE, FALSE, FALSE, FALSE, TRUE },  { CS_PRESENCE_LEADER, FALSE, FALSE, FALSE, FALSE },
    { CS_PRESENCE_LEADER, TRUE, FALSE, FALSE, TRUE }, { CS_PRESENCE_LEADER, FALSE, TRUE, FALSE, TRUE },
    { CS_PRESENCE_CHAIR, TRUE, FALSE, FALSE, TRUE },  { CS_PRESENCE_CHAIR, FALSE, TRUE, FALSE, FALSE },
    { CS_PRESENCE_CHAIR, FALSE, TRUE, TRUE, TRUE }, /* where the chair may not, the vice-chair leads */
    { CS_PRESENCE_CHAIR, FALSE, FALSE, TRUE, FALSE }, { CS_PRESENCE_LEADER, FALSE, FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture g;
      g_autoptr (CsStanding) standing = NULL;

      set_up (&g, NULL);
      g.council->rules.quorum = cs_fraction (1, 2);
      g.council->rules.presence = cases[i].presence;
      add_members (&g, 9);
      for (guint m = 3; m <= 9; m++)
        add_sheet (&g, m, 1, 60, TRUE);
      if (cases[i].chair)
        add_sheet (&g, 1, 1, 60, TRUE);
      if (cases[i].vice)
        add_sheet (&g, 2, 1, 60, TRUE);
      if (cases[i].chair_recused)
        recuse (&g, 1);
      standing = cs_standing_new (g.council, g.form, g.sheets, g.recusals);
      g_assert_cmpint (standing->quorum.met, ==, cases[i].met);
      g_clear_pointer (&standing, cs_standing_free);
      tear_down (&g, NULL);
    }
}

static void
test_who_left (Fixture *f, gconstpointer data)
{
  add_members (f, 3);
  leave (f, 3, FALSE);
  assert_places (f, "m1=none m2=none 0/2"); /* without a sheet there is nothing to show */
  add_sheet (f, 3, 1, 60, FALSE);
  assert_places (
      f, "m1=none m2=none m3=not_applicable 0/2"); /* a draft of one who left will never be handed in */
  ((CsSheet *) g_ptr_array_index (f->sheets, 0))->submitted = TRUE;
  assert_places (f, "m1=none m2=none m3=submitted* 1/3");
  f->council->rules.leave_out_former = TRUE;
  assert_places (f, "m1=none m2=none m3=not_applicable 0/2");
}

static void
test_replaced (Fixture *f, gconstpointer data)
{
  add_members (f, 3);
  leave (f, 3, TRUE);
  assert_places (f, "m1=none m2=none m4=none 0/3");
  add_sheet (f, 3, 1, 60, TRUE);
  /* the seat has scored: its new holder is not asked again */
  assert_places (f, "m1=none m2=none m3=submitted* m4=not_applicable 1/3");
  /* but may: then the old sheet is shown and does not count */
  add_sheet (f, 4, 1, 70, FALSE);
  assert_places (f, "m1=none m2=none m3=not_applicable m4=draft 0/3");
  ((CsSheet *) g_ptr_array_index (f->sheets, 1))->submitted = TRUE;
  assert_places (f, "m1=none m2=none m3=not_applicable m4=submitted* 1/3");
}

static void
test_replaced_with_rule (Fixture *f, gconstpointer data)
{
  f->council->rules.leave_out_former = TRUE;
  add_members (f, 3);
  add_sheet (f, 3, 1, 60, TRUE);
  leave (f, 3, TRUE);
  assert_places (f, "m1=none m2=none m3=not_applicable m4=none 0/3");
}

/* A seat that changed hands twice still has one sheet. */
static void
test_replaced_twice (Fixture *f, gconstpointer data)
{
  add_members (f, 2);
  add_sheet (f, 2, 1, 60, TRUE);
  leave (f, 2, TRUE);
  leave (f, 3, TRUE);
  assert_places (f, "m1=none m2=submitted* m4=not_applicable 1/2");
  add_sheet (f, 4, 1, 60, TRUE);
  assert_places (f, "m1=none m2=not_applicable m4=submitted* 1/2");
}

/* A recusal is of the person, not of the seat. */
/* In a damaged book members follow each other in a circle; nobody waits for its end. */
static void
test_replaced_in_a_circle (Fixture *f, gconstpointer data)
{
  add_members (f, 3);
  leave (f, 3, TRUE);
  nth (f, 3)->replaces = nth (f, 4)->id;
  assert_places (f, "m1=none m2=none m4=none 0/3");
  add_sheet (f, 4, 1, 60, TRUE);
  assert_places (f, "m1=none m2=none m4=submitted* 1/3");
  /* who follows himself */
  nth (f, 2)->replaces = nth (f, 2)->id;
  assert_places (f, "m1=none m2=none m4=submitted* 1/3");
}

static void
test_replaced_and_recused (Fixture *f, gconstpointer data)
{
  add_members (f, 3);
  add_sheet (f, 3, 1, 60, TRUE);
  recuse (f, 3);
  leave (f, 3, TRUE);
  assert_places (f, "m1=none m2=none m3=not_applicable m4=none 0/3");
  recuse (f, 4);
  assert_places (f, "m1=none m2=none m3=not_applicable m4=recused 0/2");
}

/* Who left cannot score again, and does not hold up those who do. */
static void
test_rescoring_without_former (Fixture *f, gconstpointer data)
{
  g_autoptr (CsStanding) first = NULL, second = NULL;

  add_members (f, 3);
  add_sheet (f, 1, 1, 50, TRUE);
  add_sheet (f, 2, 1, 70, TRUE);
  add_sheet (f, 3, 1, 60, TRUE);
  leave (f, 3, FALSE);
  first = cs_standing_new (f->council, f->form, f->sheets, f->recusals);
  g_assert_true (cs_standing_may_rescore (first, 2));
  add_sheet (f, 1, 2, 50, TRUE);
  add_sheet (f, 2, 2, 70, TRUE);
  second = cs_standing_new (f->council, f->form, f->sheets, f->recusals);
  g_assert_true (cs_standing_is_apart (second));
  g_assert_true (cs_standing_may_rescore (second, 3));
}

static void
test_returned_is_not_there (Fixture *f, gconstpointer data)
{
  add_members (f, 2);
  add_sheet (f, 1, 1, 60, TRUE)->end = CS_SHEET_RETURNED;
  assert_places (f, "m1=none m2=none 0/2");
  add_sheet (f, 1, 1, 60, FALSE);
  assert_places (f, "m1=draft m2=none 0/2");
}

/* What a closing holds fast is what stood at that moment, whatever comes after. */
static void
test_closing_keeps (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) absences = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CsStanding) open = NULL, closed = NULL;
  g_autoptr (CsClosing) closing = NULL;
  static const CsMemberState states[] = { CS_MEMBER_SUBMITTED, CS_MEMBER_SUBMITTED, CS_MEMBER_RECUSED,
                                          CS_MEMBER_ABSENT };

  add_members (f, 4);
  add_sheet (f, 1, 1, 60, TRUE);
  add_sheet (f, 2, 1, 64, TRUE);
  recuse (f, 3);
  g_hash_table_insert (absences, nth (f, 4)->uuid, (gpointer) "ốm");
  open = cs_standing_new (f->council, f->form, f->sheets, f->recusals);
  closing = cs_standing_close (open, f->council, absences);
  leave (f, 1, TRUE);
  recuse (f, 2);
  f->council->rules.quorum = cs_fraction (1, 1);
  closed = cs_standing_of_closing (f->council, f->form, f->sheets, closing);
  g_assert_cmpuint (closed->places->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (g_array_index (closed->places, CsSeatState, i).state, ==, states[i]);
  g_assert_cmpstr (g_array_index (closed->places, CsSeatState, 2).reason, ==, "người nhà");
  g_assert_cmpstr (g_array_index (closed->places, CsSeatState, 3).reason, ==, "ốm");
  g_assert_cmpuint (closed->quorum.members, ==, 3);
  g_assert_cmpuint (closed->quorum.needed, ==, 3);
  g_assert_cmpint (closed->quorum.met, ==, open->quorum.met);
  g_assert_cmpint (closed->spread, ==, 4);
  g_assert_cmpuint (closed->counted->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/seats/recused/every-state", test_recused_in_every_state);
  ADD ("/seats/recused/spread", test_recused_has_no_spread);
  ADD ("/seats/recused/quorum-borders", test_recused_quorum_borders);
  ADD ("/seats/who-must-be-there", test_who_must_be_there);
  ADD ("/seats/left", test_who_left);
  ADD ("/seats/replaced/counts", test_replaced);
  ADD ("/seats/replaced/rule", test_replaced_with_rule);
  ADD ("/seats/replaced/twice", test_replaced_twice);
  ADD ("/seats/replaced/circle", test_replaced_in_a_circle);
  ADD ("/seats/replaced/recused", test_replaced_and_recused);
  ADD ("/seats/rescoring", test_rescoring_without_former);
  ADD ("/seats/returned", test_returned_is_not_there);
  ADD ("/seats/closing", test_closing_keeps);
  return g_test_run ();
}
