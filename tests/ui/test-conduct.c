/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "conduct.h"
#include "service/council/councils.h"
#include "service/scoring/closing.h"
#include "ui/score/criterion-card.h"
#include "ui/conduct/elimination-dialog.h"
#include "ui/conduct/ground-list.h"
#include "summary/words/formats.h"
#include "ui/widgets/notice-bar.h"
#include "ui/widgets/radio-row.h"
#include "ui/conduct/reason-dialog.h"
#include "sample-book.h"
#include "ui/score/score-form.h"
#include "ui/score/score-header.h"
#include "ui/score/score-product-row.h"
#include "service/council/recusals.h"
#include "ui/shared/state-mark.h"

/* What a member sees who has no part in a product, or whose sheet was taken back. */

static const int nobody[] = { -1, -1, -1, -1, -1 };

static gboolean
shows_form (Conduct *conduct)
{
  return gtk_widget_get_mapped (probe_first (conduct->score, CS_TYPE_SCORE_FORM));
}

/* The row of the product called @product in the list of who scores. */
static GtkWidget *
row_of (Conduct *conduct, const char *code)
{
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (GPtrArray) rows = probe_all (conduct->score, CS_TYPE_SCORE_PRODUCT_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (probe_shows (g_ptr_array_index (rows, i), dossier->product))
      return g_ptr_array_index (rows, i);
  g_error ("no row for %s", dossier->product);
}

static void
assert_row (Conduct *conduct, const char *code, CsMemberState state)
{
  GtkWidget *row = row_of (conduct, code);
  g_autofree char *texts = probe_texts (row);

  g_assert_cmpint (cs_state_mark_get_state (probe_first (row, CS_TYPE_STATE_MARK)), ==, state);
  if (state != CS_MEMBER_DRAFT)
    g_assert_true (probe_shows (row, cs_format_member_state (state)));
  g_assert_nonnull (strstr (texts, cs_format_member_meaning (state)));
}

/* The bar that says @text, which must be there. */
static CsNoticeBar *
bar_with (Conduct *conduct, const char *text)
{
  g_autoptr (GPtrArray) bars = probe_all (conduct->score, CS_TYPE_NOTICE_BAR);

  for (guint i = 0; i < bars->len; i++)
    {
      const char *shown = cs_notice_bar_get_text (g_ptr_array_index (bars, i));

      if (shown != NULL && strstr (shown, text) != NULL)
        return g_ptr_array_index (bars, i);
    }
  return NULL;
}

static void
act (Conduct *conduct, const char *action)
{
  g_assert_true (gtk_widget_activate_action (conduct->score, action, NULL));
}

/* --- who has no sheet --- */

static void
test_recusal (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, nobody), *other = NULL;
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (GPtrArray) recusals = NULL;

  conduct_score (conduct, "m3", code);
  g_assert_true (shows_form (conduct));
  assert_row (conduct, code, CS_MEMBER_NONE);
  act (conduct, "score.recuse");
  conduct_give_reason (" ", NULL, FALSE);
  conduct_give_reason ("em ruột của chủ hộ (mẫu)", "producer", TRUE);
  recusals = cs_recusals_of (conduct->store, dossier, NULL);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_cmpstr (((CsRecusal *) recusals->pdata[0])->producer, ==, dossier->producer.name);
  g_assert_false (((CsRecusal *) recusals->pdata[0])->by_chair);
  g_assert_false (shows_form (conduct));
  g_assert_true (probe_shows (conduct->score, "Recused From This Product"));
  g_assert_true (probe_shows (conduct->score, "em ruột của chủ hộ (mẫu)"));
  assert_row (conduct, code, CS_MEMBER_RECUSED);
  /* what does not make sense now cannot be done */
  gtk_widget_activate_action (conduct->score, "score.submit", NULL);
  gtk_widget_activate_action (conduct->score, "score.raise", NULL);
  gtk_widget_activate_action (conduct->score, "score.recuse", NULL);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_null (probe_find_window (CS_TYPE_ELIMINATION_DIALOG));
  g_assert_null (probe_find_window (CS_TYPE_REASON_DIALOG));
  /* the next one of the same producer too */
  for (int i = 0; i < 3; i++)
    {
      g_free (other);
      other = conduct_add (conduct, nobody);
    }
  assert_row (conduct, other, CS_MEMBER_RECUSED);
  probe_click (conduct->score, "Noted _by Mistake…");
  conduct_give_reason ("chọn nhầm thành viên (mẫu)", NULL, TRUE);
  g_assert_true (shows_form (conduct));
  assert_row (conduct, other, CS_MEMBER_NONE);
}

