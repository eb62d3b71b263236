package io.github.stagerecorder.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class MarkdownTable {
    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String... columns) {
        row(columns);
        row(Collections.nCopies(columns.length, "---").toArray(String[]::new));
    }

    MarkdownTable row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    /** What the tables stand on. */
    static final class Page {
        private final StringBuilder markdown = new StringBuilder();

        Page(String title) {
            markdown.append("# ").append(title).append("\n\n");
        }

        Page heading(String heading) {
            markdown.append("\n## ").append(heading).append("\n\n");
            return this;
        }

        Page text(Object text) {
            markdown.append(text).append('\n');
            return this;
        }

        @Override
        public String toString() {
            return markdown.toString();
        }
    }
}
