/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/sheet-summary.h"

#include "base/date.h"
#include "rules/tally.h"
#include "summary/paper/paper-text.h"

static void
option_free (gpointer data)
{
  CsSheetOption *option = data;

  g_free (option->label);
  g_free (option->case_title);
  g_free (option);
}

static void
ground_free (gpointer data)
{
  CsSheetGround *ground = data;

  g_free (ground->text);
  g_free (ground->detail);
  g_free (ground);
}

static void
line_free (gpointer data)
{
  CsSheetLine *line = data;

  g_free (line->no);
  g_free (line->title);
  g_free (line->help);
  g_free (line->source_note);
  g_free (line->note);
  g_ptr_array_unref (line->options);
  g_ptr_array_unref (line->grounds);
  g_free (line);
}

CsSheetSummary *
cs_sheet_summary_new (void)
{
  CsSheetSummary *summary = g_new0 (CsSheetSummary, 1);

  summary->form_verified = TRUE;
  summary->grounds = g_ptr_array_new_with_free_func (ground_free);
  summary->lines = g_ptr_array_new_with_free_func (line_free);
  return summary;
}

void
cs_sheet_summary_free (CsSheetSummary *summary)
{
  if (summary == NULL)
    return;
  cs_paper_head_clear (&summary->head);
  g_free (summary->product);
  g_free (summary->code);
  g_free (summary->producer);
  g_free (summary->producer_kind);
  g_free (summary->address);
  g_free (summary->phone);
  g_free (summary->form_name);
  g_free (summary->form_note);
  g_free (summary->member);
  g_free (summary->role);
  g_free (summary->organisation);
  g_free (summary->submitted);
  g_free (summary->signed_on);
  g_free (summary->seal);
  g_free (summary->origin);
  g_free (summary->end);
  g_free (summary->end_detail);
  g_free (summary->open);
  g_ptr_array_unref (summary->grounds);
  g_ptr_array_unref (summary->lines);
  g_free (summary);
}

/* --- grounds for elimination --- */

static char *
ground_detail (const CsGround *ground)
{
  g_autofree char *found = cs_date_moment_on_paper (ground->found_at);
  gboolean confirmed = ground->state == CS_GROUND_CONFIRMED;

  return g_strdup_printf ("%s: %s (%s nêu lúc %s)",
                          confirmed ? "đã xác nhận" : "đã nêu, Hội đồng chưa quyết định", ground->reason,
                          ground->person, found);
}

static void
add_line_of_ground (GPtrArray *lines, const char *text, const CsGround *ground)
{
  CsSheetGround *line = g_new0 (CsSheetGround, 1);

  line->text = g_strdup (text);
  line->ticked = ground != NULL;
  if (ground != NULL)
    line->detail = ground_detail (ground);
  g_ptr_array_add (lines, line);
}

static gboolean
is_at (const CsGround *ground, const char *criterion)
{
  return ground->state != CS_GROUND_DISMISSED && g_strcmp0 (ground->criterion, criterion) == 0;
}

static const CsGround *
find_ground (const GPtrArray *grounds, const char *criterion, const char *text)
{
  for (guint i = 0; grounds != NULL && i < grounds->len; i++)
    {
      const CsGround *ground = g_ptr_array_index (grounds, i);

      if (is_at (ground, criterion) && g_str_equal (ground->text, text))
        return ground;
    }
  return NULL;
}

/* The grounds that the form prints, then those that were raised in other words. @criterion: (nullable): NULL
 * for those on the whole dossier. */
static void
add_grounds (GPtrArray *lines, const GPtrArray *printed, const GPtrArray *grounds, const char *criterion)
{
  for (guint i = 0; i < printed->len; i++)
    {
      const char *text = g_ptr_array_index (printed, i);

      add_line_of_ground (lines, text, find_ground (grounds, criterion, text));
    }
  for (guint i = 0; grounds != NULL && i < grounds->len; i++)
    {
      const CsGround *ground = g_ptr_array_index (grounds, i);

      if (is_at (ground, criterion)
          && !g_ptr_array_find_with_equal_func ((GPtrArray *) printed, ground->text, g_str_equal, NULL))
        add_line_of_ground (lines, ground->text, ground);
    }
}

/* --- rows --- */

