package io.github.stagerecorder.report;

import java.util.Map;

/** Reports how much of a frame was copied between the read and the bin's input. */
final class CopiesReport {
    private CopiesReport() {}

    static void write(Page page, Rows rows) {
        if (rows.isEmpty()) {
            return;
        }
        MarkdownTable table = new MarkdownTable(
                "",
                "size",
                "a frame has",
                "written by the read",
                "copied by memcpy",
                "by whom",
                "in no slot at the bin's input",
                "copied behind the bin's input");
        for (Map<String, String> row : rows.lines()) {
            table.row(
                    row.get("path"),
                    row.get("size"),
                    row.get("frameBytes"),
                    row.get("readBytes"),
                    row.get("copiedBytes"),
                    row.get("copiers"),
                    row.get("foreignBytes"),
                    row.get("behindBytes"));
        }
        page.heading("Copies, bytes a frame").text(table);
    }
}
