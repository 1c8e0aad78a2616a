/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/quorum.h"

/* How many of a council must be there, and who: at the border, one below it, and where nobody may lead. */

typedef struct
{
  CsCouncil *council; /* m1 chairs, m2 is vice-chair */
  GHashTable *present;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->council = cs_council_new ();
  f->council->rules = (CsCouncilRules){ .quorum = { 3, 4 }, .presence = CS_PRESENCE_LEADER };
  f->present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_hash_table_unref (f->present);
  cs_council_unref (f->council);
}

static void
add_members (Fixture *f, guint n)
{
  for (guint i = f->council->members->len; i < n; i++)
    {
      CsMember *member = cs_council_add_member (f->council);

      member->key = g_strdup_printf ("m%u", i + 1);
      member->role = i == 0 ? CS_ROLE_CHAIR : i == 1 ? CS_ROLE_VICE : CS_ROLE_MEMBER;
    }
}

/* Lets the members @from to @to be there, and nobody else. */
static CsQuorum
with (Fixture *f, guint from, guint to)
{
  g_hash_table_remove_all (f->present);
  for (guint i = from; i <= to; i++)
    g_hash_table_add (f->present, g_strdup_printf ("m%u", i));
  return cs_quorum (&f->council->rules, f->council->members, f->present);
}

/* Three quarters are rounded up, and the border itself is enough. */
static void
test_border (Fixture *f, gconstpointer data)
{
  static const guint needed[] = { 0, 1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9 };

  for (guint n = 1; n < G_N_ELEMENTS (needed); n++)
    {
      CsQuorum at, below;

      add_members (f, n);
      at = with (f, 1, needed[n]);
      below = with (f, 1, needed[n] - 1);
      g_assert_cmpuint (at.members, ==, n);
      g_assert_cmpuint (at.needed, ==, needed[n]);
      g_assert_cmpuint (at.present, ==, needed[n]);
      g_assert_true (at.met);
      g_assert_cmpuint (below.present, ==, needed[n] - 1);
      g_assert_false (below.met);
    }
}

/* Another share than the regulation's, down to one and up to all. */
static void
test_share (Fixture *f, gconstpointer data)
{
  static const struct
  {
    CsFraction share;
    guint needed;
  } shares[] = { { { 1, 2 }, 4 }, { { 2, 3 }, 5 }, { { 1, 7 }, 1 }, { { 1, 1 }, 7 }, { { 3, 7 }, 3 } };

  add_members (f, 7);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      f->council->rules.quorum = shares[i].share;
      g_assert_cmpuint (with (f, 1, 7).needed, ==, shares[i].needed);
      g_assert_true (with (f, 1, shares[i].needed).met);
      g_assert_false (with (f, 1, shares[i].needed - 1).met);
    }
}

/* All but the one who leads are there: whether that is enough is for the rules to say. */
static void
test_leader (Fixture *f, gconstpointer data)
{
  add_members (f, 6);
  g_assert_true (with (f, 2, 6).met); /* the vice-chair leads */
  g_assert_true (with (f, 2, 6).leader_present);
  g_assert_false (with (f, 3, 6).leader_present);
  add_members (f, 8);
  g_assert_cmpuint (with (f, 3, 8).present, ==, with (f, 3, 8).needed); /* enough heads … */
  g_assert_false (with (f, 3, 8).met);                                  /* … and nobody to lead them */
  f->council->rules.presence = CS_PRESENCE_CHAIR;
  g_assert_false (with (f, 2, 8).met);
  g_assert_true (with (f, 1, 8).met);
  f->council->rules.presence = CS_PRESENCE_NONE;
  g_assert_false (with (f, 3, 8).leader_present);
  g_assert_true (with (f, 3, 8).met);
}

/* A chair who is recused from a product does not stand in its way, also where the chair must be there. */
static void
test_recused_chair (Fixture *f, gconstpointer data)
{
  f->council->rules.presence = CS_PRESENCE_CHAIR;
  add_members (f, 5);
  g_assert_false (with (f, 2, 5).met);
  g_ptr_array_remove_index (f->council->members, 0);
  g_assert_cmpuint (with (f, 2, 5).members, ==, 4);
  g_assert_true (with (f, 2, 5).met);
  g_assert_false (with (f, 3, 5).met); /* three of four, and the vice-chair is not among them */
}

/* Who is there without being entitled does not count; nobody at all is never enough. */
static void
test_strangers (Fixture *f, gconstpointer data)
{
  CsQuorum quorum = with (f, 1, 9);

  g_assert_cmpuint (quorum.present, ==, 0);
  g_assert_cmpuint (quorum.needed, ==, 0);
  g_assert_false (quorum.met);
  add_members (f, 4);
  quorum = with (f, 3, 9);
  g_assert_cmpuint (quorum.present, ==, 2);
  g_assert_false (quorum.met);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, run) g_test_add ("/quorum/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("border", test_border);
  ADD ("share", test_share);
  ADD ("leader", test_leader);
  ADD ("recused-chair", test_recused_chair);
  ADD ("strangers", test_strangers);
  return g_test_run ();
}
