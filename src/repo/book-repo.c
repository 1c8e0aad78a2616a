/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/book-repo.h"

#include "base/error.h"
#include "base/text.h"
#include "db/query.h"
#include "db/transaction.h"
#include "model/register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
cs_book_repo_add_units (CsTransaction *tx, const CsUnitSet *units, GError **error)
{
  for (guint i = 0; i < units->units->len; i++)
    {
      const CsUnit *unit = g_ptr_array_index (units->units, i);
      CsQuery *q = cs_query (cs_transaction_db (tx),
                             "INSERT INTO unit VALUES (:code, :position, :name, :kind, :parent, :successor)");

      cs_query_set_text (q, ":code", unit->code);
      cs_query_set_int (q, ":position", i);
      cs_query_set_text (q, ":name", unit->name);
      cs_query_set_text (q, ":kind", unit->kind);
      cs_query_set_text (q, ":parent", unit->parent);
      cs_query_set_text (q, ":successor", unit->successor);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_book_repo_add (CsTransaction *tx, const CsBook *book, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx),
                "INSERT INTO book VALUES (1, :uuid, :title, :unit, :level, :year, :regulation, :set, :plan,"
                " :plan_title, :plan_source, :brands, :demonstration, :made, 0, :counts)");

  cs_query_set_text (q, ":uuid", book->uuid);
  cs_query_set_text (q, ":title", book->title);
  cs_query_set_text (q, ":unit", book->unit);
  cs_query_set_text (q, ":level", book->level);
  cs_query_set_int (q, ":year", book->year);
  cs_query_set_text (q, ":regulation", book->regulation);
  cs_query_set_text (q, ":set", book->unit_set);
  cs_query_set_text (q, ":plan", book->plan);
  cs_query_set_text (q, ":plan_title", book->plan_title);
  cs_query_set_text (q, ":plan_source", book->plan_source);
  cs_query_set_int (q, ":brands", book->trademarks_target);
  cs_query_set_int (q, ":demonstration", book->demonstration);
  cs_query_set_text (q, ":made", book->made_at);
  cs_query_set_text (q, ":counts", book->counts);
  return cs_query_run (q, error);
}

gboolean
cs_book_repo_add_rounds (CsTransaction *tx, const GPtrArray *rounds, GError **error)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (rounds, i);
      CsQuery *q =
          cs_query (cs_transaction_db (tx),
                    "INSERT INTO round VALUES (:id, :position, :level, :no, :month, :submit, :finish)");

      cs_query_set_text (q, ":id", round->id);
      cs_query_set_int (q, ":position", i);
      cs_query_set_text (q, ":level", round->level);
      cs_query_set_int (q, ":no", round->no);
      cs_query_set_int (q, ":month", round->month);
      cs_query_set_text (q, ":submit", round->submit_by);
      cs_query_set_text (q, ":finish", round->finish_by);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_book_repo_add_plan (CsTransaction *tx, const CsPlan *plan, GError **error)
{
  CsDb *db = cs_transaction_db (tx);

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const CsTarget *target = g_ptr_array_index (plan->targets, i);
      CsQuery *q = cs_query (db, "INSERT INTO target VALUES (:unit, :products)");

      cs_query_set_text (q, ":unit", target->unit);
      cs_query_set_int (q, ":products", target->products);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->activities->len; i++)
    {
      const CsActivity *activity = g_ptr_array_index (plan->activities, i);
      CsQuery *q = cs_query (db, "INSERT INTO activity VALUES (:id, :position, :title)");

      cs_query_set_text (q, ":id", activity->id);
      cs_query_set_int (q, ":position", i);
      cs_query_set_text (q, ":title", activity->title);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

CsBook *
cs_book_repo_load (CsDb *db, GError **error)
{
  g_autoptr (CsBook) book = cs_book_new ();
  CsQuery *q =
      cs_query (db,
                "SELECT uuid, title, unit, level, year, regulation, unit_set, plan, plan_title, plan_source,"
                " brands_target, demonstration, made_at, pins, counts FROM book");

  if (cs_query_next (q))
    {
      book->uuid = cs_query_dup (q, 0);
      book->title = cs_query_dup (q, 1);
      book->unit = cs_query_dup (q, 2);
      book->level = cs_query_dup (q, 3);
      book->year = (int) cs_query_int (q, 4);
      book->regulation = cs_query_dup (q, 5);
      book->unit_set = cs_query_dup (q, 6);
      book->plan = cs_query_dup_or_null (q, 7);
      book->plan_title = cs_query_dup (q, 8);
      book->plan_source = cs_query_dup (q, 9);
      book->trademarks_target = (int) cs_query_int (q, 10);
      book->demonstration = cs_query_int (q, 11) != 0;
      book->made_at = cs_query_dup (q, 12);
      book->pins = cs_query_int (q, 13) != 0;
      book->counts = cs_query_dup (q, 14);
    }
  if (!cs_query_done (q, error))
    return NULL;
  if (book->uuid == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_CORRUPT,
                           _ ("The book is empty: it was never finished. Delete it and make it anew."));
      return NULL;
    }
  return g_steal_pointer (&book);
}

