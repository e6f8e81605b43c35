package io.tiphys.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.verifier.lint.condition.Selector;
import io.tiphys.verifier.lint.cron.Schedule;
import io.tiphys.verifier.lint.cron.Zones;
import io.tiphys.verifier.lint.duration.Duration;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.loop.Loops;
import io.tiphys.verifier.lint.name.NameForm;
import io.tiphys.verifier.lint.quantity.QuantityText;
import io.tiphys.verifier.lint.when.When;
import java.util.List;
import java.util.Optional;

/** The small languages inside manifests: a row for each file of the corpus. */
final class LanguageRows {
    private LanguageRows() {}

    static List<Row> all() {
        return List.of(
                new Language(
                        "when",
                        record -> record.path("context").asText() + " "
                                + record.path("when").asText(),
                        LanguageRows::when),
                new Language(
                        "durations",
                        record -> record.path("field").asText() + " "
                                + record.path("text").asText(),
                        LanguageRows::duration),
                new Language(
                        "cron",
                        record -> record.path("schedule").asText() + " "
                                + record.path("timezone").asText(),
                        LanguageRows::cron),
                new Language("quantities", record -> record.path("text").asText(), LanguageRows::quantity),
                new Language(
                        "labels",
                        record -> record.path("what").asText() + " "
                                + record.path("text").asText(),
                        LanguageRows::name),
                new Language(
                        "conditions",
                        record -> record.path("as").asText() + " "
                                + record.path("condition").asText(),
                        LanguageRows::condition),
                new Language(
                        "depends",
                        record -> record.has("depends")
                                ? record.path("depends").asText()
                                : record.path("dependenciesField").toString(),
                        LanguageRows::depends),
                new Language("sequences", record -> record.path("sequence").toString(), LanguageRows::sequence));
    }

    private static Optional<String> quantity(JsonNode record) {
        Optional<Problem> ours = QuantityText.problem(record.path("text").asText());
        return difference(record.path("error").asText(), "ok", ours, "ok");
    }

    private static Optional<String> name(JsonNode record) {
        NameForm form =
                switch (record.path("what").asText()) {
                    case "dns1123Label" -> NameForm.DNS_LABEL;
                    case "dns1123Subdomain" -> NameForm.DNS_SUBDOMAIN;
                    case "dns1035Label" -> NameForm.DNS_1035_LABEL;
                    case "generateName" -> NameForm.GENERATE_NAME;
                    case "labelKey" -> NameForm.LABEL_KEY;
                    case "labelValue" -> NameForm.LABEL_VALUE;
                    case "annotationKey" -> NameForm.ANNOTATION_KEY;
                    case "envVarName" -> NameForm.ENV_VAR;
                    case "relaxedEnvVarName" -> NameForm.RELAXED_ENV_VAR;
                    case "configMapKey" -> NameForm.CONFIG_MAP_KEY;
                    case "portName" -> NameForm.PORT_NAME;
                    case "cIdentifier" -> NameForm.C_IDENTIFIER;
                    case "argoParameterOrArtifactName" -> NameForm.ARGO_PARAMETER;
                    case "argoFieldName" -> NameForm.ARGO_NAME;
                    case "argoIsParameterReference" -> NameForm.PARAMETER_REFERENCE;
                    case "ip" -> NameForm.IP;
                    default -> throw new IllegalArgumentException("no form of names: " + record.path("what"));
                };
        Optional<Problem> ours = form.problem(record.path("text").asText());
        boolean real = record.path("ok").asBoolean();
        return difference(real ? "" : record.path("errors") + " ", "ok", ours, "ok");
    }

    private static Optional<String> condition(JsonNode record) {
        String condition = record.path("condition").asText();
        Optional<Problem> ours = Selector.problem(condition);
        return difference(record.path("error").asText(), "ok", ours, "ok")
                .or(() -> condition.contains("{{")
                        ? Optional.empty()
                        : run(
                                record.path("error").asText(),
                                SmallManifests.condition(record.path("as").asText() + "Condition", condition)));
    }

    /** In a manifest, tags are filled in before; here the text is taken as it is. */
    private static Optional<String> sequence(JsonNode record) {
        JsonNode sequence = record.path("sequence");
        String error = record.path("error").asText();
        if (!sequence.toString().contains("{{")) {
            return run(error, SmallManifests.sequence(sequence));
        }
        Optional<Problem> ours = Optional.empty();
        for (String field : List.of("start", "end", "count")) {
            ours = ours.or(() -> Loops.number(sequence.path(field).asText("0")));
        }
        ours = ours.or(() -> Loops.format(sequence.path("format").asText(""), 1, 1));
        return difference(error, "ok", ours, "ok");
    }

