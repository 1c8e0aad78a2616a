/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store-private.h"
#include "service/dossiers/dossiers.h"

/* Adds one dossier inside @command. @uuid: (out) (optional) (transfer full). Returns: (transfer full): its
 * code. */
char *_cs_dossiers_add_one (CsCommand *command, const CsNewDossier *wanted, char **uuid, GError **error);
