/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CsProgress: @done of @total steps of a long work are done; called in the thread that does it. */
typedef void (*CsProgress) (guint done, guint total, gpointer data);

G_END_DECLS
