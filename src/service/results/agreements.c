/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results/agreements.h"

#include "base/error.h"
#include "service/dossiers/dossier-list.h"
#include "service/pins/pins-private.h"
#include "service/scoring/seal-check-private.h"
#include "service/scoring/state-walk-private.h"

#include <glib/gi18n-lib.h>

/* One closed product with what its members counted. */
typedef struct
{
  CsDossier *dossier;
  CsEvaluationState *c;
  gboolean hidden; /* who sits here is recused from it */
} Product;

static void
product_free (gpointer data)
{
  Product *product = data;

  cs_dossier_free (product->dossier);
  _cs_state_free (product->c);
  g_free (product);
}

static void
severity_free (gpointer data)
{
  CsSeverity *severity = data;

  g_free (severity->member);
  g_free (severity->name);
  g_free (severity);
}

static void
criterion_agreement_free (gpointer data)
{
  CsCriterionAgreement *agreement = data;

  g_free (agreement->criterion);
  g_free (agreement);
}

static void
group_free (gpointer data)
{
  CsAgreementGroup *group = data;

  g_free (group->council);
  g_free (group->round);
  g_ptr_array_unref (group->members);
  g_ptr_array_unref (group->criteria);
  g_free (group);
}

static const CsSheet *
sheet_of (const Product *product, const char *member)
{
  const GPtrArray *counted = product->c->standing->counted;

  for (guint i = 0; i < counted->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (counted, i);

      if (g_str_equal (sheet->member_key, member))
        return sheet;
    }
  return NULL;
}

/* Points of @member for @product: in @question, or in all when it is -1. */
static int
points_of (const Product *product, const char *member, int question)
{
  const CsSheet *sheet = sheet_of (product, member);

  if (question < 0)
    return cs_tally (product->c->form, sheet->choices).total;
  return cs_criterion_points (cs_form_question (product->c->form, (guint) question),
                              sheet->choices[question]);
}

static GArray *
ratings_of (const GPtrArray *products, const GPtrArray *members, int question)
{
  GArray *ratings = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < products->len; i++)
    for (guint j = 0; j < members->len; j++)
      {
        int points = points_of (g_ptr_array_index (products, i),
                                ((CsMember *) g_ptr_array_index (members, j))->key, question);

        g_array_append_val (ratings, points);
      }
  return ratings;
}

/* Returns: (element-type CsMember): who scored every one of @products; fills the group's list of members. */
static GPtrArray *
compare_members (CsAgreementGroup *group, const GPtrArray *products)
{
  const CsCouncil *council = ((Product *) g_ptr_array_index (products, 0))->c->council;
  GPtrArray *complete = g_ptr_array_new ();

  for (guint m = 0; m < council->members->len; m++)
    {
      CsMember *member = g_ptr_array_index (council->members, m);
      CsSeverity *severity;
      guint scored = 0;

      if (!cs_role_scores (member->role))
        continue;
      for (guint i = 0; i < products->len; i++)
        scored += sheet_of (g_ptr_array_index (products, i), member->key) != NULL;
      if (scored == 0 && member->left_at != NULL)
        continue;
      severity = g_new0 (CsSeverity, 1);
      severity->member = g_strdup (member->key);
      severity->name = g_strdup (member->name);
      severity->compared = scored == products->len;
      severity->severity = CS_FRACTION_ZERO;
      g_ptr_array_add (group->members, severity);
      if (severity->compared)
        g_ptr_array_add (complete, member);
    }
  return complete;
}

static void
add_severities (CsAgreementGroup *group, const int *ratings, guint n, guint k)
{
  guint column = 0;

  for (guint i = 0; i < group->members->len; i++)
    {
      CsSeverity *severity = g_ptr_array_index (group->members, i);

      if (!severity->compared)
        continue;
      if (k >= 2)
        severity->severity = cs_agreement_severity (ratings, n, k, column);
      column++;
    }
}