static CsSheetLine *
add_line (CsSheetSummary *summary, CsSheetLineKind kind, const char *no, const char *title, int max)
{
  CsSheetLine *line = g_new0 (CsSheetLine, 1);

  line->kind = kind;
  line->no = g_strdup (no);
  line->title = g_strdup (title);
  line->help = g_strdup ("");
  line->source_note = g_strdup ("");
  line->max = max;
  line->options = g_ptr_array_new_with_free_func (option_free);
  line->grounds = g_ptr_array_new_with_free_func (ground_free);
  g_ptr_array_add (summary->lines, line);
  return line;
}

static void
set_points (CsSheetLine *line, const CsSheet *sheet, int points)
{
  line->has_points = sheet != NULL;
  line->points = points;
}

static CsSheetOption *
add_option (CsSheetLine *line, const char *label, int points, gboolean chosen)
{
  CsSheetOption *option = g_new0 (CsSheetOption, 1);

  option->label = g_strdup (label);
  option->points = points;
  option->chosen = chosen;
  g_ptr_array_add (line->options, option);
  return option;
}

static void
add_options (CsSheetLine *line, const CsCriterion *criterion, int choice)
{
  int case_no = 0;

  for (guint i = 0; i < criterion->options->len; i++)
    {
      const CsOption *printed = g_ptr_array_index (criterion->options, i);
      CsSheetOption *option = add_option (line, printed->label, printed->points, choice == (int) i + 1);

      option->min_star = printed->min_star;
      if (printed->case_no != 0 && printed->case_no != case_no)
        option->case_title = g_strdup_printf ("Trường hợp %d: %s", printed->case_no,
                                              printed->case_title != NULL ? printed->case_title : "");
      case_no = printed->case_no;
    }
  if (cs_criterion_accepts (criterion, CS_CHOICE_NONE))
    add_option (line, "Không đạt phương án nào", 0, choice == CS_CHOICE_NONE);
}

/* @question: (inout): the criterion's number among the questions, in printed order */
static void
add_criterion (CsSheetSummary *summary,
               const CsCriterion *criterion,
               const CsSheet *sheet,
               const GPtrArray *grounds,
               guint *question)
{
  int choice = CS_CHOICE_OPEN;
  CsSheetLine *line =
      add_line (summary, criterion->container ? CS_SHEET_LINE_HEADING : CS_SHEET_LINE_CRITERION,
                criterion->no, criterion->title, criterion->max);

  g_free (line->help);
  g_free (line->source_note);
  line->help = g_strdup (criterion->help);
  line->source_note = g_strdup (criterion->note);
  line->min_star = criterion->min_star_whole;
  add_grounds (line->grounds, criterion->eliminates, grounds, criterion->no);
  if (criterion->container)
    return;
  if (sheet != NULL)
    {
      choice = sheet->choices[*question];
      line->note = g_strdup (sheet->notes[*question]);
      line->open = choice == CS_CHOICE_OPEN;
      if (!line->open)
        set_points (line, sheet, cs_criterion_points (criterion, choice));
    }
  add_options (line, criterion, choice);
  (*question)++;
}

static void
add_part (CsSheetSummary *summary,
          const CsForm *form,
          const CsPart *part,
          const CsSheet *sheet,
          const GPtrArray *grounds,
          guint *question)
{
  for (guint s = 0; s < part->sections->len; s++)
    {
      const CsSection *section = g_ptr_array_index (part->sections, s);

      if (cs_section_sole_criterion (section) == NULL)
        {
          CsSheetLine *line =
              add_line (summary, CS_SHEET_LINE_SECTION, section->no, section->title, section->max);

          if (sheet != NULL)
            set_points (line, sheet, cs_tally_section (form, section, sheet->choices));
        }
      for (guint c = 0; c < section->criteria->len; c++)
        add_criterion (summary, g_ptr_array_index (section->criteria, c), sheet, grounds, question);
    }
}

static void
add_lines (CsSheetSummary *summary, const CsForm *form, const CsSheet *sheet, const GPtrArray *grounds)
{
  CsTally tally = { 0 };
  guint question = 0;

  if (sheet != NULL)
    tally = cs_tally (form, sheet->choices);
  for (guint p = 0; p < form->parts->len; p++)
    {
      const CsPart *part = g_ptr_array_index (form->parts, p);
      CsSheetLine *line = add_line (summary, CS_SHEET_LINE_PART, part->code, part->title, part->max);

      set_points (line, sheet, p < tally.n_parts ? tally.parts[p] : 0);
      summary->total_max += part->max;
      add_part (summary, form, part, sheet, grounds, &question);
    }
  summary->has_total = sheet != NULL;
  summary->total = tally.total;
}

/* --- the sheet --- */

