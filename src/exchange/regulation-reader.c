/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/regulation-reader.h"

#include "base/input-file.h"
#include "base/text.h"
#include "exchange/round-reader.h"
#include "exchange/xml-reader.h"
#include "rules/regulation-check.h"

#define SCHEMA "regulation.xsd"

typedef struct
{
  CsRegulation *regulation;
  GHashTable *lines; /* object of the model → line it was read from, so that findings can name it */
} Reader;

static void
remember (Reader *reader, gpointer object, const xmlNode *node)
{
  g_hash_table_insert (reader->lines, object, GINT_TO_POINTER (cs_xml_line (node)));
}

static void
read_texts (GPtrArray *texts, const xmlNode *parent, const char *name)
{
  for (const xmlNode *node = cs_xml_first (parent, name); node != NULL; node = cs_xml_next (node, name))
    g_ptr_array_add (texts, cs_xml_dup_text (node));
}

static void
read_option (CsCriterion *criterion, const xmlNode *node)
{
  CsOption *option = cs_criterion_add_option (criterion, cs_xml_int (node, "points", 0));

  option->min_star = cs_xml_int (node, "min-star", 0);
  option->case_no = cs_xml_int (node, "case", 0);
  option->case_title = cs_xml_dup_attribute (node, "case-title");
  g_free (option->label);
  option->label = cs_xml_dup_text (node);
}

static void
read_criterion (Reader *reader, CsSection *section, const xmlNode *node)
{
  g_autofree char *no = cs_xml_dup_attribute_or_empty (node, "no");
  CsCriterion *criterion = cs_section_add_criterion (section, no, cs_xml_int (node, "max", 0));

  remember (reader, criterion, node);
  cs_xml_take_attribute (node, "title", &criterion->title);
  cs_xml_take_attribute (node, "papers", &criterion->papers);
  cs_xml_take_child_text (node, "help", &criterion->help);
  cs_xml_take_child_text (node, "note", &criterion->note);
  criterion->parent = cs_xml_dup_attribute (node, "parent");
  criterion->container = cs_xml_yes (node, "container");
  criterion->yes_no = cs_xml_yes (node, "yes-no");
  criterion->min_star_whole = cs_xml_int (node, "min-star-whole", 0);
  read_texts (criterion->eliminates, node, "eliminates");
  for (const xmlNode *option = cs_xml_first (node, "option"); option != NULL;
       option = cs_xml_next (option, "option"))
    read_option (criterion, option);
}

static void
read_section (Reader *reader, CsPart *part, const xmlNode *node)
{
  g_autofree char *no = cs_xml_dup_attribute_or_empty (node, "no");
  CsSection *section = cs_part_add_section (part, no, cs_xml_int (node, "max", 0));

  remember (reader, section, node);
  cs_xml_take_attribute (node, "title", &section->title);
  for (const xmlNode *child = cs_xml_first (node, "criterion"); child != NULL;
       child = cs_xml_next (child, "criterion"))
    read_criterion (reader, section, child);
}

static void
read_part (Reader *reader, CsForm *form, const xmlNode *node)
{
  g_autofree char *code = cs_xml_dup_attribute_or_empty (node, "code");
  CsPart *part = cs_form_add_part (form, code, cs_xml_int (node, "max", 0));

  remember (reader, part, node);
  cs_xml_take_attribute (node, "title", &part->title);
  for (const xmlNode *child = cs_xml_first (node, "section"); child != NULL;
       child = cs_xml_next (child, "section"))
    read_section (reader, part, child);
}

static void
read_form (Reader *reader, const xmlNode *node)
{
  CsForm *form = cs_form_new (cs_xml_int (node, "no", 0));

  g_ptr_array_add (reader->regulation->forms, form);
  remember (reader, form, node);
  form->verified = cs_xml_yes (node, "verified");
  cs_xml_take_attribute (node, "name", &form->name);
  cs_xml_take_attribute (node, "industry", &form->industry);
  cs_xml_take_attribute (node, "group", &form->group);
  cs_xml_take_child_text (node, "note", &form->note);
  read_texts (form->ministries, node, "ministry");
  read_texts (form->eliminations, node, "elimination");
  for (const xmlNode *child = cs_xml_first (node, "part"); child != NULL; child = cs_xml_next (child, "part"))
    read_part (reader, form, child);
  cs_form_seal (form);
}

static void
read_band (Reader *reader, const xmlNode *node)
{
  CsBand *band = cs_regulation_add_band (reader->regulation, cs_xml_int (node, "stars", 0),
                                         cs_xml_int (node, "from", 0));

  remember (reader, band, node);
}

static void
read_level (Reader *reader, const xmlNode *node)
{
  g_autofree char *id = cs_xml_dup_attribute_or_empty (node, "id");
  g_autofree char *recognises = cs_xml_dup_attribute_or_empty (node, "recognises");
  g_auto (GStrv) stars = g_strsplit (recognises, " ", -1);
  CsLevel *level = cs_regulation_add_level (reader->regulation, id);

  remember (reader, level, node);
  cs_xml_take_attribute (node, "name", &level->name);
  cs_xml_take_attribute (node, "name-en", &level->name_en);
  cs_xml_take_attribute (node, "unit-kind", &level->unit_kind);
  level->forward_from = cs_xml_int (node, "forward-from", -1);
  for (guint i = 0; stars[i] != NULL; i++)
    {
      int star;

      if (cs_text_to_int (stars[i], 1, CS_STAR_MAX, &star))
        level->recognises[star] = TRUE;
    }
}

static void
read_round (Reader *reader, const xmlNode *node)
{
  CsRound *round = cs_round_read (node);

  g_ptr_array_add (reader->regulation->rounds, round);
  remember (reader, round, node);
}

