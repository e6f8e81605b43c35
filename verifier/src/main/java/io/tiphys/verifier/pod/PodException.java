package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.yaml.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that the controller makes no pod: which rule, where, why. */
final class PodException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final transient @Nullable JsonNode node;
    private final transient @Nullable Position inText;

    /** @param node the node of the document, or one made from it, that is wrong */
    PodException(Rule rule, @Nullable JsonNode node, String message) {
        this(rule, node, null, message);
    }

    /** @param inText the place inside the node, which is a text */
    PodException(Rule rule, @Nullable JsonNode node, @Nullable Position inText, String message) {
        super(message);
        this.rule = rule;
        this.node = node;
        this.inText = inText;
    }

    Rule rule() {
        return rule;
    }

    Optional<JsonNode> node() {
        return Optional.ofNullable(node);
    }

    Optional<Position> inText() {
        return Optional.ofNullable(inText);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
