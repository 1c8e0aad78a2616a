/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "cli/session-choice.h"
#include "cli/option.h"
#include "cli/verb.h"
#include "rules/attendance.h"
#include "summary/words/formats.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *council;
  char *round;
  int no;
  gboolean add;
  char *date;
  char *place;
  char *agenda;
  gboolean open;
  gboolean close;
  char *discuss;
  gboolean json;
} options;

static const GOptionEntry entries[] = {
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("Only this council, like district-842"),
    N_ ("ID") },
  CS_OPTION_ROUND (options.round),
  { "no", 0, 0, G_OPTION_ARG_INT, &options.no, N_ ("Only the session of this number"), "N" },
  { "add", 0, 0, G_OPTION_ARG_NONE, &options.add, N_ ("Plan a session under the next number"), NULL },
  { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("Its day, like 2024-05-31"), N_ ("DATE") },
  { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("Where it is held"), N_ ("TEXT") },
  { "agenda", 0, 0, G_OPTION_ARG_STRING, &options.agenda,
    N_ ("The products in their order; all: also every one that is not closed"), N_ ("CODE,…|all|none") },
  { "open", 0, 0, G_OPTION_ARG_NONE, &options.open, N_ ("Open the session"), NULL },
  { "close", 0, 0, G_OPTION_ARG_NONE, &options.close, N_ ("Close the session; it never changes again"),
    NULL },
  { "discuss", 0, 0, G_OPTION_ARG_STRING, &options.discuss, N_ ("What is being discussed now"),
    N_ ("CODE|none") },
  CS_OPTION_JSON (options.json),
  G_OPTION_ENTRY_NULL,
};

/* --- writing --- */

static gboolean
is_writing (void)
{
  return options.add || options.date != NULL || options.place != NULL || options.agenda != NULL
         || options.open || options.close || options.discuss != NULL;
}

/* Returns: (transfer full) (element-type gint64): the products of --agenda */
static GArray *
read_agenda (CsStore *store, const char *round, GError **error)
{
  gboolean none = g_str_equal (options.agenda, "none");
  g_auto (GStrv) codes = g_strsplit (none ? "" : options.agenda, ",", -1);
  g_autoptr (GArray) evaluations = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (codes[0] == NULL && !none)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("--agenda names no product. Write codes, all or none."));
      return NULL;
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, g_strstrip (codes[i]), round, error);

      if (dossier == NULL)
        return NULL;
      g_array_append_val (evaluations, dossier->evaluation);
    }
  return g_steal_pointer (&evaluations);
}

/* @agenda: (out) (transfer full) (nullable): what @change refers to */
static gboolean
read_change (CsStore *store, const char *round, CsSessionChange *change, GArray **agenda, GError **error)
{
  change->fill_agenda = g_strcmp0 (options.agenda, "all") == 0;
  if (options.agenda != NULL && !change->fill_agenda && (*agenda = read_agenda (store, round, error)) == NULL)
    return FALSE;
  change->agenda = *agenda;
  change->open = options.open;
  change->close = options.close;
  change->set_discussing = options.discuss != NULL;
  if (options.discuss != NULL && !g_str_equal (options.discuss, "none"))
    {
      g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, options.discuss, round, error);

      if (dossier == NULL)
        return FALSE;
      change->discussing = dossier->evaluation;
    }
  return TRUE;
}

/* Returns: (transfer full): the council meant by --council, or the only one there is */
static CsCouncil *
choose_council (CsStore *store, GError **error)
{
  g_autoptr (GPtrArray) councils = NULL;

  if (options.council != NULL)
    return cs_store_find_council (store, options.council, error);
  councils = cs_store_list_councils (store, error);
  if (councils == NULL)
    return NULL;
  if (councils->len == 1)
    return cs_council_ref (g_ptr_array_index (councils, 0));
  g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the council with --council."));
  return NULL;
}

