/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/product-picture.h"

#include "service/book/unread.h"
#include "service/dossiers/evidence.h"
#include "ui/shared/evidence-file.h"

#include <glib/gi18n-lib.h>

#define PLACEHOLDER_HEIGHT 72
#define SHARP              2 /* pixels of an image for one of the widget: it may be shown on a fine screen */

struct _CsProductPicture
{
  AdwBin parent_instance;

  GtkPicture *picture;
  GtkWidget *placeholder;
  GCancellable *cancellable; /* (nullable) */
  char *shown;               /* (nullable): digest of the file that is shown */
  int height;
};

G_DEFINE_FINAL_TYPE (CsProductPicture, cs_product_picture, ADW_TYPE_BIN)

const CsEvidence *
cs_product_picture_choose (const GPtrArray *papers)
{
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    if (cs_evidence_file_is_picture (g_ptr_array_index (papers, i)))
      return g_ptr_array_index (papers, i);
  return NULL;
}

static void
stop (CsProductPicture *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The image comes later, from another thread; until then, and where there is none, the placeholder stands. */
static void
paintable_cb (CsProductPicture *self)
{
  gboolean there = gtk_picture_get_paintable (self->picture) != NULL;

  /* no more room than it needs to say that there is none */
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, there ? self->height : PLACEHOLDER_HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), there);
  gtk_widget_set_visible (self->placeholder, !there);
}

void
cs_product_picture_show (CsProductPicture *self, CsStore *store, gint64 dossier, int height)
{
  g_autoptr (GPtrArray) papers =
      dossier != 0 ? cs_evidence_list (store, dossier, cs_store_unread (store)) : NULL;
  const CsEvidence *paper = cs_product_picture_choose (papers);
  const char *digest = paper != NULL ? paper->file_sha256 : NULL;

  g_return_if_fail (CS_IS_PRODUCT_PICTURE (self));

  if (g_strcmp0 (digest, self->shown) == 0)
    return;
  stop (self);
  self->height = height;
  g_free (self->shown);
  self->shown = g_strdup (digest);
  gtk_picture_set_paintable (self->picture, NULL);
  if (paper == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  cs_evidence_file_preview (self->picture, store, paper, height * SHARP, self->cancellable);
}

static void
cs_product_picture_dispose (GObject *object)
{
  stop (CS_PRODUCT_PICTURE (object));
  G_OBJECT_CLASS (cs_product_picture_parent_class)->dispose (object);
}

static void
cs_product_picture_finalize (GObject *object)
{
  g_free (CS_PRODUCT_PICTURE (object)->shown);
  G_OBJECT_CLASS (cs_product_picture_parent_class)->finalize (object);
}

static void
cs_product_picture_class_init (CsProductPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_product_picture_dispose;
  G_OBJECT_CLASS (klass)->finalize = cs_product_picture_finalize;
}

static void
cs_product_picture_init (CsProductPicture *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_can_shrink (self->picture, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->picture), TRUE);
  gtk_picture_set_alternative_text (self->picture, _ ("Picture of the product"));
  self->placeholder = gtk_image_new_from_icon_name ("cs-picture-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->placeholder), 32);
  gtk_widget_set_vexpand (self->placeholder, TRUE);
  gtk_widget_add_css_class (self->placeholder, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->placeholder), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("No picture of the product"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), self->placeholder);
  gtk_widget_add_css_class (box, "cs-product-picture");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE); /* what expands inside does so within its own height */
  g_signal_connect_object (self->picture, "notify::paintable", G_CALLBACK (paintable_cb), self,
                           G_CONNECT_SWAPPED);
  paintable_cb (self);
}

GtkWidget *
cs_product_picture_new (void)
{
  return g_object_new (CS_TYPE_PRODUCT_PICTURE, NULL);
}
