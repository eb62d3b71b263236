package io.github.stagerecorder.report;

/** What was copied of a frame between the read and the bin's input. */
final class CopiesReport {
    private CopiesReport() {}

    static void write(MarkdownTable.Page page, Rows rows) {
        if (rows.isEmpty()) {
            return;
        }
    }
}
