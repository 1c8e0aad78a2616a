/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/results.h"

#include "base/date.h"
#include "base/text.h"
#include "config.h"
#include "service/store-private.h"
#include "summary/verdict-text.h"

/* Fills the paper's rows. The paper is an official Vietnamese document whatever language the screen speaks,
 * so its words stand here and are not translated. */

static const char *
kind_word (const char *kind)
{
  static const char *const words[][2] = {
    { "cooperative", "Hợp tác xã" }, { "group", "Tổ hợp tác" },        { "company", "Doanh nghiệp" },
    { "farm", "Trang trại" },        { "household", "Hộ kinh doanh" }, { "association", "Hội, trung tâm" },
    { "first", "Lần đầu" },          { "upgrade", "Nâng hạng" },       { "renewal", "Đánh giá lại" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i][0], kind) == 0)
      return words[i][1];
  return kind;
}

static char *
decimal (const CsRegulation *regulation, CsFraction value)
{
  int borders[8];
  guint n = cs_regulation_borders (regulation, borders);

  return cs_fraction_to_decimal (value, borders, n);
}

static char *
minima_text (const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;
  const CsUnmet *limit = cs_verdict_limit (verdict);
  g_autofree char *have = NULL;

  if (limit == NULL)
    return g_strdup ("Đạt");
  have = decimal (result->regulation, limit->have);
  for (char *p = have; *p != '\0'; p++)
    if (*p == '.')
      *p = ',';
  return g_strdup_printf ("Thiếu %d sao: tiêu chí %s đạt %s/%d", limit->star,
                          cs_form_question (result->form, limit->question)->no, have, limit->needed);
}

/* The level that a dossier goes on to. */
static const CsLevel *
level_above (const CsResult *result)
{
  const GPtrArray *levels = result->regulation->levels;

  for (guint i = 0; i + 1 < levels->len; i++)
    if (g_ptr_array_index (levels, i) == result->level)
      return g_ptr_array_index (levels, i + 1);
  return NULL;
}

static char *
proposal_text (const CsResult *result)
{
  const CsLevel *above = level_above (result);
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->eliminated)
    return g_strdup ("Loại");
  if (result->recognised_here)
    g_string_append_printf (text, "Công nhận %d sao", result->verdict->stars);
  if (result->forwarded && above != NULL)
    {
      g_autofree char *name = g_utf8_strdown (above->name, -1);

      g_string_append_printf (text, "%sChuyển %s", text->len > 0 ? "; " : "", name);
    }
  return text->len > 0 ? g_strdup (text->str) : g_strdup ("Không công nhận");
}

static void
add_verdict (CsUnitSummaryRow *row, const CsResult *result)
{
  const CsVerdict *verdict = result->verdict;

  for (guint p = 0; p < MIN (verdict->n_parts, G_N_ELEMENTS (row->parts)); p++)
    row->parts[p] = decimal (result->regulation, verdict->part_means[p]);
  row->total = decimal (result->regulation, verdict->mean);
  row->spread = g_strdup_printf ("%d", verdict->spread);
  row->minima = minima_text (result);
  row->stars = verdict->stars;
  row->proposal = proposal_text (result);
}

static void
add_row (CsUnitSummary *summary, const CsResult *result)
{
  CsUnitSummaryRow *row = cs_unit_summary_add_row (summary);
  const CsDossier *dossier = result->dossier;

  row->code = g_strdup (dossier->code);
  row->product = g_strdup (dossier->product);
  row->producer = g_strdup (dossier->producer.name);
  row->producer_kind = g_strdup (kind_word (dossier->producer.kind));
  row->address = g_strdup (dossier->producer.address);
  row->form_no = result->form->no;
  row->form_name = g_strdup (result->form->name);
  row->form_verified = result->form->verified;
  row->kind = g_strdup (kind_word (dossier->kind));
  row->note = g_strdup (dossier->close_reason);
  if (result->verdict == NULL)
    return;
  add_verdict (row, result);
  summary->forwarded += result->forwarded != FALSE;
}

