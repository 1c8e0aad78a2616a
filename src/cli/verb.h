/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/dossiers/dossiers.h"
#include "service/sessions/sessions.h"
#include "service/book/store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One verb of the command line; chamsao-cli(1) is the contract. */
typedef struct _CsVerb CsVerb;

struct _CsVerb
{
  const char *name;
  const char *arguments; /* "BOOK OUT", for --help */
  const char *summary;
  int min, max; /* how many arguments it takes besides options */
  /* @args: (array length=n) without the options. Returns: FALSE with an error; its meaning is the exit
   * status. */
  gboolean (*run) (char **args, int n, GError **error);
  const GOptionEntry *options; /* (nullable) */
};

extern const CsVerb cs_verb_new;
extern const CsVerb cs_verb_sample;
extern const CsVerb cs_verb_info;
extern const CsVerb cs_verb_regulation;
extern const CsVerb cs_verb_log;
extern const CsVerb cs_verb_office;
extern const CsVerb cs_verb_producer;
extern const CsVerb cs_verb_template;
extern const CsVerb cs_verb_import_list;
extern const CsVerb cs_verb_submit;
extern const CsVerb cs_verb_close;
extern const CsVerb cs_verb_eliminate;
extern const CsVerb cs_verb_agreement;
extern const CsVerb cs_verb_council;
extern const CsVerb cs_verb_member;
extern const CsVerb cs_verb_session;
extern const CsVerb cs_verb_attend;
extern const CsVerb cs_verb_recuse;
extern const CsVerb cs_verb_return;
extern const CsVerb cs_verb_withdraw_draft;
extern const CsVerb cs_verb_move;
extern const CsVerb cs_verb_enter;
extern const CsVerb cs_verb_discuss;
extern const CsVerb cs_verb_rescore;
extern const CsVerb cs_verb_reopen;
extern const CsVerb cs_verb_recognise;
extern const CsVerb cs_verb_rehearse;
extern const CsVerb cs_verb_results;
extern const CsVerb cs_verb_overview;
extern const CsVerb cs_verb_search;
extern const CsVerb cs_verb_pin;
extern const CsVerb cs_verb_print;
extern const CsVerb cs_verb_export;
extern const CsVerb cs_verb_check;
extern const CsVerb cs_verb_audit;
extern const CsVerb cs_verb_reindex;
extern const CsVerb cs_verb_backup;
extern const CsVerb cs_verb_restore;

/* --clock-ok: the books that are opened from now on trust the clock, see service/book/store-clock.h. */
void cs_verb_trust_clock (void);

/* Who works, as --person told it: "NAME" or "NAME;DUTY". Returns: FALSE with CS_ERROR_USAGE for other text.
 */
gboolean cs_verb_set_person (const char *text, GError **error);

/* Who works, for cs_store_create(); (transfer none) (nullable). */
const char *cs_verb_get_name (void);
const char *cs_verb_get_duty (void);

/* Opens the book at @path for who works. Returns: (transfer full). */
CsStore *cs_verb_open (const char *path, GError **error);

/* Returns: (transfer none) (nullable): what was done to the books that were opened, a line each. */
const char *cs_verb_get_recorded (void);

/* Says on standard error, once, when something was written that nobody signed. */
void cs_verb_tell_untold (void);

/* Opens the book at @path and finds the product @code in it (@round: (nullable): the newest); CS_ERROR_USAGE
 * when no code was given. @store and @dossier: (out) (transfer full). */
gboolean cs_verb_open_product (const char *path,
                               const char *code,
                               const char *round,
                               CsStore **store,
                               CsDossier **dossier,
                               GError **error);

/* Returns: (transfer full): the first line of a file, for cs_pins_forget(): a PIN on the command line could
 * be read by everybody on the machine. */
char *cs_verb_read_pin (const char *path, GError **error);

/* Returns: (transfer none) (nullable): the UUID of the member whom @key names in the council that sits for
 * @dossier;
 * @key itself when it names nobody there, for the service to refuse. NULL for NULL. */
const char *cs_verb_member_uuid (CsStore *store, const CsDossier *dossier, const char *key);

/* Returns: (transfer none): the UUID of the member called @key in the council called @council;
 * CS_ERROR_NOT_FOUND. */
const char *cs_verb_find_member (CsStore *store, const char *council, const char *key, GError **error);

/* Lets @member (key) open the own sheet of @dossier where PINs are asked. @pin_file: (nullable): nothing is
 * done without. */
gboolean cs_verb_unlock_sheet (
    CsStore *store, const CsDossier *dossier, const char *member, const char *pin_file, GError **error);

/* Lets the member of that UUID sit, whose PIN is in @pin_file. */
gboolean cs_verb_unlock (CsStore *store, const char *member, const char *pin_file, GError **error);

/* Prints a JSON document on standard output and frees the builder's tree. */
void cs_verb_print_json (JsonBuilder *builder);

/* Prints each sentence of @lines on standard error. */
void cs_verb_print_lines (const GPtrArray *lines);

/* Adds a member of a JSON object. */
void cs_json_text (JsonBuilder *builder, const char *name, const char *value); /* NULL as null */
void cs_json_int (JsonBuilder *builder, const char *name, gint64 value);
void cs_json_bool (JsonBuilder *builder, const char *name, gboolean value);
void cs_json_null (JsonBuilder *builder, const char *name);

G_END_DECLS
