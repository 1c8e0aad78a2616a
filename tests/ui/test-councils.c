/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "ui/widgets/choice-row.h"
#include "ui/councils/council-view.h"
#include "ui/councils/councils-page.h"
#include "ui/widgets/field-row.h"
#include "ui/councils/working-group-dialog.h"
#include "ui/councils/member-dialog.h"
#include "probe.h"
#include "ui/widgets/radio-row.h"
#include "ui/conduct/recusal-dialog.h"
#include "ui/councils/rules-dialog.h"
#include "ui/councils/rules-form.h"
#include "sample-book.h"
#include "service/dossiers/dossiers.h"
#include "service/council/recusals.h"
#include "service/scoring/sheets.h"
#include "ui/conduct/reason-dialog.h"

/* The page of councils: founding decision, members, working group, rules, recusals. */

typedef struct
{
  CsStore *store;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  fixture->store = sample_book_new ();
  fixture->window = gtk_window_new ();
  fixture->page = cs_councils_page_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  sample_book_add_council (fixture->store, "district-842", 5);
  sample_book_add_council (fixture->store, "district-845", 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  probe_destroy (fixture->window);
  sample_book_free (fixture->store);
}

static void
show (Fixture *fixture)
{
  cs_councils_page_set_store (CS_COUNCILS_PAGE (fixture->page), fixture->store);
  probe_draw (fixture->window);
  probe_settle ();
}

static CsCouncil *
council_of (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CsCouncil *council = cs_store_get_council (fixture->store, "district-842", &error);

  g_assert_no_error (error);
  return council;
}

/* What a click on the button that activates @action does; with @target (nullable) the one for it. */
static void
press (Fixture *fixture, const char *action, GVariant *target)
{
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_assert_true (
      gtk_widget_activate_action_variant (probe_first (fixture->page, CS_TYPE_COUNCIL_VIEW), action, owned));
}

static void
click (gpointer within, const char *id)
{
  GtkWidget *button = probe_find (within, GTK_TYPE_BUTTON, id);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
type_into (gpointer within, const char *id, const char *text)
{
  gtk_editable_set_text (probe_find (within, GTK_TYPE_EDITABLE, id), text);
}

static gpointer
dialog_of (GType type)
{
  gpointer dialog = probe_find_window (type);

  g_assert_nonnull (dialog);
  return dialog;
}

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
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  GtkWidget *dialog;
  const CsMember *chair;

  show (fixture);
  g_assert_true (probe_shows (fixture->page, "No Councils Yet"));
  g_assert_true (gtk_widget_get_mapped (probe_find (fixture->page, GTK_TYPE_BUTTON, "import_button")));
  gtk_widget_activate_action (fixture->page, "councils.add", NULL);
  dialog = dialog_of (CS_TYPE_MEMBER_DIALOG);
  type_into (dialog, "name_row", "Nguyễn Văn An (mẫu)");
  /* a council of nowhere is none */
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  g_assert_false (cs_chooser_choose (probe_first (dialog, CS_TYPE_CHOOSER), "district-84"));
  g_assert_true (cs_chooser_choose (probe_first (dialog, CS_TYPE_CHOOSER), "district-842"));
  click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_MEMBER_DIALOG));
  council = council_of (fixture);
  chair = g_ptr_array_index (council->members, 0);
  g_assert_cmpstr (chair->name, ==, "Nguyễn Văn An (mẫu)");
  g_assert_cmpint (chair->role, ==, CS_ROLE_CHAIR);
  g_assert_cmpstr (chair->key, ==, "m1");
  g_assert_true (probe_shows (fixture->page, "Thành phố Trà Vinh"));
  g_assert_true (probe_shows (fixture->page, "Only one member scores"));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list;
  g_autoptr (GError) error = NULL;

  show (fixture);
  list = probe_find (fixture->page, GTK_TYPE_LIST_BOX, "list");
  g_assert_true (probe_shows (fixture->page, "5 members score, 4 make a quorum"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (probe_shows (fixture->page, "3 members score, 3 make a quorum"));
  /* what happens elsewhere moves nobody */
  g_assert_true (cs_councils_remove_member (fixture->store, "district-842", "m1", "QĐ 7 (mẫu)", &error));
  g_assert_no_error (error);
  sample_book_add_council (fixture->store, "district-844", 0);
  g_assert_true (probe_shows (fixture->page, "3 members score, 3 make a quorum"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (probe_shows (fixture->page, "This council has no chair."));
  /* and what happened while nobody looked is there when somebody does */
  gtk_widget_set_visible (fixture->page, FALSE);
  g_assert_true (cs_councils_remove_member (fixture->store, "district-842", "m2", "QĐ 7 (mẫu)", &error));
  g_assert_false (probe_shows (fixture->window, "Nobody leads this council"));
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_true (probe_shows (fixture->page, "Nobody leads this council"));
}

static void
assert_fits (Fixture *fixture, int width)
{
  int least;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, width);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 768 - 47);
}

/* 1024 × 768 less the navigation and the header, with usual and with twice as large text. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  AdwLeaflet *leaflet;
  GtkWidget *view;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 824, 721);
  show (fixture);
  leaflet = probe_first (fixture->page, ADW_TYPE_LEAFLET);
  g_assert_false (adw_leaflet_get_folded (leaflet));
  assert_fits (fixture, 824);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_widget_queue_resize (fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 823, 721);
  probe_until (adw_leaflet_get_folded (leaflet));
  probe_settle ();
  assert_fits (fixture, 824);
  /* then one comes after the other, and Escape goes back */
  cs_councils_page_open (CS_COUNCILS_PAGE (fixture->page), "district-845");
  view = adw_leaflet_get_visible_child (leaflet);
  g_assert_true (gtk_widget_is_ancestor (probe_first (fixture->page, CS_TYPE_COUNCIL_VIEW), view));
  click (fixture->page, "back_button");
  g_assert_true (adw_leaflet_get_visible_child (leaflet) != view);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* --- founding decision --- */

static void
test_decision (Fixture *fixture, gconstpointer data)
{
  CsFieldRow *number, *day;
  g_autoptr (CsCouncil) council = NULL;

  show (fixture);
  number = probe_find (fixture->page, CS_TYPE_FIELD_ROW, "decision");
  day = probe_find (fixture->page, CS_TYPE_FIELD_ROW, "decided_on");
  probe_enter (number, "415/QĐ-UBND (mẫu)");
  probe_enter (day, "15/5/2024");
  probe_enter (probe_find (fixture->page, CS_TYPE_FIELD_ROW, "authority"), "Chủ tịch UBND (mẫu)");
  council = council_of (fixture);
  g_assert_cmpstr (council->decision, ==, "415/QĐ-UBND (mẫu)");
  g_assert_cmpstr (council->decided_on, ==, "2024-05-15");
  g_assert_cmpstr (council->authority, ==, "Chủ tịch UBND (mẫu)");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "15/05/2024");
  /* what is no day stays until it is one, also when another council was looked at meanwhile */
  probe_enter (day, "hôm qua");
  g_assert_nonnull (cs_field_row_get_problem (day));
  cs_councils_page_open (CS_COUNCILS_PAGE (fixture->page), "district-845");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "");
  cs_councils_page_open (CS_COUNCILS_PAGE (fixture->page), "district-842");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "hôm qua");
  g_assert_nonnull (cs_field_row_get_problem (day));
  probe_enter (day, "");
  cs_council_unref (council);
  council = council_of (fixture);
  g_assert_null (council->decided_on);
  g_assert_cmpstr (council->decision, ==, "415/QĐ-UBND (mẫu)");
}

