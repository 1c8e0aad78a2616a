/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/log-text.h"

#include "base/date.h"
#include "base/moment.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *text;
} Word;

static const Word verbs[] = {
  { "new", N_ ("Book made") },
  { "migrate", N_ ("Book brought to the present format") },
  { "sample", N_ ("Demonstration made") },
  { "import-list", N_ ("List imported") },
  { "pins", N_ ("PINs switched on or off") },
  { "pin-set", N_ ("PIN set") },
  { "pin-reset", N_ ("PIN taken away") },
  { "pin-wrong", N_ ("Wrong PIN") },
  { "pin-right", N_ ("Right PIN after wrong ones") },
  { "pin-clock", N_ ("Clock went back while a PIN waited") },
  { "dossier-add", N_ ("Dossier registered") },
  { "dossier-edit", N_ ("Dossier changed") },
  { "dossier-delete", N_ ("Dossier deleted") },
  { "dossier-restore", N_ ("Dossier brought back") },
  { "rehearse", N_ ("Rehearsal switched on or off") },
  { "reindex", N_ ("Index of the search made anew") },
  { "paper-add", N_ ("Evidence added") },
  { "paper-edit", N_ ("Evidence changed") },
  { "paper-remove", N_ ("Evidence removed") },
  { "member-add", N_ ("Member added") },
  { "member-remove", N_ ("Member left") },
  { "council-decision", N_ ("Founding decision noted") },
  { "council-helpers", N_ ("Working group noted") },
  { "council-rules", N_ ("Working rules set") },
  { "recuse", N_ ("Recusal noted") },
  { "recuse-end", N_ ("Recusal ended") },
  { "session-add", N_ ("Session planned") },
  { "session-agenda", N_ ("Agenda set") },
  { "session-change", N_ ("Session changed") },
  { "session-close", N_ ("Session closed") },
  { "session-date", N_ ("Day of the session set") },
  { "session-discuss", N_ ("Product called up") },
  { "session-move", N_ ("Agenda reordered") },
  { "session-open", N_ ("Session opened") },
  { "session-place", N_ ("Place of the session set") },
  { "attend", N_ ("Member came") },
  { "attend-absent", N_ ("Absence noted") },
  { "attend-correct", N_ ("Attendance corrected") },
  { "attend-leave", N_ ("Member went") },
  { "attend-remove", N_ ("Attendance taken out") },
  { "sheet-choose", N_ ("Criterion answered") },
  { "sheet-note", N_ ("Note written") },
  { "sheet-submit", N_ ("Score sheet submitted") },
  { "sheet-return", N_ ("Score sheet returned") },
  { "clock", N_ ("The clock of the computer went back") },
  { "sheet-withdraw", N_ ("Draft of a score sheet taken away") },
  { "sheet-move", N_ ("Score sheet moved") },
  { "sheet-enter", N_ ("Score sheet typed from paper") },
  { "sheet-rescore", N_ ("Further round of scoring begun") },
  { "discuss", N_ ("Discussion noted") },
  { "eliminate", N_ ("Ground for elimination raised") },
  { "eliminate-decide", N_ ("Ground for elimination decided") },
  { "eliminate-undo", N_ ("Ground for elimination taken back") },
  { "close", N_ ("Product closed") },
  { "reopen", N_ ("Product opened again") },
  { "recognise", N_ ("Product recognised") },
  { "recognise-withdraw", N_ ("Recognition withdrawn") },
  { "producer-join", N_ ("Producers joined") },
  { "producer-separate", N_ ("Producers separated") },
  { "brand-add", N_ ("Trademark added") },
  { "brand-edit", N_ ("Trademark changed") },
  { "brand-remove", N_ ("Trademark taken away") },
  { "office", N_ ("Letterhead and signature set") },
  { "number", N_ ("Number given to a paper") },
};

static const Word kinds[] = {
  { "book", N_ ("Book") },
  { "council", N_ ("Council") },
  { "council_rules", N_ ("Working rules") },
  { "member", N_ ("Member") },
  { "helper", N_ ("Working group") },
  { "recusal", N_ ("Recusal") },
  { "session", N_ ("Session") },
  { "agenda", N_ ("Agenda") },
  { "attendance", N_ ("Attendance") },
  { "producer", N_ ("Producer") },
  { "producer_join", N_ ("Joining of producers") },
  { "product", N_ ("Product") },
  { "dossier", N_ ("Dossier") },
  { "paper", N_ ("Evidence") },
  { "evaluation", N_ ("Evaluation") },
  { "sheet", N_ ("Score sheet") },
  { "finding", N_ ("Ground for elimination") },
  { "discussion", N_ ("Discussion") },
  { "closing", N_ ("Closing") },
  { "recognition", N_ ("Recognition") },
  { "brand", N_ ("Trademark") },
  { "pin", N_ ("PIN") },
  { "office", N_ ("Letterhead and signature") },
  { "paper_number", N_ ("Number of a paper") },
};

