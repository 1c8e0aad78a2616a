/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/agreement-table.h"
#include "ui/widgets/wide.h"

#include "service/results/agreements.h"
#include "summary/words/agreement-text.h"

#include <glib/gi18n-lib.h>

struct _CsAgreementTable
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (CsAgreementTable, cs_agreement_table, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), xalign < 0.5f);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Returns: (transfer full): with the reader's decimal sign, "–" for none */
static char *
number (gboolean has, CsFraction value)
{
  char *text = has ? cs_fraction_to_fixed (value, 4) : g_strdup ("–");
  const char *sign = C_ ("decimal sign", ".");
  char *point = strchr (text, '.');

  if (point != NULL)
    *point = *sign;
  return text;
}

static void
add_value (GtkGrid *grid, int column, int row, gboolean has, CsFraction value)
{
  g_autofree char *text = number (has, value);

  gtk_grid_attach (grid, make_label (text, 1, "tabular"), column, row, 1, 1);
}

/* --- coefficients --- */

static void
add_coefficients (GtkGrid *grid, int column, const CsAgreementGroup *group)
{
  const CsAgreement *a = &group->totals;
  g_autofree char *head =
      group->form != 0 ? g_strdup_printf (_ ("form %d"), group->form) : g_strdup (_ ("all forms"));
  g_autofree char *products = g_strdup_printf ("%u", group->products);
  g_autofree char *raters = g_strdup_printf ("%u", a->raters);

  gtk_grid_attach (grid, make_label (head, 1, "heading"), column, 0, 1, 1);
  gtk_grid_attach (grid, make_label (products, 1, "tabular"), column, 1, 1, 1);
  gtk_grid_attach (grid, make_label (raters, 1, "tabular"), column, 2, 1, 1);
  add_value (grid, column, 3, a->has_w, a->w);
  add_value (grid, column, 4, a->has_w, a->chi2);
  add_value (grid, column, 5, a->has_icc1, a->icc1);
  add_value (grid, column, 6, a->has_icc2, a->icc2);
  add_value (grid, column, 7, a->has_icc3, a->icc3);
  add_value (grid, column, 8, a->has_alpha, a->alpha);
}

/* --- severity --- */

/* One form can have other members than all forms together: of who is not in a column there is a dash. */
static const CsSeverity *
severity_of (const CsAgreementGroup *group, const char *member)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      const CsSeverity *severity = g_ptr_array_index (group->members, i);

      if (g_str_equal (severity->member, member))
        return severity;
    }
  return NULL;
}

static void
add_severities (GtkGrid *grid, const GPtrArray *groups, int row)
{
  const CsAgreementGroup *all = g_ptr_array_index (groups, 0);

  gtk_grid_attach (grid, make_label (_ ("Points above or below the others"), 0, "heading"), 0, row++,
                   (int) groups->len + 1, 1);
  for (guint i = 0; i < all->members->len; i++, row++)
    {
      const CsSeverity *member = g_ptr_array_index (all->members, i);

      gtk_grid_attach (grid, make_label (member->name, 0, NULL), 0, row, 1, 1);
      for (guint g = 0; g < groups->len; g++)
        {
          const CsSeverity *severity = severity_of (g_ptr_array_index (groups, g), member->member);

          add_value (grid, (int) g + 1, row, severity != NULL && severity->compared,
                     severity != NULL ? severity->severity : CS_FRACTION_ZERO);
        }
    }
}

/* --- showing --- */

static GtkWidget *
make_grid (const GPtrArray *groups)
{
  static const char *const names[] = { N_ ("Products"),    N_ ("Members compared"),
                                       N_ ("Kendall’s W"), N_ ("χ²"),
                                       "ICC(1)",           "ICC(2)",
                                       "ICC(3)",           N_ ("Cronbach’s alpha") };
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int row = 1;

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 3);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++, row++)
    {
      GtkWidget *label = make_label (g_dgettext (GETTEXT_PACKAGE, names[i]), 0, "dim-label");

      gtk_label_set_width_chars (GTK_LABEL (label), 16);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (grid, label, 0, row, 1, 1);
    }
  for (guint i = 0; i < groups->len; i++)
    add_coefficients (grid, (int) i + 1, g_ptr_array_index (groups, i));
  add_severities (grid, groups, row);
  /* many forms make many columns */
  return cs_wide_new (GTK_WIDGET (grid));
}

void
cs_agreement_table_show (CsAgreementTable *self, CsSessionModel *scene)
{
  const CsSession *session = cs_session_model_get_session (scene);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *child;

  g_return_if_fail (CS_IS_AGREEMENT_TABLE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  if (session == NULL)
    return;
  groups = cs_agreements_of_session (cs_session_model_get_store (scene), session, &error);
  if (groups == NULL || groups->len == 0)
    {
      gtk_box_append (self->box, make_label (groups == NULL ? error->message
                                                            : _ ("No product of this agenda is closed yet."),
                                             0, groups == NULL ? "error" : "dim-label"));
      return;
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const CsAgreementGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *sentence = cs_agreement_sentence (&group->totals);
      /* Translators: number of a form, what the agreement on its products means */
      g_autofree char *text =
          group->form != 0 ? g_strdup_printf (_ ("Form %d: %s"), group->form, sentence) : NULL;

      gtk_box_append (self->box, make_label (text != NULL ? text : sentence, 0, NULL));
    }
  gtk_box_append (self->box, make_grid (groups));
}

static void
cs_agreement_table_class_init (CsAgreementTableClass *klass)
{
}

static void
cs_agreement_table_init (CsAgreementTable *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
