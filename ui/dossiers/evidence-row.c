/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/dossiers/evidence-row.h"
#include "ui/dossiers/file-copy.h"

#include "ui/widgets/feedback.h"
#include "summary/words/formats.h"
#include "ui/shared/evidence-file.h"

#include "base/date.h"
#include "base/error.h"
#include "rules/completeness.h"
#include "service/dossiers/evidence.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_HEIGHT 180

struct _CsEvidenceRow
{
  AdwExpanderRow parent_instance;

  GtkImage *state_icon;
  GtkLabel *state_label;
  GtkButton *open_button;
  GtkButton *add_button;
  GtkWidget *received_row;
  GtkSwitch *received;
  CsFieldRow *number;
  CsFieldRow *issued;
  CsFieldRow *expires;
  AdwActionRow *file_row;
  GtkImage *file_icon;
  GtkButton *replace_button;
  GtkPicture *preview;
  GtkWidget *preview_row;
  GtkWidget *tools_row;
  GtkButton *another_button;
  GtkButton *remove_button;

  CsStore *store; /* (owned) */
  char *kind_id;
  const CsEvidenceKind *kind; /* (nullable): of a regulation of the store */
  gboolean asked;
  gint64 dossier;
  CsEvidence *paper; /* (nullable) */
  CsFieldRow *fields[4];
  char *previewed; /* (nullable): digest of the file whose picture is shown */
  GCancellable *decoding;
  CsFileCopy *copy; /* (nullable): of a file that is on its way */
  gboolean showing; /* the switch moves because the book says so */
};

enum
{
  REMOVE,
  ANOTHER,
  RELOAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsEvidenceRow, cs_evidence_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_physical (CsEvidenceRow *self)
{
  return self->kind != NULL && self->kind->physical;
}

static gboolean
is_required (CsEvidenceRow *self)
{
  return self->asked && self->kind != NULL && self->kind->required;
}

/* --- writing --- */

/* Returns: (transfer full): the paper to be changed: ours, which we give away, or a new one. */
static CsEvidence *
take_paper (CsEvidenceRow *self)
{
  CsEvidence *paper = g_steal_pointer (&self->paper);

  if (paper == NULL)
    {
      paper = cs_evidence_new ();
      paper->dossier = self->dossier;
      paper->kind = g_strdup (self->kind_id);
      paper->number = g_strdup ("");
    }
  return paper;
}

/* Writes; the book tells everybody, and then this row has a paper again. If nobody looked, or it failed, what
 * is in the book has to be read. */
static gboolean
put (CsEvidenceRow *self, CsEvidence *changed, GError **error)
{
  g_autoptr (CsEvidence) paper = changed;
  gboolean written = cs_evidence_put (self->store, paper, NULL, error);

  if (!written || self->paper == NULL)
    g_signal_emit (self, signals[RELOAD], 0);
  return written;
}

/* --- showing --- */

static CsEvidenceState
state_of (CsEvidenceRow *self)
{
  static const CsEvidenceKind unknown = { .id = NULL };
  CsEvidenceKind kind = self->kind != NULL ? *self->kind : unknown;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *today = cs_date_today ();

  kind.id = self->kind_id;
  if (self->paper != NULL)
    g_ptr_array_add (one, self->paper);
  return cs_evidence_kind_state (&kind, one, today);
}

static void
show_state (CsEvidenceRow *self)
{
  CsEvidenceState state = state_of (self);
  gboolean wrong = state == CS_EVIDENCE_EXPIRED || (state != CS_EVIDENCE_FINE && is_required (self));
  const char *icon = state == CS_EVIDENCE_FINE      ? "cs-checked-symbolic"
                     : state == CS_EVIDENCE_MISSING ? "cs-unchecked-symbolic"
                                                    : "dialog-warning-symbolic";
  const char *word = state == CS_EVIDENCE_EXPIRED                         ? C_ ("paper", "Expired")
                     : state == CS_EVIDENCE_NO_FILE                       ? C_ ("paper", "No file")
                     : state == CS_EVIDENCE_MISSING && is_required (self) ? C_ ("paper", "Missing")
                                                                          : "";
  const char *style = state == CS_EVIDENCE_EXPIRED ? "error" : wrong ? "warning" : "dim-label";
  const char *classes[] = { style, NULL };
  const char *label_classes[] = { "caption", style, NULL };

  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
  gtk_label_set_label (self->state_label, word);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_label), label_classes);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *word != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  state == CS_EVIDENCE_FINE      ? C_ ("paper", "In order")
                                  : state == CS_EVIDENCE_MISSING ? C_ ("paper", "Not there")
                                                                 : word,
                                  -1);
}

