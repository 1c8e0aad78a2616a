/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "service/book/store.h"
#include "summary/certificate.h"
#include "summary/result.h"

G_BEGIN_DECLS

/* What follows a closing where the level decides itself: the decision that recognises the stars, its
 * certificate, its withdrawal, and the time that certificates have left. */

/* What a decision tells; everything else is taken from the product's verdict. */
typedef struct
{
  const char *decision;    /* number */
  const char *decided_on;  /* ISO */
  const char *certificate; /* (nullable): number */
  const char *valid_until; /* (nullable) ISO: NULL: as the regulation counts from the decision */
  int stars;         /* 0: those of the council's verdict; else what another level decided on the dossier */
  const char *score; /* (nullable): points of that level's council, as its decision prints them */
} CsNewRecognition;

/* cs_recognitions_may_add_of_other_level: may a decision be recorded that another level made on the dossier?
 * It was sent up from here, or its stars are for another level to give. An earlier recognition does not stand
 * in the way: the newest decision in force counts. CS_ERROR_FORBIDDEN tells why not. */
gboolean cs_recognitions_may_add_of_other_level (const CsResult *result, GError **error);

/* cs_recognitions_may_add: may the product be recognised now? CS_ERROR_FORBIDDEN tells why not: not closed, a
 * rehearsal, eliminated, stars that its level does not decide on; CS_ERROR_CONFLICT: it is recognised
 * already.
 */
gboolean cs_recognitions_may_add (const CsResult *result, GError **error);

/**
 * cs_recognitions_add:
 * @dossier: in the round whose verdict is recognised
 * @problem_field: (out) (optional) (transfer none): name of the field of CsNewRecognition that is wrong
 *
 * Recognises the product. Refused as by cs_recognitions_may_add(), and with CS_ERROR_INVALID when the day of
 * the decision is no full day, lies before the closing or in the future.
 */
gboolean cs_recognitions_add (CsStore *store,
                              const CsDossier *dossier,
                              const CsNewRecognition *recognition,
                              const char **problem_field,
                              GError **error);

/**
 * cs_recognitions_withdraw:
 * @recognition: one of the register, of this book's products or of past years
 * @on: ISO: the day, not before the decision and not in the future
 * @problem_field: (out) (optional) (transfer none): "on" or "ground"
 */
gboolean cs_recognitions_withdraw (CsStore *store,
                                   const CsRecognition *recognition,
                                   const char *on,
                                   const char *ground,
                                   const char **problem_field,
                                   GError **error);

/**
 * cs_recognitions_of:
 * @recognition: (out) (transfer full) (nullable): what recognises the dossier in its round, or what another
 * level decided on it, the newest; when it was withdrawn the last one that did, NULL when there never was one
 */
gboolean
cs_recognitions_of (CsStore *store, const CsDossier *dossier, CsRecognition **recognition, GError **error);

/**
 * cs_recognitions_find:
 * @code: (nullable): of the dossier
 * @round: (nullable): only in this round
 * @certificate: (nullable): number of the certificate
 *
 * Returns: (transfer full): the one recognition in force that this names; CS_ERROR_NOT_FOUND,
 * CS_ERROR_CONFLICT when there are several
 */
CsRecognition *cs_recognitions_find (
    CsStore *store, const char *code, const char *round, const char *certificate, GError **error);

/* Returns: (transfer full) (nullable): the last day of the certificate of a decision of that day (ISO), by
 * the dossier's regulation; NULL when it is no day. */
char *cs_recognitions_valid_until (CsStore *store, const CsDossier *dossier, const char *decided_on);

/**
 * cs_recognitions_clocks:
 * @today: (nullable) ISO: the day asked about, NULL is today
 *
 * Returns: (transfer full) (element-type CsCertificate): every recognition with 3 stars or more, most urgent
 * first. They point into the store's regulations.
 */
GPtrArray *cs_recognitions_clocks (CsStore *store, const char *today, GError **error);

/* Adds recognitions (element-type CsRecognition) to the register. All or none. */
gboolean cs_register_add (CsStore *store, const GPtrArray *recognitions, GError **error);

G_END_DECLS
