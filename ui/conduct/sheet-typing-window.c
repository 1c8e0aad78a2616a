/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/conduct/sheet-typing-window.h"

#include "service/book/unread.h"
#include "base/error.h"
#include "base/text.h"
#include "service/scoring/rescoring.h"
#include "service/scoring/taking-back.h"
#include "ui/widgets/feedback.h"
#include "ui/conduct/sheet-typing-lines.h"
#include "rules/tally.h"
#include "service/results/results.h"
#include "service/scoring/sheets.h"
#include "ui/widgets/wrap-box.h"

#include <glib/gi18n-lib.h>

#define MOST_POINTS 100

struct _CsSheetTypingWindow
{
  AdwWindow parent_instance;

  CsStore *store; /* (nullable) */
  CsDossierKey key;
  const CsForm *form;       /* (not owned) */
  CsRegulation *regulation; /* that of the form, kept as long */
  GPtrArray *members;       /* (element-type utf8): keys, as they are offered */
  gboolean leaving;         /* the person agreed to lose what was typed */
  GtkLabel *product_label;
  GtkDropDown *member_choice;
  GtkLabel *message;
  CsSheetTypingLines *lines;
  GtkLabel *parts_label;
  GtkLabel *total_label;
  GtkEditable *total_entry;
  GtkEditable *typed_entry;
  GtkEditable *checked_entry;
};

G_DEFINE_FINAL_TYPE (CsSheetTypingWindow, cs_sheet_typing_window, ADW_TYPE_WINDOW)

/* --- what is told --- */

/* @css_class: "error" or "success" */
static void
tell (CsSheetTypingWindow *self, const char *text, const char *css_class)
{
  const char *classes[] = { css_class, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->message), classes);
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static char *
parts_text (CsSheetTypingWindow *self, const CsTally *tally)
{
  GString *text = g_string_new (NULL);

  for (guint p = 0; p < tally->n_parts; p++)
    {
      const CsPart *part = g_ptr_array_index (self->form->parts, p);

      g_string_append_printf (text, "%s%s %d/%d", p > 0 ? "  ·  " : "", part->code, tally->parts[p],
                              part->max);
    }
  return g_string_free (text, FALSE);
}

static CsTally
tally (CsSheetTypingWindow *self)
{
  return cs_tally (self->form, cs_sheet_typing_lines_get_choices (self->lines));
}

/* The paper's total, when it is a number. */
static gboolean
read_total (CsSheetTypingWindow *self, int *total)
{
  g_autofree char *text = cs_text_clean (gtk_editable_get_text (self->total_entry));

  return text != NULL && cs_text_to_int (text, 0, MOST_POINTS, total);
}

/* Everything is typed, and the two totals are not the same: says so with the sums to compare. */
static gboolean
tell_difference (CsSheetTypingWindow *self)
{
  CsTally sums = tally (self);
  g_autofree char *parts = parts_text (self, &sums);
  g_autofree char *text = NULL;
  int total;

  if (cs_sheet_typing_lines_first_open (self->lines) >= 0 || !read_total (self, &total)
      || total == sums.total)
    return FALSE;
  /* Translators: total of what was typed, total on the paper, sums of the parts "A 24/40 · B 11/25" */
  text = g_strdup_printf (
      _ ("The options come to %d points, the paper says %d. Compare the sums with the paper: "
         "%s; then the sections of the part that differs."),
      sums.total, total, parts);
  tell (self, text, "error");
  return TRUE;
}

static void
changed_cb (CsSheetTypingWindow *self)
{
  CsTally sums;
  g_autofree char *parts = NULL;
  g_autofree char *total = NULL;

  if (self->form == NULL)
    return;
  sums = tally (self);
  parts = parts_text (self, &sums);
  /* Translators: criteria that have a number, criteria, points so far */
  total = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u typed  ·  %d point",
                                        "%u of %u typed  ·  %d points", (gulong) sums.total),
                           sums.answered, sums.questions, sums.total);
  gtk_label_set_label (self->parts_label, parts);
  gtk_label_set_label (self->total_label, total);
  if (!tell_difference (self))
    tell (self, NULL, "error");
}

/* --- who --- */

/* Is a sheet of the member expected, so that one on paper may stand for it? */
static gboolean
is_expected (CsStore *store, const CsDossier *dossier, const CsMemberResult *member)
{
  g_autoptr (CsSheet) sheet = NULL;
  CsNextRound next = CS_NEXT_ROUND_NONE;

  if (member->former || member->state == CS_MEMBER_RECUSED || member->state == CS_MEMBER_DRAFT)
    return FALSE;
  if (member->state != CS_MEMBER_SUBMITTED)
    return TRUE;
  sheet = cs_sheets_get (store, dossier, member->uuid, cs_store_unread (store));
  return sheet != NULL && cs_sheets_next_round (store, dossier, sheet, &next, cs_store_unread (store))
         && next == CS_NEXT_ROUND_BEGIN;
}

/* Offers the members whose sheet can be typed, @wanted (nullable) first chosen. Returns: whether there is
 * one.
 */
static gboolean
list_members (CsSheetTypingWindow *self, const char *wanted, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_get (self->store, self->key, error);
  g_autoptr (CsResult) result = dossier != NULL ? cs_results_of (self->store, self->key, error) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  if (result == NULL)
    return FALSE;
  g_ptr_array_set_size (self->members, 0);
  for (guint i = 0; !dossier->closed && i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (!is_expected (self->store, dossier, member))
        continue;
      if (g_strcmp0 (member->key, wanted) == 0)
        selected = self->members->len;
      g_ptr_array_add (self->members, g_strdup (member->uuid));
      gtk_string_list_append (names, member->name);
    }
  gtk_drop_down_set_model (self->member_choice, G_LIST_MODEL (names));
  if (self->members->len > 0)
    gtk_drop_down_set_selected (self->member_choice, selected);
  return self->members->len > 0;
}

