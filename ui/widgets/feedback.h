/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one place where the program speaks to a person about what happened: toasts, errors, questions, file
 * choosers. */

/**
 * cs_feedback_error:
 * @from: any widget of the window concerned
 * @heading: what was tried, "The paper could not be printed"
 * @error: what, where, what to do
 *
 * Shows a dialog; nothing waits for it.
 */
void cs_feedback_error (GtkWidget *from, const char *heading, const GError *error);

/* A short message that goes away by itself. */
void cs_feedback_toast (GtkWidget *from, const char *text);

/* A toast with a button called @label that activates @action (a detailed name like "win.show-folder") with
 * @target
 * ((transfer floating) (nullable)). */
void cs_feedback_offer (
    GtkWidget *from, const char *text, const char *label, const char *action, GVariant *target);

/* A toast with an "Undo" button that activates @action (a detailed name like "win.undo-delete") with @target
 * ((transfer floating) (nullable)). */
void cs_feedback_undo (GtkWidget *from, const char *text, const char *action, GVariant *target);

typedef void (*CsFeedbackAnswer) (GtkWidget *from, gpointer data);

/**
 * cs_feedback_confirm:
 * @verb: label of the button that goes on, with mnemonic, "_Submit"
 * @destructive: shows the button red
 * @yes: called when the person agrees, with @from still alive
 * @data_free: (nullable)
 *
 * Asks once; Escape and "Cancel" do nothing.
 *
 * Returns: (transfer none): the question, for a widget of its own
 */
AdwMessageDialog *cs_feedback_confirm (GtkWidget *from,
                                       const char *heading,
                                       const char *body,
                                       const char *verb,
                                       gboolean destructive,
                                       CsFeedbackAnswer yes,
                                       gpointer data,
                                       GDestroyNotify data_free);

typedef void (*CsFeedbackFile) (GtkWidget *from, GFile *file, gpointer data);

/**
 * cs_feedback_choose_file:
 * @action: open or save
 * @suggestion: (nullable): file name proposed when saving
 * @filter_name, @pattern: (nullable) (static): "Books", "*.chamsao"; what is saved gets the suffix before the
 * person is asked whether to replace a file
 * @chosen: called with the file; not called when the person gives up
 */
void cs_feedback_choose_file (GtkWidget *from,
                              const char *title,
                              GtkFileChooserAction action,
                              const char *suggestion,
                              const char *filter_name,
                              const char *pattern,
                              CsFeedbackFile chosen,
                              gpointer data,
                              GDestroyNotify data_free);

G_END_DECLS
