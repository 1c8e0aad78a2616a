/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/field.h"

G_BEGIN_DECLS

/* Text with fields, as templates of papers are written:
 *
 *   {product}           the value of the field; nothing where it has none
 *   {#}                 which row of its list this is, from 1
 *   {level:lower}       in another form: lower (the first letter small), upper (capitals), groups (of four
 *                       letters, as people compare seals)
 *   {open?} {!open}     nothing: they only ask whether the field is set, or is not
 *   [, dưới 3 sao: {n}] only when every field inside is set
 *   [{stars} sao|Không] the first of several of which that holds; text without a field always does
 *   \n  \{  \|          a line end, and the letter itself
 *
 * Brackets may stand within brackets; one that prints nothing does not take the outer one away. */

/**
 * cs_field_text_check:
 * @scope: with the fields that exist there; no row is read
 *
 * Returns: (transfer full) (nullable): what is wrong, in a sentence, or NULL
 */
char *cs_field_text_check (const char *text, const CsScope *scope);

/**
 * cs_field_text_expand:
 * @text: passed cs_field_text_check()
 *
 * Returns: (transfer full): the text with its values
 */
char *cs_field_text_expand (const char *text, const CsScope *scope);

G_END_DECLS