gboolean
cs_book_repo_set_pins (CsTransaction *tx, gboolean on, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "UPDATE book SET pins = :on");

  cs_query_set_int (q, ":on", on != FALSE);
  return cs_query_run_changed (q, error);
}

CsUnitSet *
cs_book_repo_load_units (CsDb *db, const char *set_id, GError **error)
{
  g_autoptr (CsUnitSet) set = cs_unit_set_new (set_id);
  CsQuery *q = cs_query (db, "SELECT code, name, kind, parent, successor FROM unit ORDER BY position");
  g_autofree char *wrong = NULL;

  while (wrong == NULL && cs_query_next (q))
    {
      const char *code = cs_query_text (q, 0), *parent = cs_query_text (q, 3);
      /* a parent stands before its children: so there is no circle */
      CsUnit *unit = parent == NULL || cs_unit_set_find (set, parent) != NULL
                         ? cs_unit_set_add (set, code, cs_query_text (q, 1), cs_query_text (q, 2), parent)
                         : NULL;

      if (unit == NULL)
        wrong = g_strdup (code);
      else
        unit->successor = cs_query_dup_or_null (q, 4);
    }
  if (!cs_query_done (q, wrong == NULL ? error : NULL))
    return NULL;
  if (wrong == NULL)
    return g_steal_pointer (&set);
  g_set_error (error, CS_ERROR, CS_ERROR_CORRUPT,
               _ ("The book was damaged or changed outside the program: unit %s stands twice or below a unit "
                  "that is not"
                  " before it. Restore a backup copy."),
               wrong);
  return NULL;
}

GPtrArray *
cs_book_repo_load_rounds (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_round_free);
  CsQuery *q =
      cs_query (db, "SELECT id, level, no, month, submit_by, finish_by FROM round ORDER BY position");

  while (cs_query_next (q))
    {
      CsRound *round = cs_round_new (cs_query_text (q, 0));

      g_free (round->level);
      round->level = cs_query_dup (q, 1);
      round->no = (int) cs_query_int (q, 2);
      round->month = (int) cs_query_int (q, 3);
      round->submit_by = cs_query_dup_or_null (q, 4);
      round->finish_by = cs_query_dup_or_null (q, 5);
      g_ptr_array_add (rounds, round);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&rounds) : NULL;
}

GPtrArray *
cs_book_repo_load_targets (CsDb *db, GError **error)
{
  g_autoptr (CsPlan) plan = cs_plan_new ("");
  CsQuery *q = cs_query (db, "SELECT unit, products FROM target ORDER BY unit");

  while (cs_query_next (q))
    cs_plan_add_target (plan, cs_query_text (q, 0), (int) cs_query_int (q, 1));
  return cs_query_done (q, error) ? g_ptr_array_ref (plan->targets) : NULL;
}

GPtrArray *
cs_book_repo_load_activities (CsDb *db, GError **error)
{
  g_autoptr (CsPlan) plan = cs_plan_new ("");
  CsQuery *q = cs_query (db, "SELECT id, title FROM activity ORDER BY position");

  while (cs_query_next (q))
    cs_plan_add_activity (plan, cs_query_text (q, 0), cs_query_text (q, 1));
  return cs_query_done (q, error) ? g_ptr_array_ref (plan->activities) : NULL;
}

