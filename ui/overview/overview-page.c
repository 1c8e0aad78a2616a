/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/overview-page.h"

#include "service/book/unread.h"
#include "base/text.h"
#include "model/register.h"
#include "service/results/overview.h"
#include "ui/overview/trademark-group.h"
#include "ui/widgets/feedback.h"
#include "ui/widgets/number-card.h"
#include "summary/words/formats.h"
#include "ui/overview/units-panel.h"
#include "ui/widgets/text-row.h"
#include "ui/widgets/wrap-box.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>

/* What the numbers are counted from. */
#define COUNTED (CS_CHANGE_DOSSIERS | CS_CHANGE_EVALUATIONS | CS_CHANGE_REGISTER | CS_CHANGE_SITTER)

struct _CsOverviewPage
{
  AdwBin parent_instance;

  CsStore *store;       /* (nullable) */
  GSignalGroup *events; /* of the store */
  char *round;          /* (nullable) */
  int year;
  GArray *years;    /* (element-type int): that can be chosen, newest first */
  gboolean stale;   /* changed while nobody looked */
  gboolean filling; /* the choice of years changes by itself */

  GtkWidget *content;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkDropDown *year_choice;
  GtkWidget *print_button;
  CsNumberCard *target_figure;
  CsNumberCard *recognised_figure;
  CsNumberCard *waiting_figure;
  CsNumberCard *registered_figure;
  CsNumberCard *forwarded_figure;
  CsNumberCard *ending_figure;
  CsUnitsPanel *units_panel;
  CsTrademarkGroup *trademark_group;
  AdwPreferencesGroup *activities_group;
  GPtrArray *activity_rows; /* (element-type GtkWidget) (not owned) */
};

G_DEFINE_FINAL_TYPE (CsOverviewPage, cs_overview_page, ADW_TYPE_BIN)

/* --- filling --- */

static void
show_head (CsOverviewPage *self, const CsOverview *overview)
{
  const CsRound *round = self->round != NULL ? cs_store_find_round (self->store, self->round) : NULL;
  g_autofree char *title = g_strdup_printf ("%s, %d", overview->unit_name, overview->year);
  g_autofree char *round_text =
      round != NULL ? cs_format_round (cs_store_get_current_regulation (self->store), round) : NULL;

  gtk_label_set_label (self->title_label, title);
  if (self->year != cs_store_get_book (self->store)->year)
    gtk_label_set_label (self->subtitle_label, _ ("From the register of recognised products"));
  else
    gtk_label_set_label (self->subtitle_label, round_text != NULL ? round_text : _ ("Whole year"));
}

/* "3★: 8 · 4★: 3", what there is of each, and what was recognised without a dossier here. Returns: (transfer
 * full). */
static char *
stars_caption (const CsOverviewRow *totals)
{
  GString *text = g_string_new (NULL);
  int elsewhere = totals->of_past ? 0 : cs_overview_row_elsewhere (totals);

  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    if (cs_overview_row_shown (totals, star) > 0)
      g_string_append_printf (text, "%s%d★: %d", text->len > 0 ? "  ·  " : "", star,
                              cs_overview_row_shown (totals, star));
  if (text->len == 0)
    g_string_append (text, _ ("with 3 stars or more"));
  if (elsewhere > 0)
    {
      g_string_append (text, "\n");
      /* Translators: products recognised this year of which this book has no dossier */
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "and %d without a dossier here",
                                           "and %d without a dossier here", (gulong) elsewhere),
                              elsewhere);
    }
  return g_string_free (text, FALSE);
}

/* What the plan counts, when that is not all: "40 more" are not reached by renewing old ones. */
static char *
target_caption (const CsOverview *overview)
{
  const CsOverviewRow *totals = &overview->totals;
  int missing = cs_overview_row_missing (totals),
      others = cs_overview_row_recognised (totals) - totals->counted;
  GString *text = g_string_new (NULL);

  if (overview->target == 0)
    g_string_append (text, _ ("no plan in this book"));
  else if (overview->round != NULL)
    g_string_append (text, _ ("of the whole year"));
  else if (missing > 0)
    g_string_append_printf (text, _ ("%d still missing"), missing);
  else
    g_string_append (text, _ ("reached"));
  if (overview->target > 0 && overview->round == NULL && others > 0)
    {
      g_string_append (text, "\n");
      /* Translators: recognised products of kinds that the plan does not count, such as renewals */
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%d recognised do not count to it",
                                           "%d recognised do not count to it", (gulong) others),
                              others);
    }
  return g_string_free (text, FALSE);
}

static void
set_figure (CsNumberCard *figure, int number, const char *caption)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%d", number) : g_strdup ("–");

  cs_number_card_set (figure, text, caption);
}

/* Certificates are told as they stand today, whatever year is shown; without a register there is nothing to
 * tell. */
