/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/score/score-products.h"

#include "service/book/unread.h"
#include "ui/shared/dossier-model.h"
#include "summary/words/formats.h"
#include "ui/score/own-sheet.h"
#include "ui/score/score-product-row.h"
#include "ui/widgets/settings.h"

#include <glib/gi18n-lib.h>

struct _CsScoreProducts
{
  AdwBin parent_instance;

  GtkDropDown *councils;
  GtkDropDown *members;
  GtkWidget *council_label;
  GtkListView *list;

  CsStore *store;     /* (nullable) */
  char *round;        /* (nullable) */
  GPtrArray *seats;   /* (element-type CsCouncil): those with scoring members */
  CsCouncil *council; /* (not owned) (nullable) */
  char *member;       /* (nullable): key */
  CsDossierModel *model;
  GtkSingleSelection *selection;
  gboolean updating;
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsScoreProducts, cs_score_products, ADW_TYPE_BIN)

/* --- rows --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, cs_score_product_row_new ());
}

/* Only the member's own sheet is looked at. */
static void
show_item (CsScoreProducts *self, GtkListItem *item)
{
  CsDossierItem *row = gtk_list_item_get_item (item);
  g_autoptr (CsDossier) dossier =
      cs_dossiers_get (self->store, cs_dossier_item_get_key (row), cs_store_unread (self->store));
  g_autoptr (CsOwnSheet) place = NULL;

  if (dossier != NULL && self->council != NULL && self->member != NULL)
    place = cs_own_sheet_new (self->store, dossier, self->council, self->member, NULL);
  cs_score_product_row_show (CS_SCORE_PRODUCT_ROW (gtk_list_item_get_child (item)), row, place,
                             dossier != NULL && dossier->closed);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  CsScoreProducts *self = data;

  show_item (self, item);
  g_object_set_data (gtk_list_item_get_item (item), "row", item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_object_set_data (gtk_list_item_get_item (item), "row", NULL);
}

/* --- who scores --- */

static void
tell (CsScoreProducts *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
selected_cb (CsScoreProducts *self)
{
  tell (self);
}

/* The model's filter: what the council sits for, the round shown. Rehearsals are there to be scored. */
static void
filter_products (CsScoreProducts *self)
{
  CsDossierFilter filter = { .round = self->round,
                             .with_rehearsals = TRUE,
                             .council = self->council != NULL ? self->council->uuid : NULL };

  /* the book last, so that it is asked once */
  cs_dossier_model_set_store (self->model, NULL);
  cs_dossier_model_set_filter (self->model, &filter);
  cs_dossier_model_set_store (self->model, self->council != NULL ? self->store : NULL);
}

static void
take_member (CsScoreProducts *self)
{
  guint index = gtk_drop_down_get_selected (self->members);
  guint n = 0;

  g_clear_pointer (&self->member, g_free);
  for (guint i = 0; self->council != NULL && i < self->council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (self->council->members, i);

      if (cs_role_scores (member->role) && n++ == index)
        self->member = g_strdup (member->key);
    }
}

/* @changes: (nullable): NULL: only another member's progress is shown */
static void
refresh (CsScoreProducts *self, const CsChangeSet *changes)
{
  guint n = cs_dossier_model_count (self->model);
  gboolean was_updating = self->updating;

  self->updating = TRUE;
  if (changes != NULL)
    cs_dossier_model_refresh (self->model, changes);
  /* rows on screen show another member's progress now */
  for (guint i = 0; i < MIN (n, g_list_model_get_n_items (G_LIST_MODEL (self->model))); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      GtkListItem *row = item != NULL ? g_object_get_data (item, "row") : NULL;

      if (row != NULL)
        show_item (self, row);
    }
  self->updating = was_updating;
}

static void
member_chosen_cb (CsScoreProducts *self)
{
  g_autofree char *place = NULL;

  if (self->updating)
    return;
  take_member (self);
  if (self->member != NULL)
    {
      place = g_strdup_printf ("%s/%s", self->council->uuid, self->member);
      cs_settings_set_member (cs_settings_get_default (), cs_store_get_book (self->store)->uuid, place);
    }
  refresh (self, NULL);
  tell (self);
}

static void
list_members (CsScoreProducts *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; self->council != NULL && i < self->council->members->len; i++)
    {
      const CsMember *member = g_ptr_array_index (self->council->members, i);
      g_autofree char *text = NULL;

      if (!cs_role_scores (member->role))
        continue;
      text = g_strdup_printf ("%s – %s", member->name,
                              member->left_at != NULL ? _ ("has left") : cs_format_role (member->role));
      gtk_string_list_append (names, text);
    }
  gtk_drop_down_set_model (self->members, G_LIST_MODEL (names));
  gtk_widget_set_sensitive (GTK_WIDGET (self->members), g_list_model_get_n_items (G_LIST_MODEL (names)) > 0);
}

static void
set_council (CsScoreProducts *self, CsCouncil *council)
{
  gboolean was_updating = self->updating;

  self->updating = TRUE;
  self->council = council;
  list_members (self);
  take_member (self);
  filter_products (self);
  self->updating = was_updating;
}

static void
council_chosen_cb (CsScoreProducts *self)
{
  guint index = gtk_drop_down_get_selected (self->councils);

  if (self->updating || index >= self->seats->len)
    return;
  set_council (self, g_ptr_array_index (self->seats, index));
  tell (self);
}

/* A council of the round's level, when a round is shown. */
static gboolean
sits_now (CsScoreProducts *self, const CsCouncil *council)
{
  const CsRound *round = self->round != NULL ? cs_store_find_round (self->store, self->round) : NULL;

  return cs_council_n_scoring (council) > 0 && (round == NULL || g_str_equal (round->level, council->level));
}

static void
list_councils (CsScoreProducts *self)
{
  g_autoptr (GPtrArray) all =
      self->store != NULL ? cs_store_list_councils (self->store, cs_store_unread (self->store)) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->council = NULL;
  g_ptr_array_set_size (self->seats, 0);
  for (guint i = 0; all != NULL && i < all->len;)
    {
      CsCouncil *council = g_ptr_array_index (all, i);
      const CsUnit *unit = cs_unit_set_find (cs_store_get_units (self->store), council->unit);

      if (!sits_now (self, council))
        {
          i++;
          continue;
        }
      gtk_string_list_append (names, unit != NULL ? unit->name : council->key);
      g_ptr_array_add (self->seats, g_ptr_array_steal_index (all, i));
    }
  gtk_drop_down_set_model (self->councils, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->councils), self->seats->len > 1);
  gtk_widget_set_visible (self->council_label, self->seats->len > 1);
}