static void
append (GString *line, char *text)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
  g_free (text);
}

static void
show_subtitle (CsEvidenceRow *self)
{
  const CsEvidence *paper = self->paper;
  GString *line = g_string_new (NULL);
  g_autofree char *issued = paper != NULL ? cs_date_to_display (paper->issued_on) : NULL;
  g_autofree char *expires = paper != NULL ? cs_date_to_display (paper->expires_on) : NULL;
  g_autofree char *escaped = NULL;

  if (paper != NULL && *paper->number != '\0')
    append (line, g_strdup_printf (_ ("No. %s"), paper->number));
  if (paper != NULL && paper->issued_on != NULL)
    append (line, g_strdup_printf (_ ("issued %s"), issued));
  if (paper != NULL && paper->expires_on != NULL)
    append (line, g_strdup_printf (_ ("valid until %s"), expires));
  if (paper != NULL && paper->file_name != NULL)
    append (line, g_strdup (paper->file_name));
  if (line->len == 0 && paper != NULL && is_physical (self))
    append (line, g_strdup (_ ("Received")));
  escaped = g_markup_escape_text (line->str, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
  g_string_free (line, TRUE);
}

static void
show_file (CsEvidenceRow *self)
{
  const CsEvidence *paper = self->paper;
  gboolean has_file = paper != NULL && paper->file_sha256 != NULL;
  gboolean wants_file = !is_physical (self);
  g_autofree char *about = has_file ? cs_evidence_file_describe (paper) : NULL;
  g_autofree char *type =
      has_file && paper->media_type != NULL ? g_content_type_from_mime_type (paper->media_type) : NULL;
  g_autoptr (GIcon) icon =
      type != NULL ? g_content_type_get_symbolic_icon (type) : g_themed_icon_new ("text-x-generic-symbolic");

  gtk_widget_set_visible (GTK_WIDGET (self->open_button), has_file);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !has_file && wants_file);
  gtk_widget_set_visible (GTK_WIDGET (self->file_row), has_file || wants_file);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row),
                                 has_file ? paper->file_name : _ ("No file yet"));
  adw_action_row_set_subtitle (self->file_row, has_file ? about : _ ("Choose one, or drop it on this paper"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->file_row), has_file);
  gtk_image_set_from_gicon (self->file_icon, icon);
  gtk_button_set_label (self->replace_button, self->copy != NULL ? _ ("_Cancel")
                                              : has_file         ? _ ("R_eplace…")
                                                                 : _ ("Choos_e…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), self->copy == NULL);
}

/* Decodes only when somebody looks, and once. */
static void
show_preview (CsEvidenceRow *self)
{
  gboolean wanted = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) && self->paper != NULL
                    && cs_evidence_file_is_picture (self->paper);
  const char *digest = wanted ? self->paper->file_sha256 : NULL;

  if (g_strcmp0 (digest, self->previewed) == 0)
    return;
  if (self->decoding != NULL)
    g_cancellable_cancel (self->decoding);
  g_clear_object (&self->decoding);
  g_free (self->previewed);
  self->previewed = g_strdup (digest);
  gtk_picture_set_paintable (self->preview, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
  if (digest == NULL)
    return;
  self->decoding = g_cancellable_new ();
  gtk_picture_set_alternative_text (self->preview, self->paper->file_name);
  cs_evidence_file_preview (self->preview, self->store, self->paper, PREVIEW_HEIGHT, self->decoding);
}

static void
show_all (CsEvidenceRow *self)
{
  gboolean physical = is_physical (self);

  self->showing = TRUE;
  gtk_switch_set_active (self->received, self->paper != NULL);
  self->showing = FALSE;
  gtk_widget_set_visible (self->received_row, physical);
  gtk_widget_set_visible (GTK_WIDGET (self->number), !physical);
  gtk_widget_set_visible (GTK_WIDGET (self->expires),
                          self->kind == NULL || self->kind->expires
                              || (self->paper != NULL && self->paper->expires_on != NULL));
  gtk_widget_set_visible (self->tools_row, self->paper != NULL && !physical);
  show_state (self);
  show_subtitle (self);
  show_file (self);
  show_preview (self);
}

/* --- callbacks --- */

static void
commit_cb (CsFieldRow *field, const char *value, gpointer user_data)
{
  CsEvidenceRow *self = CS_EVIDENCE_ROW (user_data);
  CsEvidence *paper = take_paper (self);
  char **slot = field == self->number   ? &paper->number
                : field == self->issued ? &paper->issued_on
                                        : &paper->expires_on;
  g_autoptr (GError) error = NULL;

  g_free (*slot);
  /* a day that is not known is NULL, a number that is not known is empty */
  *slot = *value != '\0' || field == self->number ? g_strdup (value) : NULL;
  if (put (self, paper, &error))
    return;
  if (error->code == CS_ERROR_INVALID)
    cs_field_row_set_problem (field, error->message);
  else
    cs_feedback_error (GTK_WIDGET (self), _ ("The paper was not changed"), error);
}

static void
received_cb (CsEvidenceRow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  if (!gtk_switch_get_active (self->received))
    g_signal_emit (self, signals[REMOVE], 0);
  else if (!put (self, take_paper (self), &error))
    cs_feedback_error (GTK_WIDGET (self), _ ("The paper was not added"), error);
}

static void
chosen_cb (GtkWidget *from, GFile *file, gpointer data)
{
  cs_evidence_row_add_file (CS_EVIDENCE_ROW (from), file);
}

static void
progress_cb (CsEvidenceRow *self, guint share)
{
  g_autofree char *text = g_strdup_printf (_ ("Copying it into the book: %u %%"), share);

  adw_action_row_set_subtitle (self->file_row, text);
}

static void
ended_cb (CsEvidenceRow *self)
{
  g_clear_object (&self->copy);
  show_file (self);
  g_signal_emit (self, signals[RELOAD], 0);
}

static void
choose_cb (CsEvidenceRow *self)
{
  if (self->copy != NULL)
    {
      cs_file_copy_give_up (self->copy);
      return;
    }
  cs_feedback_choose_file (GTK_WIDGET (self), _ ("Choose the File of the Paper"),
                           GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, NULL, chosen_cb, NULL, NULL);
}

static void
open_cb (CsEvidenceRow *self)
{
  if (self->paper != NULL)
    cs_evidence_file_open (GTK_WIDGET (self), self->store, self->paper);
}

static void
file_activated_cb (CsEvidenceRow *self)
{
  open_cb (self);
}

static void
another_cb (CsEvidenceRow *self)
{
  g_signal_emit (self, signals[ANOTHER], 0);
}

static void
remove_cb (CsEvidenceRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
drop_cb (CsEvidenceRow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  cs_evidence_row_add_file (self, files->data);
  return TRUE;
}

static void
expanded_cb (CsEvidenceRow *self)
{
  show_preview (self);
}

/* --- overrides --- */

static void
cs_evidence_row_dispose (GObject *object)
{
  CsEvidenceRow *self = CS_EVIDENCE_ROW (object);

  if (self->decoding != NULL)
    g_cancellable_cancel (self->decoding);
  g_clear_object (&self->decoding);
  G_OBJECT_CLASS (cs_evidence_row_parent_class)->dispose (object);
}

static void
cs_evidence_row_finalize (GObject *object)
{
  CsEvidenceRow *self = CS_EVIDENCE_ROW (object);

  cs_evidence_free (self->paper);
  g_free (self->kind_id);
  g_free (self->previewed);
  g_clear_object (&self->copy); /* it goes on */
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_evidence_row_parent_class)->finalize (object);
}

static void
cs_evidence_row_class_init (CsEvidenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_evidence_row_dispose;
  object_class->finalize = cs_evidence_row_finalize;
  signals[REMOVE] =
      g_signal_new ("remove", CS_TYPE_EVIDENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANOTHER] =
      g_signal_new ("another", CS_TYPE_EVIDENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RELOAD] =
      g_signal_new ("reload", CS_TYPE_EVIDENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CS_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/dossiers/evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, received_row);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, received);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, number);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, issued);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, expires);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, file_row);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, file_icon);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, replace_button);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, preview);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, preview_row);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, tools_row);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, another_button);
  gtk_widget_class_bind_template_child (widget_class, CsEvidenceRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, received_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
cs_evidence_row_init (CsEvidenceRow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields[0] = self->number;
  self->fields[1] = self->issued;
  self->fields[2] = self->expires;
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/* --- public --- */

GtkWidget *
cs_evidence_row_new (CsStore *store, const char *kind_id, const CsEvidenceKind *kind, gboolean asked)
{
  CsEvidenceRow *self = g_object_new (CS_TYPE_EVIDENCE_ROW, NULL);
  const char *title = kind != NULL ? cs_format_evidence_kind (kind) : kind_id;
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *open = g_strdup_printf (_ ("Open the file of “%s”"), title);
  g_autofree char *add = g_strdup_printf (_ ("Add a file to “%s”"), title);

  self->store = g_object_ref (store);
  self->kind_id = g_strdup (kind_id);
  self->kind = kind;
  self->asked = asked;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL, open,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  return GTK_WIDGET (self);
}

void
cs_evidence_row_show (CsEvidenceRow *self, gint64 dossier, CsEvidence *paper)
{
  gint64 old_id = self->paper != NULL ? self->paper->id : 0;
  gboolean same = self->dossier == dossier && (old_id == 0 || (paper != NULL && paper->id == old_id));
  const char *values[] = { paper != NULL ? paper->number : NULL, paper != NULL ? paper->issued_on : NULL,
                           paper != NULL ? paper->expires_on : NULL };

  g_return_if_fail (CS_IS_EVIDENCE_ROW (self));

  cs_evidence_free (self->paper);
  self->paper = paper;
  self->dossier = dossier;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (same)
      cs_field_row_set_stored (self->fields[i], values[i]);
    else
      cs_field_row_reset (self->fields[i], values[i]);
  show_all (self);
}

const char *
cs_evidence_row_get_kind (CsEvidenceRow *self)
{
  return self->kind_id;
}

const CsEvidence *
cs_evidence_row_get_evidence (CsEvidenceRow *self)
{
  return self->paper;
}

gint64
cs_evidence_row_get_dossier (CsEvidenceRow *self)
{
  return self->dossier;
}

void
cs_evidence_row_add_file (CsEvidenceRow *self, GFile *file)
{
  g_autoptr (CsEvidence) paper = NULL;

  g_return_if_fail (CS_IS_EVIDENCE_ROW (self));

  if (is_physical (self) || self->copy != NULL)
    return;
  paper = self->paper != NULL ? cs_evidence_dup (self->paper) : take_paper (self);
  self->copy = cs_file_copy_new (GTK_WIDGET (self), self->store, paper, file);
  g_signal_connect_object (self->copy, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  show_file (self);
}

CsFieldRow *const *
cs_evidence_row_get_fields (CsEvidenceRow *self)
{
  return self->fields;
}
