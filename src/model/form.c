/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/form.h"

static void
option_free (gpointer data)
{
  CsOption *option = data;

  g_free (option->case_title);
  g_free (option->label);
  g_free (option);
}

static void
criterion_free (gpointer data)
{
  CsCriterion *criterion = data;

  g_free (criterion->no);
  g_free (criterion->title);
  g_free (criterion->help);
  g_free (criterion->note);
  g_free (criterion->parent);
  g_free (criterion->papers);
  g_ptr_array_unref (criterion->eliminates);
  g_ptr_array_unref (criterion->options);
  g_free (criterion);
}

static void
section_free (gpointer data)
{
  CsSection *section = data;

  g_free (section->no);
  g_free (section->title);
  g_ptr_array_unref (section->criteria);
  g_free (section);
}

static void
part_free (gpointer data)
{
  CsPart *part = data;

  g_free (part->code);
  g_free (part->title);
  g_ptr_array_unref (part->sections);
  g_free (part);
}

CsForm *
cs_form_new (int no)
{
  CsForm *form = g_new0 (CsForm, 1);

  form->no = no;
  form->name = g_strdup ("");
  form->industry = g_strdup ("");
  form->group = g_strdup ("");
  form->note = g_strdup ("");
  form->ministries = g_ptr_array_new_with_free_func (g_free);
  form->eliminations = g_ptr_array_new_with_free_func (g_free);
  form->parts = g_ptr_array_new_with_free_func (part_free);
  form->questions = g_ptr_array_new ();
  return form;
}

CsPart *
cs_form_add_part (CsForm *form, const char *code, int max)
{
  CsPart *part = g_new0 (CsPart, 1);

  part->code = g_strdup (code);
  part->title = g_strdup ("");
  part->max = max;
  part->sections = g_ptr_array_new_with_free_func (section_free);
  g_ptr_array_add (form->parts, part);
  return part;
}

CsSection *
cs_part_add_section (CsPart *part, const char *no, int max)
{
  CsSection *section = g_new0 (CsSection, 1);

  section->no = g_strdup (no);
  section->title = g_strdup ("");
  section->max = max;
  section->criteria = g_ptr_array_new_with_free_func (criterion_free);
  g_ptr_array_add (part->sections, section);
  return section;
}

CsCriterion *
cs_section_add_criterion (CsSection *section, const char *no, int max)
{
  CsCriterion *criterion = g_new0 (CsCriterion, 1);

  criterion->no = g_strdup (no);
  criterion->title = g_strdup ("");
  criterion->help = g_strdup ("");
  criterion->note = g_strdup ("");
  criterion->papers = g_strdup ("");
  criterion->max = max;
  criterion->eliminates = g_ptr_array_new_with_free_func (g_free);
  criterion->options = g_ptr_array_new_with_free_func (option_free);
  g_ptr_array_add (section->criteria, criterion);
  return criterion;
}

CsOption *
cs_criterion_add_option (CsCriterion *criterion, int points)
{
  CsOption *option = g_new0 (CsOption, 1);

  option->points = points;
  option->label = g_strdup ("");
  g_ptr_array_add (criterion->options, option);
  return option;
}

void
cs_form_seal (CsForm *form)
{
  g_ptr_array_set_size (form->questions, 0);
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          for (guint c = 0; c < section->criteria->len; c++)
            {
              CsCriterion *criterion = g_ptr_array_index (section->criteria, c);

              if (!criterion->container)
                g_ptr_array_add (form->questions, criterion);
            }
        }
    }
}

void
cs_form_free (CsForm *form)
{
  if (form == NULL)
    return;
  g_free (form->name);
  g_free (form->industry);
  g_free (form->group);
  g_free (form->note);
  g_ptr_array_unref (form->ministries);
  g_ptr_array_unref (form->eliminations);
  g_ptr_array_unref (form->questions);
  g_ptr_array_unref (form->parts);
  g_free (form);
}

guint
cs_form_n_questions (const CsForm *form)
{
  return form->questions->len;
}

const CsCriterion *
cs_form_question (const CsForm *form, guint i)
{
  g_return_val_if_fail (i < form->questions->len, NULL);
  return g_ptr_array_index (form->questions, i);
}

int
cs_form_find (const CsForm *form, const char *no)
{
  for (guint i = 0; i < form->questions->len; i++)
    {
      const CsCriterion *criterion = g_ptr_array_index (form->questions, i);

      if (g_str_equal (criterion->no, no))
        return (int) i;
    }
  return -1;
}

static void
locate (const CsForm *form, guint i, const CsPart **found_part, const CsSection **found_section)
{
  const CsCriterion *wanted = cs_form_question (form, i);

  *found_part = NULL;
  *found_section = NULL;
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);

      for (guint s = 0; s < part->sections->len; s++)
        {
          const CsSection *section = g_ptr_array_index (part->sections, s);

          if (g_ptr_array_find (section->criteria, wanted, NULL))
            {
              *found_part = part;
              *found_section = section;
              return;
            }
        }
    }
}

const CsPart *
cs_form_part_of (const CsForm *form, guint i)
{
  const CsPart *part;
  const CsSection *section;

  locate (form, i, &part, &section);
  return part;
}

const CsSection *
cs_form_section_of (const CsForm *form, guint i)
{
  const CsPart *part;
  const CsSection *section;

  locate (form, i, &part, &section);
  return section;
}

const CsCriterion *
cs_section_sole_criterion (const CsSection *section)
{
  const CsCriterion *only = section->criteria->len == 1 ? g_ptr_array_index (section->criteria, 0) : NULL;

  return only != NULL && g_str_equal (only->no, section->no) ? only : NULL;
}

gboolean
cs_criterion_prints_zero (const CsCriterion *criterion)
{
  return cs_criterion_option_of_points (criterion, 0) != CS_CHOICE_NONE;
}

gboolean
cs_criterion_accepts (const CsCriterion *criterion, int choice)
{
  if (criterion->container)
    return FALSE;
  if (choice == CS_CHOICE_NONE)
    return !cs_criterion_prints_zero (criterion);
  return choice >= 1 && (guint) choice <= criterion->options->len;
}

int
cs_criterion_points (const CsCriterion *criterion, int choice)
{
  const CsOption *option;

  g_return_val_if_fail (cs_criterion_accepts (criterion, choice), 0);
  if (choice == CS_CHOICE_NONE)
    return 0;
  option = g_ptr_array_index (criterion->options, choice - 1);
  return option->points;
}

int
cs_criterion_needed (const CsCriterion *criterion, int star)
{
  int needed = 0;

  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);
      gboolean marked = option->min_star == star || (criterion->min_star_whole == star && option->points > 0);

      if (marked && (needed == 0 || option->points < needed))
        needed = option->points;
    }
  return needed;
}

int
cs_criterion_option_of_points (const CsCriterion *criterion, int points)
{
  int found = -1;

  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *option = g_ptr_array_index (criterion->options, i);

      if (option->points != points)
        continue;
      if (found != -1)
        return -1;
      found = (int) i + 1;
    }
  return found == -1 && points == 0 ? CS_CHOICE_NONE : found;
}
