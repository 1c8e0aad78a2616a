/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "councils.h"
#include "member-id.h"
#include "council-id.h"
#include "probe.h"
#include "sample-book.h"

#include "service/council/council-rules.h"
#include "service/council/councils.h"
#include "service/council/recusals.h"
#include "service/dossiers/dossiers.h"
#include "ui/conduct/recusal-dialog.h"
#include "ui/councils/rules-dialog.h"
#include "ui/councils/rules-form.h"
#include "ui/widgets/choice-row.h"
#include "ui/widgets/field-row.h"
#include "ui/widgets/radio-row.h"
#include "ui/conduct/reason-dialog.h"

/* The page of councils: rules and recusals, also by keyboard alone. */

/* --- rules --- */

static guint
n_versions (Councils *councils)
{
  g_autoptr (CsCouncil) council = councils_read (councils);
  g_autoptr (GPtrArray) history = cs_councils_rules_history (councils->store, council, NULL);

  return history->len;
}

static CsCouncilRules
rules_of (Councils *councils)
{
  g_autoptr (CsCouncil) council = councils_read (councils);

  return council->rules;
}

static void
choose (gpointer within, const char *id, guint place)
{
  adw_combo_row_set_selected (probe_find (within, ADW_TYPE_COMBO_ROW, id), place);
}

/* Before the first sheet a choice is written at once, and leaves no history. */
static void
test_free_rules (Councils *councils, gconstpointer data)
{
  GtkWidget *form;
  g_autoptr (GPtrArray) radios = NULL;
  CsFieldRow *spread, *share;

  councils_show (councils);
  form = probe_first (councils->page, CS_TYPE_RULES_FORM);
  spread = probe_find (form, CS_TYPE_FIELD_ROW, "spread_row");
  share = probe_find (form, CS_TYPE_FIELD_ROW, "share_row");
  radios = probe_all (form, CS_TYPE_RADIO_ROW);
  g_assert_true (probe_shows (councils->page, "These are the regulation's defaults"));
  probe_enter (spread, "mười");
  g_assert_nonnull (cs_field_row_get_problem (spread));
  g_assert_cmpint (rules_of (councils).spread_limit, ==, 10);
  probe_enter (spread, "015");
  g_assert_cmpint (rules_of (councils).spread_limit, ==, 15);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spread)), ==, "15");
  choose (form, "compare_row", 1);
  choose (form, "presence_row", CS_PRESENCE_CHAIR);
  choose (form, "manner_row", 1);
  choose (form, "former_row", 1);
  cs_radio_row_choose (g_ptr_array_index (radios, CS_MINIMUM_EVERY));
  choose (form, "quorum_row", 1);
  g_assert_cmpint (cs_fraction_compare (rules_of (councils).quorum, cs_fraction (2, 3)), ==, 0);
  choose (form, "quorum_row", 4);
  probe_enter (share, "7/5");
  g_assert_nonnull (cs_field_row_get_problem (share));
  probe_enter (share, "6/10");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (share)), ==, "3/5");
  g_assert_cmpint (cs_fraction_compare (rules_of (councils).quorum, cs_fraction (3, 5)), ==, 0);
  g_assert_true (rules_of (councils).spread_inclusive && rules_of (councils).written
                 && rules_of (councils).leave_out_former);
  g_assert_cmpint (rules_of (councils).presence, ==, CS_PRESENCE_CHAIR);
  g_assert_cmpint (rules_of (councils).minimum_rule, ==, CS_MINIMUM_EVERY);
  g_assert_cmpuint (n_versions (councils), ==, 1);
  g_assert_true (probe_shows (councils->page,
                              "Spread of the totals: less than 15 points (regulation: at most 10 points)"));
  councils_press (councils, "council.default-rules", NULL);
  g_assert_cmpint (rules_of (councils).spread_limit, ==, 10);
  g_assert_true (probe_shows (councils->page, "These are the regulation's defaults"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (share)));
  councils_press (councils, "council.undo", g_variant_new_int64 (1));
  g_assert_cmpint (rules_of (councils).spread_limit, ==, 15);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (share)), ==, "3/5");
  g_assert_cmpuint (n_versions (councils), ==, 1);
}

