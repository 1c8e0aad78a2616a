/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "councils.h"
#include "member-id.h"
#include "council-id.h"
#include "probe.h"
#include "sample-book.h"

#include "service/council/councils.h"
#include "service/papers/office.h"
#include "ui/councils/council-view.h"
#include "ui/councils/councils-page.h"
#include "ui/councils/member-dialog.h"
#include "ui/councils/office-dialog.h"
#include "ui/councils/working-group-dialog.h"
#include "ui/widgets/chooser.h"
#include "ui/widgets/field-row.h"
#include "ui/conduct/reason-dialog.h"

/* The page of councils: founding decision, members, working group. */

/* --- the page --- */

static void
test_life (void)
{
  CsStore *store = sample_book_new ();
  GtkWidget *page = g_object_ref_sink (cs_councils_page_new ());

  sample_book_add_council (store, "district-842", 3);
  cs_councils_page_set_store (CS_COUNCILS_PAGE (page), store);
  cs_councils_page_set_round (CS_COUNCILS_PAGE (page), "district-1");
  cs_councils_page_set_store (CS_COUNCILS_PAGE (page), NULL);
  cs_councils_page_set_store (CS_COUNCILS_PAGE (page), store);
  g_assert_finalize_object (page);
  sample_book_free (store);
}

/* The first council of a book is founded from the page that says what it is for. */
static void
test_empty (Councils *councils, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  GtkWidget *dialog;
  const CsMember *chair;

  councils_show (councils);
  g_assert_true (probe_shows (councils->page, "No Councils Yet"));
  g_assert_true (gtk_widget_get_mapped (probe_find (councils->page, GTK_TYPE_BUTTON, "import_button")));
  gtk_widget_activate_action (councils->page, "councils.add", NULL);
  dialog = councils_dialog_of (CS_TYPE_MEMBER_DIALOG);
  councils_type_into (dialog, "name_row", "Nguyễn Văn An (mẫu)");
  /* a council of nowhere is none */
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  g_assert_false (cs_chooser_choose (probe_first (dialog, CS_TYPE_CHOOSER), "district-84"));
  g_assert_true (cs_chooser_choose (probe_first (dialog, CS_TYPE_CHOOSER), "district-842"));
  councils_click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_MEMBER_DIALOG));
  council = councils_read (councils);
  chair = g_ptr_array_index (council->members, 0);
  g_assert_cmpstr (chair->name, ==, "Nguyễn Văn An (mẫu)");
  g_assert_cmpint (chair->role, ==, CS_ROLE_CHAIR);
  g_assert_cmpstr (chair->key, ==, "m1");
  g_assert_true (probe_shows (councils->page, "Thành phố Trà Vinh"));
  g_assert_true (probe_shows (councils->page, "Only one member scores"));
}

