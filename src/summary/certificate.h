/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book.h"
#include "model/register.h"
#include "rules/certificate-clock.h"

G_BEGIN_DECLS

/* A recognition with 3 stars or more, how far the time of its certificate has run, and what came after it. */
typedef struct
{
  CsRecognition *recognition;
  const CsRegulation *regulation; /* (not owned): counts its days */
  gboolean known;                 /* @clock's state can be told */
  gboolean dated;                 /* and its days */
  CsClock clock;
  char *filed_as;   /* (nullable): code of the dossier by which its renewal is filed */
  char *filed_on;   /* (nullable): and when that was registered */
  char *renewed_by; /* (nullable): number of the decision that stands in its place */

  GPtrArray
      *filings;     /* (element-type CsFiling) (not owned): what may renew it, between relating and winding */
  GPtrArray *later; /* (element-type CsRecognition) (not owned): of the same product, in their order */
} CsCertificate;

/* @recognition: (transfer full); @regulation: must outlive it */
CsCertificate *cs_certificate_new (CsRecognition *recognition, const CsRegulation *regulation);
void cs_certificate_free (CsCertificate *certificate);

/**
 * cs_certificates_relate:
 * @certificates: (element-type CsCertificate)
 * @filings: (element-type CsFiling): must live until cs_certificates_wind()
 *
 * Finds for each of them the later recognitions of the same product, and the filings for it: of the same
 * product and producer, by row or by names that people take for the same.
 */
void cs_certificates_relate (GPtrArray *certificates, const GPtrArray *filings);

/* Sets what each certificate was on the day @today; what was filed, withdrawn or recognised later is not
 * known on it. */
void cs_certificates_wind (GPtrArray *certificates, const char *today);

/* Sorts by what is most urgent: overdue, extended, to be renewed, expired, filed, valid; last what needs
 * nothing any more. */
void cs_certificates_sort (GPtrArray *certificates);

/* Returns: whether it is valid and ends within the days in which a renewal is filed. */
gboolean cs_certificate_is_expiring (const CsCertificate *certificate);

/* Returns: the state's id, as cs_clock_state_to_text(); "unknown" when it cannot be told. */
const char *cs_certificate_state_to_text (const CsCertificate *certificate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCertificate, cs_certificate_free)

G_END_DECLS
