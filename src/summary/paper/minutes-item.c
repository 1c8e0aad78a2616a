/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/minutes-item.h"
#include "summary/paper/minutes-private.h"

#include "base/date.h"
#include "base/text.h"
#include "summary/paper/paper-text.h"
#include "summary/words/rules-text.h"

#include <string.h>

/* A closed product while its facts are told. */
typedef struct
{
  CsMinutesItem *item;
  const CsResult *result;
  const CsMinutesParts *parts;
  CsProductSummary *summary; /* the same rows as on the council's table */
} Closed;

/* --- what is told of open products too --- */

/* By whom the member was taken out, as far as it is noted. */
static const char *
by_whom (const GPtrArray *recusals, const CsMemberResult *member)
{
  for (guint i = 0; i < recusals->len; i++)
    {
      const CsRecusal *recusal = g_ptr_array_index (recusals, i);

      if (g_strcmp0 (recusal->member_uuid, member->uuid) == 0
          && g_strcmp0 (recusal->reason, member->reason) == 0)
        return recusal->by_chair ? " (người chủ trì quyết định)" : " (thành viên tự khai)";
    }
  return "";
}

static void
add_recusals (CsMinutesItem *item, const CsResult *result, const GPtrArray *recusals)
{
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (member->state == CS_MEMBER_RECUSED)
        _cs_minutes_say (item->facts, "Không tham gia chấm: %s%s; lý do: %s.", member->name,
                         by_whom (recusals, member), member->reason);
    }
}

static void
add_name (GString *names, const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* Who has submitted, and nothing about what: whether it is the first time or again would tell of the spread.
 */
static void
add_submitted (CsMinutesItem *item, const CsResult *result)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (result->members, i);

      if (member->state != CS_MEMBER_SUBMITTED)
        continue;
      add_name (names, member->name);
      n++;
    }
  if (n > 0)
    _cs_minutes_say (item->facts, "Chưa chốt kết quả. Đã nộp phiếu: %s (%u/%u).", names->str, n,
                     result->quorum.members);
  else
    _cs_minutes_say (item->facts, "Chưa chốt kết quả. Chưa có thành viên nào nộp phiếu.");
}

static void
add_reopenings (CsMinutesItem *item, const GPtrArray *closings)
{
  for (guint i = 0; i < closings->len; i++)
    {
      const CsClosing *closing = g_ptr_array_index (closings, i);
      g_autofree char *when = NULL;

      if (closing->reopened_at == NULL)
        continue;
      when = cs_date_moment_on_paper (closing->reopened_at);
      _cs_minutes_say (item->facts, "Kết quả đã chốt được mở lại lúc %s, bởi %s; lý do: %s.", when,
                       closing->reopened_by, closing->reopen_reason);
    }
}

/* What went on to another session and was closed there is no part of this one. */
static gboolean
is_later (const CsSession *session, const CsClosing *closing)
{
  return cs_closing_is_after (closing, session->id, session->closed_at);
}

static void
add_later (CsMinutesItem *item, const CsResult *result)
{
  g_autofree char *when = cs_date_moment_on_paper (result->closing->closed_at);

  _cs_minutes_say (item->facts,
                   "Chưa chốt kết quả khi phiên họp kết thúc. Kết quả được chốt sau phiên họp, lúc %s.",
                   when);
}

/* --- sheets of a closed product --- */

static const char *
name_of (const CsCouncil *council, const CsSheet *sheet)
{
  const CsMember *member = cs_council_member (council, sheet->member_key);

  return member != NULL ? member->name : sheet->member_key;
}

static void
add_absences (const Closed *self)
{
  for (guint i = 0; i < self->summary->members->len; i++)
    {
      const CsMemberResult *member = g_ptr_array_index (self->result->members, i);
      const CsProductMember *row = g_ptr_array_index (self->summary->members, i);

      if (member->state == CS_MEMBER_ABSENT || member->state == CS_MEMBER_NONE
          || member->state == CS_MEMBER_DRAFT)
        _cs_minutes_say (self->item->facts, "Không có phiếu của %s, %s.", row->name, row->state);
    }
}