/* --- members --- */

static void
test_add_member (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *member;
  GtkWidget *dialog;

  show (fixture);
  press (fixture, "council.add-member", NULL);
  dialog = dialog_of (CS_TYPE_MEMBER_DIALOG);
  type_into (dialog, "name_row", "Đặng Mỹ Linh & Con (mẫu)");
  type_into (dialog, "organisation_row", "Sở Công Thương & Du lịch (mẫu)");
  /* a second chair is refused where it was asked for, and nothing typed is lost */
  adw_combo_row_set_selected (probe_find (dialog, ADW_TYPE_COMBO_ROW, "role_row"), CS_ROLE_CHAIR);
  click (dialog, "go_button");
  g_assert_true (probe_shows (dialog, "has a chair already"));
  adw_combo_row_set_selected (probe_find (dialog, ADW_TYPE_COMBO_ROW, "role_row"), CS_ROLE_MEMBER);
  type_into (dialog, "key_row", "m1");
  click (dialog, "go_button");
  g_assert_true (probe_shows (dialog, "has a member “m1” already"));
  type_into (dialog, "key_row", "m9");
  type_into (dialog, "paper_row", "QĐ 12 (mẫu)");
  click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_MEMBER_DIALOG));
  council = council_of (fixture);
  member = cs_council_member (council, "m9");
  g_assert_nonnull (member);
  g_assert_cmpstr (member->added_by, ==, "QĐ 12 (mẫu)");
  g_assert_cmpint (member->role, ==, CS_ROLE_MEMBER);
  g_assert_true (probe_shows (fixture->page, "Đặng Mỹ Linh & Con (mẫu)"));
  g_assert_true (probe_shows (fixture->page, "Sở Công Thương & Du lịch (mẫu) · since"));
  g_assert_true (probe_shows (fixture->page, "6 members score, 5 make a quorum"));
}

