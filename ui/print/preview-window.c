/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print/preview-window.h"

#include "base/error.h"
#include "report/page/pdf.h"
#include "service/book/worker.h"
#include "ui/shared/person-question.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/notice-bar.h"
#include "ui/print/page-view.h"
#include "ui/print/print-job.h"
#include "ui/widgets/reader.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

#define THUMBNAIL 120 /* pixels */
#define ZOOM_STEP 1.25
#define WIDTH_MIN 300
#define WIDTH_MAX 4000
#define MARGINS   36 /* left and right of the page */

struct _CsPreviewWindow
{
  AdwWindow parent_instance;

  CsLayout *layout; /* (nullable): until it is made */
  guint wanted;     /* counts the papers that were asked for: only the last one is shown */
  GtkStack *stack;
  GtkSingleSelection *pages;
  AdwWindowTitle *heading;
  CsNoticeBar *notice;
  GtkWidget *number_button;
  GtkWidget *print_button;
  GtkWidget *thumbnails_window;
  GtkListView *thumbnails;
  GtkScrolledWindow *page_window;
  CsPageView *page_view;
  int width; /* of the page, 0 as wide as the window */

  CsStore *store;         /* (nullable): that gives the number */
  CsPreviewNumber number; /* (nullable): NULL when there is none to give */
  gpointer number_data;
  GDestroyNotify number_free;
};

G_DEFINE_FINAL_TYPE (CsPreviewWindow, cs_preview_window, ADW_TYPE_WINDOW)

/* --- pages --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *page = cs_page_view_new ();

  cs_page_view_set_width (CS_PAGE_VIEW (page), THUMBNAIL);
  gtk_widget_set_halign (page, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (page, 6);
  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (CsPreviewWindow *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *number = g_strdup_printf ("%u", gtk_list_item_get_position (item) + 1);

  cs_page_view_set_page (CS_PAGE_VIEW (gtk_widget_get_first_child (box)), self->layout,
                         gtk_list_item_get_position (item));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), number);
}

static void
selected_cb (CsPreviewWindow *self)
{
  guint page = gtk_single_selection_get_selected (self->pages);

  if (page >= cs_layout_n_pages (self->layout))
    return;
  cs_page_view_set_page (self->page_view, self->layout, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->page_window), 0);
}

/* @step: "i" pages forward or, negative, back */
static gboolean
turn_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  CsPreviewWindow *self = CS_PREVIEW_WINDOW (widget);
  int page;

  if (self->layout == NULL)
    return TRUE;
  page = (int) gtk_single_selection_get_selected (self->pages) + g_variant_get_int32 (step);
  if (page < 0 || page >= (int) cs_layout_n_pages (self->layout))
    return TRUE;
  gtk_single_selection_set_selected (self->pages, (guint) page);
  gtk_widget_activate_action (GTK_WIDGET (self->thumbnails), "list.scroll-to-item", "u", (guint) page);
  return TRUE;
}

/* --- size --- */

static void
set_width (CsPreviewWindow *self, int width)
{
  self->width = width > 0 ? CLAMP (width, WIDTH_MIN, WIDTH_MAX) : 0;
  cs_page_view_set_width (self->page_view, self->width);
  gtk_widget_set_halign (GTK_WIDGET (self->page_view), self->width > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_scrolled_window_set_policy (self->page_window,
                                  self->width > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_ALWAYS);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreviewWindow *self = CS_PREVIEW_WINDOW (widget);
  int shown = gtk_widget_get_width (GTK_WIDGET (self->page_view));

  if (g_str_equal (name, "preview.zoom-in"))
    set_width (self, (int) (shown * ZOOM_STEP));
  else if (g_str_equal (name, "preview.zoom-out"))
    set_width (self, (int) (shown / ZOOM_STEP));
  else
    set_width (self, 0);
}

/* --- printing and saving --- */

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreviewWindow *self = CS_PREVIEW_WINDOW (widget);

  cs_print_job_run (GTK_WIDGET (self->page_view), self->layout, gtk_window_get_title (GTK_WINDOW (self)));
}