gboolean
cs_score_products_choose_member (CsScoreProducts *self, const char *council, const char *member)
{
  gboolean was_updating = self->updating;

  for (guint i = 0; i < self->seats->len; i++)
    {
      CsCouncil *seat = g_ptr_array_index (self->seats, i);
      guint n = 0;

      if (!g_str_equal (seat->uuid, council))
        continue;
      self->updating = TRUE;
      gtk_drop_down_set_selected (self->councils, i);
      if (seat != self->council)
        set_council (self, seat);
      for (guint m = 0; m < seat->members->len; m++)
        {
          const CsMember *candidate = g_ptr_array_index (seat->members, m);

          if (!cs_role_scores (candidate->role))
            continue;
          if (member == NULL || g_str_equal (candidate->key, member))
            {
              gtk_drop_down_set_selected (self->members, n);
              take_member (self);
              refresh (self, NULL);
              self->updating = was_updating;
              return TRUE;
            }
          n++;
        }
      self->updating = was_updating;
    }
  return FALSE;
}

/* Who scored last in this book, else the first of the first council. */
static void
choose_again (CsScoreProducts *self, const char *council, const char *member)
{
  g_autofree char *last = NULL;
  g_auto (GStrv) parts = NULL;

  if (self->seats->len == 0)
    {
      set_council (self, NULL);
      return;
    }
  if (council != NULL && cs_score_products_choose_member (self, council, member))
    return;
  last = cs_settings_dup_member (cs_settings_get_default (), cs_store_get_book (self->store)->uuid);
  parts = g_strsplit (last != NULL ? last : "", "/", 2);
  if (g_strv_length (parts) == 2 && cs_score_products_choose_member (self, parts[0], parts[1]))
    return;
  cs_score_products_choose_member (self, ((CsCouncil *) g_ptr_array_index (self->seats, 0))->uuid, NULL);
}

static void
rebuild (CsScoreProducts *self)
{
  g_autofree char *council = self->council != NULL ? g_strdup (self->council->uuid) : NULL;
  g_autofree char *member = g_strdup (self->member);
  gboolean was_updating = self->updating;

  self->updating = TRUE;
  list_councils (self);
  choose_again (self, council, member);
  self->updating = was_updating;
}

/* --- public --- */

void
cs_score_products_set_store (CsScoreProducts *self, CsStore *store)
{
  if (!g_set_object (&self->store, store))
    return;
  self->council = NULL;
  g_clear_pointer (&self->member, g_free);
  rebuild (self);
  tell (self);
}

