/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/product-summary.h"
#include "summary/paper/product-summary-private.h"

#include "base/date.h"
#include "base/text.h"
#include "summary/paper/paper-text.h"
#include "summary/words/robustness-text.h"
#include "summary/words/verdict-text.h"

#include <string.h>

static void
member_free (gpointer data)
{
  CsProductMember *member = data;

  g_free (member->name);
  g_free (member->role);
  g_free (member->organisation);
  g_free (member->state);
  g_ptr_array_unref (member->points);
  g_free (member);
}

static void
minimum_free (gpointer data)
{
  CsProductMinimum *minimum = data;

  g_free (minimum->no);
  g_free (minimum->title);
  g_free (minimum->have);
  g_free (minimum->reached_by);
  g_free (minimum);
}

static void
ended_free (gpointer data)
{
  CsProductEnded *ended = data;

  g_free (ended->member);
  g_free (ended->what);
  g_free (ended->when);
  g_free (ended->by);
  g_free (ended->reason);
  g_free (ended);
}

static CsProductSummary *
summary_alloc (void)
{
  CsProductSummary *summary = g_new0 (CsProductSummary, 1);

  summary->part_codes = g_ptr_array_new_with_free_func (g_free);
  summary->members = g_ptr_array_new_with_free_func (member_free);
  summary->rounds = g_ptr_array_new_with_free_func (_cs_product_round_free);
  summary->copies = g_ptr_array_new_with_free_func (g_free);
  summary->ended = g_ptr_array_new_with_free_func (ended_free);
  summary->minima = g_ptr_array_new_with_free_func (minimum_free);
  summary->grounds = g_ptr_array_new_with_free_func (g_free);
  summary->robustness = g_ptr_array_new_with_free_func (g_free);
  summary->history = g_ptr_array_new_with_free_func (g_free);
  return summary;
}

void
cs_product_summary_free (CsProductSummary *summary)
{
  if (summary == NULL)
    return;
  cs_paper_head_clear (&summary->head);
  g_free (summary->product);
  g_free (summary->code);
  g_free (summary->producer);
  g_free (summary->producer_kind);
  g_free (summary->address);
  g_free (summary->form_name);
  g_free (summary->form_note);
  g_free (summary->kind);
  g_free (summary->quorum);
  g_free (summary->verdict);
  g_free (summary->outcome);
  g_ptr_array_unref (summary->part_codes);
  g_ptr_array_unref (summary->members);
  g_ptr_array_unref (summary->rounds);
  g_free (summary->marks);
  g_ptr_array_unref (summary->copies);
  g_ptr_array_unref (summary->ended);
  g_ptr_array_unref (summary->minima);
  g_ptr_array_unref (summary->grounds);
  g_ptr_array_unref (summary->robustness);
  g_ptr_array_unref (summary->history);
  g_free (summary);
}

/* --- members --- */

static char *
state_text (const CsMemberResult *member)
{
  const char *word = cs_paper_state_word (member->state);
  GString *text = g_string_new (word);

  if (!cs_text_is_blank (member->reason))
    g_string_append_printf (text, ": %s", member->reason);
  if (member->former)
    g_string_append (text, " (đã thôi làm thành viên)");
  return g_string_free (text, FALSE);
}

static void
add_points (CsProductMember *row, gboolean has_points, int points)
{
  g_ptr_array_add (row->points, has_points ? g_strdup_printf ("%d", points) : g_strdup ("–"));
}

static void
add_members (CsProductSummary *summary, const CsResult *result, const CsCouncil *council)
{
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);
      const CsMember *seat = cs_council_member (council, member->key);
      CsProductMember *row = g_new0 (CsProductMember, 1);

      row->name = g_strdup (member->name);
      row->role = g_strdup (cs_paper_role (member->role));
      row->organisation = g_strdup (seat != NULL && seat->organisation != NULL ? seat->organisation : "");
      row->state = state_text (member);
      row->former = member->former;
      row->has_points = member->has_points;
      row->points = g_ptr_array_new_with_free_func (g_free);
      for (guint p = 0; p < summary->part_codes->len; p++)
        add_points (row, member->has_points, member->tally.parts[p]);
      add_points (row, member->has_points, member->tally.total);
      g_ptr_array_add (summary->members, row);
    }
}

