/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "repo/sheet-repo.h"
#include "rules/standing.h"
#include "service/dossiers/dossiers.h"
#include "service/scoring/sheets.h"
#include "service/book/store-private.h"

/* Everything about one product's evaluation, read together. */
typedef struct
{
  const CsRegulation *regulation; /* (not owned) */
  const CsForm *form;             /* (not owned) */
  CsCouncil *council;
  GPtrArray *recusals; /* (element-type CsRecusal): in force for the product */
  GPtrArray *sheets;   /* (element-type CsSheet): without those that were taken back */
  CsClosing *closing;  /* (nullable): of a closed product */
  CsStanding *standing;
} CsCase;

CsCase *_cs_case_load (CsStore *store, const CsDossier *dossier, GError **error);

/* The same without any sheet: law, council and who is recused. */
CsCase *_cs_case_load_frame (CsStore *store, const CsDossier *dossier, GError **error);
void _cs_case_free (CsCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsCase, _cs_case_free)

/* Returns: (transfer none) (nullable): the member's sheet of the highest scoring round. */
CsSheet *_cs_case_newest (const CsCase *self, const char *member);

/* Returns: (transfer none): a member who may score the product; CS_ERROR_NOT_FOUND, _FORBIDDEN for the
 * secretary, for who has left and for who is recused. */
const CsMember *_cs_case_member (const CsCase *self, const char *key, GError **error);

/* The same, and who sits here may open this member's sheets: for the member's own work. */
const CsMember *_cs_case_own_member (CsStore *store, const CsCase *self, const char *key, GError **error);

/* Returns: (transfer none): the council's chair or vice-chair called @key, NULL takes the chair;
 * CS_ERROR_FORBIDDEN for anybody else. */
const CsMember *_cs_case_chair (const CsCase *self, const char *key, GError **error);

/* Refuses a text that is blank or longer than @most; @what names it for the message. */
gboolean _cs_require_text (const char *text, int most, const char *what, GError **error);

/* May all sheets of the product be told? Not while somebody sits here who is recused from it. */
gboolean _cs_sheets_may_list (CsStore *store, const CsDossier *dossier, GError **error);

/* Is what somebody holds still the present state of the product? CS_ERROR_CONFLICT when not. */
gboolean _cs_sheets_refuse_stale (const CsDossier *dossier, GError **error);

/* Is the evaluation still open, asked inside the transaction? CS_ERROR_FROZEN when not: the dossier in
 * somebody's hand may be older than its closing. */
gboolean _cs_sheets_is_open (CsStore *store, const CsDossier *dossier, GError **error);

/* Seals one complete sheet and reads it back in the same transaction: what was shown is what is stored. */
gboolean _cs_sheets_seal (
    CsCommand *command, const CsCase *c, const CsDossier *dossier, const CsSheet *sheet, GError **error);

/* Closes a product inside @command when quorum, sheets and spread allow it. */
gboolean _cs_sheets_close (CsCommand *command,
                           const CsDossier *dossier,
                           const CsCloseOptions *options,
                           GError **error);

/* Adds one member inside @command, making the council when it does not exist. */
gboolean _cs_councils_add_member (CsCommand *command, const CsNewMember *wanted, GError **error);

/* Adds one dossier inside @command. Returns: (transfer full): its code. */
char *_cs_dossiers_add_one (CsCommand *command, const CsNewDossier *wanted, GError **error);

/* Adds a draft for @scoring_round that begins with the answers of the member's last sheet. */
CsSheet *_cs_sheets_add_round (CsCommand *command,
                               const CsCase *c,
                               const CsDossier *dossier,
                               const CsMember *member,
                               int scoring_round,
                               CsEntry entry,
                               GError **error);
