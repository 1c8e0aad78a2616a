/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/layout.h"
#include "report/page/layout-private.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Both stand in the middle of the outer 22 mm: printers reach there, the text does not. */
#define EDGE       (11 * CS_PT_PER_MM)
#define FOOT_GREY  0.4
#define FOOT_COUNT (28 * CS_PT_PER_MM) /* what is kept free for "Trang 12/34" */

/* A strip is taken to fit when it is too tall by no more than this: sums of many heights. */
#define SLACK 0.01

static const CsFace number_face = { CS_FONT_REGULAR, 13, FALSE };
static const CsFace foot_face = { CS_FONT_REGULAR, 9, FALSE };
static const CsFace foot_face_many = { CS_FONT_REGULAR, 8,
                                       FALSE }; /* of several lines: to stay in the margin */

/* The strips [first, end), and the head of a table that is repeated above them. */
typedef struct
{
  guint first;
  guint end;
  int header; /* index of a strip, or -1 */
} Page;

struct _CsLayout
{
  gatomicrefcount refs;
  CsDocumentInfo info; /* texts owned and prepared */
  CsPage page;
  CsFonts *fonts;
  CsComposer composer;
  GArray *pages;     /* (element-type Page) */
  PangoLayout *foot; /* (nullable) */
};

static gboolean
set_foot (CsLayout *layout, const char *text, GError **error)
{
  const CsFace *face = strchr (text, '\n') != NULL ? &foot_face_many : &foot_face;
  double room = layout->info.numbered ? FOOT_COUNT : 0;

  layout->foot = cs_fonts_layout (layout->fonts, face, text, error);
  if (layout->foot == NULL)
    return FALSE;
  cs_fonts_wrap (layout->foot, layout->composer.width - room, CS_ALIGN_LEFT);
  pango_layout_set_height (layout->foot, -1); /* one line a paragraph */
  pango_layout_set_ellipsize (layout->foot, PANGO_ELLIPSIZE_END);
  return TRUE;
}

CsLayout *
cs_layout_new (const CsDocumentInfo *info, GError **error)
{
  g_autoptr (CsLayout) layout = g_new0 (CsLayout, 1);
  g_autoptr (GDateTime) created = NULL;

  g_atomic_ref_count_init (&layout->refs);
  layout->page = cs_page_a4 (info->orientation);
  layout->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  layout->fonts = cs_fonts_new (error);
  if (layout->fonts == NULL)
    return NULL;
  cs_composer_init (&layout->composer, layout->fonts, &layout->page);
  created = g_date_time_new_from_iso8601 (info->created, NULL);
  if (created == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("“%s” is no time (YYYY-MM-DDTHH:MM:SSZ)."),
                   info->created);
      return NULL;
    }
  layout->info.orientation = info->orientation;
  layout->info.numbered = info->numbered;
  layout->info.created = g_strdup (info->created);
  layout->info.creator = g_strdup (info->creator);
  layout->info.title = g_utf8_normalize (info->title, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (layout->info.title == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("The title of the paper is not UTF-8."));
      return NULL;
    }
  if (info->foot != NULL && !set_foot (layout, info->foot, error))
    return NULL;
  return g_steal_pointer (&layout);
}

char *
cs_layout_dup_warning (const CsLayout *layout)
{
  return cs_fonts_dup_warning (layout->fonts);
}

CsLayout *
cs_layout_ref (CsLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  g_atomic_ref_count_inc (&layout->refs);
  return layout;
}

void
cs_layout_unref (CsLayout *layout)
{
  if (layout == NULL || !g_atomic_ref_count_dec (&layout->refs))
    return;
  g_clear_object (&layout->foot);
  cs_composer_clear (&layout->composer);
  g_array_unref (layout->pages);
  cs_fonts_free (layout->fonts);
  g_free ((char *) layout->info.title);
  g_free ((char *) layout->info.creator);
  g_free ((char *) layout->info.created);
  g_free (layout);
}

CsComposer *
cs_layout_composer (CsLayout *layout)
{
  return &layout->composer;
}

const CsDocumentInfo *
cs_layout_info (const CsLayout *layout)
{
  return &layout->info;
}

static const CsStrip *
strip_at (const CsLayout *layout, guint i)
{
  return &g_array_index (layout->composer.strips, CsStrip, i);
}

/* Returns: height of the head that is repeated when strip @first opens a page. */
static double
header_height (const CsLayout *layout, guint first)
{
  int header = strip_at (layout, first)->header;

  return header >= 0 ? strip_at (layout, (guint) header)->height : 0;
}

