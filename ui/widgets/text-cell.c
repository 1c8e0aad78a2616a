/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/text-cell.h"

#include "ui/widgets/drawing.h"

#define BAR_WIDTH  36
#define BAR_HEIGHT 6
#define BAR_GAP    6

struct _CsTextCell
{
  GtkWidget parent_instance;

  char *text;   /* (nullable) */
  char *spoken; /* (nullable): in place of the text */
  guint chars;  /* 0: as wide as the text */
  guint lines;
  float xalign;
  gboolean tabular;
  gboolean bold;
  gboolean told; /* to screen readers */
  double share;  /* of the bar, negative: none */
};

G_DEFINE_FINAL_TYPE (CsTextCell, cs_text_cell, GTK_TYPE_WIDGET)

/* --- what the cells of a table share --- */

typedef struct
{
  PangoLayout *layout;
  PangoAttrList *styles[4]; /* (nullable): figures of one width, bold, both */
  guint serial;             /* of the context, for which the two below were measured */
  int char_width;           /* in Pango units */
  int line_height;
} Shared;

static void
shared_free (gpointer data)
{
  Shared *shared = data;

  g_object_unref (shared->layout);
  for (guint i = 0; i < G_N_ELEMENTS (shared->styles); i++)
    g_clear_pointer (&shared->styles[i], pango_attr_list_unref);
  g_free (shared);
}

static void
shared_measure (Shared *shared)
{
  PangoContext *context = pango_layout_get_context (shared->layout);
  PangoFontMetrics *metrics;

  if (shared->serial == pango_context_get_serial (context))
    return;
  metrics = pango_context_get_metrics (context, NULL, NULL);
  shared->serial = pango_context_get_serial (context);
  shared->char_width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                            pango_font_metrics_get_approximate_digit_width (metrics));
  shared->line_height = pango_font_metrics_get_height (metrics);
  pango_font_metrics_unref (metrics);
}

/* Kept by the table; a cell that stands somewhere else keeps its own. */
static Shared *
share (CsTextCell *self)
{
  static GQuark key;
  GtkWidget *keeper = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_COLUMN_VIEW);
  Shared *shared;

  if (key == 0)
    key = g_quark_from_static_string ("cs-text-cell-shared");
  if (keeper == NULL)
    keeper = GTK_WIDGET (self);
  shared = g_object_get_qdata (G_OBJECT (keeper), key);
  if (shared == NULL)
    {
      shared = g_new0 (Shared, 1);
      /* its context is the table's, which follows the font and the size of texts */
      shared->layout = pango_layout_new (gtk_widget_get_pango_context (keeper));
      g_object_set_qdata_full (G_OBJECT (keeper), key, shared, shared_free);
    }
  shared_measure (shared);
  return shared;
}

/* Returns: (transfer none) (nullable) */
static PangoAttrList *
style_of (CsTextCell *self, Shared *shared)
{
  guint i = (self->tabular ? 1 : 0) + (self->bold ? 2 : 0);

  if (i == 0 || shared->styles[i] != NULL)
    return shared->styles[i];
  shared->styles[i] = pango_attr_list_new ();
  if (self->tabular)
    pango_attr_list_insert (shared->styles[i], pango_attr_font_features_new ("tnum"));
  if (self->bold)
    pango_attr_list_insert (shared->styles[i], pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  return shared->styles[i];
}

/* Returns: (transfer none): the shared layout with the cell's text; @width in pixels, -1: as it needs */
static PangoLayout *
lay_out (CsTextCell *self, Shared *shared, int width)
{
  PangoLayout *layout = shared->layout;

  pango_layout_set_attributes (layout, style_of (self, shared));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  pango_layout_set_height (layout, width < 0 ? -1 : -(int) self->lines);
  pango_layout_set_ellipsize (layout, width < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, self->xalign > 0.5f ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, self->text != NULL ? self->text : "", -1);
  return layout;
}

static int
bar_room (CsTextCell *self)
{
  return self->share >= 0 ? BAR_WIDTH + BAR_GAP : 0;
}

/* --- overrides --- */

static void
cs_text_cell_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  CsTextCell *self = CS_TEXT_CELL (widget);
  Shared *shared = share (self);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = (int) self->lines * PANGO_PIXELS_CEIL (shared->line_height);
  else if (self->chars > 0)
    *minimum = bar_room (self) + PANGO_PIXELS_CEIL ((int) self->chars * shared->char_width);
  else
    {
      pango_layout_get_pixel_size (lay_out (self, shared, -1), minimum, NULL);
      *minimum += bar_room (self);
    }
  *natural = *minimum;
}

