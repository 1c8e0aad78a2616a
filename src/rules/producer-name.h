/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of producers stand in their names, in full or in letters: "Hợp tác xã Rạch Lọp" is "HTX Rạch Lọp". */

/* Returns: (transfer full): as cs_text_clean(), and with one space where several stand: nobody can see those.
 */
char *cs_producer_name_clean (const char *name);

/* @folded: by cs_text_fold(). Returns: (transfer full): with every kind in letters, or in full. */
char *cs_producer_name_shorten (const char *folded);
char *cs_producer_name_expand (const char *folded);

G_END_DECLS
