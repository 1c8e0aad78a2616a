/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/font.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOX 0x25a1 /* □ */

struct _CsFonts
{
  PangoFontMap *map;
  PangoContext *context;
  const char *family; /* static */
  PangoCoverage *coverage[CS_FONT_N_STYLES];
  GString *missing; /* every character that was wanted and is in no cut, once */
};

/* Same widths, so a paper breaks the same with each. */
static const char *const families[] = { "Times New Roman", "Liberation Serif", "Tinos" };

/* All of them, because old releases of these fonts have some. */
static const char vietnamese[] =
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
    "0123456789.,;:-–—/()%*“”…";

static PangoFontDescription *
describe (const char *family, CsFontStyle style, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, family);
  pango_font_description_set_size (description, (int) (size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (description,
                                     style & CS_FONT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description,
                                    style & CS_FONT_ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return description;
}

/* fontconfig answers every name with some font; only the family that was asked for counts. */
static PangoCoverage *
load_cut (CsFonts *fonts, const char *family, CsFontStyle style)
{
  g_autoptr (PangoFontDescription) wanted = describe (family, style, 12);
  g_autoptr (PangoFont) font = pango_font_map_load_font (fonts->map, fonts->context, wanted);
  g_autoptr (PangoFontDescription) found = NULL;

  if (font == NULL)
    return NULL;
  found = pango_font_describe (font);
  if (g_strcmp0 (pango_font_description_get_family (found), family) != 0)
    return NULL;
  return pango_font_get_coverage (font, pango_language_from_string ("vi"));
}

static gboolean
has_glyph (PangoCoverage *coverage, gunichar c)
{
  return c == '\n' || pango_coverage_get (coverage, (int) c) == PANGO_COVERAGE_EXACT;
}

/* Returns: the first character of @text that the cut lacks, or 0. */
static gunichar
missing_in (PangoCoverage *coverage, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!has_glyph (coverage, g_utf8_get_char (p)))
      return g_utf8_get_char (p);
  return 0;
}

static void
clear_coverage (CsFonts *fonts)
{
  for (guint style = 0; style < CS_FONT_N_STYLES; style++)
    g_clear_object (&fonts->coverage[style]);
}

/* Returns: whether @family is installed whole; @missing is the letter it lacks, 0 when it is not there at
 * all. */
static gboolean
try_family (CsFonts *fonts, const char *family, gunichar *missing)
{
  *missing = 0;
  for (guint style = 0; style < CS_FONT_N_STYLES && *missing == 0; style++)
    {
      fonts->coverage[style] = load_cut (fonts, family, (CsFontStyle) style);
      if (fonts->coverage[style] == NULL)
        {
          clear_coverage (fonts);
          return FALSE;
        }
      *missing = missing_in (fonts->coverage[style], vietnamese);
    }
  if (*missing != 0)
    clear_coverage (fonts);
  return *missing == 0;
}

static gboolean
choose_family (CsFonts *fonts, GError **error)
{
  const char *poor = NULL;
  gunichar lacks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      gunichar missing;

      if (try_family (fonts, families[i], &missing))
        {
          fonts->family = families[i];
          return TRUE;
        }
      if (missing != 0 && poor == NULL)
        {
          poor = families[i];
          lacks = missing;
        }
    }
  if (poor != NULL)
    {
      char glyph[7] = "";

      g_unichar_to_utf8 (lacks, glyph);
      g_set_error (error, CS_ERROR, CS_ERROR_FAILED,
                   _ ("The font “%s” on this computer has no letter “%s” (U+%04X). "
                      "Install Liberation Serif 2 (package fonts-liberation2)."),
                   poor, glyph, lacks);
    }
  else
    g_set_error (error, CS_ERROR, CS_ERROR_FAILED,
                 _ ("Neither Times New Roman nor a font of its widths is installed. "
                    "Install Liberation Serif 2 (package fonts-liberation2)."));
  return FALSE;
}

/* Screen, printer and PDF must break lines alike: no hinting, no rounding to pixels, points as units. */
static PangoContext *
make_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

