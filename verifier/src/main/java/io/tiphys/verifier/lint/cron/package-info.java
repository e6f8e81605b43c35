/** Schedules of CronWorkflows as the library robfig/cron reads them in its standard form, and time zones. */
@NullMarked
package io.tiphys.verifier.lint.cron;

import org.jspecify.annotations.NullMarked;
