/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/certificate.h"

#include "base/text.h"
#include "model/register.h"

#include <string.h>

CsCertificate *
cs_certificate_new (CsRecognition *recognition, const CsRegulation *regulation)
{
  CsCertificate *certificate = g_new0 (CsCertificate, 1);

  certificate->recognition = recognition;
  certificate->regulation = regulation;
  certificate->filings = g_ptr_array_new ();
  certificate->later = g_ptr_array_new ();
  return certificate;
}

void
cs_certificate_free (CsCertificate *certificate)
{
  if (certificate == NULL)
    return;
  cs_recognition_free (certificate->recognition);
  g_free (certificate->filed_as);
  g_free (certificate->filed_on);
  g_free (certificate->renewed_by);
  g_ptr_array_unref (certificate->filings);
  g_ptr_array_unref (certificate->later);
  g_free (certificate);
}

/* --- what belongs to the same product --- */

static char *
key_of_names (const char *folded_product, const char *folded_producer)
{
  return g_strdup_printf ("%s\n%s", folded_product, folded_producer);
}

static char *
key_of_recognition (const CsRecognition *recognition)
{
  g_autofree char *product = cs_text_fold (recognition->product);
  g_autofree char *producer = cs_text_fold (recognition->producer);

  return key_of_names (product, producer);
}

/* Of old decisions only the month or the year may be known: what cannot be told apart is not later. */
static gboolean
is_later (const CsRecognition *a, const CsRecognition *b)
{
  gsize known = MIN (strlen (a->decided_on), strlen (b->decided_on));

  return strncmp (a->decided_on, b->decided_on, known) > 0;
}

/* @same: (element-type CsCertificate): of one product, in the order of their decisions */
static void
relate_recognitions (const GPtrArray *same)
{
  for (guint i = 0; i < same->len; i++)
    {
      CsCertificate *certificate = g_ptr_array_index (same, i);

      for (guint k = 0; k < same->len; k++)
        {
          CsRecognition *other = ((CsCertificate *) g_ptr_array_index (same, k))->recognition;

          if (is_later (other, certificate->recognition))
            g_ptr_array_add (certificate->later, other);
        }
    }
}

static void
add_filing (const GPtrArray *same, CsFiling *filing)
{
  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      CsCertificate *certificate = g_ptr_array_index (same, i);

      if (g_strcmp0 (certificate->recognition->dossier, filing->code) != 0
          && !g_ptr_array_find (certificate->filings, filing, NULL))
        g_ptr_array_add (certificate->filings, filing);
    }
}

static void
put (GHashTable *table, gpointer key, CsCertificate *certificate)
{
  GPtrArray *same = g_hash_table_lookup (table, key);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (table, key, same);
    }
  g_ptr_array_add (same, certificate);
}

void
cs_certificates_relate (GPtrArray *certificates, const GPtrArray *filings)
{
  g_autoptr (GHashTable) by_names =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_row =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer same;

  for (guint i = 0; i < certificates->len; i++)
    {
      CsCertificate *certificate = g_ptr_array_index (certificates, i);
      char *key = key_of_recognition (certificate->recognition);

      g_ptr_array_add (keys, key);
      put (by_names, key, certificate);
      if (certificate->recognition->product_id != 0)
        put (by_row, &certificate->recognition->product_id, certificate);
    }
  g_hash_table_iter_init (&iter, by_names);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    relate_recognitions (same);
  for (guint i = 0; i < filings->len; i++)
    {
      CsFiling *filing = g_ptr_array_index (filings, i);
      g_autofree char *key = key_of_names (filing->product, filing->producer);

      add_filing (g_hash_table_lookup (by_names, key), filing);
      add_filing (g_hash_table_lookup (by_row, &filing->product_id), filing);
    }
}

/* --- time --- */

/* A day that is known only to the month or year counts as its first, as the clock has it. */
static gboolean
is_past (const char *day, const char *today)
{
  return day != NULL && strcmp (day, today) <= 0;
}

