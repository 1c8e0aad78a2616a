/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/template.h"
#include "report/page/document.h"
#include "summary/paper/unit-summary.h"

/* Outside judges of what we print: the programs of poppler. They look only at the file. */

/* A page as a grey picture at 60 dpi. */
typedef struct
{
  guint width;
  guint height;
  guchar *grey; /* 0 black to 255 white */
} Picture;

#define PICTURE_DPI 60

/* The folder of this run, made by main(). */
extern const char *judge_folder;

/* Returns: (transfer full): a name in the folder. */
char *judge_path (const char *name);

/* Returns: (transfer none): the template of this name that comes with the program, read once. */
const CsTemplate *judge_template (const char *paper);

/* Lays out @document (taken), which must succeed. */
CsLayout *judge_layout (CsDocument *document);

/* Writes @document (taken) as @name. Returns: (transfer full): the path. */
char *judge_write (CsDocument *document, const char *name);
char *judge_write_layout (CsLayout *layout, const char *name);

/* Same for a summary (taken). */
char *judge_write_summary (CsUnitSummary *summary, const char *name);

/* Returns: (transfer full): what the program printed; it must succeed. */
char *judge_run (const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Returns: (transfer full): text of page @page (from 1), or of all for 0; pages end with a form feed. */
char *judge_text (const char *pdf, int page);

/* A word where it stands, in points from the top left of its page. */
typedef struct
{
  guint page; /* from 1 */
  double left, top, right;
  gboolean margin; /* above or below the text */
  char *text;
} Word;

/* Returns: (transfer full) (element-type Word): all words in the order of the file. */
GArray *judge_words (const char *pdf);

/* Returns: (transfer full): the words between @left and @right, a blank after each, page by page, from the
 * top; without those in the margins, and without those in @head (array zero-terminated=1), a table's head. */
char *judge_column (const char *pdf, double left, double right, const char *const *head);

/* Returns: (transfer full): the value that pdfinfo gives for @key. */
char *judge_info (const char *pdf, const char *key);

/* All fonts are embedded, carry Unicode, and are of one family. */
void judge_fonts (const char *pdf);

/* Returns: how often @word stands in @text. */
guint judge_count (const char *text, const char *word);

/* Returns: (transfer full): page @page (from 1) rendered. */
Picture *judge_picture (const char *pdf, int page);
void picture_free (Picture *picture);

/* Returns: distance in mm from the paper's edge to the first ink, within the band [@from, @to) mm of the
 * other axis. */
double picture_margin_left (const Picture *picture, double from, double to);
double picture_margin_right (const Picture *picture, double from, double to);
double picture_margin_top (const Picture *picture);

/* Returns: distance in mm from the paper's lower edge to the lowest black ink; grey ink (the foot) is passed
 * over. */
double picture_margin_bottom (const Picture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* The groups of tests, one a file. */
void add_font_tests (void);
void add_paper_tests (void);
void add_table_tests (void);
void add_file_tests (void);
void add_sheet_paper_tests (void);
void add_product_table_tests (void);
void add_minutes_tests (void);
void add_template_tests (void);