/* "Huyện Càng Long" → "Càng Long": the place in the date line. */
static char *
place_of (const char *name)
{
  static const char *const kinds[] = { "Thành phố ", "Thị xã ", "Huyện ",   "Tỉnh ",
                                       "Xã ",        "Phường ", "Thị trấn " };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (name, kinds[i]))
      return g_strdup (name + strlen (kinds[i]));
  return g_strdup (name);
}

static char *
round_text (CsStore *store, const char *round_id)
{
  const CsRound *round = round_id != NULL ? cs_store_find_round (store, round_id) : NULL;

  if (round == NULL)
    return g_strdup_printf ("Năm %d", store->book->year);
  return g_strdup_printf ("Đợt %d năm %d", round->no, store->book->year);
}

/* "Tỉnh Trà Vinh" → "tỉnh Trà Vinh": the kind of a unit within a sentence. */
static char *
lower_first (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, MIN (1, g_utf8_strlen (name, -1)));
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, name + strlen (first), NULL);
}

static void
set_head (CsUnitSummary *summary, CsStore *store, const CsUnit *unit, const char *round_id)
{
  const CsRegulation *regulation = cs_store_get_current_regulation (store);
  const CsRound *round = round_id != NULL ? cs_store_find_round (store, round_id) : NULL;
  const CsLevel *level = cs_regulation_level (regulation, round != NULL ? round->level : store->book->level);
  g_autofree char *inner = NULL;
  const CsUnit *seat =
      level != NULL ? cs_unit_set_ancestor (store->units, unit->code, level->unit_kind) : NULL;
  if (seat == NULL)
    seat = unit;
  inner = lower_first (seat->name);
  summary->parent = g_strdup_printf ("Ủy ban nhân dân %s", seat->name);
  summary->issuer = g_strdup ("Hội đồng đánh giá, phân hạng sản phẩm OCOP");
  summary->place = place_of (seat->name);
  summary->unit = g_strdup (unit->name);
  summary->round = round_text (store, round_id);
  summary->level = g_strdup (level != NULL ? level->name : "");
  summary->council = g_strdup_printf ("Hội đồng đánh giá, phân hạng sản phẩm OCOP %s", inner);
  summary->regulation = g_strdup (regulation->number);
  summary->book = g_strdup (store->book->title);
  summary->program = g_strdup ("Chấm Sao " CS_VERSION);
  summary->created = cs_date_now ();
  summary->date = cs_date_today ();
  summary->authority = g_strdup ("TM. HỘI ĐỒNG");
  summary->role = g_strdup ("CHỦ TỊCH");
}

static void
set_signers (CsUnitSummary *summary, const GPtrArray *results, CsStore *store)
{
  g_autoptr (CsCouncil) council = NULL;
  const char *key = NULL;

  for (guint i = 0; i < results->len; i++)
    {
      const char *of_row = ((CsResult *) g_ptr_array_index (results, i))->dossier->council;

      if (key != NULL && g_strcmp0 (key, of_row) != 0)
        return; /* several councils: nobody signs for all of them */
      key = of_row;
    }
  council = key != NULL ? cs_store_get_council (store, key, NULL) : NULL;
  for (guint i = 0; council != NULL && i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (member->role == CS_ROLE_CHAIR && summary->signer == NULL)
        summary->signer = g_strdup (member->name);
      if (member->role == CS_ROLE_SECRETARY && summary->secretary == NULL)
        summary->secretary = g_strdup (member->name);
    }
}

CsUnitSummary *
cs_results_unit_summary (CsStore *store, const char *unit_code, const char *round, GError **error)
{
  const char *code = cs_text_is_blank (unit_code) ? store->book->unit : unit_code;
  const char *round_id = cs_text_is_blank (round) ? NULL : round;
  g_autoptr (GPtrArray) results = cs_results_list (store, round_id, NULL, code, error);
  g_autoptr (CsUnitSummary) summary = NULL;

  if (results == NULL)
    return NULL;
  summary = cs_unit_summary_new ();
  set_head (summary, store, cs_unit_set_find (store->units, code), round_id);
  set_signers (summary, results, store);
  for (guint i = 0; i < results->len; i++)
    add_row (summary, g_ptr_array_index (results, i));
  cs_unit_summary_count (summary);
  return g_steal_pointer (&summary);
}
