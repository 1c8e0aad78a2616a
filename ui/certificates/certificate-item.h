/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/certificate.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A row of the list of certificates. */
#define CS_TYPE_CERTIFICATE_ITEM (cs_certificate_item_get_type ())
G_DECLARE_FINAL_TYPE (CsCertificateItem, cs_certificate_item, CS, CERTIFICATE_ITEM, GObject)

/* @certificate: (transfer full) */
CsCertificateItem *cs_certificate_item_new (CsCertificate *certificate);

/* Returns: (transfer none): never NULL. */
const CsCertificate *cs_certificate_item_get (CsCertificateItem *self);

/* Returns: whether every word of @folded begins a word of product, producer, certificate or decision. */
gboolean cs_certificate_item_matches (CsCertificateItem *self, const char *folded);

G_END_DECLS