/* The answers of a recused member are nowhere any more. */
static void
test_recused_answers (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, -1, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  CsScoreHeader *header;

  conduct_score (conduct, "m3", code);
  act (conduct, "score.recuse");
  conduct_give_reason ("góp vốn (mẫu)", NULL, TRUE);
  header = probe_first (conduct->score, CS_TYPE_SCORE_HEADER);
  g_assert_cmpstr (cs_score_header_get_sentence (header), ==, "");
  conduct_assert_secret (conduct, code, header, NULL);
  g_assert_false (shows_form (conduct));
}

static void
test_left (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals), *fresh = conduct_add (conduct, nobody);
  g_autoptr (GError) error = NULL;

  conduct_score (conduct, "m4", fresh);
  g_assert_true (shows_form (conduct));
  cs_councils_remove_member (conduct->store, member_id_in (conduct->store, COUNCIL, "m4"), "QĐ 12 (mẫu)",
                             &error);
  g_assert_no_error (error);
  probe_settle ();
  g_assert_false (shows_form (conduct));
  g_assert_true (probe_shows (conduct->score, "No Longer in the Council"));
  assert_row (conduct, fresh, CS_MEMBER_NOT_APPLICABLE);
  /* what was submitted before stays and counts */
  assert_row (conduct, code, CS_MEMBER_SUBMITTED);
}

static void
test_successor (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 64 };
  g_autofree char *code = conduct_add (conduct, totals);
  CsNewMember next = { .council = COUNCIL,
                       .key = "m6",
                       .name = "Lâm Thị Sương (mẫu)",
                       .role = CS_ROLE_MEMBER,
                       .organisation = "",
                       .by_decision = "QĐ 12 (mẫu)",
                       .replaces = member_id (conduct->store, "m5") };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsResult) result = NULL;

  cs_councils_add_member (conduct->store, &next, &error);
  g_assert_no_error (error);
  conduct_score (conduct, "m6", code);
  g_assert_false (shows_form (conduct));
  g_assert_true (probe_shows (conduct->score, "No Seat for This Product"));
  g_assert_true (probe_shows (conduct->score, "Lê Hoàng Dũng (mẫu), who held the seat"));
  assert_row (conduct, code, CS_MEMBER_NOT_APPLICABLE);
  probe_click (conduct->score, "_Begin a Sheet of My Own");
  g_assert_true (shows_form (conduct));
  g_assert_true (cs_criterion_card_choose (probe_first (conduct->score, CS_TYPE_CRITERION_CARD), 1));
  assert_row (conduct, code, CS_MEMBER_DRAFT);
  result = conduct_result (conduct, code);
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = result->members->pdata[i];

      if (g_str_equal (member->key, "m5"))
        g_assert_cmpint (member->state, ==, CS_MEMBER_NOT_APPLICABLE);
    }
}

static void
test_absent (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (GHashTable) absences = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (absences, (char *) member_id (conduct->store, "m5"), (char *) "đi công tác (mẫu)");
  cs_evaluation_close (conduct->store, dossier, &(CsCloseOptions){ .absences = absences }, &error);
  g_assert_no_error (error);
  conduct_score (conduct, "m5", code);
  g_assert_false (shows_form (conduct));
  g_assert_true (probe_shows (conduct->score, "Absent When It Was Closed"));
  g_assert_true (probe_shows (conduct->score, "đi công tác (mẫu)"));
  assert_row (conduct, code, CS_MEMBER_ABSENT);
  conduct_score (conduct, "m1", code);
  g_assert_true (shows_form (conduct));
  g_assert_true (probe_shows (row_of (conduct, code), "Submitted, closed"));
}

/* --- five kinds of nothing --- */

/* Returns: (transfer full): the mark as grey pixels, so that colour is no help. */
static GBytes *
draw_grey (GtkWidget *mark)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (mark);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 64);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GByteArray) grey = g_byte_array_new ();
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, 64, 64);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (int i = 0; i < 64 * 64; i++)
    {
      const guint8 *pixel = cairo_image_surface_get_data (surface) + 4 * i;
      guint8 is_drawn = pixel[3] > 128;

      g_byte_array_append (grey, &is_drawn, 1);
    }
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&grey));
}

