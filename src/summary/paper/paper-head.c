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
}
