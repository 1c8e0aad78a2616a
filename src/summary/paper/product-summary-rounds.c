/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/product-summary-private.h"

#include "base/date.h"
#include "summary/paper/paper-text.h"

#include <string.h>

/* One scoring round while its table is made. */
typedef struct
{
  const CsResult *result;
  CsStanding *standing; /* how the council stood in the round */
  GPtrArray *places;    /* (element-type CsSeatState) (not owned): one a member, NULL for who had none */
  GArray *states;       /* (element-type CsMemberState): one a member */
  const int **choices;  /* of the counted sheets */
  CsVerdict *verdict;   /* (nullable): by the rule itself, for its sums */
  guint first, end;     /* the members of the table that is being made */
  gboolean last;        /* it has the mean */
} Round;

static void
line_free (gpointer data)
{
  CsProductLine *line = data;

  g_free (line->no);
  g_free (line->title);
  g_ptr_array_unref (line->cells);
  g_free (line->mean);
  g_free (line);
}

static void
points_free (gpointer data)
{
  CsProductPoints *points = data;

  g_ptr_array_unref (points->columns);
  g_ptr_array_unref (points->lines);
  g_free (points);
}

void
_cs_product_round_free (gpointer data)
{
  CsProductRound *round = data;

  g_ptr_array_unref (round->tables);
  g_ptr_array_unref (round->remarks);
  g_ptr_array_unref (round->talks);
  g_free (round->spread);
  g_free (round);
}

/* --- how the council stood --- */

static void
recusal_free (gpointer data)
{
  cs_recusal_free (data);
}

/* Who had no part, as the closing holds it: what was declared later is not asked. */
static GPtrArray *
recusals_of (const CsClosing *closing, const CsCouncil *council)
{
  GPtrArray *recusals = g_ptr_array_new_with_free_func (recusal_free);

  for (guint i = 0; i < closing->members->len; i++)
    {
      const CsClosingMember *row = g_ptr_array_index (closing->members, i);
      const CsMember *member = cs_council_member_by_id (council, row->member);
      CsRecusal *recusal;

      if (row->state != CS_MEMBER_RECUSED || member == NULL)
        continue;
      recusal = g_new0 (CsRecusal, 1);
      recusal->member_uuid = g_strdup (member->uuid);
      recusal->member_key = g_strdup (member->key);
      recusal->reason = g_strdup (row->reason);
      g_ptr_array_add (recusals, recusal);
    }
  return recusals;
}

/* Returns: (transfer full): the standing when scoring round @no was over: the rule of the day looks at the
 * sheets that there were. The last round stands as the closing holds it. */
static CsStanding *
standing_after (const CsResult *result, const CsProductParts *parts, int no, gboolean last)
{
  g_autoptr (GPtrArray) sheets = NULL, recusals = NULL;
  CsCouncil then = *parts->council;

  if (last)
    return cs_standing_of_closing (parts->council, result->form, parts->sheets, result->closing);
  sheets = g_ptr_array_new ();
  recusals = recusals_of (result->closing, parts->council);
  for (guint i = 0; i < parts->sheets->len; i++)
    {
      CsSheet *sheet = g_ptr_array_index (parts->sheets, i);

      if (sheet->scoring_round <= no && sheet->submitted)
        g_ptr_array_add (sheets, sheet);
    }
  then.rules = result->closing->rules;
  return cs_standing_new (&then, result->form, sheets, recusals);
}

static const CsSeatState *
find_place (const CsStanding *standing, const char *key)
{
  for (guint i = 0; i < standing->places->len; i++)
    {
      const CsSeatState *place = &g_array_index (standing->places, CsSeatState, i);

      if (g_str_equal (place->member->key, key))
        return place;
    }
  return NULL;
}