static void
test_selection (Councils *councils, gconstpointer data)
{
  GtkListBox *list;
  g_autoptr (GError) error = NULL;

  councils_show (councils);
  list = probe_find (councils->page, GTK_TYPE_LIST_BOX, "list");
  g_assert_true (probe_shows (councils->page, "5 members score, 4 make a quorum"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (probe_shows (councils->page, "3 members score, 3 make a quorum"));
  /* what happens elsewhere moves nobody */
  g_assert_true (cs_councils_remove_member (councils->store,
                                            member_id_in (councils->store, "district-842", "m1"),
                                            "QĐ 7 (mẫu)", &error));
  g_assert_no_error (error);
  sample_book_add_council (councils->store, "district-844", 0);
  g_assert_true (probe_shows (councils->page, "3 members score, 3 make a quorum"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (probe_shows (councils->page, "This council has no chair."));
  /* and what happened while nobody looked is there when somebody does */
  gtk_widget_set_visible (councils->page, FALSE);
  g_assert_true (cs_councils_remove_member (councils->store,
                                            member_id_in (councils->store, "district-842", "m2"),
                                            "QĐ 7 (mẫu)", &error));
  g_assert_false (probe_shows (councils->window, "Nobody leads this council"));
  gtk_widget_set_visible (councils->page, TRUE);
  g_assert_true (probe_shows (councils->page, "Nobody leads this council"));
}

static void
assert_fits (Councils *councils, int width)
{
  int least;

  gtk_widget_measure (councils->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, width);
  gtk_widget_measure (councils->page, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 768 - 47);
}

/* --- papers --- */

static void
test_office (Councils *councils, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsOffice) office = NULL;
  GtkWidget *dialog, *acting_for, *number;

  councils_show (councils);
  councils_press (councils, "council.office", NULL);
  dialog = councils_dialog_of (CS_TYPE_OFFICE_DIALOG);
  acting_for = probe_find (dialog, ADW_TYPE_ENTRY_ROW, "acting_for_row");
  number = probe_find (dialog, GTK_TYPE_LABEL, "number_label");
  g_assert_false (gtk_widget_get_sensitive (acting_for));
  councils_type_into (dialog, "issuer_row", "HỘI ĐỒNG OCOP (MẪU)");
  councils_type_into (dialog, "recipients_row", "Như trên; Lưu: VT");
  councils_type_into (dialog, "symbol_row", "HĐOCOP");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (number)), ==, "05/BB-HĐOCOP");
  adw_combo_row_set_selected (probe_find (dialog, ADW_TYPE_COMBO_ROW, "acting_row"), CS_ACTING_KT);
  g_assert_true (gtk_widget_get_sensitive (acting_for));
  /* in whose place? The dialog stays, with what was typed */
  councils_click (dialog, "go_button");
  g_assert_true (probe_shows (dialog, "Who signs in somebody's place"));
  councils_type_into (dialog, "acting_for_row", "CHỦ TỊCH");
  councils_type_into (dialog, "role_row", "PHÓ CHỦ TỊCH");
  g_assert_false (probe_shows (dialog, "Who signs in somebody's place"));
  councils_click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_OFFICE_DIALOG));
  office = cs_office_get (councils->store, council_id (councils->store, "district-842"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (office->issuer, ==, "HỘI ĐỒNG OCOP (MẪU)");
  g_assert_cmpstr (office->recipients, ==, "Như trên\nLưu: VT");
  g_assert_cmpint (office->acting, ==, CS_ACTING_KT);
  /* shown again as it is */
  councils_press (councils, "council.office", NULL);
  dialog = councils_dialog_of (CS_TYPE_OFFICE_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (probe_find (dialog, ADW_TYPE_ENTRY_ROW, "recipients_row")), ==,
                   "Như trên; Lưu: VT");
  probe_destroy (dialog);
}

/* 1024 × 768 less the navigation and the header, with usual and with twice as large text. */
static void
test_room (Councils *councils, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  AdwLeaflet *leaflet;
  GtkWidget *view;

  gtk_window_set_default_size (GTK_WINDOW (councils->window), 824, 721);
  councils_show (councils);
  leaflet = probe_first (councils->page, ADW_TYPE_LEAFLET);
  g_assert_false (adw_leaflet_get_folded (leaflet));
  assert_fits (councils, 824);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_widget_queue_resize (councils->page);
  gtk_window_set_default_size (GTK_WINDOW (councils->window), 823, 721);
  probe_until (adw_leaflet_get_folded (leaflet));
  probe_settle ();
  assert_fits (councils, 824);
  /* then one comes after the other, and Escape goes back */
  cs_councils_page_open (CS_COUNCILS_PAGE (councils->page), "district-845");
  view = adw_leaflet_get_visible_child (leaflet);
  g_assert_true (gtk_widget_is_ancestor (probe_first (councils->page, CS_TYPE_COUNCIL_VIEW), view));
  councils_click (councils->page, "back_button");
  g_assert_true (adw_leaflet_get_visible_child (leaflet) != view);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* --- founding decision --- */

static void
test_decision (Councils *councils, gconstpointer data)
{
  CsFieldRow *number, *day;
  g_autoptr (CsCouncil) council = NULL;

  councils_show (councils);
  number = probe_find (councils->page, CS_TYPE_FIELD_ROW, "decision");
  day = probe_find (councils->page, CS_TYPE_FIELD_ROW, "decided_on");
  probe_enter (number, "415/QĐ-UBND (mẫu)");
  probe_enter (day, "15/5/2024");
  probe_enter (probe_find (councils->page, CS_TYPE_FIELD_ROW, "authority"), "Chủ tịch UBND (mẫu)");
  council = councils_read (councils);
  g_assert_cmpstr (council->decision, ==, "415/QĐ-UBND (mẫu)");
  g_assert_cmpstr (council->decided_on, ==, "2024-05-15");
  g_assert_cmpstr (council->authority, ==, "Chủ tịch UBND (mẫu)");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "15/05/2024");
  /* what is no day stays until it is one, also when another council was looked at meanwhile */
  probe_enter (day, "hôm qua");
  g_assert_nonnull (cs_field_row_get_problem (day));
  cs_councils_page_open (CS_COUNCILS_PAGE (councils->page), "district-845");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "");
  cs_councils_page_open (CS_COUNCILS_PAGE (councils->page), "district-842");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "hôm qua");
  g_assert_nonnull (cs_field_row_get_problem (day));
  probe_enter (day, "");
  cs_council_unref (council);
  council = councils_read (councils);
  g_assert_null (council->decided_on);
  g_assert_cmpstr (council->decision, ==, "415/QĐ-UBND (mẫu)");
}