void
cs_score_products_set_round (CsScoreProducts *self, const char *round)
{
  if (g_strcmp0 (self->round, round) == 0)
    return;
  g_free (self->round);
  self->round = g_strdup (round);
  rebuild (self);
  tell (self);
}

void
cs_score_products_show_draft (CsScoreProducts *self, CsSheet *sheet)
{
  CsDossierItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkListItem *row = item != NULL ? g_object_get_data (G_OBJECT (item), "row") : NULL;
  CsOwnSheet place = { .state = CS_MEMBER_DRAFT, .sheet = sheet };

  if (row != NULL)
    cs_score_product_row_show (CS_SCORE_PRODUCT_ROW (gtk_list_item_get_child (row)), item, &place, FALSE);
}

/* The same with the councils and their members. */
static void
reload (CsScoreProducts *self, const CsChangeSet *changes)
{
  CsDossierItem *item = gtk_single_selection_get_selected_item (self->selection);
  CsDossierKey key = item != NULL ? cs_dossier_item_get_key (item) : (CsDossierKey){ 0, 0 };
  gboolean was_updating = self->updating;
  guint position;

  self->updating = TRUE;
  rebuild (self);
  refresh (self, changes);
  /* listing anew may have moved the selection */
  if (cs_dossier_model_find (self->model, key, &position))
    gtk_single_selection_set_selected (self->selection, position);
  self->updating = was_updating;
}

void
cs_score_products_refresh (CsScoreProducts *self, const CsChangeSet *changes)
{
  if (cs_change_set_has (changes, CS_CHANGE_COUNCILS))
    reload (self, changes);
  else
    refresh (self, changes);
}

CsDossier *
cs_score_products_dup_dossier (CsScoreProducts *self)
{
  CsDossierItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || self->store == NULL)
    return NULL;
  return cs_dossiers_get (self->store, cs_dossier_item_get_key (item), cs_store_unread (self->store));
}

CsCouncil *
cs_score_products_get_council (CsScoreProducts *self)
{
  return self->council;
}

const char *
cs_score_products_get_member (CsScoreProducts *self)
{
  return self->member;
}

gboolean
cs_score_products_choose_product (CsScoreProducts *self, const char *code)
{
  g_autoptr (CsDossier) dossier =
      cs_dossiers_by_code (self->store, code, self->round, cs_store_unread (self->store));
  guint position;

  if (dossier == NULL || dossier->council_uuid == NULL)
    return FALSE;
  if (self->council == NULL || !g_str_equal (self->council->uuid, dossier->council_uuid))
    cs_score_products_choose_member (self, dossier->council_uuid, NULL);
  if (!cs_dossier_model_find (self->model, (CsDossierKey){ dossier->id, dossier->evaluation }, &position))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  tell (self);
  return TRUE;
}

void
cs_score_products_move (CsScoreProducts *self, int step)
{
  guint n = cs_dossier_model_count (self->model);
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || at == GTK_INVALID_LIST_POSITION)
    return;
  at = (guint) CLAMP ((gint64) at + step, 0, (gint64) n - 1);
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
}

static void
cs_score_products_dispose (GObject *object)
{
  CsScoreProducts *self = CS_SCORE_PRODUCTS (object);

  self->updating = TRUE;
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (cs_score_products_parent_class)->dispose (object);
}

static void
cs_score_products_finalize (GObject *object)
{
  CsScoreProducts *self = CS_SCORE_PRODUCTS (object);

  g_ptr_array_unref (self->seats);
  g_free (self->round);
  g_free (self->member);
  G_OBJECT_CLASS (cs_score_products_parent_class)->finalize (object);
}

static void
cs_score_products_class_init (CsScoreProductsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_score_products_dispose;
  object_class->finalize = cs_score_products_finalize;
  signals[SELECTED] = g_signal_new ("selected", CS_TYPE_SCORE_PRODUCTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/chamsao/ChamSao/score/score-products.ui");
  gtk_widget_class_bind_template_child (widget_class, CsScoreProducts, council_label);
  gtk_widget_class_bind_template_child (widget_class, CsScoreProducts, councils);
  gtk_widget_class_bind_template_child (widget_class, CsScoreProducts, list);
  gtk_widget_class_bind_template_child (widget_class, CsScoreProducts, members);
}

static void
cs_score_products_init (CsScoreProducts *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) cs_council_unref);
  self->model = cs_dossier_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->councils, "notify::selected", G_CALLBACK (council_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->members, "notify::selected", G_CALLBACK (member_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
cs_score_products_new (void)
{
  return g_object_new (CS_TYPE_SCORE_PRODUCTS, NULL);
}
