/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results/verdict-rounds.h"

#include "service/book/unread.h"
#include "summary/words/formats.h"
#include "rules/tally.h"
#include "service/scoring/sheets.h"

#include <glib/gi18n-lib.h>

struct _CsVerdictRounds
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkLabel *heading;
};

G_DEFINE_FINAL_TYPE (CsVerdictRounds, cs_verdict_rounds, ADW_TYPE_BIN)

static void
cs_verdict_rounds_class_init (CsVerdictRoundsClass *klass)
{
}

static void
cs_verdict_rounds_init (CsVerdictRounds *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->heading = GTK_LABEL (gtk_label_new (_ ("Scoring Rounds")));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 24);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "picture");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
clear (CsVerdictRounds *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* @css_class: (nullable); @spoken: (nullable): for screen readers, who see one cell at a time */
static void
put (CsVerdictRounds *self, int column, int row, const char *text, const char *css_class, const char *spoken)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? -1 : 14);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (label, column == 0);
  if (column > 0)
    gtk_widget_add_css_class (label, "tabular");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (spoken != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static int
last_round (const GPtrArray *sheets)
{
  int last = 0;

  for (guint i = 0; i < sheets->len; i++)
    last = MAX (last, ((CsSheet *) g_ptr_array_index (sheets, i))->scoring_round);
  return last;
}

static const CsSheet *
find (const GPtrArray *sheets, const char *member, int round)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->submitted && sheet->scoring_round == round && g_str_equal (sheet->member_key, member))
        return sheet;
    }
  return NULL;
}

static void
put_total (CsVerdictRounds *self,
           const CsResult *result,
           const CsMemberResult *member,
           const CsSheet *sheet,
           int round,
           int row)
{
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;
  int total;

  if (sheet == NULL)
    {
      /* who never had one stays what the list of members says */
      put (self, round, row,
           member->state == CS_MEMBER_SUBMITTED ? _ ("no sheet") : cs_format_member_state (member->state),
           "dim-label", NULL);
      return;
    }
  total = cs_tally (result->form, sheet->choices).total;
  text = g_strdup_printf ("%d", total);
  /* Translators: for screen readers: member, number of the scoring round, points */
  spoken = g_strdup_printf (_ ("%s, scoring round %d: %d points"), member->name, round, total);
  put (self, round, row, text, NULL, spoken);
}

/* The difference between the highest and the lowest total of a round. */
static void
put_spread (CsVerdictRounds *self, const CsResult *result, const GPtrArray *sheets, int round, int row)
{
  g_autofree char *text = NULL;
  int lowest = G_MAXINT, highest = -1;

  for (guint i = 0; i < result->members->len; i++)
    {
      const CsSheet *sheet =
          find (sheets, ((CsMemberResult *) g_ptr_array_index (result->members, i))->key, round);
      int total = sheet != NULL ? cs_tally (result->form, sheet->choices).total : 0;

      if (sheet == NULL)
        continue;
      lowest = MIN (lowest, total);
      highest = MAX (highest, total);
    }
  text = highest >= 0 ? g_strdup_printf ("%d", highest - lowest) : g_strdup ("");
  put (self, round, row, text, "heading", NULL);
}

static void
fill (CsVerdictRounds *self, const CsResult *result, const GPtrArray *sheets, int rounds)
{
  int row = 1;

  for (int round = 1; round <= rounds; round++)
    {
      /* Translators: number of a scoring round */
      g_autofree char *title = g_strdup_printf (_ ("Round %d"), round);

      put (self, round, 0, title, "caption-heading", NULL);
    }
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      put (self, 0, row, member->name, NULL, NULL);
      for (int round = 1; round <= rounds; round++)
        put_total (self, result, member, find (sheets, member->key, round), round, row);
      row++;
    }
  put (self, 0, row, _ ("Spread"), "heading", NULL);
  for (int round = 1; round <= rounds; round++)
    put_spread (self, result, sheets, round, row);
}

void
cs_verdict_rounds_show (CsVerdictRounds *self, CsStore *store, const CsResult *result)
{
  g_autoptr (GPtrArray) sheets = NULL;
  int rounds = 0;

  g_return_if_fail (CS_IS_VERDICT_ROUNDS (self));

  clear (self);
  /* of an open product not even the sheets are read */
  if (result->verdict != NULL)
    sheets = cs_sheets_list (store, result->dossier, cs_store_unread (store));
  if (sheets != NULL)
    rounds = last_round (sheets);
  gtk_widget_set_visible (GTK_WIDGET (self), rounds > 1);
  if (rounds > 1)
    fill (self, result, sheets, rounds);
}
