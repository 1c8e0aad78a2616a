/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails: real files below SQLite, whose n-th write, sync or truncation from now on, and all after
 * it, end with an error; or whose n-th read does. */

typedef enum
{
  FAULT_IO,   /* the disk is broken */
  FAULT_FULL, /* the disk is full */
  FAULT_ONCE, /* only this one change fails */
  N_FAULTS,
  FAULT_READ = N_FAULTS, /* nothing is read any more */
  FAULT_READ_ONCE,       /* only this one is not */
} Fault;

/* Lets every database of this process be opened on it. */
void fault_install (void);

/* The @n-th change (or read) of a file from now on fails, counted from 1; 0: none. */
void fault_arm (Fault fault, guint n);

/* SQLite gets no more memory than @bytes; 0: as much as it wants. */
void fault_limit_memory (gint64 bytes);

/* Returns: whether it came to it, since fault_arm(). */
gboolean fault_was_hit (void);

G_END_DECLS