static void
show_ending (CsOverviewPage *self, const CsOverview *overview, gboolean any)
{
  int days = cs_store_get_current_regulation (self->store)->renewal_from_days;
  /* Translators: below the number of certificates that end soon */
  g_autofree char *caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "certificates, within %d day",
                                                           "certificates, within %d days", (gulong) days),
                                              days);

  set_figure (self->ending_figure, overview->totals.expiring, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->ending_figure), any);
}

static void
show_figures (CsOverviewPage *self, const CsOverview *overview)
{
  const CsOverviewRow *totals = &overview->totals;
  g_autofree char *stars = stars_caption (totals), *target = target_caption (overview), *under_way = NULL;
  int recognised = 0;

  for (int star = CS_STAR_MIN; star <= CS_STAR_MAX; star++)
    recognised += cs_overview_row_shown (totals, star);
  set_figure (self->recognised_figure, recognised, stars);
  if (overview->of_past)
    {
      /* the book knows no plan and no dossiers of other years: unknown is not zero */
      set_figure (self->target_figure, -1, _ ("not in this book"));
      set_figure (self->waiting_figure, -1, _ ("not in this book"));
      set_figure (self->registered_figure, -1, _ ("not in this book"));
      set_figure (self->forwarded_figure, -1, _ ("not in this book"));
      return;
    }
  /* Translators: of the registered dossiers: those that are being scored or were sent up; those without stars
   */
  under_way = g_strdup_printf (_ ("%d under way, %d failed"), totals->pipeline, totals->failed);
  set_figure (self->target_figure, overview->target, target);
  set_figure (self->waiting_figure, totals->waiting, _ ("for a decision"));
  set_figure (self->registered_figure, totals->registered, under_way);
  set_figure (self->forwarded_figure, totals->forwarded, _ ("to the level above"));
}

static void
show_activities (CsOverviewPage *self, gboolean of_book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) activities = cs_store_list_activities (self->store, &error);

  for (guint i = 0; i < self->activity_rows->len; i++)
    adw_preferences_group_remove (self->activities_group, g_ptr_array_index (self->activity_rows, i));
  g_ptr_array_set_size (self->activity_rows, 0);
  if (activities == NULL)
    cs_feedback_error (GTK_WIDGET (self), _ ("The activities of the plan could not be read"), error);
  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      const CsActivity *activity = g_ptr_array_index (activities, i);
      GtkWidget *row = cs_text_row_new (activity->title);

      adw_preferences_group_add (self->activities_group, row);
      g_ptr_array_add (self->activity_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->activities_group), of_book && self->activity_rows->len > 0);
}

/* --- years --- */

static int
later_first (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* The book's own year and those that the register knows recognitions of, newest first. */
static GArray *
collect_years (CsStore *store, const GPtrArray *recognitions)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  int own = cs_store_get_book (store)->year;

  g_array_append_val (years, own);
  for (guint i = 0; recognitions != NULL && i < recognitions->len; i++)
    {
      const CsRecognition *recognition = g_ptr_array_index (recognitions, i);
      g_autofree char *text = g_strndup (recognition->decided_on, 4);
      gboolean known = FALSE;
      int year;

      /* what was decided on a dossier here counts in the book's own year */
      if (recognition->dossier_id != 0 || recognition->withdrawn_on != NULL
          || recognition->stars < CS_STAR_MIN || !cs_text_to_int (text, 1, 9999, &year))
        continue;
      for (guint k = 0; !known && k < years->len; k++)
        known = g_array_index (years, int, k) == year;
      if (!known)
        g_array_append_val (years, year);
    }
  g_array_sort (years, later_first);
  return years;
}

static gboolean
same_years (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (int)) == 0;
}

static void
fill_years (CsOverviewPage *self, const GPtrArray *recognitions)
{
  g_autoptr (GArray) years = collect_years (self->store, recognitions);
  g_autoptr (GtkStringList) list = NULL;
  guint selected = 0;

  /* the list may be open while somebody chooses from it */
  if (same_years (years, self->years))
    return;
  list = gtk_string_list_new (NULL);
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      g_autofree char *text = g_strdup_printf ("%d", year);

      gtk_string_list_append (list, text);
      if (year == self->year)
        selected = i;
    }
  g_array_unref (self->years);
  self->years = g_steal_pointer (&years);
  self->year = g_array_index (self->years, int, selected);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->year_choice, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->year_choice), self->years->len > 1);
}

/* --- one refresh for everything --- */

