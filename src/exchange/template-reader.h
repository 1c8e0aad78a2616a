/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/template.h"

G_BEGIN_DECLS

/**
 * cs_template_read_file:
 * @path: the file
 * @problems: (nullable) (element-type utf8): gets every finding, "file:line: message"
 *
 * Reads the words of a paper, by template.xsd. What a template names must exist for its paper: fields, lists,
 * and inside a list those of its rows.
 *
 * Returns: (transfer full) (nullable): the template, or NULL with CS_ERROR_INVALID telling the first finding
 */
CsTemplate *cs_template_read_file (const char *path, GPtrArray *problems, GError **error);

G_END_DECLS
