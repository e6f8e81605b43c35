package io.tiphys.verifier.lint.rule;

import java.util.regex.Pattern;

/** How names are spelt. */
final class Names {
    static final String WORKFLOW_NAME = "letters, digits and hyphens, starting with a letter or digit";
    static final String PARAMETER_NAME = "letters, digits, hyphens and underscores";
    private static final Pattern WORKFLOW = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]*");
    private static final Pattern PARAMETER = Pattern.compile("[-a-zA-Z0-9_]+");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL_VALUE = Pattern.compile("(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?");
    static final int LONGEST = 128;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_SUBDOMAIN = 253;

    private Names() {}

    /** Templates, steps, tasks. */
    static boolean isWorkflowName(String name) {
        return WORKFLOW.matcher(name).matches();
    }

    /** Parameters and artifacts. */
    static boolean isParameterName(String name) {
        return PARAMETER.matcher(name).matches();
    }

    /** Names of objects. */
    static boolean isSubdomain(String name) {
        return name.length() <= LONGEST_SUBDOMAIN && SUBDOMAIN.matcher(name).matches();
    }

    static boolean isLabelValue(String value) {
        return value.length() <= LONGEST_LABEL && LABEL_VALUE.matcher(value).matches();
    }

    /** Keys of labels and annotations: an optional domain and a slash before the name. */
    static boolean isQualifiedName(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        return !name.isEmpty() && isLabelValue(name) && (slash < 0 || isSubdomain(key.substring(0, slash)));
    }
}
