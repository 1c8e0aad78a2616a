/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "council-id.h"
#include "ui/score/criterion-card.h"
#include "exchange/library.h"
#include "probe.h"
#include "sample-book.h"
#include "ui/score/score-form.h"
#include "ui/score/score-header.h"
#include "ui/score/score-page.h"
#include "ui/score/score-products.h"
#include "ui/score/score-strip.h"
#include "base/error.h"
#include "db/handle-private.h"
#include "service/book/store-private.h"
#include "service/dossiers/dossiers.h"
#include "service/book/typing.h"
#include "service/scoring/sheets.h"

#include <string.h>

typedef struct
{
  CsStore *store;
  char *code;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

/* --- looking at widgets --- */

static gboolean
shows (GtkWidget *within, const char *text)
{
  g_autoptr (GPtrArray) labels = probe_all (within, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_label (g_ptr_array_index (labels, i)), text) != NULL)
      return TRUE;
  return FALSE;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- fixture --- */

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = sample_book_new ();
  sample_book_add_council (fixture->store, "district-842", 3);
  fixture->code = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  fixture->page = cs_score_page_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  cs_score_page_set_store (CS_SCORE_PAGE (fixture->page), fixture->store);
  cs_score_page_open (CS_SCORE_PAGE (fixture->page), fixture->code);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_free (fixture->code);
  sample_book_free (fixture->store);
}

static CsSheet *
stored (Fixture *fixture, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, &error);
  CsSheet *sheet;

  g_assert_no_error (error);
  sheet = cs_sheets_get (fixture->store, dossier, member_id (fixture->store, member), &error);
  g_assert_no_error (error);
  return sheet;
}

static int
best_of (const CsForm *form, guint question)
{
  const CsCriterion *criterion = cs_form_question (form, question);
  int best = 1;

  for (guint i = 1; i <= criterion->options->len; i++)
    if (cs_criterion_points (criterion, (int) i) > cs_criterion_points (criterion, best))
      best = (int) i;
  return best;
}

static const CsForm *
form_one (Fixture *fixture)
{
  return cs_regulation_form (cs_store_get_current_regulation (fixture->store), 1);
}

/* --- tests --- */

static void
test_life (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = cs_score_page_new ();

  g_object_ref_sink (page);
  cs_score_page_set_store (CS_SCORE_PAGE (page), fixture->store);
  cs_score_page_set_round (CS_SCORE_PAGE (page), "district-2");
  cs_score_page_set_store (CS_SCORE_PAGE (page), NULL);
  g_assert_finalize_object (page);
}

static void
test_each_choice_is_stored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  const CsForm *form = form_one (fixture);

  g_assert_cmpuint (cards->len, ==, cs_form_n_questions (form));
  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (CsSheet) sheet = NULL;

      g_assert_true (cs_criterion_card_choose (g_ptr_array_index (cards, i), best_of (form, i)));
      sheet = stored (fixture, "m1");
      g_assert_cmpuint (cs_sheet_n_answered (sheet), ==, i + 1);
      g_assert_cmpint (sheet->choices[i], ==, best_of (form, i));
      g_assert_false (sheet->submitted);
    }
  g_assert_true (shows (fixture->page, "100 points: 5 stars"));
}