/* Once a sheet was handed in they change only with a reason, and what they were stays. */
static void
test_frozen_rules (Councils *councils, gconstpointer data)
{
  g_autofree char *code = sample_book_add_dossier (councils->store, "29236", 1, "district-1");
  GtkWidget *form, *dialog;

  sample_book_score (councils->store, code, "m1", 60);
  councils_show (councils);
  form = probe_first (councils->page, CS_TYPE_RULES_FORM);
  g_assert_true (gtk_widget_get_visible (form));
  sample_book_submit (councils->store, code);
  g_assert_false (gtk_widget_get_visible (form));
  g_assert_true (probe_shows (councils->page, "Frozen: sheets were handed in"));
  g_assert_true (probe_shows (councils->page, "At least 3/4 (75%) of the members who score"));
  /* whoever comes to the form by another way is refused and told, and nothing is changed */
  choose (form, "manner_row", 1);
  dialog = councils_dialog_of (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (probe_shows (dialog, "A change needs a reason"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_false (rules_of (councils).written);
  g_assert_false (cs_rules_form_get_rules (CS_RULES_FORM (form))->written);

  councils_press (councils, "council.change-rules", NULL);
  dialog = councils_dialog_of (CS_TYPE_RULES_DIALOG);
  form = probe_first (dialog, CS_TYPE_RULES_FORM);
  g_assert_true (probe_shows (dialog, "Nothing is changed yet."));
  choose (form, "manner_row", 1);
  g_assert_true (probe_shows (dialog, "Way of working: written opinions (before: a meeting)"));
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  councils_type_into (dialog, "reason_row", "theo biên bản ngày 3/6 (mẫu)");
  /* what is typed and not yet taken goes along */
  councils_type_into (form, "spread_row", "8");
  councils_click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_RULES_DIALOG));
  g_assert_cmpuint (n_versions (councils), ==, 2);
  g_assert_true (rules_of (councils).written);
  g_assert_cmpint (rules_of (councils).spread_limit, ==, 8);
  g_assert_true (probe_shows (councils->page, "History of the Rules"));
  g_assert_true (probe_shows (councils->page, "Reason: theo biên bản ngày 3/6 (mẫu)"));
  g_assert_true (probe_shows (councils->page, "at most 8 points (before: at most 10 points)"));
}

/* --- recusals --- */

static char *
add_product (Councils *councils, const char *product, const char *producer)
{
  CsNewDossier dossier = { .product = product,
                           .producer = producer,
                           .producer_kind = "household",
                           .unit = "29236",
                           .form = 1,
                           .kind = "first",
                           .round = "district-1" };
  g_autoptr (GError) error = NULL;
  char *code = cs_dossiers_add (councils->store, &dossier, &error);

  g_assert_no_error (error);
  return code;
}

static void
add_relative (Councils *councils)
{
  CsNewMember member = { .council = "district-842",
                         .key = "m9",
                         .name = "Sơn Thị Hồng (mẫu)",
                         .role = CS_ROLE_MEMBER,
                         .organisation = "hộ kinh doanh NGỌC ÁNH (mẫu)" };
  g_autoptr (GError) error = NULL;

  cs_councils_add_member (councils->store, &member, &error);
  g_assert_no_error (error);
}

static GPtrArray *
recusals_of (Councils *councils)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *recusals =
      cs_recusals_list (councils->store, council_id (councils->store, "district-842"), &error);

  g_assert_no_error (error);
  return recusals;
}