static void
refresh (CsOverviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recognitions = NULL;
  const CsOverview *overview;
  gboolean of_book;

  self->stale = FALSE;
  gtk_widget_set_visible (self->content, self->store != NULL);
  if (self->store == NULL)
    {
      cs_units_panel_set_overview (self->units_panel, NULL);
      cs_trademark_group_show (self->trademark_group, NULL, NULL);
      return;
    }
  recognitions = cs_store_list_recognitions (self->store, cs_store_unread (self->store));
  fill_years (self, recognitions);
  of_book = self->year == cs_store_get_book (self->store)->year;
  overview = cs_results_overview (self->store, self->year, of_book ? self->round : NULL, &error);
  if (overview == NULL)
    {
      gtk_widget_set_visible (self->content, FALSE);
      cs_feedback_error (GTK_WIDGET (self), _ ("The overview could not be counted"), error);
      return;
    }
  show_head (self, overview);
  show_figures (self, overview);
  show_ending (self, overview, recognitions != NULL && recognitions->len > 0);
  cs_units_panel_set_overview (self->units_panel, overview);
  gtk_widget_set_visible (GTK_WIDGET (self->trademark_group), of_book);
  gtk_widget_set_sensitive (self->print_button, of_book && overview->totals.registered > 0);
  show_activities (self, of_book);
  /* last, because it reads from the store and the overview is the store's */
  cs_trademark_group_show (self->trademark_group, self->store, overview);
}

static void
refresh_when_seen (CsOverviewPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static void
store_changed_cb (CsOverviewPage *self, const CsChangeSet *changes)
{
  if (cs_change_set_has (changes, COUNTED))
    refresh_when_seen (self);
}

/* --- controls --- */

static void
year_selected_cb (CsOverviewPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_choice);

  if (self->filling || selected >= self->years->len)
    return;
  self->year = g_array_index (self->years, int, selected);
  refresh (self);
}

static void
print_cb (CsOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-summary", "(ss)",
                              cs_store_get_book (self->store)->unit, self->round != NULL ? self->round : "");
}

static gboolean
toggle_table_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  CsOverviewPage *self = CS_OVERVIEW_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* the key works wherever the focus is, but never while somebody types */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  return cs_units_panel_toggle_table (self->units_panel);
}

/* --- life --- */

static void
cs_overview_page_map (GtkWidget *widget)
{
  CsOverviewPage *self = CS_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (cs_overview_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
cs_overview_page_dispose (GObject *object)
{
  CsOverviewPage *self = CS_OVERVIEW_PAGE (object);

  g_clear_object (&self->events);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_overview_page_parent_class)->dispose (object);
}

static void
cs_overview_page_finalize (GObject *object)
{
  CsOverviewPage *self = CS_OVERVIEW_PAGE (object);

  g_free (self->round);
  g_array_unref (self->years);
  g_ptr_array_unref (self->activity_rows);
  G_OBJECT_CLASS (cs_overview_page_parent_class)->finalize (object);
}

static void
cs_overview_page_class_init (CsOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_overview_page_dispose;
  object_class->finalize = cs_overview_page_finalize;
  widget_class->map = cs_overview_page_map;
  g_type_ensure (CS_TYPE_NUMBER_CARD);
  g_type_ensure (CS_TYPE_WRAP_BOX);
  g_type_ensure (CS_TYPE_UNITS_PANEL);
  g_type_ensure (CS_TYPE_TRADEMARK_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, year_choice);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, target_figure);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, recognised_figure);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, waiting_figure);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, registered_figure);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, forwarded_figure);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, ending_figure);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, units_panel);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, trademark_group);
  gtk_widget_class_bind_template_child (widget_class, CsOverviewPage, activities_group);
  gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
cs_overview_page_init (CsOverviewPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->activity_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->events = g_signal_group_new (CS_TYPE_STORE);
  g_signal_group_connect_swapped (self->events, "changed", G_CALLBACK (store_changed_cb), self);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_t, 0),
                                                          gtk_callback_action_new (toggle_table_cb, NULL,
                                                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  refresh (self);
}

/* --- public --- */

GtkWidget *
cs_overview_page_new (void)
{
  return g_object_new (CS_TYPE_OVERVIEW_PAGE, NULL);
}

void
cs_overview_page_set_store (CsOverviewPage *self, CsStore *store)
{
  g_return_if_fail (CS_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (store == NULL || CS_IS_STORE (store));

  if (!g_set_object (&self->store, store))
    return;
  g_signal_group_set_target (self->events, store);
  g_clear_pointer (&self->round, g_free);
  self->year = store != NULL ? cs_store_get_book (store)->year : 0;
  g_array_set_size (self->years, 0);
  refresh (self);
}

void
cs_overview_page_set_round (CsOverviewPage *self, const char *round)
{
  g_return_if_fail (CS_IS_OVERVIEW_PAGE (self));

  if (g_strcmp0 (self->round, round) == 0)
    return;
  g_free (self->round);
  self->round = g_strdup (round);
  if (self->store != NULL)
    refresh_when_seen (self);
}