static const char *
name_of (const CsResult *result, const char *key)
{
  for (guint i = 0; i < result->members->len; i++)
    if (g_str_equal (((CsMemberResult *) g_ptr_array_index (result->members, i))->key, key))
      return ((CsMemberResult *) g_ptr_array_index (result->members, i))->name;
  return key;
}

static void
add_copies (CsProductSummary *summary, const CsResult *result)
{
  for (guint i = 0; i < result->copies->len; i++)
    {
      const CsCopy *copy = &g_array_index (result->copies, CsCopy, i);

      g_ptr_array_add (summary->copies,
                       g_strdup_printf ("Phiếu của %s và phiếu của %s giống hệt nhau ở mọi tiêu "
                                        "chí.",
                                        name_of (result, copy->a), name_of (result, copy->b)));
    }
}

static void
add_ended (CsProductSummary *summary, const CsCouncil *council, const GPtrArray *sheets)
{
  static const char *const what[] = { [CS_SHEET_RETURNED] = "trả lại để sửa",
                                      [CS_SHEET_MOVED] = "chuyển sang sản phẩm khác",
                                      [CS_SHEET_WITHDRAWN] = "rút bỏ bản nháp" };

  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);
      const CsMember *member = cs_council_member (council, sheet->member_key);
      CsProductEnded *ended = g_new0 (CsProductEnded, 1);

      ended->member = g_strdup (member != NULL ? member->name : sheet->member_key);
      ended->scoring_round = sheet->scoring_round;
      ended->what = g_strdup (what[sheet->end]);
      ended->when = cs_date_moment_on_paper (sheet->ended_at);
      ended->by = g_strdup (cs_paper_who (sheet->ended_by));
      ended->reason = g_strdup (sheet->end_reason != NULL ? sheet->end_reason : "");
      g_ptr_array_add (summary->ended, ended);
    }
}

/* --- what came of it --- */

/* What the counted sheets give in one criterion, and how many of them reach @needed. */
static CsFraction
have_of (const CsResult *result, const CsStanding *standing, guint question, int needed, guint *reached_by)
{
  const CsCriterion *criterion = cs_form_question (result->form, question);
  int sum = 0;

  *reached_by = 0;
  for (guint i = 0; i < standing->counted->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (standing->counted, i);
      int points = cs_criterion_points (criterion, sheet->choices[question]);

      sum += points;
      *reached_by += points >= needed;
    }
  return cs_fraction (sum, standing->counted->len);
}

static void
add_minimum (
    CsProductSummary *summary, const CsResult *result, const CsStanding *standing, int star, guint question)
{
  const CsCriterion *criterion = cs_form_question (result->form, question);
  int needed = cs_criterion_needed (criterion, star);
  CsProductMinimum *minimum;
  CsFraction have;
  guint reached_by;

  if (needed == 0)
    return;
  minimum = g_new0 (CsProductMinimum, 1);
  have = have_of (result, standing, question, needed, &reached_by);
  minimum->star = star;
  minimum->no = g_strdup (criterion->no);
  minimum->title = g_strdup (criterion->title);
  minimum->needed = needed;
  minimum->have = cs_paper_decimal_beside (have, needed);
  minimum->reached_by = g_strdup_printf ("%u/%u", reached_by, standing->counted->len);
  minimum->holds = cs_verdict_find_unmet (result->verdict, star, question) == NULL;
  g_ptr_array_add (summary->minima, minimum);
}

static void
add_minima (CsProductSummary *summary, const CsResult *result, const CsProductParts *parts)
{
  g_autoptr (CsStanding) standing =
      cs_standing_of_closing (parts->council, result->form, parts->sheets, result->closing);

  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    for (guint q = 0; q < cs_form_n_questions (result->form); q++)
      add_minimum (summary, result, standing, star, q);
}

