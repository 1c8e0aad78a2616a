/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/log.h"

static const char *const acts[] = { "add", "change", "remove" };

static void
change_free (gpointer data)
{
  CsLogChange *change = data;

  g_free (change->kind);
  g_free (change->object);
  g_free (change->name);
  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

CsLogLine *
cs_log_line_new (void)
{
  CsLogLine *line = g_new0 (CsLogLine, 1);

  line->changes = g_ptr_array_new_with_free_func (change_free);
  return line;
}

void
cs_log_line_free (CsLogLine *line)
{
  if (line == NULL)
    return;
  g_free (line->at);
  g_free (line->who);
  g_free (line->verb);
  g_free (line->object);
  g_free (line->subject);
  g_free (line->before);
  g_free (line->after);
  g_ptr_array_unref (line->changes);
  g_free (line);
}

CsLogChange *
cs_log_line_add (CsLogLine *line)
{
  CsLogChange *change = g_new0 (CsLogChange, 1);

  g_ptr_array_add (line->changes, change);
  return change;
}

const char *
cs_log_act_to_text (CsLogAct act)
{
  return acts[act];
}

CsLogAct
cs_log_act_parse (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (acts[i], text) == 0)
      return (CsLogAct) i;
  return CS_LOG_CHANGE;
}
