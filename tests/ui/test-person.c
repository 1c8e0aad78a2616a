/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conduct.h"
#include "sample-book.h"
#include "ui/app/preferences-window.h"
#include "ui/conduct/closing-dialog.h"
#include "ui/conduct/ground-list.h"
#include "ui/conduct/reason-dialog.h"
#include "ui/conduct/spread-panel.h"
#include "ui/shared/person-group.h"
#include "ui/widgets/settings.h"

#include "model/closing.h"
#include "service/scoring/grounds.h"
#include "service/scoring/reopening.h"
#include "service/scoring/rescoring.h"

/* Who did it, in the window: looking at a sheet signs nothing; the first dialog that decides something asks,
 * once. */

#define NAME "Kim Thị Lan (mẫu)"
#define DUTY "Thư ký"

static void
forget_person (void)
{
  cs_settings_set_person (cs_settings_get_default (), NULL, NULL);
}

static GtkWidget *
group_in (GtkWidget *dialog)
{
  return probe_first (dialog, CS_TYPE_PERSON_GROUP);
}

static GtkWidget *
begin_closing (Conduct *conduct, const char *code)
{
  GtkWidget *dialog;

  conduct_show (conduct, code);
  probe_click (conduct->results, "_Close the Product…");
  dialog = probe_find_window (CS_TYPE_CLOSING_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static const CsClosing *
last_closing (const GPtrArray *closings)
{
  g_assert_cmpuint (closings->len, >, 0);
  return g_ptr_array_index (closings, closings->len - 1);
}

static void
assert_closed_by (Conduct *conduct, const char *code, const char *who)
{
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (GPtrArray) closings = cs_evaluation_closings (conduct->store, dossier, NULL);

  g_assert_cmpstr (last_closing (closings)->closed_by, ==, who);
}

static void
test_showing_signs_nothing (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 65 };
  g_autofree char *code = conduct_add (conduct, totals);
  GtkWidget *dialog;

  forget_person ();
  /* one member after the other is shown, and then somebody closes the product */
  conduct_score (conduct, "m1", code);
  conduct_score (conduct, "m3", code);
  g_assert_null (cs_store_get_actor (conduct->store));
  dialog = begin_closing (conduct, code);
  probe_click (dialog, "_Close the Product");
  assert_closed_by (conduct, code, "");
  g_assert_true (probe_shows (conduct->results, "somebody who was not told"));
}

static void
test_asked_once (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 65 };
  g_autofree char *first = conduct_add (conduct, totals), *second = conduct_add (conduct, totals);
  g_autofree char *name = NULL, *duty = NULL;
  GtkWidget *dialog, *group;

  forget_person ();
  dialog = begin_closing (conduct, first);
  group = group_in (dialog);
  g_assert_true (gtk_widget_get_mapped (group));
  cs_person_group_type (CS_PERSON_GROUP (group), NAME, DUTY);
  probe_click (dialog, "_Close the Product");
  assert_closed_by (conduct, first, NAME ", " DUTY);
  cs_settings_dup_person (cs_settings_get_default (), &name, &duty);
  g_assert_cmpstr (name, ==, NAME);
  g_assert_cmpstr (duty, ==, DUTY);
  g_assert_true (probe_shows (conduct->results, NAME));
  dialog = begin_closing (conduct, second);
  g_assert_false (gtk_widget_get_visible (group_in (dialog)));
  probe_click (dialog, "_Close the Product");
  assert_closed_by (conduct, second, NAME ", " DUTY);
  forget_person ();
}

static const char *
noted_by (Conduct *conduct, const char *code, GPtrArray **notes)
{
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);

  *notes = cs_sheets_discussions (conduct->store, dossier, NULL);
  g_assert_cmpuint ((*notes)->len, ==, 1);
  return ((CsDiscussion *) g_ptr_array_index (*notes, 0))->noted_by;
}

static void
note (Conduct *conduct, const char *code)
{
  GtkWidget *panel;

  conduct_show (conduct, code);
  panel = probe_first (conduct->results, CS_TYPE_SPREAD_PANEL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (probe_first (panel, GTK_TYPE_TEXT_VIEW)),
                            "đã thảo luận (mẫu)", -1);
  probe_click (panel, "_Note the Discussion");
}

