/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/letterhead.h"

#include "base/date.h"
#include "base/error.h"
#include "base/text.h"

#include <glib/gi18n-lib.h>

/* Words and sizes of the decree. The motto is one point above the national name, as the decree's samples. */
#define NATION     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO      "Độc lập - Tự do - Hạnh phúc"
#define RULE_PART  0.4 /* of the text above: the decree wants a third to a half */
#define RULE_GAP   3.0
#define COLUMN_GAP 8.0

static const CsFace parent_face = { CS_FONT_REGULAR, 12, TRUE };
static const CsFace issuer_face = { CS_FONT_BOLD, 12, TRUE };
static const CsFace nation_face = { CS_FONT_BOLD, 12, TRUE };
static const CsFace motto_face = { CS_FONT_BOLD, 13, FALSE };
static const CsFace number_face = { CS_FONT_REGULAR, 13, FALSE };
static const CsFace date_face = { CS_FONT_ITALIC, 13, FALSE };
static const CsFace title_face = { CS_FONT_BOLD, 14, TRUE };
static const CsFace subtitle_face = { CS_FONT_BOLD, 13, FALSE };

/* A column of the head that is being filled from the top. */
typedef struct
{
  CsPicture *picture;
  CsFonts *fonts;
  double x;
  double width;
  double y;
  double longest; /* line of the last text */
} Column;

CsLetterhead *
cs_letterhead_copy (const CsLetterhead *letterhead)
{
  CsLetterhead *copy;

  g_return_val_if_fail (letterhead != NULL && letterhead->issuer != NULL, NULL);
  copy = g_new0 (CsLetterhead, 1);
  copy->parent = g_strdup (letterhead->parent);
  copy->issuer = g_strdup (letterhead->issuer);
  copy->number = g_strdup (letterhead->number);
  copy->place = g_strdup (letterhead->place);
  copy->date = g_strdup (letterhead->date);
  copy->title = g_strdup (letterhead->title);
  copy->subtitle = g_strdup (letterhead->subtitle);
  return copy;
}

void
cs_letterhead_free (CsLetterhead *letterhead)
{
  if (letterhead == NULL)
    return;
  g_free ((char *) letterhead->parent);
  g_free ((char *) letterhead->issuer);
  g_free ((char *) letterhead->number);
  g_free ((char *) letterhead->place);
  g_free ((char *) letterhead->date);
  g_free ((char *) letterhead->title);
  g_free ((char *) letterhead->subtitle);
  g_free (letterhead);
}

char *
cs_letterhead_place_and_date (const char *place, const char *date)
{
  int day, month;

  g_return_val_if_fail (place != NULL, NULL);
  if (cs_text_is_blank (date))
    return g_strdup_printf ("%s, ngày ....... tháng ....... năm ...........", place);
  if (!cs_date_is_valid (date))
    return NULL;
  month = g_ascii_digit_value (date[5]) * 10 + g_ascii_digit_value (date[6]);
  day = g_ascii_digit_value (date[8]) * 10 + g_ascii_digit_value (date[9]);
  /* %02d only where a digit put in front would make another day or month */
  if (month < 3)
    return g_strdup_printf ("%s, ngày %02d tháng %02d năm %.4s", place, day, month, date);
  return g_strdup_printf ("%s, ngày %02d tháng %d năm %.4s", place, day, month, date);
}

char *
cs_letterhead_number (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);
  if (cs_text_is_blank (number))
    return g_strdup ("Số: ....................");
  if (g_ascii_isdigit (number[0]) && !g_ascii_isdigit (number[1]))
    return g_strdup_printf ("Số: 0%s", number);
  return g_strdup_printf ("Số: %s", number);
}

/* Centres @text below what the column holds already. */
static gboolean
put (Column *column, const CsFace *face, const char *text, GError **error)
{
  PangoLayout *layout = cs_fonts_layout (column->fonts, face, text, error);

  if (layout == NULL)
    return FALSE;
  column->longest = cs_picture_take_centred (column->picture, layout, column->x, column->y, column->width);
  column->y += cs_fonts_height (layout);
  return TRUE;
}

/* A rule of @part of the last text's length, centred below it. */
static void
put_rule (Column *column, double part)
{
  double length = column->longest * part;

  column->y += RULE_GAP;
  cs_picture_add_rule (column->picture, column->x + (column->width - length) / 2, column->y, length);
  column->y += RULE_GAP;
}

static gboolean
put_bodies (Column *left, Column *right, const CsLetterhead *head, GError **error)
{
  if (!cs_text_is_blank (head->parent) && !put (left, &parent_face, head->parent, error))
    return FALSE;
  if (!put (left, &issuer_face, head->issuer, error))
    return FALSE;
  put_rule (left, RULE_PART);
  if (!put (right, &nation_face, NATION, error) || !put (right, &motto_face, MOTTO, error))
    return FALSE;
  put_rule (right, 1);
  return TRUE;
}

static gboolean
put_number_and_date (Column *left, Column *right, const CsLetterhead *head, GError **error)
{
  double y = MAX (left->y, right->y) + 2;

  left->y = right->y = y;
  if (head->number != NULL)
    {
      g_autofree char *number = cs_letterhead_number (head->number);

      if (!put (left, &number_face, number, error))
        return FALSE;
    }
  if (head->place != NULL)
    {
      g_autofree char *line = cs_letterhead_place_and_date (head->place, head->date);

      if (line == NULL)
        {
          g_set_error (error, CS_ERROR, CS_ERROR_INVALID, _ ("“%s” is no date (YYYY-MM-DD)."), head->date);
          return FALSE;
        }
      return put (right, &date_face, line, error);
    }
  return TRUE;
}

/* Returns: the width that the national name needs in one line. */
static double
nation_width (CsFonts *fonts)
{
  g_autoptr (PangoLayout) layout = cs_fonts_layout_prepared (fonts, &nation_face, NATION);

  return cs_fonts_width (layout) + 2;
}

static gboolean
compose_title (const CsLetterhead *head, CsComposer *composer, GError **error)
{
  g_autoptr (CsPicture) picture = cs_picture_new ();
  Column column = { picture, composer->fonts, 0, composer->width, 0, 0 };
  double height;
  CsStrip *strip;

  if (!put (&column, &title_face, head->title, error))
    return FALSE;
  if (!cs_text_is_blank (head->subtitle))
    {
      column.y += 2;
      if (!put (&column, &subtitle_face, head->subtitle, error))
        return FALSE;
      put_rule (&column, RULE_PART);
    }
  height = column.y + 6;
  strip = cs_composer_take_picture (composer, g_steal_pointer (&picture), height);
  strip->gap = 14;
  strip->keep = TRUE;
  return TRUE;
}

gboolean
cs_letterhead_compose (const CsLetterhead *letterhead, CsComposer *composer, GError **error)
{
  g_autoptr (CsPicture) picture = cs_picture_new ();
  double right_width = MAX (composer->width / 2, nation_width (composer->fonts));
  Column left = { picture, composer->fonts, 0, composer->width - right_width - COLUMN_GAP, 0, 0 };
  Column right = { picture, composer->fonts, composer->width - right_width, right_width, 0, 0 };

  if (!put_bodies (&left, &right, letterhead, error)
      || !put_number_and_date (&left, &right, letterhead, error))
    return FALSE;
  cs_composer_take_picture (composer, g_steal_pointer (&picture), MAX (left.y, right.y));
  return cs_text_is_blank (letterhead->title) || compose_title (letterhead, composer, error);
}
