/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/dossiers/evidence.h"
#include "ui/widgets/choice-row.h"
#include "ui/dossiers/dossier-view.h"
#include "ui/dossiers/dossier-window.h"
#include "ui/widgets/field-row.h"
#include "ui/dossiers/evidence-group.h"
#include "probe.h"
#include "remove-tree.h"
#include "ui/dossiers/producer-step.h"
#include "sample-book.h"

#include <glib/gstdio.h>

/* One dossier: its rows, what is written when, conflicts, papers and their files; entering a new one. */

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  CsDossierView *view;
  char *codes[2];
  char *folder; /* for files that are added */
} Stage;

static CsDossierKey
key_of (CsStore *store, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (store, code, NULL, &error);

  g_assert_no_error (error);
  return (CsDossierKey){ dossier->id, dossier->evaluation };
}

/* A view of its own: nobody tells it what others change, as if another program did. */
static Stage *
stage_new (void)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->store = sample_book_new ();
  stage->folder = g_dir_make_tmp ("chamsao-XXXXXX", NULL);
  stage->codes[0] = sample_book_add_dossier (stage->store, "29236", 1, "district-1");
  stage->codes[1] = sample_book_add_dossier (stage->store, "842", 7, NULL);
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 700, 700);
  stage->view = CS_DOSSIER_VIEW (cs_dossier_view_new ());
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->view));
  cs_dossier_view_set_store (stage->view, stage->store);
  g_assert_true (cs_dossier_view_show (stage->view, key_of (stage->store, stage->codes[0])));
  probe_draw (stage->window);
  return stage;
}

static void
stage_free (Stage *stage)
{
  g_autofree char *files = g_strdup_printf ("%s.files", cs_store_get_path (stage->store));

  probe_destroy (stage->window);
  remove_tree (stage->folder);
  remove_tree (files);
  sample_book_free (stage->store);
  g_free (stage->folder);
  g_free (stage->codes[0]);
  g_free (stage->codes[1]);
  g_free (stage);
}

static CsFieldRow *
field (Stage *stage, const char *id)
{
  CsFieldRow *row = probe_find (stage->view, CS_TYPE_FIELD_ROW, id);

  g_assert_nonnull (row);
  return row;
}

