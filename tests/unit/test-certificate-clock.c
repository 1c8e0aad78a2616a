/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"
#include "rules/certificate-clock.h"

/* Every border of a certificate's time, from both sides. Decided on 15/06/2024 it ends on 15/06/2027; its
 * window is from 17/12/2026 to 15/02/2027, its extension to 12/12/2027. */

#define DECIDED "2024-06-15"
#define UNTIL   "2027-06-15"
#define FROM    "2026-12-17"
#define TO      "2027-02-15"
#define END     "2027-12-12"

static CsRegulation *
regulation_new (void)
{
  CsRegulation *regulation = cs_regulation_new ();

  regulation->certificate_months = 36;
  regulation->renewal_from_days = 180;
  regulation->renewal_to_days = 120;
  regulation->extension_days = 180;
  return regulation;
}

typedef struct
{
  const char *today;
  CsClockState state;
} Day;

static void
assert_days (const CsRegulation *regulation, const CsClockCertificate *certificate, const Day *days, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      CsClock clock;

      g_assert_true (cs_clock (regulation, certificate, days[i].today, &clock));
      if (clock.state != days[i].state)
        g_error ("on %s it is “%s”, not “%s”", days[i].today, cs_clock_state_to_text (clock.state),
                 cs_clock_state_to_text (days[i].state));
    }
}
#define ASSERT_DAYS(regulation, certificate, ...)                                                            \
  assert_days (regulation, certificate, (const Day[]){ __VA_ARGS__ },                                        \
               sizeof ((Day[]){ __VA_ARGS__ }) / sizeof (Day))

static void
test_days (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate certificate = { .decided_on = DECIDED };
  CsClock clock;

  g_assert_true (cs_clock (regulation, &certificate, "2027-06-05", &clock));
  g_assert_cmpstr (clock.valid_until, ==, UNTIL);
  g_assert_cmpstr (clock.window_from, ==, FROM);
  g_assert_cmpstr (clock.window_to, ==, TO);
  g_assert_cmpstr (clock.extended_until, ==, ""); /* nothing filed */
  g_assert_cmpint (clock.days_left, ==, 10);
  g_assert_true (cs_clock (regulation, &certificate, UNTIL, &clock));
  g_assert_cmpint (clock.days_left, ==, 0);
  g_assert_true (cs_clock (regulation, &certificate, "2027-06-16", &clock));
  g_assert_cmpint (clock.days_left, ==, -1);
  certificate.filed_on = FROM;
  g_assert_true (cs_clock (regulation, &certificate, FROM, &clock));
  g_assert_cmpstr (clock.extended_until, ==, END);
  g_assert_cmpint (clock.days_left, ==, 180);
  /* what the register says of the end goes before what is counted */
  certificate.valid_until = "2027-12-31";
  g_assert_true (cs_clock (regulation, &certificate, FROM, &clock));
  g_assert_cmpstr (clock.valid_until, ==, "2027-12-31");
  g_assert_cmpstr (clock.window_from, ==, "2027-07-04");
}

/* Kept within the month, also in a leap year. */
static void
test_ends (void)
{
  static const struct
  {
    const char *decided;
    int months;
    const char *until;
  } cases[] = {
    { "2024-06-15", 36, "2027-06-15" }, { "2024-02-29", 36, "2027-02-28" },
    { "2024-02-29", 48, "2028-02-29" }, { "2023-08-31", 6, "2024-02-29" },
    { "2024-08-31", 6, "2025-02-28" },  { "2024-12-31", 36, "2027-12-31" },
    { "2024-03-31", 1, "2024-04-30" },
  };
  g_autoptr (CsRegulation) regulation = regulation_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CsClockCertificate certificate = { .decided_on = cases[i].decided };
      CsClock clock;

      regulation->certificate_months = cases[i].months;
      g_assert_true (cs_clock (regulation, &certificate, "2024-12-01", &clock));
      g_assert_cmpstr (clock.valid_until, ==, cases[i].until);
    }
}

static void
test_nothing_filed (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate certificate = { .decided_on = DECIDED };

  ASSERT_DAYS (regulation, &certificate, { DECIDED, CS_CLOCK_VALID }, { "2026-12-16", CS_CLOCK_VALID },
               { FROM, CS_CLOCK_WINDOW }, { "2026-12-18", CS_CLOCK_WINDOW },
               { "2027-02-14", CS_CLOCK_WINDOW }, { TO, CS_CLOCK_WINDOW }, { "2027-02-16", CS_CLOCK_LATE },
               { "2027-06-14", CS_CLOCK_LATE }, { UNTIL, CS_CLOCK_LATE }, { "2027-06-16", CS_CLOCK_EXPIRED },
               { END, CS_CLOCK_EXPIRED }, { "2030-01-01", CS_CLOCK_EXPIRED });
}

