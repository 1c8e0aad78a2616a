/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/discussion-view.h"

#include "ui/conduct/closing-dialog.h"
#include "summary/words/formats.h"
#include "ui/shared/product-picture.h"
#include "ui/conduct/recusal-dialog.h"
#include "ui/session/session-text.h"
#include "ui/session/sheet-list.h"
#include "summary/words/verdict-text.h"
#include "ui/widgets/wrap-box.h"
#include "ui/widgets/reader.h"

#include <glib/gi18n-lib.h>

#define PICTURE_HEIGHT 150

struct _CsDiscussionView
{
  AdwBin parent_instance;

  CsSessionModel *scene;
  gint64 selected;
  gint64 shown;

  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkWidget *nothing_discuss;
  GtkWidget *next_box;
  GtkLabel *next;
  CsProductPicture *picture;
  GtkLabel *tag;
  GtkLabel *product;
  GtkLabel *producer;
  GtkLabel *code;
  GtkLabel *stars;
  GtkLabel *sentence;
  GtkLabel *quorum;
  GtkWidget *apart_box;
  GtkLabel *apart;
  GtkWidget *score;
  GtkWidget *recuse;
  GtkWidget *close;
  GtkWidget *result;
  GtkWidget *end;
  CsSheetList *states;
};

G_DEFINE_FINAL_TYPE (CsDiscussionView, cs_discussion_view, ADW_TYPE_BIN)

static const CsResult *
result_of (CsDiscussionView *self)
{
  return self->shown != 0 ? cs_session_model_get_result (self->scene, self->shown) : NULL;
}

/* --- commands --- */

static void
with_code (CsDiscussionView *self, const char *action)
{
  const CsResult *result = result_of (self);

  if (result != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", result->dossier->code);
}

static void
score_cb (CsDiscussionView *self)
{
  with_code (self, "win.score");
}

static void
result_cb (CsDiscussionView *self)
{
  with_code (self, "win.show-result");
}

static void
close_cb (CsDiscussionView *self)
{
  const CsResult *result = result_of (self);

  if (result != NULL)
    cs_closing_dialog_present (GTK_WIDGET (self), cs_session_model_get_store (self->scene), result);
}

static void
recuse_cb (CsDiscussionView *self)
{
  const CsResult *result = result_of (self);

  if (result != NULL)
    cs_recusal_dialog_present (GTK_WIDGET (self), cs_session_model_get_store (self->scene),
                               result->dossier->council_uuid, NULL, result->dossier->code);
}

/* --- showing --- */

static void
show_nothing (CsDiscussionView *self)
{
  const CsSession *session = cs_session_model_get_session (self->scene);
  gboolean open = cs_session_model_is_open (self->scene);
  const char *title = _ ("Nothing Is Being Discussed"), *text = "";

  if (session != NULL && session->agenda->len == 0)
    text = _ ("Put products on the agenda first.");
  else if (session != NULL && session->state == CS_SESSION_PLANNED)
    text = _ ("Open the session; then the council can take up a product of the agenda.");
  else if (open)
    text = _ ("Choose a product of the agenda and press Enter.");
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, text);
  gtk_widget_set_visible (self->nothing_discuss, open && session->agenda->len > 0);
}

static void
show_head (CsDiscussionView *self, const CsResult *result)
{
  CsStore *store = cs_session_model_get_store (self->scene);
  const CsSession *session = cs_session_model_get_session (self->scene);
  const CsDossier *dossier = result->dossier;
  g_autofree char *unit =
      cs_format_unit (cs_store_get_units (store), dossier->unit, cs_store_get_book (store)->unit);
  g_autofree char *origin = g_strdup_printf ("%s · %s", dossier->producer.name, unit);

  gtk_label_set_label (self->tag, self->shown == session->discussing && !dossier->closed
                                      ? _ ("In discussion")
                                      : cs_format_status (result->status));
  gtk_label_set_label (self->product, dossier->product);
  gtk_label_set_label (self->producer, origin);
  gtk_label_set_label (self->code, dossier->code);
  cs_product_picture_show (self->picture, store, dossier->id, PICTURE_HEIGHT);
}

