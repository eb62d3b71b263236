/**
 * Holds what a recording or a preflight reports: counts, results and figures, as immutable data. The values of the API
 * are made of it. Every package may depend on this one; it depends only on the enums of the API.
 */
package io.github.stagerecorder.report;