static char *
open_text (const CsForm *form, const CsSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->n_questions; i++)
    if (sheet->choices[i] == CS_CHOICE_OPEN)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", cs_form_question (form, i)->no);
  return g_string_free (text, text->len == 0);
}

static char *
origin_text (const CsSheet *sheet)
{
  if (sheet->entry == CS_ENTRY_TYPED)
    return g_strdup_printf ("Nhập từ phiếu giấy; người nhập: %s; người kiểm tra: %s",
                            sheet->typed_by != NULL ? sheet->typed_by : "",
                            sheet->checked_by != NULL ? sheet->checked_by : "");
  return sheet->entry == CS_ENTRY_LIST ? g_strdup ("Nhập từ danh sách điểm") : NULL;
}

static void
set_end (CsSheetSummary *summary, const CsSheet *sheet)
{
  g_autofree char *at = cs_date_moment_on_paper (sheet->ended_at);

  static const char *const words[] = { [CS_SHEET_RETURNED] = "ĐÃ TRẢ LẠI",
                                       [CS_SHEET_MOVED] = "ĐÃ CHUYỂN SANG SẢN PHẨM KHÁC",
                                       [CS_SHEET_WITHDRAWN] = "BẢN NHÁP ĐÃ RÚT BỎ" };

  summary->end = g_strdup (words[sheet->end]);
  summary->end_detail = g_strdup_printf ("lúc %s, bởi %s; lý do: %s", at, cs_paper_who (sheet->ended_by),
                                         sheet->end_reason != NULL ? sheet->end_reason : "");
}

static void
set_sheet (CsSheetSummary *summary, const CsForm *form, const CsSheet *sheet)
{
  summary->standing = sheet->end != CS_SHEET_PRESENT ? CS_SHEET_ENDED
                      : sheet->submitted             ? CS_SHEET_SUBMITTED
                                                     : CS_SHEET_DRAFT;
  summary->scoring_round = sheet->scoring_round;
  summary->seal = g_strdup (sheet->seal);
  if (sheet->submitted_at != NULL)
    {
      summary->submitted = cs_date_moment_on_paper (sheet->submitted_at);
      summary->signed_on = cs_date_of_moment (sheet->submitted_at);
    }
  summary->origin = origin_text (sheet);
  summary->open = open_text (form, sheet);
  if (sheet->end != CS_SHEET_PRESENT)
    set_end (summary, sheet);
}

void
cs_sheet_summary_fill (CsSheetSummary *summary,
                       const CsForm *form,
                       const CsSheet *sheet,
                       const GPtrArray *grounds)
{
  g_return_if_fail (summary != NULL && form != NULL);
  g_return_if_fail (sheet == NULL || sheet->n_questions == cs_form_n_questions (form));

  summary->form_no = form->no;
  summary->form_name = g_strdup (form->name);
  summary->form_verified = form->verified;
  summary->form_note = g_strdup (form->note);
  if (sheet != NULL)
    set_sheet (summary, form, sheet);
  add_grounds (summary->grounds, form->eliminations, grounds, NULL);
  add_lines (summary, form, sheet, grounds);
}

/* --- fields --- */

static int
is_blank (gconstpointer summary)
{
  return ((const CsSheetSummary *) summary)->standing == CS_SHEET_BLANK;
}

static int
is_draft (gconstpointer summary)
{
  return ((const CsSheetSummary *) summary)->standing == CS_SHEET_DRAFT;
}

/* Submitted, also when it was taken back since. */
static int
is_handed_in (gconstpointer summary)
{
  return !is_blank (summary) && !is_draft (summary);
}

static int
is_unverified (gconstpointer summary)
{
  return !((const CsSheetSummary *) summary)->form_verified;
}

static char *
dup_total (gconstpointer row)
{
  const CsSheetSummary *summary = row;

  return summary->has_total ? g_strdup_printf ("%d", summary->total) : NULL;
}

static int
is_part (gconstpointer line)
{
  return ((const CsSheetLine *) line)->kind == CS_SHEET_LINE_PART;
}

static int
is_heading (gconstpointer row)
{
  const CsSheetLine *line = row;

  return line->kind == CS_SHEET_LINE_SECTION || line->kind == CS_SHEET_LINE_HEADING;
}

static int
is_criterion (gconstpointer line)
{
  return ((const CsSheetLine *) line)->kind == CS_SHEET_LINE_CRITERION;
}

static char *
dup_points (gconstpointer row)
{
  const CsSheetLine *line = row;

  return line->has_points ? g_strdup_printf ("%d", line->points) : NULL;
}

