/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/results.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cs_close_product:
 * @from: any widget of the window concerned
 * @result: an open product
 *
 * Asks, naming what it means, and closes the product. When only the spread of the totals stands against it
 * asks for a reason and closes with that; any other refusal is shown.
 */
void cs_close_product (GtkWidget *from, CsStore *store, const CsResult *result);

G_END_DECLS