static void
test_replace_member (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  const CsMember *former, *next;
  GtkWidget *dialog;

  show (fixture);
  g_assert_false (gtk_widget_get_visible (probe_find (fixture->page, ADW_TYPE_PREFERENCES_GROUP, "former")));
  press (fixture, "council.replace-member", g_variant_new_string ("m2"));
  dialog = dialog_of (CS_TYPE_MEMBER_DIALOG);
  g_assert_true (probe_shows (dialog, "Takes the seat of Trần Văn Bảy (mẫu) (Vice-chair)"));
  type_into (dialog, "name_row", "Lâm Sô Phi (mẫu)");
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  type_into (dialog, "paper_row", "QĐ 30 (mẫu)");
  click (dialog, "go_button");
  council = council_of (fixture);
  former = cs_council_member (council, "m2");
  next = cs_council_successor (council, former);
  g_assert_nonnull (former->left_at);
  g_assert_cmpstr (former->left_by, ==, "QĐ 30 (mẫu)");
  g_assert_cmpstr (next->name, ==, "Lâm Sô Phi (mẫu)");
  g_assert_cmpint (next->role, ==, CS_ROLE_VICE);
  g_assert_true (probe_shows (fixture->page, "Former Members"));
  g_assert_true (probe_shows (fixture->page, "Followed by Lâm Sô Phi (mẫu)"));
}

static void
test_member_leaves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  GtkWidget *dialog;

  show (fixture);
  press (fixture, "council.end-member", g_variant_new_string ("m3"));
  dialog = dialog_of (CS_TYPE_REASON_DIALOG);
  g_assert_true (probe_shows (dialog, "Thạch Sô Phia (mẫu) leaves the council"));
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go")));
  type_into (dialog, "reason_row", "QĐ 31 (mẫu)");
  click (dialog, "go");
  g_assert_null (probe_find_window (CS_TYPE_REASON_DIALOG));
  council = council_of (fixture);
  g_assert_cmpstr (cs_council_member (council, "m3")->left_by, ==, "QĐ 31 (mẫu)");
  g_assert_true (probe_shows (fixture->page, "left by QĐ 31 (mẫu)"));
  g_assert_true (probe_shows (fixture->page, "Sheets that they handed in stay and count."));
}

/* --- working group --- */

