/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/recognise-dialog.h"

#include "base/date.h"
#include "base/text.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/feedback.h"
#include "service/dossiers/dossiers.h"
#include "rules/level-powers.h"
#include "service/results/register.h"

#include <glib/gi18n-lib.h>

struct _CsRecogniseDialog
{
  AdwWindow parent_instance;

  CsStore *store;
  CsPersonGroup *person_group;
  CsDossier *dossier;
  gboolean until_is_own; /* the person wrote the end: it does not follow the day of the decision any more */
  gboolean filling;

  GtkWidget *recognise_button;
  AdwPreferencesGroup *group;
  AdwComboRow *stars_row; /* only for what another level decided */
  GtkEditable *score_row; /* so is this */
  GtkEditable *decision_row;
  GtkEditable *date_row;
  GtkEditable *certificate_row;
  GtkEditable *until_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (CsRecogniseDialog, cs_recognise_dialog, ADW_TYPE_WINDOW)

static void
set_problem (CsRecogniseDialog *self, GtkEditable *row, const char *problem)
{
  GtkEditable *rows[] = { self->score_row, self->decision_row, self->date_row, self->certificate_row,
                          self->until_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i] == row && problem != NULL)
      gtk_widget_add_css_class (GTK_WIDGET (rows[i]), "error");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* As the regulation counts, for as long as the person has not written another end. */
static void
follow_date (CsRecogniseDialog *self)
{
  g_autofree char *day = cs_date_from_display (gtk_editable_get_text (self->date_row));
  g_autofree char *until = day != NULL ? cs_recognitions_valid_until (self->store, self->dossier, day) : NULL;
  g_autofree char *shown = cs_date_to_display (until);

  if (self->until_is_own)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->until_row, shown);
  self->filling = FALSE;
}

/* --- callbacks --- */

static void
changed_cb (CsRecogniseDialog *self)
{
  set_problem (self, NULL, NULL);
  gtk_widget_set_sensitive (self->recognise_button,
                            !cs_text_is_blank (gtk_editable_get_text (self->decision_row))
                                && !cs_text_is_blank (gtk_editable_get_text (self->date_row)));
}

static void
date_changed_cb (CsRecogniseDialog *self)
{
  if (self->store != NULL)
    follow_date (self);
  changed_cb (self);
}

static void
until_changed_cb (CsRecogniseDialog *self)
{
  if (!self->filling)
    self->until_is_own = !cs_text_is_blank (gtk_editable_get_text (self->until_row));
  changed_cb (self);
}

/* @day: (out) (transfer full) (nullable): ISO, NULL when nothing is written. */
static gboolean
read_day (CsRecogniseDialog *self, GtkEditable *row, char **day)
{
  const char *text = gtk_editable_get_text (row);

  *day = cs_date_from_display (text);
  if (*day != NULL || cs_text_is_blank (text))
    return TRUE;
  set_problem (self, row, _ ("This is no date. Write day/month/year, for example 31/05/2024."));
  return FALSE;
}

static GtkEditable *
row_of (CsRecogniseDialog *self, const char *field)
{
  const struct
  {
    const char *field;
    GtkEditable *row;
  } rows[] = { { "score", self->score_row },
               { "decision", self->decision_row },
               { "decided_on", self->date_row },
               { "certificate", self->certificate_row },
               { "valid_until", self->until_row } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].field, field) == 0)
      return rows[i].row;
  return NULL;
}

/* Returns: what another level decided, 0: the council's own verdict is recognised. */
static int
read_stars (CsRecogniseDialog *self)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (self->stars_row);
  int stars = 0;

  if (item != NULL)
    cs_text_to_int (gtk_string_object_get_string (item), 1, CS_STAR_MAX, &stars);
  return stars;
}

