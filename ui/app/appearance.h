/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the colours and the size of all text what the settings say, now and whenever they change. */
void cs_appearance_follow_settings (void);

G_END_DECLS
