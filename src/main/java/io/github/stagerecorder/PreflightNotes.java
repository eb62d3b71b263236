package io.github.stagerecorder;

import io.github.stagerecorder.Preflight.Attempt;
import io.github.stagerecorder.Preflight.Finding;
import io.github.stagerecorder.Preflight.Level;
import io.github.stagerecorder.plan.PreflightLog;
import io.github.stagerecorder.report.PreflightFigures;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of a preflight. */
final class PreflightNotes implements PreflightLog {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    @Override
    public void info(String what, String advice) {
        findings.add(new Finding(Level.INFO, what, advice));
    }

    @Override
    public void warning(String what, String advice) {
        findings.add(new Finding(Level.WARNING, what, advice));
    }

    @Override
    public void error(String what, String advice) {
        findings.add(new Finding(Level.ERROR, what, advice));
    }

    @Override
    public void attempt(String description, String refusal) {
        attempts.add(new Attempt(description, refusal));
    }

    Preflight preflight(PreflightFigures figures) {
        return new Preflight(findings, attempts, figures);
    }
}
