/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/certificate-columns.h"

#include "base/date.h"
#include "model/register.h"
#include "ui/certificates/certificate-item.h"
#include "ui/widgets/label-column.h"
#include "ui/widgets/text-cell.h"
#include "summary/words/formats.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

#define NOTHING   "–"
#define STORE_KEY "cs-certificate-store"

typedef struct
{
  const char *title;
  CsLabelColumnKind kind;
  const char *css_class; /* (nullable) */
  char *(*text) (const CsCertificate *certificate, CsStore *store);
} Column;

/* --- texts --- */

static char *
product_text (const CsCertificate *certificate, CsStore *store)
{
  return g_strdup (certificate->recognition->product);
}

static char *
producer_text (const CsCertificate *certificate, CsStore *store)
{
  return g_strdup (certificate->recognition->producer);
}

static char *
unit_text (const CsCertificate *certificate, CsStore *store)
{
  return cs_format_unit (cs_store_get_units (store), certificate->recognition->unit,
                         cs_store_get_book (store)->unit);
}

static char *
stars_text (const CsCertificate *certificate, CsStore *store)
{
  return cs_stars_text (certificate->recognition->stars);
}

/* Of old certificates only the decision may be known. */
static char *
number_text (const CsCertificate *certificate, CsStore *store)
{
  const CsRecognition *recognition = certificate->recognition;

  return g_strdup (*recognition->certificate != '\0' ? recognition->certificate : NOTHING);
}

static char *
end_text (const CsCertificate *certificate, CsStore *store)
{
  return certificate->dated ? cs_date_to_display (certificate->clock.valid_until) : g_strdup (NOTHING);
}

static char *
state_text (const CsCertificate *certificate, CsStore *store)
{
  return g_strdup (cs_format_certificate_state (certificate));
}

/* What needs no renewal has no days to count. */
static char *
days_text (const CsCertificate *certificate, CsStore *store)
{
  int days = certificate->clock.days_left;

  if (!certificate->dated || certificate->clock.state == CS_CLOCK_RENEWED
      || certificate->clock.state == CS_CLOCK_WITHDRAWN)
    return g_strdup (NOTHING);
  return days < 0 ? g_strdup_printf ("−%d", -days) : g_strdup_printf ("%d", days);
}

static const Column columns[] = {
  { N_ ("Product"), CS_LABEL_COLUMN_TEXT, NULL, product_text },
  { N_ ("Producer"), CS_LABEL_COLUMN_TEXT, NULL, producer_text },
  { N_ ("Unit"), CS_LABEL_COLUMN_TEXT, NULL, unit_text },
  { N_ ("Stars"), CS_LABEL_COLUMN_NAME, "star", stars_text },
  { N_ ("Certificate"), CS_LABEL_COLUMN_TEXT, NULL, number_text },
  { N_ ("Valid until"), CS_LABEL_COLUMN_NUMBER, NULL, end_text },
  { N_ ("State"), CS_LABEL_COLUMN_TEXT, NULL, state_text },
  /* Translators: days until a certificate ends, negative after that */
  { N_ ("Days left"), CS_LABEL_COLUMN_NUMBER, NULL, days_text },
};

/* --- cells --- */

/* A row of a column view has no name of its own for those who listen to it. */
static void
name_row (GtkWidget *child, const CsCertificate *certificate)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = g_strdup_printf ("%s, %s", certificate->recognition->product,
                                           cs_format_certificate_state (certificate));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_alarming (const CsCertificate *certificate)
{
  return certificate->known
         && (certificate->clock.state == CS_CLOCK_LATE || certificate->clock.state == CS_CLOCK_EXPIRED);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, const Column *column)
{
  const CsCertificate *certificate = cs_certificate_item_get (gtk_list_item_get_item (list_item));
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  GtkWidget *view = gtk_widget_get_ancestor (cell, GTK_TYPE_COLUMN_VIEW);
  CsStore *store = view != NULL ? g_object_get_data (G_OBJECT (view), STORE_KEY) : NULL;
  g_autofree char *text = store != NULL ? column->text (certificate, store) : g_strdup ("");

  cs_text_cell_set_text (CS_TEXT_CELL (cell), text, NULL);
  if (column->css_class != NULL)
    gtk_widget_add_css_class (cell, column->css_class);
  if (column->text == product_text)
    name_row (cell, certificate);
  if (column->text != state_text)
    return;
  if (is_alarming (certificate))
    gtk_widget_add_css_class (cell, "error");
  else
    gtk_widget_remove_css_class (cell, "error");
}

void
cs_certificate_columns_append (GtkColumnView *view, CsStore *store)
{
  g_object_set_data_full (G_OBJECT (view), STORE_KEY, g_object_ref (store), g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = cs_label_column_append (view, _ (columns[i].title), columns[i].kind,
                                                            G_CALLBACK (bind_cb), (gpointer) &columns[i]);

      gtk_column_view_column_set_expand (column, i < 3);
    }
}
