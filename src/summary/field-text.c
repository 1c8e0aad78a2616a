/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEPTH_MAX 8 /* brackets within brackets: who needs more made a mistake */

typedef struct
{
  const char *at;
  const CsScope *scope;
  guint depth;
  char *problem; /* (nullable): the first; nothing is read after it */
} Reader;

static gboolean read_run (Reader *self, gboolean inside, GString *out);

static char *
lower_first (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strdown (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

static char *
upper (const char *text)
{
  return g_utf8_strup (text, -1);
}

static char *
groups (const char *text)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; text[i] != '\0'; i++)
    g_string_append_printf (out, "%s%c", i > 0 && i % 4 == 0 ? " " : "", text[i]);
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  char *(*make) (const char *text);
} forms[] = {
  { "lower", lower_first },
  { "upper", upper },
  { "groups", groups },
};

static gboolean refuse (Reader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (Reader *self, const char *format, ...)
{
  va_list list;

  va_start (list, format);
  if (self->problem == NULL)
    self->problem = g_strdup_vprintf (format, list);
  va_end (list);
  return FALSE;
}

/* Appends the value in its form. */
static gboolean
append_value (Reader *self, GString *out, const CsField *field, gconstpointer row, const char *form)
{
  g_autofree char *text = NULL;
  guint i = 0;

  while (form != NULL && i < G_N_ELEMENTS (forms) && !g_str_equal (forms[i].name, form))
    i++;
  if (i == G_N_ELEMENTS (forms))
    return refuse (self, _ ("“%s” is no form of a value; write lower, upper or groups"), form);
  if (field->type == CS_FIELD_FLAG || field->type == CS_FIELD_LIST)
    return refuse (self, _ ("{%s} has no text; it can only be asked for: {%s?}"), field->id, field->id);
  if (row == NULL)
    return TRUE;
  text = cs_field_dup_text (field, row);
  if (text != NULL && field->type == CS_FIELD_DECIMAL)
    g_strdelimit (text, ".", ',');
  if (text != NULL && form != NULL)
    {
      g_autofree char *plain = g_steal_pointer (&text);

      text = forms[i].make (plain);
    }
  g_string_append (out, text != NULL ? text : "");
  return TRUE;
}

/* "name", "name:form", "name?" or "!name" between braces. Returns: whether the field is set as asked. */
static gboolean
read_field (Reader *self, GString *out)
{
  const char *end = strpbrk (self->at, "{}[]|\\");
  gconstpointer row = NULL;
  g_autofree char *name = NULL;
  const CsField *field;
  char *form;
  gboolean negated, asked, set;

  if (end == NULL || *end != '}')
    return refuse (self, _ ("a brace is not closed: “{%s”"), self->at);
  name = g_strndup (self->at, end - self->at);
  self->at = end + 1;
  if (g_str_equal (name, "#"))
    {
      g_string_append_printf (out, "%u", self->scope->place);
      return TRUE;
    }
  negated = name[0] == '!';
  if (negated)
    memmove (name, name + 1, strlen (name));
  asked = g_str_has_suffix (name, "?");
  if (asked)
    name[strlen (name) - 1] = '\0';
  form = strchr (name, ':');
  if (form != NULL)
    *form++ = '\0';
  field = cs_scope_find (self->scope, name, &row);
  if (field == NULL)
    return refuse (self, _ ("there is no field {%s} here"), name);
  if (!negated && !asked && !append_value (self, out, field, row, form))
    return FALSE;
  set = row != NULL && cs_field_is_set (field, row);
  return negated ? !set : set;
}

/* The alternatives after an opening bracket: the first whose fields are set is appended. */
static void
read_brackets (Reader *self, GString *out)
{
  gboolean taken = FALSE;

  if (++self->depth > DEPTH_MAX)
    refuse (self, _ ("too many brackets within each other: “[%s”"), self->at);
  while (self->problem == NULL)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean holds = read_run (self, TRUE, text);

      if (holds && !taken)
        g_string_append (out, text->str);
      taken = taken || holds;
      if (*self->at == '\0')
        refuse (self, _ ("a bracket is not closed"));
      else if (*self->at++ == ']')
        break;
    }
  self->depth--;
}

/* Reads to the end, or @inside brackets to the next alternative or the closing one. Returns: whether every
 * field was set. */
static gboolean
read_run (Reader *self, gboolean inside, GString *out)
{
  gboolean holds = TRUE;

  while (self->problem == NULL && *self->at != '\0')
    {
      char letter = *self->at;

      if (letter == '|' || letter == ']')
        {
          if (inside)
            return holds;
          refuse (self, _ ("there is no opening bracket for “%s”"), self->at);
          break;
        }
      self->at++;
      if (letter == '{')
        holds = read_field (self, out) && holds;
      else if (letter == '[')
        read_brackets (self, out);
      else if (letter == '}')
        refuse (self, _ ("there is no opening brace for “}%s”"), self->at);
      else if (letter != '\\')
        g_string_append_c (out, letter);
      else if (*self->at == '\0')
        refuse (self, _ ("a backslash stands at the end of the text"));
      else
        {
          g_string_append_c (out, *self->at == 'n' ? '\n' : *self->at);
          self->at++;
        }
    }
  return holds;
}

char *
cs_field_text_check (const char *text, const CsScope *scope)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Reader self = { text, scope, 0, NULL };

  read_run (&self, FALSE, out);
  return self.problem;
}

char *
cs_field_text_expand (const char *text, const CsScope *scope)
{
  GString *out = g_string_new (NULL);
  Reader self = { text, scope, 0, NULL };

  read_run (&self, FALSE, out);
  if (self.problem != NULL)
    g_critical ("%s", self.problem);
  g_free (self.problem);
  return g_string_free (out, FALSE);
}