static void
test_helpers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsCouncil) council = NULL;
  g_autofree char *uuid = NULL;
  GtkWidget *dialog;

  show (fixture);
  press (fixture, "council.add-helper", NULL);
  dialog = dialog_of (CS_TYPE_WORKING_GROUP_DIALOG);
  type_into (dialog, "name_row", "Võ Thị Thu (mẫu)");
  type_into (dialog, "duty_row", "Tổ trưởng");
  click (dialog, "go_button");
  council = council_of (fixture);
  uuid = g_strdup (((CsWorkingGroupMember *) g_ptr_array_index (council->working_group, 0))->uuid);
  press (fixture, "council.edit-helper", g_variant_new_string (uuid));
  dialog = dialog_of (CS_TYPE_WORKING_GROUP_DIALOG);
  type_into (dialog, "organisation_row", "Phòng Kinh tế (mẫu)");
  click (dialog, "go_button");
  g_assert_true (probe_shows (fixture->page, "Phòng Kinh tế (mẫu) · Tổ trưởng"));
  press (fixture, "council.remove-helper", g_variant_new_string (uuid));
  g_assert_false (probe_shows (fixture->page, "Phòng Kinh tế (mẫu) · Tổ trưởng"));
  g_assert_true (probe_shows (fixture->page, "was removed from the working group"));
  press (fixture, "council.undo", g_variant_new_int64 (1));
  g_assert_true (probe_shows (fixture->page, "Phòng Kinh tế (mẫu) · Tổ trưởng"));
  cs_council_unref (council);
  council = council_of (fixture);
  g_assert_cmpuint (council->working_group->len, ==, 1);
  g_assert_cmpstr (((CsWorkingGroupMember *) g_ptr_array_index (council->working_group, 0))->uuid, ==, uuid);
}

/* --- rules --- */

static guint
n_versions (Fixture *fixture)
{
  g_autoptr (CsCouncil) council = council_of (fixture);
  g_autoptr (GPtrArray) history = cs_councils_rules_history (fixture->store, council, NULL);

  return history->len;
}

static CsCouncilRules
rules_of (Fixture *fixture)
{
  g_autoptr (CsCouncil) council = council_of (fixture);

  return council->rules;
}

static void
choose (gpointer within, const char *id, guint place)
{
  adw_combo_row_set_selected (probe_find (within, ADW_TYPE_COMBO_ROW, id), place);
}

/* Before the first sheet a choice is written at once, and leaves no history. */
static void
test_free_rules (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;
  g_autoptr (GPtrArray) radios = NULL;
  CsFieldRow *spread, *share;

  show (fixture);
  form = probe_first (fixture->page, CS_TYPE_RULES_FORM);
  spread = probe_find (form, CS_TYPE_FIELD_ROW, "spread_row");
  share = probe_find (form, CS_TYPE_FIELD_ROW, "share_row");
  radios = probe_all (form, CS_TYPE_RADIO_ROW);
  g_assert_true (probe_shows (fixture->page, "These are the regulation's defaults"));
  probe_enter (spread, "mười");
  g_assert_nonnull (cs_field_row_get_problem (spread));
  g_assert_cmpint (rules_of (fixture).spread_limit, ==, 10);
  probe_enter (spread, "015");
  g_assert_cmpint (rules_of (fixture).spread_limit, ==, 15);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spread)), ==, "15");
  choose (form, "compare_row", 1);
  choose (form, "presence_row", CS_PRESENCE_CHAIR);
  choose (form, "manner_row", 1);
  choose (form, "former_row", 1);
  cs_radio_row_choose (g_ptr_array_index (radios, CS_MINIMUM_EVERY));
  choose (form, "quorum_row", 1);
  g_assert_cmpint (cs_fraction_compare (rules_of (fixture).quorum, cs_fraction (2, 3)), ==, 0);
  choose (form, "quorum_row", 4);
  probe_enter (share, "7/5");
  g_assert_nonnull (cs_field_row_get_problem (share));
  probe_enter (share, "6/10");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (share)), ==, "3/5");
  g_assert_cmpint (cs_fraction_compare (rules_of (fixture).quorum, cs_fraction (3, 5)), ==, 0);
  g_assert_true (rules_of (fixture).spread_inclusive && rules_of (fixture).written
                 && rules_of (fixture).leave_out_former);
  g_assert_cmpint (rules_of (fixture).presence, ==, CS_PRESENCE_CHAIR);
  g_assert_cmpint (rules_of (fixture).minimum_rule, ==, CS_MINIMUM_EVERY);
  g_assert_cmpuint (n_versions (fixture), ==, 1);
  g_assert_true (probe_shows (fixture->page,
                              "Spread of the totals: less than 15 points (regulation: at most 10 points)"));
  press (fixture, "council.default-rules", NULL);
  g_assert_cmpint (rules_of (fixture).spread_limit, ==, 10);
  g_assert_true (probe_shows (fixture->page, "These are the regulation's defaults"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (share)));
  press (fixture, "council.undo", g_variant_new_int64 (1));
  g_assert_cmpint (rules_of (fixture).spread_limit, ==, 15);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (share)), ==, "3/5");
  g_assert_cmpuint (n_versions (fixture), ==, 1);
}