/* What is decided by a button on a page has no dialog to ask in: it asks first, and once. */
static void
test_buttons (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 40, 63, 67, 66, 90 };
  g_autofree char *first = conduct_add (conduct, totals), *second = conduct_add (conduct, totals);
  g_autofree char *third = conduct_add (conduct, totals);
  g_autoptr (GPtrArray) notes = NULL, more = NULL, last = NULL;

  forget_person ();
  note (conduct, first);
  gtk_window_close (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  probe_settle ();
  probe_click (probe_first (conduct->results, CS_TYPE_SPREAD_PANEL), "_Note the Discussion");
  conduct_answer_person (NULL);
  g_assert_cmpstr (noted_by (conduct, first, &notes), ==, "");
  note (conduct, second);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (noted_by (conduct, second, &more), ==, "");
  cs_store_set_person (conduct->store, NAME, DUTY);
  note (conduct, third);
  g_assert_null (probe_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (noted_by (conduct, third, &last), ==, NAME ", " DUTY);
}

/* A ground that waits is decided on in the list. */
static void
test_ground (Conduct *conduct, gconstpointer data)
{
  static const int totals[] = { 61, 63, 67, 66, 65 };
  g_autofree char *code = conduct_add (conduct, totals);
  g_autoptr (CsDossier) dossier = conduct_dossier (conduct, code);
  g_autoptr (CsGround) ground =
      cs_ground_new (NULL, "Hồ sơ giả (mẫu)", "ngày bị sửa (mẫu)", "Kim Thị Lan (mẫu)");
  g_autoptr (GPtrArray) grounds = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *list;

  forget_person ();
  ground->state = CS_GROUND_RAISED;
  cs_grounds_add (conduct->store, dossier, ground, &error);
  g_assert_no_error (error);
  conduct_show (conduct, code);
  list = probe_first (conduct->results, CS_TYPE_GROUND_LIST);
  gtk_editable_set_text (probe_first (list, ADW_TYPE_ENTRY_ROW), "bản gốc khớp (mẫu)");
  probe_click (list, "_Dismiss");
  g_assert_true (probe_shows (list, "Raised, not decided"));
  conduct_answer_person (NAME);
  g_assert_true (probe_shows (list, "Dismissed"));
  g_assert_true (probe_shows (list, "bản gốc khớp (mẫu) (" NAME ", "));
  grounds = cs_grounds_list (conduct->store, dossier, &error);
  g_assert_cmpstr (((CsGround *) g_ptr_array_index (grounds, 0))->decided_by, ==, NAME);
  forget_person ();
}

static void
test_preferences (Conduct *conduct, gconstpointer data)
{
  GtkWidget *window = cs_preferences_window_new (conduct->store);
  g_autofree char *name = NULL, *duty = NULL;

  forget_person ();
  probe_draw (window);
  gtk_editable_set_text (probe_find (window, ADW_TYPE_ENTRY_ROW, "person_name"), NAME);
  gtk_editable_set_text (probe_find (window, ADW_TYPE_ENTRY_ROW, "person_duty"), DUTY);
  cs_settings_dup_person (cs_settings_get_default (), &name, &duty);
  g_assert_cmpstr (name, ==, NAME);
  g_assert_cmpstr (duty, ==, DUTY);
  cs_person_group_apply (conduct->store);
  g_assert_cmpstr (cs_store_get_actor (conduct->store), ==, NAME ", " DUTY);
  forget_person ();
  cs_person_group_apply (conduct->store);
  g_assert_null (cs_store_get_actor (conduct->store));
  probe_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, run) g_test_add ("/person/" name, Conduct, NULL, conduct_set_up, run, conduct_tear_down)
  ADD ("showing-signs-nothing", test_showing_signs_nothing);
  ADD ("asked-once", test_asked_once);
  ADD ("buttons", test_buttons);
  ADD ("ground", test_ground);
  ADD ("preferences", test_preferences);
  return g_test_run ();
}
