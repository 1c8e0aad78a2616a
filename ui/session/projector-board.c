/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/projector-board.h"

#include "service/book/unread.h"
#include "service/dossiers/evidence.h"
#include "summary/words/formats.h"
#include "ui/shared/evidence-file.h"
#include "ui/shared/product-picture.h"
#include "ui/session/session-text.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

/* Sizes as parts of the height of the board: a letter is read from two hundred times its height, and who sits
 * ten metres away from a picture of one and a half metres needs a thirtieth of it. */
#define MARGIN         (1.0 / 16)
#define GAP            (1.0 / 24)
#define NAME_LARGEST   (1.0 / 8)
#define STATE_LARGEST  (1.0 / 9)
#define SMALLEST       (1.0 / 18) /* what long names may shrink to */
#define NAME_ROOM      0.45       /* of the height, for the name */
#define PICTURE_WIDTH  0.36       /* of the width */
#define PICTURE_HEIGHT 1080       /* pixels an image is decoded for */

struct _CsProjectorBoard
{
  GtkWidget parent_instance;

  char *name;
  char *origin;
  char *state;
  char *detail;
  char *text;          /* all four */
  const char *colour;  /* name of the colour of the state */
  GtkPicture *picture; /* (owned): never shown itself; the image comes into it from another thread */
  GCancellable *cancellable;
  char *shown; /* (nullable): digest of the image */
};

G_DEFINE_FINAL_TYPE (CsProjectorBoard, cs_projector_board, GTK_TYPE_WIDGET)

/* --- what it says --- */

/* Takes the texts. */
static void
set_texts (CsProjectorBoard *self, char *name, char *origin, char *state, char *detail, const char *colour)
{
  g_free (self->name);
  g_free (self->origin);
  g_free (self->state);
  g_free (self->detail);
  g_free (self->text);
  self->name = name;
  self->origin = origin;
  self->state = state;
  self->detail = detail;
  self->colour = colour;
  self->text = g_strdup_printf ("%s\n%s\n%s\n%s", name, origin, state, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: (transfer full) */
static char *
closed_text (const CsResult *result)
{
  g_autofree char *stars = cs_stars_text (result->verdict->stars);
  g_autofree char *mean = cs_decimal_text (result->regulation, result->verdict->mean);

  if (result->eliminated)
    return g_strdup (_ ("Closed: eliminated"));
  if (result->verdict->stars == 0)
    /* Translators: points of a product that got no star */
    return g_strdup_printf (_ ("Closed: no star, %s"), mean);
  /* Translators: stars and points, "★★★★ 78.20" */
  return g_strdup_printf (_ ("Closed: %s %s"), stars, mean);
}

static char *
detail_text (const CsSession *session, const CsResult *result)
{
  guint missing = cs_session_text_n_missing (session, result);

  if (result->dossier->closed || result->apart != NULL)
    return g_strdup ("");
  if (missing > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sheet is still missing",
                                         "%u sheets are still missing", missing),
                            missing);
  return g_strdup (result->status == CS_RESULT_RESCORING ? "" : _ ("All sheets are in"));
}

static void
show_product (CsProjectorBoard *self, CsSessionModel *scene, const CsResult *result)
{
  CsStore *store = cs_session_model_get_store (scene);
  const CsSession *session = cs_session_model_get_session (scene);
  const CsDossier *dossier = result->dossier;
  g_autofree char *unit =
      cs_format_unit (cs_store_get_units (store), dossier->unit, cs_store_get_book (store)->unit);
  gboolean closed = result->verdict != NULL;
  char *state = closed                  ? closed_text (result)
                : result->apart != NULL ? g_strdup (_ ("In discussion"))
                                        : g_strdup (_ ("Being scored"));

  set_texts (self, g_strdup (dossier->product), g_strdup_printf ("%s\n%s", dossier->producer.name, unit),
             state, detail_text (session, result),
             closed                  ? "star_color"
             : result->apart != NULL ? "warning_color"
                                     : "accent_color");
}

static void
show_session (CsProjectorBoard *self, CsSessionModel *scene)
{
  const CsSession *session = cs_session_model_get_session (scene);
  g_autofree char *day = NULL;
  const char *state;

  if (session == NULL)
    {
      set_texts (self, g_strdup (""), g_strdup (""), g_strdup (""), g_strdup (""), "accent_color");
      return;
    }
  day = cs_session_text_when (session);
  state = session->state == CS_SESSION_PLANNED  ? _ ("The session has not begun")
          : session->state == CS_SESSION_CLOSED ? _ ("The session is closed")
                                                : _ ("The next product is about to be taken up");
  set_texts (self,
             cs_session_text_title (cs_store_get_units (cs_session_model_get_store (scene)),
                                    cs_session_model_get_council (scene), session),
             g_steal_pointer (&day), g_strdup (state), g_strdup (""), "accent_color");
}

/* --- picture --- */

static void
stop (CsProjectorBoard *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_picture (CsProjectorBoard *self, CsStore *store, gint64 dossier)
{
  g_autoptr (GPtrArray) papers =
      dossier != 0 ? cs_evidence_list (store, dossier, cs_store_unread (store)) : NULL;
  const CsEvidence *paper = cs_product_picture_choose (papers);
  const char *digest = paper != NULL ? paper->file_sha256 : NULL;

  if (g_strcmp0 (digest, self->shown) == 0)
    return;
  stop (self);
  g_free (self->shown);
  self->shown = g_strdup (digest);
  gtk_picture_set_paintable (self->picture, NULL);
  if (paper == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  cs_evidence_file_preview (self->picture, store, paper, PICTURE_HEIGHT, self->cancellable);
}

/* --- drawing --- */

/* Returns: (transfer full): @text in letters of @size pixels */
static PangoLayout *
lay_out (CsProjectorBoard *self, const char *text, double size, gboolean bold, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Returns: (transfer full): @text as large as @largest, smaller where it would be higher than @room */
static PangoLayout *
fit (CsProjectorBoard *self, const char *text, double largest, gboolean bold, int width, int room)
{
  double least = MIN (largest, gtk_widget_get_height (GTK_WIDGET (self)) * SMALLEST);
  PangoLayout *layout = NULL;

  for (double size = largest;; size *= 0.9)
    {
      int height;

      g_clear_object (&layout);
      layout = lay_out (self, text, MAX (size, least), bold, width);
      pango_layout_get_pixel_size (layout, NULL, &height);
      if (height <= room || size <= least)
        break;
    }
  return layout;
}

/* Draws @layout at @y. Returns: where it ends */
static int
draw (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, int x, int y)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return y + height;
}

/* Draws the picture into the left of the board. Returns: where the text begins */
static int
draw_picture (CsProjectorBoard *self, GtkSnapshot *snapshot, int width, int height, int margin)
{
  GdkPaintable *image = gtk_picture_get_paintable (self->picture);
  double room_x = width * PICTURE_WIDTH, room_y = height - 2 * margin, x, y, ratio;

  if (image == NULL)
    return margin;
  ratio = gdk_paintable_get_intrinsic_aspect_ratio (image);
  x = MIN (room_x, room_y * ratio);
  y = x / ratio;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) margin, (float) ((height - y) / 2)));
  gdk_paintable_snapshot (image, snapshot, x, y);
  gtk_snapshot_restore (snapshot);
  return 2 * margin + (int) x;
}

