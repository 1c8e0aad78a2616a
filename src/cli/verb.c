/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verb.h"

#include "base/error.h"
#include "model/actor.h"
#include "service/book/store-clock.h"
#include "service/pins/pin-try.h"
#include "service/pins/pins.h"
#include "summary/words/log-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define PIN_LINE 256 /* bytes that are looked at, far more than a PIN has */

static char *person_name; /* (nullable) */
static char *person_duty; /* (nullable) */
static gboolean untold;
static gboolean clock_trusted;
static GString *recorded; /* (nullable): what was done, a line each */

gboolean
cs_verb_set_person (const char *text, GError **error)
{
  g_clear_pointer (&person_name, g_free);
  g_clear_pointer (&person_duty, g_free);
  if (cs_actor_parse (text, &person_name, &person_duty))
    return TRUE;
  g_set_error (
      error, CS_ERROR, CS_ERROR_USAGE,
      _ ("--person “%s”: write a name of at most %d letters, and behind a semicolon the duty: “Nguyễn "
         "Thị Lan;Thư ký”."),
      text, CS_ACTOR_MAX);
  return FALSE;
}

const char *
cs_verb_get_name (void)
{
  return person_name;
}

const char *
cs_verb_get_duty (void)
{
  return person_duty;
}

void
cs_verb_trust_clock (void)
{
  clock_trusted = TRUE;
}

static void
untold_cb (CsStore *store, gpointer data)
{
  untold = TRUE;
}

static void
recorded_cb (CsStore *store, const char *verb, const char *object)
{
  if (recorded == NULL)
    recorded = g_string_new (NULL);
  if (*object != '\0')
    g_string_append_printf (recorded, "%s: %s\n", object, cs_log_verb_text (verb));
  else
    g_string_append_printf (recorded, "%s\n", cs_log_verb_text (verb));
}

static void
copy_failed_cb (CsStore *store, const char *problem, gpointer data)
{
  g_printerr ("%s\n", problem);
}

CsStore *
cs_verb_open (const char *path, GError **error)
{
  CsStore *store = cs_store_open (path, error);

  if (store == NULL)
    return NULL;
  cs_store_set_person (store, person_name, person_duty);
  if (clock_trusted)
    cs_store_trust_clock (store);
  if (cs_store_get_copy_problem (store) != NULL)
    copy_failed_cb (store, cs_store_get_copy_problem (store), NULL);
  g_signal_connect (store, "copy-failed", G_CALLBACK (copy_failed_cb), NULL);
  g_signal_connect (store, "untold", G_CALLBACK (untold_cb), NULL);
  g_signal_connect (store, "recorded", G_CALLBACK (recorded_cb), NULL);
  return store;
}

const char *
cs_verb_get_recorded (void)
{
  return recorded != NULL ? recorded->str : NULL;
}

void
cs_verb_tell_untold (void)
{
  if (untold)
    g_printerr (_ ("The book does not say who did this. Sign with --person “NAME;DUTY”.\n"));
}

gboolean
cs_verb_open_product (const char *path,
                      const char *code,
                      const char *round,
                      CsStore **store,
                      CsDossier **dossier,
                      GError **error)
{
  if (code == NULL)
    {
      g_set_error_literal (error, CS_ERROR, CS_ERROR_USAGE, _ ("Name the product with --product."));
      return FALSE;
    }
  *store = cs_verb_open (path, error);
  *dossier = *store != NULL ? cs_dossiers_by_code (*store, code, round, error) : NULL;
  return *dossier != NULL;
}

const char *
cs_verb_member_uuid (CsStore *store, const CsDossier *dossier, const char *key)
{
  g_autoptr (CsCouncil) council =
      dossier->council_uuid != NULL ? cs_store_get_council (store, dossier->council_uuid, NULL) : NULL;
  const CsMember *member = council != NULL && key != NULL ? cs_council_member (council, key) : NULL;

  return g_intern_string (member != NULL ? member->uuid : key);
}

const char *
cs_verb_find_member (CsStore *store, const char *council_key, const char *key, GError **error)
{
  g_autoptr (CsCouncil) council = cs_store_find_council (store, council_key, error);
  const CsMember *member = council != NULL ? cs_council_member (council, key) : NULL;

  if (council != NULL && member == NULL)
    g_set_error (error, CS_ERROR, CS_ERROR_NOT_FOUND,
                 _ ("There is no member “%s” in the council %s. Check the member."), key, council_key);
  return member != NULL ? g_intern_string (member->uuid) : NULL;
}

char *
cs_verb_read_pin (const char *path, GError **error)
{
  char *line = g_malloc0 (PIN_LINE);
  FILE *file = g_fopen (path, "re");
  int code = errno;

  if (file == NULL || fgets (line, PIN_LINE, file) == NULL)
    {
      g_set_error (error, CS_ERROR, file == NULL && code != ENOENT ? CS_ERROR_FAILED : CS_ERROR_NOT_FOUND,
                   _ ("There is no PIN in the first line of %s. Write it there, with an editor."), path);
      g_clear_pointer (&line, cs_pins_forget);
    }
  else
    line[strcspn (line, "\r\n")] = '\0';
  if (file != NULL)
    fclose (file);
  return line;
}

gboolean
cs_verb_unlock (CsStore *store, const char *member, const char *pin_file, GError **error)
{
  char *pin = cs_verb_read_pin (pin_file, error);
  gboolean good = pin != NULL && cs_pins_unlock (store, member, pin, error);

  cs_pins_forget (pin);
  return good;
}

void
cs_verb_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

void
cs_verb_print_lines (const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (lines, i));
}

void
cs_json_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
cs_json_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
cs_json_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
cs_json_null (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_null_value (builder);
}

gboolean
cs_verb_unlock_sheet (
    CsStore *store, const CsDossier *dossier, const char *member, const char *pin_file, GError **error)
{
  return pin_file == NULL || dossier->council == NULL || !cs_pins_are_on (store)
         || cs_verb_unlock (store, cs_verb_member_uuid (store, dossier, member), pin_file, error);
}
