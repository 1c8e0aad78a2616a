/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/book/store.h"
#include "ui/widgets/feedback.h"

G_BEGIN_DECLS

/* Questions that also ask who does it (CsPersonGroup), for what has no dialog of its own to ask in. */

/* As cs_feedback_confirm(); @yes is called when the person is told to @store, where somebody was named. */
void cs_person_confirm (GtkWidget *from,
                        CsStore *store,
                        const char *heading,
                        const char *body,
                        const char *verb,
                        CsFeedbackAnswer yes,
                        gpointer data,
                        GDestroyNotify data_free);

/* For what is decided by a button on a page: asks first where nobody is told, else @then is called at once.
 * Who goes on without a name is not asked again for this book while it is open. */
void cs_person_ask (
    GtkWidget *from, CsStore *store, CsFeedbackAnswer then, gpointer data, GDestroyNotify data_free);

G_END_DECLS