/* Once a sheet was handed in they change only with a reason, and what they were stays. */
static void
test_frozen_rules (Fixture *fixture, gconstpointer data)
{
  g_autofree char *code = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  GtkWidget *form, *dialog;

  sample_book_score (fixture->store, code, "m1", 60);
  show (fixture);
  form = probe_first (fixture->page, CS_TYPE_RULES_FORM);
  g_assert_true (gtk_widget_get_visible (form));
  sample_book_submit (fixture->store, code);
  g_assert_false (gtk_widget_get_visible (form));
  g_assert_true (probe_shows (fixture->page, "Frozen: sheets were handed in"));
  g_assert_true (probe_shows (fixture->page, "At least 3/4 of the members who score"));
  /* whoever comes to the form by another way is refused and told, and nothing is changed */
  choose (form, "manner_row", 1);
  dialog = dialog_of (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (probe_shows (dialog, "A change needs a reason"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_false (rules_of (fixture).written);
  g_assert_false (cs_rules_form_get_rules (CS_RULES_FORM (form))->written);

  press (fixture, "council.change-rules", NULL);
  dialog = dialog_of (CS_TYPE_RULES_DIALOG);
  form = probe_first (dialog, CS_TYPE_RULES_FORM);
  g_assert_true (probe_shows (dialog, "Nothing is changed yet."));
  choose (form, "manner_row", 1);
  g_assert_true (probe_shows (dialog, "Way of working: written opinions (before: a meeting)"));
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  type_into (dialog, "reason_row", "theo biên bản ngày 3/6 (mẫu)");
  /* what is typed and not yet taken goes along */
  type_into (form, "spread_row", "8");
  click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_RULES_DIALOG));
  g_assert_cmpuint (n_versions (fixture), ==, 2);
  g_assert_true (rules_of (fixture).written);
  g_assert_cmpint (rules_of (fixture).spread_limit, ==, 8);
  g_assert_true (probe_shows (fixture->page, "History of the Rules"));
  g_assert_true (probe_shows (fixture->page, "Reason: theo biên bản ngày 3/6 (mẫu)"));
  g_assert_true (probe_shows (fixture->page, "at most 8 points (before: at most 10 points)"));
}

/* --- recusals --- */

static char *
add_product (Fixture *fixture, const char *product, const char *producer)
{
  CsNewDossier dossier = { .product = product,
                           .producer = producer,
                           .producer_kind = "household",
                           .unit = "29236",
                           .form = 1,
                           .kind = "first",
                           .round = "district-1" };
  g_autoptr (GError) error = NULL;
  char *code = cs_dossiers_add (fixture->store, &dossier, &error);

  g_assert_no_error (error);
  return code;
}

static void
add_relative (Fixture *fixture)
{
  CsNewMember member = { .council = "district-842",
                         .key = "m9",
                         .name = "Sơn Thị Hồng (mẫu)",
                         .role = CS_ROLE_MEMBER,
                         .organisation = "hộ kinh doanh NGỌC ÁNH (mẫu)" };
  g_autoptr (GError) error = NULL;

  cs_councils_add_member (fixture->store, &member, &error);
  g_assert_no_error (error);
}

static GPtrArray *
recusals_of (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *recusals = cs_recusals_list (fixture->store, "district-842", &error);

  g_assert_no_error (error);
  return recusals;
}

/* A member whose organisation is the producer of products: the chair should ask. */
static void
test_suspect (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add_product (fixture, "Dừa sáp (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autofree char *second = add_product (fixture, "Mứt dừa (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autofree char *other = add_product (fixture, "Tôm khô (mẫu)", "Hộ kinh doanh Ngọc Ánh 2 (mẫu)");
  g_autoptr (GPtrArray) recusals = NULL;
  GtkWidget *dialog;

  show (fixture);
  g_assert_false (gtk_widget_get_visible (probe_find (fixture->page, GTK_TYPE_BOX, "suspects")));
  add_relative (fixture);
  g_assert_true (
      probe_shows (fixture->page,
                   "Sơn Thị Hồng (mẫu) belongs to the producer of “Dừa sáp (mẫu)” and 1 more product: ask"));
  g_assert_true (probe_shows (fixture->page, "1 member belongs to the producer of a product"));
  press (fixture, "council.recuse", g_variant_new ("(ss)", "m9", first));
  dialog = dialog_of (CS_TYPE_RECUSAL_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  type_into (dialog, "reason_row", "chủ thể (mẫu)");
  click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_RECUSAL_DIALOG));
  recusals = recusals_of (fixture);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->member_key, ==, "m9");
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->producer, ==,
                   "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_assert_false (probe_shows (fixture->page, "belongs to the producer of"));
  g_assert_true (probe_shows (fixture->page, "Every product of Hộ kinh doanh Ngọc Ánh (mẫu)"));
}

/* What the service refuses is told in the dialog. */
static void
test_recusal_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *code = add_product (fixture, "Dừa sáp (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autoptr (GPtrArray) recusals = NULL;
  GtkWidget *dialog;

  show (fixture);
  for (guint i = 0; i < 2; i++)
    {
      press (fixture, "council.recuse-member", g_variant_new_string ("m3"));
      dialog = dialog_of (CS_TYPE_RECUSAL_DIALOG);
      g_assert_true (cs_chooser_choose (probe_first (dialog, CS_TYPE_CHOOSER), code));
      choose (dialog, "by_row", 1);
      type_into (dialog, "reason_row", "người thân (mẫu)");
      click (dialog, "go_button");
    }
  g_assert_true (probe_shows (dialog, "Thạch Sô Phia (mẫu) is recused from it already"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  recusals = recusals_of (fixture);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_true (((CsRecusal *) g_ptr_array_index (recusals, 0))->by_chair);
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->dossier, ==, code);
}

/* Presses keys as a person does, by their names for xdotool. */
static void
keys (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list names;

  g_ptr_array_add (argv, (gpointer) "xdotool");
  g_ptr_array_add (argv, (gpointer) "key");
  g_ptr_array_add (argv, (gpointer) "--delay");
  g_ptr_array_add (argv, (gpointer) "15");
  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    g_ptr_array_add (argv, (gpointer) name);
  va_end (names);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  probe_settle ();
}

static GtkWidget *
active_window (GType type)
{
  GtkWidget *window = probe_find_window (type);

  return window != NULL && gtk_window_is_active (GTK_WINDOW (window)) ? window : NULL;
}

static GtkWidget *
wait_for_window (GType type)
{
  probe_until (active_window (type) != NULL);
  return active_window (type);
}

static gboolean
has_focus (GtkWidget *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Until the keyboard is on @widget or in it. */
static void
wait_for_focus (GtkWidget *window, GtkWidget *widget)
{
  probe_until (has_focus (window, widget));
}

static void
wait_until_gone (Fixture *fixture, GType type)
{
  probe_until (probe_find_window (type) == NULL);
  /* there is no window manager who would make the other one the active one again */
  gtk_window_present (GTK_WINDOW (fixture->window));
  probe_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = add_product (fixture, "Tôm khô (mẫu)", "Hộ kinh doanh Bảy Hiền (mẫu)");
  g_autofree char *code = add_product (fixture, "Dừa sáp (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autoptr (GPtrArray) recusals = NULL;
  const CsRecusal *recusal;
  GtkWidget *dialog;
  GtkEditable *reason;

  show (fixture);
  wait_for_window (GTK_TYPE_WINDOW);
  keys ("alt+r", NULL);
  dialog = wait_for_window (CS_TYPE_RECUSAL_DIALOG);
  reason = probe_find (dialog, GTK_TYPE_EDITABLE, "reason_row");
  keys ("Tab", NULL);
  wait_for_focus (dialog, probe_find (dialog, CS_TYPE_CHOICE_ROW, "product_row"));
  keys ("Return", NULL); /* the row opens the list */
  wait_for_focus (dialog, probe_first (dialog, GTK_TYPE_SEARCH_ENTRY));
  keys ("d", "u", "a", "space", "s", "a", "p", "Return", NULL);
  wait_for_focus (dialog, probe_find (dialog, CS_TYPE_CHOICE_ROW, "product_row"));
  keys ("Tab", "Tab", "Tab", NULL);
  wait_for_focus (dialog, probe_find (dialog, ADW_TYPE_ENTRY_ROW, "reason_row"));
  keys ("v", "o", NULL);
  probe_until (g_str_equal (gtk_editable_get_text (reason), "vo"));
  keys ("Return", NULL);
  wait_until_gone (fixture, CS_TYPE_RECUSAL_DIALOG);
  recusals = recusals_of (fixture);
  g_assert_cmpuint (recusals->len, ==, 1);
  recusal = g_ptr_array_index (recusals, 0);
  g_assert_cmpstr (recusal->dossier, ==, code);
  g_assert_cmpstr (recusal->member_key, ==, "m1");
  g_assert_cmpstr (recusal->reason, ==, "vo");
  g_assert_null (recusal->ended_at);

  keys ("alt+e", NULL);
  wait_for_window (CS_TYPE_REASON_DIALOG);
  keys ("n", "h", "a", "m", "Return", NULL);
  wait_until_gone (fixture, CS_TYPE_REASON_DIALOG);
  g_ptr_array_unref (recusals);
  recusals = recusals_of (fixture);
  recusal = g_ptr_array_index (recusals, 0);
  g_assert_nonnull (recusal->ended_at);
  g_assert_cmpstr (recusal->end_reason, ==, "nham");
  g_assert_true (probe_shows (fixture->page, "Ended on"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
  g_test_add_func ("/councils/life", test_life);
  g_test_add ("/councils/empty", Fixture, NULL, set_up_empty, test_empty, tear_down);
#define ADD(name, run) g_test_add ("/councils/" name, Fixture, NULL, set_up, run, tear_down)
  ADD ("selection", test_selection);
  ADD ("room", test_room);
  ADD ("decision", test_decision);
  ADD ("member/add", test_add_member);
  ADD ("member/replace", test_replace_member);
  ADD ("member/leaves", test_member_leaves);
  ADD ("helpers", test_helpers);
  ADD ("rules/free", test_free_rules);
  ADD ("rules/frozen", test_frozen_rules);
  ADD ("recusal/suspect", test_suspect);
  ADD ("recusal/refused", test_recusal_refused);
  ADD ("recusal/keyboard", test_keyboard);
  return g_test_run ();
}
