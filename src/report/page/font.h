/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The one type face of the papers in its four cuts, and the only gate through which text reaches Pango. */

typedef enum
{
  CS_FONT_REGULAR = 0,
  CS_FONT_BOLD = 1,
  CS_FONT_ITALIC = 2,
  CS_FONT_BOLD_ITALIC = 3,
} CsFontStyle;

#define CS_FONT_N_STYLES 4

typedef enum
{
  CS_ALIGN_LEFT,
  CS_ALIGN_CENTER,
  CS_ALIGN_RIGHT,
  CS_ALIGN_JUSTIFY,
} CsAlign;

/* How a piece of text is set. */
typedef struct
{
  CsFontStyle style;
  double size;   /* points */
  gboolean caps; /* in capitals, whatever the locale */
} CsFace;

typedef struct _CsFonts CsFonts;

/**
 * cs_fonts_new:
 * Decree 30/2020/NĐ-CP asks for Times New Roman. Where it is missing, or is not it but a stand-in of
 * fontconfig, fonts of the same metrics are taken: Liberation Serif, Tinos. A font that lacks a Vietnamese
 * letter in any cut is passed over: Pango would mix in letters of another one.
 *
 * The fonts belong to one thread at a time; they share nothing with the default font map.
 *
 * Returns: (transfer full) (nullable): the fonts, or NULL and CS_ERROR_FAILED that names the missing letter
 */
CsFonts *cs_fonts_new (GError **error);
void cs_fonts_free (CsFonts *fonts);

/**
 * cs_fonts_prepare:
 * @text: what a person typed, in any normal form
 *
 * Brings @text to what may be drawn: NFC (a PDF keeps the form it is given), without invisible format
 * characters, control characters as spaces (line ends stay), capitals where @face asks for them, and a box
 * for every letter that the font lacks.
 *
 * Returns: (transfer full) (nullable): the text, or NULL and CS_ERROR_INVALID when it is not UTF-8
 */
char *cs_fonts_prepare (CsFonts *fonts, const CsFace *face, const char *text, GError **error);

/* Returns: (transfer full) (nullable): which letters were boxes so far; NULL when none was. */
char *cs_fonts_dup_warning (CsFonts *fonts);

/* Returns: (transfer full): a layout of @prepared, which came from cs_fonts_prepare(). */
PangoLayout *cs_fonts_layout_prepared (CsFonts *fonts, const CsFace *face, const char *prepared);

/* Both steps in one. Returns: (transfer full) (nullable): the layout, or NULL and an error as above. */
PangoLayout *cs_fonts_layout (CsFonts *fonts, const CsFace *face, const char *text, GError **error);

/* Returns: size of @layout in points, not rounded. */
double cs_fonts_width (PangoLayout *layout);
double cs_fonts_height (PangoLayout *layout);

/* Lets @layout wrap at @width points, between words where it can. */
void cs_fonts_wrap (PangoLayout *layout, double width, CsAlign align);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFonts, cs_fonts_free)

G_END_DECLS
