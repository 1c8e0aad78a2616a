/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "session-of.h"
#include "book.h"
#include "judge.h"

#include "report/papers/papers.h"
#include "service/papers/minutes.h"
#include "service/scoring/reopening.h"
#include "service/sessions/attendance.h"
#include "service/sessions/sessions.h"

#include <string.h>

/* A book with an open session of a council of five. */
typedef struct
{
  Book book;
  CsSession *session;
} Room;

static CsSession *
reload (const Room *room)
{
  g_autoptr (GError) error = NULL;
  CsSession *session = session_of (room->book.store, "district-842", "district-1", 1);

  g_assert_no_error (error);
  return session;
}

static void
set_up (Room *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CsNewSession wanted = { .round = "district-1", .place = "Hội trường" };

  book_set_up (&room->book, NULL);
  wanted.council = council_id (room->book.store, "district-842");
  room->session = cs_sessions_add (room->book.store, &wanted, &error);
  g_assert_no_error (error);
}

static void
tear_down (Room *room, gconstpointer data)
{
  cs_session_free (room->session);
  book_tear_down (&room->book, NULL);
}

static void
change (Room *room, const CsSessionChange *change)
{
  g_autoptr (GError) error = NULL;
  CsSession *fresh;

  cs_sessions_change (room->book.store, room->session, change, &error);
  g_assert_no_error (error);
  fresh = reload (room);
  cs_session_free (room->session);
  room->session = fresh;
}

static void
arrive (Room *room, const char *member)
{
  g_autoptr (GError) error = NULL;

  cs_sessions_arrive (room->book.store, room->session, member_id (room->book.store, member), NULL, &error);
  g_assert_no_error (error);
}

static void
stay_away (Room *room, const char *member, const char *reason)
{
  g_autoptr (GError) error = NULL;

  cs_sessions_absent (room->book.store, room->session, member_id (room->book.store, member), reason, &error);
  g_assert_no_error (error);
}

static CsMinutes *
minutes_of (const Room *room)
{
  g_autoptr (GError) error = NULL;
  CsMinutes *minutes = cs_minutes_of_session (room->book.store, room->session, &error);

  g_assert_no_error (error);
  return minutes;
}

static char *
write_minutes (const Room *room)
{
  g_autoptr (CsMinutes) minutes = minutes_of (room);

  return judge_write (cs_minutes_paper_new (minutes, judge_template ("minutes")), "minutes.pdf");
}

static void
assert_says (const char *text, const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("no “%s” in\n%s", wanted, text);
}

static void
assert_silent (const char *text, const char *unwanted)
{
  if (strstr (text, unwanted) != NULL)
    g_error ("“%s” in\n%s", unwanted, text);
}

/* --- cases --- */

/* Nobody writes minutes of what did not happen. */
static void
test_planned (Room *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_minutes_of_session (room->book.store, room->session, &error));
  assert_error (error, CS_ERROR_FORBIDDEN);
}

/* An open session with nothing on its agenda still makes a paper; what is unknown is left to the hand. */
static void
test_empty (Room *room, gconstpointer data)
{
  g_autofree char *pdf = NULL, *text = NULL;

  change (room, &(CsSessionChange){ .open = TRUE });
  pdf = write_minutes (room);
  text = judge_text (pdf, 0);
  assert_says (text, "DỰ THẢO – phiên họp chưa kết thúc");
  assert_says (text, "Quyết định số ....");
  assert_says (text, "Chương trình họp không có sản phẩm nào.");
  assert_says (text, "Chưa đến");
  assert_says (text, "Chủ tọa:");
  assert_says (text, "sổ không ghi");
  assert_silent (text, "Thành viên dự họp ký tên");
  judge_fonts (pdf);
}

/* The vice-chair leads and signs for a chair who is away; a secretary who is away does not sign. */
static void
test_vice_leads (Room *room, gconstpointer data)
{
  g_autoptr (CsMinutes) minutes = NULL;
  g_autofree char *pdf = NULL, *text = NULL;

  stay_away (room, "m1", "Họp ở tỉnh");
  stay_away (room, "s", "Ốm");
  change (room, &(CsSessionChange){ .open = TRUE });
  arrive (room, "m2");
  arrive (room, "m3");
  change (room, &(CsSessionChange){ .close = TRUE });
  minutes = minutes_of (room);
  g_assert_cmpstr (minutes->leader, ==, "m2");
  g_assert_cmpstr (minutes->leader_role, ==, "Phó Chủ tịch Hội đồng");
  g_assert_cmpstr (minutes->secretary, ==, "");
  pdf = judge_write (cs_minutes_paper_new (minutes, judge_template ("minutes")), "vice.pdf");
  text = judge_text (pdf, 0);
  assert_says (text, "PHÓ CHỦ TỊCH HỘI ĐỒNG");
  assert_says (text, "Chủ tịch Hội đồng vắng mặt");
  assert_says (text, "Vắng: Họp ở tỉnh");
  assert_says (text, "Vắng, không ghi lý");
  assert_says (text, "không đủ điều kiện họp");
  assert_silent (text, "DỰ THẢO");
}

static char *
add_rehearsal (Room *room)
{
  g_autoptr (GError) error = NULL;
  const CsNewDossier wanted = { .product = "Mẫu để tập chấm",
                                .producer = "Hợp tác xã Mẫu",
                                .producer_kind = "cooperative",
                                .unit = "29236",
                                .form = 1,
                                .kind = "first",
                                .round = "district-1",
                                .rehearsal = TRUE };
  char *code = cs_dossiers_add (room->book.store, &wanted, &error);

  g_assert_no_error (error);
  return code;
}

