/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/regulation-repo.h"

#include "base/error.h"
#include "db/query.h"
#include "db/transaction.h"
#include "model/regulation-digest.h"

#include <glib/gi18n-lib.h>

static gboolean
add_head (CsTransaction *tx, const CsRegulation *regulation, GError **error)
{
  const CsCouncilRules *council = &regulation->council;
  g_autofree char *digest = cs_regulation_digest (regulation);
  CsQuery *q = cs_query (
      cs_transaction_db (tx),
      "INSERT INTO regulation (id, digest, number, title, date, valid_from, valid_to, code_pattern,"
      " certificate_months, renewal_from_days, renewal_to_days, quorum_num, quorum_den, chair_required,"
      " spread_limit, spread_inclusive, minimum_rule, extension_days) VALUES (:id, :digest, :number, :title, "
      ":date, :from,"
      " :to, :pattern, :months, :renew_from, :renew_to, :qnum, :qden, :chair, :limit, :inclusive, :rule, "
      ":extension)");

  cs_query_set_text (q, ":id", regulation->id);
  cs_query_set_text (q, ":digest", digest);
  cs_query_set_text (q, ":number", regulation->number);
  cs_query_set_text (q, ":title", regulation->title);
  cs_query_set_text (q, ":date", regulation->date);
  cs_query_set_text (q, ":from", regulation->valid_from);
  cs_query_set_text (q, ":to", regulation->valid_to);
  cs_query_set_text (q, ":pattern", regulation->code_pattern);
  cs_query_set_int (q, ":months", regulation->certificate_months);
  cs_query_set_int (q, ":renew_from", regulation->renewal_from_days);
  cs_query_set_int (q, ":renew_to", regulation->renewal_to_days);
  cs_query_set_int (q, ":qnum", council->quorum.num);
  cs_query_set_int (q, ":qden", council->quorum.den);
  cs_query_set_int (q, ":chair", council->presence);
  cs_query_set_int (q, ":limit", council->spread_limit);
  cs_query_set_int (q, ":inclusive", council->spread_inclusive);
  cs_query_set_text (q, ":rule", cs_minimum_rule_to_text (council->minimum_rule));
  cs_query_set_int (q, ":extension", regulation->extension_days);
  return cs_query_run (q, error);
}