static void
file_chosen (GtkWidget *from, GFile *file, gpointer data)
{
  CsPreviewWindow *self = data;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    error = g_error_new_literal (CS_ERROR, CS_ERROR_INVALID,
                                 _ ("A PDF can only be saved in a folder of this computer."));
  else if (cs_layout_write_pdf (self->layout, path, &error))
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);

      cs_feedback_toast (from, text);
      return;
    }
  cs_feedback_error (from, _ ("The PDF was not saved"), error);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreviewWindow *self = CS_PREVIEW_WINDOW (widget);
  g_autofree char *suggestion = g_strdup_printf ("%s.pdf", gtk_window_get_title (GTK_WINDOW (self)));

  g_strdelimit (suggestion, "/\\:", '-');
  cs_feedback_choose_file (GTK_WIDGET (self->page_view), _ ("Save PDF"), GTK_FILE_CHOOSER_ACTION_SAVE,
                           suggestion, _ ("PDF files"), "*.pdf", file_chosen, g_object_ref (self),
                           g_object_unref);
}

/* --- its number --- */

static void lay_out (CsPreviewWindow *self, CsDocument *document);

static void
number_now (GtkWidget *from, gpointer data)
{
  CsPreviewWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDocument) document = self->number (self->store, self->number_data, &error);

  if (document == NULL)
    {
      cs_feedback_error (from, _ ("The numbered paper could not be shown"), error);
      return;
    }
  self->number = NULL; /* it has one */
  lay_out (self, document);
}

static void
number_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsPreviewWindow *self = CS_PREVIEW_WINDOW (widget);

  cs_person_confirm (
      GTK_WIDGET (self->page_view), self->store, _ ("Give this paper its number?"),
      _ ("It gets the next number of the council's series and keeps it; no other paper gets that"
         " number, and it cannot be taken back."),
      _ ("_Give the Number"), number_now, g_object_ref (self), g_object_unref);
}

/* --- life --- */

static void
cs_preview_window_dispose (GObject *object)
{
  CsPreviewWindow *self = CS_PREVIEW_WINDOW (object);

  if (self->thumbnails != NULL)
    gtk_list_view_set_model (self->thumbnails, NULL);
  self->thumbnails = NULL;
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (cs_preview_window_parent_class)->dispose (object);
}

static void
cs_preview_window_finalize (GObject *object)
{
  CsPreviewWindow *self = CS_PREVIEW_WINDOW (object);

  cs_layout_unref (self->layout);
  if (self->number_free != NULL)
    self->number_free (self->number_data);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_preview_window_parent_class)->finalize (object);
}

static void
cs_preview_window_class_init (CsPreviewWindowClass *klass)
{
  static const struct
  {
    const char *action;
    guint key;
    GdkModifierType modifiers;
  } keys[] = {
    { "preview.zoom-in", GDK_KEY_plus, GDK_CONTROL_MASK },
    { "preview.zoom-in", GDK_KEY_equal, GDK_CONTROL_MASK },
    { "preview.zoom-in", GDK_KEY_KP_Add, GDK_CONTROL_MASK },
    { "preview.zoom-out", GDK_KEY_minus, GDK_CONTROL_MASK },
    { "preview.zoom-out", GDK_KEY_KP_Subtract, GDK_CONTROL_MASK },
    { "preview.zoom-fit", GDK_KEY_0, GDK_CONTROL_MASK },
    { "preview.print", GDK_KEY_p, GDK_CONTROL_MASK },
    { "preview.save", GDK_KEY_s, GDK_CONTROL_MASK },
    { "window.close", GDK_KEY_Escape, 0 },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_preview_window_dispose;
  object_class->finalize = cs_preview_window_finalize;
  g_type_ensure (CS_TYPE_NOTICE_BAR);
  g_type_ensure (CS_TYPE_PAGE_VIEW);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "preview.number", NULL, number_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "i", -1);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/print/preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, number_button);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, thumbnails_window);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, page_window);
  gtk_widget_class_bind_template_child (widget_class, CsPreviewWindow, page_view);
}

static void
cs_preview_window_init (CsPreviewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cs_reader_follow_stack (self->stack);
  set_width (self, 0);
}

