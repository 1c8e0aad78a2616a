/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A group whose rows are made anew when the book changes. Who stood on a row with the keyboard stands on the
 * one in its place afterwards. */

#define CS_TYPE_RECORD_GROUP (cs_record_group_get_type ())
G_DECLARE_FINAL_TYPE (CsRecordGroup, cs_record_group, CS, RECORD_GROUP, AdwPreferencesGroup)

/* Takes all rows out. */
void cs_record_group_begin (CsRecordGroup *self);

void cs_record_group_add (CsRecordGroup *self, GtkWidget *row);

/* Ends what cs_record_group_begin() began. */
void cs_record_group_end (CsRecordGroup *self);

/* Puts the keyboard on the row at @place, the last when there are fewer, the button above when there is none.
 */
void cs_record_group_focus (CsRecordGroup *self, guint place);

guint cs_record_group_get_n_rows (CsRecordGroup *self);

/* Returns: (transfer floating): a row that shows @title and @subtitle (nullable) as they are. */
GtkWidget *cs_record_row_new (const char *title, const char *subtitle);

/* Returns: (transfer floating): a button at the end of a row that activates @action for @target; @spoken is
 * what it is called for those who do not see the row. */
GtkWidget *cs_record_button_new (const char *label, const char *spoken, const char *action, GVariant *target);

G_END_DECLS
