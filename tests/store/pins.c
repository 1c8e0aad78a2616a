/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
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

  g_assert_true (cs_pins_set (book->store, member_id (book->store, member), NULL, pin, &error));
  g_assert_no_error (error);
  cs_pins_lock (book->store);
}

void
pins_unlock (Book *book, const char *member, const char *pin)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_pins_unlock (book->store, member_id (book->store, member), pin, &error));
  g_assert_no_error (error);
}

char *
pins_sitter (Book *book)
{
  const char *sitter = cs_pins_sitter (book->store);
  g_autoptr (GPtrArray) councils = cs_store_list_councils (book->store, NULL);

  for (guint i = 0; sitter != NULL && i < councils->len; i++)
    {
      const CsCouncil *council = g_ptr_array_index (councils, i);
      const CsMember *member = cs_council_member_by_uuid (council, sitter);

      if (member != NULL)
        return g_strdup_printf ("%s/%s", council->key, member->key);
    }
  return g_strdup ("");
}

void
pins_assert_sitter (Book *book, const char *wanted)
{
  g_autofree char *now = pins_sitter (book);

  g_assert_cmpstr (now, ==, wanted);
}