/* --- members --- */

static void
test_add_member (Councils *councils, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member;
  GtkWidget *dialog;

  councils_show (councils);
  councils_press (councils, "council.add-member", NULL);
  dialog = councils_dialog_of (CS_TYPE_MEMBER_DIALOG);
  councils_type_into (dialog, "name_row", "Đặng Mỹ Linh & Con (mẫu)");
  councils_type_into (dialog, "organisation_row", "Sở Công Thương & Du lịch (mẫu)");
  /* a second chair is refused where it was asked for, and nothing typed is lost */
  adw_combo_row_set_selected (probe_find (dialog, ADW_TYPE_COMBO_ROW, "role_row"), CS_ROLE_CHAIR);
  councils_click (dialog, "go_button");
  g_assert_true (probe_shows (dialog, "has a chair already"));
  adw_combo_row_set_selected (probe_find (dialog, ADW_TYPE_COMBO_ROW, "role_row"), CS_ROLE_MEMBER);
  councils_type_into (dialog, "key_row", "m1");
  councils_click (dialog, "go_button");
  g_assert_true (probe_shows (dialog, "has a member “m1” already"));
  councils_type_into (dialog, "key_row", "m9");
  councils_type_into (dialog, "paper_row", "QĐ 12 (mẫu)");
  councils_click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_MEMBER_DIALOG));
  council = councils_read (councils);
  member = cs_council_member (council, "m9");
  g_assert_nonnull (member);
  g_assert_cmpstr (member->added_by, ==, "QĐ 12 (mẫu)");
  g_assert_cmpint (member->role, ==, CS_ROLE_MEMBER);
  g_assert_true (probe_shows (councils->page, "Đặng Mỹ Linh & Con (mẫu)"));
  g_assert_true (probe_shows (councils->page, "Sở Công Thương & Du lịch (mẫu) · since"));
  g_assert_true (probe_shows (councils->page, "6 members score, 5 make a quorum"));
}

static void
test_replace_member (Councils *councils, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *former, *next;
  GtkWidget *dialog;

  councils_show (councils);
  g_assert_false (gtk_widget_get_visible (probe_find (councils->page, ADW_TYPE_PREFERENCES_GROUP, "former")));
  councils_press (councils, "council.replace-member",
                  g_variant_new_string (member_id_in (councils->store, "district-842", "m2")));
  dialog = councils_dialog_of (CS_TYPE_MEMBER_DIALOG);
  g_assert_true (probe_shows (dialog, "Takes the seat of Trần Văn Bảy (mẫu) (Vice-chair)"));
  councils_type_into (dialog, "name_row", "Lâm Sô Phi (mẫu)");
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  councils_type_into (dialog, "paper_row", "QĐ 30 (mẫu)");
  councils_click (dialog, "go_button");
  council = councils_read (councils);
  former = cs_council_member (council, "m2");
  next = cs_council_successor (council, former);
  g_assert_nonnull (former->left_at);
  g_assert_cmpstr (former->left_by, ==, "QĐ 30 (mẫu)");
  g_assert_cmpstr (next->name, ==, "Lâm Sô Phi (mẫu)");
  g_assert_cmpint (next->role, ==, CS_ROLE_VICE);
  g_assert_true (probe_shows (councils->page, "Former Members"));
  g_assert_true (probe_shows (councils->page, "Followed by Lâm Sô Phi (mẫu)"));
}