static const char *
chosen_name (CsSheetTypingWindow *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->member_choice);

  return item != NULL ? gtk_string_object_get_string (item) : "";
}

/* --- storing --- */

static void
show_next (CsSheetTypingWindow *self, const char *stored)
{
  g_autofree char *text = g_strdup_printf (_ ("Sheet of %s stored and sealed"), stored);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_editable_set_text (self->total_entry, "");
  cs_sheet_typing_lines_clear (self->lines);
  if (list_members (self, NULL, NULL))
    {
      tell (self, text, "success");
      gtk_widget_grab_focus (GTK_WIDGET (self->member_choice));
      return;
    }
  if (parent != NULL)
    cs_feedback_toast (parent, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Returns: whether all that the service cannot know is there: every line, and a total. */
static gboolean
is_complete (CsSheetTypingWindow *self, int *total)
{
  int open = cs_sheet_typing_lines_first_open (self->lines);

  if (open >= 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Criterion %s has no number of an option yet."),
                                               cs_form_question (self->form, (guint) open)->no);

      tell (self, text, "error");
      cs_sheet_typing_lines_go_to (self->lines, (guint) open);
      return FALSE;
    }
  if (read_total (self, total))
    return TRUE;
  tell (self, _ ("Type the total that stands on the paper, from 0 to 100."), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->total_entry));
  return FALSE;
}

static void
store_cb (CsSheetTypingWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->member_choice);
  CsTypedSheet paper = { .choices = cs_sheet_typing_lines_get_choices (self->lines),
                         .typed_by = gtk_editable_get_text (self->typed_entry),
                         .checked_by = gtk_editable_get_text (self->checked_entry) };
  g_autofree char *name = g_strdup (chosen_name (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = NULL;

  if (selected >= self->members->len || !is_complete (self, &paper.total) || tell_difference (self))
    return;
  paper.member = g_ptr_array_index (self->members, selected);
  dossier = cs_dossiers_get (self->store, self->key, &error);
  if (dossier == NULL || !cs_sheets_enter (self->store, dossier, &paper, &error))
    tell (self, error->message, "error");
  else
    show_next (self, name);
}

static void
finished_cb (CsSheetTypingWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->total_entry));
}

static void
entered_cb (CsSheetTypingWindow *self, GtkWidget *entry)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* --- leaving --- */

static void
leave_cb (GtkWidget *widget, gpointer data)
{
  CS_SHEET_TYPING_WINDOW (widget)->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
close_request_cb (CsSheetTypingWindow *self)
{
  if (self->leaving || cs_sheet_typing_lines_is_empty (self->lines))
    return GDK_EVENT_PROPAGATE;
  cs_feedback_confirm (GTK_WIDGET (self), _ ("Discard what was typed?"),
                       _ ("The sheet is not stored yet. What was typed of it is lost."), _ ("_Discard"), TRUE,
                       leave_cb, NULL, NULL);
  return GDK_EVENT_STOP;
}

/* --- life --- */

static void
cs_sheet_typing_window_dispose (GObject *object)
{
  CsSheetTypingWindow *self = CS_SHEET_TYPING_WINDOW (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_sheet_typing_window_parent_class)->dispose (object);
}

static void
cs_sheet_typing_window_finalize (GObject *object)
{
  CsSheetTypingWindow *self = CS_SHEET_TYPING_WINDOW (object);

  g_ptr_array_unref (self->members);
  g_clear_pointer (&self->regulation, cs_regulation_unref);
  G_OBJECT_CLASS (cs_sheet_typing_window_parent_class)->finalize (object);
}

static void
cs_sheet_typing_window_class_init (CsSheetTypingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_sheet_typing_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_sheet_typing_window_finalize;
  g_type_ensure (CS_TYPE_SHEET_TYPING_LINES);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/conduct/sheet-typing-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, product_label);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, member_choice);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, parts_label);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, total_label);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, total_entry);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, typed_entry);
  gtk_widget_class_bind_template_child (widget_class, CsSheetTypingWindow, checked_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, store_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_sheet_typing_window_init (CsSheetTypingWindow *self)
{
  self->members = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Reads what the window is about. Returns: whether there is a sheet to type. */
static gboolean
load (CsSheetTypingWindow *self, const char *member, GError **error)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_get (self->store, self->key, error);
  CsRegulation *regulation =
      dossier != NULL ? cs_store_get_regulation (self->store, dossier->regulation, error) : NULL;
  g_autofree char *text = NULL;

  if (regulation == NULL)
    return FALSE;
  if (!list_members (self, member, error))
    {
      if (*error == NULL)
        g_set_error_literal (
            error, CS_ERROR, CS_ERROR_FORBIDDEN,
            _ ("There is no member left whose sheet could be typed: the others have one, are "
               "recused or have begun on the screen."));
      return FALSE;
    }
  self->regulation = cs_regulation_ref (regulation);
  self->form = cs_regulation_form (regulation, dossier->form);
  text = g_strdup_printf (_ ("%s  ·  form %d: %s"), dossier->product, self->form->no, self->form->name);
  gtk_label_set_label (self->product_label, text);
  cs_sheet_typing_lines_set_form (self->lines, self->form);
  changed_cb (self);
  return TRUE;
}

void
cs_sheet_typing_window_present (GtkWidget *from, CsStore *store, CsDossierKey key, const char *member)
{
  CsSheetTypingWindow *self = g_object_new (CS_TYPE_SHEET_TYPING_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->key = key;
  if (!load (self, member, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      cs_feedback_error (from, _ ("No sheet can be typed for this product"), error);
      return;
    }
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->member_choice));
}