static void
add_criteria (CsAgreementGroup *group, const GPtrArray *products, const GPtrArray *members)
{
  const CsForm *form = ((Product *) g_ptr_array_index (products, 0))->c->form;

  for (guint q = 0; q < cs_form_n_questions (form); q++)
    {
      CsCriterionAgreement *criterion = g_new0 (CsCriterionAgreement, 1);
      g_autoptr (GArray) ratings = ratings_of (products, members, (int) q);

      criterion->criterion = g_strdup (cs_form_question (form, q)->no);
      criterion->agreement =
          cs_agreement ((const int *) (gconstpointer) ratings->data, products->len, members->len);
      g_ptr_array_add (group->criteria, criterion);
    }
}

static CsAgreementGroup *
group_new (const GPtrArray *products, int form)
{
  const CsDossier *first = ((Product *) g_ptr_array_index (products, 0))->dossier;
  CsAgreementGroup *group = g_new0 (CsAgreementGroup, 1);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GArray) ratings = NULL;
  const int *table;

  group->council = g_strdup (first->council);
  group->round = g_strdup (first->round);
  group->form = form;
  group->products = products->len;
  group->members = g_ptr_array_new_with_free_func (severity_free);
  group->criteria = g_ptr_array_new_with_free_func (criterion_agreement_free);
  members = compare_members (group, products);
  ratings = ratings_of (products, members, -1);
  table = (const int *) (gconstpointer) ratings->data;
  group->totals = cs_agreement (table, products->len, members->len);
  add_severities (group, table, products->len, members->len);
  if (form != 0)
    add_criteria (group, products, members);
  return group;
}

static int
compare_products (gconstpointer a, gconstpointer b)
{
  const CsDossier *x = (*(Product *const *) a)->dossier;
  const CsDossier *y = (*(Product *const *) b)->dossier;
  int order = g_strcmp0 (x->council, y->council);

  if (order == 0)
    order = g_strcmp0 (x->round, y->round);
  if (order == 0)
    order = x->form - y->form;
  return order != 0 ? order : g_strcmp0 (x->code, y->code);
}

/* Of sheets that are not what was sealed no figure is made. */
static gboolean
is_sealed (CsStore *store, const Product *product, GError **error)
{
  g_autofree char *changed = NULL;

  if (!_cs_state_find_changed (store, product->dossier, product->c, &changed, error))
    return FALSE;
  if (changed != NULL)
    /* Translators: a product's code, names of members */
    g_set_error (
        error, CS_ERROR, CS_ERROR_CORRUPT,
        _ ("%s: the sealed sheet of %s was changed outside the program, so that nothing can be said of"
           " agreement. Restore a backup copy, or look at what “audit” tells."),
        product->dossier->code, changed);
  return changed == NULL;
}

static gboolean
are_sealed (CsStore *store, const GPtrArray *products, GError **error)
{
  for (guint i = 0; i < products->len; i++)
    if (!is_sealed (store, g_ptr_array_index (products, i), error))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (element-type Product): those of @keys, which it takes. */
static GPtrArray *
load_products (CsStore *store, GArray *keys, GError **error)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (product_free);
  g_autoptr (CsStateWalk) walk = _cs_state_walk_new (store, keys);
  Product *product;

  for (guint n = keys->len; n > 0; n--)
    {
      g_ptr_array_add (products, product = g_new0 (Product, 1));
      if (!_cs_state_walk_next (walk, &product->dossier, &product->c, error)
          || !_cs_pins_hide (store, product->dossier->evaluation, &product->hidden, error))
        return NULL;
    }
  return g_steal_pointer (&products);
}

static GPtrArray *
load_closed (CsStore *store, const char *round, gboolean rehearsals, GError **error)
{
  CsDossierFilter filter = { .round = round, .state = CS_DOSSIER_CLOSED, .only_rehearsals = rehearsals };
  GArray *keys = cs_dossiers_list (store, &filter, error);
  GPtrArray *products = keys != NULL ? load_products (store, keys, error) : NULL;

  if (products != NULL)
    g_ptr_array_sort (products, compare_products);
  return products;
}

