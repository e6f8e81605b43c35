package io.tiphys.verifier.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the runtime's error messages to those of Kubernetes. */
final class ErrorText {
    private static final Pattern PREFIX = Pattern.compile("^evaluation error(?: at [^:]*:\\d+)?: ", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile(
            "(?:key '(.*)' is not present in map\\.?|Error resolving fields? '([^']*)'.*|.*No such attribute\\(s\\): (.*))",
            Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("Index out of bounds: (.*)", Pattern.DOTALL);

    private ErrorText() {}

    static String of(CelEvaluationException error) {
        CelFailure own = own(error);
        if (own != null) {
            return own.getMessage();
        }
        String message = PREFIX.matcher(String.valueOf(error.getMessage())).replaceFirst("");
        CelErrorCode code = error.getErrorCode();
        return switch (code) {
            case DIVIDE_BY_ZERO -> message.contains("odulus") ? "modulus by zero" : "division by zero";
            case OVERLOAD_NOT_FOUND -> "no such overload";
            case ITERATION_BUDGET_EXCEEDED -> Limits.exceededText();
            case ATTRIBUTE_NOT_FOUND -> missing(message);
            case INDEX_OUT_OF_BOUNDS -> {
                Matcher matcher = INDEX.matcher(message);
                yield matcher.matches() ? "index out of bounds: " + matcher.group(1) : message;
            }
            default -> message;
        };
    }

    private static @Nullable CelFailure own(Throwable error) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (at instanceof CelFailure failure) {
                return failure;
            }
            at = at.getCause();
        }
        return null;
    }

    private static String missing(String message) {
        Matcher matcher = KEY.matcher(message);
        if (!matcher.matches()) {
            return "no such key: " + message;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return "no such key: " + matcher.group(group);
            }
        }
        return message;
    }
}
