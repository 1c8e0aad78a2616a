/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/dossiers.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "db/query.h"
#include "repo/dossier-list.h"
#include "repo/dossier-repo.h"
#include "repo/producer-repo.h"
#include "repo/sheet-repo.h"
#include "rules/producer-name.h"
#include "rules/product-code.h"
#include "service/book/refusal-private.h"
#include "service/council/council-seat-private.h"
#include "service/dossiers/dossiers-private.h"
#include "service/dossiers/new-dossier-private.h"
#include "service/sessions/session-agenda-private.h"

#include <glib/gi18n-lib.h>

char *
cs_dossiers_find_same (CsStore *store, const CsNewDossier *dossier, GError **error)
{
  g_autofree char *product = cs_text_clean (dossier->product);
  g_autoptr (CsProducer) producer = NULL;

  return _cs_new_dossier_producer (store, dossier, &producer, error) && producer != NULL
             ? cs_dossier_repo_find_same (store->db, product, producer->id, dossier->form, dossier->round,
                                          error)
             : NULL;
}

CsDossier *
cs_dossiers_get (CsStore *store, CsDossierKey key, GError **error)
{
  return cs_dossier_repo_load (store->db, key.dossier, key.evaluation, error);
}

CsDossier *
cs_dossiers_by_code (CsStore *store, const char *code, const char *round, GError **error)
{
  return cs_dossier_repo_by_code (store->db, code, round, error);
}

char *
cs_dossiers_next_code (CsStore *store, const char *unit, GError **error)
{
  const CsRegulation *regulation = cs_store_get_current_regulation (store);
  /* what surrounds the serial is the same in all codes of this place and year */
  g_auto (GStrv) around = g_strsplit (regulation->code_pattern, "{serial}", 2);
  g_autofree char *prefix = cs_product_code (around[0], store->units, unit, 0, store->book->year);
  g_autofree char *suffix = NULL;
  int last;

  if (around[0] == NULL || around[1] == NULL)
    return g_steal_pointer (&prefix);
  suffix = cs_product_code (around[1], store->units, unit, 0, store->book->year);
  last = cs_dossier_repo_last_serial (store->db, prefix, suffix, error);
  return last >= 0 ? g_strdup_printf ("%s%d%s", prefix, last + 1, suffix) : NULL;
}

/* The one that is meant, or a new one: never one that is only called alike. */
static gboolean
take_producer (CsCommand *command, CsDossier *dossier, const CsNewDossier *wanted, GError **error)
{
  CsProducer *producer = &dossier->producer;
  g_autoptr (CsProducer) known = NULL;

  if (!_cs_new_dossier_producer (command->store, wanted, &known, error))
    return FALSE;
  producer->id = known != NULL ? known->id : 0;
  if (producer->id != 0)
    return TRUE; /* a producer with several products is one producer */
  producer->name = cs_producer_name_clean (wanted->producer);
  producer->uuid = cs_id_new ();
  producer->kind = g_strdup (wanted->producer_kind);
  producer->commune = g_strdup (wanted->unit);
  producer->address = g_strdup (wanted->address);
  producer->phone = g_strdup (wanted->phone);
  producer->representative = g_strdup (wanted->representative);
  producer->woman = wanted->woman;
  producer->minority = wanted->minority;
  producer->disability = wanted->disability;
  return cs_producer_repo_add (command->transaction, producer, error);
}

char *
_cs_dossiers_add_one (CsCommand *command, const CsNewDossier *wanted, char **uuid, GError **error)
{
  CsStore *store = command->store;
  const CsRegulation *regulation = cs_store_get_current_regulation (store);
  g_autoptr (CsDossier) dossier = cs_dossier_new ();
  g_autoptr (CsCouncil) council = NULL;

  if (!cs_new_dossier_check (store, wanted, NULL, error))
    return NULL;
  if (cs_text_is_blank (wanted->code))
    dossier->code = cs_dossiers_next_code (store, wanted->unit, error);
  else
    dossier->code = g_strdup (wanted->code);
  if (dossier->code == NULL || !take_producer (command, dossier, wanted, error))
    return NULL;
  dossier->uuid = cs_id_new ();
  dossier->product = cs_text_clean (wanted->product);
  dossier->description = g_strdup (wanted->description);
  dossier->regulation = g_strdup (regulation->id);
  dossier->form = wanted->form;
  dossier->unit = g_strdup (wanted->unit);
  dossier->kind = g_strdup (wanted->kind);
  dossier->registered_on = wanted->registered_on != NULL ? cs_date_from_display (wanted->registered_on)
                                                         : cs_date_of_moment (command->at);
  dossier->rehearsal = wanted->rehearsal;
  if (!cs_dossier_repo_add (command->transaction, dossier, error))
    return NULL;
  if (wanted->round != NULL)
    {
      council = _cs_councils_ensure_for (command, regulation, wanted->round, wanted->unit, error);
      if (council == NULL
          || !cs_dossier_repo_add_evaluation (command->transaction, dossier, wanted->round, council->id,
                                              error))
        return NULL;
    }
  if (uuid != NULL)
    *uuid = g_steal_pointer (&dossier->uuid);
  return g_steal_pointer (&dossier->code);
}