/* Products of one council and round, and among them of one form, stand together. */
static guint
run_end (const GPtrArray *products, guint from, guint limit, gboolean by_form)
{
  const CsDossier *first = ((Product *) g_ptr_array_index (products, from))->dossier;
  guint end = from + 1;

  for (; end < limit; end++)
    {
      const CsDossier *next = ((Product *) g_ptr_array_index (products, end))->dossier;

      if (g_strcmp0 (first->council, next->council) != 0 || g_strcmp0 (first->round, next->round) != 0
          || (by_form && first->form != next->form))
        break;
    }
  return end;
}

/* Returns: (nullable): one of them that is kept from who sits here */
static const Product *
find_hidden (const GPtrArray *products)
{
  for (guint i = 0; i < products->len; i++)
    if (((Product *) g_ptr_array_index (products, i))->hidden)
      return g_ptr_array_index (products, i);
  return NULL;
}

static GPtrArray *
slice (const GPtrArray *products, guint from, guint to)
{
  GPtrArray *part = g_ptr_array_new ();

  for (guint i = from; i < to; i++)
    g_ptr_array_add (part, g_ptr_array_index (products, i));
  return part;
}

/* @products: (element-type Product): in the order of compare_products(). Returns: (transfer full) */
static GPtrArray *
make_groups (const GPtrArray *products)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint from = 0; from < products->len;)
    {
      guint end = run_end (products, from, products->len, FALSE);
      g_autoptr (GPtrArray) all = slice (products, from, end);

      if (find_hidden (all) == NULL)
        g_ptr_array_add (groups, group_new (all, 0));
      while (from < end)
        {
          guint form_end = run_end (products, from, end, TRUE);
          g_autoptr (GPtrArray) same = slice (products, from, form_end);

          if (same->len >= 2 && find_hidden (same) == NULL)
            g_ptr_array_add (groups,
                             group_new (same, ((Product *) g_ptr_array_index (same, 0))->dossier->form));
          from = form_end;
        }
    }
  return groups;
}

GPtrArray *
cs_agreements_list (CsStore *store, const char *round, gboolean rehearsals, GError **error)
{
  g_autoptr (GPtrArray) products = NULL, groups = NULL;

  if (!cs_store_require_round (store, round, error))
    return NULL;
  products = load_closed (store, round, rehearsals, error);
  groups = products != NULL && are_sealed (store, products, error) ? make_groups (products) : NULL;
  if (groups == NULL || groups->len > 0 || find_hidden (products) == NULL)
    return g_steal_pointer (&groups);
  _cs_pins_refuse_recused (find_hidden (products)->dossier->code, error);
  return NULL;
}

/* What went on to another session and was closed there is no part of this one. */
static gboolean
belongs_to (const CsSession *session, const Product *product)
{
  return !product->dossier->rehearsal
         && !cs_closing_is_after (product->c->closing, session->id, session->closed_at);
}

GPtrArray *
cs_agreements_of_session (CsStore *store, const CsSession *session, GError **error)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (CsDossierKey));
  g_autoptr (GPtrArray) products = NULL;

  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);
      CsDossierKey key = { item->dossier, item->evaluation };

      if (item->closed)
        g_array_append_val (keys, key);
    }
  products = load_products (store, keys, error);
  if (products == NULL)
    return NULL;
  for (guint i = products->len; i > 0; i--)
    if (!belongs_to (session, g_ptr_array_index (products, i - 1)))
      g_ptr_array_remove_index (products, i - 1);
  if (!are_sealed (store, products, error))
    return NULL;
  if (find_hidden (products) != NULL)
    {
      _cs_pins_refuse_recused (find_hidden (products)->dossier->code, error);
      return NULL;
    }
  g_ptr_array_sort (products, compare_products);
  return make_groups (products);
}
