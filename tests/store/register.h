/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"
#include "model/register.h"
#include "service/results/register.h"

G_BEGIN_DECLS

/* What the tests of the register share. */

gboolean register_add (
    Book *book, const char *code, const CsNewRecognition *wanted, const char **field, GError **error);

/* Recognised today; what is @code is closed with 3 stars. */
void register_recognise (Book *book, const char *code, const char *certificate);

CsRecognition *register_recognition_of (Book *book, const char *code);

void register_withdraw (Book *book, const char *code);

G_END_DECLS
