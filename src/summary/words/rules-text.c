/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/words/rules-text.h"

#include "summary/paper/paper-text.h"
#include "summary/words/verdict-text.h"

#include <glib/gi18n-lib.h>

static const char *
name_of (CsRule rule, gboolean paper)
{
  static const char *const on_paper[CS_N_RULES] = {
    [CS_RULE_QUORUM] = "Số thành viên tối thiểu",
    [CS_RULE_PRESENCE] = "Người bắt buộc tham gia",
    [CS_RULE_SPREAD] = "Chênh lệch tổng điểm",
    [CS_RULE_MINIMUM] = "Điều kiện tối thiểu của hạng sao",
    [CS_RULE_FORMER] = "Phiếu của người đã thôi tham gia",
    [CS_RULE_MANNER] = "Cách làm việc",
  };
  static const char *const names[CS_N_RULES] = {
    [CS_RULE_QUORUM] = N_ ("Quorum"),
    [CS_RULE_PRESENCE] = N_ ("Who must take part"),
    [CS_RULE_SPREAD] = N_ ("Spread of the totals"),
    [CS_RULE_MINIMUM] = N_ ("Minima of the stars"),
    [CS_RULE_FORMER] = N_ ("Sheets of former members"),
    [CS_RULE_MANNER] = N_ ("Way of working"),
  };

  return CS_PAPER_WORDS (paper, g_dgettext (GETTEXT_PACKAGE, names[rule]), on_paper[rule]);
}

const char *
cs_rule_name (CsRule rule)
{
  return name_of (rule, FALSE);
}

/* "3/4 (75%)": a share and not so many of so many. */
static char *
share_text (CsFraction share, gboolean paper)
{
  g_autofree char *exact = cs_fraction_to_exact (share);
  CsFraction percent = cs_fraction (share.num * 100, share.den);
  /* a whole number stands without decimals */
  char *decimal = percent.den == 1 ? cs_fraction_to_exact (percent) : cs_fraction_to_fixed (percent, 1);
  g_autofree char *shown = paper ? g_strdelimit (decimal, ".", ',') : cs_decimal_shown (decimal);

  return g_strdup_printf ("%s (%s%%)", exact, shown);
}

static char *
quorum_text (CsFraction share, gboolean paper)
{
  g_autofree char *part = share_text (share, paper);

  if (share.num == share.den)
    return g_strdup (CS_PAPER_WORDS (paper, _ ("all members who score"), "mọi thành viên chấm điểm"));
  /* Translators: a share like 3/4 (75%) */
  return g_strdup_printf (CS_PAPER_WORDS (paper, _ ("at least %s of the members who score"),
                                          "ít nhất %s số thành viên chấm điểm"),
                          part);
}

static const char *
presence_text (CsPresence presence, gboolean paper)
{
  switch (presence)
    {
    case CS_PRESENCE_LEADER:
      return CS_PAPER_WORDS (paper, _ ("the chair or the vice-chair"), "chủ tịch hoặc phó chủ tịch");
    case CS_PRESENCE_CHAIR:
      return CS_PAPER_WORDS (paper, _ ("the chair; the vice-chair where the chair may not take part"),
                             "chủ tịch; phó chủ tịch khi chủ tịch không được tham gia");
    case CS_PRESENCE_NONE:
    default:
      return CS_PAPER_WORDS (paper, _ ("nobody in particular"), "không bắt buộc riêng ai");
    }
}

static char *
spread_text (const CsCouncilRules *rules, gboolean paper)
{
  guint limit = (guint) MAX (rules->spread_limit, 0);

  if (paper)
    return g_strdup_printf (rules->spread_inclusive ? "dưới %u điểm" : "không quá %u điểm", limit);
  return rules->spread_inclusive
             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "less than %u point", "less than %u points",
                                             limit),
                                limit)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "at most %u point", "at most %u points", limit),
                                limit);
}

static const char *
minimum_text (CsMinimumRule rule, gboolean paper)
{
  switch (rule)
    {
    case CS_MINIMUM_MAJORITY:
      return CS_PAPER_WORDS (paper, _ ("more than half of the members reach them"),
                             "quá nửa số thành viên cho đạt");
    case CS_MINIMUM_EVERY:
      return CS_PAPER_WORDS (paper, _ ("every member reaches them"), "mọi thành viên cho đạt");
    case CS_MINIMUM_MEAN:
    default:
      return CS_PAPER_WORDS (paper, _ ("the members' mean reaches them"),
                             "điểm trung bình của các thành viên đạt");
    }
}