char *
cs_dossiers_add (CsStore *store, const CsNewDossier *wanted, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "dossier-add", error);
  g_autofree char *uuid = NULL;
  g_autofree char *code = command != NULL ? _cs_dossiers_add_one (command, wanted, &uuid, error) : NULL;

  if (code == NULL)
    return NULL;
  if (!_cs_command_commit (g_steal_pointer (&command), code, uuid, NULL, wanted->product, CS_CHANGE_DOSSIERS,
                           error))
    return NULL;
  return g_steal_pointer (&code);
}

static gboolean
add_rows (CsCommand *command, const GArray *dossiers, gboolean with_code, GPtrArray *warnings, GError **error)
{
  for (guint i = 0; i < dossiers->len; i++)
    {
      const CsNewDossier *wanted = &g_array_index (dossiers, CsNewDossier, i);
      g_autofree char *code = NULL;

      if (!cs_store_step (command->store, i, dossiers->len, error))
        return FALSE;
      if (cs_text_is_blank (wanted->code) == with_code)
        continue;
      code = _cs_dossiers_add_one (command, wanted, NULL, error);
      if (code == NULL)
        return FALSE;
      if (warnings != NULL && cs_product_code_is_incomplete (code))
        g_ptr_array_add (warnings,
                         g_strdup_printf (_ ("%s (“%s”): filed without its commune; choose the commune, then "
                                             "the code can be completed"),
                                          code, wanted->product));
    }
  return TRUE;
}

gboolean
cs_dossiers_add_many (CsStore *store, const GArray *dossiers, GPtrArray *warnings, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "import-list", error);
  g_autofree char *count = g_strdup_printf ("%u", dossiers->len);

  /* codes that are given go first, so that none of them is given away to a row without one */
  return command != NULL && add_rows (command, dossiers, TRUE, warnings, error)
         && add_rows (command, dossiers, FALSE, warnings, error)
         && _cs_command_commit (g_steal_pointer (&command), "products", NULL, NULL, count,
                                CS_CHANGE_DOSSIERS | CS_CHANGE_COUNCILS, error);
}

gboolean
cs_dossiers_is_scored (CsStore *store, const CsDossier *dossier)
{
  return dossier->closed || cs_dossier_repo_n_sheets_of_dossier (store->db, dossier->id, NULL) != 0;
}

static gboolean
may_change (CsStore *store, const CsDossier *stored, const CsDossier *wanted, GError **error)
{
  gboolean same_dossier = stored->form == wanted->form && g_str_equal (stored->unit, wanted->unit);
  gint64 sheets = 0;

  if (same_dossier && g_strcmp0 (stored->round, wanted->round) == 0)
    return TRUE;
  /* form and unit are those of all rounds, and an earlier council may have scored already */
  if (!same_dossier)
    sheets = cs_dossier_repo_n_sheets_of_dossier (store->db, stored->id, error);
  else if (stored->evaluation != 0)
    sheets = cs_dossier_repo_n_sheets (store->db, stored->evaluation, error);
  if (sheets < 0)
    return FALSE;
  if (sheets == 0 && !stored->closed)
    return TRUE;
  g_set_error (error, CS_ERROR, CS_ERROR_FROZEN,
               _ ("%s has been scored already: its form, unit and round can no longer be changed."),
               stored->code);
  return FALSE;
}