/* Who has no sheet yet in an earlier round, but handed one in later, had not scored then. */
static CsMemberState
state_in (const CsSeatState *place, CsMemberState at_closing)
{
  if (place != NULL && place->sheet != NULL)
    return CS_MEMBER_SUBMITTED;
  return at_closing == CS_MEMBER_SUBMITTED ? CS_MEMBER_NONE : at_closing;
}

static void
round_init (Round *self, const CsResult *result, CsStanding *standing)
{
  *self = (Round){ .result = result, .standing = standing };
  self->places = g_ptr_array_new ();
  self->states = g_array_new (FALSE, FALSE, sizeof (CsMemberState));
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);
      const CsSeatState *place = find_place (standing, member->key);
      CsMemberState state = state_in (place, member->state);

      g_ptr_array_add (self->places, (gpointer) place);
      g_array_append_val (self->states, state);
    }
  self->choices = cs_standing_choices (standing);
  self->verdict = cs_standing_verdict (standing, result->regulation, result->form, &result->rules, FALSE);
}

static void
round_clear (Round *self)
{
  cs_verdict_free (self->verdict);
  g_free (self->choices);
  g_array_unref (self->states);
  g_ptr_array_unref (self->places);
  cs_standing_free (self->standing);
}

/* --- cells --- */

/* Points of one sheet in what a line is about; FALSE for an open criterion. */
typedef gboolean (*Measure) (const Round *self, const int *choices, gconstpointer about, int *points);

static gboolean
measure_part (const Round *self, const int *choices, gconstpointer about, int *points)
{
  *points = cs_tally (self->result->form, choices).parts[GPOINTER_TO_UINT (about)];
  return TRUE;
}

static gboolean
measure_section (const Round *self, const int *choices, gconstpointer about, int *points)
{
  *points = cs_tally_section (self->result->form, about, choices);
  return TRUE;
}

static gboolean
measure_question (const Round *self, const int *choices, gconstpointer about, int *points)
{
  guint question = GPOINTER_TO_UINT (about);

  if (choices[question] == CS_CHOICE_OPEN)
    return FALSE;
  *points = cs_criterion_points (cs_form_question (self->result->form, question), choices[question]);
  return TRUE;
}

static gboolean
measure_total (const Round *self, const int *choices, gconstpointer about, int *points)
{
  *points = cs_tally (self->result->form, choices).total;
  return TRUE;
}

static char *
cell_text (const Round *self, guint member, Measure measure, gconstpointer about)
{
  const CsSeatState *place = g_ptr_array_index (self->places, member);
  CsMemberState state = g_array_index (self->states, CsMemberState, member);
  int points = 0;

  if (state != CS_MEMBER_SUBMITTED)
    return g_strdup (cs_paper_state_mark (state));
  if (!measure (self, place->sheet->choices, about, &points))
    return g_strdup (CS_PAPER_OPEN_MARK);
  return g_strdup_printf ("%d", points);
}

/* Returns: (transfer full) (nullable): the mean over the counted sheets. */
static char *
mean_text (const Round *self, Measure measure, gconstpointer about)
{
  int sum = 0;

  for (guint i = 0; i < self->standing->counted->len; i++)
    {
      int points = 0;

      if (!measure (self, self->choices[i], about, &points))
        return NULL;
      sum += points;
    }
  if (self->standing->counted->len == 0)
    return NULL;
  return cs_paper_decimal (self->result->regulation, cs_fraction (sum, self->standing->counted->len));
}

CsProductPoints *
_cs_product_round_add_table (CsProductRound *round, guint first, guint end, guint n)
{
  CsProductPoints *points = g_new0 (CsProductPoints, 1);

  if (first > 0 || end < n)
    {
      points->from = (int) first + 1;
      points->to = (int) end;
    }
  points->last = end == n;
  points->columns = g_ptr_array_new_with_free_func (g_free);
  points->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = first; i < end; i++)
    {
      CsProductColumn *column = g_new0 (CsProductColumn, 1);

      column->number = i + 1;
      g_ptr_array_add (points->columns, column);
    }
  g_ptr_array_add (round->tables, points);
  return points;
}

