/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/choice-row.h"
#include "ui/dossiers/dossier-header.h"
#include "ui/dossiers/dossier-view.h"
#include "ui/widgets/field-row.h"
#include "ui/dossiers/evidence-group.h"

struct _CsDossierView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroll;
  CsDossierHeader *header;
  CsFieldRow *product;
  CsFieldRow *description;
  CsFieldRow *producer;
  AdwComboRow *producer_kind;
  CsFieldRow *address;
  CsFieldRow *phone;
  CsFieldRow *representative;
  GtkSwitch *woman;
  GtkSwitch *minority;
  GtkSwitch *disability;
  AdwPreferencesGroup *registration;
  CsChoiceRow *unit;
  AdwComboRow *round;
  CsChoiceRow *form;
  AdwComboRow *kind;
  CsFieldRow *code;
  GtkWidget *complete_row;
  CsFieldRow *registered_on;
  AdwActionRow *rehearsal_row;
  GtkSwitch *rehearsal;
  CsEvidenceGroup *required_papers;
  CsEvidenceGroup *other_papers;

  CsStore *store; /* (nullable) */
  CsDossierKey key;
  CsDossier *dossier;  /* (nullable) */
  GPtrArray *rounds;   /* (element-type utf8): ids behind the row of rounds; "" for none */
  GHashTable *drafts;  /* (element-type utf8 utf8): typed and not written, by dossier and field */
  GHashTable *kept;    /* (element-type utf8 utf8): what the book keeps as being typed, by field */
  GHashTable *removed; /* (element-type gint64 CsEvidence): papers that can be brought back */
  gint64 n_removed;
  gboolean writing; /* the book tells about our own change */
  gboolean loading; /* choices move because the book says so */
};

/* Reads the book and shows it. @fresh: another dossier than before. Returns: FALSE when it is gone. */
gboolean _cs_dossier_view_load (CsDossierView *self, gboolean fresh);

/* Calls @func for every row to type in. */
void _cs_dossier_view_foreach (CsDossierView *self, CsFieldFunc func, gpointer data);

/* What is typed and not written is put aside before the rows show something else, and brought back: also from
 * the book when the dossier is shown afresh. */
void _cs_dossier_view_put_typing_aside (CsDossierView *self);
void _cs_dossier_view_bring_typing_back (CsDossierView *self, gboolean fresh);

/* The book keeps what is being typed, in case the program ends without leaving the row. */
void _cs_dossier_view_keep_typing (CsDossierView *self);

/* Shows the values of the dossier in the rows; @fresh drops what is typed in them. */
void _cs_dossier_view_fill (CsDossierView *self, gboolean fresh);

/* The callbacks of the template that write. */
void _cs_dossier_view_bind_editing (GtkWidgetClass *widget_class);