/* The code is unique; a taken one is told in words, not as a failed constraint. */
static gboolean
may_be_called (CsStore *store, const CsDossier *stored, const CsDossier *wanted, GError **error)
{
  CsQuery *q;
  gint64 other = 0;
  g_autoptr (GError) failed = NULL;

  if (g_str_equal (stored->code, wanted->code))
    return TRUE;
  if (cs_text_is_blank (wanted->code))
    return _cs_refuse_field (NULL, "code", error, g_strdup (_ ("The dossier has no code. Write its code.")));
  if (!_cs_require_fits (wanted->code, CS_CODE_MAX, error))
    return FALSE;
  q = cs_query (store->db, "SELECT id FROM dossier WHERE code = :code");
  cs_query_set_text (q, ":code", wanted->code);
  if (cs_query_one_int (q, &other, &failed))
    return _cs_refuse_field (
        NULL, "code", error,
        g_strdup_printf (_ ("The code %s belongs to another dossier. Write another code."), wanted->code));
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* Out of its round: only what nobody has worked on can be taken out. */
static gboolean
leave_round (CsCommand *command, const CsDossier *stored, GError **error)
{
  g_autoptr (GPtrArray) grounds = NULL;

  if (stored->evaluation == 0)
    return TRUE;
  if (!_cs_sessions_is_free (command->store, stored->id, stored->evaluation, error))
    return FALSE;
  grounds = cs_ground_repo_of_evaluation (command->store->db, stored->evaluation, error);
  if (grounds == NULL)
    return FALSE;
  if (grounds->len == 0)
    return cs_dossier_repo_remove_evaluation (command->transaction, stored->evaluation, error);
  g_set_error (
      error, CS_ERROR, CS_ERROR_FROZEN,
      _ ("%s has a ground for elimination in this round and cannot leave it. Take the ground back first."),
      stored->code);
  return FALSE;
}

static gboolean
is_in_round (CsStore *store, const CsDossier *stored, const char *round, gboolean *is, GError **error)
{
  CsQuery *q = cs_query (store->db, "SELECT EXISTS (SELECT 1 FROM evaluation WHERE dossier = :dossier"
                                    " AND round = :round AND id <> :evaluation)");
  gint64 found = 0;

  cs_query_set_int (q, ":dossier", stored->id);
  cs_query_set_text (q, ":round", round);
  cs_query_set_int (q, ":evaluation", stored->evaluation);
  if (!cs_query_one_int (q, &found, error))
    return FALSE;
  *is = found != 0;
  return TRUE;
}

static gboolean
move (CsCommand *command, const CsDossier *stored, const CsDossier *wanted, GError **error)
{
  const CsRegulation *regulation = cs_store_get_regulation (command->store, stored->regulation, error);
  g_autoptr (CsCouncil) council = NULL;
  gboolean taken = FALSE;

  if (regulation == NULL)
    return FALSE;
  if (wanted->round == NULL)
    return leave_round (command, stored, error);
  if (!is_in_round (command->store, stored, wanted->round, &taken, error))
    return FALSE;
  if (taken)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_CONFLICT,
                   _ ("%s is in round “%s” already. Choose another round."), stored->code, wanted->round);
      return FALSE;
    }
  council = _cs_councils_ensure_for (command, regulation, wanted->round, wanted->unit, error);
  if (council == NULL)
    return FALSE;
  if (stored->evaluation == 0)
    {
      g_autoptr (CsDossier) copy = cs_dossier_new ();

      copy->id = stored->id;
      return cs_dossier_repo_add_evaluation (command->transaction, copy, wanted->round, council->id, error);
    }
  if (g_strcmp0 (stored->round, wanted->round) == 0 && g_str_equal (stored->unit, wanted->unit))
    return TRUE;
  if ((g_strcmp0 (stored->round, wanted->round) != 0 || g_strcmp0 (stored->council_uuid, council->uuid) != 0)
      && !_cs_sessions_is_free (command->store, stored->id, stored->evaluation, error))
    return FALSE;
  return cs_dossier_repo_move_evaluation (command->transaction, stored->evaluation, wanted->round,
                                          council->id, error);
}

static gboolean
is_same_producer (const CsProducer *a, const CsProducer *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->kind, b->kind) == 0
         && g_strcmp0 (a->address, b->address) == 0 && g_strcmp0 (a->phone, b->phone) == 0
         && g_strcmp0 (a->representative, b->representative) == 0 && g_strcmp0 (a->commune, b->commune) == 0
         && a->woman == b->woman && a->minority == b->minority && a->disability == b->disability;
}

/* A producer is that of all its dossiers: each of them is another now. */
static gboolean
update_producer (CsCommand *command, const CsProducer *stored, const CsProducer *wanted, GError **error)
{
  g_autoptr (GPtrArray) uuids = NULL;

  if (is_same_producer (stored, wanted))
    return TRUE;
  if (!cs_producer_repo_update (command->transaction, wanted, error))
    return FALSE;
  uuids = cs_producer_repo_dossiers (command->store->db, wanted->id, error);
  for (guint i = 0; uuids != NULL && i < uuids->len; i++)
    _cs_command_touch (command, CS_CHANGE_DOSSIERS, g_ptr_array_index (uuids, i));
  return uuids != NULL;
}

