/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_xml_gate:
 * @data: (array length=length): the bytes of a file
 * @name: its name, for the message
 *
 * Looks at the bytes before any parser does, because the parser itself can be made to hang: they must be
 * UTF-8 without NUL, no DOCTYPE, no processing instruction, no tag of more than 64 KiB or 256 attributes.
 *
 * Returns: FALSE and CS_ERROR_INVALID naming the line
 */
gboolean cs_xml_gate (const char *data, gsize length, const char *name, GError **error);

G_END_DECLS
