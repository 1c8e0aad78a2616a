/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/option.h"
#include "model/dossier-query.h"
#include "summary/result.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Verbs that do one thing to one product, to several that are named, to those on standard input, or to all of
 * a round to which it applies. */

typedef struct
{
  char **products;
  char *round;
  gboolean all;
  gboolean each;
} CsProductChoice;

#define CS_OPTIONS_PRODUCTS(choice)                                                                            \
  { "product",                                                                                                 \
    0,                                                                                                         \
    0,                                                                                                         \
    G_OPTION_ARG_STRING_ARRAY,                                                                                 \
    &(choice).products,                                                                                        \
    N_ ("The product's code; can be given for each of several"),                                               \
    N_ ("CODE") },                                                                                             \
      { "round",                                                                                               \
        0,                                                                                                     \
        0,                                                                                                     \
        G_OPTION_ARG_STRING,                                                                                   \
        &(choice).round,                                                                                       \
        N_ ("The round, when the product is in several, or with --all"),                                       \
        N_ ("ID") },                                                                                           \
      { "all", 0, 0, G_OPTION_ARG_NONE, &(choice).all, N_ ("All products of the round to which this applies"), \
        NULL },                                                                                                \
  {                                                                                                            \
    "each", 0, 0, G_OPTION_ARG_NONE, &(choice).each,                                                           \
        N_ ("One by one: what is refused does not keep the others back"), NULL                                 \
  }

/* Returns: whether more than one product may be meant. @n: number of arguments, BOOK and perhaps "-" */
gboolean cs_product_choice_is_several (const CsProductChoice *choice, int n);

/* Does it to one product. @told: a line to print when everything is kept. */
typedef gboolean (*CsProductAct) (CsStore *store, const CsDossier *dossier, GString *told, GError **error);

/**
 * cs_verb_for_products:
 * @args: BOOK, and perhaps "-": the codes stand on standard input, one a line
 * @state: what --all looks at
 * @wanted: (nullable): which of them --all takes
 *
 * Does @act to what was chosen: all or nothing, or one by one. Returns: FALSE with @error also when one of
 * --each was refused; which, that was printed.
 */
gboolean cs_verb_for_products (char **args,
                               int n,
                               const CsProductChoice *choice,
                               CsDossierState state,
                               gboolean (*wanted) (const CsResult *result),
                               CsProductAct act,
                               GError **error);

G_END_DECLS
