/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/closing.h"
#include "model/dossier.h"
#include "model/finding.h"
#include "model/sheet.h"
#include "service/book/store.h"

G_BEGIN_DECLS

/* Scoring: a member's own sheet, handing it in, grounds for elimination, closing a product. */

/**
 * cs_sheets_get:
 * @dossier: a dossier in a round
 * @member: key of a scoring member of its council
 *
 * As all that is a member's own work here (reading, choosing, notes, beginning a round, submitting) it is
 * CS_ERROR_FORBIDDEN where PINs are asked and somebody else sits, see cs_pins_unlock().
 *
 * Returns: (transfer full): the member's newest sheet, or an empty one with id 0 when there is none yet. When
 * a further scoring round is due, the newest is that of the round before; see cs_sheets_begin_round().
 */
CsSheet *cs_sheets_get (CsStore *store, const CsDossier *dossier, const char *member, GError **error);

/* Returns: (transfer full) (element-type CsSheet): all sheets of the product, whoever asks: for export and
 * checks, never for a page. CS_ERROR_FORBIDDEN only while somebody sits here who is recused from it. */
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

/* Returns: (transfer full) (element-type CsSheet): sheets that were returned or moved, whoever asks: as
 * cs_sheets_list(). */
GPtrArray *cs_sheets_ended (CsStore *store, const CsDossier *dossier, GError **error);

/* Returns: (transfer full): a draft of the next scoring round that begins with the answers of @sheet;
 * CS_ERROR_FORBIDDEN when none is due, or the discussion that leads to it has no note. */
CsSheet *
cs_sheets_begin_round (CsStore *store, const CsDossier *dossier, const CsSheet *sheet, GError **error);

/* What a further scoring round waits for. */
typedef enum
{
  CS_NEXT_ROUND_NONE,    /* none is due */
  CS_NEXT_ROUND_DISCUSS, /* the council's talk, with its note */
  CS_NEXT_ROUND_BEGIN,   /* nothing: it can begin, or others have begun it */
} CsNextRound;

/* Tells it for who owns @sheet; (nullable): for the council as a whole. */
gboolean cs_sheets_next_round (
    CsStore *store, const CsDossier *dossier, const CsSheet *sheet, CsNextRound *next, GError **error);

/**
 * cs_sheets_submit:
 * @member: (nullable): NULL submits every open sheet of the product, unless members have PINs
 *
 * Seals; CS_ERROR_INVALID names a criterion that is still open, CS_ERROR_NOT_FOUND when there is no open
 * sheet.
 */
gboolean cs_sheets_submit (CsStore *store, const CsDossier *dossier, const char *member, GError **error);

/* Notes what the council said about totals that lie too far apart; a further scoring round waits for it. */
gboolean cs_sheets_discuss (CsStore *store, const CsDossier *dossier, const char *note, GError **error);

/* Returns: (transfer full) (element-type CsDiscussion): oldest first. */
GPtrArray *cs_sheets_discussions (CsStore *store, const CsDossier *dossier, GError **error);

/* --- taking back --- */

/**
 * cs_sheets_return:
 * @chair: (nullable): key of the chair or vice-chair who returns it, NULL takes the chair
 *
 * Returns the member's submitted sheet for correction. It is kept as it was sealed; a draft begins with its
 * answers.
 */
gboolean cs_sheets_return (CsStore *store,
                           const CsDossier *dossier,
                           const char *member,
                           const char *chair,
                           const char *reason,
                           GError **error);

/* Moves a sheet of the first round that was filled for the wrong product: the old one is kept and marked, a
 * draft begins at @to. The log has a line on both. */
gboolean cs_sheets_move (CsStore *store,
                         const CsDossier *from,
                         const CsDossier *to,
                         const char *member,
                         const char *reason,
                         GError **error);

/* A sheet on paper, typed by one person and checked by another. */
typedef struct
{
  const char *member;
  const int *choices; /* (array): one a question, none open */
  int total;          /* as the paper says */
  const char *typed_by;
  const char *checked_by;
} CsPaperSheet;

/* cs_sheets_enter: stores and seals it; CS_ERROR_INVALID when the options do not come to the paper's total.
 */
gboolean
cs_sheets_enter (CsStore *store, const CsDossier *dossier, const CsPaperSheet *paper, GError **error);