static void
show_state (CsDiscussionView *self, const CsResult *result)
{
  const CsQuorum *quorum = &result->quorum;
  const CsSession *session = cs_session_model_get_session (self->scene);
  g_autofree char *stars = result->verdict != NULL ? cs_stars_text (result->verdict->stars) : g_strdup ("");
  g_autofree char *sentence = result->verdict != NULL
                                  ? cs_verdict_sentence (result->regulation, result->form, result->verdict)
                                  : cs_session_text_sheets (session, result);
  g_autofree char *apart = result->apart != NULL ? cs_session_text_apart (result) : NULL;
  const char *leader = cs_session_text_leader (quorum, &result->rules);
  /* Translators: sheets that are in, members who may score the product, sheets that are needed */
  g_autofree char *text = g_strdup_printf (quorum->met ? _ ("%u of %u sheets are in, %u are needed: enough")
                                                       : _ ("%u of %u sheets are in, %u are needed"),
                                           quorum->present, quorum->members, quorum->needed);
  g_autofree char *all = leader != NULL ? g_strdup_printf ("%s. %s", text, leader) : NULL;

  gtk_label_set_label (self->stars, stars);
  gtk_widget_set_visible (GTK_WIDGET (self->stars), *stars != '\0');
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->quorum, all != NULL ? all : text);
  gtk_label_set_label (self->apart, apart != NULL ? apart : "");
  gtk_widget_set_visible (self->apart_box, apart != NULL);
}

static void
show_buttons (CsDiscussionView *self, const CsResult *result)
{
  const CsSession *session = cs_session_model_get_session (self->scene);
  gboolean open = !result->dossier->closed;
  gboolean ready =
      open && result->apart == NULL && cs_session_text_n_missing (session, result) == 0 && result->quorum.met;

  /* the button that stands out is what should come next */
  if (ready)
    gtk_widget_add_css_class (self->close, "suggested-action");
  else
    gtk_widget_remove_css_class (self->close, "suggested-action");
  gtk_widget_set_visible (self->score, open);
  gtk_widget_set_visible (self->recuse, open);
  gtk_widget_set_visible (self->close, open);
  gtk_widget_set_sensitive (self->close, result->status != CS_RESULT_REGISTERED);
  gtk_widget_set_visible (self->result, !open);
  gtk_widget_set_visible (self->end, session->discussing == self->shown);
}

/* What else is selected can be taken up instead. */
static void
show_next (CsDiscussionView *self)
{
  const CsSession *session = cs_session_model_get_session (self->scene);
  const CsAgendaItem *item = session != NULL ? cs_session_item (session, self->selected) : NULL;
  gboolean possible = item != NULL && cs_session_model_is_open (self->scene) && !item->closed
                      && self->selected != session->discussing;

  gtk_widget_set_visible (self->next_box, possible);
  gtk_label_set_label (self->next, possible ? item->product : "");
}

static void
show (CsDiscussionView *self)
{
  const CsSession *session = cs_session_model_get_session (self->scene);
  const CsResult *result;

  self->shown = session == NULL                       ? 0
                : session->discussing != 0            ? session->discussing
                : session->state == CS_SESSION_CLOSED ? self->selected
                                                      : 0;
  result = result_of (self);
  show_next (self);
  gtk_stack_set_visible_child_name (self->stack, result != NULL ? "product" : "nothing");
  if (result == NULL)
    {
      self->shown = 0;
      show_nothing (self);
      return;
    }
  show_head (self, result);
  show_state (self, result);
  show_buttons (self, result);
  cs_sheet_list_show (self->states, session, result);
}

/* --- life --- */

static void
cs_discussion_view_dispose (GObject *object)
{
  CsDiscussionView *self = CS_DISCUSSION_VIEW (object);

  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  G_OBJECT_CLASS (cs_discussion_view_parent_class)->dispose (object);
}

static void
cs_discussion_view_class_init (CsDiscussionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_discussion_view_dispose;
  g_type_ensure (CS_TYPE_PRODUCT_PICTURE);
  g_type_ensure (CS_TYPE_SHEET_LIST);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/chamsao/ChamSao/session/discussion-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, stack);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, nothing);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, nothing_discuss);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, next_box);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, next);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, picture);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, tag);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, product);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, producer);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, code);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, stars);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, sentence);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, quorum);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, apart_box);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, apart);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, score);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, recuse);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, close);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, result);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, end);
  gtk_widget_class_bind_template_child (widget_class, CsDiscussionView, states);
  gtk_widget_class_bind_template_callback (widget_class, score_cb);
  gtk_widget_class_bind_template_callback (widget_class, recuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_cb);
}

static void
cs_discussion_view_init (CsDiscussionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
}

/* --- public --- */

void
cs_discussion_view_set_scene (CsDiscussionView *self, CsSessionModel *scene)
{
  g_return_if_fail (CS_IS_DISCUSSION_VIEW (self) && self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_swapped (scene, "changed", G_CALLBACK (show), self);
  show (self);
}

void
cs_discussion_view_set_selected (CsDiscussionView *self, gint64 selected)
{
  g_return_if_fail (CS_IS_DISCUSSION_VIEW (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  show (self);
}