gboolean
cs_book_repo_add_trademark (CsTransaction *tx, const CsTrademark *trademark, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx),
                "INSERT INTO brand (uuid, name, owner, registered_on) VALUES (:uuid, :name, :owner, :on)");

  cs_query_set_text (q, ":uuid", trademark->uuid);
  cs_query_set_text (q, ":name", trademark->name);
  cs_query_set_text (q, ":owner", trademark->owner);
  cs_query_set_text (q, ":on", trademark->registered_on);
  return cs_query_run (q, error);
}

gboolean
cs_book_repo_update_trademark (CsTransaction *tx, const CsTrademark *trademark, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx), "UPDATE brand SET name = :name, owner = :owner, registered_on = :on,"
                                        " version = version + 1 WHERE uuid = :uuid");

  cs_query_set_text (q, ":uuid", trademark->uuid);
  cs_query_set_text (q, ":name", trademark->name);
  cs_query_set_text (q, ":owner", trademark->owner);
  cs_query_set_text (q, ":on", trademark->registered_on);
  return cs_query_run_changed (q, error);
}

gboolean
cs_book_repo_remove_trademark (CsTransaction *tx, const char *uuid, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx), "DELETE FROM brand WHERE uuid = :uuid");

  cs_query_set_text (q, ":uuid", uuid);
  return cs_query_run_changed (q, error);
}

GPtrArray *
cs_book_repo_load_trademarks (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) trademarks = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_trademark_free);
  CsQuery *q = cs_query (db, "SELECT id, uuid, name, owner, registered_on FROM brand ORDER BY name, uuid");

  while (cs_query_next (q))
    {
      CsTrademark *trademark = g_new0 (CsTrademark, 1);

      trademark->id = cs_query_int (q, 0);
      trademark->uuid = cs_query_dup (q, 1);
      trademark->name = cs_query_dup (q, 2);
      trademark->owner = cs_query_dup (q, 3);
      trademark->registered_on = cs_query_dup_or_null (q, 4);
      g_ptr_array_add (trademarks, trademark);
    }
  return cs_query_done (q, error) ? g_steal_pointer (&trademarks) : NULL;
}

gboolean
cs_book_repo_add_recognition (CsTransaction *tx, const CsRecognition *recognition, GError **error)
{
  g_autofree char *names = g_strdup_printf ("%s %s", recognition->product, recognition->producer);
  g_autofree char *folded = cs_text_fold (names);
  CsQuery *q = cs_query (
      cs_transaction_db (tx),
      "INSERT INTO recognition (uuid, evaluation, product, producer, folded, unit, stars, decision,"
      " decided_on, score, certificate, valid_until, withdrawn_on, withdrawn_ground, dossier)"
      " VALUES (:uuid, nullif (:evaluation, 0), :product, :producer, :folded, :unit, :stars, :decision, :on,"
      " :score, :certificate, :until, :withdrawn, :ground,"
      " CASE WHEN :evaluation = 0 THEN nullif (:dossier, 0) END)");

  cs_query_set_text (q, ":uuid", recognition->uuid);
  cs_query_set_int (q, ":evaluation", recognition->evaluation);
  cs_query_set_text (q, ":product", recognition->product);
  cs_query_set_text (q, ":producer", recognition->producer);
  cs_query_set_text (q, ":folded", folded);
  cs_query_set_text (q, ":unit", recognition->unit);
  cs_query_set_int (q, ":stars", recognition->stars);
  cs_query_set_text (q, ":decision", recognition->decision);
  cs_query_set_text (q, ":on", recognition->decided_on);
  cs_query_set_text (q, ":score", recognition->score);
  cs_query_set_text (q, ":certificate", recognition->certificate);
  cs_query_set_text (q, ":until", recognition->valid_until);
  cs_query_set_text (q, ":withdrawn", recognition->withdrawn_on);
  cs_query_set_text (q, ":ground", recognition->withdrawn_ground);
  cs_query_set_int (q, ":dossier", recognition->dossier_id);
  return cs_query_run (q, error);
}

gboolean
cs_book_repo_withdraw_recognition (
    CsTransaction *tx, gint64 id, const char *on, const char *ground, GError **error)
{
  CsQuery *q = cs_query (cs_transaction_db (tx),
                         "UPDATE recognition SET withdrawn_on = :on, withdrawn_ground = :ground"
                         " WHERE id = :id AND withdrawn_on IS NULL");

  cs_query_set_int (q, ":id", id);
  cs_query_set_text (q, ":on", on);
  cs_query_set_text (q, ":ground", ground);
  return cs_query_run_changed (q, error);
}

