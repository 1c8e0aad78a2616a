/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* Options that many verbs take, so that one name means one thing and is told in one sentence. @to: a char *,
 * or a gboolean for CS_OPTION_JSON, that takes the value. */

#define CS_OPTION_TEXT(name, to, about, value)                                                               \
  {                                                                                                          \
    name, 0, 0, G_OPTION_ARG_STRING, &(to), about, value                                                     \
  }

#define CS_OPTION_PRODUCT(to) CS_OPTION_TEXT ("product", to, N_ ("The product's code"), N_ ("CODE"))
#define CS_OPTION_ROUND_OF_PRODUCT(to)                                                                       \
  CS_OPTION_TEXT ("round", to, N_ ("The round, when the product is in several"), N_ ("ID"))
#define CS_OPTION_ROUND(to)  CS_OPTION_TEXT ("round", to, N_ ("Only this round"), N_ ("ID"))
#define CS_OPTION_MEMBER(to) CS_OPTION_TEXT ("member", to, N_ ("The member"), N_ ("ID"))
#define CS_OPTION_REASON(to) CS_OPTION_TEXT ("reason", to, N_ ("Why"), N_ ("TEXT"))
#define CS_OPTION_LEADER(to)                                                                                 \
  CS_OPTION_TEXT ("by", to, N_ ("Which of chair and vice-chair; the chair when not given"), N_ ("ID"))
#define CS_OPTION_JSON(to)                                                                                   \
  {                                                                                                          \
    "json", 0, 0, G_OPTION_ARG_NONE, &(to), N_ ("Print JSON"), NULL                                          \
  }

G_END_DECLS
