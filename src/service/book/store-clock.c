/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/store-clock-private.h"

#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "repo/audit.h"
#include "service/book/store-private.h"

#include <glib/gi18n-lib.h>

/* Asked of the book once: it is ours alone, and commands remember what they wrote. */
static const char *
last_moment (CsStore *self)
{
  if (self->last_at == NULL)
    self->last_at = cs_audit_last_moment (self->db, NULL);
  return self->last_at;
}

static gboolean
is_too_far_back (CsStore *self, const char *now)
{
  g_autofree char *latest = cs_moment_add_seconds (now, CS_STORE_CLOCK_SLACK);
  const char *last = last_moment (self);

  return !self->clock_trusted && last != NULL && latest != NULL && strcmp (last, latest) > 0;
}

static char *
tell (CsStore *self, const char *now)
{
  g_autofree char *here = cs_moment_to_display (now), *there = cs_moment_to_display (last_moment (self));

  /* Translators: two moments, each with its day */
  return g_strdup_printf (
      _ ("The clock of this computer says %s, but the last entry in the log of this book is of %s."
         " Set the clock right."),
      here, there);
}

gboolean
cs_store_is_clock_behind (CsStore *self, char **told)
{
  g_autofree char *now = cs_moment_now ();

  if (self->snapshot != NULL || !is_too_far_back (self, now))
    return FALSE;
  if (told != NULL)
    *told = tell (self, now);
  return TRUE;
}

void
cs_store_trust_clock (CsStore *self)
{
  self->clock_trusted = TRUE;
}

gboolean
cs_store_look_at_day (CsStore *self)
{
  g_autofree char *today = cs_date_today ();
  gboolean first = self->day == NULL, turned = !first && !g_str_equal (self->day, today);

  if (first || turned)
    {
      g_free (self->day);
      self->day = g_steal_pointer (&today);
    }
  if (turned)
    _cs_store_tell (self, CS_CHANGE_DOSSIERS | CS_CHANGE_EVIDENCE | CS_CHANGE_REGISTER);
  return turned;
}

gboolean
_cs_store_check_clock (CsStore *self, const char *now, char **since, GError **error)
{
  const char *last = last_moment (self);

  *since = NULL;
  if (is_too_far_back (self, now))
    {
      g_autofree char *told = tell (self, now);

      g_set_error (
          error, CS_ERROR, CS_ERROR_CONFLICT,
          _ ("%s Nothing was changed. If the clock is right now, say so when the program asks, or with"
             " --clock-ok."),
          told);
      return FALSE;
    }
  if (last != NULL && strcmp (last, now) > 0)
    *since = g_strdup (last);
  return TRUE;
}
