/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repo/office-repo.h"

#include "base/id.h"
#include "db/query.h"

CsOffice *
cs_office_repo_load (CsDb *db, const char *council, GError **error)
{
  g_autoptr (CsOffice) office = cs_office_new (council);
  CsQuery *q =
      cs_query (db, "SELECT o.uuid, o.parent, o.issuer, o.place, o.on_behalf, o.acting, o.acting_for, o.role,"
                    " o.signer, o.recipients, o.symbol FROM office o JOIN council k ON k.id = o.council"
                    " WHERE k.uuid = :council");
  char **const texts[] = { &office->uuid,       &office->parent,    &office->issuer,
                           &office->place,      &office->on_behalf, NULL,
                           &office->acting_for, &office->role,      &office->signer,
                           &office->recipients, &office->symbol };

  cs_query_set_text (q, ":council", council);
  if (cs_query_next (q))
    {
      cs_acting_parse (cs_query_text (q, 5), &office->acting);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (texts[i] != NULL)
          {
            g_free (*texts[i]);
            *texts[i] = cs_query_dup (q, (int) i);
          }
    }
  return cs_query_done (q, error) ? g_steal_pointer (&office) : NULL;
}

gboolean
cs_office_repo_set (CsTransaction *tx, CsOffice *office, GError **error)
{
  CsQuery *q =
      cs_query (cs_transaction_db (tx),
                "INSERT INTO office (uuid, council, parent, issuer, place, on_behalf, acting, acting_for, "
                "role, signer, recipients,"
                " symbol) SELECT :uuid, id, :parent, :issuer, :place, :on_behalf, :acting, :acting_for, "
                ":role, :signer, :recipients,"
                " :symbol FROM council WHERE uuid = :council"
                " ON CONFLICT (council) DO UPDATE SET parent = excluded.parent, issuer = excluded.issuer, "
                "place = excluded.place,"
                " on_behalf = excluded.on_behalf, acting = excluded.acting, acting_for = excluded.acting_for,"
                " role = excluded.role, signer = excluded.signer, recipients = excluded.recipients, symbol = "
                "excluded.symbol");

  if (office->uuid == NULL)
    office->uuid = cs_id_new ();
  cs_query_set_text (q, ":uuid", office->uuid);
  cs_query_set_text (q, ":council", office->council);
  cs_query_set_text (q, ":parent", office->parent);
  cs_query_set_text (q, ":issuer", office->issuer);
  cs_query_set_text (q, ":place", office->place);
  cs_query_set_text (q, ":on_behalf", office->on_behalf);
  cs_query_set_text (q, ":acting", cs_acting_to_text (office->acting));
  cs_query_set_text (q, ":acting_for", office->acting_for);
  cs_query_set_text (q, ":role", office->role);
  cs_query_set_text (q, ":signer", office->signer);
  cs_query_set_text (q, ":recipients", office->recipients);
  cs_query_set_text (q, ":symbol", office->symbol);
  return cs_query_run_changed (q, error);
}

/* --- numbers --- */

gboolean
cs_number_repo_find (CsDb *db, const char *paper, const char *subject, char **number, GError **error)
{
  CsQuery *q =
      cs_query (db, "SELECT no, kind, symbol FROM paper_number WHERE paper = :paper AND subject = :subject");

  *number = NULL;
  cs_query_set_text (q, ":paper", paper);
  cs_query_set_text (q, ":subject", subject);
  if (cs_query_next (q))
    *number = cs_office_number_text ((int) cs_query_int (q, 0), cs_query_text (q, 1), cs_query_text (q, 2));
  return cs_query_done (q, error);
}

gboolean
cs_number_repo_give (CsTransaction *tx, const CsPaperNumber *wanted, GError **error)
{
  CsQuery *q = cs_query (
      cs_transaction_db (tx),
      "INSERT INTO paper_number (uuid, council, year, kind, no, symbol, paper, subject, given_at, given_by)"
      " SELECT :uuid, k.id, :year, :kind, (SELECT coalesce (max (no), 0) + 1 FROM paper_number WHERE council "
      "= k.id"
      " AND year = :year AND kind = :kind), :symbol, :paper, :subject, :at, :by FROM council k WHERE k.uuid "
      "= :council");

  cs_query_set_text (q, ":uuid", wanted->uuid);
  cs_query_set_text (q, ":council", wanted->council);
  cs_query_set_int (q, ":year", wanted->year);
  cs_query_set_text (q, ":kind", wanted->kind);
  cs_query_set_text (q, ":symbol", wanted->symbol);
  cs_query_set_text (q, ":paper", wanted->paper);
  cs_query_set_text (q, ":subject", wanted->subject);
  cs_query_set_text (q, ":at", wanted->given_at);
  cs_query_set_text (q, ":by", wanted->given_by);
  return cs_query_run_changed (q, error);
}