    private static Optional<String> when(JsonNode record) {
        boolean cron = record.path("context").asText().equals("cron");
        When ours = When.of(record.path("when").asText(), cron ? When.Bare.NAME : When.Bare.TEXT);
        return difference(
                record.path("error").asText(),
                record.path("result").asText(),
                ours.problem(),
                ours.result().map(String::valueOf).orElse(""));
    }

    private static Optional<String> duration(JsonNode record) {
        String text = record.path("text").asText();
        Duration ours =
                switch (record.path("field").asText()) {
                    case "memoize.maxAge" -> Duration.of(text);
                    case "containerSet.retryStrategy.duration" ->
                        text.isEmpty()
                                ? new Duration(0, Optional.empty())
                                : Duration.of(text).notNegative();
                    case "podGC.deleteDelayDuration" ->
                        text.isEmpty() ? new Duration(-1, Optional.empty()) : Duration.ofSeconds(text);
                    default -> Duration.ofSeconds(text);
                };
        Judged manifest = SmallManifests.duration(record.path("field").asText(), text);
        return difference(
                        record.path("error").asText(),
                        record.path("nanoseconds").asText(),
                        ours.problem(),
                        Long.toString(ours.nanoseconds()))
                .or(() -> lint(record, manifest))
                .or(() -> text.isEmpty() || text.contains("{{")
                        ? Optional.empty()
                        : run(record.path("error").asText(), manifest));
    }

    private static Optional<String> cron(JsonNode record) {
        String schedule = record.path("schedule").asText();
        String zone = record.path("timezone").asText();
        Optional<Problem> ours = Schedule.problem(zone.isBlank() ? schedule : "CRON_TZ=" + zone + " " + schedule);
        Judged manifest = SmallManifests.cron(schedule, zone);
        if (record.has("panic")) {
            return lint(false, record.path("panic").asText(), manifest);
        }
        boolean known = Zones.isKnown(zone);
        return difference(record.path("error").asText(), "ok", ours, "ok")
                .or(() -> lint(record, manifest))
                .or(() -> known ? run(record.path("error").asText(), manifest) : Optional.empty());
    }

    /** The corpus runs a formula with some results of tasks only; where it fails with none of them, it is well-formed. */
    private static Optional<String> depends(JsonNode record) {
        Judged manifest = SmallManifests.depends(record);
        boolean valid = record.path("valid").asBoolean();
        String message = record.path("error").asText(record.path("errorsOneOf").toString());
        String failure = "";
        for (JsonNode evaluation : record.path("evaluations")) {
            failure = evaluation.path("error").asText(evaluation.path("panic").asText(failure));
        }
        String error = failure;
        return lint(valid, message, manifest)
                .or(() -> !valid || !record.has("evaluations") ? Optional.empty() : run(error, manifest));
    }

    private static Optional<String> lint(JsonNode record, Judged manifest) {
        return lint(record.path("lintOk").asBoolean(), record.path("lintError").asText(), manifest);
    }

    private static Optional<String> lint(boolean valid, String message, Judged manifest) {
        return Judged.difference(valid, message, manifest.refusal(RealProgram.ARGO_LINT))
                .map(difference -> "argo lint: " + difference);
    }

    /** Whether a manifest with the text is refused by lint or the controller. */
    private static Optional<String> run(String error, Judged manifest) {
        Optional<Finding> ours =
                manifest.refusal(RealProgram.CONTROLLER).or(() -> manifest.refusal(RealProgram.ARGO_LINT));
        return error.isEmpty() && manifest.refusal(RealProgram.CONTROLLER).isEmpty()
                ? Optional.empty()
                : Judged.difference(error.isEmpty(), error, ours).map(difference -> "manifest: " + difference);
    }

    /** {@code real error (…), ours …} or the like; nothing where both fail, or give the same. */
    static Optional<String> difference(String realError, String real, Optional<Problem> ours, String value) {
        if (realError.isEmpty() && ours.isPresent()) {
            return Optional.of("real " + real + ", ours error (" + ours.get().message() + ")");
        } else if (!realError.isEmpty() && ours.isEmpty()) {
            return Optional.of("real error (" + realError + "), ours " + value);
        }
        return real.equals(value) || !realError.isEmpty()
                ? Optional.empty()
                : Optional.of("real " + real + ", ours " + value);
    }
}
