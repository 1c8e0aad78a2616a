/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The certificates of the register and of this book's products with the time they have left, most urgent
 * first. */
#define CS_TYPE_CERTIFICATES_WINDOW (cs_certificates_window_get_type ())
G_DECLARE_FINAL_TYPE (CsCertificatesWindow, cs_certificates_window, CS, CERTIFICATES_WINDOW, AdwWindow)

/* Which certificates are shown. */
typedef enum
{
  CS_CERTIFICATES_ALL,
  CS_CERTIFICATES_TO_RENEW, /* the days to file are here or over */
  CS_CERTIFICATES_FILED,    /* also those that are kept until it is decided */
  CS_CERTIFICATES_EXPIRED,
  CS_CERTIFICATES_VALID,
  CS_CERTIFICATES_OTHERS, /* renewed, withdrawn, or not known */
  CS_CERTIFICATES_N_GROUPS
} CsCertificatesGroup;

/* Shows it over @parent, whose window actions open results. */
void cs_certificates_window_present (GtkWindow *parent, CsStore *store);

/* What a click on the chip does. */
void cs_certificates_window_choose (CsCertificatesWindow *self, CsCertificatesGroup group);

G_END_DECLS
