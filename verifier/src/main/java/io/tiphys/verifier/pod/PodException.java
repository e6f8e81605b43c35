package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
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
    private final transient JsonPointer inner;
    private final transient @Nullable Position inText;

    /** @param node the node of the document, or one made from it, that is wrong */
    PodException(Rule rule, @Nullable JsonNode node, String message) {
        this(rule, node, JsonPointer.empty(), null, message);
    }

    /**
     * @param inner the node of what the text at {@code node} holds
     * @param inText the place in that text, if no node is known
     */
    PodException(Rule rule, @Nullable JsonNode node, JsonPointer inner, @Nullable Position inText, String message) {
        super(message);
        this.rule = rule;
        this.node = node;
        this.inner = inner;
        this.inText = inText;
    }

    Rule rule() {
        return rule;
    }

    Optional<JsonNode> node() {
        return Optional.ofNullable(node);
    }

    JsonPointer inner() {
        return inner;
    }

    Optional<Position> inText() {
        return Optional.ofNullable(inText);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