#define RECOGNITION_COLUMNS                                                                                  \
  "SELECT g.id, g.uuid, g.evaluation, g.product, g.producer, g.unit, g.stars, g.decision, g.decided_on,"     \
  " g.score, g.certificate, g.valid_until, g.withdrawn_on, g.withdrawn_ground, d.code, e.round,"             \
  " d.regulation, d.product, g.folded, d.id FROM recognition g"                                              \
  " LEFT JOIN evaluation e ON e.id = g.evaluation LEFT JOIN dossier d ON d.id = coalesce (g.dossier, "       \
  "e.dossier)"

static CsRecognition *
read_recognition (CsQuery *q)
{
  CsRecognition *recognition = g_new0 (CsRecognition, 1);

  recognition->id = cs_query_int (q, 0);
  recognition->uuid = cs_query_dup (q, 1);
  recognition->evaluation = cs_query_int (q, 2);
  recognition->product = cs_query_dup (q, 3);
  recognition->producer = cs_query_dup (q, 4);
  recognition->unit = cs_query_dup (q, 5);
  recognition->stars = (int) cs_query_int (q, 6);
  recognition->decision = cs_query_dup (q, 7);
  recognition->decided_on = cs_query_dup (q, 8);
  recognition->score = cs_query_dup (q, 9);
  recognition->certificate = cs_query_dup (q, 10);
  recognition->valid_until = cs_query_dup_or_null (q, 11);
  recognition->withdrawn_on = cs_query_dup_or_null (q, 12);
  recognition->withdrawn_ground = cs_query_dup (q, 13);
  recognition->dossier = cs_query_dup_or_null (q, 14);
  recognition->round = cs_query_dup_or_null (q, 15);
  recognition->regulation = cs_query_dup_or_null (q, 16);
  recognition->product_id = cs_query_int (q, 17);
  recognition->dossier_id = cs_query_int (q, 19);
  return recognition;
}

GPtrArray *
cs_book_repo_load_recognitions (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  CsQuery *q = cs_query (db, RECOGNITION_COLUMNS " ORDER BY g.decided_on, g.folded, g.uuid");

  while (cs_query_next (q))
    g_ptr_array_add (list, read_recognition (q));
  return cs_query_done (q, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
cs_book_repo_find_past (CsDb *db, const char *words, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_recognition_free);
  g_autofree char *folded = cs_text_fold (words);
  const char *space = strchr (folded, ' ');
  g_autofree char *first = space != NULL ? g_strndup (folded, (gsize) (space - folded)) : g_strdup (folded);
  CsQuery *q;

  if (*first == '\0')
    return g_steal_pointer (&hits); /* only punctuation: nothing is called that */
  q = cs_query (db, RECOGNITION_COLUMNS
                " WHERE g.evaluation IS NULL AND instr (' ' || g.folded, ' ' || :first) > 0"
                " ORDER BY g.decided_on, g.folded, g.uuid");
  cs_query_set_text (q, ":first", first);
  while ((limit == 0 || hits->len < limit) && cs_query_next (q))
    if (cs_text_has_words (cs_query_text (q, 18), folded))
      g_ptr_array_add (hits, read_recognition (q));
  return cs_query_done (q, error) ? g_steal_pointer (&hits) : NULL;
}

gboolean
cs_book_repo_load_recognition (CsDb *db,
                               const CsDossier *dossier,
                               CsRecognition **recognition,
                               GError **error)
{
  CsQuery *q = cs_query (db, RECOGNITION_COLUMNS " WHERE g.evaluation = :evaluation OR g.dossier = :dossier"
                                                 " ORDER BY g.withdrawn_on IS NULL DESC, g.decided_on DESC,"
                                                 " g.id DESC LIMIT 1");

  *recognition = NULL;
  cs_query_set_int (q, ":evaluation", dossier->evaluation);
  cs_query_set_int (q, ":dossier", dossier->id);
  if (cs_query_next (q))
    *recognition = read_recognition (q);
  if (cs_query_done (q, error))
    return TRUE;
  g_clear_pointer (recognition, cs_recognition_free);
  return FALSE;
}
