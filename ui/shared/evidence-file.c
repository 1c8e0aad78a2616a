/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shared/evidence-file.h"

#include "service/dossiers/evidence.h"
#include "ui/widgets/feedback.h"

#include <glib/gi18n-lib.h>

/* --- opening --- */

static GFile *
copy_of (const CsEvidence *paper)
{
  g_autofree char *name = g_path_get_basename (paper->file_name != NULL ? paper->file_name : "");
  gboolean usable = *name != '.' && *name != G_DIR_SEPARATOR;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "chamsao", "papers", paper->file_sha256,
                                            usable ? name : "paper", NULL);

  return g_file_new_for_path (path);
}

/* A copy that is still being made is shorter. */
static gboolean
is_whole (GFile *copy, const CsEvidence *paper)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (copy, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL && g_file_info_get_size (info) == paper->size;
}

static void
tell (GtkWidget *from, const GError *error)
{
  cs_feedback_error (from, _ ("The file could not be opened"), error);
}

static void
shown_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error))
    tell (from, error);
}

static void
launch (GtkWidget *from, GFile *file)
{
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *uri = g_file_get_uri (file);

  if (GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (from));
}

static void
copied_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  GFile *copy = g_object_get_data (object, "copy");
  g_autoptr (GError) error = NULL;

  if (!g_file_copy_finish (G_FILE (object), result, &error))
    {
      tell (from, error);
      return;
    }
  /* a viewer that can write would lose what is changed there */
  g_file_set_attribute_uint32 (copy, G_FILE_ATTRIBUTE_UNIX_MODE, 0400, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  launch (from, copy);
}

void
cs_evidence_file_open (GtkWidget *from, CsStore *store, const CsEvidence *paper)
{
  g_autoptr (GFile) stored = cs_evidence_locate (store, paper);
  g_autoptr (GFile) copy = stored != NULL ? copy_of (paper) : NULL;
  g_autoptr (GFile) folder = copy != NULL ? g_file_get_parent (copy) : NULL;
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (stored == NULL)
    return;
  if (is_whole (copy, paper))
    {
      launch (from, copy);
      return;
    }
  g_mkdir_with_parents (path, 0700);
  g_object_set_data_full (G_OBJECT (stored), "copy", g_object_ref (copy), g_object_unref);
  g_file_copy_async (stored, copy, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL, copied_cb,
                     g_object_ref (from));
}

/* --- preview --- */

gboolean
cs_evidence_file_is_picture (const CsEvidence *paper)
{
  return paper->file_sha256 != NULL && paper->media_type != NULL
         && g_str_has_prefix (paper->media_type, "image/");
}

static void
decoded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkPicture) picture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream_finish (result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (pixbuf == NULL)
    return; /* cancelled, or no image whatever its name says: the file's line stands there anyway */
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (picture), TRUE);
}

typedef struct
{
  GtkPicture *picture;       /* (owned) */
  GCancellable *cancellable; /* (owned) */
  int height;
} Preview;

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Preview *preview = data;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (object), result, NULL);

  if (stream != NULL && !g_cancellable_is_cancelled (preview->cancellable))
    gdk_pixbuf_new_from_stream_at_scale_async (G_INPUT_STREAM (stream), -1, preview->height, TRUE,
                                               preview->cancellable, decoded_cb,
                                               g_object_ref (preview->picture));
  g_object_unref (preview->picture);
  g_object_unref (preview->cancellable);
  g_free (preview);
}

void
cs_evidence_file_preview (
    GtkPicture *picture, CsStore *store, const CsEvidence *paper, int height, GCancellable *cancellable)
{
  g_autoptr (GFile) file = cs_evidence_locate (store, paper);
  Preview *preview;

  if (file == NULL)
    return;
  preview = g_new0 (Preview, 1);
  preview->picture = g_object_ref (picture);
  preview->cancellable = g_object_ref (cancellable);
  preview->height = height;
  g_file_read_async (file, G_PRIORITY_LOW, cancellable, opened_cb, preview);
}

char *
cs_evidence_file_describe (const CsEvidence *paper)
{
  g_autofree char *type =
      paper->media_type != NULL ? g_content_type_from_mime_type (paper->media_type) : NULL;
  g_autofree char *kind = type != NULL ? g_content_type_get_description (type) : NULL;
  g_autofree char *size = g_format_size ((guint64) MAX (paper->size, 0));

  /* Translators: kind and size of a file, "PDF document, 1.2 MB" */
  return kind != NULL ? g_strdup_printf (_ ("%s, %s"), kind, size) : g_steal_pointer (&size);
}