/* What one column means everywhere; what it means in one table alone stands first, as "table.column". */
static const Word fields[] = {
  { "book.unit", N_ ("unit") },
  { "council.decision", N_ ("founding decision") },
  { "council.decided_on", N_ ("day of the decision") },
  { "finding.decision", N_ ("reason of the decision") },
  { "finding.criterion", N_ ("criterion") },
  { "member.added_by", N_ ("decision by which the member came") },
  { "member.left_by", N_ ("decision by which the member left") },
  { "recognition.decision", N_ ("decision") },
  { "recognition.product", N_ ("product") },
  { "recognition.producer", N_ ("producer") },
  { "brand.owner", N_ ("owner") },
  { "paper.kind", N_ ("kind of evidence") },
  { "recusal.decided_by", N_ ("declared or decided by") },
  { "sheet.entry", N_ ("way of entry") },
  { "absence", N_ ("reason of the absence") },
  { "acting", N_ ("manner of signing") },
  { "acting_for", N_ ("in the place of") },
  { "given_at", N_ ("given at") },
  { "given_by", N_ ("given by") },
  { "issuer", N_ ("issuing body") },
  { "on_behalf", N_ ("on behalf of") },
  { "paper", N_ ("paper") },
  { "parent", N_ ("body above") },
  { "recipients", N_ ("recipients") },
  { "signer", N_ ("who signs") },
  { "symbol", N_ ("symbol in numbers") },
  { "added_at", N_ ("member since") },
  { "address", N_ ("address") },
  { "authority", N_ ("founding authority") },
  { "brands_target", N_ ("planned trademarks") },
  { "came_at", N_ ("came at") },
  { "certificate", N_ ("number of the certificate") },
  { "checked_by", N_ ("checked by") },
  { "closed_at", N_ ("closed at") },
  { "closed_by", N_ ("closed by") },
  { "code", N_ ("code") },
  { "commune", N_ ("commune") },
  { "council", N_ ("council") },
  { "counts", N_ ("kinds that count to the plan") },
  { "criterion", N_ ("criterion") },
  { "day", N_ ("day") },
  { "decided_at", N_ ("decided at") },
  { "decided_by", N_ ("decided by") },
  { "decided_on", N_ ("decided on") },
  { "decision", N_ ("decision") },
  { "deleted", N_ ("deleted") },
  { "demonstration", N_ ("demonstration") },
  { "description", N_ ("description") },
  { "disability", N_ ("led by a person with a disability") },
  { "discussing", N_ ("called up") },
  { "dossier", N_ ("dossier") },
  { "duty", N_ ("duty") },
  { "end_reason", N_ ("reason of the end") },
  { "ended_at", N_ ("ended at") },
  { "ended_by", N_ ("ended by") },
  { "entry", N_ ("way of entry") },
  { "evaluation", N_ ("evaluation") },
  { "expires_on", N_ ("valid until") },
  { "file_name", N_ ("file") },
  { "file_sha256", N_ ("fingerprint of the file") },
  { "form", N_ ("form") },
  { "former_sheets", N_ ("sheets of members who left") },
  { "found_at", N_ ("found at") },
  { "ground", N_ ("ground") },
  { "held_on", N_ ("day") },
  { "issued_on", N_ ("issued on") },
  { "joined_at", N_ ("joined at") },
  { "joined_by", N_ ("joined by") },
  { "kept", N_ ("one with") },
  { "key", N_ ("short name") },
  { "kind", N_ ("kind") },
  { "left_at", N_ ("left at") },
  { "level", N_ ("level") },
  { "made_at", N_ ("made at") },
  { "manner", N_ ("manner of deciding") },
  { "media_type", N_ ("type of the file") },
  { "member", N_ ("member") },
  { "minimum_rule", N_ ("rule of the minima") },
  { "minority", N_ ("led by a member of an ethnic minority") },
  { "name", N_ ("name") },
  { "no", N_ ("number") },
  { "note", N_ ("note") },
  { "noted_at", N_ ("noted at") },
  { "noted_by", N_ ("noted by") },
  { "number", N_ ("number") },
  { "only", N_ ("number") },
  { "opened_at", N_ ("opened at") },
  { "organisation", N_ ("organisation") },
  { "owner", N_ ("owner") },
  { "person", N_ ("raised by") },
  { "phone", N_ ("telephone") },
  { "pins", N_ ("PINs are asked") },
  { "place", N_ ("place") },
  { "plan", N_ ("plan") },
  { "plan_source", N_ ("source of the plan") },
  { "plan_title", N_ ("title of the plan") },
  { "position", N_ ("place in the order") },
  { "presence", N_ ("who must be there") },
  { "producer", N_ ("producer") },
  { "product", N_ ("product") },
  { "quorum_den", N_ ("quorum, lower number") },
  { "quorum_num", N_ ("quorum, upper number") },
  { "reason", N_ ("reason") },
  { "registered_on", N_ ("registered on") },
  { "regulation", N_ ("regulation") },
  { "rehearsal", N_ ("rehearsal") },
  { "reopen_reason", N_ ("reason of opening again") },
  { "reopened_at", N_ ("opened again at") },
  { "reopened_by", N_ ("opened again by") },
  { "replaces", N_ ("in the place of") },
  { "representative", N_ ("representative") },
  { "role", N_ ("role") },
  { "round", N_ ("round") },
  { "score", N_ ("score") },
  { "scoring_round", N_ ("round of scoring") },
  { "separate_reason", N_ ("reason of the separation") },
  { "separated_at", N_ ("separated at") },
  { "separated_by", N_ ("separated by") },
  { "session", N_ ("session") },
  { "set_at", N_ ("set at") },
  { "set_by", N_ ("set by") },
  { "since", N_ ("since") },
  { "size", N_ ("size of the file") },
  { "spread_inclusive", N_ ("the limit itself is too far") },
  { "spread_limit", N_ ("most points two totals may lie apart") },
  { "stars", N_ ("stars") },
  { "state", N_ ("state") },
  { "submitted_at", N_ ("submitted at") },
  { "title", N_ ("title") },
  { "typed_by", N_ ("typed by") },
  { "unit", N_ ("unit") },
  { "unit_set", N_ ("list of units") },
  { "valid_until", N_ ("valid until") },
  { "withdrawn_ground", N_ ("ground of the withdrawal") },
  { "withdrawn_on", N_ ("withdrawn on") },
  { "woman", N_ ("led by a woman") },
  { "year", N_ ("year") },
};

