/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/list-producers-private.h"

#include "base/text.h"
#include "rules/producer-name.h"
#include "service/dossiers/producers.h"

#include <glib/gi18n-lib.h>

/* A producer as a row has it. */
typedef struct
{
  guint row; /* the first */
  char *name;
  CsNewDossier told; /* its texts are the table's */
} Met;

struct _CsListProducers
{
  CsStore *store;
  const CsCsvTable *table;
  GHashTable *met;  /* (element-type utf8 Met): by name, unit and kind */
  GHashTable *near; /* (element-type utf8 Met) (not owned): the first of every shortened name */
  GPtrArray *notes;
};

static void
met_free (gpointer data)
{
  Met *met = data;

  g_free (met->name);
  g_free (met);
}

CsListProducers *
_cs_list_producers_new (CsStore *store, const CsCsvTable *table)
{
  CsListProducers *self = g_new0 (CsListProducers, 1);

  self->store = g_object_ref (store);
  self->table = table;
  self->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, met_free);
  self->near = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
_cs_list_producers_free (CsListProducers *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->store);
  g_hash_table_unref (self->near);
  g_hash_table_unref (self->met);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

GPtrArray *
_cs_list_producers_notes (CsListProducers *self)
{
  return self->notes;
}

static guint
line_of (const CsListProducers *self, guint row)
{
  return g_array_index (self->table->lines, guint, row);
}

/* Two rows of one producer that tell different things of it. */
static void
check_agreement (
    CsListProducers *self, guint row, const CsNewDossier *one, const Met *met, GPtrArray *problems)
{
  const char *const columns[] = { "address", "phone", "representative" };
  const char *const here[] = { one->address, one->phone, one->representative };
  const char *const there[] = { met->told.address, met->told.phone, met->told.representative };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (here[i] != NULL && g_strcmp0 (here[i], there[i]) != 0)
      {
        g_autofree char *message =
            g_strdup_printf (_ ("line %u has this producer with “%s”, this line with "
                                "“%s”; if they are two, write what tells them apart"
                                " into the name"),
                             line_of (self, met->row), there[i] != NULL ? there[i] : "", here[i]);

        cs_csv_table_problem (self->table, row, columns[i], message, problems);
        return;
      }
}

static const char *
unit_name (const CsListProducers *self, const char *code)
{
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (self->store), code);

  return unit != NULL ? unit->name : "–";
}

/* The book's own near ones first: they have an id by which they can be joined. */
static void
note_near (CsListProducers *self, guint row, const CsNewDossier *dossier, const Met *met)
{
  g_autoptr (GPtrArray) near =
      cs_producers_near (self->store, dossier->producer, dossier->unit, dossier->producer_kind, NULL);
  g_autofree char *folded = cs_text_fold (dossier->producer), *key = cs_producer_name_shorten (folded);
  const Met *other = g_hash_table_lookup (self->near, key);
  g_autofree char *message = NULL;

  if (near != NULL && near->len > 0)
    {
      const CsProducer *producer = g_ptr_array_index (near, 0);

      /* Translators: name and unit of a new producer; of one of the book; its id */
      message =
          g_strdup_printf (_ ("“%s” in %s is new; the book has “%s” in %s. If they are one, join them with"
                              " “producer”, id %s"),
                           met->name, unit_name (self, dossier->unit), producer->name,
                           unit_name (self, producer->commune), producer->uuid);
    }
  else if (other != NULL)
    /* Translators: name and unit of a new producer; of one further up in the list; its line */
    message =
        g_strdup_printf (_ ("“%s” in %s is another producer than “%s” in %s, line %u. If they are one, join"
                            " them with “producer”"),
                         met->name, unit_name (self, dossier->unit), other->name,
                         unit_name (self, other->told.unit), line_of (self, other->row));
  else
    g_hash_table_insert (self->near, g_steal_pointer (&key), (gpointer) met);
  if (message != NULL)
    cs_csv_table_problem (self->table, row, "producer", message, self->notes);
}

static void
note_known (CsListProducers *self, guint row, const CsProducer *producer)
{
  /* Translators: name and unit of a producer */
  g_autofree char *message = g_strdup_printf (_ ("taken for “%s” in %s, who is in the book"), producer->name,
                                              unit_name (self, producer->commune));

  cs_csv_table_problem (self->table, row, "producer", message, self->notes);
}

void
_cs_list_producers_meet (CsListProducers *self, guint row, const CsNewDossier *dossier, GPtrArray *problems)
{
  g_autofree char *name = cs_producer_name_clean (dossier->producer);
  g_autofree char *who = g_strdup_printf ("%s\n%s\n%s", name, dossier->unit, dossier->producer_kind);
  g_autoptr (CsProducer) known = NULL;
  Met *met = g_hash_table_lookup (self->met, who);

  if (met != NULL)
    check_agreement (self, row, dossier, met, problems);
  known = cs_producers_find (self->store, name, dossier->unit, dossier->producer_kind, NULL);
  if (known != NULL)
    note_known (self, row, known);
  if (met != NULL)
    return;
  met = g_new0 (Met, 1);
  met->row = row;
  met->name = g_steal_pointer (&name);
  met->told = *dossier;
  g_hash_table_insert (self->met, g_steal_pointer (&who), met);
  if (known == NULL)
    note_near (self, row, dossier, met);
}
