/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/papers/paper-frame.h"

#include "base/text.h"

#include <string.h>

#define FACT_SIZE 12.0
#define ITEM_SIZE 12.0
#define NOTE_SIZE 11.0
#define UNVERIFIED                                                                                                                             \
  "(*) Bản chép bộ phiếu này chưa khớp tổng điểm với bản in của Quyết định%s%s; phải đối chiếu với bản " \
  "gốc trước khi sử dụng kết quả."

const char *
cs_paper_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

char *
cs_paper_two_lines (const char *text, const char *below)
{
  if (cs_text_is_blank (below))
    return g_strdup (cs_paper_or_empty (text));
  return g_strdup_printf ("%s\n%s", cs_paper_or_empty (text), below);
}

char *
cs_paper_in_groups (const char *hex)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; hex[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, hex[i]);
    }
  return g_string_free (text, FALSE);
}

/* --- foot --- */

/* Are pages counted? Where the paper proves something; then the book is named by its id too. */
static gboolean
is_counted (const CsPaperHead *head, const char *evidence)
{
  return evidence != NULL || head->log_head != NULL;
}

/* What tells a loose page from another book's. */
static char *
book_line (const CsPaperHead *head, gboolean counted)
{
  g_autofree char *id =
      head->book_id != NULL && counted ? g_strdup_printf ("Sổ %s: ", head->book_id) : g_strdup ("");
  const char *parts[4];
  guint n = 0;
  g_autofree char *book = NULL, *regulation = NULL, *line = NULL;

  if (!cs_text_is_blank (head->book))
    parts[n++] = book = g_strconcat (id, head->book, NULL);
  if (!cs_text_is_blank (head->regulation))
    parts[n++] = regulation = g_strdup_printf ("Quyết định số %s", head->regulation);
  if (!cs_text_is_blank (head->program))
    parts[n++] = head->program;
  parts[n] = NULL;
  line = g_strjoinv (" · ", (char **) parts);
  return g_strdelimit (g_steal_pointer (&line), "\n", ' ');
}

static char *
foot_text (const CsPaperHead *head, const char *evidence)
{
  g_autofree char *book = book_line (head, is_counted (head, evidence));
  GString *text = g_string_new (evidence);

  if (head->log_head != NULL)
    {
      g_autofree char *groups = cs_paper_in_groups (head->log_head);

      g_string_append_printf (text, "%sĐầu nhật ký: %s", text->len > 0 ? "\n" : "", groups);
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", book);
  return g_string_free (text, FALSE);
}

/* --- document --- */

CsDocument *
cs_paper_frame_new (const CsPaperHead *head,
                    CsPageOrientation orientation,
                    const char *title,
                    const char *evidence)
{
  g_autofree char *foot = foot_text (head, evidence);

  return cs_document_new (&(CsDocumentInfo){
      .orientation = orientation,
      .title = title,
      .creator = cs_paper_or_empty (head->program),
      .created = cs_paper_or_empty (head->created),
      .foot = foot,
      .numbered = is_counted (head, evidence),
  });
}

void
cs_paper_frame_add_letterhead (CsDocument *document,
                               const CsPaperHead *head,
                               gboolean numbered,
                               gboolean dated,
                               const char *title,
                               const char *subtitle)
{
  cs_document_add_letterhead (document, &(CsLetterhead){
                                            .parent = head->parent,
                                            .issuer = cs_paper_or_empty (head->issuer),
                                            .number = numbered ? cs_paper_or_empty (head->number) : NULL,
                                            .place = dated ? cs_paper_or_empty (head->place) : NULL,
                                            .date = head->date,
                                            .title = title,
                                            .subtitle = subtitle,
                                        });
}

void
cs_paper_frame_add_heading (CsDocument *document, const char *text)
{
  cs_document_add_paragraph (document,
                             &(CsParagraph){
                                 .text = text, .style = CS_FONT_BOLD, .align = CS_ALIGN_LEFT, .lead = TRUE });
}

void
cs_paper_frame_add_text (CsDocument *document, const char *text, gboolean trail)
{
  cs_document_add_paragraph (document,
                             &(CsParagraph){
                                 .text = text, .align = CS_ALIGN_JUSTIFY, .indent = TRUE, .trail = trail });
}

void
cs_paper_frame_add_note (CsDocument *document, const char *text)
{
  cs_document_add_paragraph (document, &(CsParagraph){ .text = text,
                                                       .style = CS_FONT_ITALIC,
                                                       .size = NOTE_SIZE,
                                                       .align = CS_ALIGN_LEFT,
                                                       .trail = TRUE });
}

void
cs_paper_frame_add_items (CsDocument *document, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *item = g_strdup_printf ("– %s", (const char *) g_ptr_array_index (texts, i));

      cs_document_add_paragraph (document, &(CsParagraph){ .text = item,
                                                           .size = ITEM_SIZE,
                                                           .align = CS_ALIGN_JUSTIFY,
                                                           .trail = i == 0 });
    }
}

void
cs_paper_frame_add_unverified (CsDocument *document, const char *detail)
{
  gboolean known = !cs_text_is_blank (detail);
  g_autofree char *text = g_strdup_printf (UNVERIFIED, known ? ": " : "", known ? detail : "");

  cs_paper_frame_add_note (document, text);
}

CsTable *
cs_paper_facts_new (void)
{
  CsTable *facts = cs_table_new (FACT_SIZE, CS_TABLE_SIZE_LEAST);

  cs_table_set_frameless (facts);
  cs_table_add_column (facts, &(CsColumn){ "", NULL, 0, CS_ALIGN_LEFT, FALSE, FALSE });
  cs_table_add_column (facts, &(CsColumn){ "", NULL, 1, CS_ALIGN_LEFT, FALSE, FALSE });
  return facts;
}

void
cs_paper_facts_add (CsTable *facts, const char *name, const char *value)
{
  g_autofree char *label = g_strdup_printf ("%s:", name);

  cs_table_add_row (facts, CS_ROW_PLAIN, (const char *const[]){ label, cs_paper_or_empty (value) });
}

void
cs_paper_frame_add_signatures (CsDocument *document, const CsPaperHead *head, const GPtrArray *recipients)
{
  const CsSigner secretary = { NULL, "Thư ký", CS_SIGNATURE_HINT, head->secretary, NULL };
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  CsSignature signature = {
    .right = { head->authority, cs_paper_or_empty (head->role), CS_SIGNATURE_HINT, head->signer, NULL },
  };

  for (guint i = 0; recipients != NULL && i < recipients->len; i++)
    g_ptr_array_add (lines, g_ptr_array_index (recipients, i));
  g_ptr_array_add (lines, NULL);
  if (head->secretary != NULL)
    signature.left = &secretary;
  else if (recipients != NULL && recipients->len > 0)
    signature.recipients = (const char *const *) lines->pdata;
  cs_document_add_signature (document, &signature);
}