static gboolean
add_bands (CsTransaction *tx, const CsRegulation *regulation, GError **error)
{
  for (guint i = 0; i < regulation->bands->len; i++)
    {
      const CsBand *band = g_ptr_array_index (regulation->bands, i);
      CsQuery *q = cs_query (cs_transaction_db (tx),
                             "INSERT INTO band VALUES (:regulation, :position, :stars, :from)");

      cs_query_set_text (q, ":regulation", regulation->id);
      cs_query_set_int (q, ":position", i);
      cs_query_set_int (q, ":stars", band->stars);
      cs_query_set_int (q, ":from", band->from);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_level (CsTransaction *tx, const CsRegulation *regulation, guint position, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  const CsLevel *level = g_ptr_array_index (regulation->levels, position);
  CsQuery *q =
      cs_query (db,
                "INSERT INTO level VALUES (:regulation, :position, :id, :name, :name_en, :kind, :forward)");

  cs_query_set_text (q, ":regulation", regulation->id);
  cs_query_set_int (q, ":position", position);
  cs_query_set_text (q, ":id", level->id);
  cs_query_set_text (q, ":name", level->name);
  cs_query_set_text (q, ":name_en", level->name_en);
  cs_query_set_text (q, ":kind", level->unit_kind);
  if (level->forward_from >= 0)
    cs_query_set_int (q, ":forward", level->forward_from);
  if (!cs_query_run (q, error))
    return FALSE;
  for (int star = 0; star <= CS_STAR_MAX; star++)
    if (level->recognises[star])
      {
        q = cs_query (db, "INSERT INTO level_star VALUES (:regulation, :level, :star)");
        cs_query_set_text (q, ":regulation", regulation->id);
        cs_query_set_text (q, ":level", level->id);
        cs_query_set_int (q, ":star", star);
        if (!cs_query_run (q, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_rounds (CsTransaction *tx, const CsRegulation *regulation, GError **error)
{
  for (guint i = 0; i < regulation->rounds->len; i++)
    {
      const CsRound *round = g_ptr_array_index (regulation->rounds, i);
      CsQuery *q =
          cs_query (cs_transaction_db (tx),
                    "INSERT INTO regulation_round VALUES (:regulation, :position, :id, :level, :no, :month,"
                    " :submit, :finish)");

      cs_query_set_text (q, ":regulation", regulation->id);
      cs_query_set_int (q, ":position", i);
      cs_query_set_text (q, ":id", round->id);
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

static gboolean
add_paper_kinds (CsTransaction *tx, const CsRegulation *regulation, GError **error)
{
  for (guint i = 0; i < regulation->evidence_kinds->len; i++)
    {
      const CsEvidenceKind *kind = g_ptr_array_index (regulation->evidence_kinds, i);
      CsQuery *q = cs_query (
          cs_transaction_db (tx),
          "INSERT INTO paper_kind VALUES (:regulation, :position, :id, :title, :title_en, :required,"
          " :expires, :except, :physical)");

      cs_query_set_text (q, ":regulation", regulation->id);
      cs_query_set_int (q, ":position", i);
      cs_query_set_text (q, ":id", kind->id);
      cs_query_set_text (q, ":title", kind->title);
      cs_query_set_text (q, ":title_en", kind->title_en);
      cs_query_set_int (q, ":required", kind->required);
      cs_query_set_int (q, ":expires", kind->expires);
      cs_query_set_int (q, ":physical", kind->physical);
      cs_query_set_text (q, ":except", kind->except_industry);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_options (CsTransaction *tx, gint64 id, const CsCriterion *criterion, GError **error)
{
  CsDb *db = cs_transaction_db (tx);

  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);
      CsQuery *q = cs_query (
          db, "INSERT INTO option VALUES (:criterion, :no, :points, :star, :case, :case_title, :label)");

      cs_query_set_int (q, ":criterion", id);
      cs_query_set_int (q, ":no", i + 1);
      cs_query_set_int (q, ":points", option->points);
      cs_query_set_int (q, ":star", option->min_star);
      cs_query_set_int (q, ":case", option->case_no);
      cs_query_set_text (q, ":case_title", option->case_title);
      cs_query_set_text (q, ":label", option->label);
      if (!cs_query_run (q, error))
        return FALSE;
    }
  for (guint i = 0; i < criterion->eliminates->len; i++)
    {
      CsQuery *q = cs_query (db, "INSERT INTO criterion_ground VALUES (:criterion, :position, :text)");

      cs_query_set_int (q, ":criterion", id);
      cs_query_set_int (q, ":position", i);
      cs_query_set_text (q, ":text", g_ptr_array_index (criterion->eliminates, i));
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_criterion (CsTransaction *tx,
               const char *regulation,
               int form,
               gint64 section,
               const CsCriterion *criterion,
               GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q =
      cs_query (db,
                "INSERT INTO criterion (regulation, form, section, no, title, help, note, max, container,"
                " yes_no, min_star_whole, parent, papers) VALUES (:regulation, :form, :section, :no, :title,"
                " :help, :note, :max, :container, :yes_no, :whole, :parent, :papers)");

  cs_query_set_text (q, ":regulation", regulation);
  cs_query_set_int (q, ":form", form);
  cs_query_set_int (q, ":section", section);
  cs_query_set_text (q, ":no", criterion->no);
  cs_query_set_text (q, ":title", criterion->title);
  cs_query_set_text (q, ":help", criterion->help);
  cs_query_set_text (q, ":note", criterion->note);
  cs_query_set_int (q, ":max", criterion->max);
  cs_query_set_int (q, ":container", criterion->container);
  cs_query_set_int (q, ":yes_no", criterion->yes_no);
  cs_query_set_int (q, ":whole", criterion->min_star_whole);
  cs_query_set_text (q, ":parent", criterion->parent);
  cs_query_set_text (q, ":papers", criterion->papers);
  return cs_query_run (q, error) && add_options (tx, cs_db_last_id (db), criterion, error);
}

static gboolean
add_section (CsTransaction *tx,
             const char *regulation,
             int form,
             gint64 part,
             const CsSection *section,
             GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, "INSERT INTO section (part, no, title, max) VALUES (:part, :no, :title, :max)");
  gint64 id;

  cs_query_set_int (q, ":part", part);
  cs_query_set_text (q, ":no", section->no);
  cs_query_set_text (q, ":title", section->title);
  cs_query_set_int (q, ":max", section->max);
  if (!cs_query_run (q, error))
    return FALSE;
  id = cs_db_last_id (db);
  for (guint i = 0; i < section->criteria->len; i++)
    if (!add_criterion (tx, regulation, form, id, g_ptr_array_index (section->criteria, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_part (CsTransaction *tx, const char *regulation, int form, const CsPart *part, GError **error)
{
  CsDb *db = cs_transaction_db (tx);
  CsQuery *q = cs_query (db, "INSERT INTO part (regulation, form, code, title, max)"
                             " VALUES (:regulation, :form, :code, :title, :max)");
  gint64 id;

  cs_query_set_text (q, ":regulation", regulation);
  cs_query_set_int (q, ":form", form);
  cs_query_set_text (q, ":code", part->code);
  cs_query_set_text (q, ":title", part->title);
  cs_query_set_int (q, ":max", part->max);
  if (!cs_query_run (q, error))
    return FALSE;
  id = cs_db_last_id (db);
  for (guint i = 0; i < part->sections->len; i++)
    if (!add_section (tx, regulation, form, id, g_ptr_array_index (part->sections, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_form_texts (CsTransaction *tx,
                const char *regulation,
                int form,
                const char *kind,
                const GPtrArray *texts,
                GError **error)
{
  for (guint i = 0; i < texts->len; i++)
    {
      CsQuery *q = cs_query (cs_transaction_db (tx),
                             "INSERT INTO form_text VALUES (:regulation, :form, :kind, :position, :text)");

      cs_query_set_text (q, ":regulation", regulation);
      cs_query_set_int (q, ":form", form);
      cs_query_set_text (q, ":kind", kind);
      cs_query_set_int (q, ":position", i);
      cs_query_set_text (q, ":text", g_ptr_array_index (texts, i));
      if (!cs_query_run (q, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_form (CsTransaction *tx, const char *regulation, const CsForm *form, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx),
                "INSERT INTO form VALUES (:regulation, :no, :name, :industry, :group, :verified, :note)");

  cs_query_set_text (q, ":regulation", regulation);
  cs_query_set_int (q, ":no", form->no);
  cs_query_set_text (q, ":name", form->name);
  cs_query_set_text (q, ":industry", form->industry);
  cs_query_set_text (q, ":group", form->group);
  cs_query_set_int (q, ":verified", form->verified);
  cs_query_set_text (q, ":note", form->note);
  if (!cs_query_run (q, error)
      || !add_form_texts (tx, regulation, form->no, "ministry", form->ministries, error)
      || !add_form_texts (tx, regulation, form->no, "elimination", form->eliminations, error))
    return FALSE;
  for (guint i = 0; i < form->parts->len; i++)
    if (!add_part (tx, regulation, form->no, g_ptr_array_index (form->parts, i), error))
      return FALSE;
  return TRUE;
}

gboolean
cs_regulation_repo_add (CsTransaction *tx, const CsRegulation *regulation, GError **error)
{
  if (!add_head (tx, regulation, error) || !add_bands (tx, regulation, error))
    return FALSE;
  for (guint i = 0; i < regulation->levels->len; i++)
    if (!add_level (tx, regulation, i, error))
      return FALSE;
  if (!add_rounds (tx, regulation, error) || !add_paper_kinds (tx, regulation, error))
    return FALSE;
  for (guint i = 0; i < regulation->forms->len; i++)
    if (!add_form (tx, regulation->id, g_ptr_array_index (regulation->forms, i), error))
      return FALSE;
  return TRUE;
}

GPtrArray *
cs_regulation_repo_list (CsDb *db, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  CsQuery *q = cs_query (db, "SELECT id FROM regulation ORDER BY valid_from");

  while (cs_query_next (q))
    g_ptr_array_add (ids, cs_query_dup (q, 0));
  return cs_query_done (q, error) ? g_steal_pointer (&ids) : NULL;
}

char *
cs_regulation_repo_digest (CsDb *db, const char *id, GError **error)
{
  CsQuery *q = cs_query (db, "SELECT digest FROM regulation WHERE id = :id");
  g_autofree char *digest = NULL;

  cs_query_set_text (q, ":id", id);
  if (cs_query_next (q))
    digest = cs_query_dup (q, 0);
  if (!cs_query_done (q, error))
    return NULL;
  if (digest == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("The book does not have the regulation %s."), id);
  return g_steal_pointer (&digest);
}