/* --- closing --- */

typedef struct
{
  const char *reason;   /* (nullable): why the product is closed although the totals lie too far apart */
  GHashTable *absences; /* (nullable) (element-type utf8 utf8): why a member has no sheet, by key */
} CsCloseOptions;

/**
 * cs_sheets_close:
 * @options: (nullable)
 *
 * CS_ERROR_FORBIDDEN tells what is missing: quorum, open sheets, spread, an undecided ground, the reason why
 * a member who is in the room has no sheet. Members without a sheet become absent.
 */
gboolean
cs_sheets_close (CsStore *store, const CsDossier *dossier, const CsCloseOptions *options, GError **error);

/* Returns: (transfer full) (element-type CsClosing): every closing of the product in its round, oldest first.
 */
GPtrArray *cs_sheets_closings (CsStore *store, const CsDossier *dossier, GError **error);

/* Opens a closed product again. @chair: as for cs_sheets_return(). CS_ERROR_FROZEN once it is recognised. */
gboolean cs_sheets_reopen (
    CsStore *store, const CsDossier *dossier, const char *chair, const char *reason, GError **error);

/* Tells whether nothing but the spread of the totals keeps the product from being closed: then a reason is
 * enough. */
gboolean cs_sheets_needs_reason (CsStore *store, const CsDossier *dossier, gboolean *needs, GError **error);

/* Adds a ground: raised, or confirmed at once when @finding's state says so. */
gboolean cs_sheets_add_finding (CsStore *store, const CsDossier *dossier, CsFinding *finding, GError **error);
gboolean
cs_sheets_remove_finding (CsStore *store, const CsDossier *dossier, const CsFinding *finding, GError **error);

/* Decides on a ground that was raised. @why: needed to dismiss it. */
gboolean cs_sheets_decide_finding (CsStore *store,
                                   const CsDossier *dossier,
                                   const CsFinding *finding,
                                   gboolean confirmed,
                                   const char *why,
                                   GError **error);
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
  const char *paper;    /* (nullable): decision by which the member comes, when not the founding one */
  const char *replaces; /* (nullable): key of the member whose seat it takes */
} CsNewMember;

/* Adds members (element-type CsNewMember) to councils, which are made when they do not exist. All or none. */
gboolean cs_councils_add_members (CsStore *store, const GArray *members, GError **error);

/* @problem_field: (out) (optional): name of the wrong field. */
gboolean cs_councils_check_member (CsStore *store,
                                   const CsNewMember *member,
                                   const char **problem_field,
                                   GError **error);

/* Adds one member; with @replaces in the place of another, who leaves by the same paper. */
gboolean cs_councils_add_member (CsStore *store, const CsNewMember *member, GError **error);

/* Ends a member's time in the council, by @paper. What the member submitted stays. */
gboolean cs_councils_remove_member (
    CsStore *store, const char *council, const char *member, const char *paper, GError **error);

/* Writes founding decision, its day (nullable) and authority as they stand in @council. */
gboolean cs_councils_set_decision (CsStore *store, const CsCouncil *council, GError **error);

/* Writes the working group (element-type CsHelper); their uuids may be NULL. */
gboolean
cs_councils_set_helpers (CsStore *store, const char *council, const GPtrArray *helpers, GError **error);

/**
 * cs_councils_set_rules:
 * @council: as the new rules were made from it
 * @reason: (nullable): needed once a sheet is submitted, CS_ERROR_FROZEN without it
 */
gboolean cs_councils_set_rules (CsStore *store,
                                const CsCouncil *council,
                                const CsCouncilRules *rules,
                                const char *reason,
                                GError **error);

/* Returns: (transfer full) (element-type CsRulesVersion): rules as they were set, oldest first. */
GPtrArray *cs_councils_rules_history (CsStore *store, const CsCouncil *council, GError **error);

/* cs_councils_are_frozen: was a sheet submitted under the council's rules already? */
gboolean cs_councils_are_frozen (CsStore *store, const CsCouncil *council, gboolean *frozen, GError **error);

/* Adds recognitions (element-type CsRecognition) to the register. All or none. */
gboolean cs_register_add (CsStore *store, const GPtrArray *recognitions, GError **error);

G_END_DECLS
