/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/template.h"
#include "report/page/document.h"
#include "summary/field.h"

G_BEGIN_DECLS

/**
 * cs_template_paper_new:
 * @template: its words and their order; was checked against @fields when it was read
 * @fields: of @value; "program" and "created" are among them
 * @value: what there is to tell
 *
 * Lays out what comes of both. In the words of the template whatever the user's language: it is an official
 * paper.
 *
 * Returns: (transfer full): the paper
 */
CsDocument *cs_template_paper_new (const CsTemplate *template, const CsField *fields, gconstpointer value);

G_END_DECLS
