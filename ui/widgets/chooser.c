/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/chooser.h"
#include "ui/widgets/type-to-search.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id;
  char *title;
  char *detail; /* (nullable) */
  char *folded; /* title and detail, for searching */
  guint level;
} Choice;

struct _CsChooser
{
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkScrolledWindow *scroll;
  GtkListBox *list;

  GPtrArray *choices; /* (element-type Choice) */
  char *chosen;       /* (nullable) */
  char *words;        /* (nullable): what is searched for, folded */
  gboolean built;     /* the rows stand for the choices; made only when somebody looks */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsChooser, cs_chooser, GTK_TYPE_POPOVER)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->id);
  g_free (choice->title);
  g_free (choice->detail);
  g_free (choice->folded);
  g_free (choice);
}

/* --- rows --- */

static Choice *
choice_of (CsChooser *self, GtkListBoxRow *row)
{
  return g_ptr_array_index (self->choices, (guint) gtk_list_box_row_get_index (row));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

static GtkWidget *
make_row (CsChooser *self, const Choice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (texts), make_label (choice->title, NULL));
  if (choice->detail != NULL)
    gtk_box_append (GTK_BOX (texts), make_label (choice->detail, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_start (texts, (int) choice->level * 12);
  gtk_widget_set_visible (tick, g_strcmp0 (choice->id, self->chosen) == 0);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), tick);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->title, -1);
  return row;
}

static void
drop_rows (CsChooser *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->built = FALSE;
}

static void
build_rows (CsChooser *self)
{
  if (self->built)
    return;
  for (guint i = 0; i < self->choices->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->choices, i)));
  self->built = TRUE;
}

/* The rows stay: this may happen while one of them is being activated. */
static void
move_tick (CsChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_visible (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)),
                            g_strcmp0 (choice_of (self, row)->id, self->chosen) == 0);
}

static GtkListBoxRow *
first_row (CsChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

/* --- callbacks --- */

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  CsChooser *self = data;

  return cs_text_has_words (choice_of (self, row)->folded, self->words);
}

static void
search_changed_cb (CsChooser *self)
{
  g_free (self->words);
  self->words = cs_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
row_activated_cb (CsChooser *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (choice_of (self, row)->id);

  gtk_popover_popdown (GTK_POPOVER (self));
  cs_chooser_choose (self, id);
}

static void
search_activate_cb (CsChooser *self)
{
  GtkListBoxRow *row = first_row (self);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_search_cb (CsChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* --- overrides --- */

static void
cs_chooser_map (GtkWidget *widget)
{
  CsChooser *self = CS_CHOOSER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  build_rows (self);
  GTK_WIDGET_CLASS (cs_chooser_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
cs_chooser_finalize (GObject *object)
{
  CsChooser *self = CS_CHOOSER (object);

  g_ptr_array_unref (self->choices);
  g_free (self->chosen);
  g_free (self->words);
  G_OBJECT_CLASS (cs_chooser_parent_class)->finalize (object);
}

static void
cs_chooser_class_init (CsChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = cs_chooser_finalize;
  widget_class->map = cs_chooser_map;
  signals[CHOSEN] = g_signal_new ("chosen", CS_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/widgets/chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CsChooser, search);
  gtk_widget_class_bind_template_child (widget_class, CsChooser, scroll);
  gtk_widget_class_bind_template_child (widget_class, CsChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cs_chooser_init (CsChooser *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  cs_type_to_search (self->search, GTK_WIDGET (self->list));
}

/* --- public --- */

GtkWidget *
cs_chooser_new (void)
{
  return g_object_new (CS_TYPE_CHOOSER, NULL);
}

void
cs_chooser_clear (CsChooser *self)
{
  g_return_if_fail (CS_IS_CHOOSER (self));

  drop_rows (self);
  g_ptr_array_set_size (self->choices, 0);
}

void
cs_chooser_add (CsChooser *self, const char *id, const char *title, const char *detail, guint level)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *words = g_strdup_printf ("%s %s", title, detail != NULL ? detail : "");

  g_return_if_fail (CS_IS_CHOOSER (self));

  drop_rows (self);
  choice->id = g_strdup (id);
  choice->title = g_strdup (title);
  choice->detail = g_strdup (detail);
  choice->folded = cs_text_fold (words);
  choice->level = level;
  g_ptr_array_add (self->choices, choice);
}

void
cs_chooser_set_chosen (CsChooser *self, const char *id)
{
  g_return_if_fail (CS_IS_CHOOSER (self));

  if (g_strcmp0 (self->chosen, id) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  move_tick (self);
}

const char *
cs_chooser_get_chosen (CsChooser *self)
{
  return self->chosen;
}

gboolean
cs_chooser_choose (CsChooser *self, const char *id)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (((Choice *) g_ptr_array_index (self->choices, i))->id, id))
      {
        g_autofree char *kept = g_strdup (id);

        cs_chooser_set_chosen (self, kept);
        g_signal_emit (self, signals[CHOSEN], 0, kept);
        return TRUE;
      }
  return FALSE;
}

guint
cs_chooser_search (CsChooser *self, const char *words)
{
  guint n = 0;

  build_rows (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
  search_changed_cb (self);
  for (guint i = 0; i < self->choices->len; i++)
    n += cs_text_has_words (((Choice *) g_ptr_array_index (self->choices, i))->folded, self->words);
  return n;
}