CsFonts *
cs_fonts_new (GError **error)
{
  g_autoptr (CsFonts) fonts = g_new0 (CsFonts, 1);

  fonts->missing = g_string_new (NULL);
  fonts->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  if (fonts->map == NULL)
    {
      g_set_error (error, CS_ERROR, CS_ERROR_FAILED, _ ("Cairo was built without FreeType: no papers."));
      return NULL;
    }
  fonts->context = make_context (fonts->map);
  if (!choose_family (fonts, error))
    return NULL;
  return g_steal_pointer (&fonts);
}

void
cs_fonts_free (CsFonts *fonts)
{
  if (fonts == NULL)
    return;
  clear_coverage (fonts);
  g_string_free (fonts->missing, TRUE);
  g_clear_object (&fonts->context);
  g_clear_object (&fonts->map);
  g_free (fonts);
}

/* A letter that the font lacks is a box: one such in a name must not cost the paper. */
static gunichar
or_box (CsFonts *fonts, PangoCoverage *coverage, gunichar c)
{
  char letter[7] = "";

  if (has_glyph (coverage, c))
    return c;
  g_unichar_to_utf8 (c, letter);
  if (strstr (fonts->missing->str, letter) == NULL)
    g_string_append (fonts->missing, letter);
  return has_glyph (coverage, BOX) ? BOX : '?';
}

/* Appends what may be drawn of @c: nothing for invisible format characters (they come in by copy and paste).
 */
static void
append_drawable (CsFonts *fonts, GString *clean, gunichar c, const CsFace *face)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_FORMAT:
      return;
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      c = '\n';
      break;
    case G_UNICODE_CONTROL:
      c = c == '\n' ? '\n' : ' ';
      break;
    default:
      c = face->caps ? g_unichar_toupper (c) : c;
    }
  g_string_append_unichar (clean, or_box (fonts, fonts->coverage[face->style], c));
}

char *
cs_fonts_prepare (CsFonts *fonts, const CsFace *face, const char *text, GError **error)
{
  g_autofree char *nfc = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) clean = g_string_new (NULL);

  if (nfc == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("The text “%s” is not UTF-8."), shown);
      return NULL;
    }
  for (const char *p = nfc; *p != '\0'; p = g_utf8_next_char (p))
    append_drawable (fonts, clean, g_utf8_get_char (p), face);
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

char *
cs_fonts_dup_warning (CsFonts *fonts)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (fonts->missing->len == 0)
    return NULL;
  for (const char *p = fonts->missing->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_utf8_substring (p, 0, 1);

      g_string_append_printf (list, "%s%s (U+%04X)", list->len > 0 ? ", " : "", letter, g_utf8_get_char (p));
    }
  /* Translators: name of a font, letters */
  return g_strdup_printf (_ ("The font “%s” lacks %s: on the paper stands a box instead. Correct the text."),
                          fonts->family, list->str);
}

PangoLayout *
cs_fonts_layout_prepared (CsFonts *fonts, const CsFace *face, const char *prepared)
{
  g_autoptr (PangoFontDescription) description = describe (fonts->family, face->style, face->size);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (fonts->context);

  /* the gate has checked every letter, so another font is never wanted */
  pango_attr_list_insert (attributes, pango_attr_fallback_new (FALSE));
  /* a hyphen at a forced break would read as part of a name or a code */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, prepared, -1);
  return layout;
}

PangoLayout *
cs_fonts_layout (CsFonts *fonts, const CsFace *face, const char *text, GError **error)
{
  g_autofree char *prepared = cs_fonts_prepare (fonts, face, text, error);

  return prepared != NULL ? cs_fonts_layout_prepared (fonts, face, prepared) : NULL;
}

double
cs_fonts_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

double
cs_fonts_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
cs_fonts_wrap (PangoLayout *layout, double width, CsAlign align)
{
  /* a hair more than asked for: a text that fits exactly must not wrap because of rounding */
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE) + 2);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify (layout, align == CS_ALIGN_JUSTIFY);
  if (align == CS_ALIGN_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (align == CS_ALIGN_RIGHT)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
}
