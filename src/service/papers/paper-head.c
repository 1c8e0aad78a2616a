/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/paper-head.h"

#include "base/date.h"
#include "base/error.h"
#include "base/moment.h"
#include "base/text.h"
#include "config.h"
#include "service/book/store-damaged.h"
#include "service/council/council-cache-private.h"
#include "service/papers/office.h"
#include "summary/paper/paper-text.h"
#include "summary/words/verdict-text.h"

#include <string.h>

#define COUNCIL "Hội đồng đánh giá, phân hạng sản phẩm OCOP"

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
round_text (CsStore *store, const CsRound *round)
{
  int year = cs_store_get_book (store)->year;

  if (round == NULL)
    return g_strdup_printf ("Năm %d", year);
  return g_strdup_printf ("Đợt %d năm %d", round->no, year);
}

/* The unit at whose level the council sits. */
static const CsUnit *
seat_of (CsStore *store, const CsUnit *unit, const CsLevel *level)
{
  const CsUnit *seat = level != NULL && unit != NULL
                           ? cs_unit_set_ancestor (cs_store_get_units (store), unit->code, level->unit_kind)
                           : NULL;

  return seat != NULL ? seat : unit;
}

static void
take (char **slot, const char *text)
{
  if (cs_text_is_blank (text))
    return;
  g_free (*slot);
  *slot = g_strdup (text);
}

/* The list ends as Decree 30/2020/NĐ-CP writes it: "- Như trên;", the last one with a full stop. */
static void
take_recipients (CsPaperHead *head, const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  GPtrArray *taken = head->recipients;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!cs_text_is_blank (parts[i]))
      g_ptr_array_add (taken, g_strdup_printf ("- %s;", g_strstrip (parts[i])));
  if (taken->len > 0)
    {
      char *last = g_ptr_array_index (taken, taken->len - 1);

      last[strlen (last) - 1] = '.';
    }
}

/* What the council's office has set stands for what is derived. */
static void
take_office (CsPaperHead *head, const CsOffice *office)
{
  g_autofree char *authority = cs_office_authority (office, head->authority);
  g_autofree char *role = cs_office_role (office);

  take (&head->parent, office->parent);
  take (&head->issuer, office->issuer);
  take (&head->place, office->place);
  g_free (head->authority);
  head->authority = g_steal_pointer (&authority);
  take (&head->role, role);
  take (&head->signer, office->signer);
  head->deputed = cs_office_is_deputed (office) || head->signer != NULL;
  if (head->deputed && head->signer == NULL)
    head->signer = g_strdup (""); /* somebody else than the chair: by hand */
  take_recipients (head, office->recipients);
}

static void
derive (CsPaperHead *head,
        CsStore *store,
        const CsRegulation *regulation,
        const char *unit_code,
        const CsRound *round,
        const CsLevel *level,
        const CsUnit *seat)
{
  const CsBook *book = cs_store_get_book (store);
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (store), unit_code);
  const char *seat_name = seat != NULL ? seat->name : unit_code;
  g_autofree char *inner = cs_paper_lower_first (seat_name);

  head->recipients = g_ptr_array_new_with_free_func (g_free);
  head->parent = g_strdup_printf ("Ủy ban nhân dân %s", seat_name);
  head->issuer = g_strdup (COUNCIL);
  head->place = place_of (seat_name);
  head->unit = g_strdup (unit != NULL ? unit->name : unit_code);
  head->round = round_text (store, round);
  head->level = g_strdup (level != NULL ? level->name : "");
  head->council = g_strdup_printf (COUNCIL " %s", inner);
  head->regulation = g_strdup (regulation->number);
  head->book = g_strdup (book->title);
  head->book_id = g_strndup (book->uuid, 8);
  head->program = g_strdup ("Chấm Sao " CS_VERSION);
  head->created = cs_moment_now ();
  head->date = cs_date_of_moment (head->created);
  head->authority = g_strdup ("TM. HỘI ĐỒNG");
  head->role = g_strdup ("CHỦ TỊCH");
}

/* The level that the paper is of: that of the round; of a year the one at which the unit itself has a
 * council, or the nearest above it: a district's year is the district's also in the book of its province. */
static const CsLevel *
level_of (CsStore *store, const CsRegulation *regulation, const char *unit, const CsRound *round)
{
  if (round != NULL)
    return cs_regulation_level (regulation, round->level);
  for (guint i = 0; i < regulation->levels->len; i++)
    {
      const CsLevel *level = g_ptr_array_index (regulation->levels, i);

      if (cs_unit_set_ancestor (cs_store_get_units (store), unit, level->unit_kind) != NULL)
        return level;
    }
  return cs_regulation_level (regulation, cs_store_get_book (store)->level);
}

