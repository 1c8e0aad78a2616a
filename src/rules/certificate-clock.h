/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/regulation.h"

G_BEGIN_DECLS

/* How far the time of a certificate has run: shared/domain section 5. How long it is valid, when a
 * re-evaluation is filed and how long a late one keeps it alive are numbers of the regulation. All days are
 * ISO. */
typedef enum
{
  CS_CLOCK_VALID,     /* the days in which to file have not come */
  CS_CLOCK_WINDOW,    /* they are here */
  CS_CLOCK_LATE,      /* they are over, nothing is filed; still valid */
  CS_CLOCK_FILED,     /* a re-evaluation is filed, in time or late; still valid */
  CS_CLOCK_EXTENDED,  /* past its end, but filed and not decided: valid for the days of the extension */
  CS_CLOCK_EXPIRED,   /* past its end and past every extension */
  CS_CLOCK_RENEWED,   /* a later recognition of the same product stands in its place */
  CS_CLOCK_WITHDRAWN, /* by a decision; comes before everything else */
} CsClockState;

/* What is known of a certificate. */
typedef struct
{
  const char *decided_on;   /* (nullable): of old decisions only the year or the month may be known */
  const char *valid_until;  /* (nullable): its last day; NULL: as the regulation counts from the decision */
  const char *filed_on;     /* (nullable): when a re-evaluation of the product was registered */
  gboolean renewed;         /* there is a later recognition of the same product */
  const char *withdrawn_on; /* (nullable) */
} CsClockCertificate;

typedef struct
{
  CsClockState state;
  char valid_until[11]; /* the last day */
  char window_from[11]; /* the first and the last day on which a re-evaluation is filed in time */
  char window_to[11];
  char extended_until[11]; /* the last day of the extension, "" when nothing is extended: nothing filed, no
                              such rule, renewed or withdrawn */
  int days_left;           /* until @valid_until: 0 on it, negative past it */
} CsClock;

/**
 * cs_clock:
 * @today: the day asked about; what was filed or withdrawn later is not known on it
 * @clock: (out): what can be said
 *
 * A filing before the window opens belongs to something else and does not count; one after it does, and one
 * after the end too.
 *
 * Returns: FALSE when nothing can be said, because neither the end nor the decision is known to the day
 */
gboolean cs_clock (const CsRegulation *regulation,
                   const CsClockCertificate *certificate,
                   const char *today,
                   CsClock *clock);

/* Returns: "valid", "window", "late", "filed", "extended", "expired", "renewed" or "withdrawn". */
const char *cs_clock_state_to_text (CsClockState state);

G_END_DECLS