static gboolean
add (CsStore *store, GError **error)
{
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (GArray) agenda = NULL;
  g_autoptr (CsSession) session = NULL;
  CsSessionChange then = { 0 };
  CsNewSession wanted = { .round = options.round, .held_on = options.date, .place = options.place };

  if (options.round == NULL || options.no != 0)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                           _ ("A new session needs its --round and gets the next number itself."));
      return FALSE;
    }
  council = choose_council (store, error);
  if (council == NULL || !read_change (store, options.round, &then, &agenda, error))
    return FALSE;
  wanted.council = council->uuid;
  wanted.then = &then;
  session = cs_sessions_add (store, &wanted, error);
  if (session == NULL)
    return FALSE;
  g_printerr (_ ("%s, round %s: session %d on %s\n"), session->council, session->round, session->no,
              session->held_on);
  return TRUE;
}

static gboolean
change (CsStore *store, const CsSessionChoice *choice, GError **error)
{
  const char *states = options.open ? "p" : (options.close || options.discuss != NULL) ? "o" : "po";
  g_autoptr (CsSession) session = cs_verb_find_session (store, choice, states, error);
  g_autoptr (GArray) agenda = NULL;
  CsSessionChange wanted = { .held_on = options.date, .place = options.place };

  return session != NULL && read_change (store, session->round, &wanted, &agenda, error)
         && cs_sessions_change (store, session, &wanted, error);
}

/* --- reading --- */

static void
json_agenda (JsonBuilder *b, const CsSession *session)
{
  const CsAgendaItem *discussed = cs_session_item (session, session->discussing);

  cs_json_text (b, "discussing", discussed != NULL ? discussed->code : NULL);
  json_builder_set_member_name (b, "agenda");
  json_builder_begin_array (b);
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);

      json_builder_begin_object (b);
      cs_json_text (b, "product", item->code);
      cs_json_text (b, "name", item->product);
      cs_json_text (b, "producer", item->producer);
      cs_json_bool (b, "closed", item->closed);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
