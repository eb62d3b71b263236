package io.github.stagerecorder.report;

/** A page in Markdown. */
final class Page {
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
