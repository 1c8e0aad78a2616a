/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest code, name and text, in letters, that are taken and that packages carry. */
#define CS_CODE_MAX 64
#define CS_NAME_MAX 1000
#define CS_TEXT_MAX 4000

/* Returns: (transfer full) (nullable): @text in NFC with outer white space gone, or NULL when it is not
 * UTF-8. */
char *cs_text_clean (const char *text);

/**
 * cs_text_fold:
 * @text: UTF-8
 *
 * The form in which two Vietnamese texts are compared by people: lower case, no accents, đ = d, runs of
 * anything but letters and digits as one space. NFC and NFD give the same.
 *
 * Returns: (transfer full): the folded text
 */
char *cs_text_fold (const char *text);

/**
 * cs_text_has_words:
 * @folded: by cs_text_fold()
 * @words: (nullable): the same, what is searched for
 *
 * Returns: whether each word of @words begins a word of @folded: how everything here is searched
 */
gboolean cs_text_has_words (const char *folded, const char *words);

/**
 * cs_text_to_int:
 * Reads a whole number strictly: only digits, nothing around them, within @min to @max.
 *
 * Returns: TRUE and @value, or FALSE
 */
gboolean cs_text_to_int (const char *text, int min, int max, int *value);

/* Returns: (transfer full): the lower-case hex SHA-256 of @text. */
char *cs_text_sha256 (const char *text);

/* Returns: whether @text has at most @most letters; NULL has none. */
gboolean cs_text_fits (const char *text, int most);

/* Returns: (nullable): the first character of @text (nullable) that no name or sentence has: a control
 * character, also ESC and those of other alphabets' line ends, or one that turns the direction of writing;
 * NULL when there is none. Line ends and tabs are none of them. */
const char *cs_text_find_control (const char *text);

/* Returns: (transfer full): @text with a sign that can be seen in the place of each such character: it must
 * neither move the cursor of a terminal nor break a format. Books of older versions and of other programs may
 * hold some. */
char *cs_text_show_controls (const char *text);

/* Returns: whether both are the same name: but for case, white space around, and the way accents are encoded.
 */
gboolean cs_text_equal (const char *a, const char *b);

/* Returns: whether people would take both for the same: folded alike. */
gboolean cs_text_alike (const char *a, const char *b);

/* Returns: whether @text is NULL, empty or only white space. */
gboolean cs_text_is_blank (const char *text);

G_END_DECLS
