/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "book.h"
#include "pins.h"

#include "service/book/worker.h"
#include "service/council/councils.h"
#include "service/pins/pin-try-private.h"
#include "service/pins/pin-try.h"
#include "service/scoring/submission.h"

#include <string.h>

/* Members who open their sheets with a PIN: who sits and who does not, wrong tries, and PINs that are
 * forgotten. */

/* Tries m1's PIN at a moment of one day. Returns: (transfer full) (nullable): why not. */
static char *
try_at (Book *book, const char *pin, const char *clock)
{
  g_autofree char *now = g_strdup_printf ("2024-05-31T%sZ", clock);
  g_autoptr (GError) error = NULL;

  cs_pins_lock (book->store);
  if (_cs_pins_unlock_at (book->store, member_id (book->store, "m1"), pin, now, &error))
    {
      g_assert_no_error (error);
      return NULL;
    }
  g_assert_error (error, CS_ERROR, CS_ERROR_FORBIDDEN);
  return g_strdup (error->message);
}

#define assert_wrong(book, pin, clock, says)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_message = try_at (book, pin, clock);                                                   \
    g_assert_nonnull (_message);                                                                             \
    g_assert_nonnull (strstr (_message, says));                                                              \
  }                                                                                                          \
  G_STMT_END

#define assert_right(book, pin, clock)                                                                       \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_message = try_at (book, pin, clock);                                                   \
    g_assert_cmpstr (_message, ==, NULL);                                                                    \
  }                                                                                                          \
  G_STMT_END

static char *
log_of (Book *book)
{
  char *lines;

  book_close (book);
  lines = sql_rows (book->path, "SELECT verb, object, before, after FROM audit WHERE verb LIKE 'pin%'"
                                " ORDER BY seq");
  book_open (book);
  _cs_pins_use_cheap_hashes (book->store);
  return lines;
}

static void
count_cb (CsStore *store, const CsChangeSet *changes, guint *n)
{
  if (cs_change_set_has (changes, CS_CHANGE_SITTER))
    (*n)++;
}

/* --- tests --- */