/* Where a producer lives follows the only dossier that tells it. */
static gboolean
follow_unit (
    CsStore *store, const CsDossier *stored, const CsDossier *wanted, CsProducer *producer, GError **error)
{
  gint64 n;

  if (g_str_equal (stored->unit, wanted->unit) || g_strcmp0 (stored->producer.commune, stored->unit) != 0)
    return TRUE;
  n = cs_producer_repo_n_dossiers (store->db, stored->producer.id, error);
  if (n == 1)
    producer->commune = wanted->unit;
  return n >= 0;
}

gboolean
cs_dossiers_update (CsStore *store, const CsDossier *dossier, GError **error)
{
  CsProducer producer = dossier->producer; /* its texts are the dossier's */
  CsNewDossier as_new = { .product = dossier->product,
                          .description = dossier->description,
                          .producer = producer.name,
                          .address = producer.address,
                          .phone = producer.phone,
                          .representative = producer.representative,
                          .producer_kind = producer.kind,
                          .unit = dossier->unit,
                          .form = dossier->form,
                          .kind = dossier->kind,
                          .round = dossier->round };
  g_autoptr (CsDossier) stored = cs_dossier_repo_load (store->db, dossier->id, dossier->evaluation, error);
  g_autoptr (CsCommand) command = NULL;

  if (stored == NULL || !_cs_new_dossier_check_fields (store, &as_new, NULL, error)
      || !may_change (store, stored, dossier, error) || !may_be_called (store, stored, dossier, error))
    return FALSE;
  command = _cs_command_begin (store, "dossier-edit", error);
  if (command == NULL || !cs_dossier_repo_update (command->transaction, dossier, error)
      || !follow_unit (store, stored, dossier, &producer, error)
      || !update_producer (command, &stored->producer, &producer, error)
      || !move (command, stored, dossier, error))
    return FALSE;
  return _cs_command_commit (g_steal_pointer (&command), dossier->code, stored->uuid, stored->product,
                             dossier->product, CS_CHANGE_DOSSIERS, error);
}

/* Code and UUID of a dossier, deleted or not. */
static gboolean
name_dossier (CsStore *store, gint64 id, char **code, char **uuid, GError **error)
{
  CsQuery *q = cs_query (store->db, "SELECT code, uuid FROM dossier WHERE id = :id");

  cs_query_set_int (q, ":id", id);
  if (cs_query_next (q))
    {
      *code = cs_query_dup (q, 0);
      *uuid = cs_query_dup (q, 1);
    }
  if (!cs_query_done (q, error))
    return FALSE;
  if (*code == NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("This dossier is no longer in the book."));
  return *code != NULL;
}

gboolean
cs_dossiers_delete (CsStore *store, gint64 id, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "dossier-delete", error);
  g_autofree char *code = NULL, *uuid = NULL;
  CsQuery *q;
  gint64 sheets = 0;

  if (command == NULL || !name_dossier (store, id, &code, &uuid, error))
    return FALSE;
  q = cs_query (
      store->db,
      "SELECT count (*) FROM sheet s JOIN evaluation e ON e.id = s.evaluation WHERE e.dossier = :id");
  cs_query_set_int (q, ":id", id);
  if (!cs_query_one_int (q, &sheets, error))
    return FALSE;
  if (sheets > 0)
    {
      g_set_error_literal (
          error, CS_ERROR, CS_ERROR_FROZEN,
          _ ("This dossier has score sheets and cannot be deleted. Close it with a reason instead."));
      return FALSE;
    }
  return _cs_sessions_is_free (store, id, 0, error)
         && cs_dossier_repo_set_deleted (command->transaction, id, TRUE, error)
         && _cs_command_commit (g_steal_pointer (&command), code, uuid, NULL, NULL, CS_CHANGE_DOSSIERS,
                                error);
}

gboolean
cs_dossiers_restore (CsStore *store, gint64 id, GError **error)
{
  g_autoptr (CsCommand) command = _cs_command_begin (store, "dossier-restore", error);
  g_autofree char *code = NULL, *uuid = NULL;

  return command != NULL && name_dossier (store, id, &code, &uuid, error)
         && cs_dossier_repo_set_deleted (command->transaction, id, FALSE, error)
         && _cs_command_commit (g_steal_pointer (&command), code, uuid, NULL, NULL, CS_CHANGE_DOSSIERS,
                                error);
}