static guint
n_products (Fixture *fixture)
{
  GtkWidget *products = probe_first (fixture->page, CS_TYPE_SCORE_PRODUCTS);
  GtkListView *list = probe_find (products, GTK_TYPE_LIST_VIEW, "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
choose_first (Fixture *fixture)
{
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);

  g_assert_true (cs_criterion_card_choose (g_ptr_array_index (cards, 0), 1));
}

/* A district and a province, each with a member m1: who was chosen scores, for the products of the own
 * council. */
static void
test_two_levels (Fixture *fixture, gconstpointer data)
{
  CsScoreProducts *products = probe_first (fixture->page, CS_TYPE_SCORE_PRODUCTS);
  g_autofree char *code = NULL;
  g_autoptr (CsDossier) dossier = NULL;
  g_autoptr (CsSheet) district = NULL, province = NULL, stranger = NULL;
  g_autoptr (GError) error = NULL;

  sample_book_add_council (fixture->store, "province-84", 3);
  code = sample_book_add_dossier (fixture->store, "29236", 2, "province-1");
  dossier = cs_dossiers_by_code (fixture->store, code, NULL, NULL);
  settle ();
  g_assert_true (
      cs_score_products_choose_member (products, council_id (fixture->store, "province-84"), "m1"));
  settle ();
  g_assert_cmpuint (n_products (fixture), ==, 1);
  cs_score_page_open (CS_SCORE_PAGE (fixture->page), code);
  settle ();
  choose_first (fixture);
  province =
      cs_sheets_get (fixture->store, dossier, member_id_in (fixture->store, "province-84", "m1"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cs_sheet_n_answered (province), ==, 1);
  /* the other m1 has no part in it */
  stranger =
      cs_sheets_get (fixture->store, dossier, member_id_in (fixture->store, "district-842", "m1"), &error);
  g_assert_null (stranger);
  g_assert_error (error, CS_ERROR, CS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* and back */
  g_assert_true (
      cs_score_products_choose_member (products, council_id (fixture->store, "district-842"), "m1"));
  settle ();
  g_assert_cmpuint (n_products (fixture), ==, 1);
  cs_score_page_open (CS_SCORE_PAGE (fixture->page), fixture->code);
  settle ();
  choose_first (fixture);
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, NULL);
  district =
      cs_sheets_get (fixture->store, dossier, member_id_in (fixture->store, "district-842", "m1"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cs_sheet_n_answered (district), ==, 1);
  g_assert_cmpstr (district->member_uuid, !=, province->member_uuid);
}

static void
test_open_is_never_zero (Fixture *fixture, gconstpointer data)
{
  CsScoreHeader *header = CS_SCORE_HEADER (probe_first (fixture->page, CS_TYPE_SCORE_HEADER));
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);

  g_assert_nonnull (strstr (cs_score_header_get_sentence (header), "can still be reached"));
  cs_criterion_card_choose (g_ptr_array_index (cards, 0), 1);
  g_assert_nonnull (strstr (cs_score_header_get_sentence (header), "31 criteria open"));
  /* submitting an incomplete sheet jumps to the first open criterion and asks nothing */
  gtk_widget_activate_action (fixture->page, "score.submit", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  g_assert_cmpuint (cs_score_form_get_current (
                        CS_SCORE_FORM (probe_first (fixture->page, CS_TYPE_SCORE_FORM))),
                    ==, 1);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  CsCriterionCard *card = g_ptr_array_index (cards, 2);
  g_autoptr (CsSheet) sheet = NULL;

  cs_criterion_card_choose (card, 1);
  cs_criterion_card_choose (card, 2);
  gtk_widget_activate_action (fixture->page, "score.undo", NULL);
  g_assert_cmpint (cs_criterion_card_get_choice (card), ==, 1);
  gtk_widget_activate_action (fixture->page, "score.undo", NULL);
  g_assert_cmpint (cs_criterion_card_get_choice (card), ==, CS_CHOICE_OPEN);
  sheet = stored (fixture, "m1");
  g_assert_cmpint (sheet->choices[2], ==, CS_CHOICE_OPEN);
}

static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);

  sample_book_score (fixture->store, fixture->code, "m1", 60);
  sample_book_submit (fixture->store, fixture->code);
  settle ();
  g_assert_true (shows (fixture->page, "Submitted and sealed"));
  g_assert_false (cs_criterion_card_choose (g_ptr_array_index (cards, 0), 1));
}

/* The totals of another member, who has submitted, are nowhere in the page. */
static void
test_others_are_not_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsSheet) other = NULL;
  g_autofree char *total = NULL;

  sample_book_score (fixture->store, fixture->code, "m2", 77);
  sample_book_submit (fixture->store, fixture->code);
  settle ();
  other = stored (fixture, "m2");
  total = g_strdup_printf ("%d", cs_tally (form_one (fixture), other->choices).total);
  g_assert_false (shows (fixture->page, total));
}

/* A key press loads nothing that the page holds already: no sheet, no council, no recusal. What it asks is
 * whether the product is open, the draft is still that one, and the answer still what is shown. */