/* The real limits, once: what is stored is Argon2id of 256 MiB, and it opens. */
static void
test_real (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL, *sat = NULL;

  g_assert_true (cs_pins_set_on (book->store, TRUE, &error));
  g_assert_true (cs_pins_set (book->store, member_id (book->store, "m1"), NULL, "271828", &error));
  g_assert_no_error (error);
  pins_assert_sitter (book, COUNCIL "/m1");
  cs_pins_lock (book->store);
  g_assert_false (cs_pins_unlock (book->store, member_id (book->store, "m1"), "271827", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_assert_sitter (book, "");
  pins_unlock (book, "m1", "271828");
  pins_assert_sitter (book, COUNCIL "/m1");
  book_close (book);
  hash = sql_rows (book->path, "SELECT hash FROM pin");
  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=262144,t=3,p=1$"));
  g_assert_null (strstr (hash, "271828"));
  book_open (book);
  sat = pins_sitter (book); /* who sat is not stored */
  g_assert_cmpstr (sat, ==, "");
}

static void
test_off (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) dossier = book_dossier (book->store, book_code (1));
  g_autoptr (CsSheet) sheet = cs_sheets_get (book->store, dossier, member_id (book->store, "m1"), &error);

  g_assert_no_error (error);
  g_assert_false (cs_pins_are_on (book->store));
  g_assert_false (cs_pins_are_locked (book->store, member_id (book->store, "m1")));
  g_assert_true (cs_sheets_choose (book->store, dossier, sheet, 0, 1, &error));
  /* a PIN that somebody set already asks for nothing, and nobody sits for it */
  _cs_pins_use_cheap_hashes (book->store);
  g_assert_true (cs_pins_set (book->store, member_id (book->store, "m1"), NULL, "1234", &error));
  pins_assert_sitter (book, "");
  g_assert_true (cs_sheets_choose (book->store, dossier, sheet, 1, 1, &error));
  book_score (book->store, book_code (2), "m1", 50, FALSE);
  g_clear_pointer (&dossier, cs_dossier_free);
  dossier = book_dossier (book->store, book_code (2));
  g_assert_true (cs_sheets_submit (book->store, dossier, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_switch (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;
  guint n = 0;

  g_signal_connect (book->store, "changed", G_CALLBACK (count_cb), &n);
  pins_set_pin (book, "m1", "1234");
  n = 0;
  pins_unlock (book, "m1", "1234");
  g_assert_cmpuint (n, ==, 1);
  pins_unlock (book, "m1", "1234"); /* sits already */
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (cs_pins_set_on (book->store, TRUE, &error)); /* is on already: nobody is sent away */
  pins_assert_sitter (book, COUNCIL "/m1");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (cs_pins_set_on (book->store, FALSE, &error));
  g_assert_no_error (error);
  pins_assert_sitter (book, "");
  g_assert_cmpuint (n, ==, 2);
  cs_pins_lock (book->store); /* nobody sits: nothing to tell */
  g_assert_cmpuint (n, ==, 2);
  lines = log_of (book);
  g_assert_nonnull (strstr (lines, "|off|on\n"));
  g_assert_nonnull (strstr (lines, "|on|off\n"));
  g_assert_false (cs_pins_are_on (book->store)); /* it is in the file */
}

/* A lock that anybody takes off is none: once a secretary has a PIN, it takes that PIN. */
static void
test_switch_off_is_guarded (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keepers = cs_pins_list_keepers (book->store, NULL, &error);

  g_assert_cmpuint (keepers->len, ==, 1);
  g_assert_cmpstr (((CsPinKeeper *) g_ptr_array_index (keepers, 0))->member, ==,
                   member_id (book->store, "s"));
  g_assert_false (((CsPinKeeper *) g_ptr_array_index (keepers, 0))->has_pin);
  pins_set_pin (book, "s", "8642");
  pins_set_pin (book, "m1", "1234");
  g_assert_false (cs_pins_set_on (book->store, FALSE, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_unlock (book, "m1", "1234");
  g_assert_false (cs_pins_set_on (book->store, FALSE, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (cs_pins_are_on (book->store));
  pins_unlock (book, "s", "8642");
  g_assert_true (cs_pins_set_on (book->store, FALSE, &error));
  g_assert_no_error (error);
}

static void
test_set (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean has = TRUE;

  g_assert_true (cs_pins_has (book->store, member_id (book->store, "m1"), &has, &error));
  g_assert_false (has);
  g_assert_false (
      cs_pins_unlock (book->store, member_id (book->store, "m1"), "1234", &error)); /* there is none yet */
  assert_error (error, CS_ERROR_FORBIDDEN);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const bad[] = { "123", "1234567890123", "12x4", "" };

      g_assert_false (cs_pins_set (book->store, member_id (book->store, "m1"), NULL, bad[i], &error));
      assert_error (error, CS_ERROR_INVALID);
    }
  g_assert_false (cs_pins_set (book->store, member_id (book->store, "m9"), NULL, "1234", &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  pins_set_pin (book, "m1", "1234");
  g_assert_true (cs_pins_has (book->store, member_id (book->store, "m1"), &has, &error));
  g_assert_true (has);
  /* another one takes the first one */
  g_assert_false (cs_pins_set (book->store, member_id (book->store, "m1"), NULL, "5678", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_pins_set (book->store, member_id (book->store, "m1"), "4321", "5678", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_assert_sitter (book, "");
  g_assert_true (cs_pins_set (book->store, member_id (book->store, "m1"), "1234", "5678", &error));
  pins_assert_sitter (book, COUNCIL "/m1");
  cs_pins_lock (book->store);
  g_assert_false (cs_pins_unlock (book->store, member_id (book->store, "m1"), "1234", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_unlock (book, "m1", "5678");
  /* a first PIN for somebody else sends nobody away */
  g_assert_true (cs_pins_set (book->store, member_id (book->store, "m2"), NULL, "2222", &error));
  g_assert_no_error (error);
  pins_assert_sitter (book, COUNCIL "/m1");
}

static void
test_delays (Book *book, gconstpointer data)
{
  pins_set_pin (book, "m1", "1234");
  assert_wrong (book, "0000", "08:00:00", "wrong. Try again");
  assert_wrong (book, "0001", "08:00:00", "wrong. Try again");
  assert_wrong (book, "0002", "08:00:00", "30 seconds");
  assert_wrong (book, "1234", "08:00:00", "30 seconds"); /* even the right one waits */
  assert_wrong (book, "1234", "08:00:29", "1 second.");
  assert_wrong (book, "0003", "08:00:30", "1 minute.");
  assert_wrong (book, "0004", "08:00:31", "59 seconds"); /* asked too early, not counted */
  assert_wrong (book, "0004", "08:01:30", "2 minutes");
  assert_wrong (book, "0005", "08:03:29", "1 second.");
  assert_right (book, "1234", "08:03:30");
  /* a right one clears the count */
  assert_wrong (book, "0000", "08:03:30", "wrong. Try again");
  assert_wrong (book, "0000", "08:03:30", "wrong. Try again");
  assert_right (book, "1234", "08:03:30");
}

/* The delay grows to an hour and no further; setting a PIN is no way around it. */
static void
test_long_delay (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL;

  pins_set_pin (book, "m1", "1234");
  book_close (book);
  sql_run (book->path, "UPDATE pin SET failures = 9, failed_at = '2024-05-31T08:00:00Z'");
  book_open (book);
  _cs_pins_use_cheap_hashes (book->store);
  assert_wrong (book, "1234", "08:31:59", "1 second.");
  assert_wrong (book, "0000", "08:32:00", "60 minutes");
  assert_wrong (book, "1234", "09:31:59", "1 second.");
  assert_wrong (book, "0000", "09:32:00", "60 minutes");
  g_assert_false (_cs_pins_set_at (book->store, member_id (book->store, "m1"), "1234", "5678",
                                   "2024-05-31T10:31:59Z", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_true (_cs_pins_set_at (book->store, member_id (book->store, "m1"), "1234", "5678",
                                  "2024-05-31T10:32:00Z", &error));
  g_assert_no_error (error);
  book_close (book);
  stored = sql_rows (book->path, "SELECT failures, failed_at FROM pin");
  g_assert_cmpstr (stored, ==, "0|NULL\n");
  book_open (book);
}

/* A clock that went back neither locks for ever nor opens early: the delay begins anew, once. */
static void
test_clock_went_back (Book *book, gconstpointer data)
{
  g_autofree char *lines = NULL;

  pins_set_pin (book, "m1", "1234");
  for (guint i = 0; i < 3; i++)
    g_free (try_at (book, "0000", "20:00:00"));
  assert_wrong (book, "1234", "08:00:00", "30 seconds");
  assert_wrong (book, "1234", "08:00:20", "10 seconds");
  assert_right (book, "1234", "08:00:30");
  lines = log_of (book);
  g_assert_nonnull (strstr (lines, "pin-clock|" COUNCIL "/m1|2024-05-31T20:00:00Z|2024-05-31T08:00:00Z\n"));
}

static void
test_log (Book *book, gconstpointer data)
{
  g_autofree char *lines = NULL, *dump = NULL, *problems = NULL;

  pins_set_pin (book, "m1", "20242025");
  assert_wrong (book, "19751975", "08:00:00", "wrong");
  assert_wrong (book, "19751976", "08:00:00", "wrong");
  assert_right (book, "20242025", "08:00:01");
  lines = log_of (book);
  g_assert_nonnull (strstr (lines, "pin-set|" COUNCIL "/m1||m1\n"
                                   "pin-wrong|" COUNCIL "/m1|0|1\n"
                                   "pin-wrong|" COUNCIL "/m1|1|2\n"
                                   "pin-right|" COUNCIL "/m1|2|0\n"));
  book_close (book);
  dump = sql_dump (book->path);
  g_assert_null (strstr (dump, "20242025"));
  g_assert_null (strstr (dump, "1975197"));
  book_open (book);
  problems = book_examine (book->store);
  g_assert_cmpstr (problems, ==, "");
}

static void
test_reset (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;
  gboolean has = TRUE;

  g_assert_false (
      cs_pins_reset (book->store, member_id (book->store, "m1"), member_id (book->store, "s"), &error));
  assert_error (error, CS_ERROR_NOT_FOUND);
  pins_set_pin (book, "m1", "1234");
  pins_unlock (book, "m1", "1234");
  /* neither the member nor the chair, while there is a secretary */
  g_assert_false (
      cs_pins_reset (book->store, member_id (book->store, "m3"), member_id (book->store, "m1"), &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (
      cs_pins_reset (book->store, member_id (book->store, "m1"), member_id (book->store, "m1"), &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_assert_sitter (book, COUNCIL "/m1");
  g_assert_true (
      cs_pins_reset (book->store, member_id (book->store, "m1"), member_id (book->store, "s"), &error));
  g_assert_no_error (error);
  pins_assert_sitter (book, "");
  g_assert_true (cs_pins_has (book->store, member_id (book->store, "m1"), &has, &error));
  g_assert_false (has);
  pins_set_pin (book, "m1", "5678");
  pins_unlock (book, "m1", "5678");
  lines = log_of (book);
  g_assert_nonnull (strstr (lines, "pin-reset|" COUNCIL "/m1|m1|s\n"));
}

/* A secretary with a PIN proves who it is; the chair takes away the secretary's, and stands in for one who
 * left. */
static void
test_reset_by_whom (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pins_set_pin (book, "m1", "1234");
  pins_set_pin (book, "m3", "3333");
  pins_set_pin (book, "s", "8642");
  g_assert_false (
      cs_pins_reset (book->store, member_id (book->store, "m3"), member_id (book->store, "s"), &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_unlock (book, "s", "8642");
  g_assert_true (
      cs_pins_reset (book->store, member_id (book->store, "m3"), member_id (book->store, "s"), &error));
  g_assert_false (
      cs_pins_reset (book->store, member_id (book->store, "s"), member_id (book->store, "s"), &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_pins_reset (book->store, member_id (book->store, "s"), member_id (book->store, "m1"),
                                 &error)); /* the chair has a PIN too */
  assert_error (error, CS_ERROR_FORBIDDEN);
  pins_unlock (book, "m1", "1234");
  g_assert_true (
      cs_pins_reset (book->store, member_id (book->store, "s"), member_id (book->store, "m1"), &error));
  g_assert_no_error (error);
  g_assert_true (
      cs_councils_remove_member (book->store, member_id_in (book->store, COUNCIL, "s"), "QĐ 12", &error));
  pins_set_pin (book, "m3", "3333");
  pins_unlock (book, "m1", "1234");
  g_assert_true (
      cs_pins_reset (book->store, member_id (book->store, "m3"), member_id (book->store, "m1"), &error));
  g_assert_true (cs_pins_reset (book->store, member_id (book->store, "m1"), member_id (book->store, "m2"),
                                &error)); /* the chair's: the vice-chair */
  g_assert_no_error (error);
}

/* Who sits in one book sits in no other. */
static void
test_two_stores (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = book_file (book, "other.chamsao");
  g_autoptr (CsStore) other = book_create (path, &error);
  g_autoptr (CsDossier) dossier = NULL;
  g_autofree char *code = NULL;

  g_assert_no_error (error);
  book_add_council (other, 5);
  code = book_add_product (other, "Sản phẩm", 1, "district-1");
  dossier = book_dossier (other, code);
  _cs_pins_use_cheap_hashes (other);
  g_assert_true (cs_pins_set_on (other, TRUE, &error));
  pins_set_pin (book, "m1", "1234");
  pins_unlock (book, "m1", "1234");
  g_assert_false ((cs_pins_sitter (other) != NULL));
  g_assert_null (cs_sheets_get (other, dossier, member_id (other, "m1"), &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
  g_assert_false (cs_pins_unlock (other, member_id (other, "m1"), "1234", &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
}

/* A book comes from anywhere: it cannot make the program work for days or take all memory. */
static void
test_hostile_hash (Book *book, gconstpointer data)
{
  static const char *const hashes[] = {
    "$argon2id$v=19$m=4194304,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$argon2id$v=19$m=8,t=4294967295,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "1234",
    "",
    "$argon2id$v=19$m=8,t=1,p=1$!$!",
  };

  pins_set_pin (book, "m1", "1234");
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE pin SET hash = '%s'", hashes[i]);
      g_autoptr (GError) error = NULL;

      book_close (book);
      sql_run (book->path, sql);
      book_open (book);
      g_assert_false (cs_pins_unlock (book->store, member_id (book->store, "m1"), "1234", &error));
      assert_error (error, CS_ERROR_CORRUPT);
      pins_assert_sitter (book, "");
    }
}

/* --- in the worker --- */

typedef struct
{
  gboolean done;
  gboolean good;
  GError *error;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->good = cs_pins_finish (CS_STORE (source), result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for (Answer *answers, guint n)
{
  for (guint i = 0; i < n; i++)
    while (!answers[i].done)
      g_main_context_iteration (NULL, TRUE);
}

static void
test_async (Book *book, gconstpointer data)
{
  Answer answers[4] = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  cs_pins_set_async (book->store, member_id (book->store, "m1"), NULL, "1234", NULL, answered_cb,
                     &answers[0]);
  wait_for (answers, 1);
  g_assert_no_error (answers[0].error);
  pins_assert_sitter (book, COUNCIL "/m1");
  cs_pins_lock (book->store);
  cs_pins_unlock_async (book->store, member_id (book->store, "m1"), "9999", NULL, answered_cb, &answers[1]);
  wait_for (answers, 2);
  assert_error (answers[1].error, CS_ERROR_FORBIDDEN);
  cs_pins_unlock_async (book->store, member_id (book->store, "m1"), "1234", NULL, answered_cb, &answers[2]);
  wait_for (answers, 3);
  g_assert_true (answers[2].good);
  pins_assert_sitter (book, COUNCIL "/m1");
  cs_pins_lock (book->store);
  /* who went away meanwhile does not find the sheets open */
  cs_pins_unlock_async (book->store, member_id (book->store, "m1"), "1234", cancellable, answered_cb,
                        &answers[3]);
  g_cancellable_cancel (cancellable);
  wait_for (answers, 4);
  g_assert_error (answers[3].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answers[3].error);
  pins_assert_sitter (book, "");
  cs_worker_stop ();
}

/* Many tries at once are no way around the delay. */
static void
test_many_at_once (Book *book, gconstpointer data)
{
  Answer answers[8] = { 0 };
  g_autofree char *failures = NULL;

  pins_set_pin (book, "m1", "1234");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    cs_pins_unlock_async (book->store, member_id (book->store, "m1"), i == 7 ? "1234" : "0000", NULL,
                          answered_cb, &answers[i]);
  wait_for (answers, G_N_ELEMENTS (answers));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    assert_error (answers[i].error, CS_ERROR_FORBIDDEN);
  pins_assert_sitter (book, "");
  cs_worker_stop ();
  book_close (book);
  failures = sql_rows (book->path, "SELECT failures FROM pin");
  g_assert_cmpstr (failures, ==, "3\n");
  book_open (book);
}

/* The PIN was taken away or changed while it was checked. */
static void
test_changed_meanwhile (Book *book, gconstpointer data)
{
  Answer answer = { 0 };
  g_autoptr (GError) error = NULL;

  pins_set_pin (book, "m1", "1234");
  cs_pins_unlock_async (book->store, member_id (book->store, "m1"), "1234", NULL, answered_cb, &answer);
  g_assert_true (
      cs_pins_reset (book->store, member_id (book->store, "m1"), member_id (book->store, "s"), &error));
  wait_for (&answer, 1);
  assert_error (answer.error, CS_ERROR_CONFLICT);
  pins_assert_sitter (book, "");
  cs_worker_stop ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pins/real-limits", Book, NULL, book_set_up, test_real, book_tear_down);
  g_test_add ("/pins/off", Book, NULL, book_set_up, test_off, book_tear_down);
#define ADD(name, function) g_test_add ("/pins/" name, Book, NULL, pins_set_up, function, book_tear_down)
  ADD ("switch", test_switch);
  ADD ("switch-off-is-guarded", test_switch_off_is_guarded);
  ADD ("set", test_set);
  ADD ("delays", test_delays);
  ADD ("long-delay", test_long_delay);
  ADD ("clock-went-back", test_clock_went_back);
  ADD ("log", test_log);
  ADD ("reset", test_reset);
  ADD ("reset-by-whom", test_reset_by_whom);
  ADD ("two-stores", test_two_stores);
  ADD ("hostile-hash", test_hostile_hash);
  ADD ("async", test_async);
  ADD ("many-at-once", test_many_at_once);
  ADD ("changed-meanwhile", test_changed_meanwhile);
#undef ADD
  return g_test_run ();
}
