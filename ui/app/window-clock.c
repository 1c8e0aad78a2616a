/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/app/window-clock-private.h"

#include "service/book/store-clock.h"
#include "service/book/store-opening.h"
#include "ui/app/window-private.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

static void
trust_clock_cb (GtkWidget *from, gpointer data)
{
  CsWindow *self = CS_WINDOW (from);

  if (self->store != NULL)
    cs_store_trust_clock (self->store);
}

void
_cs_window_look_at_clock (CsWindow *self)
{
  g_autoptr (CsOpening) opening = self->store != NULL ? cs_store_get_opening (self->store) : NULL;
  g_autofree char *told = NULL, *body = NULL;

  if (self->store == NULL || opening != NULL)
    return;
  cs_store_look_at_day (self->store);
  if (self->clock_asked || !cs_store_is_clock_behind (self->store, &told))
    return;
  self->clock_asked = TRUE;
  body = g_strdup_printf (
      _ ("%s Nothing can be stored until then. If it is right now and was ahead before, say so: the"
         " log notes it."),
      told);
  cs_feedback_confirm (GTK_WIDGET (self), _ ("The Clock of This Computer Is Behind"), body,
                       _ ("_The Clock Is Right"), FALSE, trust_clock_cb, NULL, NULL);
}

gboolean
_cs_window_clock_cb (gpointer data)
{
  _cs_window_look_at_clock (data);
  return G_SOURCE_CONTINUE;
}