static void
test_key_press (Fixture *fixture, gconstpointer data)
{
  static const char *const loads[] = {
    "FROM council", "FROM member",  "JOIN member",    "FROM recusal",
    "FROM helper",  "FROM closing", "FROM dossier d", "FROM answer a JOIN"
  };
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  cs_criterion_card_choose (g_ptr_array_index (cards, 0), 1); /* makes the sheet */
  settle ();
  fixture->store->db->trace = statements;
  cs_criterion_card_choose (g_ptr_array_index (cards, 1), 1);
  settle ();
  fixture->store->db->trace = NULL;
  for (guint i = 0; i < statements->len; i++)
    {
      const char *sql = g_ptr_array_index (statements, i);

      g_test_message ("%s", sql);
      for (guint l = 0; l < G_N_ELEMENTS (loads); l++)
        g_assert_null (strstr (sql, loads[l]));
    }
  g_assert_cmpuint (statements->len, >, 3);
  g_assert_cmpuint (statements->len, <=, 12);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  gboolean noted = FALSE;
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  g_autoptr (CsSheet) sheet = NULL;

  g_signal_emit_by_name (g_ptr_array_index (cards, 3), "noted", "xem lại hợp đồng", &noted);
  g_assert_true (noted);
  sheet = stored (fixture, "m1");
  g_assert_cmpstr (sheet->notes[3], ==, "xem lại hợp đồng");
  g_assert_cmpint (sheet->choices[3], ==, CS_CHOICE_OPEN);
}

/* Every form of every shipped decision becomes cards: one a question, a radio button an option, and "none
 * applies" exactly where no option of 0 points is printed. */
static GtkEditable *
note_of (Fixture *fixture, guint card)
{
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  GtkWidget *note = probe_first (g_ptr_array_index (cards, card), GTK_TYPE_ENTRY);

  cs_criterion_card_edit_note (g_ptr_array_index (cards, card));
  settle ();
  return GTK_EDITABLE (note);
}

static char *
note_kept (Fixture *fixture, const char *code, guint question)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, code, NULL, NULL);
  g_autoptr (CsSheet) sheet = cs_sheets_get (fixture->store, dossier, member_id (fixture->store, "m1"), NULL);

  return g_strdup (sheet->notes[question] != NULL ? sheet->notes[question] : "");
}

/* A note that is being typed belongs to the product for which it was typed, whatever takes the page away from
 * it. */
static void
test_note_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = sample_book_add_dossier (fixture->store, "29236", 1, "district-1");
  const char *const codes[] = { fixture->code, other };

  for (guint way = 0; way < 5; way++)
    {
      g_autofree char *text = g_strdup_printf ("ghi chú %u (mẫu)", way), *kept = NULL, *strange = NULL;
      guint here = way % 2;

      cs_score_page_open (CS_SCORE_PAGE (fixture->page), codes[here]);
      settle ();
      gtk_editable_set_text (note_of (fixture, way), text);
      switch (way)
        {
        case 0:
        case 1: /* another product */
          cs_score_page_open (CS_SCORE_PAGE (fixture->page), codes[1 - here]);
          break;
        case 2: /* another page: the focus goes */
          gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
          break;
        case 3: /* somebody else changes the product meanwhile */
          g_free (sample_book_add_dossier (fixture->store, "29236", 2, "district-1"));
          cs_score_page_open (CS_SCORE_PAGE (fixture->page), codes[1 - here]);
          break;
        default: /* the book is closed */
          cs_score_page_set_store (CS_SCORE_PAGE (fixture->page), NULL);
        }
      settle ();
      kept = note_kept (fixture, codes[here], way);
      strange = note_kept (fixture, codes[1 - here], way);
      g_assert_cmpstr (kept, ==, text);
      g_assert_cmpstr (strange, ==, "");
    }
}

