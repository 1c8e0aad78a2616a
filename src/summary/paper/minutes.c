/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/paper/minutes.h"
#include "summary/paper/minutes-private.h"

#include "summary/words/agreement-text.h"

#include <string.h>

#define DECIMALS 4 /* of coefficients */
#define NONE     "–"

static void
member_free (gpointer data)
{
  CsMinutesMember *member = data;

  g_free (member->name);
  g_free (member->role);
  g_free (member->organisation);
  g_free (member->came);
  g_free (member->left);
  g_free (member->absence);
  g_free (member);
}

static void
item_free (gpointer data)
{
  CsMinutesItem *item = data;

  g_free (item->product);
  g_free (item->code);
  g_free (item->about);
  g_ptr_array_unref (item->facts);
  g_free (item->verdict);
  g_free (item->outcome);
  for (guint i = 0; i < CS_FORM_PARTS_MAX; i++)
    g_free (item->parts[i]);
  g_free (item->total);
  g_free (item->spread);
  g_free (item->stars);
  g_free (item);
}

static void
agreement_free (gpointer data)
{
  CsMinutesAgreement *agreement = data;

  g_free (agreement->over);
  g_free (agreement->products);
  g_free (agreement->raters);
  g_free (agreement->w);
  g_free (agreement->chi2);
  g_free (agreement->df);
  g_free (agreement->icc1);
  g_free (agreement->icc2);
  g_free (agreement->icc3);
  g_free (agreement->alpha);
  g_free (agreement);
}

CsMinutes *
cs_minutes_new (const CsSession *session, const CsCouncil *council, const GPtrArray *history, const char *now)
{
  CsMinutes *minutes;

  g_return_val_if_fail (session != NULL && session->opened_at != NULL, NULL);
  g_return_val_if_fail (council != NULL && history != NULL && now != NULL, NULL);
  minutes = g_new0 (CsMinutes, 1);
  minutes->bases = g_ptr_array_new_with_free_func (g_free);
  minutes->members = g_ptr_array_new_with_free_func (member_free);
  minutes->present = g_ptr_array_new ();
  minutes->working_group = g_ptr_array_new_with_free_func (g_free);
  minutes->quorum = g_ptr_array_new_with_free_func (g_free);
  minutes->rules = g_ptr_array_new_with_free_func (g_free);
  minutes->changes = g_ptr_array_new_with_free_func (g_free);
  minutes->seats = g_ptr_array_new_with_free_func (g_free);
  minutes->items = g_ptr_array_new_with_free_func (item_free);
  minutes->closed_items = g_ptr_array_new ();
  minutes->agreements = g_ptr_array_new_with_free_func (agreement_free);
  minutes->conclusions = g_ptr_array_new_with_free_func (g_free);
  _cs_minutes_fill_session (minutes, session, council, history, now);
  return minutes;
}

void
cs_minutes_free (CsMinutes *minutes)
{
  if (minutes == NULL)
    return;
  cs_paper_head_clear (&minutes->head);
  g_ptr_array_unref (minutes->bases);
  g_free (minutes->held_on);
  g_free (minutes->opened);
  g_free (minutes->closed);
  g_free (minutes->place);
  g_free (minutes->led_by);
  g_ptr_array_unref (minutes->present);
  g_ptr_array_unref (minutes->members);
  g_ptr_array_unref (minutes->working_group);
  g_ptr_array_unref (minutes->quorum);
  g_ptr_array_unref (minutes->rules);
  g_ptr_array_unref (minutes->changes);
  g_ptr_array_unref (minutes->seats);
  g_ptr_array_unref (minutes->closed_items);
  g_ptr_array_unref (minutes->items);
  g_ptr_array_unref (minutes->agreements);
  g_free (minutes->agreement);
  g_ptr_array_unref (minutes->conclusions);
  g_free (minutes->leader_role);
  g_free (minutes->leader);
  g_free (minutes->secretary);
  g_free (minutes);
}

