/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/paper-head.h"

void
cs_paper_head_clear (CsPaperHead *head)
{
  g_free (head->parent);
  g_free (head->issuer);
  g_free (head->number);
  g_free (head->place);
  g_free (head->date);
  g_free (head->unit);
  g_free (head->round);
  g_free (head->level);
  g_free (head->council);
  g_free (head->regulation);
  g_free (head->book);
  g_free (head->book_id);
  g_free (head->log_head);
  g_free (head->program);
  g_free (head->created);
  g_free (head->authority);
  g_free (head->role);
  g_free (head->signer);
  g_free (head->secretary);
  g_free (head->warning);
  g_clear_pointer (&head->recipients, g_ptr_array_unref);
}

#define HEAD(member) G_STRUCT_OFFSET (CsPaperHead, member)

const CsField cs_paper_head_fields[] = {
  { "parent", CS_FIELD_TEXT, HEAD (parent) },
  { "issuer", CS_FIELD_TEXT, HEAD (issuer) },
  { "number", CS_FIELD_TEXT, HEAD (number) },
  { "place", CS_FIELD_TEXT, HEAD (place) },
  { "date", CS_FIELD_DATE, HEAD (date) },
  { "unit", CS_FIELD_TEXT, HEAD (unit) },
  { "round", CS_FIELD_TEXT, HEAD (round) },
  { "level", CS_FIELD_TEXT, HEAD (level) },
  { "council", CS_FIELD_TEXT, HEAD (council) },
  { "regulation", CS_FIELD_TEXT, HEAD (regulation) },
  { "book", CS_FIELD_TEXT, HEAD (book) },
  { "book-id", CS_FIELD_TEXT, HEAD (book_id) },
  { "log-head", CS_FIELD_TEXT, HEAD (log_head) },
  { "program", CS_FIELD_TEXT, HEAD (program) },
  { "created", CS_FIELD_TEXT, HEAD (created) },
  { "authority", CS_FIELD_TEXT, HEAD (authority) },
  { "role", CS_FIELD_TEXT, HEAD (role) },
  { "signer", CS_FIELD_TEXT, HEAD (signer) },
  { "secretary", CS_FIELD_TEXT, HEAD (secretary) },
  { "recipients", CS_FIELD_LIST, HEAD (recipients), .fields = cs_field_texts },
  { NULL },
};
