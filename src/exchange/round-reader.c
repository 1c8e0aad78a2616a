/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/round-reader.h"

#include "exchange/xml-reader.h"

CsRound *
cs_round_read (const xmlNode *node)
{
  g_autofree char *id = cs_xml_dup_attribute_or_empty (node, "id");
  CsRound *round = cs_round_new (id);

  cs_xml_take_attribute (node, "level", &round->level);
  round->no = cs_xml_int (node, "no", 0);
  round->month = cs_xml_int (node, "month", 0);
  round->submit_by = cs_xml_dup_attribute (node, "submit-by");
  round->finish_by = cs_xml_dup_attribute (node, "finish-by");
  return round;
}