CsProductLine *
_cs_product_points_add_line (
    CsProductPoints *points, CsProductLineKind kind, const char *no, const char *title, int max)
{
  CsProductLine *line = g_new0 (CsProductLine, 1);

  line->kind = kind;
  line->no = g_strdup (no);
  line->title = g_strdup (title);
  line->max = max;
  line->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < points->columns->len; i++)
    g_ptr_array_add (line->cells, g_strdup (""));
  g_ptr_array_add (points->lines, line);
  return line;
}

static void
measure_line (CsProductLine *line, const Round *self, Measure measure, gconstpointer about)
{
  g_ptr_array_set_size (line->cells, 0);
  for (guint i = self->first; i < self->end; i++)
    g_ptr_array_add (line->cells, cell_text (self, i, measure, about));
  if (self->last)
    line->mean = mean_text (self, measure, about);
}

/* --- lines --- */

static void
add_section (CsProductPoints *points, const Round *self, const CsSection *section, guint *question)
{
  if (cs_section_sole_criterion (section) == NULL)
    measure_line (_cs_product_points_add_line (points, CS_PRODUCT_LINE_SECTION, section->no, section->title,
                                               section->max),
                  self, measure_section, section);
  for (guint c = 0; c < section->criteria->len; c++)
    {
      const CsCriterion *criterion = g_ptr_array_index (section->criteria, c);
      CsProductLine *line = _cs_product_points_add_line (points,
                                                         criterion->container ? CS_PRODUCT_LINE_HEADING
                                                                              : CS_PRODUCT_LINE_CRITERION,
                                                         criterion->no, criterion->title, criterion->max);

      if (!criterion->container)
        measure_line (line, self, measure_question, GUINT_TO_POINTER ((*question)++));
    }
}

static void
add_lines (CsProductPoints *points, const Round *self)
{
  const GPtrArray *parts = self->result->form->parts;
  guint question = 0;
  int max = 0;

  for (guint p = 0; p < parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (parts, p);

      max += part->max;
      measure_line (_cs_product_points_add_line (points, CS_PRODUCT_LINE_PART, part->code, part->title,
                                                 part->max),
                    self, measure_part, GUINT_TO_POINTER (p));
      for (guint s = 0; s < part->sections->len; s++)
        add_section (points, self, g_ptr_array_index (part->sections, s), &question);
    }
  measure_line (_cs_product_points_add_line (points, CS_PRODUCT_LINE_TOTAL, "", "Tổng cộng", max), self,
                measure_total, NULL);
}

static char *
spread_text (const Round *self)
{
  const CsVerdict *verdict = self->verdict;
  int limit = self->result->rules.spread_limit;
  const char *allowed = self->result->rules.spread_inclusive ? "phải dưới" : "không quá";

  if (verdict == NULL || verdict->counted < 2)
    return NULL;
  return g_strdup_printf ("Tổng điểm cao nhất %d, thấp nhất %d, chênh lệch %d điểm (quy định %s %d điểm)%s.",
                          verdict->highest, verdict->lowest, verdict->spread, allowed, limit,
                          verdict->spread_exceeded ? ": chênh lệch quá mức" : "");
}

/* Who kept a sheet of the earlier round @no: columns, with commas between. */
static char *
kept_columns (const Round *self, int no)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const CsSeatState *place = g_ptr_array_index (self->places, i);

      if (place != NULL && place->sheet != NULL && place->sheet->scoring_round == no)
        g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", i + 1);
    }
  return g_string_free (text, text->len == 0);
}

static void
add_remarks (CsProductRound *round, const Round *self)
{
  for (int no = 1; no < round->no; no++)
    {
      g_autofree char *kept = kept_columns (self, no);

      if (kept != NULL)
        g_ptr_array_add (round->remarks,
                         g_strdup_printf ("Không chấm lại, giữ phiếu của lần chấm %d: cột %s.", no, kept));
    }
}

