/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page/signature.h"

#include "base/text.h"

#define ROOM             (30 * CS_PT_PER_MM) /* for hand and stamp */
#define ABOVE_RECIPIENTS 10

static const CsFace authority_face = { CS_FONT_BOLD, 13, TRUE };
static const CsFace date_face = { CS_FONT_ITALIC, 13, FALSE };
static const CsFace hint_face = { CS_FONT_ITALIC, 13, FALSE };
static const CsFace name_face = { CS_FONT_BOLD, 13, FALSE };
static const CsFace recipients_face = { CS_FONT_BOLD_ITALIC, 12, FALSE };
static const CsFace recipient_face = { CS_FONT_REGULAR, 11, FALSE };

static void
copy_signer (CsSigner *to, const CsSigner *from)
{
  to->dated = g_strdup (from->dated);
  to->authority = g_strdup (from->authority);
  to->role = g_strdup (from->role);
  to->hint = g_strdup (from->hint);
  to->name = g_strdup (from->name);
}

static void
clear_signer (const CsSigner *signer)
{
  g_free ((char *) signer->dated);
  g_free ((char *) signer->authority);
  g_free ((char *) signer->role);
  g_free ((char *) signer->hint);
  g_free ((char *) signer->name);
}

CsSignature *
cs_signature_copy (const CsSignature *signature)
{
  CsSignature *copy;

  g_return_val_if_fail (signature != NULL && signature->right.role != NULL, NULL);
  g_return_val_if_fail (signature->left == NULL || signature->left->role != NULL, NULL);
  copy = g_new0 (CsSignature, 1);
  if (signature->recipients != NULL)
    copy->recipients = (const char *const *) g_strdupv ((char **) signature->recipients);
  if (signature->left != NULL)
    {
      CsSigner *left = g_new0 (CsSigner, 1);

      copy_signer (left, signature->left);
      copy->left = left;
    }
  copy_signer (&copy->right, &signature->right);
  return copy;
}

void
cs_signature_free (CsSignature *signature)
{
  if (signature == NULL)
    return;
  g_strfreev ((char **) signature->recipients);
  if (signature->left != NULL)
    clear_signer (signature->left);
  g_free ((CsSigner *) signature->left);
  clear_signer (&signature->right);
  g_free (signature);
}

/* Puts @text at @y, centred in @width from @x. Returns: its height, or -1 on error. */
static double
put (CsPicture *picture,
     CsComposer *composer,
     const CsFace *face,
     const char *text,
     double x,
     double y,
     GError **error)
{
  PangoLayout *layout;

  if (cs_text_is_blank (text))
    return 0;
  layout = cs_fonts_layout (composer->fonts, face, text, error);
  if (layout == NULL)
    return -1;
  cs_picture_take_centred (picture, layout, x, y, composer->width / 2);
  return cs_fonts_height (layout);
}

/* Everything above the room for the hand. Returns: its height, or -1 on error. */
static double
put_signer (CsPicture *picture, CsComposer *composer, const CsSigner *signer, double x, GError **error)
{
  const CsFace *const faces[] = { &date_face, &authority_face, &authority_face, &hint_face };
  const char *const texts[] = { signer->dated, signer->authority, signer->role, signer->hint };
  double y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double height = put (picture, composer, faces[i], texts[i], x, y, error);

      if (height < 0)
        return -1;
      y += height;
    }
  return y;
}

/* Puts the list at @y. Returns: where it ends, or -1 on error. */
static double
put_recipients (
    CsPicture *picture, CsComposer *composer, const char *const *recipients, double y, GError **error)
{
  PangoLayout *layout = cs_fonts_layout (composer->fonts, &recipients_face, "Nơi nhận:", error);

  if (layout == NULL)
    return -1;
  cs_picture_take_text (picture, layout, 0, y);
  y += cs_fonts_height (layout);
  for (guint i = 0; recipients[i] != NULL; i++)
    {
      layout = cs_fonts_layout (composer->fonts, &recipient_face, recipients[i], error);
      if (layout == NULL)
        return -1;
      cs_fonts_wrap (layout, composer->width / 2 - 12, CS_ALIGN_LEFT);
      cs_picture_take_text (picture, layout, 0, y);
      y += cs_fonts_height (layout);
    }
  return y;
}

/* The signature stays with the strip before it, and that one with the one before. */
static void
keep_company (CsComposer *composer)
{
  guint n = composer->strips->len;

  for (guint i = n < 2 ? 0 : n - 2; i < n; i++)
    g_array_index (composer->strips, CsStrip, i).keep = TRUE;
}

/* Both names stand in one line, below the room of the taller head. Returns: where they end, or -1 on error.
 */
static double
put_names (CsPicture *picture, CsComposer *composer, const CsSignature *signature, double y, GError **error)
{
  const char *left = signature->left != NULL ? signature->left->name : NULL;
  double a = put (picture, composer, &name_face, left, 0, y, error);
  double b =
      a < 0 ? -1 : put (picture, composer, &name_face, signature->right.name, composer->width / 2, y, error);

  return b < 0 ? -1 : y + MAX (a, b);
}

gboolean
cs_signature_compose (const CsSignature *signature, CsComposer *composer, GError **error)
{
  g_autoptr (CsPicture) picture = cs_picture_new ();
  double list = 0, left = 0, right, names;
  CsStrip *strip;

  if (signature->left != NULL)
    left = put_signer (picture, composer, signature->left, 0, error);
  right = left < 0 ? -1 : put_signer (picture, composer, &signature->right, composer->width / 2, error);
  if (right < 0)
    return FALSE;
  names = put_names (picture, composer, signature, MAX (left, right) + ROOM, error);
  if (names < 0)
    return FALSE;
  if (signature->recipients != NULL)
    list = put_recipients (picture, composer, signature->recipients,
                           signature->left != NULL ? names + ABOVE_RECIPIENTS : 0, error);
  if (list < 0)
    return FALSE;
  strip = cs_composer_take_picture (composer, g_steal_pointer (&picture), MAX (list, names));
  strip->gap = 14;
  keep_company (composer);
  return TRUE;
}