static char *
text_of (const CsCouncilRules *rules, CsRule rule, gboolean paper)
{
  switch (rule)
    {
    case CS_RULE_QUORUM:
      return quorum_text (rules->quorum, paper);
    case CS_RULE_PRESENCE:
      return g_strdup (presence_text (rules->presence, paper));
    case CS_RULE_SPREAD:
      return spread_text (rules, paper);
    case CS_RULE_MINIMUM:
      return g_strdup (minimum_text (rules->minimum_rule, paper));
    case CS_RULE_FORMER:
      return g_strdup (rules->leave_out_former
                           ? CS_PAPER_WORDS (paper, _ ("do not count for products that are still open"),
                                             "không tính cho sản phẩm chưa chốt")
                           : CS_PAPER_WORDS (paper, _ ("count"), "được tính"));
    case CS_RULE_MANNER:
      return g_strdup (rules->written
                           ? CS_PAPER_WORDS (paper, _ ("written opinions"), "lấy ý kiến bằng văn bản")
                           : CS_PAPER_WORDS (paper, _ ("a meeting"), "họp"));
    case CS_N_RULES:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
cs_rule_text (const CsCouncilRules *rules, CsRule rule)
{
  return text_of (rules, rule, FALSE);
}

char *
cs_rule_line_on_paper (const CsCouncilRules *rules, CsRule rule)
{
  g_autofree char *text = text_of (rules, rule, TRUE);

  return g_strdup_printf ("%s: %s", name_of (rule, TRUE), text);
}

gboolean
cs_rule_is_same (const CsCouncilRules *a, const CsCouncilRules *b, CsRule rule)
{
  switch (rule)
    {
    case CS_RULE_QUORUM:
      return cs_fraction_compare (a->quorum, b->quorum) == 0;
    case CS_RULE_PRESENCE:
      return a->presence == b->presence;
    case CS_RULE_SPREAD:
      return a->spread_limit == b->spread_limit && !a->spread_inclusive == !b->spread_inclusive;
    case CS_RULE_MINIMUM:
      return a->minimum_rule == b->minimum_rule;
    case CS_RULE_FORMER:
      return !a->leave_out_former == !b->leave_out_former;
    case CS_RULE_MANNER:
      return !a->written == !b->written;
    case CS_N_RULES:
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* Returns: (transfer full): a line for each rule that is another one; @line makes it of rule, what holds,
 * what is held against it. */
static char *
compare (const CsCouncilRules *other,
         const CsCouncilRules *rules,
         gboolean paper,
         char *(*line) (const char *name, const char *text, const char *other))
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (CS_N_RULES, g_free, TRUE);

  for (CsRule rule = 0; rule < CS_N_RULES; rule++)
    {
      g_autofree char *theirs = NULL;
      g_autofree char *ours = NULL;

      if (cs_rule_is_same (other, rules, rule))
        continue;
      theirs = text_of (other, rule, paper);
      ours = text_of (rules, rule, paper);
      g_ptr_array_add (lines, line (name_of (rule, paper), ours, theirs));
    }
  return lines->len > 0 ? g_strjoinv ("\n", (char **) lines->pdata) : g_strdup ("");
}

static char *
change_line (const char *name, const char *text, const char *before)
{
  /* Translators: name of a rule, what holds now, what held before: "Quorum: all members who score (before: at
   * least 3/4 of the members who score)" */
  return g_strdup_printf (_ ("%s: %s (before: %s)"), name, text, before);
}

static char *
difference_line (const char *name, const char *text, const char *defaults)
{
  /* Translators: name of a rule, what holds in this council, what the regulation says */
  return g_strdup_printf (_ ("%s: %s (regulation: %s)"), name, text, defaults);
}

static char *
paper_line (const char *name, const char *text, const char *before)
{
  return g_strdup_printf ("%s: %s (trước đó: %s)", name, text, before);
}

char *
cs_rules_changes (const CsCouncilRules *before, const CsCouncilRules *rules)
{
  return compare (before, rules, FALSE, change_line);
}

char *
cs_rules_changes_on_paper (const CsCouncilRules *before, const CsCouncilRules *rules)
{
  return compare (before, rules, TRUE, paper_line);
}

char *
cs_rules_differences (const CsCouncilRules *defaults, const CsCouncilRules *rules)
{
  return compare (defaults, rules, FALSE, difference_line);
}