static void
add_talks (CsProductRound *round, const GPtrArray *discussions)
{
  for (guint i = 0; i < discussions->len; i++)
    {
      const CsDiscussion *discussion = g_ptr_array_index (discussions, i);
      g_autofree char *at = cs_date_moment_on_paper (discussion->noted_at);

      if (discussion->scoring_round == round->no)
        g_ptr_array_add (round->talks, g_strdup_printf ("%s (%s ghi lúc %s)", discussion->note,
                                                        cs_paper_who (discussion->noted_by), at));
    }
}

/* --- marks --- */

static void
add_mark (GString *marks, const char *letters, const char *word)
{
  g_autofree char *mark = g_strdup_printf ("%s: %s", letters, word);
  g_auto (GStrv) known = g_strsplit (marks->str, "; ", -1);

  if (!g_strv_contains ((const char *const *) known, mark))
    g_string_append_printf (marks, "%s%s", marks->len > 0 ? "; " : "", mark);
}

static void
collect_marks (GString *marks, const Round *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      CsMemberState state = g_array_index (self->states, CsMemberState, i);
      const CsSeatState *place = g_ptr_array_index (self->places, i);

      if (state != CS_MEMBER_SUBMITTED)
        add_mark (marks, cs_paper_state_mark (state), cs_paper_state_word (state));
      else if (cs_sheet_next_open (place->sheet, 0) >= 0)
        add_mark (marks, cs_paper_state_mark (CS_MEMBER_DRAFT), CS_PAPER_OPEN);
    }
}

/* As many tables as it takes for all members to find room. */
static void
add_tables (CsProductRound *round, Round *self)
{
  guint n = self->result->members->len;
  guint n_tables = MAX ((n + CS_PRODUCT_COLUMNS - 1) / CS_PRODUCT_COLUMNS, 1);

  for (guint t = 0; t < n_tables; t++)
    {
      CsProductPoints *points =
          _cs_product_round_add_table (round, n * t / n_tables, n * (t + 1) / n_tables, n);

      self->first = n * t / n_tables;
      self->end = n * (t + 1) / n_tables;
      self->last = points->last;
      for (guint i = self->first; i < self->end; i++)
        ((CsProductColumn *) g_ptr_array_index (points->columns, i - self->first))->former =
            ((CsMemberResult *) g_ptr_array_index (self->result->members, i))->former;
      add_lines (points, self);
    }
}

static void
add_round (CsProductSummary *summary,
           GString *marks,
           const CsResult *result,
           const CsProductParts *parts,
           int no,
           int last)
{
  CsProductRound *round = g_new0 (CsProductRound, 1);
  Round self;

  round_init (&self, result, standing_after (result, parts, no, no == last));
  round->no = no;
  round->several = last > 1;
  round->counted = self.standing->counted->len;
  round->tables = g_ptr_array_new_with_free_func (points_free);
  round->remarks = g_ptr_array_new_with_free_func (g_free);
  round->talks = g_ptr_array_new_with_free_func (g_free);
  round->spread = spread_text (&self);
  add_tables (round, &self);
  add_remarks (round, &self);
  add_talks (round, parts->discussions);
  collect_marks (marks, &self);
  g_ptr_array_add (summary->rounds, round);
  round_clear (&self);
}

void
_cs_product_rounds_fill (CsProductSummary *summary, const CsResult *result, const CsProductParts *parts)
{
  g_autoptr (CsStanding) closed = standing_after (result, parts, 0, TRUE);
  g_autoptr (GString) marks = g_string_new (NULL);
  int last = MAX (closed->scoring_round, 1);

  for (int no = 1; no <= last; no++)
    add_round (summary, marks, result, parts, no, last);
  if (marks->len > 0)
    summary->marks = g_strdup (marks->str);
}