static void
cs_projector_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CsProjectorBoard *self = CS_PROJECTOR_BOARD (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int margin = (int) (height * MARGIN), gap = (int) (height * GAP), x, y, room, total;
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) name = NULL, origin = NULL, state = NULL, detail = NULL;
  GdkRGBA colour, accent;
  int heights[4];

  if (self->text == NULL || height <= 0)
    return;
  gtk_style_context_get_color (style, &colour);
  if (!gtk_style_context_lookup_color (style, self->colour, &accent))
    accent = colour;
  x = draw_picture (self, snapshot, width, height, margin);
  room = MAX (width - x - margin, 1);
  name = fit (self, self->name, height * NAME_LARGEST, TRUE, room, (int) (height * NAME_ROOM));
  origin = lay_out (self, self->origin, height * SMALLEST, FALSE, room);
  state = fit (self, self->state, height * STATE_LARGEST, TRUE, room, (int) (height * STATE_LARGEST * 1.6));
  detail = lay_out (self, self->detail, height * SMALLEST, FALSE, room);
  pango_layout_get_pixel_size (name, NULL, &heights[0]);
  pango_layout_get_pixel_size (origin, NULL, &heights[1]);
  pango_layout_get_pixel_size (state, NULL, &heights[2]);
  pango_layout_get_pixel_size (detail, NULL, &heights[3]);
  total = heights[0] + heights[1] + heights[2] + heights[3] + 3 * gap;
  y = MAX ((height - total) / 2, gap);
  y = draw (snapshot, name, &colour, x, y) + gap / 2;
  y = draw (snapshot, origin, &colour, x, y) + gap * 2;
  y = draw (snapshot, state, &accent, x, y) + gap / 2;
  draw (snapshot, detail, &colour, x, y);
}

/* --- life --- */

static void
cs_projector_board_dispose (GObject *object)
{
  CsProjectorBoard *self = CS_PROJECTOR_BOARD (object);

  stop (self);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (cs_projector_board_parent_class)->dispose (object);
}

static void
cs_projector_board_finalize (GObject *object)
{
  CsProjectorBoard *self = CS_PROJECTOR_BOARD (object);

  g_free (self->name);
  g_free (self->origin);
  g_free (self->state);
  g_free (self->detail);
  g_free (self->text);
  g_free (self->shown);
  G_OBJECT_CLASS (cs_projector_board_parent_class)->finalize (object);
}

static void
cs_projector_board_class_init (CsProjectorBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_projector_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_projector_board_finalize;
  widget_class->snapshot = cs_projector_board_snapshot;
  gtk_widget_class_set_css_name (widget_class, "projectorboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
cs_projector_board_init (CsProjectorBoard *self)
{
  self->picture = g_object_ref_sink (GTK_PICTURE (gtk_picture_new ()));
  g_signal_connect_object (self->picture, "notify::paintable", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/* --- public --- */

void
cs_projector_board_show (CsProjectorBoard *self, CsSessionModel *scene)
{
  const CsSession *session = cs_session_model_get_session (scene);
  const CsResult *result = NULL;

  g_return_if_fail (CS_IS_PROJECTOR_BOARD (self));

  if (session != NULL && session->discussing != 0)
    result = cs_session_model_get_result (scene, session->discussing);
  show_picture (self, cs_session_model_get_store (scene), result != NULL ? result->dossier->id : 0);
  if (result != NULL)
    show_product (self, scene, result);
  else
    show_session (self, scene);
}

const char *
cs_projector_board_get_text (CsProjectorBoard *self)
{
  return self->text != NULL ? self->text : "";
}
