/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails: real files below SQLite, whose n-th write, sync or truncation from now on, and all after
 * it, end with an error. */

typedef enum
{
  FAULT_IO,   /* the disk is broken */
  FAULT_FULL, /* the disk is full */
  FAULT_ONCE, /* only this one change fails */
  N_FAULTS,
} Fault;

/* Lets every database of this process be opened on it. */
void fault_install (void);

/* The @n-th change of a file from now on fails, counted from 1; 0: none. */
void fault_arm (Fault fault, guint n);

/* Returns: whether it came to it, since fault_arm(). */
gboolean fault_was_hit (void);

G_END_DECLS