static void
draw_bar (CsTextCell *self, GtkSnapshot *snapshot, int left, int height)
{
  graphene_rect_t area =
      GRAPHENE_RECT_INIT ((float) left, (float) (height - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT);
  GskRoundedRect shape;
  CsDrawing palette;
  GdkRGBA trough;

  cs_drawing_init (&palette, GTK_WIDGET (self));
  trough = cs_drawing_fade (&palette.text, 0.15f);
  gsk_rounded_rect_init_from_rect (&shape, &area, BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &trough, &area);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.origin.x += (float) (BAR_WIDTH * (1 - self->share));
  area.size.width = (float) (BAR_WIDTH * self->share);
  gtk_snapshot_append_color (snapshot, &palette.accent, &area);
  gtk_snapshot_pop (snapshot);
}

/* Only of cells that are on screen: what screen readers know of a widget takes more memory than the widget.
 */
static void
tell (CsTextCell *self)
{
  const char *text = self->spoken != NULL ? self->spoken : self->text;

  if (self->told)
    return;
  self->told = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
}

static void
cs_text_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsTextCell *self = CS_TEXT_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int room = bar_room (self), text_height;
  PangoLayout *layout;

  tell (self);
  if (room > 0)
    draw_bar (self, snapshot, mirrored ? width - BAR_WIDTH : 0, height);
  if (self->text == NULL || *self->text == '\0' || width <= room)
    return;
  layout = lay_out (self, share (self), width - room);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), mirrored ? 0 : room,
                              (height - text_height) / 2, layout);
}

static gboolean
cs_text_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  CsTextCell *self = CS_TEXT_CELL (widget);
  const char *text = self->spoken != NULL ? self->spoken : self->text;

  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
cs_text_cell_finalize (GObject *object)
{
  CsTextCell *self = CS_TEXT_CELL (object);

  g_free (self->text);
  g_free (self->spoken);
  G_OBJECT_CLASS (cs_text_cell_parent_class)->finalize (object);
}

static void
cs_text_cell_class_init (CsTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_text_cell_finalize;
  widget_class->measure = cs_text_cell_measure;
  widget_class->snapshot = cs_text_cell_snapshot;
  widget_class->query_tooltip = cs_text_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "textcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
cs_text_cell_init (CsTextCell *self)
{
  self->share = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* --- public --- */

GtkWidget *
cs_text_cell_new (guint chars, guint lines)
{
  CsTextCell *self = g_object_new (CS_TYPE_TEXT_CELL, NULL);

  self->chars = chars;
  self->lines = lines;
  return GTK_WIDGET (self);
}

void
cs_text_cell_set_xalign (CsTextCell *self, float xalign)
{
  g_return_if_fail (CS_IS_TEXT_CELL (self));

  self->xalign = xalign;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cs_text_cell_set_tabular (CsTextCell *self, gboolean tabular)
{
  g_return_if_fail (CS_IS_TEXT_CELL (self));

  self->tabular = tabular;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cs_text_cell_set_bold (CsTextCell *self, gboolean bold)
{
  g_return_if_fail (CS_IS_TEXT_CELL (self));

  if (!self->bold == !bold)
    return;
  self->bold = bold;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
cs_text_cell_set_text (CsTextCell *self, const char *text, const char *spoken)
{
  gboolean same;

  g_return_if_fail (CS_IS_TEXT_CELL (self));

  same = g_strcmp0 (text, self->text) == 0;
  if (same && g_strcmp0 (spoken, self->spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_strdup (spoken);
  self->told = FALSE;
  if (same)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->chars == 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
cs_text_cell_get_text (CsTextCell *self)
{
  g_return_val_if_fail (CS_IS_TEXT_CELL (self), NULL);

  return self->text;
}

void
cs_text_cell_set_share (CsTextCell *self, double bar)
{
  g_return_if_fail (CS_IS_TEXT_CELL (self));

  if ((bar >= 0) != (self->share >= 0))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->share = MIN (bar, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