static void
read_paper (Reader *reader, const xmlNode *node)
{
  g_autofree char *id = cs_xml_dup_attribute_or_empty (node, "id");
  CsEvidenceKind *kind = cs_regulation_add_evidence_kind (reader->regulation, id);

  remember (reader, kind, node);
  cs_xml_take_attribute (node, "title", &kind->title);
  cs_xml_take_attribute (node, "title-en", &kind->title_en);
  kind->required = cs_xml_yes (node, "required");
  kind->expires = cs_xml_yes (node, "expires");
  kind->physical = cs_xml_yes (node, "physical");
  kind->except_industry = cs_xml_dup_attribute (node, "except-industry");
}

static void
read_council (CsCouncilRules *rules, const xmlNode *node)
{
  g_autofree char *quorum = cs_xml_dup_attribute_or_empty (node, "quorum");
  g_autofree char *rule = cs_xml_dup_attribute_or_empty (node, "minimum-rule");
  g_auto (GStrv) terms = g_strsplit (quorum, "/", 2);
  int num;
  int den;

  if (g_strv_length (terms) == 2 && cs_text_to_int (terms[0], 1, 99, &num)
      && cs_text_to_int (terms[1], 1, 99, &den))
    rules->quorum = cs_fraction (num, den);
  rules->presence = cs_xml_yes (node, "chair-required") ? CS_PRESENCE_LEADER : CS_PRESENCE_NONE;
  rules->spread_limit = cs_xml_int (node, "spread-limit", 0);
  rules->spread_inclusive = cs_xml_yes (node, "spread-inclusive");
  cs_minimum_rule_parse (rule, &rules->minimum_rule);
}

static void
read_head (Reader *reader, const xmlNode *node)
{
  CsRegulation *regulation = reader->regulation;

  remember (reader, regulation, node);
  cs_xml_take_attribute (node, "id", &regulation->id);
  cs_xml_take_attribute (node, "number", &regulation->number);
  cs_xml_take_attribute (node, "title", &regulation->title);
  cs_xml_take_attribute (node, "date", &regulation->date);
  cs_xml_take_attribute (node, "valid-from", &regulation->valid_from);
  regulation->valid_to = cs_xml_dup_attribute (node, "valid-to");
  cs_xml_take_attribute (node, "code-pattern", &regulation->code_pattern);
  regulation->certificate_months = cs_xml_int (node, "certificate-months", 0);
  regulation->renewal_from_days = cs_xml_int (node, "renewal-from-days", 0);
  regulation->renewal_to_days = cs_xml_int (node, "renewal-to-days", 0);
  regulation->extension_days = cs_xml_int (node, "extension-days", 0);
}

static void
read_regulation (Reader *reader, const xmlNode *root)
{
  static const struct
  {
    const char *name;
    void (*read) (Reader *reader, const xmlNode *node);
  } kinds[] = {
    { "band", read_band },   { "level", read_level }, { "round", read_round },
    { "paper", read_paper }, { "form", read_form },
  };

  read_head (reader, root);
  for (const xmlNode *node = cs_xml_first (root, NULL); node != NULL; node = cs_xml_next (node, NULL))
    {
      if (cs_xml_is (node, "council"))
        read_council (&reader->regulation->council, node);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (cs_xml_is (node, kinds[i].name))
          kinds[i].read (reader, node);
    }
}

static void
report (const Reader *reader, const GPtrArray *found, const char *name, GPtrArray *texts)
{
  for (guint i = 0; i < found->len; i++)
    {
      const CsRegulationProblem *problem = g_ptr_array_index (found, i);
      int line = GPOINTER_TO_INT (g_hash_table_lookup (reader->lines, problem->where));

      cs_xml_add_problem (texts, name, line, problem->message);
    }
}

static gboolean
check (const Reader *reader, const char *name, GPtrArray *problems, GPtrArray *warnings, GError **error)
{
  g_autoptr (GPtrArray) errors = cs_regulation_problems_new ();
  g_autoptr (GPtrArray) known = cs_regulation_problems_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  cs_regulation_check (reader->regulation, errors, known);
  if (warnings != NULL)
    report (reader, known, name, warnings);
  if (errors->len == 0)
    return TRUE;
  report (reader, errors, name, texts);
  cs_xml_set_error (error, texts);
  if (problems != NULL)
    g_ptr_array_extend_and_steal (problems, g_steal_pointer (&texts));
  return FALSE;
}

CsRegulation *
cs_regulation_read_data (const char *data,
                         gsize length,
                         const char *name,
                         GPtrArray *problems,
                         GPtrArray *warnings,
                         GError **error)
{
  g_autoptr (xmlDoc) document = cs_xml_read_data (data, length, name, SCHEMA, problems, error);
  g_autoptr (CsRegulation) regulation = NULL;
  g_autoptr (GHashTable) lines = NULL;
  Reader reader;

  if (document == NULL)
    return NULL;
  regulation = cs_regulation_new ();
  lines = g_hash_table_new (NULL, NULL);
  reader = (Reader){ regulation, lines };
  read_regulation (&reader, xmlDocGetRootElement (document));
  if (!check (&reader, name, problems, warnings, error))
    return NULL;
  return g_steal_pointer (&regulation);
}

CsRegulation *
cs_regulation_read_checked (const char *path, GPtrArray *problems, GPtrArray *warnings, GError **error)
{
  gsize length;
  g_autofree char *data = cs_input_file_load (path, CS_XML_MAX_BYTES, &length, error);

  return data != NULL ? cs_regulation_read_data (data, length, path, problems, warnings, error) : NULL;
}

CsRegulation *
cs_regulation_read_file (const char *path, GPtrArray *problems, GError **error)
{
  return cs_regulation_read_checked (path, problems, NULL, error);
}