void
_cs_minutes_say (GPtrArray *texts, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (texts, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* --- agreement --- */

/* Returns: (transfer full): with a comma, and a minus that is no hyphen: "−0,5000". */
static char *
figure (gboolean has, CsFraction value)
{
  g_autofree char *text = NULL;

  if (!has)
    return g_strdup (NONE);
  text = g_strdelimit (cs_fraction_to_fixed (value, DECIMALS), ".", ',');
  return *text == '-' ? g_strconcat ("−", text + 1, NULL) : g_steal_pointer (&text);
}

void
cs_minutes_add_agreement (CsMinutes *minutes, int form, guint products, const CsAgreement *agreement)
{
  CsMinutesAgreement *row = g_new0 (CsMinutesAgreement, 1);

  row->over = form != 0 ? g_strdup_printf ("Bộ phiếu %d", form) : g_strdup ("Tất cả");
  row->products = g_strdup_printf ("%u", products);
  row->raters = g_strdup_printf ("%u", agreement->raters);
  row->w = figure (agreement->has_w, agreement->w);
  row->chi2 = figure (agreement->has_w, agreement->chi2);
  row->df = agreement->has_w ? g_strdup_printf ("%u", agreement->df) : g_strdup (NONE);
  row->icc1 = figure (agreement->has_icc1, agreement->icc1);
  row->icc2 = figure (agreement->has_icc2, agreement->icc2);
  row->icc3 = figure (agreement->has_icc3, agreement->icc3);
  row->alpha = figure (agreement->has_alpha, agreement->alpha);
  g_ptr_array_add (minutes->agreements, row);
  if (form != 0)
    return;
  g_free (minutes->agreement);
  minutes->agreement = cs_agreement_sentence_on_paper (agreement);
}

/* --- conclusion --- */

/* The agenda, counted. */
typedef struct
{
  guint closed;
  guint changed; /* outside the program, so that no result is told */
  guint open;
  guint rehearsals;
} Count;

static Count
count_items (const CsMinutes *minutes)
{
  Count count = { 0, 0, 0, 0 };

  for (guint i = 0; i < minutes->items->len; i++)
    switch (((CsMinutesItem *) g_ptr_array_index (minutes->items, i))->standing)
      {
      case CS_MINUTES_CLOSED:
        if (((CsMinutesItem *) g_ptr_array_index (minutes->items, i))->changed)
          count.changed++;
        else
          count.closed++;
        break;
      case CS_MINUTES_REHEARSAL:
        count.rehearsals++;
        break;
      case CS_MINUTES_OPEN:
      case CS_MINUTES_LATER:
      default:
        count.open++;
      }
  return count;
}

/* How many closed products have what the table calls @stars. */
static guint
count_stars (const CsMinutes *minutes, const char *stars)
{
  guint n = 0;

  for (guint i = 0; i < minutes->items->len; i++)
    n += g_strcmp0 (((CsMinutesItem *) g_ptr_array_index (minutes->items, i))->stars, stars) == 0;
  return n;
}

/* "5 sao: 1; 4 sao: 0; 3 sao: 2; dưới 3 sao: 1" */
static char *
stars_text (const CsMinutes *minutes, guint closed)
{
  GString *text = g_string_new (NULL);
  guint rest = closed;

  for (int star = CS_STAR_MAX; star >= CS_STAR_MIN; star--)
    {
      g_autofree char *name = g_strdup_printf ("%d sao", star);
      guint n = count_stars (minutes, name);

      rest -= n;
      g_string_append_printf (text, "%s:\u00a0%u; ", name, n);
    }
  g_string_append_printf (text, "dưới %d sao hoặc không được hạng sao:\u00a0%u", CS_STAR_MIN, rest);
  return g_string_free (text, FALSE);
}

/* Lists that a paper numbers by themselves. */
static void
pick (CsMinutes *minutes)
{
  g_ptr_array_set_size (minutes->closed_items, 0);
  g_ptr_array_set_size (minutes->present, 0);
  for (guint i = 0; i < minutes->items->len; i++)
    if (((CsMinutesItem *) g_ptr_array_index (minutes->items, i))->standing == CS_MINUTES_CLOSED)
      g_ptr_array_add (minutes->closed_items, g_ptr_array_index (minutes->items, i));
  for (guint i = 0; i < minutes->members->len; i++)
    if (((CsMinutesMember *) g_ptr_array_index (minutes->members, i))->absence == NULL)
      g_ptr_array_add (minutes->present, g_ptr_array_index (minutes->members, i));
}

void
cs_minutes_conclude (CsMinutes *minutes)
{
  const Count count = count_items (minutes);
  GPtrArray *texts = minutes->conclusions;

  if (count.closed > 0)
    {
      g_autofree char *stars = stars_text (minutes, count.closed);

      _cs_minutes_say (texts, "Kết quả %u sản phẩm trong chương trình họp đã được chốt. %s.", count.closed,
                       stars);
    }
  else if (count.changed == 0)
    _cs_minutes_say (texts, "Chưa có sản phẩm nào trong chương trình họp được chốt kết quả.");
  if (count.changed > 0)
    _cs_minutes_say (texts,
                     "%u sản phẩm đã chốt không có kết quả trong biên bản này, vì bị sửa ngoài chương trình.",
                     count.changed);
  if (count.open > 0)
    _cs_minutes_say (texts, "%u sản phẩm chưa chốt kết quả%s.", count.open,
                     minutes->closed != NULL ? " khi phiên họp kết thúc" : "");
  if (count.rehearsals > 0)
    _cs_minutes_say (texts, "%u sản phẩm chấm thử không có kết quả trong biên bản này.", count.rehearsals);
  if (minutes->closed != NULL)
    _cs_minutes_say (texts, "Phiên họp kết thúc lúc %s.", minutes->closed);
  pick (minutes);
}

/* --- fields --- */

static int
is_rehearsal (gconstpointer item)
{
  return ((const CsMinutesItem *) item)->standing == CS_MINUTES_REHEARSAL;
}

static int
has_warning (gconstpointer minutes)
{
  return ((const CsMinutes *) minutes)->head.warning != NULL;
}

#define MEMBER(member)    G_STRUCT_OFFSET (CsMinutesMember, member)
#define ITEM(member)      G_STRUCT_OFFSET (CsMinutesItem, member)
#define AGREEMENT(member) G_STRUCT_OFFSET (CsMinutesAgreement, member)
#define MINUTES(member)   G_STRUCT_OFFSET (CsMinutes, member)
#define TEXTS(id, member)                                                                                    \
  {                                                                                                          \
    id, CS_FIELD_LIST, MINUTES (member), .fields = cs_field_texts                                            \
  }

static const CsField member_fields[] = {
  { "name", CS_FIELD_TEXT, MEMBER (name) },
  { "member-role", CS_FIELD_TEXT, MEMBER (role) },
  { "organisation", CS_FIELD_TEXT, MEMBER (organisation) },
  { "came", CS_FIELD_TEXT, MEMBER (came) },
  { "left", CS_FIELD_TEXT, MEMBER (left) },
  { "absence", CS_FIELD_TEXT, MEMBER (absence) },
  { NULL },
};

static const CsField item_fields[] = {
  { "product", CS_FIELD_TEXT, ITEM (product) },
  { "code", CS_FIELD_TEXT, ITEM (code) },
  { "rehearsal", CS_FIELD_FLAG, .number = is_rehearsal },
  { "about", CS_FIELD_TEXT, ITEM (about) },
  { "facts", CS_FIELD_LIST, ITEM (facts), .fields = cs_field_texts },
  { "verdict", CS_FIELD_TEXT, ITEM (verdict) },
  { "outcome", CS_FIELD_TEXT, ITEM (outcome) },
  { "scored", CS_FIELD_FLAG, ITEM (has_points) },
  { "changed", CS_FIELD_FLAG, ITEM (changed) },
  { "mean-a", CS_FIELD_TEXT, ITEM (parts[0]) },
  { "mean-b", CS_FIELD_TEXT, ITEM (parts[1]) },
  { "mean-c", CS_FIELD_TEXT, ITEM (parts[2]) },
  { "mean", CS_FIELD_TEXT, ITEM (total) },
  { "spread", CS_FIELD_TEXT, ITEM (spread) },
  { "stars", CS_FIELD_TEXT, ITEM (stars) },
  { NULL },
};

static const CsField agreement_fields[] = {
  { "over", CS_FIELD_TEXT, AGREEMENT (over) },
  { "products", CS_FIELD_TEXT, AGREEMENT (products) },
  { "raters", CS_FIELD_TEXT, AGREEMENT (raters) },
  { "w", CS_FIELD_TEXT, AGREEMENT (w) },
  { "chi2", CS_FIELD_TEXT, AGREEMENT (chi2) },
  { "df", CS_FIELD_TEXT, AGREEMENT (df) },
  { "icc1", CS_FIELD_TEXT, AGREEMENT (icc1) },
  { "icc2", CS_FIELD_TEXT, AGREEMENT (icc2) },
  { "icc3", CS_FIELD_TEXT, AGREEMENT (icc3) },
  { "alpha", CS_FIELD_TEXT, AGREEMENT (alpha) },
  { NULL },
};

const CsField cs_minutes_fields[] = {
  { "head", CS_FIELD_PART, MINUTES (head), .fields = cs_paper_head_fields },
  { "no", CS_FIELD_NUMBER, MINUTES (no) },
  { "draft", CS_FIELD_FLAG, MINUTES (draft) },
  TEXTS ("bases", bases),
  { "held-on", CS_FIELD_TEXT, MINUTES (held_on) },
  { "opened", CS_FIELD_TEXT, MINUTES (opened) },
  { "closed", CS_FIELD_TEXT, MINUTES (closed) },
  { "held-at", CS_FIELD_TEXT, MINUTES (place) },
  { "led-by", CS_FIELD_TEXT, MINUTES (led_by) },
  { "members", CS_FIELD_LIST, MINUTES (members), .fields = member_fields },
  { "present", CS_FIELD_LIST, MINUTES (present), .fields = member_fields },
  TEXTS ("working-group", working_group),
  TEXTS ("quorum", quorum),
  TEXTS ("rules", rules),
  TEXTS ("changes", changes),
  TEXTS ("seats", seats),
  { "items", CS_FIELD_LIST, MINUTES (items), .fields = item_fields },
  { "closed-items", CS_FIELD_LIST, MINUTES (closed_items), .fields = item_fields },
  { "unverified", CS_FIELD_FLAG, MINUTES (unverified) },
  { "changed-outside", CS_FIELD_FLAG, .number = has_warning },
  { "agreements", CS_FIELD_LIST, MINUTES (agreements), .fields = agreement_fields },
  { "agreement", CS_FIELD_TEXT, MINUTES (agreement) },
  TEXTS ("conclusions", conclusions),
  { "leader-role", CS_FIELD_TEXT, MINUTES (leader_role) },
  { "leader", CS_FIELD_TEXT, MINUTES (leader) },
  { "recorder", CS_FIELD_TEXT, MINUTES (secretary) },
  { NULL },
};
