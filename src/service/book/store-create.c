/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-create.h"
#include "service/book/store-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/id.h"
#include "base/moment.h"
#include "base/safe-file.h"
#include "base/text.h"
#include "db/transaction.h"
#include "model/actor.h"
#include "model/dossier.h"
#include "repo/audit.h"
#include "repo/book-repo.h"
#include "repo/regulation-repo.h"
#include "service/book/refusal-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
fits (const CsNewBook *wanted, GError **error)
{
  if (cs_unit_set_find (wanted->units, wanted->unit) == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("Unit %s is not in the list of units %s. Choose the unit by its code, or another list "
                      "of units."),
                   wanted->unit, wanted->units->id);
      return FALSE;
    }
  if (!_cs_require_fits (wanted->title, CS_NAME_MAX, error))
    return FALSE;
  if (wanted->plan == NULL)
    return TRUE;
  if (!cs_unit_set_is_within (wanted->units, wanted->unit, wanted->plan->unit))
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                   _ ("The plan %s is for unit %s, which does not contain %s. Choose another plan or unit."),
                   wanted->plan->id, wanted->plan->unit, wanted->unit);
      return FALSE;
    }
  for (guint i = 0; i < wanted->plan->targets->len; i++)
    {
      const CsTarget *target = g_ptr_array_index (wanted->plan->targets, i);

      if (cs_unit_set_find (wanted->units, target->unit) == NULL)
        {
          g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                       _ ("The plan %s has a target for unit %s, which is not in the list of units %s. "
                          "Correct the plan."),
                       wanted->plan->id, target->unit, wanted->units->id);
          return FALSE;
        }
    }
  for (guint i = 0; i < wanted->plan->rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (wanted->plan->rounds, i);

      if (cs_regulation_level (wanted->regulation, round->level) == NULL)
        {
          g_set_error (
              error, CS_ERROR, CS_ERROR_INVALID,
              _ ("The plan %s has a round at level “%s”, which the regulation %s does not know. Choose the "
                 "regulation of the plan's year."),
              wanted->plan->id, round->level, wanted->regulation->id);
          return FALSE;
        }
    }
  return TRUE;
}

static CsBook *
describe (const CsNewBook *wanted)
{
  CsBook *book = cs_book_new ();
  const CsUnit *unit = cs_unit_set_find (wanted->units, wanted->unit);
  const CsLevel *level = cs_regulation_level_of_unit_kind (wanted->regulation, unit->kind);
  g_autofree char *today = cs_date_today ();
  g_autofree char *this_year = g_strndup (today, 4);

  book->year = wanted->year != 0 ? wanted->year : wanted->plan != NULL ? wanted->plan->year : 0;
  if (book->year == 0)
    cs_text_to_int (this_year, 1, 9999, &book->year);
  book->uuid = cs_id_new ();
  book->title = !cs_text_is_blank (wanted->title) ? cs_text_clean (wanted->title)
                                                  : g_strdup_printf ("OCOP %d – %s", book->year, unit->name);
  book->unit = g_strdup (wanted->unit);
  book->level = g_strdup (level != NULL ? level->id : "");
  book->regulation = g_strdup (wanted->regulation->id);
  book->unit_set = g_strdup (wanted->units->id);
  book->plan = wanted->plan != NULL ? g_strdup (wanted->plan->id) : NULL;
  book->plan_title = g_strdup (wanted->plan != NULL ? wanted->plan->title : "");
  book->plan_source = g_strdup (wanted->plan != NULL ? wanted->plan->source : "");
  book->trademarks_target = wanted->plan != NULL ? wanted->plan->trademarks : 0;
  book->counts =
      wanted->plan != NULL ? g_strdup (wanted->plan->counts) : g_strjoinv (" ", (char **) cs_dossier_kinds);
  book->demonstration = wanted->demonstration;
  book->made_at = wanted->made_at != NULL ? g_strdup (wanted->made_at) : cs_moment_now ();
  return book;
}

static gboolean
fill (CsDb *db, const CsNewBook *wanted, GError **error)
{
  g_autoptr (CsTransaction) tx = cs_transaction_begin (db, "new", error);
  g_autoptr (CsBook) book = describe (wanted);
  g_autofree char *who = cs_actor_text (wanted->person, wanted->duty);
  CsAuditLine line = { .at = book->made_at,
                       .who = who != NULL ? who : "",
                       .verb = "new",
                       .object = book->uuid,
                       .subject = book->uuid,
                       .after = book->title };
  const GPtrArray *rounds = wanted->plan != NULL && wanted->plan->rounds->len > 0
                                ? wanted->plan->rounds
                                : wanted->regulation->rounds;

  return tx != NULL && cs_regulation_repo_add (tx, wanted->regulation, error)
         && cs_book_repo_add_units (tx, wanted->units, error) && cs_book_repo_add (tx, book, error)
         && cs_book_repo_add_rounds (tx, rounds, error)
         && (wanted->plan == NULL || cs_book_repo_add_plan (tx, wanted->plan, error))
         && cs_audit_add (tx, &line, NULL, error) && cs_transaction_commit (tx, error);
}

/* Beside its name, which it gets only when it is a book: who is killed leaves no half one. */
static gboolean
make (const char *path, const CsNewBook *wanted, GError **error)
{
  g_autoptr (CsSafeFile) file = cs_safe_file_new_unique (path, 0600, error);
  g_autoptr (CsDb) db = file != NULL ? cs_db_create (cs_safe_file_get_temporary (file), path, error) : NULL;
  gboolean made = db != NULL && fill (db, wanted, error);

  g_clear_pointer (&db, cs_db_close);
  if (made)
    return cs_safe_file_commit (g_steal_pointer (&file), NULL, error);
  if (file != NULL)
    {
      g_autofree char *journal = g_strconcat (cs_safe_file_get_temporary (file), "-journal", NULL);

      g_unlink (journal);
    }
  return FALSE;
}

CsStore *
cs_store_create (const char *path, const CsNewBook *wanted, GError **error)
{
  return fits (wanted, error) && make (path, wanted, error) ? cs_store_open (path, error) : NULL;
}
