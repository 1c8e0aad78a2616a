/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/composer.h"

G_BEGIN_DECLS

/* Who signs, top to bottom as the decree wants it. */
typedef struct
{
  const char *authority; /* (nullable): "TM. HỘI ĐỒNG"; with KT. and TL. further lines, by line ends */
  const char *role;      /* "CHỦ TỊCH"; set in capitals */
  const char *hint;      /* (nullable): "(Ký, ghi rõ họ tên)" */
  const char *name;      /* (nullable): printed below the room for hand and stamp */
  const char *dated;     /* (nullable): place and date above all this, where the paper's head has none */
} CsSigner;

/**
 * CsSignature:
 * The end of an official paper by Decree 30/2020/NĐ-CP: at the left the recipients, below whoever signs
 * beside the head (a secretary); at the right the one who signs for the body.
 */
typedef struct
{
  const char *const *recipients; /* (nullable) (array zero-terminated=1): lines below "Nơi nhận:" */
  const CsSigner *left;          /* (nullable) */
  CsSigner right;
} CsSignature;

#define CS_SIGNATURE_HINT "(Ký, ghi rõ họ tên)"

CsSignature *cs_signature_copy (const CsSignature *signature);
void cs_signature_free (CsSignature *signature);

/* For the layout. It stays on the page of the two strips before it, so that it never stands alone.
 * Returns: FALSE and CS_ERROR_INVALID when a text cannot be drawn. */
gboolean cs_signature_compose (const CsSignature *signature, CsComposer *composer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSignature, cs_signature_free)

G_END_DECLS