static void
recognise_cb (CsRecogniseDialog *self)
{
  g_autofree char *day = NULL, *until = NULL, *told = NULL;
  CsNewRecognition wanted = { .decision = gtk_editable_get_text (self->decision_row),
                              .certificate = gtk_editable_get_text (self->certificate_row),
                              .stars = read_stars (self) };
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  const char *field = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_day (self, self->date_row, &day) || !read_day (self, self->until_row, &until))
    return;
  wanted.decided_on = day;
  wanted.valid_until = until;
  if (wanted.stars != 0)
    wanted.score = gtk_editable_get_text (self->score_row);
  cs_person_group_keep (self->person_group);
  if (!cs_recognitions_add (self->store, self->dossier, &wanted, &field, &error))
    {
      set_problem (self, row_of (self, field), error->message);
      return;
    }
  if (parent != NULL)
    {
      told = g_strdup_printf (_ ("“%s” is recognised"), self->dossier->product);
      cs_feedback_toast (parent, told);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- life --- */

static void
cs_recognise_dialog_dispose (GObject *object)
{
  CsRecogniseDialog *self = CS_RECOGNISE_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, cs_dossier_free);
  G_OBJECT_CLASS (cs_recognise_dialog_parent_class)->dispose (object);
}

static void
cs_recognise_dialog_class_init (CsRecogniseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_recognise_dialog_dispose;
  g_type_ensure (CS_TYPE_PERSON_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/certificates/recognise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, recognise_button);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, stars_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, score_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, certificate_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, CsRecogniseDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recognise_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_recognise_dialog_init (CsRecogniseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The stars that some level gives, the highest chosen that this council's verdict comes to. */
static void
ask_for_stars (CsRecogniseDialog *self, const CsResult *result)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0, n = 0;

  for (int stars = CS_STAR_MIN; stars <= CS_STAR_MAX; stars++)
    if (cs_regulation_deciding_level (result->regulation, stars) != NULL)
      {
        g_autofree char *text = g_strdup_printf ("%d", stars);

        gtk_string_list_append (list, text);
        if (stars <= result->verdict->stars)
          selected = n;
        n++;
      }
  adw_combo_row_set_model (self->stars_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->stars_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->stars_row), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->score_row), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Decision of another level"));
  gtk_button_set_label (GTK_BUTTON (self->recognise_button), _ ("_Record"));
}

static char *
describe (CsRecogniseDialog *self, const CsResult *result, gboolean own)
{
  if (own)
    /* Translators: name of the product, number of stars */
    return g_strdup_printf (_ ("The decision by which “%s” is recognised with %d stars."),
                            self->dossier->product, result->verdict->stars);
  return g_strdup_printf (_ ("What another level decided on “%s” after this council had closed it."),
                          self->dossier->product);
}

void
cs_recognise_dialog_present (GtkWidget *from, CsStore *store, const CsResult *result)
{
  CsRecogniseDialog *self;
  GtkRoot *root = gtk_widget_get_root (from);
  CsDossierKey key = { result->dossier->id, result->dossier->evaluation };
  g_autoptr (GError) error = NULL;
  g_autofree char *today = cs_date_today (), *shown = cs_date_to_display (today);
  g_autofree char *about = NULL, *escaped = NULL;
  CsDossier *dossier = cs_dossiers_get (store, key, &error);
  gboolean own;

  if (dossier == NULL)
    {
      cs_feedback_error (from, _ ("The result could not be read"), error);
      return;
    }
  self = g_object_new (CS_TYPE_RECOGNISE_DIALOG, NULL);
  self->store = g_object_ref (store);
  cs_person_group_set_store (self->person_group, store);
  self->dossier = dossier;
  own = cs_recognitions_may_add (result, NULL);
  about = describe (self, result, own);
  if (!own)
    ask_for_stars (self, result);
  escaped = g_markup_escape_text (about, -1);
  adw_preferences_group_set_description (self->group, escaped);
  gtk_editable_set_text (self->date_row, shown);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->decision_row));
}