static void
test_marks (void)
{
  static const CsMemberState states[] = { CS_MEMBER_NONE,    CS_MEMBER_DRAFT,  CS_MEMBER_SUBMITTED,
                                          CS_MEMBER_RECUSED, CS_MEMBER_ABSENT, CS_MEMBER_NOT_APPLICABLE };
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *mark = cs_state_mark_new (64);

      cs_state_mark_set (CS_STATE_MARK (mark), states[i], 0, 0);
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_window_set_child (GTK_WINDOW (window), box);
  probe_draw (window);
  for (GtkWidget *mark = gtk_widget_get_first_child (box); mark != NULL;
       mark = gtk_widget_get_next_sibling (mark))
    g_ptr_array_add (pictures, draw_grey (mark));
  for (guint i = 0; i < pictures->len; i++)
    for (guint j = i + 1; j < pictures->len; j++)
      {
        g_assert_false (g_bytes_equal (pictures->pdata[i], pictures->pdata[j]));
        g_assert_cmpstr (cs_format_member_state (states[i]), !=, cs_format_member_state (states[j]));
        g_assert_cmpstr (cs_format_member_meaning (states[i]), !=, cs_format_member_meaning (states[j]));
      }
  probe_destroy (window);
}

/* --- warnings and what was taken back --- */

static void
test_suspicion (Conduct *conduct, gconstpointer data)
{
  g_autofree char *code = conduct_add (conduct, nobody);
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  CsNewMember near = { .council = COUNCIL,
                       .key = "m6",
                       .name = "Lâm Thị Sương (mẫu)",
                       .role = CS_ROLE_MEMBER,
                       .organisation = dossier->producer.name };
  g_autoptr (GError) error = NULL;
  CsNoticeBar *bar;

  cs_councils_add_member (conduct->store, &near, &error);
  g_assert_no_error (error);
  conduct_score (conduct, "m1", code);
  g_assert_null (bar_with (conduct, "This member seems to belong to the producer"));
  conduct_score (conduct, "m6", code);
  bar = bar_with (conduct, "This member seems to belong to the producer");
  g_assert_nonnull (bar);
  probe_click (bar, "I Am _Recused…");
  conduct_give_reason ("người của cơ sở (mẫu)", NULL, TRUE);
  g_assert_null (bar_with (conduct, "This member seems to belong to the producer"));
  g_assert_false (shows_form (conduct));
}

static void
test_returned (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (CsSheet) before = conduct_sheet (conduct, code, "m3"), after = NULL;
  g_autoptr (GPtrArray) buttons = NULL;
  GtkWidget *button = NULL;

  conduct_score (conduct, "m3", code);
  g_assert_null (bar_with (conduct, "returned"));
  conduct_show (conduct, code);
  buttons = probe_all (conduct->results, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]),
                   "Return the sheet of Thạch Sô Phia (mẫu) for correction")
        == 0)
      button = buttons->pdata[i];
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  conduct_give_reason ("", "m2", FALSE);
  conduct_give_reason ("thiếu căn cứ ở mục 1.5 (mẫu)", "m2", TRUE);
  g_assert_nonnull (bar_with (conduct, "Trần Văn Bảy (mẫu) returned this sheet for correction"));
  g_assert_nonnull (bar_with (conduct, "thiếu căn cứ ở mục 1.5 (mẫu)"));
  after = conduct_sheet (conduct, code, "m3");
  g_assert_false (after->submitted);
  g_assert_cmpmem (after->choices, after->n_questions * sizeof (int), before->choices,
                   before->n_questions * sizeof (int));
  g_assert_true (probe_shows (conduct->results, "Sheet of Thạch Sô Phia (mẫu) returned for correction"));
  conduct_assert_secret (conduct, code, conduct->results, NULL);
  /* nobody else has the bar, and not the submitted sheet */
  conduct_score (conduct, "m4", code);
  g_assert_null (bar_with (conduct, "returned"));
  sample_book_submit (conduct->store, code);
  conduct_score (conduct, "m3", code);
  g_assert_null (bar_with (conduct, "returned"));
}

static void
test_withdrawn (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, -1, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (CsSheet) before = NULL, after = NULL;
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  GtkWidget *button = NULL;

  before = conduct_sheet (conduct, code, "m3");
  g_assert_true (cs_sheets_choose (conduct->store, dossier, before, 0, 1, NULL));
  conduct_score (conduct, "m3", code);
  conduct_show (conduct, code);
  buttons = probe_all (conduct->results, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]),
                   "Take the draft of Thạch Sô Phia (mẫu) away")
        == 0)
      button = buttons->pdata[i];
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  conduct_give_reason ("", NULL, FALSE);
  conduct_give_reason ("nhập nhầm thành viên (mẫu)", NULL, TRUE);
  after = conduct_sheet (conduct, code, "m3");
  g_assert_cmpint (after->id, ==, 0);
  g_assert_true (probe_shows (conduct->results, "Draft of Thạch Sô Phia (mẫu) taken away"));
  g_assert_nonnull (bar_with (conduct, "nhập nhầm thành viên (mẫu)"));
  conduct_assert_secret (conduct, code, conduct->results, NULL);
}

