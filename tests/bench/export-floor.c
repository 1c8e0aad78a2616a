/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timing.h"

#include <glib.h>
#include <libxml/xmlwriter.h>
#include <sqlite3.h>

/* export-floor BOOK FILE: prints the milliseconds of the least that writing all dossiers with their sheets
 * takes: SQLite steps over the rows, xmlTextWriter writes the same elements and attributes. No rule, no
 * verdict, nothing is checked. */

static sqlite3 *db;
static xmlTextWriter *xml;

static sqlite3_stmt *
prepare (const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), ==,
                   SQLITE_OK);
  return statement;
}

static sqlite3_stmt *
of (sqlite3_stmt *statement, gint64 id)
{
  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 1, id);
  return statement;
}

static gboolean
next (sqlite3_stmt *statement)
{
  int rc = sqlite3_step (statement);

  g_assert_true (rc == SQLITE_ROW || rc == SQLITE_DONE);
  return rc == SQLITE_ROW;
}

/* The columns from @first to before @end, each an attribute called as its column; NULL is none. */
static void
attributes (sqlite3_stmt *row, int first, int end)
{
  for (int i = first; i < end; i++)
    {
      const unsigned char *value = sqlite3_column_text (row, i);

      if (value != NULL)
        xmlTextWriterWriteAttribute (xml, BAD_CAST sqlite3_column_name (row, i), value);
    }
}

static void
element (const char *name, sqlite3_stmt *row, int first)
{
  xmlTextWriterStartElement (xml, BAD_CAST name);
  attributes (row, first, sqlite3_column_count (row));
}

static void
all (const char *name, sqlite3_stmt *rows)
{
  while (next (rows))
    {
      element (name, rows, 0);
      xmlTextWriterEndElement (xml);
    }
}

static void
write_sheets (sqlite3_stmt *sheets, sqlite3_stmt *answers, gboolean closed)
{
  while (next (sheets))
    {
      element ("sheet", sheets, 1);
      if (closed)
        all ("answer", of (answers, sqlite3_column_int64 (sheets, 0)));
      xmlTextWriterEndElement (xml);
    }
}

static void
write_dossiers (void)
{
  sqlite3_stmt *dossiers = prepare (
      "SELECT d.id, e.id, e.state = 'closed', d.uuid AS id, d.code, p.uuid AS 'product-id', p.name AS"
      " product, d.regulation, d.form, d.unit, d.kind, d.registered_on AS 'registered-on', r.uuid AS id,"
      " r.name, r.kind, r.address, r.phone, r.representative, iif (r.woman, 'yes', 'no') AS woman,"
      " iif (r.minority, 'yes', 'no') AS minority, iif (r.disability, 'yes', 'no') AS disability,"
      " e.uuid AS id, e.round, k.uuid AS council, e.state AS status, z.closed_at AS 'closed-at',"
      " nullif (z.reason, '') AS 'close-reason' FROM dossier d JOIN product p ON p.id = d.product"
      " JOIN producer r ON r.id = p.producer LEFT JOIN evaluation e ON e.dossier = d.id"
      " LEFT JOIN council k ON k.id = e.council LEFT JOIN closing z ON z.evaluation = e.id AND"
      " z.reopened_at IS NULL WHERE d.deleted = 0 AND d.rehearsal = 0 ORDER BY +d.code, e.id");
  sqlite3_stmt *papers =
      prepare ("SELECT uuid AS id, kind, number, issued_on AS 'issued-on', expires_on AS"
               " 'expires-on', file_sha256 AS sha256, file_name AS 'file-name', media_type AS"
               " 'media-type', size FROM paper WHERE dossier = ? ORDER BY id");
  sqlite3_stmt *sheets =
      prepare ("SELECT s.id, s.uuid AS id, m.uuid AS member, s.scoring_round AS"
               " 'scoring-round', s.state, s.submitted_at AS 'submitted-at', s.seal FROM sheet s"
               " JOIN member m ON m.id = s.member WHERE s.evaluation = ? AND s.ended_at IS NULL"
               " ORDER BY m.position, s.scoring_round");
  sqlite3_stmt *answers = prepare ("SELECT c.no AS criterion, a.option, coalesce (o.points, 0) AS points FROM"
                                   " answer a JOIN criterion c ON c.id = a.criterion LEFT JOIN option o"
                                   " ON o.criterion = c.id AND o.no = a.option WHERE a.sheet = ?");
  sqlite3_stmt *grounds =
      prepare ("SELECT uuid AS id, ground AS text, reason, person, found_at AS 'found-at',"
               " state FROM finding WHERE evaluation = ?");
  gint64 current = 0;

  while (next (dossiers))
    {
      gint64 dossier = sqlite3_column_int64 (dossiers, 0), evaluation = sqlite3_column_int64 (dossiers, 1);

      if (dossier != current)
        {
          if (current != 0)
            xmlTextWriterEndElement (xml);
          current = dossier;
          xmlTextWriterStartElement (xml, BAD_CAST "dossier");
          attributes (dossiers, 3, 12);
          xmlTextWriterStartElement (xml, BAD_CAST "producer");
          attributes (dossiers, 12, 21);
          xmlTextWriterEndElement (xml);
          all ("paper", of (papers, dossier));
        }
      if (evaluation == 0)
        continue;
      element ("evaluation", dossiers, 21);
      write_sheets (of (sheets, evaluation), answers, sqlite3_column_int (dossiers, 2) != 0);
      all ("ground", of (grounds, evaluation));
      xmlTextWriterEndElement (xml);
    }
  if (current != 0)
    xmlTextWriterEndElement (xml);
}

int
main (int argc, char **argv)
{
  Timing timing = { 0 };

  g_assert_cmpint (argc, ==, 3);
  g_assert_cmpint (sqlite3_open_v2 (argv[1], &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  timing_start (&timing);
  xml = xmlNewTextWriterFilename (argv[2], 0);
  xmlTextWriterSetIndent (xml, 1);
  xmlTextWriterSetIndentString (xml, BAD_CAST " ");
  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", NULL);
  xmlTextWriterStartElement (xml, BAD_CAST "dossiers");
  write_dossiers ();
  xmlTextWriterEndElement (xml);
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  timing_stop (&timing);
  timing_print (&timing, "floor");
  return 0;
}