/* Returns: (transfer none) (nullable): what stands in the certificate's place on that day. */
static const CsRecognition *
successor_of (const CsCertificate *certificate, const char *today)
{
  for (guint i = 0; i < certificate->later->len; i++)
    {
      const CsRecognition *later = g_ptr_array_index (certificate->later, i);

      if (is_past (later->decided_on, today) && !is_past (later->withdrawn_on, today))
        return later;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): the first filing in the days in which one counts. */
static const CsFiling *
filing_of (const CsCertificate *certificate)
{
  const CsClock *clock = &certificate->clock;

  for (guint i = 0; i < certificate->filings->len; i++)
    {
      const CsFiling *filing = g_ptr_array_index (certificate->filings, i);

      if (strcmp (filing->registered_on, clock->window_from) >= 0
          && strcmp (filing->registered_on, clock->valid_until) <= 0)
        return filing;
    }
  return NULL;
}

/* Of a certificate whose end is not known to the day at least this can be known. */
static gboolean
put_undated (CsCertificate *certificate, gboolean renewed, const char *today)
{
  gboolean withdrawn = is_past (certificate->recognition->withdrawn_on, today);

  certificate->clock = (CsClock){ .state = withdrawn ? CS_CLOCK_WITHDRAWN : CS_CLOCK_RENEWED };
  return withdrawn || renewed;
}

static void
wind (CsCertificate *certificate, const char *today)
{
  const CsRecognition *recognition = certificate->recognition;
  const CsRecognition *successor = successor_of (certificate, today);
  const CsFiling *filing;
  CsClockCertificate known = { .decided_on = recognition->decided_on,
                               .valid_until = recognition->valid_until,
                               .renewed = successor != NULL,
                               .withdrawn_on = recognition->withdrawn_on };

  g_clear_pointer (&certificate->filed_as, g_free);
  g_clear_pointer (&certificate->filed_on, g_free);
  g_free (certificate->renewed_by);
  certificate->renewed_by = successor != NULL ? g_strdup (successor->decision) : NULL;
  /* first without a filing, because the days in which one counts are the clock's to say */
  certificate->dated = cs_clock (certificate->regulation, &known, today, &certificate->clock);
  certificate->known = certificate->dated || put_undated (certificate, known.renewed, today);
  filing = certificate->dated ? filing_of (certificate) : NULL;
  if (filing == NULL || !is_past (filing->registered_on, today))
    return;
  certificate->filed_as = g_strdup (filing->code);
  certificate->filed_on = g_strdup (filing->registered_on);
  known.filed_on = filing->registered_on;
  certificate->dated = cs_clock (certificate->regulation, &known, today, &certificate->clock);
}

void
cs_certificates_wind (GPtrArray *certificates, const char *today)
{
  for (guint i = 0; i < certificates->len; i++)
    {
      CsCertificate *certificate = g_ptr_array_index (certificates, i);

      wind (certificate, today);
      g_ptr_array_set_size (certificate->filings, 0);
    }
}

/* --- order --- */

static int
rank (const CsCertificate *certificate)
{
  static const int ranks[] = {
    [CS_CLOCK_LATE] = 0,  [CS_CLOCK_EXTENDED] = 1, [CS_CLOCK_WINDOW] = 2,  [CS_CLOCK_EXPIRED] = 3,
    [CS_CLOCK_FILED] = 4, [CS_CLOCK_VALID] = 5,    [CS_CLOCK_RENEWED] = 7, [CS_CLOCK_WITHDRAWN] = 8,
  };

  return certificate->known ? ranks[certificate->clock.state] : 6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const CsCertificate *x = *(const CsCertificate *const *) a;
  const CsCertificate *y = *(const CsCertificate *const *) b;
  int order = rank (x) - rank (y);

  if (order == 0 && x->dated && y->dated)
    order = ABS (x->clock.days_left) - ABS (y->clock.days_left);
  if (order == 0)
    order = g_strcmp0 (x->recognition->product, y->recognition->product);
  return order != 0 ? order : g_strcmp0 (x->recognition->uuid, y->recognition->uuid);
}

void
cs_certificates_sort (GPtrArray *certificates)
{
  g_ptr_array_sort (certificates, compare);
}

gboolean
cs_certificate_is_expiring (const CsCertificate *certificate)
{
  return certificate->known
         && (certificate->clock.state == CS_CLOCK_WINDOW || certificate->clock.state == CS_CLOCK_LATE
             || certificate->clock.state == CS_CLOCK_FILED);
}

const char *
cs_certificate_state_to_text (const CsCertificate *certificate)
{
  return certificate->known ? cs_clock_state_to_text (certificate->clock.state) : "unknown";
}