/* Returns: (transfer full): what the book keeps as being typed in the note of @question. */
static char *
typing_kept (Fixture *fixture, const char *question)
{
  g_autoptr (CsDossier) dossier = cs_dossiers_by_code (fixture->store, fixture->code, NULL, NULL);
  g_autoptr (CsSheet) sheet = cs_sheets_get (fixture->store, dossier, member_id (fixture->store, "m1"), NULL);
  g_autoptr (GHashTable) typed = sheet->id != 0 ? cs_typing_list (fixture->store, sheet->uuid, NULL) : NULL;

  return typed != NULL ? g_strdup (g_hash_table_lookup (typed, question)) : NULL;
}

/* While it is typed the book keeps it, within two seconds and without a note, and the cursor stays where it
 * is; it is a note when the field is left, and nothing when it was taken back. */
static void
test_note_typed (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "đang gõ (mẫu)", NULL };
  g_autoptr (GPtrArray) cards = probe_all (fixture->page, CS_TYPE_CRITERION_CARD);
  GtkEditable *note;
  g_autofree char *stored = NULL, *left = NULL;

  cs_criterion_card_choose (g_ptr_array_index (cards, 0), 1); /* the sheet has begun */
  note = note_of (fixture, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 begun = g_get_monotonic_time ();

      gtk_editable_set_text (note, texts[i] != NULL ? texts[i] : "");
      gtk_editable_set_position (note, 4);
      for (gboolean kept = FALSE; !kept;)
        {
          g_autofree char *text = NULL;

          g_main_context_iteration (NULL, TRUE);
          text = typing_kept (fixture, "1.2");
          kept = g_strcmp0 (text, texts[i]) == 0;
        }
      g_assert_cmpint (g_get_monotonic_time () - begun, >, G_USEC_PER_SEC / 2); /* not with every letter */
      g_free (stored);
      stored = note_kept (fixture, fixture->code, 1);
      g_assert_cmpstr (stored, ==, "");
    }
  gtk_editable_set_text (note, texts[0]);
  gtk_editable_set_position (note, 4);
  g_assert_cmpint (gtk_editable_get_position (note), ==, 4);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  left = note_kept (fixture, fixture->code, 1);
  g_assert_cmpstr (left, ==, texts[0]);
}

static void
test_all_forms (void)
{
  g_autoptr (GPtrArray) ids = cs_library_list_regulations (NULL);
  guint forms = 0;

  for (guint r = 0; r < ids->len; r++)
    {
      g_autoptr (CsRegulation) regulation = cs_library_regulation (g_ptr_array_index (ids, r), NULL);

      for (guint f = 0; f < regulation->forms->len; f++, forms++)
        {
          const CsForm *form = g_ptr_array_index (regulation->forms, f);
          GtkWidget *widget = g_object_ref_sink (cs_score_form_new ());
          g_autoptr (GPtrArray) cards = NULL;

          cs_score_form_set_form (CS_SCORE_FORM (widget), regulation, form);
          cards = probe_all (widget, CS_TYPE_CRITERION_CARD);
          g_assert_cmpuint (cards->len, ==, cs_form_n_questions (form));
          for (guint i = 0; i < cards->len; i++)
            {
              const CsCriterion *criterion = cs_form_question (form, i);
              g_autoptr (GPtrArray) rows = probe_all (g_ptr_array_index (cards, i), GTK_TYPE_CHECK_BUTTON);

              g_assert_cmpuint (rows->len, ==,
                                criterion->options->len + !cs_criterion_prints_zero (criterion));
            }
          cs_score_form_set_form (CS_SCORE_FORM (widget), NULL, NULL);
          g_assert_finalize_object (widget);
        }
    }
  g_assert_cmpuint (forms, ==, 52);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, function) g_test_add ("/score/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("life", test_life);
  ADD ("each-choice-is-stored", test_each_choice_is_stored);
  ADD ("two-levels", test_two_levels);
  ADD ("open-is-never-zero", test_open_is_never_zero);
  ADD ("undo", test_undo);
  ADD ("sealed", test_sealed);
  ADD ("others-are-not-seen", test_others_are_not_seen);
  ADD ("note", test_note);
  ADD ("note/left", test_note_left);
  ADD ("note/typed", test_note_typed);
  ADD ("key-press", test_key_press);
#undef ADD
  g_test_add_func ("/score/all-forms", test_all_forms);
  return g_test_run ();
}