/* On the first day, on the last one, and late: from that day on it is filed, before it is what it was. */
static void
test_filed (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate first = { .decided_on = DECIDED, .filed_on = FROM };
  CsClockCertificate last = { .decided_on = DECIDED, .filed_on = TO };
  CsClockCertificate late = { .decided_on = DECIDED, .filed_on = "2027-02-16" };
  CsClockCertificate latest = { .decided_on = DECIDED, .filed_on = UNTIL };

  ASSERT_DAYS (regulation, &first, { "2026-12-16", CS_CLOCK_VALID }, { FROM, CS_CLOCK_FILED },
               { "2026-12-18", CS_CLOCK_FILED }, { TO, CS_CLOCK_FILED }, { "2027-02-16", CS_CLOCK_FILED },
               { UNTIL, CS_CLOCK_FILED }, { "2027-06-16", CS_CLOCK_EXTENDED },
               { "2027-12-11", CS_CLOCK_EXTENDED }, { END, CS_CLOCK_EXTENDED },
               { "2027-12-13", CS_CLOCK_EXPIRED });
  ASSERT_DAYS (regulation, &last, { "2027-02-14", CS_CLOCK_WINDOW }, { TO, CS_CLOCK_FILED },
               { "2027-02-16", CS_CLOCK_FILED }, { UNTIL, CS_CLOCK_FILED },
               { "2027-06-16", CS_CLOCK_EXTENDED }, { "2027-12-13", CS_CLOCK_EXPIRED });
  ASSERT_DAYS (regulation, &late, { TO, CS_CLOCK_WINDOW }, { "2027-02-16", CS_CLOCK_FILED },
               { UNTIL, CS_CLOCK_FILED }, { "2027-06-16", CS_CLOCK_EXTENDED }, { END, CS_CLOCK_EXTENDED },
               { "2027-12-13", CS_CLOCK_EXPIRED });
  ASSERT_DAYS (regulation, &latest, { "2027-06-14", CS_CLOCK_LATE }, { UNTIL, CS_CLOCK_FILED },
               { "2027-06-16", CS_CLOCK_EXTENDED });
}

/* Before the window opens it is another registration, not the renewal. */
static void
test_filed_before (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate certificate = { .decided_on = DECIDED, .filed_on = "2026-12-16" };
  CsClock clock;

  ASSERT_DAYS (regulation, &certificate, { "2026-12-16", CS_CLOCK_VALID }, { FROM, CS_CLOCK_WINDOW },
               { TO, CS_CLOCK_WINDOW }, { "2027-02-16", CS_CLOCK_LATE }, { UNTIL, CS_CLOCK_LATE },
               { "2027-06-16", CS_CLOCK_EXPIRED });
  g_assert_true (cs_clock (regulation, &certificate, UNTIL, &clock));
  g_assert_cmpstr (clock.extended_until, ==, "");
}

/* A filing keeps what is valid; what has ended it does not bring back. */
static void
test_filed_after (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate last_day = { .decided_on = DECIDED, .filed_on = UNTIL };
  CsClockCertificate too_late = { .decided_on = DECIDED, .filed_on = "2027-06-16" };

  ASSERT_DAYS (regulation, &last_day, { "2027-06-14", CS_CLOCK_LATE }, { UNTIL, CS_CLOCK_FILED },
               { "2027-06-16", CS_CLOCK_EXTENDED }, { END, CS_CLOCK_EXTENDED },
               { "2027-12-13", CS_CLOCK_EXPIRED });
  ASSERT_DAYS (regulation, &too_late, { UNTIL, CS_CLOCK_LATE }, { "2027-06-16", CS_CLOCK_EXPIRED },
               { END, CS_CLOCK_EXPIRED });
}

static void
test_no_extension (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate certificate = { .decided_on = DECIDED, .filed_on = FROM };
  CsClock clock;

  regulation->extension_days = 0;
  ASSERT_DAYS (regulation, &certificate, { UNTIL, CS_CLOCK_FILED }, { "2027-06-16", CS_CLOCK_EXPIRED });
  g_assert_true (cs_clock (regulation, &certificate, UNTIL, &clock));
  g_assert_cmpstr (clock.extended_until, ==, "");
  regulation->extension_days = 1;
  ASSERT_DAYS (regulation, &certificate, { "2027-06-16", CS_CLOCK_EXTENDED },
               { "2027-06-17", CS_CLOCK_EXPIRED });
}

static void
test_renewed (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate certificate = { .decided_on = DECIDED, .filed_on = FROM, .renewed = TRUE };
  CsClock clock;

  ASSERT_DAYS (regulation, &certificate, { "2026-12-16", CS_CLOCK_RENEWED }, { TO, CS_CLOCK_RENEWED },
               { UNTIL, CS_CLOCK_RENEWED }, { "2027-06-16", CS_CLOCK_RENEWED },
               { "2030-01-01", CS_CLOCK_RENEWED });
  g_assert_true (cs_clock (regulation, &certificate, UNTIL, &clock));
  g_assert_cmpstr (clock.extended_until, ==, "");
  g_assert_cmpstr (clock.valid_until, ==, UNTIL);
}