static void
add_paper_sheets (const Closed *self)
{
  const GPtrArray *sheets = self->parts->evidence->sheets;

  for (guint i = 0; i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->entry == CS_ENTRY_TYPED && sheet->submitted)
        _cs_minutes_say (self->item->facts, "Phiếu giấy của %s: người nhập %s, người kiểm tra %s.",
                         name_of (self->parts->council, sheet), sheet->typed_by, sheet->checked_by);
    }
}

static void
add_sheets (const Closed *self)
{
  const CsProductSummary *summary = self->summary;

  _cs_minutes_say (self->item->facts, "Phiếu chấm: %s Số phiếu được tính: %u.", summary->quorum,
                   self->result->counted);
  add_absences (self);
  add_paper_sheets (self);
  for (guint i = 0; i < summary->ended->len; i++)
    {
      const CsProductEnded *ended = g_ptr_array_index (summary->ended, i);

      _cs_minutes_say (self->item->facts, "Phiếu của %s, lần chấm %d, %s lúc %s, bởi %s; lý do: %s.",
                       ended->member, ended->scoring_round, ended->what, ended->when, ended->by,
                       ended->reason);
    }
}

/* --- spread and discussion --- */

/* Returns: (transfer full) (nullable): who scored again in round @no. */
static char *
again_text (const Closed *self, int no)
{
  const GPtrArray *sheets = self->parts->evidence->sheets;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; no > 1 && i < sheets->len; i++)
    {
      const CsSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->submitted && sheet->scoring_round == no)
        add_name (names, name_of (self->parts->council, sheet));
    }
  return names->len > 0 ? g_strdup_printf (" (chấm lại: %s)", names->str) : g_strdup ("");
}

static void
add_rounds (const Closed *self)
{
  const GPtrArray *rounds = self->summary->rounds;

  for (guint i = 0; i < rounds->len; i++)
    {
      const CsProductRound *round = g_ptr_array_index (rounds, i);
      g_autofree char *again = again_text (self, round->no);

      if (round->spread != NULL)
        _cs_minutes_say (self->item->facts, "Lần chấm %d%s: %s", round->no, again, round->spread);
      for (guint t = 0; t < round->talks->len; t++)
        _cs_minutes_say (self->item->facts, "Thảo luận sau lần chấm %d: %s.", round->no,
                         (const char *) g_ptr_array_index (round->talks, t));
    }
}

/* --- what came of it --- */

/* The minima that keep the stars below the band, a sentence a star. */
static void
add_missing (const Closed *self)
{
  const GPtrArray *minima = self->summary->minima;

  for (int star = CS_STAR_MIN; star <= self->result->verdict->band; star++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < minima->len; i++)
        {
          const CsProductMinimum *minimum = g_ptr_array_index (minima, i);

          if (!minimum->holds && minimum->star == star)
            g_string_append_printf (text, "%stiêu chí %s cần %d điểm, trung bình %s, %s phiếu đạt",
                                    text->len > 0 ? "; " : "", minimum->no, minimum->needed, minimum->have,
                                    minimum->reached_by);
        }
      if (text->len > 0)
        _cs_minutes_say (self->item->facts, "Thiếu điều kiện tối thiểu của hạng %d sao: %s.", star,
                         text->str);
    }
}

/* Rules that were others than those the minutes name. */
static void
add_other_rules (const Closed *self)
{
  const CsCouncilRules *then = &self->result->closing->rules;
  g_autoptr (GString) text = g_string_new (NULL);

  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    {
      g_autofree char *line = cs_rule_line_on_paper (then, rule);

      if (!cs_rule_is_same (then, &self->parts->council->rules, rule))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", line);
    }
  if (text->len > 0)
    _cs_minutes_say (self->item->facts, "Chốt theo quy định lúc đó: %s.", text->str);
}

static void
set_points (CsMinutesItem *item, const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;

  item->has_points = TRUE;
  for (guint p = 0; p < CS_FORM_PARTS_MAX; p++)
    item->parts[p] =
        p < verdict->n_parts ? cs_paper_decimal (result->regulation, verdict->part_means[p]) : g_strdup ("");
  item->total = cs_paper_decimal (result->regulation, verdict->mean);
  item->spread = g_strdup_printf ("%d", verdict->spread);
  item->stars = verdict->eliminated  ? g_strdup ("Loại")
                : verdict->stars > 0 ? g_strdup_printf ("%d sao", verdict->stars)
                                     : g_strdup ("Không");
}

