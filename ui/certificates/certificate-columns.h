/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the columns of the list of certificates to @view, whose items are CsCertificateItem. @store: in whose
 * units they lie; must outlive the view's rows. */
void cs_certificate_columns_append (GtkColumnView *view, CsStore *store);

G_END_DECLS
