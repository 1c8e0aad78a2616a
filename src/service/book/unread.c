/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/book/unread.h"

#include "base/error.h"
#include "service/book/store-private.h"

/* What is not there any more, or not possible now, is an answer. */
static gboolean
is_failure (const GError *error)
{
  return g_error_matches (error, CS_ERROR, CS_ERROR_CORRUPT) || cs_error_exit_status (error) == 3;
}

static void
tell (CsStore *self)
{
  g_autoptr (GError) error = g_steal_pointer (&self->unread);

  if (error != NULL && is_failure (error))
    cs_store_tell_unread (self, error);
}

static gboolean
tell_cb (gpointer data)
{
  CsStore *self = data;

  self->unread_source = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

GError **
cs_store_unread (CsStore *self)
{
  g_return_val_if_fail (CS_IS_STORE (self), NULL);

  tell (self);
  if (self->unread_source == 0)
    self->unread_source = g_idle_add (tell_cb, self);
  return &self->unread;
}

void
cs_store_tell_unread (CsStore *self, const GError *error)
{
  g_signal_emit_by_name (self, "unread", error->message);
}