#define OPTION(member) G_STRUCT_OFFSET (CsSheetOption, member)
#define GROUND(member) G_STRUCT_OFFSET (CsSheetGround, member)
#define LINE(member)   G_STRUCT_OFFSET (CsSheetLine, member)
#define SHEET(member)  G_STRUCT_OFFSET (CsSheetSummary, member)

static const CsField option_fields[] = {
  { "label", CS_FIELD_TEXT, OPTION (label) },        { "points", CS_FIELD_NUMBER, OPTION (points) },
  { "min-star", CS_FIELD_STARS, OPTION (min_star) }, { "case-title", CS_FIELD_TEXT, OPTION (case_title) },
  { "chosen", CS_FIELD_FLAG, OPTION (chosen) },      { NULL },
};

static const CsField ground_fields[] = {
  { "text", CS_FIELD_TEXT, GROUND (text) },
  { "detail", CS_FIELD_TEXT, GROUND (detail) },
  { "ticked", CS_FIELD_FLAG, GROUND (ticked) },
  { NULL },
};

static const CsField line_fields[] = {
  { "part", CS_FIELD_FLAG, .number = is_part },
  { "heading", CS_FIELD_FLAG, .number = is_heading },
  { "criterion", CS_FIELD_FLAG, .number = is_criterion },
  { "no", CS_FIELD_TEXT, LINE (no) },
  { "title", CS_FIELD_TEXT, LINE (title) },
  { "help", CS_FIELD_TEXT, LINE (help) },
  { "source-note", CS_FIELD_TEXT, LINE (source_note) },
  { "max", CS_FIELD_NUMBER, LINE (max) },
  { "min-star", CS_FIELD_STARS, LINE (min_star) },
  { "options", CS_FIELD_LIST, LINE (options), .fields = option_fields },
  { "grounds", CS_FIELD_LIST, LINE (grounds), .fields = ground_fields },
  { "open", CS_FIELD_FLAG, LINE (open) },
  { "points", CS_FIELD_TEXT, .dup_text = dup_points },
  { "note", CS_FIELD_TEXT, LINE (note) },
  { NULL },
};

const CsField cs_sheet_summary_fields[] = {
  { "head", CS_FIELD_PART, SHEET (head), .fields = cs_paper_head_fields },
  { "blank", CS_FIELD_FLAG, .number = is_blank },
  { "draft", CS_FIELD_FLAG, .number = is_draft },
  { "handed-in", CS_FIELD_FLAG, .number = is_handed_in },
  { "product", CS_FIELD_TEXT, SHEET (product) },
  { "code", CS_FIELD_TEXT, SHEET (code) },
  { "producer", CS_FIELD_TEXT, SHEET (producer) },
  { "producer-kind", CS_FIELD_TEXT, SHEET (producer_kind) },
  { "address", CS_FIELD_TEXT, SHEET (address) },
  { "phone", CS_FIELD_TEXT, SHEET (phone) },
  { "form", CS_FIELD_NUMBER, SHEET (form_no) },
  { "form-name", CS_FIELD_TEXT, SHEET (form_name) },
  { "unverified", CS_FIELD_FLAG, .number = is_unverified },
  { "form-note", CS_FIELD_TEXT, SHEET (form_note) },
  { "member", CS_FIELD_TEXT, SHEET (member) },
  { "member-role", CS_FIELD_TEXT, SHEET (role) },
  { "organisation", CS_FIELD_TEXT, SHEET (organisation) },
  { "scoring-round", CS_FIELD_NUMBER, SHEET (scoring_round) },
  { "submitted", CS_FIELD_TEXT, SHEET (submitted) },
  { "signed-on", CS_FIELD_DATE, SHEET (signed_on) },
  { "seal", CS_FIELD_TEXT, SHEET (seal) },
  { "origin", CS_FIELD_TEXT, SHEET (origin) },
  { "end", CS_FIELD_TEXT, SHEET (end) },
  { "end-detail", CS_FIELD_TEXT, SHEET (end_detail) },
  { "grounds", CS_FIELD_LIST, SHEET (grounds), .fields = ground_fields },
  { "lines", CS_FIELD_LIST, SHEET (lines), .fields = line_fields },
  { "total", CS_FIELD_TEXT, .dup_text = dup_total },
  { "total-max", CS_FIELD_NUMBER, SHEET (total_max) },
  { "open-criteria", CS_FIELD_TEXT, SHEET (open) },
  { NULL },
};