/* Returns: the first strip that does not fit on the page that @first opens. */
static guint
fill_page (const CsLayout *layout, guint first)
{
  guint n = layout->composer.strips->len;
  double y = header_height (layout, first) + strip_at (layout, first)->height;
  guint end = first + 1;

  while (end < n)
    {
      const CsStrip *strip = strip_at (layout, end);

      y += strip->gap + strip->height;
      if (y > layout->composer.height + SLACK)
        break;
      end++;
    }
  return end;
}

/* Returns: where to break at or before @end so that what belongs together stays so; @end when nothing helps.
 */
static guint
back_to_break (const CsLayout *layout, guint first, guint end)
{
  guint at = end;

  while (at > first && strip_at (layout, at)->keep)
    at--;
  return at > first ? at : end;
}

gboolean
cs_layout_paginate (CsLayout *layout, GError **error)
{
  guint n = layout->composer.strips->len;

  for (guint first = 0; first < n;)
    {
      Page page = { first, fill_page (layout, first), strip_at (layout, first)->header };

      if (header_height (layout, first) + strip_at (layout, first)->height > layout->composer.height + SLACK)
        {
          g_set_error (error, CS_ERROR, CS_ERROR_INVALID,
                       _ ("A part of the paper “%s” does not fit on a page. Shorten its texts."),
                       layout->info.title);
          return FALSE;
        }
      if (page.end < n)
        page.end = back_to_break (layout, first, page.end);
      g_array_append_val (layout->pages, page);
      first = page.end;
    }
  if (n == 0)
    {
      Page empty = { 0, 0, -1 };

      g_array_append_val (layout->pages, empty);
    }
  return TRUE;
}

guint
cs_layout_n_pages (const CsLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->pages->len;
}

void
cs_layout_page_size (const CsLayout *layout, guint i, double *width, double *height)
{
  g_return_if_fail (layout != NULL && i < layout->pages->len);

  *width = layout->page.width;
  *height = layout->page.height;
}

static void
draw_strip (const CsStrip *strip, cairo_t *cr, double x, double y, gboolean last)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  strip->draw (strip, cr, last);
  cairo_restore (cr);
}

/* The foot, and at the end of its last line which page of how many this is. */
static void
draw_foot (const CsLayout *layout, guint i, cairo_t *cr)
{
  double height = cs_fonts_height (layout->foot);
  double y = layout->page.height - EDGE - height / 2;

  cairo_set_source_rgb (cr, FOOT_GREY, FOOT_GREY, FOOT_GREY);
  cairo_move_to (cr, layout->page.left, y);
  pango_cairo_show_layout (cr, layout->foot);
  if (layout->info.numbered)
    {
      g_autofree char *text = g_strdup_printf ("Trang %u/%u", i + 1, layout->pages->len);
      g_autoptr (PangoLayout) count = cs_fonts_layout_prepared (layout->fonts, &foot_face, text);

      cairo_move_to (cr, layout->page.left + layout->composer.width - cs_fonts_width (count),
                     y + height - cs_fonts_height (count));
      pango_cairo_show_layout (cr, count);
    }
}

/* The number of every page but the first, centred over the text as the decree wants it; and the foot. */
static void
draw_margins (const CsLayout *layout, guint i, cairo_t *cr)
{
  if (i > 0)
    {
      g_autofree char *text = g_strdup_printf ("%u", i + 1);
      g_autoptr (PangoLayout) number = cs_fonts_layout_prepared (layout->fonts, &number_face, text);

      cairo_move_to (cr, layout->page.left + (layout->composer.width - cs_fonts_width (number)) / 2,
                     EDGE - cs_fonts_height (number) / 2);
      pango_cairo_show_layout (cr, number);
    }
  if (layout->foot != NULL)
    draw_foot (layout, i, cr);
}

void
cs_layout_draw_page (const CsLayout *layout, guint i, cairo_t *cr)
{
  const Page *page;
  double y;

  g_return_if_fail (layout != NULL && i < layout->pages->len);
  g_return_if_fail (cr != NULL);
  page = &g_array_index (layout->pages, Page, i);
  y = layout->page.top;
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page->header >= 0)
    {
      const CsStrip *header = strip_at (layout, (guint) page->header);

      draw_strip (header, cr, layout->page.left, y, FALSE);
      y += header->height;
    }
  for (guint s = page->first; s < page->end; s++)
    {
      const CsStrip *strip = strip_at (layout, s);

      if (s > page->first)
        y += strip->gap;
      draw_strip (strip, cr, layout->page.left, y, s + 1 == page->end);
      y += strip->height;
    }
  draw_margins (layout, i, cr);
  cairo_restore (cr);
}