json_attendance (JsonBuilder *b, const CsSession *session, const CsCouncil *council)
{
  json_builder_set_member_name (b, "attendance");
  json_builder_begin_array (b);
  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *row = g_ptr_array_index (session->attendance, i);
      const CsMember *member = cs_council_member (council, row->member_key);

      json_builder_begin_object (b);
      cs_json_text (b, "member", row->member_key);
      cs_json_text (b, "name", member->name);
      cs_json_text (b, "role", cs_role_to_text (member->role));
      cs_json_text (b, "came", row->came_at);
      cs_json_text (b, "left", row->left_at);
      cs_json_text (b, "absence", row->came_at == NULL ? row->absence : NULL);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
json_quorum (JsonBuilder *b, const CsQuorum *quorum)
{
  cs_json_int (b, "present", quorum->present);
  cs_json_int (b, "members", quorum->members);
  cs_json_int (b, "needed", quorum->needed);
  cs_json_bool (b, "met", quorum->met);
}

static void
json_session (JsonBuilder *b, const CsSession *session, const CsCouncil *council, const CsQuorum *quorum)
{
  g_autoptr (GArray) changes = cs_attendance_changes (session, council);

  json_builder_begin_object (b);
  cs_json_text (b, "council", session->council);
  cs_json_text (b, "round", session->round);
  cs_json_int (b, "no", session->no);
  cs_json_text (b, "date", session->held_on);
  cs_json_text (b, "place", session->place);
  cs_json_text (b, "state", cs_session_state_to_text (session->state));
  cs_json_text (b, "opened", session->opened_at);
  cs_json_text (b, "closed", session->closed_at);
  json_agenda (b, session);
  json_attendance (b, session, council);
  json_builder_set_member_name (b, "quorum");
  json_builder_begin_object (b);
  json_quorum (b, quorum);
  json_builder_end_object (b);
  json_builder_set_member_name (b, "quorum_changes");
  json_builder_begin_array (b);
  for (guint i = 0; i < changes->len; i++)
    {
      const CsAttendanceChange *one = &g_array_index (changes, CsAttendanceChange, i);

      json_builder_begin_object (b);
      cs_json_text (b, "at", one->moment);
      json_quorum (b, &one->quorum);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static const char *
name_state (CsSessionState state)
{
  switch (state)
    {
    case CS_SESSION_PLANNED:
      return C_ ("session", "planned");
    case CS_SESSION_OPEN:
      return C_ ("session", "open");
    case CS_SESSION_CLOSED:
      return C_ ("session", "closed");
    }
  g_return_val_if_reached ("");
}

static void
print_attendance (const CsSession *session, const CsCouncil *council)
{
  for (guint i = 0; i < session->attendance->len; i++)
    {
      const CsAttendance *row = g_ptr_array_index (session->attendance, i);
      const CsMember *member = cs_council_member (council, row->member_key);
      g_autofree char *came = cs_moment_to_clock (row->came_at), *left = cs_moment_to_clock (row->left_at);

      g_print ("  %s\t%s\t%s\t", member->key, cs_format_role (member->role), member->name);
      if (row->came_at != NULL)
        g_print ("%s–%s\n", came, left);
      else
        g_print (_ ("absent: %s\n"), row->absence);
    }
}

static void
print_session (const CsSession *session, const CsCouncil *council, const CsQuorum *quorum)
{
  g_autofree char *day = cs_date_to_display (session->held_on);
  g_autoptr (GArray) changes = cs_attendance_changes (session, council);

  /* Translators: council, round, number, day, place, state of a session */
  g_print (_ ("%s, round %s, session %d: %s, %s, %s\n"), session->council, session->round, session->no, day,
           session->place, name_state (session->state));
  for (guint i = 0; i < session->agenda->len; i++)
    {
      const CsAgendaItem *item = g_ptr_array_index (session->agenda, i);

      g_print ("  %u%s\t%s\t%s\t%s\n", i + 1, item->evaluation == session->discussing ? " *" : ".",
               item->code, item->product, item->producer);
    }
  print_attendance (session, council);
  g_print (quorum->met ? _ ("  quorum met: %u of %u are there, %u are needed\n")
                       : _ ("  no quorum: %u of %u are there, %u are needed\n"),
           quorum->present, quorum->members, quorum->needed);
  for (guint i = 0; i < changes->len; i++)
    {
      const CsAttendanceChange *one = &g_array_index (changes, CsAttendanceChange, i);
      g_autofree char *at = cs_moment_to_clock (one->moment);

      g_print (one->quorum.met ? _ ("  %s: quorum reached, %u of %u\n") : _ ("  %s: quorum lost, %u of %u\n"),
               at, one->quorum.present, one->quorum.members);
    }
}

static gboolean
show_one (CsStore *store, const CsSession *session, JsonBuilder *b, GError **error)
{
  g_autoptr (CsCouncil) council = cs_sessions_council (store, session, error);
  g_autofree char *now = cs_moment_now ();
  CsQuorum quorum;

  if (council == NULL)
    return FALSE;
  quorum = cs_attendance_quorum (session, council, session->closed_at != NULL ? session->closed_at : now);
  if (options.json)
    json_session (b, session, council, &quorum);
  else
    print_session (session, council, &quorum);
  return TRUE;
}

static gboolean
show (CsStore *store, const CsSessionChoice *choice, GError **error)
{
  g_autoptr (GPtrArray) sessions = cs_verb_list_sessions (store, choice, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (sessions == NULL)
    return FALSE;
  json_builder_begin_array (b);
  for (guint i = 0; i < sessions->len; i++)
    if (!show_one (store, g_ptr_array_index (sessions, i), b, error))
      return FALSE;
  json_builder_end_array (b);
  if (options.json)
    cs_verb_print_json (b);
  return TRUE;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = cs_verb_open (args[0], error);
  const CsSessionChoice choice = { options.council, options.round, options.no };

  if (store == NULL)
    return FALSE;
  if (!is_writing ())
    return show (store, &choice, error);
  return options.add ? add (store, error) : change (store, &choice, error);
}

const CsVerb cs_verb_session = { "session",
                                 "BOOK [--council ID] [--round ID] [--no N] [--add] [--agenda CODE,…|all] …",
                                 N_ ("Show sessions of councils, or plan, open and close one"),
                                 1,
                                 1,
                                 run,
                                 entries };
