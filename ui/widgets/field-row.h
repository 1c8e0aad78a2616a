/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row to type one value of the book in. What was typed is offered for writing when the row is left or Enter
 * is pressed; Escape takes it back. What cannot be written stays in the row, red, with the reason beside its
 * title, until it is corrected or taken back: typing is never lost silently. */

#define CS_TYPE_FIELD_ROW (cs_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CsFieldRow, cs_field_row, CS, FIELD_ROW, AdwEntryRow)

/**
 * CsFieldRow:label:
 * What the row holds; shown as its title.
 *
 * CsFieldRow:date:
 * The value is a day: stored as ISO, typed and shown as dd/mm/yyyy.
 *
 * CsFieldRow:required:
 * An empty value is refused.
 *
 * CsFieldRow::commit:
 * @value: what is to be written, without outer white space; a day in ISO form
 *
 * The handler writes it and then calls cs_field_row_set_stored(), or cs_field_row_set_problem().
 *
 * CsFieldRow::typing:
 * The text has changed, at most two seconds ago; whether it is in the book, cs_field_row_is_unsaved() says.
 */

GtkWidget *cs_field_row_new (const char *label, gboolean date);

/* Shows @stored (nullable), which is in the book now, unless something else is being typed: then that stays,
 * and when the book changed below it the row says so. */
void cs_field_row_set_stored (CsFieldRow *self, const char *stored);

/* Shows @stored (nullable) whatever was typed: the row is about something else now. */
void cs_field_row_reset (CsFieldRow *self, const char *stored);

/* Shows @typed, which was not written, over the stored value. */
void cs_field_row_set_typed (CsFieldRow *self, const char *typed);

/* Returns: (transfer full) (nullable): what is typed and not in the book, as it is seen, NULL when it is. */
char *cs_field_row_dup_typed (CsFieldRow *self);

/* @problem: (nullable): why what was typed cannot be written. */
void cs_field_row_set_problem (CsFieldRow *self, const char *problem);
const char *cs_field_row_get_problem (CsFieldRow *self); /* (nullable) */

/* Returns: whether something was typed that is not in the book. */
gboolean cs_field_row_is_unsaved (CsFieldRow *self);

/**
 * cs_field_row_commit:
 * What Enter does.
 *
 * Returns: whether nothing is left unsaved
 */
gboolean cs_field_row_commit (CsFieldRow *self);

/* The same, but does not try again what was refused already. */
gboolean cs_field_row_flush (CsFieldRow *self);

G_END_DECLS