static const char *
text (CsFieldRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static CsDossier *
stored (Stage *stage, guint i)
{
  g_autoptr (GError) error = NULL;
  CsDossier *dossier = cs_dossiers_by_code (stage->store, stage->codes[i], NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

/* --- rows --- */

static void
commit_cb (CsFieldRow *row, const char *value, char **written)
{
  g_free (*written);
  *written = g_strdup (value);
  cs_field_row_set_stored (row, value);
}

static void
test_field (void)
{
  g_autoptr (CsFieldRow) row = g_object_ref_sink (CS_FIELD_ROW (cs_field_row_new ("Issued on", TRUE)));
  g_autofree char *written = NULL;

  g_signal_connect (row, "commit", G_CALLBACK (commit_cb), &written);
  cs_field_row_reset (row, "2024-05-31");
  g_assert_cmpstr (text (row), ==, "31/05/2024");
  g_assert_true (cs_field_row_commit (row));
  g_assert_null (written); /* nothing new, nothing written */
  probe_enter (row, "1/6/2024");
  g_assert_cmpstr (written, ==, "2024-06-01");
  g_assert_cmpstr (text (row), ==, "01/06/2024");
  probe_enter (row, "31/02/2024");
  g_assert_cmpstr (written, ==, "2024-06-01");
  g_assert_nonnull (cs_field_row_get_problem (row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  g_assert_true (cs_field_row_is_unsaved (row));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  /* the book changes below: what is typed stays, and says so */
  cs_field_row_set_stored (row, "2024-07-01");
  g_assert_cmpstr (text (row), ==, "31/02/2024");
  g_assert_nonnull (strstr (cs_field_row_get_problem (row), "01/07/2024"));
  probe_enter (row, "");
  g_assert_cmpstr (written, ==, "");
  g_assert_null (cs_field_row_get_problem (row));
}

/* --- editing --- */

static void
test_edit (void)
{
  Stage *stage = stage_new ();
  g_autoptr (CsDossier) dossier = NULL;

  probe_enter (field (stage, "product"), "  Tôm khô Vinh Kim (mẫu) ");
  probe_enter (field (stage, "phone"), "0294 000 000");
  gtk_switch_set_active (probe_find (stage->view, GTK_TYPE_SWITCH, "woman"), TRUE);
  adw_combo_row_set_selected (probe_find (stage->view, ADW_TYPE_COMBO_ROW, "kind"), 1);
  adw_combo_row_set_selected (probe_find (stage->view, ADW_TYPE_COMBO_ROW, "producer_kind"), 3);
  cs_chooser_choose (cs_choice_row_get_chooser (probe_find (stage->view, CS_TYPE_CHOICE_ROW, "form")), "7");
  dossier = stored (stage, 0);
  g_assert_cmpstr (dossier->product, ==, "Tôm khô Vinh Kim (mẫu)");
  g_assert_cmpstr (dossier->producer.phone, ==, "0294 000 000");
  g_assert_cmpstr (dossier->producer.kind, ==, "farm");
  g_assert_true (dossier->producer.woman);
  g_assert_cmpstr (dossier->kind, ==, "upgrade");
  g_assert_cmpint (dossier->form, ==, 7);
  g_assert_true (probe_shows (stage->view, "does not add up")); /* form 7 is marked in the decision's data */
  stage_free (stage);
}

/* What cannot be written stays in its row, also while another dossier is looked at. */
static void
test_refused (void)
{
  Stage *stage = stage_new ();
  g_autoptr (CsDossier) dossier = stored (stage, 0);

  probe_enter (field (stage, "product"), " ");
  g_assert_nonnull (cs_field_row_get_problem (field (stage, "product")));
  probe_enter (field (stage, "code"), stage->codes[1]);
  g_assert_nonnull (strstr (cs_field_row_get_problem (field (stage, "code")), "another dossier"));
  gtk_editable_set_text (GTK_EDITABLE (field (stage, "registered_on")), "hôm qua");
  gtk_editable_set_text (GTK_EDITABLE (field (stage, "address")), "Ấp Mẫu");
  g_assert_true (cs_dossier_view_show (stage->view, key_of (stage->store, stage->codes[1])));
  g_assert_null (cs_field_row_get_problem (field (stage, "product")));
  g_assert_cmpstr (text (field (stage, "code")), ==, stage->codes[1]);
  g_assert_true (cs_dossier_view_show (stage->view, (CsDossierKey){ dossier->id, dossier->evaluation }));
  g_assert_cmpstr (text (field (stage, "registered_on")), ==, "hôm qua");
  g_assert_nonnull (cs_field_row_get_problem (field (stage, "registered_on")));
  g_assert_cmpstr (text (field (stage, "address")), ==, "Ấp Mẫu"); /* written when the dossier was left */
  g_assert_null (cs_field_row_get_problem (field (stage, "address")));
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = stored (stage, 0);
  g_assert_cmpstr (dossier->producer.address, ==, "Ấp Mẫu");
  g_assert_true (g_str_has_suffix (dossier->product, ")"));
  stage_free (stage);
}

static void
test_conflict (void)
{
  Stage *stage = stage_new ();
  g_autoptr (CsDossier) dossier = stored (stage, 0);
  g_autoptr (GError) error = NULL;

  g_free (dossier->producer.phone);
  dossier->producer.phone = g_strdup ("0294 111 111");
  cs_dossiers_update (stage->store, dossier, &error);
  g_assert_no_error (error);
  probe_enter (field (stage, "phone"), "0294 222 222");
  /* nothing overwritten, the person is told, the typing stays, the other rows are fresh */
  g_assert_nonnull (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = stored (stage, 0);
  g_assert_cmpstr (dossier->producer.phone, ==, "0294 111 111");
  g_assert_cmpstr (text (field (stage, "phone")), ==, "0294 222 222");
  g_assert_nonnull (strstr (cs_field_row_get_problem (field (stage, "phone")), "0294 111 111"));
  /* leaving the row does not try again by itself, Enter does */
  g_assert_false (cs_field_row_flush (field (stage, "phone")));
  g_assert_true (cs_field_row_commit (field (stage, "phone")));
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = stored (stage, 0);
  g_assert_cmpstr (dossier->producer.phone, ==, "0294 222 222");
  stage_free (stage);
}

/* A dossier in no round, filed at a district: it gets a round, a commune and with it its code. */
static void
test_registration (void)
{
  Stage *stage = stage_new ();
  CsDossierKey key = key_of (stage->store, stage->codes[1]);
  GtkWidget *complete, *score;
  g_autoptr (CsDossier) dossier = NULL;

  g_assert_true (cs_dossier_view_show (stage->view, key));
  score = probe_find (stage->view, GTK_TYPE_BUTTON, "score");
  complete = probe_find (stage->view, GTK_TYPE_BUTTON, "complete_code");
  g_assert_false (gtk_widget_get_sensitive (score));
  g_assert_true (gtk_widget_get_mapped (complete));
  adw_combo_row_set_selected (probe_find (stage->view, ADW_TYPE_COMBO_ROW, "round"), 1);
  g_assert_cmpint (cs_dossier_view_get_key (stage->view).evaluation, !=, 0);
  g_assert_true (gtk_widget_get_sensitive (score));
  cs_chooser_choose (cs_choice_row_get_chooser (probe_find (stage->view, CS_TYPE_CHOICE_ROW, "unit")),
                     "29239");
  g_signal_emit_by_name (complete, "clicked");
  g_assert_cmpstr (text (field (stage, "code")), ==, "84-842-29239-1-2024");
  g_assert_false (gtk_widget_get_mapped (complete));
  dossier = cs_dossiers_by_code (stage->store, "84-842-29239-1-2024", "district-1", NULL);
  g_assert_nonnull (dossier);
  stage_free (stage);
}

/* Once somebody scores, form, unit and round are fixed, in every round of the dossier. */
static void
test_fixed (void)
{
  Stage *stage = stage_new ();
  GtkWidget *form = probe_find (stage->view, CS_TYPE_CHOICE_ROW, "form");
  g_autoptr (CsDossier) dossier = NULL;

  g_assert_true (gtk_widget_get_sensitive (form));
  sample_book_add_council (stage->store, "district-842", 3);
  sample_book_score (stage->store, stage->codes[0], "m1", 80);
  cs_dossier_view_refresh (stage->view);
  g_assert_false (gtk_widget_get_sensitive (form));
  g_assert_true (probe_shows (stage->view, "are fixed"));
  g_assert_true (probe_shows (stage->view, "Being scored"));
  sample_book_score (stage->store, stage->codes[0], "m2", 80);
  sample_book_score (stage->store, stage->codes[0], "m3", 80);
  sample_book_submit (stage->store, stage->codes[0]);
  sample_book_close (stage->store, stage->codes[0], NULL);
  cs_dossier_view_refresh (stage->view);
  g_assert_true (gtk_widget_get_visible (probe_find (stage->view, GTK_TYPE_BUTTON, "result")));
  g_assert_false (gtk_widget_get_visible (probe_find (stage->view, GTK_TYPE_BUTTON, "score")));
  /* names may still be corrected */
  probe_enter (field (stage, "product"), "Tên sửa lại (mẫu)");
  dossier = stored (stage, 0);
  g_assert_cmpstr (dossier->product, ==, "Tên sửa lại (mẫu)");
  stage_free (stage);
}

/* --- papers --- */

static GFile *
make_file (Stage *stage, const char *name, const char *content, gssize size)
{
  g_autofree char *path = g_build_filename (stage->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, size, NULL));
  return g_file_new_for_path (path);
}

static CsEvidenceRow *
paper_row (Stage *stage, const char *group, const char *kind)
{
  CsEvidenceRow *row = cs_evidence_group_find (probe_find (stage->view, CS_TYPE_EVIDENCE_GROUP, group), kind);

  g_assert_nonnull (row);
  return row;
}

static guint
n_papers (Stage *stage)
{
  g_autoptr (GPtrArray) papers =
      cs_evidence_list (stage->store, cs_dossier_view_get_key (stage->view).dossier, NULL);

  return papers->len;
}

static void
test_papers (void)
{
  Stage *stage = stage_new ();
  CsEvidenceRow *row = paper_row (stage, "required_papers", "registration");
  g_autoptr (GFile) file = make_file (stage, "Phiếu đăng ký.pdf", "%PDF-1.4\n", -1);
  g_autoptr (GFile) other = make_file (stage, "mới.pdf", "%PDF-1.5\n", -1);
  g_autoptr (GFile) kept = NULL;
  gpointer toast;

  g_assert_true (probe_shows (stage->view, "0/5"));
  g_assert_true (probe_shows (row, "Missing"));
  cs_evidence_row_add_file (row, file);
  probe_finish_work ();
  g_assert_cmpuint (n_papers (stage), ==, 1);
  g_assert_true (probe_shows (stage->view, "1/5"));
  g_assert_true (probe_shows (row, "Phiếu đăng ký.pdf"));
  probe_enter (cs_evidence_row_get_fields (row)[0], "12/ĐK (mẫu)");
  g_assert_cmpstr (cs_evidence_row_get_evidence (row)->number, ==, "12/ĐK (mẫu)");
  cs_evidence_row_add_file (row, other); /* in its place */
  probe_finish_work ();
  g_assert_cmpuint (n_papers (stage), ==, 1);
  g_assert_cmpstr (cs_evidence_row_get_evidence (row)->file_name, ==, "mới.pdf");
  /* gone, and back with everything */
  g_signal_emit_by_name (row, "remove");
  g_assert_cmpuint (n_papers (stage), ==, 0);
  g_assert_true (probe_shows (stage->view, "0/5"));
  probe_settle ();
  toast = probe_find (stage->window, g_type_from_name ("AdwToastWidget"), NULL);
  g_signal_emit_by_name (probe_find (toast, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpuint (n_papers (stage), ==, 1);
  row = paper_row (stage, "required_papers", "registration");
  g_assert_cmpstr (cs_evidence_row_get_evidence (row)->number, ==, "12/ĐK (mẫu)");
  kept = cs_evidence_locate (stage->store, cs_evidence_row_get_evidence (row));
  g_assert_true (g_file_query_exists (kept, NULL));
  /* a second one of the same kind */
  g_signal_emit_by_name (row, "another");
  g_assert_cmpuint (n_papers (stage), ==, 1);
  g_assert_true (
      probe_shows (probe_find (stage->view, CS_TYPE_EVIDENCE_GROUP, "required_papers"), "Missing"));
  stage_free (stage);
}

static void
test_paper_values (void)
{
  Stage *stage = stage_new ();
  CsEvidenceRow *row = paper_row (stage, "other_papers", "food-safety");
  CsFieldRow *expires = cs_evidence_row_get_fields (row)[2];
  g_autoptr (GFile) file = make_file (stage, "giấy.pdf", "%PDF-1.4\n", -1);
  CsEvidenceRow *samples = paper_row (stage, "required_papers", "samples");
  gpointer received = probe_find (samples, GTK_TYPE_SWITCH, "received");

  /* typing into an empty place makes the paper */
  probe_enter (expires, "31/12/2099");
  g_assert_cmpuint (n_papers (stage), ==, 1);
  g_assert_cmpstr (cs_evidence_row_get_evidence (row)->expires_on, ==, "2099-12-31");
  g_assert_true (probe_shows (row, "No file"));
  cs_evidence_row_add_file (row, file);
  probe_finish_work ();
  g_assert_false (gtk_widget_has_css_class (probe_find (row, GTK_TYPE_IMAGE, "state_icon"), "error"));
  probe_enter (expires, "1/1/2020");
  g_assert_true (probe_shows (row, "Expired"));
  g_assert_true (gtk_widget_has_css_class (probe_find (row, GTK_TYPE_IMAGE, "state_icon"), "error"));
  probe_enter (expires, "32/1/2030");
  g_assert_nonnull (cs_field_row_get_problem (expires));
  g_assert_cmpstr (cs_evidence_row_get_evidence (row)->expires_on, ==, "2020-01-01");
  /* the typing is there again after another dossier */
  g_assert_true (cs_dossier_view_show (stage->view, key_of (stage->store, stage->codes[1])));
  g_assert_true (cs_dossier_view_show (stage->view, key_of (stage->store, stage->codes[0])));
  expires = cs_evidence_row_get_fields (paper_row (stage, "other_papers", "food-safety"))[2];
  g_assert_cmpstr (text (expires), ==, "32/1/2030");
  probe_enter (expires, "");
  g_assert_cmpuint (n_papers (stage), ==, 1);
  /* a thing is received or not, without a file */
  samples = paper_row (stage, "required_papers", "samples");
  received = probe_find (samples, GTK_TYPE_SWITCH, "received");
  gtk_switch_set_active (received, TRUE);
  g_assert_cmpuint (n_papers (stage), ==, 2);
  g_assert_true (probe_shows (stage->view, "1/5"));
  gtk_switch_set_active (received, FALSE);
  g_assert_cmpuint (n_papers (stage), ==, 1);
  stage_free (stage);
}

/* A large file takes its time: it can be given up, and it comes to its own paper whatever is shown by then.
 */
static void
test_large_file (void)
{
  Stage *stage = stage_new ();
  CsEvidenceRow *row = paper_row (stage, "required_papers", "registration");
  const gssize size = 24 * 1024 * 1024;
  g_autofree char *bytes = g_strnfill ((gsize) size, 'x');
  g_autoptr (GFile) file = make_file (stage, "lớn.pdf", bytes, size);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  cs_evidence_row_add_file (row, file);
  probe_click (row, "_Cancel");
  probe_finish_work ();
  g_assert_cmpuint (n_papers (stage), ==, 0);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_true (probe_shows (row, "No file yet"));
  cs_evidence_row_add_file (row, file);
  cs_evidence_row_add_file (row, file); /* one at a time */
  g_assert_true (cs_dossier_view_show (stage->view, key_of (stage->store, stage->codes[1])));
  probe_finish_work ();
  g_assert_true (probe_shows (stage->view, "0/5"));
  g_assert_true (cs_dossier_view_show (stage->view, key_of (stage->store, stage->codes[0])));
  g_assert_true (probe_shows (stage->view, "1/5"));
  g_assert_cmpuint (n_papers (stage), ==, 1);
  stage_free (stage);
}

/* A picture is decoded when its row is opened; what only calls itself a picture does no harm. */
static void
test_preview (void)
{
  Stage *stage = stage_new ();
  CsEvidenceRow *row = paper_row (stage, "required_papers", "registration");
  GtkWidget *preview = probe_find (row, GTK_TYPE_PICTURE, "preview");
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 600, 900);
  g_autofree char *path = g_build_filename (stage->folder, "ảnh.png", NULL);
  g_autoptr (GFile) picture = g_file_new_for_path (path);
  g_autoptr (GFile) fake = make_file (stage, "giả.png", "\x89PNG\r\n\x1a\n rubbish", -1);

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  cs_evidence_row_add_file (row, picture);
  probe_finish_work ();
  g_assert_false (gtk_widget_get_visible (preview));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  probe_until (gtk_widget_get_visible (preview));
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (gtk_picture_get_paintable (GTK_PICTURE (preview))), ==,
                   180);
  cs_evidence_row_add_file (row, fake);
  probe_finish_work ();
  probe_settle ();
  g_assert_false (gtk_widget_get_visible (preview));
  stage_free (stage);
}

/* --- a new dossier --- */

static void
added_cb (CsDossierWindow *window, const char *code, char **added)
{
  *added = g_strdup (code);
}

static void
test_new (void)
{
  CsStore *store = sample_book_new ();
  g_autofree char *first = sample_book_add_dossier (store, "29236", 1, NULL);
  g_autoptr (CsDossier) known = cs_dossiers_by_code (store, first, NULL, NULL);
  GtkWidget *window = cs_dossier_window_new (store);
  gpointer next = probe_find (window, GTK_TYPE_BUTTON, "next");
  gpointer step = probe_find (window, CS_TYPE_PRODUCER_STEP, NULL);
  CsFieldRow *product = probe_find (window, CS_TYPE_FIELD_ROW, "product");
  gpointer form = probe_find (window, CS_TYPE_CHOICE_ROW, "form");
  gpointer unit = probe_find (window, CS_TYPE_CHOICE_ROW, "unit");
  g_autofree char *added = NULL;
  g_autoptr (CsDossier) dossier = NULL;

  g_signal_connect (window, "added", G_CALLBACK (added_cb), &added);
  probe_draw (window);
  g_assert_true (cs_dossier_window_is_blank (CS_DOSSIER_WINDOW (window)));
  g_signal_emit_by_name (next, "clicked");
  g_assert_nonnull (cs_field_row_get_problem (product));
  probe_enter (product, "Kẹo dừa sáp (mẫu)");
  g_signal_emit_by_name (next, "clicked");
  g_assert_true (gtk_widget_has_css_class (form, "error"));
  cs_chooser_choose (cs_choice_row_get_chooser (form), "7");
  /* left and come back to: nothing is lost */
  gtk_window_close (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (window));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (text (product), ==, "Kẹo dừa sáp (mẫu)");
  g_signal_emit_by_name (next, "clicked");
  /* a producer of the book is recognised, whatever accents were typed */
  gtk_editable_set_text (probe_find (step, CS_TYPE_FIELD_ROW, "name"),
                         "hop tac xa nong nghiep binh minh (mau)");
  g_signal_emit_by_name (next, "clicked");
  g_signal_emit_by_name (next, "clicked");
  g_assert_true (gtk_widget_has_css_class (unit, "error"));
  cs_chooser_choose (cs_choice_row_get_chooser (unit), "29239");
  g_assert_true (probe_shows (window, "84-842-29239-1-2024"));
  probe_enter (probe_find (window, CS_TYPE_FIELD_ROW, "code"), first);
  g_signal_emit_by_name (next, "clicked");
  g_assert_null (added);
  g_assert_nonnull (cs_field_row_get_problem (probe_find (window, CS_TYPE_FIELD_ROW, "code")));
  probe_enter (probe_find (window, CS_TYPE_FIELD_ROW, "code"), "");
  g_signal_emit_by_name (next, "clicked");
  g_assert_cmpstr (added, ==, "84-842-29239-1-2024");
  dossier = cs_dossiers_by_code (store, added, "district-1", NULL);
  g_assert_nonnull (dossier);
  g_assert_cmpstr (dossier->product, ==, "Kẹo dừa sáp (mẫu)");
  g_assert_true (dossier->producer.id == known->producer.id
                 || g_str_has_prefix (dossier->producer.name, "hop tac"));
  probe_destroy (window);
  sample_book_free (store);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_content_type_get_mime_dirs (); /* asked for later, GIO loses what it has read of kinds of files */
  probe_use_style ();
  g_test_add_func ("/dossier/field", test_field);
  g_test_add_func ("/dossier/edit", test_edit);
  g_test_add_func ("/dossier/refused", test_refused);
  g_test_add_func ("/dossier/conflict", test_conflict);
  g_test_add_func ("/dossier/registration", test_registration);
  g_test_add_func ("/dossier/fixed", test_fixed);
  g_test_add_func ("/dossier/papers", test_papers);
  g_test_add_func ("/dossier/paper-values", test_paper_values);
  g_test_add_func ("/dossier/large-file", test_large_file);
  g_test_add_func ("/dossier/preview", test_preview);
  g_test_add_func ("/dossier/new", test_new);
  return g_test_run ();
}
