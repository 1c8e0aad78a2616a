/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "judge.h"
#include "samples.h"

#include "base/error.h"
#include "report/page/pdf.h"
#include "report/papers/papers.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define OLD "what was there before"

static CsLayout *
make_layout (guint n)
{
  g_autoptr (CsUnitSummary) summary = sample_summary (n);

  return judge_layout (cs_summary_paper_new (summary, judge_template ("summary")));
}

static char *
checksum (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
}

/* Same input, same bytes: two values, two layouts, two files; and one layout written twice. */
static void
test_same_bytes (void)
{
  g_autoptr (CsLayout) layout = make_layout (40);
  g_autofree char *one = judge_write_layout (layout, "one.pdf");
  g_autofree char *two = judge_write_layout (layout, "two.pdf");
  g_autofree char *three = judge_write_summary (sample_summary (40), "three.pdf");
  g_autofree char *a = checksum (one);
  g_autofree char *b = checksum (two);
  g_autofree char *c = checksum (three);
  g_autofree char *date = judge_info (one, "CreationDate");

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, ==, c);
  g_assert_nonnull (strstr (date, "May 31"));
}

/* An empty folder in which the tests below must leave nothing new. */
static char *
make_folder (const char *name)
{
  char *path = judge_path (name);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  return path;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_fails (CsLayout *layout, const char *path, CsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cs_layout_write_pdf (layout, path, &error));
  g_assert_error (error, CS_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

/* A file that exists is replaced by a whole one, and nothing else appears beside it. */
static void
test_replace (void)
{
  g_autoptr (CsLayout) layout = make_layout (1);
  g_autofree char *folder = make_folder ("replace");
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  cs_layout_write_pdf (layout, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_no_folder (void)
{
  g_autoptr (CsLayout) layout = make_layout (1);
  g_autofree char *path = judge_path ("nowhere/a.pdf");

  assert_fails (layout, path, CS_ERROR_FAILED);
}

/* The name is a folder: told, and the temporary file is gone. */
static void
test_is_folder (void)
{
  g_autoptr (CsLayout) layout = make_layout (1);
  g_autofree char *folder = make_folder ("outer");
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
  assert_fails (layout, path, CS_ERROR_CONFLICT);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
run_child (const char *path)
{
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Root may write everywhere, so the child becomes nobody. */
static void
test_unwritable_child (void)
{
  g_autoptr (CsLayout) layout = make_layout (1);
  g_autofree char *folder = judge_path ("unwritable");
  g_autofree char *path = judge_path ("unwritable/a.pdf");

  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_cmpint (access (folder, F_OK), ==, 0);
  assert_fails (layout, path, CS_ERROR_READ_ONLY);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0); /* the leak checker needs its rights at exit */
}

static void
test_unwritable (void)
{
  g_autofree char *folder = make_folder ("unwritable");

  g_assert_cmpint (g_chmod (judge_folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  run_child ("/report/file/unwritable/subprocess");
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* As on a full disk: no file may grow beyond a few kilobytes. */
static void
test_full_child (void)
{
  const struct rlimit limit = { 8192, 8192 };
  g_autoptr (CsLayout) layout = make_layout (40);
  g_autofree char *path = judge_path ("full/a.pdf");

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_fails (layout, path, CS_ERROR_NO_SPACE);
}

static void
test_full (void)
{
  g_autofree char *folder = make_folder ("full");
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *data = NULL;

  run_child ("/report/file/full/subprocess");
  g_assert_cmpuint (count_files (folder), ==, 0);

  /* and what was there before stays */
  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  run_child ("/report/file/full/subprocess");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==, OLD);
}

/* Returns: (transfer full): the green of @surface, which is freed. */
static Picture *
picture_of_surface (cairo_surface_t *surface)
{
  Picture *picture = g_new0 (Picture, 1);
  const guchar *data;
  guint stride;

  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  picture->width = (guint) cairo_image_surface_get_width (surface);
  picture->height = (guint) cairo_image_surface_get_height (surface);
  picture->grey = g_malloc ((gsize) picture->width * picture->height);
  data = cairo_image_surface_get_data (surface);
  stride = (guint) cairo_image_surface_get_stride (surface);
  for (guint y = 0; y < picture->height; y++)
    for (guint x = 0; x < picture->width; x++)
      picture->grey[y * picture->width + x] = data[y * stride + 4 * x + 1];
  cairo_surface_destroy (surface);
  return picture;
}

/* Returns: (transfer full): page @i of @layout as the window would draw it, as large as @like. */
static Picture *
draw_on_screen (const CsLayout *layout, guint i, const Picture *like)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) like->width, (int) like->height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PICTURE_DPI / 72.0, PICTURE_DPI / 72.0);
  cs_layout_draw_page (layout, i, cr);
  cairo_destroy (cr);
  return picture_of_surface (surface);
}

/* Returns: (transfer full): page @page (from 1) of @pdf, drawn by Cairo: poppler's own renderer moves thin
 * lines. */
static Picture *
draw_by_cairo (const char *pdf, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *dpi = g_strdup_printf ("%d", PICTURE_DPI);
  g_autofree char *stem = judge_path ("by-cairo");
  g_autofree char *png = g_strconcat (stem, ".png", NULL);
  g_autofree char *output =
      judge_run ("pdftocairo", "-png", "-r", dpi, "-f", number, "-l", number, "-singlefile", pdf, stem, NULL);

  return picture_of_surface (cairo_image_surface_create_from_png (png));
}

/* Returns: how much the ink of @a and of @b, moved up by @shift pixels, is in the same places: 1 all of it.
 */
static double
likeness (const Picture *a, const Picture *b, guint shift)
{
  double both = 0, of_a = 0, of_b = 0;

  for (guint y = 0; y + shift < a->height; y++)
    for (guint x = 0; x < a->width; x++)
      {
        double ink_a = 255 - a->grey[y * a->width + x], ink_b = 255 - b->grey[(y + shift) * b->width + x];

        both += ink_a * ink_b;
        of_a += ink_a * ink_a;
        of_b += ink_b * ink_b;
      }
  return both / sqrt (of_a * of_b);
}

/* One painter: a page on the screen has its ink where the PDF has it, up to what two renderers do differently
 * at 60 dpi. That the measure sees a shift of 1 mm is tried as well. */
static void
test_screen (void)
{
  g_autoptr (CsLayout) layout = make_layout (12);
  g_autofree char *pdf = judge_write_layout (layout, "screen.pdf");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Picture) paper = draw_by_cairo (pdf, i + 1);
      g_autoptr (Picture) screen = draw_on_screen (layout, i, paper);
      double straight = likeness (paper, screen, 0), moved = likeness (paper, screen, 2);

      g_test_message ("page %u: likeness %.2f, moved by 1 mm %.2f", i + 1, straight, moved);
      g_assert_cmpfloat (straight, >, 0.8);
      g_assert_cmpfloat (moved, <, 0.6);
    }
}

/* The time of making is checked before anything is drawn. */
static void
test_bad_time (void)
{
  g_autoptr (CsDocument) document =
      cs_document_new (&(CsDocumentInfo){ .title = "mẫu", .creator = "t", .created = "yesterday" });
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLayout) layout = cs_document_layout (document, &error);

  g_assert_null (layout);
  g_assert_error (error, CS_ERROR, CS_ERROR_INVALID);
}

void
add_file_tests (void)
{
  g_test_add_func ("/report/file/same-bytes", test_same_bytes);
  g_test_add_func ("/report/file/replace", test_replace);
  g_test_add_func ("/report/file/no-folder", test_no_folder);
  g_test_add_func ("/report/file/is-folder", test_is_folder);
  g_test_add_func ("/report/file/unwritable", test_unwritable);
  g_test_add_func ("/report/file/full", test_full);
  g_test_add_func ("/report/file/bad-time", test_bad_time);
  g_test_add_func ("/report/draw/screen", test_screen);
  g_test_add_func ("/report/file/unwritable/subprocess", test_unwritable_child);
  g_test_add_func ("/report/file/full/subprocess", test_full_child);
}
