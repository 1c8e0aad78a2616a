/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/csv-table.h"
#include "service/book/store.h"

/* The register of past years, as offices and newspapers print it. */
gboolean _cs_list_import_recognitions (
    CsStore *store, const CsCsvTable *table, GPtrArray *problems, GPtrArray *notes, GError **error);
