/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a command changed: which kinds of things, and which ones. Who shows something re-reads that and
 * nothing else. */

typedef enum
{
  CS_CHANGE_DOSSIERS = 1 << 0,    /* of a dossier */
  CS_CHANGE_EVIDENCE = 1 << 1,    /* of a dossier */
  CS_CHANGE_COUNCILS = 1 << 2,    /* of a council */
  CS_CHANGE_SHEETS = 1 << 3,      /* choices and notes for a dossier */
  CS_CHANGE_EVALUATIONS = 1 << 4, /* of a dossier: submitted, closed, grounds found */
  CS_CHANGE_REGISTER = 1 << 5,    /* recognitions, trademarks */
  CS_CHANGE_SITTER = 1 << 6,      /* who sits here, whether PINs are asked and who has one */
  CS_CHANGE_SESSIONS = 1 << 7,    /* of a session: itself, its agenda and attendance */
} CsChange;

#define CS_CHANGE_N_KINDS 8
#define CS_CHANGE_ALL     ((1u << CS_CHANGE_N_KINDS) - 1)

typedef struct _CsChangeSet CsChangeSet;

#define CS_TYPE_CHANGE_SET (cs_change_set_get_type ())
GType cs_change_set_get_type (void);

CsChangeSet *cs_change_set_new (void);
CsChangeSet *cs_change_set_ref (CsChangeSet *self);
void cs_change_set_unref (CsChangeSet *self);

/* @kinds: of CsChange; @uuid: (nullable): of which thing, NULL: of any number of them */
void cs_change_set_add (CsChangeSet *self, guint kinds, const char *uuid);

/* Adds what @other has. */
void cs_change_set_merge (CsChangeSet *self, const CsChangeSet *other);

/* Returns: of CsChange: all kinds that changed. */
guint cs_change_set_get_kinds (const CsChangeSet *self);

/* Returns: whether anything of @kinds changed. */
gboolean cs_change_set_has (const CsChangeSet *self, guint kinds);

/* Returns: whether what is of @kinds may have changed for the thing @uuid: it was named, or nothing was.
 * @uuid: (nullable): never, but for what was not named */
gboolean cs_change_set_touches (const CsChangeSet *self, guint kinds, const char *uuid);

/* Returns: (transfer container) (element-type utf8) (nullable): which things changed in any of @kinds; NULL
 * when some were not named, so that it may be any */
GPtrArray *cs_change_set_list (const CsChangeSet *self, guint kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsChangeSet, cs_change_set_unref)

G_END_DECLS
