/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier.h"
#include "model/finding.h"
#include "model/sheet.h"
#include "service/store.h"

G_BEGIN_DECLS

/* Scoring: a member's own sheet, handing it in, grounds for elimination, closing a product. */

/**
 * cs_sheets_get:
 * @dossier: a dossier in a round
 * @member: key of a scoring member of its council
 *
 * Returns: (transfer full): the member's newest sheet, or an empty one with id 0 when there is none yet. When
 * a further scoring round is due, the newest is that of the round before; see cs_sheets_begin_round().
 */
CsSheet *cs_sheets_get (CsStore *store, const CsDossier *dossier, const char *member, GError **error);

/* Returns: (transfer full) (element-type CsSheet): all sheets of the product, whoever asks: for export and
 * checks, never for a page. */
GPtrArray *cs_sheets_list (CsStore *store, const CsDossier *dossier, GError **error);

/* Stores one choice at once; makes the sheet when it is new. @sheet is brought up to date. CS_ERROR_FROZEN
 * when it is sealed or the product closed. */
gboolean cs_sheets_choose (
    CsStore *store, const CsDossier *dossier, CsSheet *sheet, guint question, int choice, GError **error);

/* The same for the note of a criterion. */
gboolean cs_sheets_note (CsStore *store,
                         const CsDossier *dossier,
                         CsSheet *sheet,
                         guint question,
                         const char *note,
                         GError **error);

/* Returns: (transfer full): a draft of the next scoring round that begins with the answers of @sheet;
 * CS_ERROR_FORBIDDEN when none is due. */
CsSheet *
cs_sheets_begin_round (CsStore *store, const CsDossier *dossier, const CsSheet *sheet, GError **error);

/* Returns: whether a further scoring round is due for the product: all are in and lie too far apart. */
gboolean cs_sheets_round_is_due (CsStore *store, const CsDossier *dossier, gboolean *due, GError **error);

/**
 * cs_sheets_submit:
 * @member: (nullable): NULL submits every open sheet of the product
 *
 * Seals; CS_ERROR_INVALID names a criterion that is still open, CS_ERROR_NOT_FOUND when there is no open
 * sheet.
 */
gboolean cs_sheets_submit (CsStore *store, const CsDossier *dossier, const char *member, GError **error);

/**
 * cs_sheets_close:
 * @reason: (nullable): why the product is closed although the totals lie too far apart
 *
 * CS_ERROR_FORBIDDEN tells what is missing: quorum, open sheets, spread. Members without a sheet become
 * absent.
 */
gboolean cs_sheets_close (CsStore *store, const CsDossier *dossier, const char *reason, GError **error);

/* Tells whether nothing but the spread of the totals keeps the product from being closed: then a reason is
 * enough. */
gboolean cs_sheets_needs_reason (CsStore *store, const CsDossier *dossier, gboolean *needs, GError **error);

gboolean cs_sheets_add_finding (CsStore *store, const CsDossier *dossier, CsFinding *finding, GError **error);
gboolean
cs_sheets_remove_finding (CsStore *store, const CsDossier *dossier, const CsFinding *finding, GError **error);
GPtrArray *
cs_sheets_findings (CsStore *store, const CsDossier *dossier, GError **error); /* (element-type CsFinding) */

/* --- lists --- */

typedef struct
{
  const char *product;
  const char *member;
  const char *criterion;
  int option;        /* CS_CHOICE_OPEN: @points is meant */
  int points;        /* -1: @option is meant */
  int scoring_round; /* 0: the member's present one */
} CsAnswerRow;

/**
 * cs_sheets_import:
 * @rows: (element-type CsAnswerRow)
 * @problems: (element-type utf8): gets a message for each bad row
 * @lines: (array): line in the file of each row, for the messages
 *
 * All rows or none. Returns: FALSE when any row is bad.
 */
gboolean cs_sheets_import (CsStore *store,
                           const GArray *rows,
                           const guint *lines,
                           const char *file,
                           GPtrArray *problems,
                           GError **error);

typedef struct
{
  const char *council; /* key */
  const char *key;
  const char *name;
  CsRole role;
  const char *organisation;
} CsNewMember;

/* Adds members (element-type CsNewMember) to councils, which are made when they do not exist. All or none. */
gboolean cs_councils_add_members (CsStore *store, const GArray *members, GError **error);

/* @problem_field: (out) (optional): name of the wrong field. */
gboolean cs_councils_check_member (CsStore *store,
                                   const CsNewMember *member,
                                   const char **problem_field,
                                   GError **error);

/* Changes the working rules of a council; CS_ERROR_FROZEN once a sheet is submitted. */
gboolean
cs_councils_set_rules (CsStore *store, const CsCouncil *council, const CsCouncilRules *rules, GError **error);

/* Adds recognitions (element-type CsRecognition) to the register. All or none. */
gboolean cs_register_add (CsStore *store, const GPtrArray *recognitions, GError **error);

G_END_DECLS