gboolean
cs_paper_head_find_council (CsStore *store,
                            const CsRegulation *regulation,
                            const char *unit,
                            const char *round_id,
                            CsCouncil **council,
                            GError **error)
{
  const CsRound *round = round_id != NULL ? cs_store_find_round (store, round_id) : NULL;
  const CsLevel *level = level_of (store, regulation, unit, round);
  const CsUnit *seat = seat_of (store, cs_unit_set_find (cs_store_get_units (store), unit), level);
  g_autofree char *key = level != NULL && seat != NULL ? cs_council_key (level->id, seat->code) : NULL;
  g_autoptr (GError) local = NULL;

  *council = key != NULL ? _cs_councils_find (store, key, &local) : NULL;
  if (local == NULL || g_error_matches (local, CS_ERROR, CS_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
cs_paper_head_fill (CsPaperHead *head,
                    CsStore *store,
                    const CsRegulation *regulation,
                    const char *unit_code,
                    const char *round_id,
                    GError **error)
{
  const CsRound *round = round_id != NULL ? cs_store_find_round (store, round_id) : NULL;
  const CsLevel *level = level_of (store, regulation, unit_code, round);
  const CsUnit *seat = seat_of (store, cs_unit_set_find (cs_store_get_units (store), unit_code), level);
  g_autoptr (CsCouncil) council = NULL;
  g_autoptr (CsOffice) office = NULL;
  g_autoptr (GError) local = NULL;

  if (!cs_store_may_leave (store, error))
    return FALSE;
  derive (head, store, regulation, unit_code, round, level, seat);
  if (!cs_paper_head_find_council (store, regulation, unit_code, round_id, &council, error))
    return FALSE;
  office = council != NULL ? cs_office_get (store, council->uuid, &local) : NULL;
  if (office != NULL)
    take_office (head, office);
  if (local == NULL || g_error_matches (local, CS_ERROR, CS_ERROR_NOT_FOUND))
    return TRUE; /* no council, no office */
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
cs_paper_head_take_log (CsPaperHead *head, CsStore *store, GError **error)
{
  g_free (head->log_head);
  head->log_head = cs_store_log_head (store, error);
  return head->log_head != NULL;
}

void
cs_paper_head_sign (CsPaperHead *head, const CsCouncil *council)
{
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);

      if (member->left_at != NULL)
        continue;
      if (member->role == CS_ROLE_CHAIR && head->signer == NULL)
        head->signer = g_strdup (member->name);
      if (member->role == CS_ROLE_SECRETARY && head->secretary == NULL)
        head->secretary = g_strdup (member->name);
    }
}

void
cs_paper_head_warn (CsPaperHead *head, const CsResult *result)
{
  g_autoptr (GError) error = NULL;

  if (head->warning == NULL && !cs_result_is_sealed (result, &error))
    head->warning = g_strdup (error->message);
}

static gboolean
took_part (const CsResult *result, const CsMember *member)
{
  for (guint i = 0; i < result->members->len; i++)
    {
      const CsMemberResult *row = g_ptr_array_index (result->members, i);

      if (g_str_equal (row->uuid, member->uuid))
        return row->state == CS_MEMBER_SUBMITTED;
    }
  return FALSE;
}

/* @n: (out): in how many of the council's closed products @member took part. Returns: how many there are */
static guint
count_part (const GPtrArray *results, const CsCouncil *council, const CsMember *member, guint *n)
{
  guint closed = 0;

  *n = 0;
  for (guint i = 0; i < results->len; i++)
    {
      const CsResult *result = g_ptr_array_index (results, i);

      if (result->closing == NULL || g_strcmp0 (result->dossier->council_uuid, council->uuid) != 0)
        continue;
      closed++;
      *n += took_part (result, member);
    }
  return closed;
}

void
cs_paper_head_let_vice_sign (CsPaperHead *head, const GPtrArray *results, const CsCouncil *council)
{
  const CsMember *vice = NULL;

  if (head->deputed)
    return;
  for (guint i = 0; i < council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (council->members, i);
      guint n, closed;

      if (member->left_at != NULL || (member->role != CS_ROLE_CHAIR && member->role != CS_ROLE_VICE))
        continue;
      closed = count_part (results, council, member, &n);
      if (closed == 0)
        return;
      if (member->role == CS_ROLE_CHAIR && n > 0)
        return;
      if (member->role == CS_ROLE_VICE && n == closed && vice == NULL)
        vice = member;
    }
  if (vice == NULL)
    return;
  g_free (head->authority);
  g_free (head->role);
  g_free (head->signer);
  head->authority = g_strdup ("TM. HỘI ĐỒNG\nKT. CHỦ TỊCH");
  head->role = g_strdup ("PHÓ CHỦ TỊCH");
  head->signer = g_strdup (vice->name);
}
