/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/papers/paper-head.h"

#include "base/date.h"
#include "base/moment.h"
#include "config.h"
#include "summary/paper/paper-text.h"

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

void
cs_paper_head_fill (CsPaperHead *head,
                    CsStore *store,
                    const CsRegulation *regulation,
                    const char *unit_code,
                    const char *round_id)
{
  const CsBook *book = cs_store_get_book (store);
  const CsRound *round = round_id != NULL ? cs_store_find_round (store, round_id) : NULL;
  const CsLevel *level = cs_regulation_level (regulation, round != NULL ? round->level : book->level);
  const CsUnit *unit = cs_unit_set_find (cs_store_get_units (store), unit_code);
  const CsUnit *seat = seat_of (store, unit, level);
  const char *seat_name = seat != NULL ? seat->name : unit_code;
  g_autofree char *inner = cs_paper_lower_first (seat_name);

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
