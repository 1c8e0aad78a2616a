/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/document-info.h"
#include "report/page/layout.h"
#include "report/page/letterhead.h"
#include "report/page/paragraph.h"
#include "report/page/signature.h"
#include "report/page/table.h"

G_BEGIN_DECLS

/* A paper as a value: blocks one below the other. Built once, refcounted, then never changed: laying it out
 * seals it. */
typedef struct _CsDocument CsDocument;

CsDocument *cs_document_new (const CsDocumentInfo *info);
CsDocument *cs_document_ref (CsDocument *document);
void cs_document_unref (CsDocument *document);

/* Blocks in their order on paper; what is passed in is copied. */
void cs_document_add_letterhead (CsDocument *document, const CsLetterhead *letterhead);
void cs_document_add_paragraph (CsDocument *document, const CsParagraph *paragraph);
void cs_document_take_table (CsDocument *document, CsTable *table);
void cs_document_add_signature (CsDocument *document, const CsSignature *signature);

/**
 * cs_document_layout:
 * Puts the document on pages, once for preview, printer and PDF.
 *
 * Returns: (transfer full) (nullable): the pages, or NULL and CS_ERROR_INVALID (a text that cannot be drawn,
 * a date that is none, a block that no page can hold) or CS_ERROR_FAILED (no usable font)
 */
CsLayout *cs_document_layout (CsDocument *document, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocument, cs_document_unref)

G_END_DECLS