static void
test_moved (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, -1, -1, -1, -1 }, other[] = { 63, 66, -1, -1, -1 };
  g_autofree char *wrong = conduct_add (conduct, totals);
  g_autofree char *right = NULL, *taken = NULL;
  g_autoptr (CsSheet) here = NULL, there = NULL;
  CsReasonDialog *dialog;
  AdwMessageDialog *refusal;
  g_autoptr (CsDossier) from = conduct_dossier (conduct, wrong), to = NULL;

  conduct_score (conduct, "m1", wrong);
  act (conduct, "score.move");
  refusal = probe_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (refusal), "cannot be moved"));
  gtk_window_destroy (GTK_WINDOW (refusal));
  right = conduct_add (conduct, nobody);
  taken = conduct_add (conduct, other);
  to = conduct_dossier (conduct, right);
  act (conduct, "score.move");
  dialog = probe_find_window (CS_TYPE_REASON_DIALOG);
  /* only where the member has no sheet */
  g_assert_true (probe_shows (dialog, to->product));
  g_assert_false (probe_shows (dialog, taken));
  conduct_give_reason ("chấm nhầm sản phẩm (mẫu)", NULL, FALSE);
  conduct_give_reason ("chấm nhầm sản phẩm (mẫu)", right, TRUE);
  here = conduct_sheet (conduct, wrong, "m1");
  there = conduct_sheet (conduct, right, "m1");
  g_assert_cmpint (here->id, ==, 0);
  g_assert_cmpint (there->id, !=, 0);
  g_assert_false (there->submitted);
  conduct_score (conduct, "m1", wrong);
  g_assert_nonnull (bar_with (conduct, "was moved to another product"));
  conduct_show (conduct, wrong);
  g_assert_true (probe_shows (conduct->results, "moved to another product"));
  g_assert_true (probe_shows (conduct->results, "chấm nhầm sản phẩm (mẫu)"));
}

/* A member raises a ground; the council decides on it in place. */
static void
test_ground (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, -1 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CsResult) result = NULL;
  GtkWidget *dialog, *list;

  conduct_score (conduct, "m4", code);
  act (conduct, "score.raise");
  dialog = probe_find_window (CS_TYPE_ELIMINATION_DIALOG);
  entries = probe_all (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (entries->pdata[1]), ==, "Kim Thị Sa Rết (mẫu)");
  cs_radio_row_choose (probe_first (dialog, CS_TYPE_RADIO_ROW));
  gtk_editable_set_text (entries->pdata[0], "hóa đơn nhập khẩu (mẫu)");
  probe_click (dialog, "_Raise");
  result = conduct_result (conduct, code);
  g_assert_cmpuint (cs_ground_list_count_undecided (result), ==, 1);
  g_assert_false (result->eliminated);
  conduct_show (conduct, code);
  list = probe_first (conduct->results, CS_TYPE_GROUND_LIST);
  g_assert_true (probe_shows (list, "Raised, not decided"));
  g_assert_false (gtk_widget_get_sensitive (probe_button (list, "_Dismiss")));
  gtk_editable_set_text (probe_first (list, ADW_TYPE_ENTRY_ROW), "là nguyên liệu phụ (mẫu)");
  probe_click (list, "_Dismiss");
  g_assert_true (probe_shows (list, "Dismissed"));
  g_assert_true (probe_shows (list, "là nguyên liệu phụ (mẫu)"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run) g_test_add ("/conduct/" name, Conduct, NULL, conduct_set_up, run, conduct_tear_down)
  ADD ("recusal", test_recusal);
  ADD ("recused-answers", test_recused_answers);
  ADD ("left", test_left);
  ADD ("successor", test_successor);
  ADD ("absent", test_absent);
  ADD ("suspicion", test_suspicion);
  ADD ("returned", test_returned);
  ADD ("withdrawn", test_withdrawn);
  ADD ("moved", test_moved);
  ADD ("ground", test_ground);
#undef ADD
  g_test_add_func ("/conduct/marks", test_marks);
  return g_test_run ();
}