/* Words that stand in the book for one of a few cases. */
static const Word values[] = {
  { "open", N_ ("open") },
  { "closed", N_ ("closed") },
  { "planned", N_ ("planned") },
  { "draft", N_ ("draft") },
  { "submitted", N_ ("submitted") },
  { "returned", N_ ("returned") },
  { "moved", N_ ("moved") },
  { "withdrawn", N_ ("taken away") },
  { "raised", N_ ("raised") },
  { "confirmed", N_ ("confirmed") },
  { "dismissed", N_ ("dismissed") },
  { "on", N_ ("on") },
  { "off", N_ ("off") },
  { "chair", N_ ("chair") },
  { "vice", N_ ("vice-chair") },
  { "member", N_ ("member") },
  { "secretary", N_ ("secretary") },
  { "leader", N_ ("chair or vice-chair") },
  { "none", N_ ("nobody in particular") },
  { "first", N_ ("first time") },
  { "upgrade", N_ ("upgrade") },
  { "renewal", N_ ("renewal") },
  { "cooperative", N_ ("cooperative") },
  { "group", N_ ("cooperative group") },
  { "company", N_ ("company") },
  { "farm", N_ ("farm") },
  { "household", N_ ("household") },
  { "association", N_ ("association") },
  { "mean", N_ ("mean of the members") },
  { "majority", N_ ("majority of the members") },
  { "every", N_ ("every member") },
  { "count", N_ ("they count") },
  { "leave_out", N_ ("they are left out") },
  { "meeting", N_ ("in a meeting") },
  { "written", N_ ("in writing") },
  { "own", N_ ("by the member") },
  { "list", N_ ("from a list") },
  { "paper", N_ ("from paper") },
};

