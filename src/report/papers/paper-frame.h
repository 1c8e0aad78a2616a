/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/document.h"
#include "summary/paper/paper-head.h"

G_BEGIN_DECLS

/* What the papers of a council share: the document with its foot, letterhead, headings and texts, signatures.
 * In Vietnamese whatever the user's language: they are official papers. */

/* Returns: @text, "" for NULL. */
const char *cs_paper_or_empty (const char *text);

/* Returns: (transfer full): @text with @below on a line of its own. */
char *cs_paper_two_lines (const char *text, const char *below);

/* Returns: (transfer full): @hex in groups of four, as people compare it: "1a2b 3c4d". */
char *cs_paper_in_groups (const char *hex);

/**
 * cs_paper_frame_new:
 * @title: of the PDF
 * @evidence: (nullable): a line of its own in the foot: what proves this paper
 *
 * With the log's head in @head, or with @evidence, pages are counted: the foot of a page alone tells which
 * book, which state of the log and which page of how many it is.
 *
 * Returns: (transfer full): a document without blocks
 */
CsDocument *cs_paper_frame_new (const CsPaperHead *head,
                                CsPageOrientation orientation,
                                const char *title,
                                const char *evidence);

/* @number, @dated: whether there is such a line; a paper that is signed with its date has it there instead.
 */
void cs_paper_frame_add_letterhead (CsDocument *document,
                                    const CsPaperHead *head,
                                    gboolean numbered,
                                    gboolean dated,
                                    const char *title,
                                    const char *subtitle);

/* A bold line that stays with what follows. */
void cs_paper_frame_add_heading (CsDocument *document, const char *text);

/* Running text; @trail: it stays with what is above. */
void cs_paper_frame_add_text (CsDocument *document, const char *text, gboolean trail);

/* Small italics that stay with what is above. */
void cs_paper_frame_add_note (CsDocument *document, const char *text);

/* Each text (element-type utf8) as an item of a list. */
void cs_paper_frame_add_items (CsDocument *document, const GPtrArray *texts);

/* Tells below a form or table that its transcription does not add up; @detail: (nullable): where. */
void cs_paper_frame_add_unverified (CsDocument *document, const char *detail);

/* Returns: (transfer full): a table of two columns without borders, for names and values side by side. */
CsTable *cs_paper_facts_new (void);
void cs_paper_facts_add (CsTable *facts, const char *name, const char *value);

/* The secretary at the left, when @head has one, and the one who signs for the council at the right.
 * @recipients: (nullable) (element-type utf8): at the left instead, when there is no secretary */
void
cs_paper_frame_add_signatures (CsDocument *document, const CsPaperHead *head, const GPtrArray *recipients);

G_END_DECLS