static void
append (Room *room, GArray *agenda, const char *code)
{
  g_autoptr (CsDossier) dossier = book_dossier (room->book.store, code);

  g_array_append_val (agenda, dossier->evaluation);
}

/* A rehearsal is listed and no more, also once it is closed. */
static void
test_rehearsal (Room *room, gconstpointer data)
{
  g_autofree char *code = add_rehearsal (room);
  g_autoptr (GArray) agenda = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CsMinutes) minutes = NULL;
  g_autofree char *pdf = NULL, *text = NULL;
  const CsMinutesItem *item;

  append (room, agenda, code);
  append (room, agenda, book_code (1));
  change (room, &(CsSessionChange){ .agenda = agenda, .open = TRUE });
  book_close_product (room->book.store, code, 5, 40);
  book_close_product (room->book.store, book_code (1), 5, 40);
  change (room, &(CsSessionChange){ .close = TRUE });
  minutes = minutes_of (room);
  item = g_ptr_array_index (minutes->items, 0);
  g_assert_cmpint (item->standing, ==, CS_MINUTES_REHEARSAL);
  g_assert_cmpuint (item->facts->len, ==, 0);
  g_assert_null (item->verdict);
  g_assert_false (item->has_points);
  g_assert_cmpuint (minutes->closed_items->len, ==, 1);
  g_assert_cmpstr (((CsMinutesAgreement *) g_ptr_array_index (minutes->agreements, 0))->products, ==, "1");
  pdf = judge_write (cs_minutes_paper_new (minutes, judge_template ("minutes")), "rehearsal.pdf");
  text = judge_text (pdf, 0);
  assert_says (text, "– chấm thử");
  g_assert_cmpuint (judge_count (text, code), ==, 1);
  g_assert_cmpuint (judge_count (text, "Kết luận:"), ==, 1);
}

/* Whoever printed the minutes of yesterday reads that the product was opened again, and no score. */
static void
test_reopened (Room *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDossier) closed = NULL;
  g_autofree char *pdf = NULL, *text = NULL;

  change (room, &(CsSessionChange){ .fill_agenda = TRUE, .open = TRUE });
  book_close_product (room->book.store, book_code (2), 5, 40);
  closed = book_dossier (room->book.store, book_code (2));
  cs_evaluation_reopen (room->book.store, closed, NULL, "Bổ sung giấy tờ (mẫu)", &error);
  g_assert_no_error (error);
  pdf = write_minutes (room);
  text = judge_text (pdf, 0);
  assert_says (text, "Kết quả đã chốt được mở lại lúc");
  assert_says (text, "Bổ sung giấy tờ (mẫu)");
  assert_says (text, "(5/5)");
  assert_silent (text, "Tổng điểm cao nhất");
  assert_silent (text, "Kết luận:");
}

/* 40 products and names without end: nothing leaves the page, nothing is lost, the log is on every page. */
static void
test_many (Room *room, gconstpointer data)
{
  g_autofree char *name = g_strnfill (200, 'n');
  g_autofree char *pdf = NULL, *text = NULL, *pages = NULL;
  g_autoptr (CsMinutes) minutes = NULL;
  int n;

  for (guint i = 0; i < 37; i++)
    {
      g_autofree char *product =
          g_strdup_printf ("Sản phẩm %u %s", i, i == 20 ? name : "của xã Long Đức (mẫu)");

      g_free (book_add_product (room->book.store, product, 1 + i % 3, "district-1"));
    }
  change (room, &(CsSessionChange){ .fill_agenda = TRUE, .open = TRUE });
  g_assert_cmpuint (room->session->agenda->len, ==, 40);
  for (guint i = 0; i < 40; i++)
    book_close_product (room->book.store,
                        ((CsAgendaItem *) g_ptr_array_index (room->session->agenda, i))->code, 5, 40);
  arrive (room, "m1");
  minutes = minutes_of (room);
  g_assert_cmpuint (minutes->closed_items->len, ==, 40);
  g_assert_cmpuint (minutes->agreements->len, ==, 4); /* all, and three forms */
  g_free (((CsMinutesMember *) g_ptr_array_index (minutes->members, 0))->name);
  ((CsMinutesMember *) g_ptr_array_index (minutes->members, 0))->name = g_strdup (name);
  pdf = judge_write (cs_minutes_paper_new (minutes, judge_template ("minutes")), "many.pdf");
  text = judge_text (pdf, 0);
  pages = judge_info (pdf, "Pages");
  n = (int) g_ascii_strtoll (pages, NULL, 10);
  g_assert_cmpuint (judge_count (text, "Đầu nhật ký: "), ==, n);
  g_assert_cmpuint (judge_count (text, "Kết luận:"), ==, 40);
  for (guint i = 0; i < 40; i++)
    assert_says (text, ((CsMinutesItem *) g_ptr_array_index (minutes->items, i))->code);
  for (int p = 1; p <= n; p++)
    {
      g_autoptr (Picture) picture = judge_picture (pdf, p);

      g_assert_cmpfloat (picture_margin_left (picture, 20, 277), >=, 29.5);
      g_assert_cmpfloat (picture_margin_right (picture, 20, 277), >=, 14.5);
      g_assert_cmpfloat (picture_margin_bottom (picture), >=, 19.5);
    }
  judge_fonts (pdf);
}

void
add_minutes_tests (void)
{
#define ADD(name, run) g_test_add ("/report/minutes/" name, Room, NULL, set_up, run, tear_down)
  ADD ("planned", test_planned);
  ADD ("empty", test_empty);
  ADD ("vice-leads", test_vice_leads);
  ADD ("rehearsal", test_rehearsal);
  ADD ("reopened", test_reopened);
  ADD ("many", test_many);
}