static void
test_withdrawn (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate certificate = { .decided_on = DECIDED, .filed_on = FROM, .withdrawn_on = "2027-03-01" };
  CsClock clock;

  ASSERT_DAYS (regulation, &certificate, { "2026-12-16", CS_CLOCK_VALID }, { "2027-02-28", CS_CLOCK_FILED },
               { "2027-03-01", CS_CLOCK_WITHDRAWN }, { "2027-03-02", CS_CLOCK_WITHDRAWN },
               { "2027-06-16", CS_CLOCK_WITHDRAWN }, { "2030-01-01", CS_CLOCK_WITHDRAWN });
  g_assert_true (cs_clock (regulation, &certificate, "2027-03-01", &clock));
  g_assert_cmpstr (clock.extended_until, ==, "");
  certificate.renewed = TRUE;
  ASSERT_DAYS (regulation, &certificate, { "2027-02-28", CS_CLOCK_RENEWED },
               { "2027-03-01", CS_CLOCK_WITHDRAWN });
  certificate = (CsClockCertificate){ .decided_on = DECIDED, .filed_on = "", .withdrawn_on = "" };
  ASSERT_DAYS (regulation, &certificate, { "2026-12-16", CS_CLOCK_VALID },
               { "2027-06-16", CS_CLOCK_EXPIRED });
}

static void
test_unknown (void)
{
  static const char *const days[] = { NULL, "", "2024", "2024-06", "15/06/2024", "2024-02-30", "9998-01-01" };
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClock clock;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      CsClockCertificate certificate = { .decided_on = days[i] };

      g_assert_false (cs_clock (regulation, &certificate, "2026-12-17", &clock));
      /* the end is enough */
      certificate.valid_until = UNTIL;
      ASSERT_DAYS (regulation, &certificate, { "2026-12-16", CS_CLOCK_VALID }, { FROM, CS_CLOCK_WINDOW });
      /* an end that is not known to the day is none */
      certificate.valid_until = "2027";
      g_assert_false (cs_clock (regulation, &certificate, "2026-12-17", &clock));
    }
}

/* Day by day over the whole time: the states come in their order, each for as many days as the law says. */
static void
test_walk (void)
{
  g_autoptr (CsRegulation) regulation = regulation_new ();
  CsClockCertificate certificate = { .decided_on = DECIDED };
  int count[CS_CLOCK_WITHDRAWN + 1] = { 0 };
  CsClockState before = CS_CLOCK_VALID;

  for (int day = 0; day < 1500; day++)
    {
      g_autofree char *today = cs_date_add_days (DECIDED, day);
      CsClock clock;

      g_assert_true (cs_clock (regulation, &certificate, today, &clock));
      g_assert_cmpint (clock.days_left, ==, 1095 - day);
      g_assert_cmpint (clock.state, >=, before);
      before = clock.state;
      count[clock.state]++;
    }
  g_assert_cmpint (count[CS_CLOCK_VALID], ==, 1095 - 180);
  g_assert_cmpint (count[CS_CLOCK_WINDOW], ==, 61); /* 180 to 120, both included */
  g_assert_cmpint (count[CS_CLOCK_LATE], ==, 120);  /* 119 to 0 */
  g_assert_cmpint (count[CS_CLOCK_EXPIRED], ==, 1500 - 1096);
}

static void
test_text (void)
{
  static const char *const texts[] = { "valid",    "window",  "late",    "filed",
                                       "extended", "expired", "renewed", "withdrawn" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (cs_clock_state_to_text ((CsClockState) i), ==, texts[i]);
  g_assert_cmpint (CS_CLOCK_WITHDRAWN, ==, G_N_ELEMENTS (texts) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate-clock/days", test_days);
  g_test_add_func ("/certificate-clock/ends", test_ends);
  g_test_add_func ("/certificate-clock/nothing-filed", test_nothing_filed);
  g_test_add_func ("/certificate-clock/filed/in-time-and-late", test_filed);
  g_test_add_func ("/certificate-clock/filed/before", test_filed_before);
  g_test_add_func ("/certificate-clock/filed/after", test_filed_after);
  g_test_add_func ("/certificate-clock/no-extension", test_no_extension);
  g_test_add_func ("/certificate-clock/renewed", test_renewed);
  g_test_add_func ("/certificate-clock/withdrawn", test_withdrawn);
  g_test_add_func ("/certificate-clock/unknown", test_unknown);
  g_test_add_func ("/certificate-clock/walk", test_walk);
  g_test_add_func ("/certificate-clock/text", test_text);
  return g_test_run ();
}