static void
set_outcome (const Closed *self)
{
  g_autofree char *day = NULL;

  if (!cs_text_is_blank (self->parts->proposal))
    self->item->outcome =
        g_strdup_printf ("Đề xuất: %s. Thông báo kết quả cho chủ thể.", self->parts->proposal);
  if (self->result->dossier->recognised_on == NULL)
    return;
  day = cs_date_to_display (self->result->dossier->recognised_on);
  _cs_minutes_say (self->item->facts, "Đã có quyết định công nhận ngày %s.", day);
}

static void
add_closed (CsMinutesItem *item, const CsResult *result, const CsMinutesParts *parts)
{
  g_autoptr (CsProductSummary) summary = cs_product_summary_new (result, parts->evidence);
  const Closed self = { item, result, parts, summary };

  add_recusals (item, result, parts->recusals);
  add_sheets (&self);
  add_rounds (&self);
  for (guint i = 0; i < summary->grounds->len; i++)
    _cs_minutes_say (item->facts, "Căn cứ loại: %s", (const char *) g_ptr_array_index (summary->grounds, i));
  if (result->verdict != NULL)
    add_missing (&self);
  for (guint i = 0; i < summary->history->len; i++)
    g_ptr_array_add (item->facts, g_strdup (g_ptr_array_index (summary->history, i)));
  if (strcmp (result->closing->closed_at, parts->session->opened_at) < 0)
    _cs_minutes_say (item->facts, "Kết quả được chốt trước phiên họp này.");
  add_other_rules (&self);
  set_outcome (&self);
  if (result->verdict == NULL)
    item->verdict = g_strdup ("Không có phiếu nào được tính");
  else
    {
      item->verdict = g_strdup (summary->verdict);
      set_points (item, result);
    }
}

/* Of sheets that are not what was sealed nothing is told. */
static void
add_changed (CsMinutesItem *item, const CsResult *result, const CsMinutesParts *parts)
{
  add_recusals (item, result, parts->recusals);
  add_reopenings (item, parts->closings);
  item->changed = TRUE;
  item->verdict = cs_paper_changed (result->changed);
}

/* --- the product --- */

static CsMinutesItem *
item_new (const CsResult *result)
{
  const CsDossier *dossier = result->dossier;
  const CsForm *form = result->form;
  CsMinutesItem *item = g_new0 (CsMinutesItem, 1);
  g_autofree char *kind = cs_paper_lower_first (cs_paper_kind (dossier->kind));

  item->product = g_strdup (dossier->product);
  item->code = g_strdup (dossier->code);
  item->about = g_strdup_printf ("Chủ thể: %s (%s). Bộ phiếu %d: %s%s. Đăng ký %s.", dossier->producer.name,
                                 cs_paper_kind (dossier->producer.kind), form->no,
                                 form->name != NULL ? form->name : "", form->verified ? "" : " (*)", kind);
  item->form_verified = form->verified;
  item->facts = g_ptr_array_new_with_free_func (g_free);
  return item;
}

static void
add_open (CsMinutesItem *item, const CsResult *result, const CsMinutesParts *parts)
{
  add_recusals (item, result, parts->recusals);
  if (result->closing != NULL)
    add_later (item, result);
  else
    add_submitted (item, result);
  add_reopenings (item, parts->closings);
}

static CsMinutesStanding
standing_of (const CsResult *result, const CsSession *session)
{
  if (result->dossier->rehearsal)
    return CS_MINUTES_REHEARSAL;
  if (result->closing == NULL)
    return CS_MINUTES_OPEN;
  return is_later (session, result->closing) ? CS_MINUTES_LATER : CS_MINUTES_CLOSED;
}

void
cs_minutes_add_item (CsMinutes *minutes, const CsResult *result, const CsMinutesParts *parts)
{
  CsMinutesItem *item;

  g_return_if_fail (minutes != NULL && result != NULL && parts != NULL);
  item = item_new (result);
  item->standing = standing_of (result, parts->session);
  g_ptr_array_add (minutes->items, item);
  minutes->unverified = minutes->unverified || !item->form_verified;
  if (item->standing == CS_MINUTES_CLOSED && result->changed != NULL)
    add_changed (item, result, parts);
  else if (item->standing == CS_MINUTES_CLOSED)
    add_closed (item, result, parts);
  else if (item->standing != CS_MINUTES_REHEARSAL)
    add_open (item, result, parts);
}
