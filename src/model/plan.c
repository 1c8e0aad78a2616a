/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan.h"

#include "model/dossier.h"

static void
target_free (gpointer data)
{
  CsTarget *target = data;

  g_free (target->unit);
  g_free (target);
}

static void
activity_free (gpointer data)
{
  CsActivity *activity = data;

  g_free (activity->id);
  g_free (activity->title);
  g_free (activity);
}

CsPlan *
cs_plan_new (const char *id)
{
  CsPlan *plan = g_rc_box_new0 (CsPlan);

  plan->id = g_strdup (id);
  plan->title = g_strdup ("");
  plan->source = g_strdup ("");
  plan->unit = g_strdup ("");
  plan->units = g_strdup ("");
  plan->counts = g_strjoinv (" ", (char **) cs_dossier_kinds);
  plan->targets = g_ptr_array_new_with_free_func (target_free);
  plan->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_round_free);
  plan->activities = g_ptr_array_new_with_free_func (activity_free);
  return plan;
}

static void
plan_clear (gpointer data)
{
  CsPlan *plan = data;

  g_free (plan->id);
  g_free (plan->title);
  g_free (plan->source);
  g_free (plan->unit);
  g_free (plan->units);
  g_free (plan->counts);
  g_ptr_array_unref (plan->targets);
  g_ptr_array_unref (plan->rounds);
  g_ptr_array_unref (plan->activities);
}

void
cs_plan_unref (CsPlan *plan)
{
  if (plan != NULL)
    g_rc_box_release_full (plan, plan_clear);
}

CsTarget *
cs_plan_add_target (CsPlan *plan, const char *unit, int products)
{
  CsTarget *target = g_new0 (CsTarget, 1);

  target->unit = g_strdup (unit);
  target->products = products;
  g_ptr_array_add (plan->targets, target);
  return target;
}

CsActivity *
cs_plan_add_activity (CsPlan *plan, const char *id, const char *title)
{
  CsActivity *activity = g_new0 (CsActivity, 1);

  activity->id = g_strdup (id);
  activity->title = g_strdup (title);
  g_ptr_array_add (plan->activities, activity);
  return activity;
}