static void
add_ground (CsProductSummary *summary, const CsGround *ground)
{
  static const char *const states[] = {
    [CS_GROUND_CONFIRMED] = "Hội đồng xác nhận",
    [CS_GROUND_RAISED] = "Hội đồng chưa quyết định",
    [CS_GROUND_DISMISSED] = "Hội đồng bác bỏ",
  };
  g_autofree char *found = cs_date_moment_on_paper (ground->found_at);
  GString *text = g_string_new (NULL);

  if (ground->criterion != NULL)
    g_string_append_printf (text, "Tiêu chí %s: ", ground->criterion);
  g_string_append_printf (text, "%s. Lý do: %s (%s nêu lúc %s). %s", ground->text, ground->reason,
                          ground->person, found, states[ground->state]);
  if (ground->decided_at != NULL)
    {
      g_autofree char *decided = cs_date_moment_on_paper (ground->decided_at);

      g_string_append_printf (text, " (%s, %s)", cs_paper_who (ground->decided_by), decided);
    }
  if (!cs_text_is_blank (ground->decision))
    g_string_append_printf (text, ": %s", ground->decision);
  g_string_append_c (text, '.');
  g_ptr_array_add (summary->grounds, g_string_free (text, FALSE));
}

static void
add_robustness (CsProductSummary *summary, const CsResult *result, const CsRobustness *robustness)
{
  g_autofree char *text = cs_robustness_text_on_paper (result, robustness);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (summary->robustness, g_strdup (lines[i]));
}

static void
add_event (CsProductSummary *summary, const char *what, const char *at, const char *by, const char *reason)
{
  g_autofree char *when = cs_date_moment_on_paper (at);
  g_autofree char *why = cs_text_is_blank (reason) ? g_strdup ("") : g_strdup_printf ("; lý do: %s", reason);

  g_ptr_array_add (summary->history,
                   g_strdup_printf ("%s lúc %s, bởi %s%s.", what, when, by != NULL ? by : "", why));
}

static void
add_history (CsProductSummary *summary, const GPtrArray *closings)
{
  for (guint i = 0; i < closings->len; i++)
    {
      const CsClosing *closing = g_ptr_array_index (closings, i);

      add_event (summary, "Chốt kết quả", closing->closed_at, cs_paper_who (closing->closed_by),
                 closing->reason);
      if (closing->reopened_at != NULL)
        add_event (summary, "Mở lại", closing->reopened_at, closing->reopened_by, closing->reopen_reason);
    }
}

static char *
quorum_text (const CsQuorum *quorum)
{
  return g_strdup_printf ("%u/%u thành viên được chấm sản phẩm này đã nộp phiếu; cần ít nhất %u%s.",
                          quorum->present, quorum->members, quorum->needed,
                          quorum->met ? "" : "; không đủ điều kiện");
}

/* --- the product --- */

static void
set_product (CsProductSummary *summary, const CsResult *result)
{
  const CsDossier *dossier = result->dossier;
  const CsForm *form = result->form;

  summary->product = g_strdup (dossier->product);
  summary->code = g_strdup (dossier->code);
  summary->producer = g_strdup (dossier->producer.name);
  summary->producer_kind = g_strdup (cs_paper_kind (dossier->producer.kind));
  summary->address = g_strdup (dossier->producer.address);
  summary->kind = g_strdup (cs_paper_kind (dossier->kind));
  summary->form_no = form->no;
  summary->form_name = g_strdup (form->name);
  summary->form_verified = form->verified;
  summary->form_note = g_strdup (form->note);
  for (guint p = 0; p < form->parts->len; p++)
    g_ptr_array_add (summary->part_codes, g_strdup (((CsPart *) g_ptr_array_index (form->parts, p))->code));
}

CsProductSummary *
cs_product_summary_new (const CsResult *result, const CsProductParts *parts)
{
  CsProductSummary *summary;

  g_return_val_if_fail (result != NULL && result->closing != NULL, NULL);
  g_return_val_if_fail (parts != NULL && parts->council != NULL && parts->sheets != NULL, NULL);
  summary = summary_alloc ();
  set_product (summary, result);
  add_members (summary, result, parts->council);
  _cs_product_rounds_fill (summary, result, parts);
  add_copies (summary, result);
  add_ended (summary, parts->council, parts->ended);
  for (guint i = 0; i < result->grounds->len; i++)
    add_ground (summary, g_ptr_array_index (result->grounds, i));
  summary->quorum = quorum_text (&result->quorum);
  if (result->verdict != NULL)
    {
      summary->verdict = cs_verdict_sentence_on_paper (result->regulation, result->form, result->verdict);
      add_minima (summary, result, parts);
    }
  if (parts->robustness != NULL)
    add_robustness (summary, result, parts->robustness);
  add_history (summary, parts->closings);
  return summary;
}
