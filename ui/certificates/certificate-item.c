/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/certificate-item.h"

#include "base/text.h"
#include "model/register.h"

#include <string.h>

struct _CsCertificateItem
{
  GObject parent_instance;

  CsCertificate *certificate;
  char *words; /* folded */
};

G_DEFINE_FINAL_TYPE (CsCertificateItem, cs_certificate_item, G_TYPE_OBJECT)

static void
cs_certificate_item_finalize (GObject *object)
{
  CsCertificateItem *self = CS_CERTIFICATE_ITEM (object);

  cs_certificate_free (self->certificate);
  g_free (self->words);
  G_OBJECT_CLASS (cs_certificate_item_parent_class)->finalize (object);
}

static void
cs_certificate_item_class_init (CsCertificateItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_certificate_item_finalize;
}

static void
cs_certificate_item_init (CsCertificateItem *self)
{
}

CsCertificateItem *
cs_certificate_item_new (CsCertificate *certificate)
{
  CsCertificateItem *self = g_object_new (CS_TYPE_CERTIFICATE_ITEM, NULL);
  const CsRecognition *recognition = certificate->recognition;
  g_autofree char *text = g_strjoin (" ", recognition->product, recognition->producer,
                                     recognition->certificate, recognition->decision, NULL);
  g_autofree char *folded = cs_text_fold (text);

  self->certificate = certificate;
  self->words = g_strconcat (" ", folded, NULL);
  return self;
}

const CsCertificate *
cs_certificate_item_get (CsCertificateItem *self)
{
  return self->certificate;
}

gboolean
cs_certificate_item_matches (CsCertificateItem *self, const char *folded)
{
  return cs_text_has_words (self->words, folded);
}
