/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "cli/session-choice.h"
#include "cli/verb.h"
#include "service/sessions/attendance.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *council;
  char *round;
  int no;
  char *member;
  char *came;
  char *left;
  char *absent;
  gboolean correct;
  gboolean remove;
} options;

static const GOptionEntry entries[] = {
  { "council", 0, 0, G_OPTION_ARG_STRING, &options.council, N_ ("The council, like district-842"),
    N_ ("ID") },
  { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_ ("The session's round"), N_ ("ID") },
  { "no", 0, 0, G_OPTION_ARG_INT, &options.no, N_ ("The session's number; else the one that is open"), "N" },
  { "member", 0, 0, G_OPTION_ARG_STRING, &options.member, N_ ("The member, like m1"), N_ ("ID") },
  { "came", 0, 0, G_OPTION_ARG_STRING, &options.came, N_ ("The member came, at 08:30 for example"),
    N_ ("TIME|now") },
  { "left", 0, 0, G_OPTION_ARG_STRING, &options.left, N_ ("The member left"), N_ ("TIME|now") },
  { "absent", 0, 0, G_OPTION_ARG_STRING, &options.absent, N_ ("Why the member does not come"), N_ ("TEXT") },
  { "correct", 0, 0, G_OPTION_ARG_NONE, &options.correct,
    N_ ("The member's last coming and leaving were noted wrongly; --left none: is still there"), NULL },
  { "remove", 0, 0, G_OPTION_ARG_NONE, &options.remove,
    N_ ("The member's last coming, or absence, was noted by mistake"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* One thing at a time; a coming and a leaving go together. */
static gboolean
check_options (GError **error)
{
  gboolean times = options.came != NULL || options.left != NULL;

  if (options.member == NULL)
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the member with --member."));
  else if (times + (options.absent != NULL) + options.remove != 1 || (options.correct && !times))
    g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE,
                         _ ("Say what is to be noted: --came or --left, with --correct where it was noted "
                            "wrongly; or --absent; or --remove."));
  else
    return TRUE;
  return FALSE;
}

/* @text: (nullable). @moment: (out) (transfer full) (nullable) */
static gboolean
read_time (const CsSession *session, const char *text, char **moment, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "now"))
    *moment = cs_moment_now ();
  else /* a clock is that of the day on which the session was opened */
    *moment = cs_moment_parse (text, session->opened_at);
  if (*moment == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_USAGE,
                 _ ("“%s” is no time. Write 08:30, 2024-05-31 08:30, or now."), text);
  return *moment != NULL;
}

/* Returns: (transfer none): the member's last row */
static const CsAttendance *
find_last (const CsSession *session, const char *member, gboolean stay, GError **error)
{
  const CsAttendance *last = cs_session_last (session, member);

  if (last != NULL && (!stay || last->came_at != NULL))
    return last;
  g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND, _ ("Nothing is noted of the member “%s” in session %d."),
               options.member, session->no);
  return NULL;
}

static gboolean
correct (CsStore *store, const CsSession *session, const char *member, GError **error)
{
  const CsAttendance *last = find_last (session, member, TRUE, error);
  gboolean stays = g_strcmp0 (options.left, "none") == 0;
  g_autofree char *came = NULL, *left = NULL;

  return last != NULL && read_time (session, options.came, &came, error)
         && (stays || read_time (session, options.left, &left, error))
         && cs_sessions_correct_attendance (store, session, last, came != NULL ? came : last->came_at,
                                            stays          ? NULL
                                            : left != NULL ? left
                                                           : last->left_at,
                                            error);
}

static gboolean
note (CsStore *store, const CsSession *session, const char *member, GError **error)
{
  g_autofree char *came = NULL, *left = NULL;

  if (session->opened_at != NULL
      && (!read_time (session, options.came, &came, error)
          || !read_time (session, options.left, &left, error)))
    return FALSE;
  if (options.came != NULL && options.left != NULL && came != NULL)
    return cs_sessions_stay (store, session, member, came, left, error);
  if (options.came != NULL)
    return cs_sessions_arrive (store, session, member, came, error);
  return cs_sessions_leave (store, session, member, left, error);
}

/* Returns: (transfer full): the session that is open; an absence can also be noted in one that is planned */
static CsSession *
find_session (CsStore *store, GError **error)
{
  const CsSessionChoice choice = { options.council, options.round, options.no };
  g_autoptr (GError) failed = NULL;
  CsSession *session = cs_verb_find_session (store, &choice, "o", &failed);

  if (session != NULL)
    return session;
  if ((options.absent != NULL || options.remove) && g_error_matches (failed, CS_ERROR, CS_ERROR_NOT_FOUND))
    return cs_verb_find_session (store, &choice, "p", error);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

static gboolean
run (char **args, int n, GError **error)
{
  g_autoptr (CsStore) store = NULL;
  g_autoptr (CsSession) session = NULL;
  const char *member;

  if (!check_options (error))
    return FALSE;
  store = cs_verb_open (args[0], error);
  session = store != NULL ? find_session (store, error) : NULL;
  if (session == NULL)
    return FALSE;
  member = cs_verb_find_member (store, session->council, options.member, error);
  if (member == NULL)
    return FALSE;
  if (options.absent != NULL)
    return cs_sessions_absent (store, session, member, options.absent, error);
  if (options.remove)
    {
      const CsAttendance *last = find_last (session, member, FALSE, error);

      return last != NULL && cs_sessions_remove_attendance (store, session, last, error);
    }
  return options.correct ? correct (store, session, member, error) : note (store, session, member, error);
}

const CsVerb cs_verb_attend = {
  "attend",
  "BOOK --council ID --member M [--came TIME|now] [--left TIME|now] [--absent TEXT]",
  N_ ("Note who is in a session, from when to when"),
  1,
  1,
  run,
  entries
};
