/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/book.h"

CsBook *
cs_book_new (void)
{
  return g_new0 (CsBook, 1);
}

void
cs_book_free (CsBook *book)
{
  if (book == NULL)
    return;
  g_free (book->uuid);
  g_free (book->title);
  g_free (book->unit);
  g_free (book->level);
  g_free (book->regulation);
  g_free (book->unit_set);
  g_free (book->plan);
  g_free (book->plan_title);
  g_free (book->plan_source);
  g_free (book->made_at);
  g_free (book);
}

void
cs_brand_free (CsBrand *brand)
{
  if (brand == NULL)
    return;
  g_free (brand->uuid);
  g_free (brand->name);
  g_free (brand->owner);
  g_free (brand->registered_on);
  g_free (brand);
}

CsRecognition *
cs_recognition_new (void)
{
  return g_new0 (CsRecognition, 1);
}

void
cs_recognition_free (CsRecognition *recognition)
{
  if (recognition == NULL)
    return;
  g_free (recognition->uuid);
  g_free (recognition->product);
  g_free (recognition->producer);
  g_free (recognition->unit);
  g_free (recognition->decision);
  g_free (recognition->decided_on);
  g_free (recognition->score);
  g_free (recognition->valid_until);
  g_free (recognition);
}
