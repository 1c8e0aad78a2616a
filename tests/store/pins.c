/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pins.h"

#include "service/pins/pin-try-private.h"
#include "service/pins/pin-try.h"

void
pins_set_up (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  book_set_up (book, data);
  _cs_pins_use_cheap_hashes (book->store);
  g_assert_true (cs_pins_set_on (book->store, TRUE, &error));
  g_assert_no_error (error);
}

void
pins_set_pin (Book *book, const char *member, const char *pin)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_pins_set (book->store, COUNCIL, member, NULL, pin, &error));
  g_assert_no_error (error);
  cs_pins_lock (book->store);
}

void
pins_unlock (Book *book, const char *member, const char *pin)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_pins_unlock (book->store, COUNCIL, member, pin, &error));
  g_assert_no_error (error);
}

char *
pins_sitter (Book *book)
{
  const char *council, *member;

  if (!cs_pins_sitter (book->store, &council, &member))
    return g_strdup ("");
  return g_strdup_printf ("%s/%s", council, member);
}

void
pins_assert_sitter (Book *book, const char *wanted)
{
  g_autofree char *now = pins_sitter (book);

  g_assert_cmpstr (now, ==, wanted);
}