static void
test_member_leaves (Councils *councils, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  GtkWidget *dialog;

  councils_show (councils);
  councils_press (councils, "council.end-member",
                  g_variant_new_string (member_id_in (councils->store, "district-842", "m3")));
  dialog = councils_dialog_of (CS_TYPE_REASON_DIALOG);
  g_assert_true (probe_shows (dialog, "Thạch Sô Phia (mẫu) leaves the council"));
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go")));
  councils_type_into (dialog, "reason_row", "QĐ 31 (mẫu)");
  councils_click (dialog, "go");
  g_assert_null (probe_find_window (CS_TYPE_REASON_DIALOG));
  council = councils_read (councils);
  g_assert_cmpstr (cs_council_member (council, "m3")->left_by, ==, "QĐ 31 (mẫu)");
  g_assert_true (probe_shows (councils->page, "left by QĐ 31 (mẫu)"));
  g_assert_true (probe_shows (councils->page, "Sheets that they handed in stay and count."));
}

/* --- working group --- */

static void
test_helpers (Councils *councils, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  g_autofree char *uuid = NULL;
  GtkWidget *dialog;

  councils_show (councils);
  councils_press (councils, "council.add-helper", NULL);
  dialog = councils_dialog_of (CS_TYPE_WORKING_GROUP_DIALOG);
  councils_type_into (dialog, "name_row", "Võ Thị Thu (mẫu)");
  councils_type_into (dialog, "duty_row", "Tổ trưởng");
  councils_click (dialog, "go_button");
  council = councils_read (councils);
  uuid = g_strdup (((CsWorkingGroupMember *) g_ptr_array_index (council->working_group, 0))->uuid);
  councils_press (councils, "council.edit-helper", g_variant_new_string (uuid));
  dialog = councils_dialog_of (CS_TYPE_WORKING_GROUP_DIALOG);
  councils_type_into (dialog, "organisation_row", "Phòng Kinh tế (mẫu)");
  councils_click (dialog, "go_button");
  g_assert_true (probe_shows (councils->page, "Phòng Kinh tế (mẫu) · Tổ trưởng"));
  councils_press (councils, "council.remove-helper", g_variant_new_string (uuid));
  g_assert_false (probe_shows (councils->page, "Phòng Kinh tế (mẫu) · Tổ trưởng"));
  g_assert_true (probe_shows (councils->page, "was removed from the working group"));
  councils_press (councils, "council.undo", g_variant_new_int64 (1));
  g_assert_true (probe_shows (councils->page, "Phòng Kinh tế (mẫu) · Tổ trưởng"));
  cs_council_unref (council);
  council = councils_read (councils);
  g_assert_cmpuint (council->working_group->len, ==, 1);
  g_assert_cmpstr (((CsWorkingGroupMember *) g_ptr_array_index (council->working_group, 0))->uuid, ==, uuid);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/councils/life", test_life);
  g_test_add ("/councils/empty", Councils, NULL, councils_set_up_empty, test_empty, councils_tear_down);
#define ADD(name, run)                                                                                       \
  g_test_add ("/councils/" name, Councils, NULL, councils_set_up, run, councils_tear_down)
  ADD ("selection", test_selection);
  ADD ("room", test_room);
  ADD ("decision", test_decision);
  ADD ("member/add", test_add_member);
  ADD ("member/replace", test_replace_member);
  ADD ("member/leaves", test_member_leaves);
  ADD ("helpers", test_helpers);
  ADD ("office", test_office);
  return g_test_run ();
}
