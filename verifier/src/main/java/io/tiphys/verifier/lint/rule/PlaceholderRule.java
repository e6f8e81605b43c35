package io.tiphys.verifier.lint.rule;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that somebody meant to replace, such as {@code TODO} and {@code {aws_account}}. In names and addresses, where they can
 * mean nothing else, they are errors; in other values they may be meant for the program that reads them.
 */
final class PlaceholderRule implements LintRule {
    private static final Rule UNFILLED = new Rule(
            "FILL-01",
            Severity.WARNING,
            "Placeholders such as TODO, {aws_account} and <project> are filled in: an error in names and addresses.",
            "Write the value of your deployment; or a parameter, if each run has its own.",
            "Tiphys");

    private static final Pattern WORD =
            Pattern.compile("(?<![A-Za-z0-9])(TODO|FIXME|TBD|(?i:change[-_]?me|replace[-_]?me))(?![A-Za-z0-9])");
    private static final Pattern BRACES = Pattern.compile("(?<![{$%\\\\])\\{[A-Za-z][A-Za-z0-9_.-]*}(?!})");
    private static final Pattern ANGLES = Pattern.compile("<[A-Za-z][A-Za-z0-9_ .-]*>");
    private static final Pattern BLANK = Pattern.compile("\\s");

    /** Fields that name something: nothing there has braces of its own. */
    private static final Set<String> NAMES = Set.of(
            "accessKeySecret",
            "bucket",
            "claimName",
            "endpoint",
            "image",
            "imagePullSecrets",
            "mountPath",
            "name",
            "namespace",
            "nodeSelector",
            "priorityClassName",
            "repo",
            "revision",
            "schedulerName",
            "secretName",
            "serviceAccountName",
            "server",
            "storageClassName",
            "volumeName");

    /** Fields whose text is of another language, or for people. */
    private static final Set<String> FREE = Set.of(
            "body",
            "data",
            "description",
            "depends",
            "expression",
            "help",
            "inline",
            "manifest",
            "mergeStrategy",
            "podSpecPatch",
            "source",
            "when");

    @Override
    public List<Rule> rules() {
        return List.of(UNFILLED);
    }

    @Override
    public void check(Spec spec, Report report) {
        Node metadata = spec.root().get("metadata");
        for (String field : List.of("name", "generateName", "namespace", "labels")) {
            walk(metadata.get(field), true, report);
        }
        walk(spec.node(), false, report);
    }

    private static void walk(Node node, boolean isName, Report report) {
        if (node.json().isTextual()) {
            text(node, node.json().textValue(), isName, report);
        } else if (node.json().isArray()) {
            node.items().forEach(item -> walk(item, isName, report));
        } else {
            node.fields((field, value) -> {
                if (!FREE.contains(field) && !field.equals("annotations")) {
                    walk(value, isName || NAMES.contains(field), report);
                }
            });
        }
    }

    private static void text(Node node, String text, boolean isName, Report report) {
        Optional<String> found = first(WORD, text);
        boolean isOneWord = !BLANK.matcher(text).find();
        if (found.isEmpty() && isOneWord) {
            found = first(BRACES, text);
        }
        if (found.isEmpty() && isName) {
            found = first(ANGLES, text);
        }
        if (found.isPresent() && (isName || isOneWord)) {
            report.add(
                    UNFILLED,
                    isName ? Severity.ERROR : Severity.WARNING,
                    node.at(),
                    "the placeholder " + found.get() + " is not filled in: \"" + text + "\"");
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