/* A member whose organisation is the producer of products: the chair should ask. */
static void
test_suspect (Councils *councils, gconstpointer data)
{
  g_autofree char *first = add_product (councils, "Dừa sáp (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autofree char *second = add_product (councils, "Mứt dừa (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autofree char *other = add_product (councils, "Tôm khô (mẫu)", "Hộ kinh doanh Ngọc Ánh 2 (mẫu)");
  g_autoptr (GPtrArray) recusals = NULL;
  GtkWidget *dialog;

  councils_show (councils);
  g_assert_false (gtk_widget_get_visible (probe_find (councils->page, GTK_TYPE_BOX, "suspects")));
  add_relative (councils);
  g_assert_true (
      probe_shows (councils->page,
                   "Sơn Thị Hồng (mẫu) belongs to the producer of “Dừa sáp (mẫu)” and 1 more product: ask"));
  g_assert_true (probe_shows (councils->page, "1 member belongs to the producer of a product"));
  councils_press (councils, "council.recuse",
                  g_variant_new ("(ss)", member_id (councils->store, "m9"), first));
  dialog = councils_dialog_of (CS_TYPE_RECUSAL_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (probe_find (dialog, GTK_TYPE_BUTTON, "go_button")));
  councils_type_into (dialog, "reason_row", "chủ thể (mẫu)");
  councils_click (dialog, "go_button");
  g_assert_null (probe_find_window (CS_TYPE_RECUSAL_DIALOG));
  recusals = recusals_of (councils);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->member_key, ==, "m9");
  g_assert_cmpstr (((CsRecusal *) g_ptr_array_index (recusals, 0))->producer, ==,
                   "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_assert_false (probe_shows (councils->page, "belongs to the producer of"));
  g_assert_true (probe_shows (councils->page, "Every product of Hộ kinh doanh Ngọc Ánh (mẫu)"));
}

/* What the service refuses is told in the dialog. */
static void
test_recusal_refused (Councils *councils, gconstpointer data)
{
  g_autofree char *code = add_product (councils, "Dừa sáp (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autoptr (GPtrArray) recusals = NULL;
  GtkWidget *dialog;

  councils_show (councils);
  for (guint i = 0; i < 2; i++)
    {
      councils_press (councils, "council.recuse-member",
                      g_variant_new_string (member_id_in (councils->store, "district-842", "m3")));
      dialog = councils_dialog_of (CS_TYPE_RECUSAL_DIALOG);
      g_assert_true (cs_chooser_choose (probe_first (dialog, CS_TYPE_CHOOSER), code));
      choose (dialog, "by_row", 1);
      councils_type_into (dialog, "reason_row", "người thân (mẫu)");
      councils_click (dialog, "go_button");
    }
  g_assert_true (probe_shows (dialog, "Thạch Sô Phia (mẫu) is recused from it already"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  recusals = recusals_of (councils);
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
wait_until_gone (Councils *councils, GType type)
{
  probe_until (probe_find_window (type) == NULL);
  /* there is no window manager who would make the other one the active one again */
  gtk_window_present (GTK_WINDOW (councils->window));
  probe_until (gtk_window_is_active (GTK_WINDOW (councils->window)));
}

static void
test_keyboard (Councils *councils, gconstpointer data)
{
  g_autofree char *other = add_product (councils, "Tôm khô (mẫu)", "Hộ kinh doanh Bảy Hiền (mẫu)");
  g_autofree char *code = add_product (councils, "Dừa sáp (mẫu)", "Hộ kinh doanh Ngọc Ánh (mẫu)");
  g_autoptr (GPtrArray) recusals = NULL;
  const CsRecusal *recusal;
  GtkWidget *dialog;
  GtkEditable *reason;

  councils_show (councils);
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
  wait_until_gone (councils, CS_TYPE_RECUSAL_DIALOG);
  recusals = recusals_of (councils);
  g_assert_cmpuint (recusals->len, ==, 1);
  recusal = g_ptr_array_index (recusals, 0);
  g_assert_cmpstr (recusal->dossier, ==, code);
  g_assert_cmpstr (recusal->member_key, ==, "m1");
  g_assert_cmpstr (recusal->reason, ==, "vo");
  g_assert_null (recusal->ended_at);

  keys ("alt+e", NULL);
  wait_for_window (CS_TYPE_REASON_DIALOG);
  keys ("n", "h", "a", "m", "Return", NULL);
  wait_until_gone (councils, CS_TYPE_REASON_DIALOG);
  g_ptr_array_unref (recusals);
  recusals = recusals_of (councils);
  recusal = g_ptr_array_index (recusals, 0);
  g_assert_nonnull (recusal->ended_at);
  g_assert_cmpstr (recusal->end_reason, ==, "nham");
  g_assert_true (probe_shows (councils->page, "Ended on"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  probe_use_style ();
#define ADD(name, run)                                                                                       \
  g_test_add ("/councils/" name, Councils, NULL, councils_set_up, run, councils_tear_down)
  ADD ("rules/free", test_free_rules);
  ADD ("rules/frozen", test_frozen_rules);
  ADD ("recusal/suspect", test_suspect);
  ADD ("recusal/refused", test_recusal_refused);
  ADD ("recusal/keyboard", test_keyboard);
  return g_test_run ();
}
