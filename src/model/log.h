/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The log as people read it: who did what and when, and what it changed. */

typedef enum
{
  CS_LOG_ADD,
  CS_LOG_CHANGE,
  CS_LOG_REMOVE,
} CsLogAct;

typedef struct
{
  char *kind;   /* of thing: name of its table */
  char *object; /* UUID of the thing */
  char *name;   /* how it was called then */
  CsLogAct act;
  char *field;  /* "" for a thing that was added as a whole */
  char *before; /* (nullable) */
  char *after;  /* (nullable) */
} CsLogChange;

typedef struct
{
  gint64 seq;
  char *at;           /* moment */
  char *who;          /* "": not told */
  char *verb;         /* the command's name */
  char *object;       /* what it was done to, as people call it */
  char *subject;      /* its UUID, "" when it is about many things or the line is an old one */
  char *before;       /* "" */
  char *after;        /* "" */
  GPtrArray *changes; /* (element-type CsLogChange) */
} CsLogLine;

/* Which lines are wanted. All of it (nullable). */
typedef struct
{
  const char *dossier; /* code: only lines about it */
  const char *who;     /* a part of the name, whatever its case and accents */
  const char *since;   /* day, and no line before it */
  const char *words;   /* a part of anything that is told, whatever its case and accents */
  gint64 below;        /* only lines with a lower number; 0: from the newest on */
  guint most;          /* how many lines; 0: all */
} CsLogFilter;

CsLogLine *cs_log_line_new (void);
void cs_log_line_free (CsLogLine *line);

/* Returns: (transfer none): a new, empty change of @line. */
CsLogChange *cs_log_line_add (CsLogLine *line);

const char *cs_log_act_to_text (CsLogAct act); /* "add", "change", "remove" */
CsLogAct cs_log_act_parse (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsLogLine, cs_log_line_free)

G_END_DECLS
