/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-id.h"
#include "pins.h"

#include "probe.h"
#include "sample-book.h"

#include "service/pins/pin-try-private.h"
#include "service/pins/pin-try.h"
#include "ui/app/window-private.h"
#include "ui/pin/pin-panel.h"

void
pins_set_pin (Pins *pins, const char *member, const char *pin)
{
  g_autoptr (GError) error = NULL;

  cs_pins_set (pins->store, member_id (pins->store, member), NULL, pin, &error);
  g_assert_no_error (error);
  cs_pins_lock (pins->store);
}

void
pins_set_up (Pins *pins, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pins->store = sample_book_new ();
  _cs_pins_use_cheap_hashes (pins->store);
  sample_book_add_council (pins->store, COUNCIL, 3);
  pins->code = sample_book_add_dossier (pins->store, "29236", 1, "district-1");
  sample_book_score (pins->store, pins->code, "m1", 77);
  cs_pins_set_on (pins->store, TRUE, &error);
  g_assert_no_error (error);
  pins_set_pin (pins, "m1", "1234");
  pins->window = cs_window_new (NULL);
  cs_window_set_store (pins->window, pins->store);
  cs_window_show_page (pins->window, "score");
  probe_draw (pins->window);
  pins->page = pins->window->shown[CS_WINDOW_SCORE];
}

void
pins_tear_down (Pins *pins, gconstpointer data)
{
  probe_destroy (pins->window);
  probe_finish_work (); /* a PIN that was being checked holds the book a turn longer */
  g_free (pins->code);
  sample_book_free (pins->store);
}

CsPinPanel *
pins_panel_of (Pins *pins)
{
  return probe_first (pins->page, CS_TYPE_PIN_PANEL);
}

gboolean
pins_is_locked (Pins *pins)
{
  return gtk_widget_get_mapped (GTK_WIDGET (pins_panel_of (pins)));
}

gpointer
pins_find (Pins *pins, GType type, const char *id)
{
  gpointer found = probe_find (pins->page, type, id);

  g_assert_nonnull (found);
  return found;
}

void
pins_give (Pins *pins, const char *pin)
{
  probe_enter (pins_find (pins, GTK_TYPE_PASSWORD_ENTRY, "first_entry"), pin);
}

gboolean
pins_sits (Pins *pins, const char *member)
{
  return g_strcmp0 (cs_pins_sitter (pins->store), member_id (pins->store, member)) == 0;
}

void
pins_unlock (Pins *pins)
{
  pins_give (pins, "1234");
  probe_until (!pins_is_locked (pins));
}