static const char *const of_words[] = { "state",         "role",   "presence", "kind",       "minimum_rule",
                                        "former_sheets", "manner", "entry",    "decided_by", NULL };
static const char *const of_yes_no[] = { "deleted",          "rehearsal",     "woman",
                                         "minority",         "disability",    "pins",
                                         "spread_inclusive", "demonstration", NULL };

static const char *
find (const Word *words, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i].id, id))
      return _ (words[i].text);
  return NULL;
}

const char *
cs_log_verb_text (const char *verb)
{
  const char *text = find (verbs, G_N_ELEMENTS (verbs), verb);

  return text != NULL ? text : verb;
}

const char *
cs_log_kind_text (const char *kind)
{
  const char *text = find (kinds, G_N_ELEMENTS (kinds), kind);

  return text != NULL ? text : kind;
}

const char *
cs_log_field_text (const char *kind, const char *field)
{
  g_autofree char *own = g_strdup_printf ("%s.%s", kind, field);
  const char *text = find (fields, G_N_ELEMENTS (fields), own);

  return text != NULL ? text : find (fields, G_N_ELEMENTS (fields), field);
}

char *
cs_log_value_text (const char *field, const char *value)
{
  const char *word = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup ("–");
  if (g_strv_contains (of_words, field))
    word = find (values, G_N_ELEMENTS (values), value);
  else if (g_strv_contains (of_yes_no, field))
    word = g_str_equal (value, "0") ? _ ("no") : _ ("yes");
  if (word != NULL)
    return g_strdup (word);
  if (cs_moment_is_valid (value))
    return cs_moment_to_display (value);
  return cs_date_is_valid (value) ? cs_date_to_display (value) : g_strdup (value);
}

/* What is told of a field. Returns: (transfer full) */
static char *
field_text (const CsLogChange *change)
{
  const char *field = cs_log_field_text (change->kind, change->field);
  g_autofree char *before = cs_log_value_text (change->field, change->before);
  g_autofree char *after = cs_log_value_text (change->field, change->after);

  if (field == NULL)
    field = change->field;
  if (change->act == CS_LOG_REMOVE)
    /* Translators: one field of a thing that was removed, and what it said */
    return g_strdup_printf (_ ("removed; %s: %s"), field, before);
  /* Translators: one field of a thing, what it said before and after */
  return g_strdup_printf (_ ("%s: %s → %s"), field, before, after);
}

char *
cs_log_change_text (const CsLogLine *line, const CsLogChange *change)
{
  gboolean own = *line->subject != '\0' && g_str_equal (change->object, line->subject);
  g_autofree char *said = change->act != CS_LOG_ADD ? field_text (change)
                          : own                     ? NULL
                                                    : g_strdup (_ ("added"));

  if (own || said == NULL)
    return g_steal_pointer (&said);
  /* Translators: a kind of thing, its name, and what was done: "Product Mật ong: added" */
  return g_strdup_printf (_ ("%s %s: %s"), cs_log_kind_text (change->kind), change->name, said);
}

const char *
cs_log_object_text (const CsLogLine *line)
{
  for (guint i = 0; i < line->changes->len; i++)
    {
      const CsLogChange *change = g_ptr_array_index (line->changes, i);

      if (g_str_equal (change->object, line->subject) && *change->name != '\0')
        return change->name;
    }
  return line->object;
}

static gboolean
tells_fields (const CsLogLine *line)
{
  for (guint i = 0; i < line->changes->len; i++)
    if (((CsLogChange *) g_ptr_array_index (line->changes, i))->act != CS_LOG_ADD)
      return TRUE;
  return FALSE;
}

/* Why a sheet was taken back stands in the line alone: its field is told to nobody before the product is
 * closed. */
static gboolean
tells_reason (const CsLogLine *line)
{
  static const char *const taken[] = { "sheet-return", "sheet-move", "sheet-withdraw", NULL };

  return g_strv_contains (taken, line->verb) && *line->after != '\0';
}

char *
cs_log_line_text (const CsLogLine *line)
{
  g_autofree char *before = NULL, *after = NULL;

  if (tells_reason (line))
    return g_strdup (line->after);
  if ((*line->before == '\0' && *line->after == '\0') || tells_fields (line))
    return NULL;
  before = cs_log_value_text ("state", line->before);
  after = cs_log_value_text ("state", line->after);
  return *line->before == '\0' ? g_steal_pointer (&after) : g_strdup_printf ("%s → %s", before, after);
}
