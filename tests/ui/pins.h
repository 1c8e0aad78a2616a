/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/app/window-private.h"
#include "ui/pin/pin-panel.h"

G_BEGIN_DECLS

/* What the tests of PINs share: a whole window on a book that asks for them. */

#define COUNCIL "district-842"

typedef struct
{
  CsStore *store;
  char *code;
  CsWindow *window;
  GtkWidget *page;
} Pins;

void pins_set_pin (Pins *pins, const char *member, const char *pin);

void pins_set_up (Pins *pins, gconstpointer data);

void pins_tear_down (Pins *pins, gconstpointer data);

CsPinPanel *pins_panel_of (Pins *pins);

gboolean pins_is_locked (Pins *pins);

gpointer pins_find (Pins *pins, GType type, const char *id);

void pins_give (Pins *pins, const char *pin);

gboolean pins_sits (Pins *pins, const char *member);

void pins_unlock (Pins *pins);

G_END_DECLS
