/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store-private.h"
#include "service/council/councils.h"

/* Adds one member inside @command, making the council when it does not exist. */
gboolean _cs_councils_add_member (CsCommand *command, const CsNewMember *wanted, GError **error);