static void
take_layout (CsPreviewWindow *self, CsLayout *layout)
{
  g_autoptr (GtkStringList) numbers = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  guint n = cs_layout_n_pages (layout);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n), n);

  if (self->layout != NULL)
    {
      gtk_list_view_set_model (self->thumbnails, NULL);
      g_clear_object (&self->pages);
      cs_layout_unref (self->layout);
    }
  self->layout = layout;
  adw_window_title_set_subtitle (self->heading, count);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (numbers, "");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->thumbnails, factory);
  self->pages = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (numbers)));
  gtk_list_view_set_model (self->thumbnails, GTK_SELECTION_MODEL (self->pages));
  gtk_widget_set_visible (self->thumbnails_window, n > 1);
  g_signal_connect_object (self->pages, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);
}

/* --- laying out, in the worker: a paper of a thousand products takes half a second --- */

typedef struct
{
  CsDocument *document;
  CsLayout *layout; /* (nullable): what came of it */
} Work;

static void
work_clear (gpointer data)
{
  Work *work = data;

  cs_document_unref (work->document);
  cs_layout_unref (work->layout);
}

static void
work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

static gboolean
lay_out_work (gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  work->layout = cs_document_layout (work->document, error);
  return work->layout != NULL;
}

/* What the window waits for; it may be closed by then. */
typedef struct
{
  GWeakRef window;
  Work *work;
  guint wanted;
} Waiting;

static void
enable (CsPreviewWindow *self, gboolean ready)
{
  gboolean numbers = self->number != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.number", ready && numbers);
  gtk_widget_set_visible (self->number_button, numbers);
  gtk_stack_set_visible_child_name (self->stack, ready ? "paper" : "waiting");
}

static void
give_up (CsPreviewWindow *self, const GError *error)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    cs_feedback_error (GTK_WIDGET (parent), _ ("The paper could not be made"), error);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (CsPreviewWindow) self = g_weak_ref_get (&waiting->window);
  g_autoptr (GError) error = NULL;
  gboolean good = cs_worker_run_finish (result, &error);

  if (self == NULL || self->stack == NULL || waiting->wanted != self->wanted)
    good = FALSE; /* nobody waits any more */
  else if (good)
    {
      g_autofree char *boxes = cs_layout_dup_warning (waiting->work->layout);

      take_layout (self, g_steal_pointer (&waiting->work->layout));
      enable (self, TRUE);
      cs_notice_bar_set_text (self->notice, boxes);
      gtk_widget_grab_focus (self->print_button);
    }
  else
    give_up (self, error);
  work_unref (waiting->work);
  g_weak_ref_clear (&waiting->window);
  g_free (waiting);
}

static void
lay_out (CsPreviewWindow *self, CsDocument *document)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->work = g_atomic_rc_box_new0 (Work);
  waiting->work->document = cs_document_ref (document);
  waiting->wanted = ++self->wanted;
  g_weak_ref_init (&waiting->window, self);
  enable (self, FALSE);
  cs_worker_run_async (lay_out_work, g_atomic_rc_box_acquire (waiting->work), work_unref, NULL, laid_out_cb,
                       waiting);
}

void
cs_preview_window_present (GtkWidget *from, CsDocument *document, const char *title)
{
  cs_preview_window_present_unnumbered (from, NULL, document, title, NULL, NULL, NULL);
}

CsPreviewWindow *
cs_preview_window_wait (GtkWidget *from, const char *title)
{
  GtkRoot *root = gtk_widget_get_root (from);
  CsPreviewWindow *self = g_object_new (CS_TYPE_PREVIEW_WINDOW, NULL);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->heading, title);
  enable (self, FALSE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
cs_preview_window_take (CsPreviewWindow *self, CsDocument *document, const GError *error)
{
  g_return_if_fail (CS_IS_PREVIEW_WINDOW (self));

  if (document != NULL)
    lay_out (self, document);
  else
    give_up (self, error);
}

void
cs_preview_window_present_unnumbered (GtkWidget *from,
                                      CsStore *store,
                                      CsDocument *document,
                                      const char *title,
                                      CsPreviewNumber number,
                                      gpointer data,
                                      GDestroyNotify data_free)
{
  CsPreviewWindow *self = cs_preview_window_wait (from, title);

  g_set_object (&self->store, store);
  self->number = number;
  self->number_data = data;
  self->number_free = data_free;
  lay_out (self, document);
}
